"""A job that is killed anywhere goes on; people edit meanwhile and keep their words."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.jobs.killing import KILLS, SEGMENTS, prepare, state
from translate_app.adapters.storage.database import open_database, utc_now
from translate_app.domain.client import Client
from translate_app.domain.segment import Origin
from translate_app.services.matchers import Matchers
from translate_app.services.pretranslate_release import MACHINE
from translate_app.services.queries import Queries
from translate_app.services.review_segment import ReviewSegments

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks, and kills with SIGKILL")

ROOT = Path(__file__).parents[2]
EMPTY, PRETRANSLATED = 0, 10

JOB = """
import sys, time
from tests.jobs.killing import PAIR, job
from translate_app.adapters.engines.fake import FakeEngine
from translate_app.adapters.storage.database import open_database, utc_now
class Slow(FakeEngine):
    def translate(self, texts, *, hypotheses=1):
        time.sleep(0.01 * len(texts))
        return super().translate(texts, hypotheses=hypotheses)
database = open_database(sys.argv[1])
print("ready", flush=True)
report = job(database, Slow(PAIR))(sys.argv[2])
print(report.done, report.overtaken)
"""


@pytest.fixture(scope="module")
def kills(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What was in the database after each kill, and after the job was run again."""
    folder = tmp_path_factory.mktemp("kills")
    done = subprocess.run(
        [sys.executable, "-m", "tests.jobs.killing", str(folder), "20250314"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=300,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_it_was_killed_at_many_points(kills: list[dict[str, Any]]) -> None:
    assert len(kills) == KILLS
    killed = [kill for kill in kills if kill["killed"]]
    saved = {drafted(kill["at_kill"]) for kill in killed}
    # Some jobs end before they are killed: on a busy machine the more.
    assert len(killed) >= KILLS / 2
    assert len(saved) >= 4, "the kills must come before, between and after the batches"


def test_nothing_is_half_written(kills: list[dict[str, Any]]) -> None:
    for kill in kills:
        for found in (kill["at_kill"], kill["at_end"]):
            assert found["integrity"] == "ok"
            assert found["dangling"] == []
            touched = [row for row in found["segments"] if row[2] != EMPTY]
            assert touched == found["changes"]
            assert all(row[1] and row[2:5] == [PRETRANSLATED, 1, "machine"] for row in touched)
            untouched = [row[1:] for row in found["segments"] if row[2] == EMPTY]
            assert all(row == ["", EMPTY, 0, None, None, None, None] for row in untouched)


def test_what_was_done_is_kept_and_nothing_is_done_twice(kills: list[dict[str, Any]]) -> None:
    for kill in kills:
        before, after = kill["at_kill"]["changes"], kill["at_end"]["changes"]
        assert [row for row in after if row in before] == before
        assert [row[0] for row in after] == list(range(1, SEGMENTS + 1))


def test_it_ends_as_if_nothing_had_happened(kills: list[dict[str, Any]]) -> None:
    ends = {tuple(row[1] for row in kill["at_end"]["segments"]) for kill in kills}
    assert len(ends) == 1


def drafted(found: dict[str, Any]) -> int:
    """Number of segments that have a draft."""
    return sum(row[2] != EMPTY for row in found["segments"])


def test_editing_goes_on_during_a_job(tmp_path: Path) -> None:
    path, count = tmp_path / "translate_app.db", 150
    release_id = prepare(path, count)
    url = f"sqlite:///{path}"
    worker = subprocess.Popen(
        [sys.executable, "-c", JOB, url, release_id],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout
    assert worker.stdout.readline() == "ready\n"
    database = open_database(url, wait=20)
    queries = Queries(database.unit_of_work, Matchers(database.unit_of_work))
    review = ReviewSegments(database.unit_of_work, utc_now, queries.examine, Client)
    edited = list(range(count, 0, -4))
    for number in edited:
        review.edit(release_id, number, f"نص {number}", "Lina")
    done, overtaken = map(int, worker.communicate(timeout=60)[0].split())

    with database.unit_of_work() as unit_of_work:
        segments = {s.number: s for s in unit_of_work.segments.of_release(release_id)}
        steps = {n: unit_of_work.segments.history(release_id, n) for n in segments}
    database.dispose()
    assert {n for n, s in segments.items() if s.origin is Origin.HUMAN} == set(edited)
    assert all(segments[number].target == f"نص {number}" for number in edited)
    assert all(s.target for s in segments.values())
    by = [[step.by for step in history] for history in steps.values()]
    assert sum(who == ["Lina"] for who in by) == overtaken > 0
    assert sum(who[0] == MACHINE for who in by) == done
    assert {tuple(who) for who in by} <= {("Lina",), (MACHINE,), (MACHINE, "Lina")}
    assert state(path)["integrity"] == "ok"
