"""The migrations make the schema that the program works with, whoever starts first."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
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


def of_version_0001(path: Path) -> None:
    """A database as the first version of the program left it, with something in each table."""
    path.parent.mkdir()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        config = schema._config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.commit()
    engine.dispose()
    for statement in (
        "INSERT INTO releases VALUES ('a1', 'f', 'en', 'ar', 'Camp', '2024-03-05', NULL, NULL,"
        " 'camp.txt', '2024-03-05 12:00:00.000000')",
        "INSERT INTO units VALUES ('a1', 0, 'paragraph', 'Peace.')",
        "INSERT INTO segments (release_id, number, unit, span_start, span_end, source,"
        " source_hash, target, state, origin, engine, score, terms, version, changed_at,"
        " changed_by) VALUES ('a1', 1, 0, 0, 6, 'Peace.', 'h', 'سلام.', 10, 'machine',"
        " 'starter en-ar 0.1', -0.5, '[]', 1, '2024-03-05 12:00:00.000000', 'pretranslation')",
        "INSERT INTO segment_changes (release_id, number, version, at, by, target, state,"
        " origin, engine, score, terms) VALUES ('a1', 1, 1, '2024-03-05 12:00:00.000000',"
        " 'pretranslation', 'سلام.', 10, 'machine', 'starter en-ar 0.1', -0.5, '[]')",
        "INSERT INTO publications VALUES ('a1', 1, '2024-03-05 12:00:00.000000', 'Salma',"
        " 'c', '{}')",
        "INSERT INTO glossary_entries VALUES ('place/rasma', 'Rasma', 'رسما', 'place',"
        " 'approved', '[]', '[]', NULL, '', '')",
        "INSERT INTO glossary_changes VALUES (1, 'place/rasma', '2024-03-05 12:00:00.000000',"
        " NULL, '{}')",
    ):
        execute(path, statement)


def test_a_database_of_the_first_version_keeps_everything(path: Path, url: str) -> None:
    of_version_0001(path)
    upgraded = open_database(url)
    with upgraded.unit_of_work() as unit_of_work:
        stored = unit_of_work.releases.get("a1")
        assert (stored.title, stored.client) == ("Camp", "")
        (segment,) = unit_of_work.segments.of_release("a1")
        assert (segment.target, segment.score, segment.confidence) == ("سلام.", -0.5, None)
        assert (segment.reason, segment.merged_into) == ("", None)
        (step,) = unit_of_work.segments.history("a1", 1)
        assert (step.target, step.confidence) == ("سلام.", None)
        assert (step.reason, step.overridden, step.bulk, step.span) == ("", (), False, None)
        assert unit_of_work.work.all() == {}
        assert unit_of_work.publications.get("a1").checksum == "c"
        assert [entry.en for entry in unit_of_work.glossary.all()] == ["Rasma"]
        assert unit_of_work.glossary.revision() == 1
    upgraded.dispose()
    assert execute(path, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        execute(path, "UPDATE segment_changes SET confidence = 100")


def test_an_upgraded_database_has_the_same_tables(path: Path, url: str, tmp_path: Path) -> None:
    of_version_0001(path)
    open_database(url).dispose()
    fresh = tmp_path / "fresh.db"
    open_database(f"sqlite:///{fresh}").dispose()
    described = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
    assert execute(path, described) == execute(fresh, described)


def test_the_way_back_is_kept_beside_it(path: Path, url: str) -> None:
    of_version_0001(path)
    before = execute(path, "SELECT * FROM releases")
    open_database(url).dispose()
    open_database(url).dispose()
    kept = path.with_name(f"{path.name}.before-{HEAD}")
    assert execute(kept, "SELECT version_num FROM alembic_version") == [("0001",)]
    assert execute(kept, "SELECT * FROM releases") == before
    others = [each for each in path.parent.iterdir() if "before" in each.name and each != kept]
    assert others == []


def test_a_new_database_has_nothing_to_keep(path: Path, url: str) -> None:
    open_database(url).dispose()
    assert not [each for each in path.parent.iterdir() if "before" in each.name]


def test_an_upgrade_that_breaks_changes_nothing(
    path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_version_0001(path)
    before = execute(path, "SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
    whole = schema.migrate

    def interrupted(connection: Connection) -> None:
        whole(connection)
        raise KeyboardInterrupt

    monkeypatch.setattr(schema, "migrate", interrupted)
    with pytest.raises(KeyboardInterrupt):
        open_database(url)
    assert execute(path, "SELECT version_num FROM alembic_version") == [("0001",)]
    assert before == execute(path, "SELECT type, name, sql FROM sqlite_master ORDER BY type, name")


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
