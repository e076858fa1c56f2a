"""How well a draft's confidence ranks it: `python -m tests.benchmarks.confidence [--fit]`.

Translates FLORES-200 dev, where it lies beside the checkout, in both directions with the
starter packages. Lines with an odd number were fitted on, those with an even one are held
out. Printed: the area under the ROC curve of confidence against "chrF is at least the
median", and how often drafts of each band of confidence are so. `--fit` prints weights.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from tests.benchmarks.chrf import chrf
from tests.benchmarks.names_kept import SHARED, entries
from translate_app.adapters.engines.packages import HomeCatalogue
from translate_app.config import bundled
from translate_app.domain.client import HouseStyle
from translate_app.domain.language import Language, LanguagePair
from translate_app.pipeline.confidence import Signs, Weights, confidence, figures, logit
from translate_app.pipeline.marks import slots_of
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.pretranslate_answers import Desk, answers, plan
from translate_app.pipeline.pretranslate_draft import draft_of, signs_of
from translate_app.ports import Engine

FLORES = SHARED / "eval" / "mt"
BATCH = 100
BANDS = (0, 15, 20, 25, 30, 35, 40, 100)


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft's signs and how near it came to its reference."""

    signs: Signs
    chrf: float


def judged(engine: Engine, sources: Sequence[str], references: Sequence[str]) -> list[Judged]:
    """Every source drafted and compared."""
    pair = engine.info.pair
    matcher, desk = Matcher(entries(), pair.source), Desk(engine, pair, HouseStyle())
    found = []
    for start in range(0, len(sources), BATCH):
        batch = sources[start : start + BATCH]
        plans = [plan(text, slots_of(text, matcher.find(text), pair), desk) for text in batch]
        for one, answer, reference in zip(
            plans, answers(plans, desk), references[start : start + BATCH], strict=True
        ):
            draft = draft_of(one, answer, desk)
            signs = signs_of(one, answer, draft.target, desk)
            found.append(Judged(signs, chrf(draft.target, reference)))
    return found


def auc(values: Sequence[float], good: Sequence[bool]) -> float:
    """The chance that a good one has the greater value than one that is not; ties half."""
    pairs = [
        (left > right) + 0.5 * (left == right)
        for left, is_good in zip(values, good, strict=True)
        if is_good
        for right, other in zip(values, good, strict=True)
        if not other
    ]
    return sum(pairs) / len(pairs)


def fitted(drafts: Sequence[Judged], language: Language, *, scored: bool) -> Weights:
    """Weights by logistic regression (Newton's method, a ridge of 1 on unit variance)."""
    rows = np.array([figures(one.signs, language) for one in drafts])
    rows = rows if scored else rows[:, :3]
    good = np.array([one.chrf for one in drafts])
    good = (good >= np.median(good)).astype(float)
    middle, spread = rows.mean(axis=0), rows.std(axis=0)
    table = np.c_[(rows - middle) / spread, np.ones(len(rows))]
    ridge = np.diag([*np.ones(rows.shape[1]), 0.0])
    weights = np.zeros(table.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chance - good) + ridge @ weights
        bend = (table.T * (chance * (1 - chance))) @ table + ridge
        weights -= np.linalg.solve(bend, slope)
    each = weights[:-1] / spread
    return Weights(float(weights[-1] - each @ middle), *(float(one) for one in each))


def scale(drafts: Sequence[Judged], language: Language, *, scored: bool) -> tuple[float, float]:
    """chrF at logit 0 and chrF for each logit, by least squares."""
    signs = [one.signs if scored else replace(one.signs, score=None) for one in drafts]
    slope, level = np.polyfit([logit(one, language) for one in signs], [d.chrf for d in drafts], 1)
    return round(float(level), 2), round(float(slope), 2)


def report(label: str, drafts: Sequence[Judged], language: Language) -> dict[str, object]:
    """Print the figures of held-out drafts, and give them back."""
    median = float(np.median([one.chrf for one in drafts]))
    good = [one.chrf >= median for one in drafts]
    values = [confidence(one.signs, language) for one in drafts]
    unscored = [confidence(replace(one.signs, score=None), language) for one in drafts]
    raw = [one.signs.score or 0.0 for one in drafts]
    areas = {"confidence": auc(values, good), "score": auc(raw, good), "blind": auc(unscored, good)}
    print(f"{label}: {len(drafts)} held-out drafts, median chrF {median:.1f}")
    print(
        f"  AUC {areas['confidence']:.3f}; of the engine's score alone {areas['score']:.3f}; "
        f"without a score {areas['blind']:.3f}"
    )
    bands = []
    for low, high in pairwise(BANDS):
        inside = [ok for ok, value in zip(good, values, strict=True) if low <= value < high]
        if inside:
            share = sum(inside) / len(inside)
            mean = float(
                np.mean([d.chrf for d, v in zip(drafts, values, strict=True) if low <= v < high])
            )
            bands.append({"from": low, "drafts": len(inside), "good": share, "chrf": mean})
            print(
                f"  confidence {low}-{high - 1}: {len(inside)} drafts, mean chrF {mean:.1f}, "
                f"{share:.0%} over the median"
            )
    return {"engine": label, "median_chrf": median, **areas, "bands": bands}


def main() -> int:
    """Run in both directions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true", help="print weights fitted anew")
    parser.add_argument("--json", action="store_true", help="one JSON document at the end")
    options = parser.parse_args()
    if not (FLORES / "flores-dev.en").exists():
        print("the test set is not here: nothing measured", file=sys.stderr)
        return 0
    lines = {
        language: (FLORES / f"flores-dev.{language}").read_text(encoding="utf-8").splitlines()
        for language in Language
    }
    results = []
    with tempfile.TemporaryDirectory() as home:
        catalogue = HomeCatalogue(Path(home), bundled("starter"), offline=True)
        catalogue.install_starter()
        for source in Language:
            target = source.other
            engine = catalogue.engine(LanguagePair(source, target))
            drafts = judged(engine, lines[source], lines[target])
            if options.fit:
                print(f"{target.name} scored  ", fitted(drafts[::2], target, scored=True))
                print(f"{target.name} unscored", fitted(drafts[::2], target, scored=False))
                for scored in (True, False):
                    fit = scale(drafts[::2], target, scored=scored)
                    print(f"{target.name} scale {scored}", fit)
            results.append(report(engine.info.label, drafts[1::2], target))
    if options.json:
        print(json.dumps(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
