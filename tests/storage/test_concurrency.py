"""Several people at once: writers wait, readers do not, a killed one leaves nothing."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.contract.examples import change, publication, release, segments
from translate_app.adapters.storage.database import Database, open_database
from translate_app.adapters.storage.publications import SqlPublicationRepository
from translate_app.errors import PublicationNumberError, ReleaseExistsError, StaleSegmentError

WRITER = """
import sys, time
from tests.contract.examples import change, publication
from translate_app.adapters.storage.database import open_database
database = open_database(sys.argv[1])
with database.unit_of_work() as unit_of_work:
    for number in (1, 2, 3):
        unit_of_work.segments.record(change(number, target="x" * 3_000_000))
    unit_of_work.publications.add(publication())
    print("written", flush=True)
    time.sleep(60)
"""

EDITOR = """
import sys
from tests.contract.examples import change
from translate_app.adapters.storage.database import open_database
database = open_database(sys.argv[1])
number = int(sys.argv[2])
sys.stdin.readline()
for version in range(1, 31):
    with database.unit_of_work() as unit_of_work:
        present = unit_of_work.segments.get("a1b2c3d4", number)
        unit_of_work.segments.record(change(number, present.version + 1))
        unit_of_work.commit()
database.dispose()
"""


@pytest.fixture
def shared(url: str) -> Iterator[Database]:
    """A database with a release, whose writers wait for each other."""
    opened = open_database(url, wait=20)
    with opened.unit_of_work() as unit_of_work:
        unit_of_work.releases.add(release(), segments())
        unit_of_work.commit()
    yield opened
    opened.dispose()


def edit(database: Database, number: int, version: int, barrier: threading.Barrier) -> str:
    """Read, meet the others, then save; `saved` or what was said against it."""
    with database.unit_of_work() as unit_of_work:
        unit_of_work.segments.of_release("a1b2c3d4")
        barrier.wait(10)
        try:
            unit_of_work.segments.record(
                change(number, version, by=threading.current_thread().name)
            )
        except StaleSegmentError:
            return "stale"
        # Long enough for the others to run into the lock.
        time.sleep(0.02)
        unit_of_work.commit()
    return "saved"


def test_edits_of_different_segments_all_succeed(shared: Database) -> None:
    barrier = threading.Barrier(3)
    with ThreadPoolExecutor(3) as threads:
        for version in range(1, 6):
            ends = threads.map(lambda n: edit(shared, n, version, barrier), (1, 2, 3))  # noqa: B023
            assert list(ends) == ["saved"] * 3
    with shared.unit_of_work() as unit_of_work:
        assert [s.version for s in unit_of_work.segments.of_release("a1b2c3d4")] == [5, 5, 5]


def test_of_edits_of_one_version_exactly_one_succeeds(shared: Database) -> None:
    barrier = threading.Barrier(4)
    with ThreadPoolExecutor(4) as threads:
        for version in range(1, 6):
            ends = threads.map(lambda _: edit(shared, 1, version, barrier), range(4))  # noqa: B023
            assert sorted(ends) == ["saved", "stale", "stale", "stale"]
    with shared.unit_of_work() as unit_of_work:
        present = unit_of_work.segments.get("a1b2c3d4", 1)
        history = unit_of_work.segments.history("a1b2c3d4", 1)
    assert [step.version for step in history] == [1, 2, 3, 4, 5]
    assert (history[-1].by, history[-1].target) == (present.changed_by, present.target)


def test_processes_wait_for_each_other(shared: Database, url: str) -> None:
    editors = [
        subprocess.Popen(
            [sys.executable, "-c", EDITOR, url, str(number)],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in (1, 2, 3)
    ]
    ends = [editor.communicate("go\n", timeout=60)[1] for editor in editors]
    assert ends == ["", "", ""]
    with shared.unit_of_work() as unit_of_work:
        assert [s.version for s in unit_of_work.segments.of_release("a1b2c3d4")] == [30, 30, 30]


def test_a_reader_does_not_wait_for_a_writer(shared: Database) -> None:
    with shared.unit_of_work() as writer:
        writer.segments.record(change())
        began = time.monotonic()
        with shared.unit_of_work() as reader:
            assert reader.segments.get("a1b2c3d4", 1).version == 0
            assert len(reader.releases.summaries()) == 1
        assert time.monotonic() - began < 5
        writer.commit()


def test_a_writer_does_not_wait_for_a_reader(shared: Database) -> None:
    with shared.unit_of_work() as reader:
        reader.segments.of_release("a1b2c3d4")
        began = time.monotonic()
        with shared.unit_of_work() as writer:
            writer.segments.record(change())
            writer.commit()
        assert time.monotonic() - began < 5


def test_a_killed_writer_leaves_nothing(shared: Database, url: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, url], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout
        assert writer.stdout.readline() == "written\n"
        writer.send_signal(signal.SIGKILL)
        writer.wait(20)
    again = open_database(url)
    with again.unit_of_work() as unit_of_work:
        assert tuple(unit_of_work.segments.of_release("a1b2c3d4")) == segments()
        assert unit_of_work.segments.history("a1b2c3d4", 1) == []
        assert unit_of_work.publications.of_release("a1b2c3d4") == []
        unit_of_work.segments.record(change())
        unit_of_work.commit()
    again.dispose()


def test_of_two_publishers_one_gets_the_number(shared: Database) -> None:
    with shared.unit_of_work() as slow:
        assert slow.publications.of_release("a1b2c3d4") == []
        with shared.unit_of_work() as quick:
            quick.publications.add(publication(1))
            quick.commit()
        with pytest.raises(PublicationNumberError, match="the next one is 2"):
            slow.publications.add(publication(1))


def test_the_database_itself_refuses_a_number_twice(
    shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As a database would that does not keep the second publisher waiting.
    monkeypatch.setattr(SqlPublicationRepository, "_next", lambda *_: 1)
    with shared.unit_of_work() as unit_of_work:
        unit_of_work.publications.add(publication(1))
        with pytest.raises(PublicationNumberError):
            unit_of_work.publications.add(publication(1))


def test_of_two_who_ingest_the_same_one_stores_it(shared: Database) -> None:
    same = release("0000ffff")
    with shared.unit_of_work() as slow:
        assert slow.releases.by_fingerprint(same.fingerprint) is None
        with shared.unit_of_work() as quick:
            quick.releases.add(same, segments(same.id))
            quick.commit()
        with pytest.raises(ReleaseExistsError):
            slow.releases.add(same, segments(same.id))
