"""Every test has its own home: no test sees or leaves anything in the user's folders."""

import pytest


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory, monkeypatch):
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "HF_HOME"):
        monkeypatch.setenv(name, str(home))
    for name in (
        "SVODKA_MODELS_DIR",
        "SVODKA_MODELS_FILE",
        "SVODKA_CACHE_DIR",
        "SVODKA_DATA_DIR",
        "SVODKA_READER",
        "HF_ENDPOINT",
    ):
        monkeypatch.delenv(name, raising=False)
