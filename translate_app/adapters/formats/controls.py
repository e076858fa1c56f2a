"""Invisible characters of incoming text: stripped and reported, never silently kept.

What goes: C0 and C1 controls, bidirectional marks, embeddings and overrides, unpaired
isolates, zero-width space, word joiner, byte order mark, soft hyphen, tags. What stays:
paired isolates (UAX 9, BD9) and the joiners U+200C and U+200D, which are spelling.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from translate_app.domain.document import DroppedText, DropReason

_STRIPPED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 (without tab and line feed), DEL, C1
    "\u00ad\u061c\u180e\u200b\u200e\u200f"  # soft hyphen, ALM, MVS, ZWSP, LRM, RLM
    "\u202a-\u202e"  # embeddings and overrides
    "\u2060-\u2064\u206a-\u206f"  # word joiner, invisible operators, deprecated
    "\ufeff\ufff9-\ufffc\ufdd0-\ufdef\ufffe\uffff"  # BOM, annotations, noncharacters
    "\U000e0000-\U000e007f]"  # tags
)
_OPENING = "\u2066\u2067\u2068"
_CLOSING = "\u2069"
_ISOLATES = frozenset(_OPENING + _CLOSING)
_NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Removed:
    """How often a character was stripped, and the line where it first stood (0: none)."""

    count: int
    line: int


def strip_controls(text: str, first_line: int = 0) -> tuple[str, dict[str, Removed]]:
    """`text` without invisible controls, and what was taken out, by character.

    Isolates are paired within a line, because a line end closes them (UAX 9, X8).
    Lines are counted from `first_line`; 0 means that the format has no lines.
    """
    removed: dict[str, Removed] = {}
    lines = []
    for offset, line in enumerate(text.split("\n")):
        stray = _unpaired_isolates(line)
        if not stray and not _STRIPPED.search(line):
            lines.append(line)
            continue
        kept = []
        for index, character in enumerate(line):
            if index in stray or _STRIPPED.match(character):
                before = removed.get(character)
                at = before.line if before else first_line and first_line + offset
                removed[character] = Removed((before.count if before else 0) + 1, at)
            else:
                kept.append(character)
        lines.append("".join(kept))
    return "\n".join(lines), removed


def control_notes(removals: Iterable[Mapping[str, Removed]]) -> tuple[DroppedText, ...]:
    """One note for each kind of character (`U+202E x2`), at its first line."""
    total: dict[str, Removed] = {}
    for removed in removals:
        for character, found in removed.items():
            before = total.get(character)
            total[character] = Removed(before.count + found.count, before.line) if before else found
    return tuple(
        DroppedText(
            f"U+{ord(character):04X} x{found.count}", DropReason.CONTROL_CHARACTERS, found.line
        )
        for character, found in sorted(total.items())
    )


def plain_spaces(text: str) -> str:
    """`text` with plain spaces where no-break spaces do the work of plain ones.

    A no-break space is kept where an author put one (`5 000`); in a text that has more of
    them than of plain spaces they are an artefact of the page it was copied from.
    """
    if text.count(_NO_BREAK_SPACE) > text.count(" "):
        return text.replace(_NO_BREAK_SPACE, " ")
    return text


def _unpaired_isolates(line: str) -> frozenset[int]:
    if _ISOLATES.isdisjoint(line):
        return frozenset()
    open_at: list[int] = []
    stray = set()
    for index, character in enumerate(line):
        if character in _OPENING:
            open_at.append(index)
        elif character == _CLOSING:
            if open_at:
                open_at.pop()
            else:
                stray.add(index)
    return frozenset(stray.union(open_at))
