"""Which marks an engine carries through: `python -m tests.benchmarks.marks [PACKAGE ...]`.

The names of the test set are hidden behind marks of several shapes, and what the engine makes
of the marks is counted. PACKAGE is a package file or a folder of model files as `models
install` takes it; without one, the starter packages are measured.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.name_texts import names
from tests.benchmarks.names_accuracy import items
from translate_app.adapters.engines.packages import HomeCatalogue
from translate_app.config import bundled
from translate_app.domain.segment import Span
from translate_app.pipeline.marks import mask, slots_of
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.pretranslate_answers import CANDIDATES
from translate_app.ports import Engine

SHAPES = (
    *("\uff5f{}\uff60", "\u27e6{}\u27e7", "<{}>", "<x{}/>", "[{}]", "{{{}}}", "(({}))"),
    *("XXX{}", "NAME{}", "__{}__", "#{}", "@{}", "${}", "%{}"),
)
"""Shapes of marks; the braces hold the number."""
_EVERY = 5


def carried(engine: Engine, shape: str) -> dict[str, Any]:
    """The share of marks of `shape` that stand in the best answer, once in it, in any of four."""
    pair = engine.info.pair
    matcher = Matcher([one.entry for one in names()], pair.source)
    marks = tuple(shape.format(number) for number in range(10))
    masks = [
        mask(source, Span(0, len(source)), slots_of(source, matcher.find(source), pair), marks)
        for source in (item.source for item in items(pair)[::_EVERY])
    ]
    answers = engine.translate([masked.text for masked in masks], hypotheses=CANDIDATES)
    total = best = once = among = 0
    for masked, found in zip(masks, answers, strict=True):
        total += len(masked.marks)
        best += sum(mark in found[0].text for mark in masked.marks)
        once += sum(found[0].text.count(mark) == 1 for mark in masked.marks)
        among += max(sum(mark in one.text for mark in masked.marks) for one in found)
    return {
        "texts": len(masks),
        "marks": total,
        "best": round(best / total, 3),
        "once": round(once / total, 3),
        "one_of_four": round(among / total, 3),
    }


def measure(paths: Sequence[Path] = ()) -> dict[str, Any]:
    """By engine and shape what `carried` says."""
    with tempfile.TemporaryDirectory() as home:
        catalogue = HomeCatalogue(Path(home), bundled("starter"), offline=True)
        installed = [one for path in paths for one in catalogue.install_path(path)]
        engines = installed if paths else catalogue.install_starter()
        return {
            package.info.label: _shapes(catalogue.engine(package.info.pair, package.info.name))
            for package in engines
        }


def _shapes(engine: Engine) -> dict[str, Any]:
    return {shape.format(0): carried(engine, shape) for shape in SHAPES}


def lines(found: dict[str, Any]) -> Iterator[tuple[str, str, str, bool | None]]:
    """The rows of a table, the best shape first."""
    for label, shapes in found.items():
        for shape, row in sorted(shapes.items(), key=lambda one: -one[1]["best"]):
            value = f"{row['best']:.0%} ({row['once']:.0%} once)"
            yield f"{label}: {shape}", value, "", None


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", nargs="*", type=Path, metavar="PACKAGE")
    parser.add_argument("--json", type=Path, help="where to write the raw figures")
    options = parser.parse_args()
    found = measure(options.packages)
    for name, value, _, _ in lines(found):
        print(f"{name:44}{value:>20}")
    if options.json:
        text = json.dumps(found, ensure_ascii=False, indent=1)
        options.json.write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
