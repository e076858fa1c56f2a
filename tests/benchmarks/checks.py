"""What the checks say of good translations: how often each of them cries wolf.

    python -m tests.benchmarks.checks [--show ID] [--shown N]

The texts lie beside some checkouts and are read in place: the references of FLORES-200 dev
in both directions, and the paragraphs of releases published in both languages. A finding
in them is not always false (references have slips), but a reviewer would see it.
"""

import argparse
import csv
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.benchmarks.alignment import aligned
from translate_app.adapters.territories import territory_entries
from translate_app.domain.glossary import EntryStatus, EntryType, GlossaryEntry
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import Finding, Severity
from translate_app.pipeline.checks import known_pairs, run_checks
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.segment import segment

ROOT = Path(__file__).resolve().parents[2]
EVAL = ROOT.parent / "shared" / "eval"
MOST_ERRORS, MOST_WARNINGS = 0.03, 0.12
"""The budget: shares of segments that may carry an error, or a warning."""

Texts = tuple[str, str]
"""A text in English and in Arabic."""

EN_AR = LanguagePair(Language.ENGLISH, Language.ARABIC)
AR_EN = LanguagePair(Language.ARABIC, Language.ENGLISH)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_ARABIC = re.compile("[\u0621-\u064a]")
_FURNITURE = re.compile(r"\A(?:[!<|`{]|https?://\S+\Z|\[\w+\]:)")
"""Pictures, tables, frames, notes and bare addresses."""
_SIGNS = re.compile(
    r"\A\s*(?:[#>*-]+|\d+\.)\s+|!\[[^\]]*\]\([^)]*\)|(?<=\])(?:\([^)]*\)|\[\w*\])|[\[\]\\]|\*\*|__+"
)


@dataclass(frozen=True)
class Checked:
    """A source, its reference translation, and what the checks found."""

    pair: LanguagePair
    source: str
    target: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Share:
    """Segments of one direction that a check flags."""

    flagged: int
    of: int

    @property
    def share(self) -> float:
        return round(self.flagged / max(1, self.of), 4)


def flores() -> list[list[Texts]]:
    """English and Arabic lines of FLORES-200 dev."""
    texts = [
        (EVAL / "mt" / f"flores-dev.{code}").read_text(encoding="utf-8").splitlines()
        for code in ("en", "ar")
    ]
    return [list(zip(*texts, strict=True))]


def releases() -> list[list[Texts]]:
    """Segments of pages published in both languages, page by page.

    Much of the Arabic is adapted rather than translated: only paragraphs that pair are looked
    at, whose segments pair one to one.
    """
    found: list[list[Texts]] = []
    for english in sorted(EVAL.glob("releases/*/*.en.md")):
        arabic = english.with_name(english.name.replace(".en.md", ".ar.md"))
        if arabic.exists():
            pages = aligned(_paragraphs(english), _paragraphs(arabic))
            found.append([pair for each in pages for pair in _segment_pairs(each)])
    return found


def _segment_pairs(paragraphs: Texts) -> list[Texts]:
    if len(_ARABIC.findall(paragraphs[1])) * 2 < len(paragraphs[1]):
        return []  # the title of a source, left in English
    english, arabic = (_segments(*each) for each in zip(paragraphs, Language, strict=True))
    pairs = aligned(english, arabic)
    return pairs if len(pairs) == len(english) == len(arabic) else []


def _segments(text: str, language: Language) -> list[str]:
    return [text[span.start : span.end] for span in segment(text, language)]


def _paragraphs(path: Path) -> list[str]:
    """The paragraphs and list items of a page as they are read, without Markdown's signs."""
    text = _FRONT_MATTER.sub("", path.read_text(encoding="utf-8").replace("\r\n", "\n"))
    pieces = (piece.strip() for piece in re.split(r"\n\s*\n|\n(?=\s*(?:[*-]|\d+\.)\s)", text))
    prose = (piece for piece in pieces if piece and not _FURNITURE.match(piece))
    return [plain for piece in prose if (plain := " ".join(_SIGNS.sub("", piece).split()))]


@cache
def _entries() -> tuple[GlossaryEntry, ...]:
    """The termbase as a new home has it: the seed glossary and CLDR's territories."""
    curated = [entry for path in sorted((ROOT / "glossary").glob("*.csv")) for entry in _read(path)]
    known = {form.casefold() for entry in curated for form in entry.forms(Language.ENGLISH)}
    return (*curated, *(one for one in territory_entries() if one.en.casefold() not in known))


def _read(path: Path) -> Iterator[GlossaryEntry]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield GlossaryEntry(
                row["key"],
                row["en"],
                row["ar"],
                EntryType(row["type"]),
                EntryStatus(row["status"]),
                tuple(filter(None, row["en_variants"].split("|"))),
                tuple(filter(None, row["ar_variants"].split("|"))),
                note=row["note"],
            )


def checked(pages: Sequence[Sequence[Texts]], pair: LanguagePair) -> Iterator[Checked]:
    """Every pair of texts looked at as a segment of its release."""
    matchers = {language: Matcher(_entries(), language) for language in Language}
    for page in pages:
        pairs = [each if pair == EN_AR else (each[1], each[0]) for each in page]
        siblings = known_pairs((number, *each) for number, each in enumerate(pairs, 1))
        for number, (source, target) in enumerate(pairs, 1):
            findings = run_checks(
                source,
                target,
                pair,
                matchers[pair.source].find(source),
                named=matchers[pair.target].find(target),
                siblings=siblings,
                number=number,
            )
            yield Checked(pair, source, target, findings)


def shares(looked_at: Sequence[Checked]) -> dict[str, tuple[Severity, Share]]:
    """How many of these segments each check flags."""
    counts: Counter[str] = Counter()
    severities: dict[str, Severity] = {}
    for each in looked_at:
        for finding in each.findings:
            severities[finding.check] = finding.severity
        counts.update({finding.check for finding in each.findings})
    total = len(looked_at)
    return {name: (severities[name], Share(count, total)) for name, count in counts.items()}


def totals(looked_at: Sequence[Checked]) -> dict[Severity, Share]:
    """How many of these segments carry any error, and any warning."""
    return {
        severity: Share(
            sum(any(f.severity is severity for f in each.findings) for each in looked_at),
            len(looked_at),
        )
        for severity in Severity
    }


def measure() -> dict[str, Any]:
    """The whole table as raw figures; empty where the texts are not there."""
    if not (EVAL / "mt").exists():
        return {}
    found: dict[str, Any] = {}
    texts = {"flores-dev": flores(), "releases": releases()}
    texts["all"] = [*texts["flores-dev"], *texts["releases"]]
    for name, pages in texts.items():
        for pair in (EN_AR, AR_EN):
            looked_at = list(checked(pages, pair))
            found[f"{name} {pair}"] = {
                "segments": len(looked_at),
                "errors": totals(looked_at)[Severity.ERROR].share,
                "warnings": totals(looked_at)[Severity.WARNING].share,
                "checks": {
                    check: {"severity": severity.value, "segments": share.flagged}
                    for check, (severity, share) in sorted(shares(looked_at).items())
                },
            }
    return found | {"ms_per_segment": milliseconds(flores()[0][:300])}


def milliseconds(texts: Sequence[Texts]) -> dict[str, float]:
    """Time that all checks take on one segment, its names found before; processor time."""
    matchers = {language: Matcher(_entries(), language) for language in Language}
    times = []
    for source, target in [*texts[:5], *texts]:  # the first ones fill caches
        expected = matchers[Language.ENGLISH].find(source)
        named = matchers[Language.ARABIC].find(target)
        begin = time.process_time_ns()
        run_checks(source, target, EN_AR, expected, named=named)
        times.append((time.process_time_ns() - begin) / 1e6)
    measured = sorted(times[5:])
    return {
        "median": round(statistics.median(measured), 3),
        "p95": round(measured[int(len(measured) * 0.95)], 3),
    }


def lines(found: dict[str, Any]) -> Iterator[tuple[str, str, str, bool | None]]:
    """The rows of the table of all benchmarks; `report` tells each check."""
    if not found:
        yield "good translations flagged", "no test sets here", "", None
        return
    for pair in (EN_AR, AR_EN):
        row = found[f"all {pair}"]
        for kind, most in (("errors", MOST_ERRORS), ("warnings", MOST_WARNINGS)):
            share = row[kind]
            name = f"good translations with {kind}, {pair}"
            yield name, f"{share:.2%}", f"< {most:.0%}", share < most
    median = found["ms_per_segment"]["median"]
    yield "all checks on a segment, median", f"{median} ms", "< 1 ms", median < 1


def report(found: dict[str, Any]) -> Iterator[str]:
    """Per check and in total: segments flagged and their share, in both directions."""
    for name in ("flores-dev", "releases", "all"):
        both = [found[f"{name} {pair}"] for pair in (EN_AR, AR_EN)]
        yield f"{name}, {both[0]['segments']} segments".ljust(40) + f"{'en-ar':>13}{'ar-en':>15}"
        severities = {
            check: row["severity"] for one in both for check, row in one["checks"].items()
        }
        flagged = {
            check: [one["checks"].get(check, {"segments": 0})["segments"] for one in both]
            for check in severities
        }
        for check in sorted(flagged, key=lambda each: (severities[each], -sum(flagged[each]))):
            cells = [
                f"{count:5d} {count / one['segments']:7.2%}"
                for count, one in zip(flagged[check], both, strict=True)
            ]
            yield f"  {check:28}{severities[check]:10}{cells[0]}  {cells[1]}"
        for total in ("errors", "warnings"):
            cells = [f"{one[total]:13.2%}" for one in both]
            yield f"  {'segments with ' + total:38}{cells[0]}  {cells[1]}"
    speed = found["ms_per_segment"]
    yield f"all checks on a segment: median {speed['median']} ms, p95 {speed['p95']} ms"


def show(check: str, shown: int) -> None:
    """Print segments that a check flags."""
    for pair in (EN_AR, AR_EN):
        for texts in (flores(), releases()):
            hits = [
                (each, finding)
                for each in checked(texts, pair)
                for finding in each.findings
                if finding.check == check
            ]
            for each, finding in hits[:shown]:
                print(f"-- {pair} {json.dumps(finding.parameters, ensure_ascii=False)}")
                print(f"   {each.source}\n   {each.target}")


def main() -> int:
    """Print the table, or what one check flags."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", help="id of a check whose hits to print")
    parser.add_argument("--shown", type=int, default=8)
    options = parser.parse_args()
    if not (EVAL / "mt").exists():
        print(f"No texts in {EVAL}.", file=sys.stderr)
        return 1
    if options.show:
        show(options.show, options.shown)
    else:
        print(*report(measure()), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
