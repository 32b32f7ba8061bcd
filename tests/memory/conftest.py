"""A place for a project's file."""

import pytest


@pytest.fixture
def path(tmp_path):
    return tmp_path / "bridge.svodka"
