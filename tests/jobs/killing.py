"""Pretranslates again and again and is killed each time: `python -m tests.jobs.killing`.

Prints one JSON line for each kill: what the database held after it, and after the job was
run again. The process forks for each run, so that fifty runs take seconds. Half of the
runs are killed from within at the n-th call of a Python or C function, which is the same
point each time; the others from without at a random moment, which may lie inside a write.
"""

import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path
from types import FrameType
from typing import Any

from tests.contract.examples import NADIA, RASMA
from translate_app.adapters.engines.fake import FakeEngine
from translate_app.adapters.sources import Sources
from translate_app.adapters.storage.database import Database, open_database, utc_now
from translate_app.domain.client import Client
from translate_app.domain.engine import InstalledPackage
from translate_app.domain.language import Language, LanguagePair
from translate_app.ports import Engine
from translate_app.services.ingest_release import IngestReleases
from translate_app.services.matchers import Matchers
from translate_app.services.pretranslate_release import PretranslateRelease

PAIR = LanguagePair(Language.ENGLISH, Language.ARABIC)
KILLS = 50
SEGMENTS = 60


class Catalogue:
    """One engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def installed(self) -> tuple[InstalledPackage, ...]:
        """No package."""
        return ()

    def engine(self, pair: LanguagePair, name: str | None = None) -> Engine:
        """Always the same."""
        return self._engine


def job(database: Database, engine: Engine) -> PretranslateRelease:
    """The service over a database and an engine."""
    factory = database.unit_of_work
    return PretranslateRelease(
        factory,
        Catalogue(engine),  # type: ignore[arg-type]
        Matchers(factory),
        utc_now,
        Client,
    )


def prepare(path: Path, segments: int) -> str:
    """A database with names and one release of so many segments; the release's id."""
    database = open_database(f"sqlite:///{path}")
    with database.unit_of_work() as unit_of_work:
        unit_of_work.glossary.upsert([NADIA, RASMA])
        unit_of_work.commit()
    # every third one repeats an earlier one
    text = "\n\n".join(
        f"On that day Nadia Sabbagh saw {number // 3} of the houses in Rasma."
        for number in range(segments)
    )
    ingest = IngestReleases(database.unit_of_work, Sources(), tuple, utc_now)
    release_id = ingest.text(text, "houses.txt").releases[0].release.id
    database.dispose()
    return release_id


def state(path: Path) -> dict[str, Any]:
    """What the database holds, read past the program."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            "integrity": connection.execute("PRAGMA integrity_check").fetchone()[0],
            "dangling": connection.execute("PRAGMA foreign_key_check").fetchall(),
            "segments": connection.execute(
                "SELECT number, target, state, version, origin, engine, confidence, changed_at"
                " FROM segments ORDER BY number"
            ).fetchall(),
            "changes": connection.execute(
                "SELECT number, target, state, version, origin, engine, confidence, at"
                " FROM segment_changes ORDER BY number, version"
            ).fetchall(),
        }


def run(path: Path, release_id: str, last_call: int | None) -> None:
    """The job, killed from within at the `last_call`-th call of a function."""
    left = last_call

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal left
        if left is not None and event in ("call", "c_call", "c_return"):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    if last_call is not None:
        sys.setprofile(count)
    database = open_database(f"sqlite:///{path}")
    job(database, FakeEngine(PAIR))(release_id)
    database.dispose()


def forked(path: Path, release_id: str, last_call: int | None, after: float | None) -> bool:
    """The job in a process of its own; whether it was killed before its end."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            run(path, release_id, last_call)
            code = 0
        finally:
            os._exit(code)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit("the job failed")
    return os.WIFSIGNALED(status)


def calls_of_a_job(path: Path, release_id: str) -> int:
    """How many function calls the whole job takes."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call", "c_return")

    sys.setprofile(count)
    run(path, release_id, None)
    sys.setprofile(None)
    return calls


def main() -> None:
    """Kill, look, go on, look; as often as `KILLS` says."""
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    original = folder / "original.db"
    release_id = prepare(original, SEGMENTS)
    source = random.Random(seed)  # noqa: S311 - places to kill, no secrets
    trial = folder / "trial.db"
    for _ in range(2):  # the first run imports and compiles, which later ones do not
        shutil.copy(original, trial)
        calls = calls_of_a_job(trial, release_id)
    shutil.copy(original, trial)
    began = time.perf_counter()
    forked(trial, release_id, None, None)
    seconds = time.perf_counter() - began
    for number in range(KILLS):
        path = folder / f"{number}.db"
        shutil.copy(original, path)
        within = source.randint(1, calls) if number % 2 else None
        after = None if number % 2 else source.uniform(0, seconds)
        killed = forked(path, release_id, within, after)
        at_kill = state(path)
        forked(path, release_id, None, None)
        line = {"killed": killed, "at_kill": at_kill, "at_end": state(path)}
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
