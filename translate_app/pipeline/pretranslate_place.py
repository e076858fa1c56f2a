"""Puts names where an engine's answer left their marks, or where it ought to have.

The promise: every name and literal stands in the result, and no mark does. A name without a
mark is, in this order, left as the engine wrote it, put over a form that the termbase
forbids, over what sounds or reads like it, over what attention shows, or beside what stood
before it in the source.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from translate_app.domain.client import Digits
from translate_app.domain.engine import Hypothesis
from translate_app.domain.glossary import GlossaryMatch
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import Span, TermPlacement
from translate_app.pipeline.date_spans import find_dates
from translate_app.pipeline.digits import in_digits
from translate_app.pipeline.literals import SlotKind
from translate_app.pipeline.marks import MARK, Masked, Slot
from translate_app.pipeline.match import find_forms
from translate_app.pipeline.pretranslate_attention import (
    after_neighbour,
    looks_at,
    strays,
    stretch_of,
)
from translate_app.pipeline.pretranslate_edits import Edit, rewritten
from translate_app.pipeline.pretranslate_similar import is_exact, similar_stretch

_ATTACHED = re.compile(r"(?<!\w)(?:[وف]?(?:[بكل]|لل)?(?:ال)?)$")
_NUMBER = re.compile(r"\d+(?:[.,:/٫٬-]\d+)*(?:\s?[%٪])?")
_LISTED = re.compile(r"\s*[,،]\s*(?:and\s+|و)?|\s+(?:and\s+|و)")
_JOINTS = {Language.ARABIC: ("،", " و"), Language.ENGLISH: (",", " and")}
"""Between names of a list and before the last of them."""
_WORDS_MORE = 2
"""An engine's own rendering of a name may be this many words longer than the name."""


@dataclass(frozen=True, slots=True)
class Settled:
    """An answer with its names in it."""

    text: str
    placements: tuple[TermPlacement, ...]
    """Which way each slot of the mask went."""


@dataclass(frozen=True, slots=True)
class Losses:
    """What an answer did to the slots of its text."""

    lost: frozenset[int] = frozenset()
    """Slots that would have to be inserted where a person must look."""
    replaced: int = 0
    """Slots that would be written over what the engine wrote for them."""
    doubled: int = 0
    """Marks that stand there more than once."""


def losses(masked: Masked, answer: Hypothesis, pair: LanguagePair) -> Losses:
    """What `answer` lost.

    A mark that is gone is lost. An unmarked number or date is not counted: the engine may
    well have put it in words.
    """
    counts = {slot: answer.text.count(mark) for slot, mark in enumerate(masked.marks) if mark}
    gone = frozenset(slot for slot, count in counts.items() if not count)
    doubled = sum(count > 1 for count in counts.values())
    if len(counts) == len(masked.marks):
        return Losses(gone, 0, doubled)
    bare = {
        slot
        for slot, one in enumerate(masked.slots)
        if slot not in counts and one.kind <= SlotKind.LITERAL
    }
    placed = {edit.slot: edit.placement for edit in _edits(masked, answer, pair)}
    inserted = {slot for slot in bare if placed.get(slot) is TermPlacement.INSERTED}
    as_they_are = {slot for slot in bare if placed.get(slot) is TermPlacement.TRANSLATED}
    return Losses(gone | inserted, len(bare) - len(inserted) - len(as_they_are), doubled)


def settle(masked: Masked, answer: Hypothesis, pair: LanguagePair) -> Settled:
    """The text of `answer` with every slot of `masked` in it and no mark left.

    Only an unmarked number or date that the answer does not show may be left out.
    """
    edits = _edits(masked, answer, pair)
    placements = {edit.slot: edit.placement for edit in edits if edit.slot is not None}
    edits += _forbidden_left(masked, answer.text, edits, pair.target)
    return Settled(
        rewritten(answer.text, edits, masked.slots, pair.target),
        tuple(placements.get(slot, TermPlacement.MISSING) for slot in range(len(masked.slots))),
    )


def _edits(masked: Masked, answer: Hypothesis, pair: LanguagePair) -> list[Edit]:
    """What is to be done to the answer: one edit for each slot, and marks that go."""
    edits = _marked(masked, answer)
    for slot, span in _written(masked, answer.text, pair.target).items():
        one = masked.slots[slot]
        dated = one.date is not None  # the client's wording, not the engine's
        exact = not one.match or is_exact(answer.text, span, one.match.accepted(pair.target))
        way = TermPlacement.ALIGNED if dated else TermPlacement.TRANSLATED
        edits.append(Edit(span, slot, way if exact else TermPlacement.SIMILAR))
    for slot in range(len(masked.slots)):
        if all(edit.slot != slot for edit in edits):
            rescued = _rescued(masked, answer, slot, edits, pair)
            edits += [rescued] if rescued else []
    return edits


def _marked(masked: Masked, answer: Hypothesis) -> list[Edit]:
    """The marks of the answer: one for each slot, the rest for slots that have none or gone."""
    found = [(hit.group(), Span(*hit.span())) for hit in MARK.finditer(answer.text)]
    edits: list[Edit] = []
    for slot, mark in enumerate(masked.marks):
        own = [span for sign, span in found if mark and sign == mark]
        looked = (
            own
            if len(own) == 1
            else [  # an alignment costs time where it is first read
                span for span in own if looks_at(answer, span, masked.places[slot])
            ]
        )
        if own:
            edits.append(Edit((looked or own)[0], slot))
    taken = {edit.span for edit in edits}
    for _, span in found:
        if span in taken:
            continue
        lost = [
            slot
            for slot, mark in enumerate(masked.marks)
            if mark
            and all(edit.slot != slot for edit in edits)
            and looks_at(answer, span, masked.places[slot])
        ]
        if lost:  # the wrong mark in the right place
            edits.append(Edit(span, lost[0], TermPlacement.ALIGNED))
        else:
            attached = _ATTACHED.search(answer.text[: span.start])
            start = attached.start() if attached else span.start
            edits.append(Edit(Span(start, span.end), None))
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
        return find_forms(answer, slot.match.accepted(language), language)
    if slot.date:
        wanted = replace(slot.date, weekday=None)
        found = find_dates(answer, language)
        return [one.span for one in found if replace(one.date, weekday=None) == wanted]
    if slot.kind is SlotKind.NUMBER:
        value = in_digits(slot.text, Digits.LATIN)
        hits = _NUMBER.finditer(answer)
        return [Span(*hit.span()) for hit in hits if in_digits(hit[0], Digits.LATIN) == value]
    return [Span(*hit.span()) for hit in re.finditer(re.escape(slot.text), answer)]


def _rescued(
    masked: Masked, answer: Hypothesis, slot: int, edits: Sequence[Edit], pair: LanguagePair
) -> Edit | None:
    """An edit for a slot that the answer lost: over its rendering, or beside its neighbour.

    None for an unmarked number or date where the answer shows no other figure in its place.
    """
    place_of, one = masked.places[slot], masked.slots[slot]
    taken = [edit.span for edit in edits]
    if one.match:
        again = sum(
            other.match is not None and other.match.entry == one.match.entry
            for other in masked.slots[slot + 1 :]
        )
        found = _misnamed(one.match, answer.text, taken, pair, again + 1)
        if found:
            return replace(found, slot=slot)
    stretch = stretch_of(answer, place_of)
    countable = one.kind > SlotKind.LITERAL and not masked.marks[slot]
    if stretch and not masked.marks[slot]:
        written = answer.text[stretch.start : stretch.end]
        short = len(written.split()) <= len(one.text.split()) + _WORDS_MORE
        free = not _overlapping(stretch, taken) and not strays(answer, stretch, place_of)
        if short and free and (not countable or any(map(str.isdecimal, written))):
            return Edit(stretch, slot, TermPlacement.ALIGNED)
    if countable:
        return None
    listed = _in_list(masked, slot, edits, pair.target)
    if listed:
        return listed
    at = stretch.start if stretch else after_neighbour(answer, place_of.start)
    for span in taken:
        if span.start < at < span.end:
            at = span.end
    return Edit(Span(at, at), slot, TermPlacement.INSERTED)


def _in_list(masked: Masked, slot: int, edits: Sequence[Edit], language: Language) -> Edit | None:
    """An edit for a slot that follows another one in a list: it goes right behind that."""
    before = next((edit for edit in edits if slot and edit.slot == slot - 1), None)
    gap = masked.text[masked.places[slot - 1].end : masked.places[slot].start] if slot else ""
    if before is None or not _LISTED.fullmatch(gap):
        return None
    comma, joint = _JOINTS[language]
    lead = comma if gap.strip() in (",", "،") else joint
    return Edit(Span(before.span.end, before.span.end), slot, TermPlacement.INSERTED, lead)


def _misnamed(
    match: GlossaryMatch, answer: str, taken: Sequence[Span], pair: LanguagePair, wanted: int
) -> Edit | None:
    """An edit, of no slot yet, over a forbidden form of a name or over what is like it.

    `wanted` says how many more of that name have no place yet.
    """
    forbidden = tuple(form.text for form in match.entry.forbidden(pair.target))
    for span in find_forms(answer, forbidden, pair.target) if forbidden else ():
        if not _overlapping(span, taken):
            return Edit(span, None, TermPlacement.REPLACED)
    similar = similar_stretch(answer, match, pair.source, taken, wanted)
    return Edit(similar, None, TermPlacement.SIMILAR) if similar else None


def _forbidden_left(
    masked: Masked, answer: str, edits: Sequence[Edit], language: Language
) -> list[Edit]:
    """Edits over the forbidden forms of names that stand elsewhere in the answer already."""
    found: list[Edit] = []
    for slot, one in enumerate(masked.slots):
        forbidden = one.match.entry.forbidden(language) if one.match else ()
        if not one.match or not forbidden:
            continue
        kept = [edit.span for edit in (*edits, *found)]
        kept += find_forms(answer, one.match.accepted(language), language)
        for span in find_forms(answer, tuple(form.text for form in forbidden), language):
            if not _overlapping(span, kept):
                found.append(Edit(span, slot, TermPlacement.REPLACED))
                kept.append(span)
    return found


def _overlapping(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
