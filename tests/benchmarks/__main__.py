"""Everything that is promised, measured: `python -m tests.benchmarks`, or `make bench`.

Prints a table; `--json FILE` also writes the raw figures, `--only names,matching` measures
some of it. `docs/benchmarks.md` has the figures of one machine.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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
    propagation,
    speed,
    waiting,
)
from tests.benchmarks.home import Homes, homes

Line = tuple[str, str, str, bool | None]
"""What was measured, what was found, what is wanted, whether it is reached."""


@dataclass(frozen=True)
class Section:
    """A part of the table."""

    title: str
    measure: Callable[[Homes, argparse.Namespace], Any]
    lines: Callable[[Any], Iterator[Line]]


def _with_application(measure: Callable[..., Any]) -> Callable[[Homes, argparse.Namespace], Any]:
    def run(made: Homes, options: argparse.Namespace) -> Any:
        with made.fresh() as application:
            return measure(application)

    return run


SECTIONS = {
    "waiting": Section(
        "Waiting and memory",
        lambda made, options: waiting.measure(made, options.segments),
        waiting.lines,
    ),
    "browser": Section("In the browser", lambda made, options: browser.measure(), browser.lines),
    "speed": Section(
        "Engines",
        lambda made, options: speed.run(made, options.segments, options.rounds),
        speed.lines,
    ),
    "names": Section(
        "Names in drafts", _with_application(names_accuracy.measure), names_accuracy.lines
    ),
    "enforcement": Section(
        "What enforcing names costs", _with_application(enforcement.measure), enforcement.lines
    ),
    "matching": Section("Finding names", lambda made, options: matching.measure(), matching.lines),
    "propagation": Section(
        "Keeping a termbase", lambda made, options: propagation.measure(), propagation.lines
    ),
    "checks": Section("Checks", lambda made, options: checks.measure(), checks.lines),
    "keypress": Section("Key presses", lambda made, options: keypress.measure(), keypress.lines),
}


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default=",".join(SECTIONS), help=", ".join(SECTIONS))
    parser.add_argument("--json", type=Path, help="where to write the raw figures")
    options = parser.parse_args()
    chosen = options.only.split(",")
    if unknown := set(chosen) - set(SECTIONS):
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    found: dict[str, Any] = {"machine": machine.describe()}
    print(json.dumps(found["machine"], indent=1))
    with homes() as made:
        for name in chosen:
            section = SECTIONS[name]
            found[name] = section.measure(made, options)
            print(f"\n{section.title:56}{'measured':>24}  wanted")
            for what, value, wanted, reached in section.lines(found[name]):
                sign = {True: "reached", False: "MISSED", None: ""}[reached]
                print(f"{what:56}{value:>24}  {wanted:12}{sign}", flush=True)
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
