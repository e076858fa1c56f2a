"""Puts names where an engine's answer left their marks, or where it ought to have.

The promise: every slot's text stands in the result, and no mark does.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translate_app.domain.engine import Hypothesis
from translate_app.domain.language import Language
from translate_app.domain.segment import Span, TermPlacement
from translate_app.pipeline.marks import MARK, Masked, Slot
from translate_app.pipeline.match import find_forms
from translate_app.pipeline.placement import place

_ATTACHED = re.compile(r"(?<!\w)(?:[وف]?(?:[بكل]|لل)?(?:ال)?)$")
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
    """How many slots the answer lost, and how many marks it has too many of."""
    counts = [len(re.findall(mark, answer)) for mark in masked.marks if mark]
    missing, doubled = counts.count(0), sum(count > 1 for count in counts)
    bare = [i for i, mark in enumerate(masked.marks) if not mark]
    return missing + len(bare) - len(_written(masked, answer, language)), doubled


def settle(masked: Masked, answer: Hypothesis, language: Language) -> Settled:
    """The text of `answer` with every slot of `masked` in it and no mark left."""
    edits = _marked(masked, answer)
    kept = _written(masked, answer.text, language)
    edits += [_Edit(span, slot, TermPlacement.TRANSLATED) for slot, span in kept.items()]
    for slot in range(len(masked.slots)):
        if all(edit.slot != slot for edit in edits):
            edits.append(_rescued(masked, answer, slot, edits))
    placements = {edit.slot: edit.placement for edit in edits if edit.slot is not None}
    return Settled(
        _rewritten(answer.text, edits, masked.slots, language),
        tuple(placements[slot] for slot in range(len(masked.slots))),
    )


def _marked(masked: Masked, answer: Hypothesis) -> list[_Edit]:
    """The marks of the answer: one for each slot, the rest for slots that have none or gone."""
    found = [(hit.group(), Span(*hit.span())) for hit in MARK.finditer(answer.text)]
    edits: list[_Edit] = []
    for slot, mark in enumerate(masked.marks):
        own = [span for sign, span in found if mark and sign == mark]
        if own:
            looked = [span for span in own if _looks_at(answer, span, masked.places[slot])]
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
    """Unmarked names that the engine itself wrote in an accepted form, each in its place."""
    written: dict[int, Span] = {}
    for slot, (one, mark) in enumerate(zip(masked.slots, masked.marks, strict=True)):
        if mark or one.match is None:
            continue
        for span in find_forms(answer, one.match.entry.forms(language), language):
            if not _overlapping(span, written.values()):
                written[slot] = span
                break
    return written


def _rescued(masked: Masked, answer: Hypothesis, slot: int, edits: Sequence[_Edit]) -> _Edit:
    """An edit for a slot that the answer lost: over its rendering, or beside its neighbour."""
    place_of = masked.places[slot]
    taken = [edit.span for edit in edits]
    stretch = _stretch(answer, place_of)
    if stretch and not masked.marks[slot]:
        words = len(masked.slots[slot].text.split())
        short = len(answer.text[stretch.start : stretch.end].split()) <= words + _WORDS_MORE
        if short and not _overlapping(stretch, taken) and not _strays(answer, stretch, place_of):
            return _Edit(stretch, slot, TermPlacement.ALIGNED)
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


def _rewritten(text: str, edits: Sequence[_Edit], slots: Sequence[Slot], language: Language) -> str:
    """`text` with the edits made, from its end to its beginning so that places stay true."""
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end), reverse=True):
        before, after = text[: edit.span.start], text[edit.span.end :]
        if edit.slot is None:
            text = before + after
        elif edit.placement is not TermPlacement.TRANSLATED:
            text = place(before, slots[edit.slot].text, after, language)
    return text.replace("\uff5f", "").replace("\uff60", "")
