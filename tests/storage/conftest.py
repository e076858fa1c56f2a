"""A database of its own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from translate_app.adapters.storage.database import Database, open_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's database lies."""
    return tmp_path / "home" / "translate_app.db"


@pytest.fixture
def url(path: Path) -> str:
    """Its address."""
    return f"sqlite:///{path}"


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """The open database; a second writer gives up after a fifth of a second."""
    opened = open_database(url, wait=0.2)
    yield opened
    opened.dispose()
