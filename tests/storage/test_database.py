"""Opening: what is set up, and every way in which it cannot be."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, timedelta, timezone
from pathlib import Path
from urllib.parse import quote

import pytest
from sqlalchemy import event

from tests.contract.examples import NOON, RASMA, SOURCES, change, publication, release, segments
from translate_app.adapters.storage import failures
from translate_app.adapters.storage.database import (
    IN_MEMORY,
    NO_ADDRESS,
    NO_DRIVER,
    Database,
    open_database,
)
from translate_app.adapters.storage.segment_rows import source_hash
from translate_app.domain.segment import SegmentState
from translate_app.errors import StoreError


def reason_for(url: str) -> str:
    """Why `url` is refused."""
    with pytest.raises(StoreError) as refusal:
        open_database(url, wait=0.1)
    return str(refusal.value.parameters["reason"])


@pytest.fixture
def stored(database: Database) -> Database:
    """A database with one release."""
    with database.unit_of_work() as unit_of_work:
        unit_of_work.releases.add(release(), segments())
        unit_of_work.commit()
    return database


@pytest.mark.parametrize("name", ["مجلد جديد", "50% off", "50%25 off", "what? #1 & @home"])
def test_folders_of_any_name_are_made(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / "deeper" / "a b.db"
    open_database(f"sqlite:///{quote(path.as_posix())}").dispose()
    assert path.is_file()


def test_connections_are_set_up(database: Database) -> None:
    with database._engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    assert found == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 1,
        "busy_timeout": 200,
    }


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", NO_ADDRESS),
        ("translate_app.db", NO_ADDRESS),
        ("://", NO_ADDRESS),
        ("sqlite:////tmp/x.db?timeout=soon", NO_ADDRESS),
        ("postgresql://user:s3cret@host:port/db", NO_ADDRESS),
        ("nosuchbase:///x.db", NO_DRIVER),
        ("oracle://user:s3cret@host/db", NO_DRIVER),
        ("sqlite://", IN_MEMORY),
        ("sqlite:///:memory:", IN_MEMORY),
        ("sqlite:///file:x?mode=memory&cache=shared&uri=true", IN_MEMORY),
        ("sqlite:///file::memory:?cache=shared&uri=true", IN_MEMORY),
        ("sqlite:///a\x00b", NO_ADDRESS),
    ],
)
def test_an_address_that_is_none(url: str, reason: str) -> None:
    assert reason_for(url) == reason


def test_a_password_is_not_shown() -> None:
    for url in ("oracle://user:s3cret@host/db", "user:s3cret@host"):
        with pytest.raises(StoreError) as refusal:
            open_database(url)
        assert "s3cret" not in str(refusal.value)


@pytest.mark.parametrize(
    "content", [b"Dear reader, this is a letter.\n" * 200, b"\xff\xfe" * 4096, b"PK\x03\x04"]
)
def test_a_file_that_is_no_database(path: Path, url: str, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert reason_for(url) == failures.NOT_A_DATABASE
    assert path.read_bytes() == content


def test_a_folder_in_its_place(path: Path, url: str) -> None:
    path.mkdir(parents=True)
    assert reason_for(url) == failures.CANNOT_OPEN


def test_a_file_where_its_folder_should_be(path: Path, url: str) -> None:
    path.parent.touch()
    assert reason_for(url) == failures.CANNOT_OPEN


def test_a_damaged_file(path: Path, url: str, database: Database) -> None:
    database.dispose()
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\x55" * 3996
    path.write_bytes(content)
    assert reason_for(url) == failures.DAMAGED


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc here")
def test_a_folder_without_permission() -> None:
    """Not even root may create a file in /proc."""
    assert reason_for("sqlite:////proc/translate_app.db") == failures.CANNOT_OPEN


def test_a_read_only_file(path: Path, stored: Database) -> None:
    read_only = open_database(f"sqlite:///file:{path}?mode=ro&uri=true")
    with read_only.unit_of_work() as unit_of_work:
        assert unit_of_work.releases.get("a1") == release()
        with pytest.raises(StoreError) as refusal:
            unit_of_work.segments.record(change())
    read_only.dispose()
    assert refusal.value.parameters["reason"] == failures.READ_ONLY


def test_a_read_only_file_that_must_be_migrated(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    assert reason_for(f"sqlite:///file:{path}?mode=ro&uri=true") == failures.READ_ONLY


def test_a_locked_file(path: Path, url: str) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert reason_for(url) == failures.BUSY


def test_a_full_disk_loses_nothing_that_was_there(stored: Database) -> None:
    with stored._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()

    @event.listens_for(stored._engine, "checkout")
    def fill_disk(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")

    with pytest.raises(StoreError) as refusal, stored.unit_of_work() as unit_of_work:
        unit_of_work.segments.record(change(target="ن" * 100_000))
    assert refusal.value.parameters["reason"] == failures.FULL
    with stored.unit_of_work() as unit_of_work:
        assert unit_of_work.segments.get("a1b2c3d4", 1) == segments()[0]


def test_all_connections_taken(url: str) -> None:
    opened = open_database(url, wait=0.1)
    used = [opened.unit_of_work().__enter__() for _ in range(15)]
    with pytest.raises(StoreError) as refusal:
        opened.unit_of_work().__enter__()
    assert refusal.value.parameters["reason"] == failures.BUSY
    for unit_of_work in used:
        unit_of_work.__exit__(None, None, None)
    opened.dispose()


def test_half_a_character_is_refused(stored: Database) -> None:
    with pytest.raises(StoreError) as refusal, stored.unit_of_work() as unit_of_work:
        unit_of_work.segments.record(change(target="\ud83d"))
    assert refusal.value.parameters["reason"] == failures.BAD_CHARACTER
    with stored.unit_of_work() as unit_of_work:
        assert unit_of_work.segments.approved_target("nothing like it", release().pair) is None


def test_a_time_without_zone_is_refused(stored: Database) -> None:
    naive = change(at=NOON.replace(tzinfo=None))
    with pytest.raises(StoreError, match="time without zone"), stored.unit_of_work() as unit:
        unit.segments.record(naive)


def test_times_of_any_zone_are_kept_in_utc(path: Path, stored: Database) -> None:
    damascus = NOON.astimezone(timezone(timedelta(hours=3)))
    with stored.unit_of_work() as unit_of_work:
        unit_of_work.segments.record(change(at=damascus))
        unit_of_work.commit()
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT at FROM segment_changes").fetchone() == (
            "2024-03-05 12:00:00.250000",
        )
    with stored.unit_of_work() as unit_of_work:
        at = unit_of_work.segments.history("a1b2c3d4", 1)[0].at
    assert (at, at.tzinfo) == (NOON, UTC)


def test_the_memory_trusts_no_hash_alone(path: Path, stored: Database) -> None:
    with stored.unit_of_work() as unit_of_work:
        unit_of_work.segments.record(change(state=SegmentState.APPROVED))
        unit_of_work.commit()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE segments SET source_hash = ?", [source_hash("Another text.")])
    with stored.unit_of_work() as unit_of_work:
        assert unit_of_work.segments.approved_target("Another text.", release().pair) is None


@pytest.mark.parametrize(
    "spoilt", ["state = 99", "origin = 'oracle'", "terms = '[{}]'", "terms = '7'", "terms = 'x'"]
)
def test_a_row_that_nobody_could_have_written(path: Path, stored: Database, spoilt: str) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(f"UPDATE segments SET {spoilt}")  # noqa: S608
    with stored.unit_of_work() as unit_of_work, pytest.raises(StoreError) as refusal:
        unit_of_work.segments.get("a1b2c3d4", 1)
    assert refusal.value.parameters["reason"] == failures.BAD_ROW


@pytest.fixture
def statements(stored: Database) -> Iterator[list[str]]:
    """The statements that the database is sent."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        sent.append(statement)

    event.listen(stored._engine, "before_cursor_execute", note)
    yield sent
    event.remove(stored._engine, "before_cursor_execute", note)


def test_the_list_takes_four_queries(stored: Database, statements: list[str]) -> None:
    with stored.unit_of_work() as unit_of_work:
        for number in range(20):
            one = release(f"{number:08}", title=None if number % 2 else "Title")
            unit_of_work.releases.add(one, segments(one.id))
            unit_of_work.publications.add(publication(1, one.id))
        unit_of_work.commit()
    statements.clear()
    with stored.unit_of_work() as unit_of_work:
        assert len(unit_of_work.releases.summaries()) == 21
    assert len([s for s in statements if s.startswith("SELECT")]) == 4


def test_the_memory_looks_in_an_index(path: Path, stored: Database, statements: list[str]) -> None:
    with stored.unit_of_work() as unit_of_work:
        unit_of_work.segments.approved_target(SOURCES[0][0], release().pair)
    query = next(s for s in statements if s.startswith("SELECT"))
    with closing(sqlite3.connect(path)) as other:
        plan = other.execute(f"EXPLAIN QUERY PLAN {query}", [""] * query.count("?")).fetchall()
    assert any("ix_segments_source_hash (source_hash=? AND state=?)" in row[3] for row in plan)


def test_the_termbase_notes_who_changed_what(path: Path, url: str) -> None:
    opened = open_database(url, clock=lambda: NOON)
    with opened.unit_of_work() as unit_of_work:
        unit_of_work.glossary.upsert([RASMA], by="Salma")
        unit_of_work.commit()
    opened.dispose()
    with closing(sqlite3.connect(path)) as other:
        rows = other.execute('SELECT revision, "key", at, "by", entry FROM glossary_changes')
        revision, key, at, by, entry = rows.fetchone()
    assert (revision, key, at, by) == (1, RASMA.key, "2024-03-05 12:00:00.250000", "Salma")
    assert '"ar": "رسما"' in entry
