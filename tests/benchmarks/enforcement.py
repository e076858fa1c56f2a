"""What putting names right costs the rest of the text: `python -m tests.benchmarks.enforcement`.

Every text that holds a name is drafted twice, with the termbase and without it, and both
drafts are compared with a person's translation (chrF, the mean over texts). The texts are the
project's own test set of names, with references written for it, and FLORES-200 dev where it
lies beside the checkout. A starter engine is measured as it is, and without its marks.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from tests.benchmarks import names_kept
from tests.benchmarks.chrf import chrf
from tests.benchmarks.home import homes
from tests.benchmarks.mangling import Plainer
from tests.benchmarks.names_accuracy import items, termbase
from translate_app.bootstrap import Application
from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import Draft
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.pretranslate import pretranslate
from translate_app.ports import Engine

FLORES = names_kept.SHARED / "eval" / "mt"
WORST_LOSS = 0.5
Texts = Sequence[tuple[str, str]]
"""Sources with their references."""


def compared(engine: Engine, texts: Texts, entries: Sequence[GlossaryEntry]) -> dict[str, Any]:
    """chrF with and without names, and which way the names came."""
    pair = engine.info.pair
    matcher = Matcher(entries, pair.source)
    named = [(source, wanted) for source, wanted in texts if matcher.find(source)]
    drafts = {
        label: _drafted(engine, [source for source, _ in named], used)
        for label, used in (("with", matcher), ("without", Matcher((), pair.source)))
    }
    scores = {
        label: [chrf(draft.target, wanted) for draft, (_, wanted) in zip(found, named, strict=True)]
        for label, found in drafts.items()
    }
    ways = Counter(term.placement.value for draft in drafts["with"] for term in draft.terms)
    return {
        "texts": len(named),
        "names": sum(ways.values()),
        "chrf_with": round(fmean(scores["with"]), 2),
        "chrf_without": round(fmean(scores["without"]), 2),
        "loss": round(fmean(scores["without"]) - fmean(scores["with"]), 2),
        "placements": dict(ways.most_common()),
        "gain_by_placement": _by_way(drafts["with"], scores),
    }


def _drafted(engine: Engine, sources: Sequence[str], matcher: Matcher) -> list[Draft]:
    return pretranslate(
        sources,
        matcher=matcher,
        engine=engine,
        memory=lambda _: None,
        pair=engine.info.pair,
    )


def _by_way(drafts: Sequence[Draft], scores: dict[str, list[float]]) -> dict[str, float]:
    """The mean gain of the texts in which a name came each way."""
    gains: dict[str, list[float]] = {}
    for draft, with_, without in zip(drafts, scores["with"], scores["without"], strict=True):
        for way in {term.placement.value for term in draft.terms}:
            gains.setdefault(way, []).append(with_ - without)
    return {way: round(fmean(found), 2) for way, found in sorted(gains.items())}


def measure(application: Application, limit: int = 300) -> dict[str, Any]:
    """The figures of both directions, on `limit` texts of each set at most."""
    with application.unit_of_work() as unit_of_work:
        entries = termbase(unit_of_work.glossary.all())
    listed = {entry.en for entry in entries}
    wider = [*entries, *(one for one in names_kept.entries() if one.en not in listed)]
    found = {}
    for source in Language:
        pair = LanguagePair(source, source.other)
        starter = application.engines.engine(pair)
        for label, engine in ((f"{pair}", starter), (f"{pair}, no marks", Plainer(starter))):
            own = [(item.source, item.reference) for item in items(pair)]
            found[f"{label}, own texts"] = compared(engine, own[:limit], entries)
            if (FLORES / f"flores-dev.{source}").exists():
                texts = _with_names(_flores(pair), Matcher(wider, source))[:limit]
                found[f"{label}, FLORES dev"] = compared(engine, texts, wider)
    return found


def _flores(pair: LanguagePair) -> Texts:
    both = (
        (FLORES / f"flores-dev.{language}").read_text(encoding="utf-8").splitlines()
        for language in (pair.source, pair.target)
    )
    return list(zip(*both, strict=True))


def _with_names(texts: Texts, matcher: Matcher) -> Texts:
    return [one for one in texts if matcher.find(one[0])]


def lines(found: dict[str, Any]) -> Iterator[tuple[str, str, str, bool | None]]:
    """The rows of the table: what, figure, wanted, whether reached."""
    for label, row in found.items():
        value = f"{row['loss']:+} ({row['chrf_without']} to {row['chrf_with']})"
        yield f"chrF lost, {label}", value, f"< {WORST_LOSS}", row["loss"] < WORST_LOSS


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=300, help="texts of each set")
    parser.add_argument("--json", type=Path, help="where to write the raw figures")
    options = parser.parse_args()
    with homes() as made, made.fresh() as application:
        found = measure(application, options.limit)
    for name, value, wanted, reached in lines(found):
        print(f"{name:44}{value:>26}  {wanted:8}{'' if reached else 'MISSED'}")
    for label, row in found.items():
        print(label, row["placements"], "gain by way:", row["gain_by_placement"])
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    if not FLORES.exists():
        print("FLORES dev is not here: own texts only", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
