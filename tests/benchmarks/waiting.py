"""What a person waits for: the first command, the first draft. And what it takes of memory."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.corpus import sentences
from tests.benchmarks.home import Homes, application_in, stored

FIRST_RELEASE = 40


def measure(homes: Homes, segments: int, rounds: int = 5) -> dict[str, Any]:
    """All of it."""
    return {
        "start_up": start_up(rounds),
        "first_draft": first_draft(homes, sentences(400), rounds),
        "memory": memory(homes, segments),
    }


def lines(found: dict[str, Any]) -> Iterator[tuple[str, str, str, bool | None]]:
    """The rows of the table."""
    for name, row in found["start_up"].items():
        yield name, f"{row['seconds']} s", "< 0.4 s", row["seconds"] < 0.4
    for name, row in found["first_draft"].items():
        yield name, f"{row['seconds']} s", "", None
    used = found["memory"]
    yield "peak memory, bare CTranslate2", f"{used['bare_mib']} MiB", "", None
    yield "peak memory, ours", f"{used['ours_mib']} MiB", "", None
    ratio = used["ours_against_bare"]
    yield "  ours against it", f"{ratio} ×", "< 1.2", ratio < 1.2


def start_up(rounds: int) -> dict[str, Any]:
    """Seconds to import the package, and to answer `--help`, each in a new process."""
    commands = {
        "import translate_app": ["-c", "import translate_app"],
        "translate-app --help": ["-m", "translate_app", "--help"],
    }
    found: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, words in commands.items():
            began = time.perf_counter()
            subprocess.run([sys.executable, *words], check=True, capture_output=True)
            found[name].append(time.perf_counter() - began)
    return {name: _seconds(rows) for name, rows in found.items()}


def first_draft(homes: Homes, texts: Sequence[str], rounds: int) -> dict[str, Any]:
    """Seconds from asking for drafts of a 40-segment release to the first ones stored."""
    first, last = [], []
    with homes.fresh() as application:
        for number in range(rounds):
            some = texts[number * FIRST_RELEASE :][:FIRST_RELEASE]
            release_id = stored(application, some)
            moments: list[float] = []
            began = time.perf_counter()

            def note(done: int, total: int, moments: list[float] = moments) -> None:
                if done:
                    moments.append(time.perf_counter())

            application.pretranslate(release_id, progress=note)
            first.append(moments[0] - began)
            last.append(moments[-1] - began)
    return {"first drafts stored": _seconds(first), "all 40 drafts stored": _seconds(last)}


def memory(homes: Homes, count: int) -> dict[str, Any]:
    """Peak memory of a job in a process of its own, against that of bare CTranslate2."""
    peaks = {name: _peak(name, homes, count) for name in ("idle", "bare", "ours")}
    return {
        **{f"{name}_mib": round(peak / 1024, 1) for name, peak in peaks.items()},
        "ours_against_bare": round(peaks["ours"] / peaks["bare"], 2),
    }


def _peak(kind: str, homes: Homes, count: int) -> int:
    words = [sys.executable, "-m", "tests.benchmarks.waiting", kind, str(homes.folder), str(count)]
    return int(json.loads(subprocess.run(words, check=True, capture_output=True).stdout))


def _run(kind: str, folder: Path, count: int) -> None:
    """One of the processes that `memory` compares."""
    homes, texts = Homes(folder), sentences(count)
    if kind == "bare":
        from tests.benchmarks.speed import bare

        bare(homes)(texts)
    elif kind == "ours":
        with homes.fresh() as application:
            application.pretranslate(stored(application, texts))
    else:
        application_in(homes.original).queries.releases()


def _seconds(rows: Sequence[float]) -> dict[str, Any]:
    return {"seconds": round(median(rows), 3), "rounds": [round(row, 3) for row in rows]}


if __name__ == "__main__":
    _run(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
