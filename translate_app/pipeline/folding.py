"""Folding: the spelling under which names are compared. What is stored keeps its own.

One set of rules for both scripts, so that mixed text needs no guess of its language:

* Arabic: tashkeel and tatweel dropped, hamza carriers to their letter, ى to ي, ة to ه,
  Persian ک ی to ك ي, presentation forms to letters, every digit to ASCII;
* Latin: case folded, diacritics dropped, the apostrophes as one, the hyphens as one;
* white space to a space; format characters (bidi marks, joiners, soft hyphen) and raised
  digits, which are footnote marks in press releases, dropped.

Every rule looks at one character alone, so a piece of a text folds to the same piece of
the folded text. ة is therefore folded wherever it stands; inside a word it does not occur.
Decompositions are those of Unicode Standard Annex #15, case folding that of chapter 3.13.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from translate_app.domain.segment import Span

_TATWEEL = "\u0640"
_LETTERS = str.maketrans(
    {
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ٱ": "ا",
        # Letters with a stroke have no decomposition in Unicode.
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ħ": "h",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        # Apostrophes, and the signs that transliteration has for ع and ء.
        **dict.fromkeys("’‘‛ʼʻʾʿ´`′＇", "'"),
        # Hyphen and non-breaking hyphen; dashes stay what they are.
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("⁰¹²³⁴⁵⁶⁷⁸⁹", ""),
    }
)
_UNEVEN = "\uffff"
"""Stands for a character that becomes none or several; itself it is no character."""
_KNOWN_LETTERS = 4096


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back to the text it was made from."""

    text: str
    offsets: Sequence[int]
    """For each folded character the index of the source character it came from."""
    ends: Sequence[int]
    """For each folded character the source index after it and the marks that sit on it."""

    def source_span(self, start: int, end: int) -> Span:
        """The piece of the source that became the folded characters `start` to `end`.

        A ligature counts as a whole, even where the piece cuts through it.
        """
        if start >= end:
            place = self.offsets[start] if start < len(self.offsets) else self._length
            return Span(place, place)
        return Span(self.offsets[start], self.ends[end - 1])

    @property
    def _length(self) -> int:
        return self.ends[-1] if self.ends else 0


def fold(text: str) -> Folded:
    """`text` folded for comparison, with offsets that map back to it."""
    evenly = _fold_each(text)
    if _UNEVEN not in evenly:
        return Folded(evenly, range(len(text)), range(1, len(text) + 1))
    pieces: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    edge = 0
    while (index := evenly.find(_UNEVEN, edge)) >= 0:
        pieces.append(evenly[edge:index])
        offsets.extend(range(edge, index))
        ends.extend(range(edge + 1, index + 1))
        edge = index + 1
        folded = _fold_character(text[index])
        if folded:
            pieces.append(folded)
            offsets.extend([index] * len(folded))
            ends.extend([edge] * len(folded))
        elif ends and ends[-1] == index and _sits_on_letter(text[index]):
            ends[-1] = edge
    pieces.append(evenly[edge:])
    offsets.extend(range(edge, len(text)))
    ends.extend(range(edge + 1, len(text) + 1))
    return Folded("".join(pieces), offsets, ends)


def folded_words(text: str) -> str:
    """`text` folded, with one space between its words and none around them."""
    return " ".join(fold(text).text.split())


def fold_evenly(text: str) -> str | None:
    """`text` folded where each of its characters becomes one, else None."""
    folded = _fold_each(text)
    return None if _UNEVEN in folded else folded


def _fold_each(text: str) -> str:
    """Each character folded where it becomes one, else the sign for that it does not."""
    return text.translate(_ASCII if text.isascii() else _EVEN)


def _sits_on_letter(character: str) -> bool:
    """Whether a dropped character belongs to the letter before it."""
    return character == _TATWEEL or unicodedata.category(character) in ("Mn", "Me")


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if character.isspace():
        return " "
    mapped = character.translate(_LETTERS)
    if mapped != character:
        return mapped
    compatible = unicodedata.normalize("NFKD", character)
    cased = unicodedata.normalize("NFKD", compatible.casefold())
    folded = "".join(map(_fold_part, cased.translate(_LETTERS)))
    # The isolated tashkeel of the presentation forms decompose to a space and a mark.
    return folded if folded.strip() else ""


def _fold_part(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf") or character == _TATWEEL:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return " " if character.isspace() else character


class _Even(dict[int, str]):
    """The folded character by code point, learnt as texts need it."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        one = folded if len(folded) == 1 else _UNEVEN
        if len(self) < _KNOWN_LETTERS:
            self[code] = one
        return one


_ASCII = {code: _fold_character(chr(code)) for code in range(128)}
_EVEN = _Even(_ASCII)
