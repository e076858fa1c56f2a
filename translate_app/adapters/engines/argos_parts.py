"""Cuts a text that is longer than a model can take; joined, the parts are all of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_MAX_PIECES = 200  # the models saw no longer lines in training
_PART_PIECES = 60  # of a line that must be cut anyway: shorter parts lose less

_CUTS = (
    re.compile(r"(?<=[،؛,;:–—])\s+"),
    re.compile(r"\s+(?=(?:and|but|or|which|who|while|as|that|أن|الذي|التي|حيث|كما)\s|و\w{2})"),
    re.compile(r"\s+"),
)
"""Where a text that is too long is cut, best places first."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a prepared text that goes through the model on its own."""

    offset: int
    text: str


def parts_of(text: str, encode: Callable[[str], list[str]]) -> list[Part]:
    """`text` as it is, or in parts where it is too long; joined they are all of it."""
    if len(encode(text)) <= _MAX_PIECES:
        return [Part(0, text)] if text.strip() else []
    parts, rest = [], [Part(0, text)]
    while rest:
        part = rest.pop()
        if len(part.text) <= 1 or len(encode(part.text)) <= _PART_PIECES:
            parts.append(part)
            continue
        at = _middle(part.text)
        rest.append(Part(part.offset + at, part.text[at:]))
        rest.append(Part(part.offset, part.text[:at]))
    return [part for part in parts if part.text.strip()]


def _middle(text: str) -> int:
    """Where to cut `text` in two: the best kind of place, as near the middle as can be."""
    middle = len(text) // 2
    for pattern in _CUTS:
        places = [found.end() for found in pattern.finditer(text)]
        inside = [at for at in places if len(text) // 5 <= at <= len(text) * 4 // 5]
        if inside:
            return min(inside, key=lambda at: abs(at - middle))
    return middle
