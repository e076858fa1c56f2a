"""Puts names where an engine's answer left their marks, or where it ought to have.

The promise: every name and literal stands in the result, and no mark does.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from translate_app.domain.client import Digits
from translate_app.domain.engine import Hypothesis
from translate_app.domain.language import Language
from translate_app.domain.segment import Span, TermPlacement
from translate_app.pipeline.date_spans import find_dates
from translate_app.pipeline.digits import in_digits
from translate_app.pipeline.literals import SlotKind
from translate_app.pipeline.marks import MARK, Masked, Slot
from translate_app.pipeline.match import find_forms
from translate_app.pipeline.placement import place

_ATTACHED = re.compile(r"(?<!\w)(?:[وف]?(?:[بكل]|لل)?(?:ال)?)$")
_NUMBER = re.compile(r"\d+(?:[.,:/٫٬-]\d+)*(?:\s?[%٪])?")
_YEAR_WORDS = {
    Language.ARABIC: re.compile(r"(?<!\w)(?P<kept>[وف]?[بلك]?)(?:ال)?(?:عام|سنة)\s+\Z"),
    Language.ENGLISH: re.compile(r"(?<!\w)(?P<kept>)(?:the )?year(?: of)?\s+\Z"),
}
_YEAR = re.compile(r"\d{4}")
_IN = re.compile(r"(?<!\w)[Ii]n(?=\s*\Z)")
_WORDS_MORE = 2
"""An engine's own rendering of a name may be this many words longer than the name."""


@dataclass(frozen=True, slots=True)
class Settled:
    """An answer with its names in it."""

    text: str
    placements: tuple[TermPlacement, ...]
    """Which way each slot of the mask went."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """Characters of the answer that become a slot's text, or go where `slot` is None."""

    span: Span
    slot: int | None
    placement: TermPlacement = TermPlacement.MARK


def faults(masked: Masked, answer: str, language: Language) -> tuple[int, int]:
    """How many slots the answer lost, and how many marks it has too many of.

    An unmarked number or date is not counted: the engine may well have put it in words.
    """
    counts = [answer.count(mark) for mark in masked.marks if mark]
    missing, doubled = counts.count(0), sum(count > 1 for count in counts)
    if all(masked.marks):
        return missing, doubled
    bare = [
        slot
        for slot, (one, mark) in enumerate(zip(masked.slots, masked.marks, strict=True))
        if not mark and one.kind <= SlotKind.LITERAL
    ]
    written = _written(masked, answer, language)
    return missing + sum(slot not in written for slot in bare), doubled


def settle(masked: Masked, answer: Hypothesis, language: Language) -> Settled:
    """The text of `answer` with every slot of `masked` in it and no mark left.

    Only an unmarked number or date that the answer does not show may be left out.
    """
    edits = _marked(masked, answer)
    for slot, span in _written(masked, answer.text, language).items():
        dated = masked.slots[slot].date is not None  # the client's wording, not the engine's
        way = TermPlacement.ALIGNED if dated else TermPlacement.TRANSLATED
        edits.append(_Edit(span, slot, way))
    for slot in range(len(masked.slots)):
        if all(edit.slot != slot for edit in edits):
            rescued = _rescued(masked, answer, slot, edits)
            edits += [rescued] if rescued else []
    placements = {edit.slot: edit.placement for edit in edits if edit.slot is not None}
    return Settled(
        _rewritten(answer.text, edits, masked.slots, language),
        tuple(placements.get(slot, TermPlacement.MISSING) for slot in range(len(masked.slots))),
    )


def _marked(masked: Masked, answer: Hypothesis) -> list[_Edit]:
    """The marks of the answer: one for each slot, the rest for slots that have none or gone."""
    found = [(hit.group(), Span(*hit.span())) for hit in MARK.finditer(answer.text)]
    edits: list[_Edit] = []
    for slot, mark in enumerate(masked.marks):
        own = [span for sign, span in found if mark and sign == mark]
        looked = (
            own
            if len(own) == 1
            else [  # an alignment costs time where it is first read
                span for span in own if _looks_at(answer, span, masked.places[slot])
            ]
        )
        if own:
            edits.append(_Edit((looked or own)[0], slot))
    taken = {edit.span for edit in edits}
    for _, span in found:
        if span in taken:
            continue
        lost = [
            slot
            for slot, mark in enumerate(masked.marks)
            if mark
            and all(edit.slot != slot for edit in edits)
            and _looks_at(answer, span, masked.places[slot])
        ]
        if lost:  # the wrong mark in the right place
            edits.append(_Edit(span, lost[0], TermPlacement.ALIGNED))
        else:
            attached = _ATTACHED.search(answer.text[: span.start])
            start = attached.start() if attached else span.start
            edits.append(_Edit(Span(start, span.end), None))
    return edits


def _written(masked: Masked, answer: str, language: Language) -> dict[int, Span]:
    """Unmarked slots that the engine itself wrote in an accepted form, each in its place."""
    written: dict[int, Span] = {}
    for slot, (one, mark) in enumerate(zip(masked.slots, masked.marks, strict=True)):
        if mark:
            continue
        for span in _occurrences(one, answer, language):
            if not _overlapping(span, written.values()):
                written[slot] = span
                break
    return written


def _occurrences(slot: Slot, answer: str, language: Language) -> Iterable[Span]:
    """Where `answer` says what `slot` is, in whatever accepted form."""
    if slot.match:
        return find_forms(answer, slot.match.entry.forms(language), language)
    if slot.date:
        wanted = replace(slot.date, weekday=None)
        found = find_dates(answer, language)
        return [one.span for one in found if replace(one.date, weekday=None) == wanted]
    if slot.kind is SlotKind.NUMBER:
        value = in_digits(slot.text, Digits.LATIN)
        hits = _NUMBER.finditer(answer)
        return [Span(*hit.span()) for hit in hits if in_digits(hit[0], Digits.LATIN) == value]
    return [Span(*hit.span()) for hit in re.finditer(re.escape(slot.text), answer)]


def _rescued(masked: Masked, answer: Hypothesis, slot: int, edits: Sequence[_Edit]) -> _Edit | None:
    """An edit for a slot that the answer lost: over its rendering, or beside its neighbour.

    None for an unmarked number or date where the answer shows no other figure in its place.
    """
    place_of, one = masked.places[slot], masked.slots[slot]
    taken = [edit.span for edit in edits]
    stretch = _stretch(answer, place_of)
    countable = one.kind > SlotKind.LITERAL and not masked.marks[slot]
    if stretch and not masked.marks[slot]:
        written = answer.text[stretch.start : stretch.end]
        short = len(written.split()) <= len(one.text.split()) + _WORDS_MORE
        free = not _overlapping(stretch, taken) and not _strays(answer, stretch, place_of)
        if short and free and (not countable or any(map(str.isdecimal, written))):
            return _Edit(stretch, slot, TermPlacement.ALIGNED)
    if countable:
        return None
    at = stretch.start if stretch else _after_neighbour(answer, place_of.start)
    for span in taken:
        if span.start < at < span.end:
            at = span.end
    return _Edit(Span(at, at), slot, TermPlacement.INSERTED)


def _looks_at(answer: Hypothesis, target: Span, source: Span) -> bool:
    return any(
        target.start < end and start < target.end and source.start < last and first < source.end
        for first, last, start, end in answer.alignment
    )


def _stretch(answer: Hypothesis, source: Span) -> Span | None:
    """The whole words of the answer that look at `source`."""
    rows = [
        (start, end)
        for first, last, start, end in answer.alignment
        if source.start < last and first < source.end
    ]
    rows = [row for row in rows if any(map(str.isalnum, answer.text[slice(*row)]))]
    if not rows:
        return None
    start, end = min(row[0] for row in rows), max(row[1] for row in rows)
    while start > 0 and answer.text[start - 1].isalnum():
        start -= 1
    return Span(start, _word_end(answer.text, end))


def _strays(answer: Hypothesis, stretch: Span, source: Span) -> bool:
    """Whether much of `stretch` looks at something else than `source`."""
    rows = [row for row in answer.alignment if stretch.start <= row[2] and row[3] <= stretch.end]
    elsewhere = [row for row in rows if row[1] <= source.start or source.end <= row[0]]
    return 2 * len(elsewhere) > len(rows)


def _after_neighbour(answer: Hypothesis, source_start: int) -> int:
    """Behind the words that look at what stands left of `source_start`; else the end."""
    left = [row for row in answer.alignment if row[1] <= source_start]
    if left:
        nearest = max(row[1] for row in left)
        return _word_end(answer.text, max(row[3] for row in left if row[1] == nearest))
    if answer.alignment and source_start == 0:
        return 0
    return len(answer.text.rstrip(" .!?؟…"))


def _word_end(text: str, at: int) -> int:
    while at < len(text) and text[at].isalnum():
        at += 1
    return at


def _overlapping(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _without_year(before: str, slot: Slot, language: Language) -> str:
    """`before` without the words of a bare year, which an engine takes much behind a mark for."""
    if slot.kind is SlotKind.NUMBER and _YEAR.fullmatch(slot.text):
        return before
    before = _YEAR_WORDS[language].sub(r"\g<kept>", before)
    if language is Language.ENGLISH and slot.date and slot.date.day:
        return _IN.sub(lambda found: "On" if found[0].startswith("I") else "on", before)
    return before


def _rewritten(text: str, edits: Sequence[_Edit], slots: Sequence[Slot], language: Language) -> str:
    """`text` with the edits made, from its end to its beginning so that places stay true."""
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end), reverse=True):
        before, after = text[: edit.span.start], text[edit.span.end :]
        if edit.slot is None:
            text = before + after
        elif edit.placement is not TermPlacement.TRANSLATED:
            slot = slots[edit.slot]
            before = _without_year(before, slot, language)
            text = place(before, slot.text, after, language)
    return text.replace("\uff5f", "").replace("\uff60", "")
