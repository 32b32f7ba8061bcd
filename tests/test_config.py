"""Settings come from the environment, and a wrong one is named."""

from pathlib import Path

import pytest

from summarizer.config import Settings
from summarizer.errors import UsageError


def test_settings_are_read_from_the_environment():
    settings = Settings.from_env(
        {"XDG_DATA_HOME": "/d", "SVODKA_THREADS": "3", "SVODKA_OFFLINE": "1", "SVODKA_READER": "ru"}
    )
    assert settings.models_dir == Path("/d/svodka/models")
    assert (settings.threads, settings.offline, settings.reader, settings.device) == (3, True, "ru", "auto")


@pytest.mark.parametrize(
    ("name", "value"), [("SVODKA_THREADS", "many"), ("SVODKA_READER", "de"), ("SVODKA_DEVICE", "tpu")]
)
def test_a_wrong_setting_is_named(name, value):
    with pytest.raises(UsageError, match=name):
        Settings.from_env({name: value})
