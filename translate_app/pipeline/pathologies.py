"""What small models do wrong as a whole, told from the two texts alone, and what mends it.

Pure: the stages use these functions on drafts, the checks on whatever a person saves.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import Span

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Bidi marks and overrides, zero-width and control characters; joiners have a use in Arabic."""

_LOOP = re.compile(
    r"(?<!\w)(?:(?P<word>\w+)(?:[\s,،]+(?P=word)){2,}"
    r"|(?P<phrase>\w+(?:[\s,،]+\w+){1,11})(?:[\s,،]+(?P=phrase))+)(?!\w)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_SHORTEST_STUTTER = 8
_STUTTER = re.compile(r"(?P<piece>[^\W\d_]{2,8}?)(?P=piece){3,}")

_TOKEN = re.compile(r"\S+")
_IN_ADDRESS = re.compile(r"://|[@#_]|\w\.\w")
_ASIDE = re.compile(r"[\"“”„«(\[][^\"“”„«»()\[\]]{1,200}[\"“”„»)\]]")
_LATIN = "A-Za-z\u00c0-\u024f"
_ARABIC = "\u0620-\u064a\u0671-\u06d3"
_PROSE = {
    Language.ARABIC: re.compile(
        rf"(?<![{_LATIN}'’-])(?:[{_LATIN}][{_LATIN}'’-]*[ ,]+){{2,}}[{_LATIN}][{_LATIN}'’-]*"
    ),
    Language.ENGLISH: re.compile(rf"(?<![{_ARABIC}])(?:[{_ARABIC}]+[ ،]+){{2,}}[{_ARABIC}]+"),
}
"""Three words or more in the script of the other language."""
_FOREIGN = re.compile(rf"(?:(?![{_LATIN}{_ARABIC}])[^\W\d_]){{2,}}")
"""A word in a script that is neither."""


class Pathology(StrEnum):
    """What is wrong with a draft as a whole."""

    EMPTY = "empty"
    COPY = "copy"
    LOOP = "loop"
    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    SCRIPT = "script"


@dataclass(frozen=True, slots=True)
class LengthBounds:
    """How long a translation may be for its source, both in characters without marks."""

    least: float
    most: float
    slack: int = 20
    """Characters allowed beyond either bound: a short source may well double."""


LENGTH_BOUNDS = {
    Language.ARABIC: LengthBounds(0.54, 1.45),
    Language.ENGLISH: LengthBounds(0.69, 1.87),
}
"""By the language of the target; the 0.1 and 99.9 percentiles of the references of FLORES-200 dev
(997 pairs each; the median is 0.87 into Arabic and 1.15 into English)."""


def pathologies(source: str, target: str, pair: LanguagePair) -> tuple[Pathology, ...]:
    """Everything that is wrong with `target` as a translation of `source`."""
    if not target.strip():
        return (Pathology.EMPTY,) if source.strip() else ()
    found = []
    if is_copy(source, target):
        found.append(Pathology.COPY)
    if loop(target) and not loop(source):
        found.append(Pathology.LOOP)
    long_or_short = length_fault(source, target, pair.target)
    if long_or_short:
        found.append(long_or_short)
    if foreign_prose(source, target, pair.target):
        found.append(Pathology.SCRIPT)
    return tuple(found)


def is_copy(source: str, target: str) -> bool:
    """Whether `target` repeats a source that holds words, not only numbers and addresses."""
    bare = " ".join(source.split())
    return bare == " ".join(target.split()) and any(map(str.isalpha, _without_addresses(bare)))


def loop(text: str) -> Span | None:
    """The first stretch of `text` that says the same again and again.

    A word three times on end, two words or more twice, or a piece of a word four times.
    Numbers are no words here: 000 000 000 is a number.
    """
    for pattern in _possible_loops(text):
        for found in pattern.finditer(text):
            if any(map(str.isalpha, found[0])):
                return Span(*found.span())
    return None


def _possible_loops(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns worth trying: hardly a sentence says the same two words twice."""
    words = _WORD.findall(text.lower())
    if len(set(pairwise(words))) < len(words) - 1:
        yield _LOOP
    if any(len(word) >= _SHORTEST_STUTTER and _STUTTER.search(word) for word in words):
        yield _STUTTER


def length_fault(source: str, target: str, language: Language) -> Pathology | None:
    """Whether `target` is far longer or shorter than translations of such a source are."""
    bounds = LENGTH_BOUNDS[language]
    before, after = len(source.strip()), len(target.strip())
    if after > bounds.most * before + bounds.slack:
        return Pathology.TOO_LONG
    if after < bounds.least * before - bounds.slack:
        return Pathology.TOO_SHORT
    return None


def foreign_prose(source: str, target: str, language: Language) -> Span | None:
    """The first prose of `target` in the script of the other language, or in a third script.

    Names in capitals, quotations, brackets and addresses may be in any script, and so may
    a word of a third script that the source has as well.
    """
    prose = _PROSE[language]
    for found in prose.finditer(_blanked(target)) if prose.search(target) else ():
        words = found[0].split()
        if language is Language.ENGLISH or sum(word[0].islower() for word in words) > 1:
            return Span(*found.span())
    for found in _FOREIGN.finditer(target):
        if found[0] not in source:
            return Span(*found.span())
    return None


def _blanked(text: str) -> str:
    """`text` with asides and addresses as signs, so that places stay and runs end there."""
    return _without_addresses(_ASIDE.sub(lambda found: "|" * len(found[0]), text))


def _without_addresses(text: str) -> str:
    if not _IN_ADDRESS.search(text):
        return text
    return _TOKEN.sub(
        lambda found: "|" * len(found[0]) if _IN_ADDRESS.search(found[0]) else found[0], text
    )


def mended(source: str, target: str, pair: LanguagePair, kept: Sequence[str] = ()) -> str:
    """`target` without invisible characters, loops and what runs on beyond its length.

    None of `kept` (names, literals) is lost: where a cut would lose one, nothing is cut.
    """
    text = INVISIBLE.sub("", target)
    if loop(text) and not loop(source):
        text = _guarded(text, _collapsed(text), kept)
    if length_fault(source, text, pair.target) is Pathology.TOO_LONG:
        bounds = LENGTH_BOUNDS[pair.target]
        limit = int(bounds.most * len(source.strip()) + bounds.slack)
        text = _guarded(text, _cut_off(text, limit), kept)
    return text


def _guarded(before: str, after: str, kept: Sequence[str]) -> str:
    lost = any(after.count(name) < min(before.count(name), kept.count(name)) for name in kept)
    return before if lost else after


def _collapsed(text: str) -> str:
    """What is said again and again, said once."""
    text = _STUTTER.sub(lambda found: found["piece"], text)
    last = ""
    while last != text:
        last = text
        text = _LOOP.sub(_once, text)
    return text


def _once(found: re.Match[str]) -> str:
    once: str = found["word"] or found["phrase"]
    return once if any(map(str.isalpha, found[0])) else found[0]


def _cut_off(text: str, limit: int) -> str:
    """The beginning of `text` up to the last clause that ends within `limit` characters."""
    ends = [found.start() for found in re.finditer(r"[.,;:!?،؛؟…](?=\s)", text[: limit + 1])]
    at = next((end for end in reversed(ends) if end >= limit // 2), None)
    return text[:at] if at else text[:limit].rpartition(" ")[0] or text
