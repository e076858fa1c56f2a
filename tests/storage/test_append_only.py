"""History and publications cannot be rewritten, not even behind the program's back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.contract.examples import RASMA, change, publication, release, segments
from translate_app.adapters.storage.database import Database

TABLES = ("segment_changes", "publications", "glossary_changes")


@pytest.fixture
def other(path: Path, database: Database) -> Iterator[sqlite3.Connection]:
    """A plain connection to a database with a row in each of the tables."""
    with database.unit_of_work() as unit_of_work:
        unit_of_work.releases.add(release(), segments())
        unit_of_work.segments.record(change())
        unit_of_work.publications.add(publication())
        unit_of_work.glossary.upsert([RASMA])
        unit_of_work.commit()
    with closing(sqlite3.connect(path)) as connection:
        yield connection


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE {table} SET rowid = rowid + 1",
        "DELETE FROM {table}",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        "INSERT INTO {table} SELECT * FROM {table}",
    ],
)
def test_rows_stay(other: sqlite3.Connection, table: str, attack: str) -> None:
    before = other.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
    assert len(before) == 1
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute(attack.format(table=table))
    assert other.execute(f"SELECT * FROM {table}").fetchall() == before  # noqa: S608


@pytest.mark.parametrize(
    ("table", "column"),
    [("segment_changes", "target"), ("publications", "content"), ("glossary_changes", "entry")],
)
def test_no_column_changes(other: sqlite3.Connection, table: str, column: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute(f"UPDATE {table} SET {column} = '\"forged\"'")  # noqa: S608


def test_a_row_of_another_key_can_be_added(other: sqlite3.Connection) -> None:
    other.execute(
        "INSERT INTO publications SELECT release_id, 2, published_at, published_by, checksum, "
        "content FROM publications"
    )
