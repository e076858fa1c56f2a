"""Writes the test set of names: `python -m tests.benchmarks.name_texts`.

The texts are templates filled with names; nothing in them is said of the people they name.
In a template `{P}`, `{L}`, `{O}` are a person, a place, an organisation; `{L1}` is the first
place again. In English an organisation comes with its article, `{O^}` begins the text. In
Arabic a clitic stands right before the brace and is spelt with the name. A translation of
each template lies beside it; its places are numbered in the order of the source.
"""

import csv
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.pipeline.placement import join_clitic

DATA = Path(__file__).parent / "data"
ROUNDS = 5
"""Texts made of each template."""
_PLACE = re.compile(
    r"(?P<clitic>(?<![^\W_])[وفبلك]{1,2})?\{(?P<kind>[PLO])(?P<how>[1^]?)\}(?P<own>'s)?"
)
_NUMBERED = re.compile(r"(?P<clitic>(?<![^\W_])[وفبلك]{1,2})?\{(?P<number>\d)\}")
_KINDS = {"P": EntryType.PERSON, "L": EntryType.PLACE, "O": EntryType.ORGANISATION}
_VARIANT_EVERY = 6


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the test's termbase."""

    entry: GlossaryEntry
    article: str
    """`the` where English says it before the name."""


@cache
def names() -> list[Name]:
    """The termbase of the test, `data/names.csv`."""
    with (DATA / "names.csv").open(encoding="utf-8", newline="") as file:
        return [
            Name(
                GlossaryEntry(
                    f"{row['type']}/test-{number}",
                    row["en"],
                    row["ar"],
                    EntryType(row["type"]),
                    en_variants=tuple(filter(None, row["en_variants"].split("|"))),
                    ar_variants=tuple(filter(None, row["ar_variants"].split("|"))),
                    authority="test",
                ),
                row["article"],
            )
            for number, row in enumerate(csv.DictReader(file))
        ]


def texts(language: Language) -> Iterator[dict[str, object]]:
    """The texts in `language`, the names in each with what may stand for them, a translation."""
    templates, translations = (
        (DATA / f"{kind}_{language}.txt").read_text(encoding="utf-8").splitlines()
        for kind in ("templates", "references")
    )
    turns = {
        sign: (_in_turn([one for one in names() if one.entry.type is kind]))
        for sign, kind in _KINDS.items()
    }
    seen: set[str] = set()
    number = count()
    for _ in range(ROUNDS):
        for template, translation in zip(templates, translations, strict=True):
            source, found = _filled(template, turns, language, next(number))
            if source not in seen:
                seen.add(source)
                reference = _translated(translation, found, language.other)
                yield {"source": source, "names": found, "reference": reference}


def _in_turn(listed: Sequence[Name]) -> Iterator[Name]:
    """All of `listed` again and again, neighbours changing with every round."""
    for step in count(1):
        if len(listed) % step or step == 1:
            yield from (listed[at * step % len(listed)] for at in range(len(listed)))


def _filled(
    template: str, turns: dict[str, Iterator[Name]], language: Language, number: int
) -> tuple[str, list[dict[str, Any]]]:
    used: dict[str, list[Name]] = {sign: [] for sign in _KINDS}
    found: list[dict[str, Any]] = []

    def name(place: re.Match[str]) -> str:
        sign, how = place["kind"], place["how"]
        if how != "1":
            fresh = next(one for one in turns[sign] if one not in used[sign])
            used[sign].append(fresh)
        one = used[sign][0] if how == "1" else used[sign][-1]
        forms, target = one.entry.forms(language), language.other
        surface = forms[-1 if number % _VARIANT_EVERY == 0 else 0]
        accepted = one.entry.forms(target)
        found.append({"source": surface, "target": accepted[0], "accepted": list(accepted)})
        if language is Language.ARABIC:
            return join_clitic(place["clitic"] or "", surface)
        article = one.article and f"{one.article.title() if how == '^' else one.article} "
        if surface.isupper() and surface != "PLO":
            article = ""  # acronyms said as a word
        own = place["own"] and ("'" if surface.endswith("s") else "'s")
        return f"{article}{surface}{own or ''}"

    return _PLACE.sub(name, template), found


def _translated(translation: str, found: Sequence[dict[str, Any]], language: Language) -> str:
    """A translation's places, numbered in the order of the source, filled with the names."""

    def name(place: re.Match[str]) -> str:
        target: str = found[int(place["number"]) - 1]["target"]
        if language is Language.ARABIC:
            return join_clitic(place["clitic"] or "", target)
        article = next((one.article for one in names() if one.entry.en == target), "")
        return f"{article} {target}".strip()

    text = _NUMBERED.sub(name, translation)
    return text[:1].upper() + text[1:]


def main() -> None:
    """Write both files."""
    for language in Language:
        file = DATA / f"names_{language}_{language.other}.jsonl"
        with file.open("w", encoding="utf-8") as out:
            for item in texts(language):
                out.write(json.dumps(item, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
