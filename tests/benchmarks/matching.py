"""How fast names are found: `python -m tests.benchmarks.matching`.

A made-up termbase of 100,000 entries (`many_names`, 183,000 spellings a language) and
segments of about 25 words in which its names stand. Against it stands the same search done
with regular expressions, as Weblate's glossary check does it (`weblate/checks/glossary.py`,
4.15 and later): for each term a search for `\\bterm\\b`, escaped, ignoring case. Two ways, both
compiled beforehand, which Weblate does not do: each spelling by itself, of which every 50th is
timed and the rest reckoned; and all spellings as alternatives of one expression, which is the
faster. (The list beside Weblate's editor comes from an Aho-Corasick automaton in lower case,
a compiled library; it is not measured here.) Neither folds spellings, takes clitics off, or
looks at capitals: how many of the names they find is counted beside.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.many_names import entries, segments
from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.language import Language
from translate_app.pipeline.match import Matcher

ENTRIES, RELEASE, MANY = 100_000, 40, 10_000
"""Entries of the termbase, segments of a release, and of many releases."""
_ROUNDS = 3
_EVERY = 50
"""Of the spellings, when each is searched for by itself."""
_FEW = 20
"""Segments that the regular expressions search."""

Line = tuple[str, str, str, bool | None]


def measure(count: int = ENTRIES) -> dict[str, Any]:
    """Processor seconds for each job in each language, and the regular expressions'."""
    names = entries(count)
    return {language.value: _measured(names, language) for language in Language}


def _measured(names: Sequence[GlossaryEntry], language: Language) -> dict[str, Any]:
    texts = segments(names, MANY, language)
    built = median(_seconds(lambda: Matcher(names, language)) for _ in range(_ROUNDS))
    matcher = Matcher(names, language)

    def seconds(some: Sequence[str]) -> float:
        return _seconds(lambda: [matcher.find(text) for text in some])

    first = seconds(texts[:RELEASE])
    release = median(seconds(texts[at : at + RELEASE]) for at in range(RELEASE, MANY, RELEASE))
    many = median(seconds(texts) for _ in range(_ROUNDS))
    expressions = _expressions(names, texts[:_FEW], language)
    found = sum(len(matcher.find(text)) for text in texts[:_FEW])
    return {
        "entries": len(names),
        "built_s": round(built, 3),
        "first_release_ms": round(1000 * first, 2),
        "release_ms": round(1000 * release, 2),
        "many_s": round(many, 3),
        "words_per_segment": round(sum(len(text.split()) for text in texts) / len(texts), 1),
        "found": found,
        "expressions": expressions,
        "faster": round(min(expressions[way] for way in _WAYS) * MANY / (1000 * many)),
    }


_WAYS = ("each_ms_per_segment", "alternatives_ms_per_segment")


def _expressions(
    names: Sequence[GlossaryEntry], texts: Sequence[str], language: Language
) -> dict[str, Any]:
    """The same search with regular expressions, a few segments of it."""
    spellings = list(dict.fromkeys(form for entry in names for form in entry.forms(language)))
    some = [re.compile(rf"\b{re.escape(one)}\b", re.IGNORECASE) for one in spellings[::_EVERY]]
    each = _seconds(lambda: [[one.search(text) for one in some] for text in texts])
    # The longest first: of alternatives the first one that fits is taken.
    ordered = sorted(spellings, key=len, reverse=True)
    alternatives = rf"\b(?:{'|'.join(map(re.escape, ordered))})\b"
    compiled = _seconds(lambda: re.compile(alternatives, re.IGNORECASE))
    pattern = re.compile(alternatives, re.IGNORECASE)
    together = _seconds(lambda: [pattern.findall(text) for text in texts])
    return {
        "spellings": len(spellings),
        "each_ms_per_segment": round(1000 * each * len(spellings) / len(some) / len(texts), 1),
        "alternatives_compiled_s": round(compiled, 1),
        "alternatives_ms_per_segment": round(1000 * together / len(texts), 1),
        "found": sum(len(pattern.findall(text)) for text in texts),
    }


def _seconds(job: Callable[[], object]) -> float:
    """Seconds of processor time of one thread, so that what else the machine does stays out."""
    began = time.process_time()
    job()
    return time.process_time() - began


def lines(found: dict[str, Any]) -> Iterator[Line]:
    """The rows of the table: what, measured, wanted, reached."""
    for language, row in found.items():
        expressions = row["expressions"]
        built, release, many = row["built_s"], row["release_ms"], row["many_s"]
        yield f"{row['entries']:,} {language} names indexed", f"{built} s", "< 2 s", built < 2
        yield f"  {RELEASE} segments matched", f"{release} ms", "< 10 ms", release < 10
        yield "  the first time", f"{row['first_release_ms']} ms", "", None
        yield f"  {MANY:,} segments matched", f"{many} s", "< 1 s", many < 1
        each, together = (f"{expressions[way]} ms a segment" for way in _WAYS)
        yield "  a regular expression for each spelling", each, "", None
        yield "  all spellings in one regular expression", together, "", None
        faster = row["faster"]
        yield "  ours against the faster of them", f"{faster} ×", ">= 50", faster >= 50
        both = f"{row['found']} and {expressions['found']}"
        yield f"  names found in {_FEW} segments, ours and theirs", both, "", None


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    parser.add_argument("--json", type=Path, help="where to write the raw figures")
    options = parser.parse_args()
    found = measure(options.entries)
    for name, value, wanted, reached in lines(found):
        sign = {True: "reached", False: "MISSED", None: ""}[reached]
        print(f"{name:52}{value:>24}  {wanted:12}{sign}")
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
