"""Direction of mixed text: foreign runs to isolate, raw controls to neutralise.

Sources: Unicode Standard Annex 9 (bidirectional algorithm; the rule numbers below are
its), W3C "Inline markup and bidirectional text in HTML", CVE-2021-42574 (hidden
reordering by unbalanced controls).
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from translate_app.adapters.formats.controls import strip_controls
from translate_app.domain.language import Direction, Language

_LINE_ENDS: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_NOT_ENCODABLE: Final = re.compile("[\ud800-\udfff]")
_OBJECT: Final = "\ufffc"
_ISOLATES: Final = re.compile("[\u2066-\u2069]")


def exportable(text: str) -> str:
    """`text` as a file may carry it: its controls cannot reorder what stands beside it.

    Line ends become `\\n`; what `strip_controls` strips is gone (paired isolates stay);
    lone surrogates, which UTF-8 has no bytes for, become U+FFFD.
    """
    if text.isprintable() and _OBJECT not in text:
        return text  # The usual case, hundreds of times as fast.
    stripped, _ = strip_controls(_LINE_ENDS.sub("\n", text))
    return _NOT_ENCODABLE.sub("\ufffd", stripped)


def markup_text(text: str) -> str:
    """`exportable` text without isolates either, for formats that isolate by markup."""
    return _ISOLATES.sub("", exportable(text))


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text; `direction` is set where it must be isolated from its neighbours."""

    text: str
    direction: Direction | None = None


_BREAKS: Final = frozenset("،؛؟\n\t\u2029")
"""End a run: they belong to the sentence around it, not to the foreign name."""
_PAIRS: Final = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "‘": "’", "<": ">"}
_CLOSING: Final = {closing: opening for opening, closing in _PAIRS.items()}
_DEEPEST: Final = 8
"""Brackets inside brackets that are followed; bounds the time for hostile texts."""
_BEFORE: Final = re.compile(r"[@#$€£+~/\\]?(?:\d+[.,-]?)*\Z")
_NUMBER_AFTER: Final = {
    # European digits turn to the Latin word before them, Arabic ones never do (W2, W7).
    Direction.LTR: re.compile(r"[ \u00a0][0-9]+(?:[.,:/-][0-9]+)*(?!\w)"),
    Direction.RTL: re.compile(r"[ \u00a0][0-9٠-٩]+(?:[.,:/٫٬-][0-9٠-٩]+)*(?!\w)"),
}
_JOINED_AFTER: Final = re.compile(r"[0-9/+#%&=_*~?.:-]*[0-9/+#%&=_*~](?=\s|[)\].,:;!?،؛؟»”\"']|\Z)")
_ABBREVIATION: Final = re.compile(r"(?:^|[\s(.])(?:[^\W\d_]\.)+[^\W\d_]\Z")
_PHONE: Final = re.compile(r"(?<![\w+])\+\d[\d ()\u00a0.-]{4,20}\d(?!\w)")


def isolate_runs(text: str, base: Language) -> tuple[Run, ...]:
    """`text` cut into runs, those of the direction opposite to `base` marked to isolate.

    A run reaches from a strong letter of the other direction to the last one before the
    next strong letter of the base, a sentence mark of the base or a line end. It takes
    with it what belongs to it: digits and signs joined to it, a number one space behind
    it (the algorithm would give it to the run too, W7 and W2), the bracket or quotation
    mark that closes one opened inside. Other punctuation stays with the sentence. In an
    Arabic text international telephone numbers are isolated as well, whose groups would
    else be shown in reverse order. Joining the runs gives `text` back.
    """
    foreign = Direction.RTL if base.direction is Direction.LTR else Direction.LTR
    spans = _foreign_spans(text, foreign)
    if foreign is Direction.LTR:
        spans = _with_phones(text, spans)
    runs: list[Run] = []
    done = 0
    for start, end in spans:
        if start > done:
            runs.append(Run(text[done:start]))
        runs.append(Run(text[start:end], foreign))
        done = end
    if done < len(text):
        runs.append(Run(text[done:]))
    return tuple(runs)


def _strong(character: str) -> Direction | None:
    """Direction of a strong character (L, R, AL), None of any other."""
    kind = unicodedata.bidirectional(character)
    if kind == "L":
        return Direction.LTR
    return Direction.RTL if kind in ("R", "AL") else None


def _foreign_spans(text: str, foreign: Direction) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    place = done = 0
    while place < len(text):
        if _strong(text[place]) is not foreign:
            place += 1
            continue
        start = place - len(_joined_before(text, done, place))
        end = _extended(text, start, _core_end(text, place, foreign), foreign)
        spans.append((start, end))
        place = done = end
    return spans


def _joined_before(text: str, done: int, place: int) -> str:
    """Signs and digits directly before a run: `@`, `$5` of `$5m`."""
    match = _BEFORE.search(text[max(done, place - 20) : place])
    return match.group() if match else ""


def _core_end(text: str, start: int, foreign: Direction) -> int:
    """End of the last foreign letter of the run that begins at `start`.

    The run stops before a bracket or quotation mark whose partner is not in it.
    """
    end = start + 1
    openings: list[tuple[str, int]] = []
    for place in range(start, len(text)):
        character = text[place]
        strong = _strong(character)
        if character in _BREAKS or strong not in (None, foreign):
            break
        if character in _PAIRS:
            if len(openings) == _DEEPEST:
                break
            openings.append((character, end))
        elif character in _CLOSING and not _is_apostrophe(text, place):
            if not openings or openings[-1][0] != _CLOSING[character]:
                break
            openings.pop()
            end = place + 1
        # Marks that combine with the last letter are part of it.
        if strong is foreign or (unicodedata.combining(character) and place == end):
            end = place + 1
    for opening, _ in reversed(openings):
        if text[end : end + 1] != _PAIRS[opening]:
            return min(end, openings[0][1])
        end += 1
    return end


def _is_apostrophe(text: str, place: int) -> bool:
    return text[place] == "’" and text[place + 1 : place + 2].isalpha()


def _extended(text: str, start: int, end: int, foreign: Direction) -> int:
    """`end` behind what belongs to the run: a number, joined signs, an abbreviation's dot."""
    for belongs in (_JOINED_AFTER, _NUMBER_AFTER[foreign], _JOINED_AFTER):
        match = belongs.match(text, end)
        if match:
            end = match.end()
    if text[end : end + 1] == "." and _ABBREVIATION.search(text[start:end]):
        end += 1
    return end


def _with_phones(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`spans` and the telephone numbers that lie in none of them."""
    phones = [
        match.span()
        for match in _PHONE.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in spans)
    ]
    return sorted(spans + phones)
