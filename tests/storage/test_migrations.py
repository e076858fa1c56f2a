"""The migrations make the schema that the program works with, whoever starts first."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine

from tests.contract.examples import RASMA, release, segments
from translate_app.adapters.storage import schema
from translate_app.adapters.storage.database import FOREIGN, NEWER, Database, open_database
from translate_app.adapters.storage.tables import HEAD, metadata
from translate_app.errors import StoreError

STARTER = """
import sys
from translate_app.adapters.storage.database import open_database
sys.stdin.readline()
database = open_database(sys.argv[1])
with database.unit_of_work() as unit_of_work:
    assert unit_of_work.releases.summaries() == []
    unit_of_work.lock()
    unit_of_work.commit()
database.dispose()
"""


def execute(path: Path, statement: str) -> list[tuple[object, ...]]:
    """Run one statement, as another program would."""
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(statement).fetchall()


def test_they_make_exactly_the_tables(path: Path, database: Database) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_comparison_would_notice(path: Path, database: Database) -> None:
    execute(path, "ALTER TABLE releases ADD COLUMN extra TEXT")
    execute(path, "DROP INDEX ix_segments_source_hash")
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()
    assert sorted(difference[0] for difference in found) == ["add_index", "remove_column"]


def test_the_head_is_the_newest_migration() -> None:
    assert schema.newest_revision() == HEAD
    assert HEAD in schema.known_revisions()


def test_opening_again_keeps_everything(url: str, path: Path, database: Database) -> None:
    with database.unit_of_work() as unit_of_work:
        unit_of_work.releases.add(release(), segments())
        unit_of_work.glossary.upsert([RASMA])
        unit_of_work.commit()
    database.dispose()
    again = open_database(url)
    with again.unit_of_work() as unit_of_work:
        assert unit_of_work.releases.get("a1b2c3d4") == release()
        assert unit_of_work.glossary.revision() == 1
    again.dispose()
    assert execute(path, "PRAGMA journal_mode") == [("wal",)]
    assert execute(path, "SELECT version_num FROM alembic_version") == [(HEAD,)]


def test_an_empty_file_is_filled(path: Path, url: str) -> None:
    path.parent.mkdir()
    path.touch()
    open_database(url).dispose()
    assert execute(path, "SELECT version_num FROM alembic_version") == [(HEAD,)]


def test_several_may_start_at_once(url: str, path: Path) -> None:
    starters = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", STARTER, url],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for starter in starters:
        assert starter.stdin
        starter.stdin.write("go\n")
        starter.stdin.flush()
    ends = [(starter.communicate(timeout=60)[1], starter.returncode) for starter in starters]
    assert ends == [("", 0)] * 4
    assert execute(path, "SELECT version_num FROM alembic_version") == [(HEAD,)]


def test_a_broken_migration_leaves_nothing(
    url: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = schema.migrate

    def interrupted(connection: Connection) -> None:
        whole(connection)
        raise KeyboardInterrupt

    monkeypatch.setattr(schema, "migrate", interrupted)
    with pytest.raises(KeyboardInterrupt):
        open_database(url)
    assert execute(path, "SELECT * FROM sqlite_master") == []
    monkeypatch.undo()
    open_database(url).dispose()


def test_a_newer_database_is_left_alone(url: str, path: Path, database: Database) -> None:
    execute(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError) as refusal:
        open_database(url)
    assert refusal.value.parameters == {"where": str(path), "reason": NEWER}


@pytest.mark.parametrize("table", ["releases", "alembic_version", "notes"])
def test_another_programs_database_is_left_alone(url: str, path: Path, table: str) -> None:
    path.parent.mkdir()
    execute(path, f"CREATE TABLE {table} (version_num TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError) as refusal:
        open_database(url)
    assert refusal.value.parameters["reason"] == FOREIGN
    assert path.read_bytes() == before
