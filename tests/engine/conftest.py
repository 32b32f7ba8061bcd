"""A tiny model of the hub's shape, trained and converted once a session."""

from pathlib import Path

import pytest
import tiny_marian
from tiny_marian import CPU, TINY

from summarizer.config import Settings
from summarizer.engine.families import marian
from summarizer.engine.store import Store


@pytest.fixture(scope="session")
def hub_folder(tmp_path_factory) -> Path:
    return tiny_marian.make(tmp_path_factory.mktemp("hub"))


@pytest.fixture(scope="session")
def converted(hub_folder, tmp_path_factory) -> Path:
    home = tmp_path_factory.mktemp("session")
    store = Store(Settings(models_dir=home / "models", cache_dir=home / "cache"), home / "none")
    return marian.prepare(TINY, hub_folder, store, CPU)


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(models_dir=tmp_path / "models", cache_dir=tmp_path / "cache", device="cpu", threads=1)


@pytest.fixture
def store(settings, tmp_path) -> Store:
    return Store(settings, tmp_path / "embedded")


@pytest.fixture
def tiny(converted):
    model = marian.load(TINY, converted, CPU)
    yield model
    model.close()
