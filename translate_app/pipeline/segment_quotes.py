"""Quotations and brackets, and which ends inside them split a segment.

Marks are paired by where they stand, not by their shape alone: real releases open with
one mark and close with another (`“ … "`), reverse them (`”…“`) or never close them. A
quotation ends on its own line; a mark without a partner is no quotation.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

BIDI_MARKS = (
    "\u061c\u200b\u200c\u200d\u200e\u200f\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Marks of direction and other characters without a shape of their own."""
QUOTATION_MARKS = "\"'“”„‟«»‘’‚‹›`＂"
OPENING_BRACKETS = "([{"
CLOSING_BRACKETS = ")]}"
ENDING_MARKS = ".!?…؟۔"

_FEWEST_WORDS = 3
"""With fewer, a part of a quotation is a call (“No. Never.”) and not split off."""
_EMBEDDED_WORDS = 12
"""A quotation up to this long may be a part of the sentence around it."""
_BRACKET_WORDS = 40
"""A longer bracket was most likely never closed."""

_DOUBLE_MARK = re.compile(r'["“”„‟«»＂]')
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_INVISIBLE = re.compile(rf"[\s{BIDI_MARKS}]+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quotation or bracket: from its opening mark to just after its closing mark."""

    start: int
    end: int


def find_quotations(line: str) -> list[Stretch]:
    """The quotations of `line` in order, none inside another.

    Single marks are left out: ’ is an apostrophe far more often. A mark that opens while
    a quotation is open means that the first was never closed.
    """
    found: list[Stretch] = []
    opened: int | None = None
    for match in _DOUBLE_MARK.finditer(line):
        mark, at = match[0], match.start()
        before = line[at - 1 : at]
        joins_left = bool(before) and not before.isspace() and before not in OPENING_BRACKETS
        joins_right = at + 1 < len(line) and not line[at + 1].isspace()
        if opened is not None and (joins_left or (mark in "”»" and not joins_right)):
            found.append(Stretch(opened, at + 1))
            opened = None
        elif joins_right and not (joins_left and mark in "”»"):
            opened = at
    return found


def find_brackets(line: str) -> list[Stretch]:
    """The innermost brackets of `line` that are not too long to be meant."""
    return [
        Stretch(*match.span())
        for match in _BRACKETS.finditer(line)
        if len(match[0].split()) <= _BRACKET_WORDS
    ]


def mark_before(line: str, stretch: Stretch) -> str:
    """The letter or mark before a quotation or bracket, closing marks left out; "" for none."""
    head = line[max(0, stretch.start - 20) : stretch.start]
    return head.rstrip().rstrip(QUOTATION_MARKS + CLOSING_BRACKETS + BIDI_MARKS)[-1:]


def drop_inner_ends(
    line: str, ends: list[int], quotations: list[Stretch], brackets: list[Stretch]
) -> list[int]:
    """`ends` (ascending) without those inside a quotation or bracket that should stay whole."""
    dropped: set[int] = set()
    for quotation in quotations:
        inner = _inside(ends, quotation)
        if inner:
            whole = _is_embedded(line, quotation)
            dropped.update(inner if whole else _short_parts(line, inner, quotation))
    for bracket in brackets:
        inner = _inside(ends, bracket)
        if inner:
            whole = mark_before(line, bracket) not in ENDING_MARKS
            dropped.update(inner if whole else _short_parts(line, inner, bracket))
    return [end for end in ends if end not in dropped]


def _inside(ends: list[int], stretch: Stretch) -> list[int]:
    return ends[bisect_right(ends, stretch.start) : bisect_left(ends, stretch.end)]


def _short_parts(line: str, inner: list[int], stretch: Stretch) -> list[int]:
    """Those of the ends that have too few words on one side to part two sentences."""
    borders = [stretch.start, *inner, stretch.end]
    counts = [_count_words(line[begin:end]) for begin, end in pairwise(borders)]
    parts = zip(inner, pairwise(counts), strict=True)
    return [end for end, sides in parts if min(sides) < _FEWEST_WORDS]


def _is_embedded(line: str, quotation: Stretch) -> bool:
    """Whether a short quotation is a part of the sentence around it, such as a slogan."""
    if _count_words(line[quotation.start : quotation.end]) > _EMBEDDED_WORDS:
        return False
    following = _INVISIBLE.sub("", line[quotation.end : quotation.end + 10])
    goes_on = following[:1].isalpha() and not following[:1].isupper()
    return goes_on and line[quotation.end - 2] not in ENDING_MARKS + ",،:؛;"


def _count_words(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())
