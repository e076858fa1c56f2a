"""Segments per second: ours end to end, Argos Translate, LibreTranslate, bare CTranslate2.

The same starter package, machine, texts and beam (4), two threads each where there are two
cores; Argos Translate also with one, at which it can be several times faster: a call for one
segment is so short that waking a second thread may take longer than it saves. Every round
runs each of them once, one after the other, so that what else the machine does falls on all
alike; the ratio is taken within a round, and the median over the rounds. Those that translate
segment by segment get every n-th text of the job in each round (their speed does not depend
on how many there are), ours and the bare batch get all of them.
"""

import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from tests.benchmarks.corpus import describe, real_sentences, sentences
from tests.benchmarks.home import Homes, stored
from tests.engines.libretranslate_server import ENVIRONMENT, running_server
from translate_app.adapters.engines.argos import open_package
from translate_app.adapters.engines.argos_runtime import batch_tokens, runtime

Whole = Callable[[Sequence[str]], tuple[float, float]]
"""Seconds that translating those texts takes, and seconds of processor time."""

Singly = Callable[[Sequence[str]], float]
"""Seconds that translating those texts one after the other takes."""

BEAM = 4


WANTED = {
    "argostranslate, segment by segment": 10.0,
    "argostranslate, its default threads": 10.0,
    "LibreTranslate, one segment a request": 10.0,
    "LibreTranslate, 50 segments a request": 10.0,
    "CTranslate2, bare batch": 0.9,
}
"""How many times as fast ours is to be."""


def run(homes: Homes, segments: int, rounds: int) -> dict[str, Any]:
    """What the texts are, and `measure` of them."""
    real = real_sentences()
    texts = tuple(dict.fromkeys([*real, *sentences(segments)]))[:segments]
    return {
        "texts": {"real_sentences": len(real), **describe(texts)},
        "rates": measure(homes, texts, rounds, step=5),
    }


def lines(found: dict[str, Any]) -> Iterator[tuple[str, str, str, bool | None]]:
    """The rows of the table."""
    for name, row in found["rates"].items():
        yield name, f"{row['segments_per_second']} segments/s", "", None
        if "cpu_ms_per_segment" in row:
            yield "  processor time", f"{row['cpu_ms_per_segment']} ms a segment", "", None
        if name != "ours":
            ratio, least = row["ours_against_it"], WANTED.get(name)
            wanted = (f">= {least}", ratio >= least) if least else ("", None)
            yield "  ours against it", f"{ratio} ×", *wanted


def measure(homes: Homes, texts: Sequence[str], rounds: int, step: int) -> dict[str, Any]:
    """Rates of all, and ours against each: medians over the rounds, raw figures beside."""
    with ExitStack() as stack:
        singly: dict[str, Singly] = {
            "argostranslate, segment by segment": stack.enter_context(
                argos(homes, runtime().parallel * runtime().threads)
            ),
            "argostranslate, its default threads": stack.enter_context(argos(homes, 0)),
            "argostranslate, one thread": stack.enter_context(argos(homes, 1)),
        }
        if (ENVIRONMENT / "bin" / "libretranslate").exists():
            singly["LibreTranslate, one segment a request"] = stack.enter_context(libretranslate(1))
            singly["LibreTranslate, 50 segments a request"] = stack.enter_context(
                libretranslate(50)
            )
        whole: dict[str, Whole] = {
            "ours": lambda some: ours(homes, some),
            "CTranslate2, bare batch": bare(homes),
        }
        rates: dict[str, list[float]] = {name: [] for name in (*whole, *singly)}
        work: dict[str, list[float]] = {name: [] for name in whole}
        for number in range(rounds):
            for name, job in whole.items():
                taken, busy = job(texts)
                rates[name].append(len(texts) / taken)
                work[name].append(1000 * busy / len(texts))
            some = texts[number % step :: step]
            for name, seconds in singly.items():
                rates[name].append(len(some) / seconds(some))
    own = rates["ours"]
    return {
        name: {
            "segments_per_second": round(median(found), 1),
            "ours_against_it": round(median(a / b for a, b in zip(own, found, strict=True)), 2),
            "rounds": [round(rate, 1) for rate in found],
        }
        | ({"cpu_ms_per_segment": round(median(work[name]), 1)} if name in work else {})
        for name, found in rates.items()
    }


def ours(homes: Homes, texts: Sequence[str]) -> tuple[float, float]:
    """A stored release into stored drafts, then everything the review page shows of it."""
    with homes.fresh() as application:
        release_id = stored(application, texts)
        began, busy = time.perf_counter(), time.process_time()
        report = application.pretranslate(release_id)
        reviewed = application.queries.release(release_id)
        taken = time.perf_counter() - began, time.process_time() - busy
        if report.done != len(reviewed.segments) or abs(report.done - len(texts)) > 2:
            raise SystemExit(
                f"{report.done} drafts of {len(reviewed.segments)} for {len(texts)} texts"
            )
        return taken


def bare(homes: Homes) -> Whole:
    """One call of `translate_batch` on tokens that are sorted by length already."""
    loaded = open_package(homes.packages)

    def seconds(texts: Sequence[str]) -> tuple[float, float]:
        tokens = sorted((loaded.tokenizer.encode(text) for text in texts), key=len)
        most = batch_tokens([len(each) for each in tokens], runtime())
        began, busy = time.perf_counter(), time.process_time()
        loaded.translator.translate_batch(
            tokens, beam_size=BEAM, max_batch_size=most, batch_type="tokens"
        )
        return time.perf_counter() - began, time.process_time() - busy

    return seconds


@contextmanager
def argos(homes: Homes, threads: int) -> Iterator[Singly]:
    """Argos Translate in a process of its own, `threads` on each call; 0 is its default."""
    with tempfile.TemporaryDirectory() as folder:
        packages = Path(folder) / "packages"
        packages.mkdir()
        (packages / "en_ar").symlink_to(homes.packages)
        own = {f"XDG_{name}_HOME": folder for name in ("DATA", "CONFIG", "CACHE")}
        own |= {
            "ARGOS_PACKAGES_DIR": str(packages),
            "ARGOS_BEAM_SIZE": str(BEAM),
            "ARGOS_INTER_THREADS": "1",
            "ARGOS_INTRA_THREADS": str(threads),
        }
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.argos_baseline"],
            env={**os.environ, **own},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdin
        assert process.stdout
        lines, answers = process.stdin, process.stdout
        if answers.readline() != "ready\n":
            raise SystemExit("Argos Translate did not start")

        def seconds(texts: Sequence[str]) -> float:
            lines.write(json.dumps(texts) + "\n")
            lines.flush()
            return float(answers.readline())

        try:
            yield seconds
        finally:
            lines.close()
            process.wait(20)
            answers.close()


@contextmanager
def libretranslate(together: int) -> Iterator[Singly]:
    """A LibreTranslate server on this machine, asked for `together` segments at a time."""
    with tempfile.TemporaryDirectory() as folder, running_server(Path(folder)) as address:
        connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=600)

        def ask(texts: Sequence[str]) -> None:
            body = json.dumps({"q": texts, "source": "en", "target": "ar", "format": "text"})
            connection.request("POST", "/translate", body, {"Content-Type": "application/json"})
            answer = json.loads(connection.getresponse().read())
            if len(answer.get("translatedText", ())) != len(texts):
                raise SystemExit(f"LibreTranslate: {answer}")

        def seconds(texts: Sequence[str]) -> float:
            connection.close()  # the server drops what was idle while the others had their turn
            began = time.perf_counter()
            for start in range(0, len(texts), together):
                ask(texts[start : start + together])
            return time.perf_counter() - began

        ask(["The road is open."])
        yield seconds
        connection.close()
