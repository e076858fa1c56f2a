"""Hides names, dates and numbers behind marks that an engine copies, so that it cannot garble them.

What is hidden keeps its place: every mask knows where each slot stands, in the source and in
the text that the engine sees.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translate_app.domain.client import HouseStyle
from translate_app.domain.glossary import GlossaryMatch
from translate_app.domain.language import LanguagePair
from translate_app.domain.segment import Span
from translate_app.pipeline.date_spans import find_dates
from translate_app.pipeline.date_words import CalendarDate, date_words
from translate_app.pipeline.digits import digits_for, in_digits
from translate_app.pipeline.literals import SlotKind, find_copied

MARK = re.compile("\uff5f[0-9]\uff60")
"""A mark as the starter packages know it: ｟0｠ to ｟9｠."""

_DEFAULT_STYLE = HouseStyle()
_BRACKETS = {ord("\uff5f"): "(", ord("\uff60"): ")"}


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of a source whose counterpart in the target is known."""

    span: Span
    """Its place in the source; clitics of a name are not part of it."""
    text: str
    """What must stand in the target."""
    kind: SlotKind = SlotKind.NAME
    match: GlossaryMatch | None = None
    """The name it is; None for anything else."""
    date: CalendarDate | None = None
    """The date it is; None for anything else."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A stretch of a source as the engine sees it."""

    text: str
    slots: tuple[Slot, ...]
    places: tuple[Span, ...]
    """Where each slot stands in `text`."""
    marks: tuple[str, ...]
    """The mark of each slot, empty where the slot was left as it is."""


def without_marks(text: str) -> str:
    """`text` with round brackets in place of the characters that marks are made of."""
    return text.translate(_BRACKETS)


def slots_of(
    source: str,
    matches: Sequence[GlossaryMatch],
    pair: LanguagePair,
    style: HouseStyle = _DEFAULT_STYLE,
) -> tuple[Slot, ...]:
    """The names of `source`, and the dates, addresses, numbers outside of them, in order.

    Dates are worded and numbers written as `style` has it; a number's value never changes.
    """
    target, digits = pair.target, digits_for(pair.target, style.digits)
    # A name in another number goes to the engine as it is: the termbase has no form for it.
    slots = [Slot(m.span, m.target(target), match=m) for m in matches if not m.inflected]
    for found in find_dates(source, pair.source):
        words = date_words(found.date, target, style)
        slots.append(Slot(found.span, words, SlotKind.DATE, date=found.date))
    for copied in find_copied(source, target):
        number = copied.kind is SlotKind.NUMBER
        text = in_digits(copied.text, digits) if number else copied.text
        slots.append(Slot(copied.span, text, copied.kind))
    return tuple(_apart(slots))


def _apart(slots: Sequence[Slot]) -> list[Slot]:
    """Those of `slots` that overlap none before them, in the order of the source."""
    kept: list[Slot] = []
    for slot in slots:
        span = slot.span
        if all(span.end <= one.span.start or one.span.end <= span.start for one in kept):
            kept.append(slot)
    return sorted(kept, key=lambda slot: slot.span.start)


def mask(source: str, stretch: Span, slots: Sequence[Slot], marks: Sequence[str]) -> Masked:
    """`stretch` of `source` with `marks` in place of its slots, names first, numbers last.

    A slot beyond the number of marks stays as it is. Characters that look like a mark become
    round brackets.
    """
    kept = [s for s in slots if stretch.holds(s.span)]
    hidden = sorted(kept, key=lambda slot: slot.kind)[: len(marks)]
    free = iter(marks)
    text, last = "", stretch.start
    places: list[Span] = []
    used: list[str] = []
    for slot in kept:
        text += without_marks(source[last : slot.span.start])
        used.append(next(free) if slot in hidden else "")
        shown = used[-1] or without_marks(source[slot.span.start : slot.span.end])
        places.append(Span(len(text), len(text) + len(shown)))
        text, last = text + shown, slot.span.end
    text += without_marks(source[last : stretch.end])
    return Masked(text, tuple(kept), tuple(places), tuple(used))
