"""How many names come out right: `python -m tests.benchmarks.names_accuracy [--show]`.

Drafts the test set of `data/names_*.jsonl` (real names in made-up texts, see `name_texts`)
with the starter engines and the product's pretranslation; then once more with all that is
special about them taken away, as other engines are: without marks, and without marks,
attention, scores and other candidates. A name is right where an allowed
form of it stands, spelt exactly so, with a clitic spelt as Arabic spells it. A silent miss is
a name that is not right, and no finding of the segment speaks of it. Names that a person is
asked to place (`inserted`) are told apart: they are right, but not done.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks.home import homes
from tests.benchmarks.mangling import Mangling, Plainer
from tests.benchmarks.name_texts import DATA, names
from translate_app.bootstrap import Application
from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import AppliedTerm, Draft, Origin, SegmentState, TermPlacement
from translate_app.pipeline.checks import run_checks
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.pretranslate import pretranslate
from translate_app.ports import Engine

WANTED_RIGHT, WANTED_SILENT = 0.99, 0
_ASKED = frozenset({TermPlacement.INSERTED, TermPlacement.MISSING})


@dataclass(frozen=True, slots=True)
class Item:
    """A text and the names in it, as often as they stand there."""

    source: str
    names: tuple[tuple[str, tuple[str, ...]], ...]
    """The name as the source has it, and the forms allowed in the target."""
    reference: str
    """The text translated by a person."""


@dataclass
class Tally:
    """What became of the names of one direction."""

    names: int = 0
    right: int = 0
    in_place: int = 0
    silent: int = 0
    ways: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, str, str]] = field(default_factory=list)
    """Source, name, draft of what is not right or was not placed."""

    def figures(self) -> dict[str, Any]:
        """Shares of all names, as JSON has them."""
        return {
            "names": self.names,
            "right": round(self.right / self.names, 4),
            "in_place": round(self.in_place / self.names, 4),
            "silent_misses": self.silent,
            "placements": dict(self.ways.most_common()),
        }


def items(pair: LanguagePair) -> list[Item]:
    """The test set of a direction."""
    file = DATA / f"names_{pair.source}_{pair.target}.jsonl"
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return [
        Item(
            row["source"],
            tuple((name["source"], tuple(name["accepted"])) for name in row["names"]),
            row["reference"],
        )
        for row in rows
    ]


def termbase(shipped: Iterable[GlossaryEntry] = ()) -> list[GlossaryEntry]:
    """The names of the test, and those of `shipped` that are not among them."""
    tested = [one.entry for one in names()]
    known = {form for one in tested for form in (*one.forms(Language.ENGLISH), one.ar)}
    return [*tested, *(one for one in shipped if one.en not in known and one.ar not in known)]


def occurrences(text: str, forms: Sequence[str], language: Language) -> int:
    """How often any of `forms` stands in `text` as it may be spelt, longer forms first."""
    ordered = sorted(forms, key=len, reverse=True)
    if language is Language.ENGLISH:
        one = "|".join(map(re.escape, ordered))
        return len(re.findall(rf"(?<!\b[Tt]he the )(?<!\w)(?:{one})(?!\w)", text))
    return len(re.findall("|".join(map(_arabic, ordered)), text))


def _arabic(form: str) -> str:
    """A form alone, behind و and ف, behind a preposition, and contracted with ل."""
    joined = form
    if form.startswith("ال"):
        joined = form[2:] if form.startswith("الل") else f"ل{form[2:]}"
    plain, contracted = re.escape(form), re.escape(joined)
    end = r"(?![^\W\d_])"
    return rf"(?<!\w)[وف]?(?:[بك]?{plain}|ل{contracted}){end}"


def measured(engine: Engine, sample: Sequence[Item], entries: Sequence[GlossaryEntry]) -> Tally:
    """Draft `sample` and count."""
    pair = engine.info.pair
    matcher, tally = Matcher(entries, pair.source), Tally()
    drafts = pretranslate(
        [item.source for item in sample],
        matcher=matcher,
        engine=engine,
        memory=lambda _: None,
        pair=pair,
    )
    for item, draft in zip(sample, drafts, strict=True):
        _count(tally, item, draft, matcher, pair)
    return tally


def _count(tally: Tally, item: Item, draft: Draft, matcher: Matcher, pair: LanguagePair) -> None:
    asked = dict(_asked_about(item.source, draft, matcher, pair))
    terms = list(draft.terms)
    for accepted, wanted in Counter(forms for _, forms in item.names).items():
        name = next(source for source, forms in item.names if forms == accepted)
        stand = min(wanted, occurrences(draft.target, accepted, pair.target))
        placements = [_taken(terms, accepted) for _ in range(wanted)]
        placed = sum(one is not None and one not in _ASKED for one in placements)
        tally.names += wanted
        tally.right += stand
        tally.in_place += min(stand, placed)
        tally.ways.update("not found" if one is None else one.value for one in placements)
        told = min(wanted - stand, sum(asked.get(form, 0) for form in accepted))
        tally.silent += wanted - stand - told
        if stand < wanted or placed < wanted:
            tally.wrong.append((item.source, name, draft.target))


def _taken(terms: list[AppliedTerm], accepted: Sequence[str]) -> TermPlacement | None:
    """The way of the next of `terms` that is this name; it is taken off the list."""
    for at, term in enumerate(terms):
        if term.target in accepted:
            return terms.pop(at).placement
    return None


def _asked_about(
    source: str, draft: Draft, matcher: Matcher, pair: LanguagePair
) -> Iterator[tuple[str, int]]:
    """Names that findings ask about, each with a number no smaller than it stands there."""
    findings = run_checks(
        source,
        draft.target,
        pair,
        matcher.find(source),
        applied=draft.terms,
        origin=Origin.MACHINE,
        state=SegmentState.PRETRANSLATED,
    )
    for finding in findings:
        if finding.check.startswith("term_") and "target" in finding.parameters:
            yield finding.parameters["target"], len(source)


def measure(application: Application) -> dict[str, Any]:
    """The figures of both directions with the starter engines and the program's own names."""
    with application.unit_of_work() as unit_of_work:
        entries = termbase(unit_of_work.glossary.all())
    found = {}
    for source in Language:
        pair = LanguagePair(source, source.other)
        starter = application.engines.engine(pair)
        engines: dict[str, Engine] = {
            str(pair): starter,
            f"{pair}, no marks": Plainer(starter),
            f"{pair}, names mangled": Mangling(starter, Matcher(entries, pair.source)),
        }
        for label, engine in engines.items():
            tally = measured(engine, items(pair), entries)
            found[label] = tally.figures() | {"wrong": tally.wrong}
    return found


def lines(found: dict[str, Any]) -> Iterator[tuple[str, str, str, bool | None]]:
    """The rows of the table: what, figure, wanted, whether reached."""
    for pair, row in found.items():
        yield (
            f"names right, {pair}",
            f"{row['right']:.1%} of {row['names']}",
            ">= 99%",
            (row["right"] >= WANTED_RIGHT),
        )
        yield "  in place, nobody asked", f"{row['in_place']:.1%}", "", None
        yield (
            "  silent misses",
            str(row["silent_misses"]),
            "0",
            (row["silent_misses"] <= WANTED_SILENT),
        )


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print what is not right")
    parser.add_argument("--json", type=Path, help="where to write the raw figures")
    options = parser.parse_args()
    with homes() as made, made.fresh() as application:
        found = measure(application)
    for name, value, wanted, reached in lines(found):
        print(f"{name:36}{value:>18}  {wanted:8}{'MISSED' if reached is False else ''}")
    for pair, row in found.items():
        print(pair, row["placements"])
        for wrong in row["wrong"] if options.show else ():
            print(*wrong, sep="\n    ")
    if options.json:
        options.json.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
