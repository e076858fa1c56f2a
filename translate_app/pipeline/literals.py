"""What a translation copies as it stands: addresses, handles, document symbols, quoted words.

Symbols are those of the United Nations (Editorial Manual, document symbols: `S/RES/2254
(2015)`, `A/HRC/46/54/Add.1`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from translate_app.domain.language import Language
from translate_app.domain.segment import Span

_TOP_LEVEL = r"(?:com|edu|gov|info|int|mil|net|news|org)(?:\.[a-z]{2})?"
_ADDRESS = (
    r"(?:https?://|www\.)[^\s<>\"«»“”]*[\w/]"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|(?<![\w@.])(?:[A-Za-z0-9-]+\.)+{_TOP_LEVEL}(?![\w.]*\w)(?:/[^\s<>\"«»“”]*[\w/])?"
)
_HANDLE = r"(?<!\w)[@#]\w+|(?<!\w)[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+(?!\w)"
_SYMBOL = (
    r"(?<![\w/])(?=[A-Z][^\s()]{0,80}\d)[A-Z]{1,6}(?:/[A-Z0-9][A-Za-z0-9.-]*(?<![.-])){1,8}"
    r"(?:\s?\(\d{4}\))?(?!\w)"
)
_PHONE = r"(?<![\w+])\+\d[\d\s().-]{6,20}\d(?!\w)"
_LITERAL = re.compile("|".join((_ADDRESS, _HANDLE, _SYMBOL, _PHONE)))
_BY_KIND = re.compile(
    rf"(?P<address>{_ADDRESS})|(?P<handle>{_HANDLE})|(?P<symbol>{_SYMBOL})|(?P<phone>{_PHONE})"
)
_SIGN_OF_LITERAL = re.compile(r"[@#_/+]|\w\.\w")
"""Every literal has one of these; most texts have none, and are spared the search."""

_NUMBER = re.compile(
    r"(?:(?<![\w.,٫٬])|(?<=\b[وفبلك])|(?<=\b[وفبلك]\u0640))"
    r"\d+(?:[.,:/٫٬-]\d+|،\d{3}(?!\d))*(?:\s?[%٪]|\s\(\d{4}\))?(?!\w)"
)
"""Numbers with separators and percent sign or the year of a resolution; the clitic before an
Arabic number stays outside, as that of a name does."""

_LATIN_RUN = re.compile(
    r"[A-Za-z\u00c0-\u024f][\w'’&./-]*(?:(?:,?\s+|\s*[&–-]\s*)[A-Za-z\u00c0-\u024f][\w'’&./-]*)*"
    r"(?<![./-])"
)
_ARABIC_RUN = re.compile(
    "[\u0621-\u064a][\u0621-\u0652\u0670]*(?:[\\s،]+[\u0621-\u064a][\u0621-\u0652\u0670]*)*"
)


class SlotKind(IntEnum):
    """What goes through an engine hidden; where marks are few, lower kinds come first."""

    NAME = 0
    LITERAL = 1
    """Stands in the target exactly as in the source."""
    DATE = 2
    NUMBER = 3


@dataclass(frozen=True, slots=True)
class Copied:
    """A stretch that a translation takes over from its source."""

    span: Span
    text: str
    kind: SlotKind


class LiteralKind(StrEnum):
    """What a literal is."""

    ADDRESS = "address"
    """Of the web or of mail."""
    HANDLE = "handle"
    """`@name`, `#tag` or a name with underscores."""
    SYMBOL = "symbol"
    """Of a United Nations document."""
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class FoundLiteral:
    """A literal and its place in a text."""

    span: Span
    text: str
    kind: LiteralKind


def find_literals(text: str) -> tuple[FoundLiteral, ...]:
    """The addresses, handles, document symbols and phone numbers of `text`, none overlapping."""
    if not _SIGN_OF_LITERAL.search(text):
        return ()
    return tuple(
        FoundLiteral(Span(*found.span()), found[0], LiteralKind(found.lastgroup))
        for found in _BY_KIND.finditer(text)
        if found.lastgroup
    )


def find_copied(source: str, target_language: Language) -> Iterator[Copied]:
    """The literals and numbers of `source`: they may overlap, the earlier counts.

    In a source of the other script, words already in the script of the target are literals
    as well: quoted Latin names in Arabic, an Arabic title in English.
    """
    run = _LATIN_RUN if target_language is Language.ENGLISH else _ARABIC_RUN
    patterns = (
        (_LITERAL, SlotKind.LITERAL),
        (_NUMBER, SlotKind.NUMBER),
        (run, SlotKind.LITERAL),
    )
    for pattern, kind in patterns:
        if pattern is _LITERAL and not _SIGN_OF_LITERAL.search(source):
            continue
        for found in pattern.finditer(source):
            yield Copied(Span(*found.span()), found.group(), kind)
