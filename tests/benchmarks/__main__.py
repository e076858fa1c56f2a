"""Everything that is promised about speed, measured: `python -m tests.benchmarks`.

Prints a table; `--json FILE` also writes the raw figures.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks import (
    browser,
    checks,
    enforcement,
    keypress,
    machine,
    matching,
    names_accuracy,
    speed,
    waiting,
)
from tests.benchmarks.corpus import describe, real_sentences, sentences
from tests.benchmarks.home import homes

Line = tuple[str, str, str, bool | None]
"""What was measured, what was found, what is wanted, whether it is reached."""

WANTED = {
    "argostranslate, segment by segment": 10.0,
    "argostranslate, its default threads": 10.0,
    "LibreTranslate, one segment a request": 10.0,
    "LibreTranslate, 50 segments a request": 10.0,
    "CTranslate2, bare batch": 0.9,
}


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, help="where to write the raw figures")
    options = parser.parse_args()
    real = real_sentences()
    texts = tuple(dict.fromkeys([*real, *sentences(options.segments)]))[: options.segments]
    found: dict[str, Any] = {
        "machine": machine.describe(),
        "texts": {"real_sentences": len(real), **describe(texts)},
    }
    with homes() as made:
        found["start_up"] = waiting.start_up(5)
        found["first_draft"] = waiting.first_draft(made, sentences(400), 5)
        found["first_draft_in_browser"] = browser.first_draft(5)
        found["memory"] = waiting.memory(made, options.segments)
        found["speed"] = speed.measure(made, texts, options.rounds, step=5)
        with made.fresh() as application:
            found["names"] = names_accuracy.measure(application)
            found["enforcement"] = enforcement.measure(application)
    found["checks"] = checks.measure()
    found["matching"] = matching.measure()
    found["keypress"] = keypress.measure()
    report(found)
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return 0


def report(found: dict[str, Any]) -> None:
    """Print what was found."""
    print(json.dumps({"machine": found["machine"], "texts": found["texts"]}, indent=1))
    print(f"\n{'':52}{'measured':>24}  wanted")
    for name, value, wanted, reached in lines(found):
        sign = {True: "reached", False: "MISSED", None: ""}[reached]
        print(f"{name:52}{value:>24}  {wanted:12}{sign}")
    if found["checks"]:
        print("\nwhat the checks flag in good translations")
        print(*checks.report(found["checks"]), sep="\n")


def lines(found: dict[str, Any]) -> Iterator[Line]:
    """The rows of the table."""
    yield from matching.lines(found["matching"])
    yield from names_accuracy.lines(found["names"])
    yield from enforcement.lines(found["enforcement"])
    for name, row in found["speed"].items():
        rate = f"{row['segments_per_second']} segments/s"
        if name == "ours":
            yield name, rate, "", None
            yield "  processor time", f"{row['cpu_ms_per_segment']} ms a segment", "", None
            continue
        ratio, least = row["ours_against_it"], WANTED.get(name)
        yield name, rate, "", None
        if "cpu_ms_per_segment" in row:
            yield "  processor time", f"{row['cpu_ms_per_segment']} ms a segment", "", None
        wanted = (f">= {least}", ratio >= least) if least else ("", None)
        yield "  ours against it", f"{ratio} ×", *wanted
    for name, row in found["start_up"].items():
        yield name, f"{row['seconds']} s", "< 0.4 s", row["seconds"] < 0.4
    drafts = found["first_draft"]
    first = drafts["first drafts stored"]["seconds"]
    yield "first drafts of 40 segments stored", f"{first} s", "< 1 s", first < 1
    yield "all 40 drafts stored", f"{drafts['all 40 drafts stored']['seconds']} s", "", None
    seen = found["first_draft_in_browser"]
    if seen:
        waited = seen["seconds"]
        yield "first draft of 40 segments seen in the browser", f"{waited} s", "< 1 s", waited < 1
    if found["checks"]:
        for pair in (checks.EN_AR, checks.AR_EN):
            row = found["checks"][f"all {pair}"]
            for kind, most in (("errors", checks.MOST_ERRORS), ("warnings", checks.MOST_WARNINGS)):
                share = row[kind]
                yield (
                    f"good translations with {kind}, {pair}",
                    f"{share:.2%}",
                    f"< {most:.0%}",
                    share < most,
                )
        median = found["checks"]["ms_per_segment"]["median"]
        yield "all checks on a segment, median", f"{median} ms", "< 1 ms", median < 1
    yield from keypress.lines(found["keypress"])
    used = found["memory"]
    yield "peak memory, bare CTranslate2", f"{used['bare_mib']} MiB", "", None
    yield "peak memory, ours", f"{used['ours_mib']} MiB", "", None
    ratio = used["ours_against_bare"]
    yield "  ours against it", f"{ratio} ×", "< 1.2", ratio < 1.2


if __name__ == "__main__":
    sys.exit(main())
