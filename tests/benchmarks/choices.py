"""What the program's own settings were chosen by: `python -m tests.benchmarks.choices`.

How the cores are used by CTranslate2, the number type, and the size of a job's batches.
Every round runs each choice once; the table gives the median seconds over the rounds.
"""

import sys
import time
from collections.abc import Callable, Sequence
from statistics import median
from unittest import mock

import ctranslate2

from tests.benchmarks.corpus import sentences
from tests.benchmarks.home import Homes, homes
from tests.benchmarks.speed import BEAM, ours
from translate_app.adapters.engines.argos import open_package
from translate_app.adapters.engines.argos_runtime import batch_tokens
from translate_app.domain.engine import Runtime
from translate_app.services import pretranslate_release

SEGMENTS, ROUNDS = 300, 3
SIZES = (16, 32, 64, 128, 256)


def main() -> int:
    """Measure and print."""
    texts = sentences(SEGMENTS)
    with homes() as made:
        choices: dict[str, Callable[[], float]] = {}
        cores = 2
        for kind in ("int8", "float32"):
            for parallel, threads in ((cores, 1), (1, cores)):
                chosen = Runtime("", "cpu", kind, parallel, threads)
                name = f"bare, {kind}, {parallel} batches at once on {threads} threads"
                choices[name] = _bare(made, texts, chosen)
        for size in SIZES:
            choices[f"job, batches up to {size}"] = _job(made, texts, size)
        found: dict[str, list[float]] = {name: [] for name in choices}
        for _ in range(ROUNDS):
            for name, seconds in choices.items():
                found[name].append(seconds())
    for name, rounds in found.items():
        print(f"{name:48}{median(rounds):7.2f} s  {[round(each, 2) for each in rounds]}")
    return 0


def _bare(homes: Homes, texts: Sequence[str], chosen: Runtime) -> Callable[[], float]:
    tokens = sorted(map(open_package(homes.packages).tokenizer.encode, texts), key=len)
    translator = ctranslate2.Translator(
        str(homes.packages / "model"),
        compute_type=chosen.compute_type,
        inter_threads=chosen.parallel,
        intra_threads=chosen.threads,
    )

    def seconds() -> float:
        most = batch_tokens([len(each) for each in tokens], chosen)
        began = time.perf_counter()
        translator.translate_batch(tokens, beam_size=BEAM, max_batch_size=most, batch_type="tokens")
        return time.perf_counter() - began

    return seconds


def _job(homes: Homes, texts: Sequence[str], size: int) -> Callable[[], float]:
    def seconds() -> float:
        with mock.patch.object(pretranslate_release, "LARGEST_BATCH", size):
            return ours(homes, texts)[0]

    return seconds


if __name__ == "__main__":
    sys.exit(main())
