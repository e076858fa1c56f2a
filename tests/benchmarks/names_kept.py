"""How many names reach the draft, and which way: `python -m tests.benchmarks.names_kept`.

Reads the test sets that lie beside a checkout (`../shared`), and says so where they are not
there. Names are CLDR's territories and the test names; English sentences have some of their
other capitalised names replaced by made-up ones, so that marks are met in every position.
"""

import argparse
import csv
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from babel import Locale

from translate_app.adapters.engines.packages import HomeCatalogue
from translate_app.config import bundled
from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import Span
from translate_app.pipeline.marks import mask, slots_of
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.pretranslate import pretranslate
from translate_app.pipeline.pretranslate_answers import CANDIDATES
from translate_app.ports import Engine

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"
MADE_UP = (
    ("Rasma", "رسما"),
    ("Tel Marwan", "تل مروان"),
    ("Nadia Sabbagh", "نادية الصباغ"),
    ("Karim Haddad", "كريم حداد"),
    ("Harbour Relief Authority", "هيئة إغاثة الميناء"),
)
_NAME = re.compile(r"(?<=[a-z,] )(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")


def entries() -> list[GlossaryEntry]:
    """Territories, made-up names, and the test names longer than three letters."""
    english, arabic = Locale("en").territories, Locale("ar").territories
    names = {english[code]: arabic[code] for code in english if code in arabic}
    listed = SHARED / "eval" / "names" / "names.csv"
    if listed.exists():
        with listed.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if min(len(row["en"]), len(row["ar"])) > 3:
                    names.setdefault(row["en"], row["ar"])
    names.update(MADE_UP)
    return [GlossaryEntry(f"other/{en}", en, ar) for en, ar in sorted(names.items())]


def with_made_up_names(text: str) -> str:
    """`text` with its capitalised names replaced by made-up ones, in turn."""
    turn = iter(range(100))
    return _NAME.sub(lambda _: MADE_UP[next(turn) % len(MADE_UP)][0], text)


def report(title: str, texts: Sequence[str], engine: Engine, matcher: Matcher) -> None:
    """Print the figures for those of `texts` that hold a name."""
    pair = engine.info.pair
    found = {text: matcher.find(text) for text in texts}
    sources = [text for text in found if found[text]]
    if not sources:
        return
    masks = [
        mask(text, Span(0, len(text)), slots_of(text, found[text], pair), engine.marks)
        for text in sources
    ]
    answers = engine.translate([masked.text for masked in masks], hypotheses=CANDIDATES)
    total = once = first = best = 0
    for masked, hypotheses in zip(masks, answers, strict=True):
        marks = [m for m, slot in zip(masked.marks, masked.slots, strict=True) if m and slot.match]
        total += len(marks)
        once += sum(hypotheses[0].text.count(mark) == 1 for mark in marks)
        first += sum(mark in hypotheses[0].text for mark in marks)
        best += max(sum(mark in one.text for mark in marks) for one in hypotheses)
    start = time.perf_counter()
    drafts = pretranslate(sources, matcher=matcher, engine=engine, memory=lambda _: None, pair=pair)
    seconds = time.perf_counter() - start
    ways = Counter(term.placement.value for draft in drafts for term in draft.terms)
    names = sum(ways.values())
    print(f"{title}: {len(sources)} segments, {names} names, {seconds:.1f} s")
    print(f"  best answer keeps the mark {first / total:.1%}, exactly once {once / total:.1%}")
    print(f"  one of {CANDIDATES} answers keeps it {best / total:.1%}")
    shares = ", ".join(f"{way} {count} ({count / names:.1%})" for way, count in ways.most_common())
    print(f"  drafts: {shares}")


def main() -> int:
    """Run over what is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=200, help="sentences of each test set")
    limit = parser.parse_args().limit
    flores = SHARED / "eval" / "mt"
    sample = SHARED / "samples" / "coalition-news-2019-06-28.txt"
    with tempfile.TemporaryDirectory() as home:
        catalogue = HomeCatalogue(Path(home), bundled("starter"), offline=True)
        catalogue.install_starter()
        for source in Language:
            engine = catalogue.engine(LanguagePair(source, source.other))
            matcher = Matcher(entries(), source)
            file = flores / f"flores-dev.{source.value}"
            if file.exists():
                lines = file.read_text(encoding="utf-8").splitlines()
                report(f"{engine.info.label}, FLORES dev", lines[: 2 * limit], engine, matcher)
                if source is Language.ENGLISH:
                    made = [with_made_up_names(line) for line in lines[:limit]]
                    report(f"{engine.info.label}, made-up names", made, engine, matcher)
            if source is Language.ENGLISH and sample.exists():
                text = sample.read_text(encoding="utf-8")
                pieces = re.split(r"\n+|(?<=[a-z][.”]) (?=[A-Z(])", text)
                report(f"{engine.info.label}, real release", pieces, engine, matcher)
    if not flores.exists():
        print("the test sets are not here: nothing measured", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
