"""Cut a segment in two, or join neighbours: within a unit, and never for good.

Numbers are what people and scripts call segments, so none is ever given anew. The parts
that a split makes get numbers after the release's last; the order is that of the text
(`Segment.place`). A segment that is merged into the one before it keeps its number and
history and is listed no more; splitting at the same place brings it back.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from translate_app.domain.segment import Origin, Segment, SegmentChange, SegmentState, Span
from translate_app.errors import N_, SplitError
from translate_app.pipeline.publish import number_ranges
from translate_app.ports import Clock, UnitOfWork, UnitOfWorkFactory
from translate_app.services.review_steps import next_change, person_named, present_segment

NO_PLACE = N_("each part needs some text")
NOT_NEIGHBOURS = N_("they do not follow one another in one paragraph")
NOT_MERGED = N_("nothing was merged into it")
TOO_FEW = N_("name two segments at least")


@dataclass(frozen=True)
class SplitAndMerge:
    """Splitting and merging, each a recorded step that the other one takes back."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    def split(
        self,
        release_id: str,
        number: int,
        offsets: Sequence[int],
        by: str,
        expected_version: int | None = None,
    ) -> tuple[Segment, ...]:
        """Cut a segment at `offsets` (characters of its source); returns the parts in order.

        White space at a cut belongs to no part. The translation stays with the first part,
        which is open again; the others are empty. `merge` of the parts takes it back.

        Raises:
            SplitError: a part would have no text.
            StaleSegmentError, NotFoundError, NameRequiredError.
        """
        person = person_named(by)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            segment = present_segment(unit_of_work, release_id, number, expected_version)
            parts = self._cut(unit_of_work, segment, _part_spans(segment, offsets), person)
            unit_of_work.commit()
        return parts

    def merge(self, release_id: str, numbers: Sequence[int], by: str) -> Segment:
        """Join neighbours of one unit into the first of them, which is open again.

        The translations are joined by what stood between the sources. `unmerge` takes it
        back.

        Raises:
            SplitError: they are fewer than two, or no neighbours within a unit.
            NotFoundError, NameRequiredError.
        """
        person = person_named(by)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            segments = [
                present_segment(unit_of_work, release_id, number)
                for number in dict.fromkeys(numbers)
            ]
            segments.sort(key=lambda segment: segment.place)
            _refuse_strangers(unit_of_work, segments)
            first, *rest = segments
            at = self.clock()
            text = unit_of_work.releases.get(first.release_id).units[first.unit].text
            for gone in rest:
                _give(unit_of_work, gone, first, person, at)
            change = _joined(segments, text, _opened(first, person, at, segments))
            joined = unit_of_work.segments.record(change)
            unit_of_work.commit()
        return joined

    def unmerge(
        self, release_id: str, number: int, by: str, expected_version: int | None = None
    ) -> tuple[Segment, ...]:
        """Take the merging of a segment back; returns the parts in order.

        Where the translation is still as merging made it, each part has its own again;
        otherwise all of it stays with the first.

        Raises:
            SplitError: nothing was merged into it.
            StaleSegmentError, NotFoundError, NameRequiredError.
        """
        person = person_named(by)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            segment = present_segment(unit_of_work, release_id, number, expected_version)
            starts = sorted(
                each.span.start - segment.span.start
                for each in _merged_into(unit_of_work, segment)
                if segment.span.start < each.span.start < segment.span.end
            )
            if not starts:
                raise SplitError(numbers=str(number), reason=NOT_MERGED)
            parts = self._cut(unit_of_work, segment, _part_spans(segment, starts), person)
            unit_of_work.commit()
        return parts

    def _cut(
        self, unit_of_work: UnitOfWork, segment: Segment, spans: Sequence[Span], person: str
    ) -> tuple[Segment, ...]:
        at = self.clock()
        sources = [segment.source[s.start : s.end] for s in spans]
        places = [Span(segment.span.start + s.start, segment.span.start + s.end) for s in spans]
        merged = _merged_into(unit_of_work, segment)
        back = {each.span.start: each for each in merged}
        returning = [back.get(place.start) for place in places[1:]]
        own = _before_merging(unit_of_work, segment, returning)
        alone = own or segment
        first = replace(
            _opened(alone, person, at, [alone]),
            span=places[0],
            source=sources[0],
            terms=(),
            score=None,
            confidence=None,
        )
        first = _with_target(first, alone.target)
        parts = [unit_of_work.segments.record(first)]
        known = unit_of_work.segments.of_release(segment.release_id, merged=True)
        free = max(each.number for each in known) + 1
        for place, source, old in zip(places[1:], sources[1:], returning, strict=True):
            if old is None:
                part = Segment(
                    segment.release_id, free, segment.unit, place, source, "", SegmentState.EMPTY, 0
                )
                unit_of_work.segments.add([part])
                change = next_change(part, person, at, SegmentState.EMPTY)
                free += 1
            else:
                change = _opened(old, person, at, [old])
                change = _with_target(change, "" if own is None else old.target)
            parts.append(unit_of_work.segments.record(replace(change, span=place, source=source)))
        for part in parts[1:]:
            for each in merged:
                if part.span.start < each.span.start < part.span.end:
                    _give(unit_of_work, each, part, person, at)
        return tuple(parts)


def _part_spans(segment: Segment, offsets: Sequence[int]) -> list[Span]:
    """The parts within the segment's source, without white space at their edges."""
    source = segment.source
    cuts = sorted(set(offsets))
    if not cuts or cuts[0] <= 0 or cuts[-1] >= len(source):
        raise SplitError(numbers=str(segment.number), reason=NO_PLACE)
    spans = []
    for start, end in pairwise([0, *cuts, len(source)]):
        piece = source[start:end]
        # The edges of the whole stay where they are: only a cut trims.
        left = len(piece) - len(piece.lstrip()) if start else 0
        right = len(piece.rstrip()) if end < len(source) else len(piece)
        if not piece.strip():
            raise SplitError(numbers=str(segment.number), reason=NO_PLACE)
        spans.append(Span(start + left, start + right))
    return spans


def _refuse_strangers(unit_of_work: UnitOfWork, segments: Sequence[Segment]) -> None:
    numbers = number_ranges(each.number for each in segments)
    if len(segments) < 2:
        raise SplitError(numbers=numbers, reason=TOO_FEW)
    listed = [s.number for s in unit_of_work.segments.of_release(segments[0].release_id)]
    places = [listed.index(each.number) for each in segments]
    neighbours = places == list(range(places[0], places[0] + len(places)))
    if not neighbours or len({each.unit for each in segments}) > 1:
        raise SplitError(numbers=numbers, reason=NOT_NEIGHBOURS)


def _joined(segments: Sequence[Segment], text: str, change: SegmentChange) -> SegmentChange:
    """`change` with place, source and translation of all `segments` together."""
    span = Span(segments[0].span.start, segments[-1].span.end)
    origins = {each.origin for each in segments if each.target}
    engines = {each.engine for each in segments if each.target}
    joined = replace(
        change,
        span=span,
        source=text[span.start : span.end],
        origin=origins.pop() if len(origins) == 1 else Origin.HUMAN,
        engine=engines.pop() if len(engines) == 1 else None,
        terms=tuple(term for each in segments for term in each.terms),
        score=None,
        confidence=None,
    )
    return _with_target(joined, _joined_target(segments, text))


def _joined_target(segments: Sequence[Segment], text: str) -> str:
    joined = ""
    for before, each in zip([None, *segments], segments, strict=False):
        if before is not None and joined and each.target:
            joined += text[before.span.end : each.span.start] or " "
        joined += each.target
    return joined


def _before_merging(
    unit_of_work: UnitOfWork, segment: Segment, returning: Sequence[Segment | None]
) -> Segment | None:
    """`segment` with the translation it had before the returning ones came to it.

    None where one of the parts is new, or where the translation is not made of theirs any
    more: then all of it stays with the first part.
    """
    theirs = "".join(each.target for each in returning if each is not None)
    if None in returning:
        return None
    whole = _letters(segment.target)
    for step in reversed(unit_of_work.segments.history(segment.release_id, segment.number)):
        if _letters(step.target + theirs) == whole:
            return replace(
                segment,
                target=step.target,
                state=step.state,
                origin=step.origin,
                engine=step.engine,
                reason=step.reason,
            )
    return replace(segment, target="") if _letters(theirs) == whole else None


def _letters(text: str) -> str:
    return "".join(text.split())


def _merged_into(unit_of_work: UnitOfWork, segment: Segment) -> list[Segment]:
    everything = unit_of_work.segments.of_release(segment.release_id, merged=True)
    return [each for each in everything if each.merged_into == segment.number]


def _give(unit_of_work: UnitOfWork, gone: Segment, to: Segment, by: str, at: datetime) -> None:
    """Make `gone` a part of `to`; its text, state and reason wait for its return."""
    away = next_change(gone, by, at, gone.state)
    unit_of_work.segments.record(replace(away, reason=gone.reason, merged_into=to.number))


def _opened(segment: Segment, by: str, at: datetime, made_of: Sequence[Segment]) -> SegmentChange:
    """A change of `segment` for a text made of those of `made_of`.

    A draft stays one, what was approved is open again. What was sent back stays so, with
    the reason, until somebody writes another text.
    """
    spoken = [each for each in made_of if each.target]
    states = {each.state for each in spoken}
    if SegmentState.REJECTED in states:
        reasons = (each.reason for each in spoken if each.state is SegmentState.REJECTED)
        change = next_change(segment, by, at, SegmentState.REJECTED)
        return replace(change, reason="\n".join(dict.fromkeys(reasons)))
    drafts = states == {SegmentState.PRETRANSLATED}
    open_state = SegmentState.PRETRANSLATED if drafts else SegmentState.EDITED
    return next_change(segment, by, at, open_state if spoken else SegmentState.EMPTY)


def _with_target(change: SegmentChange, target: str) -> SegmentChange:
    """`change` with another text, which may be none."""
    if target:
        return replace(change, target=target)
    return replace(
        change,
        target="",
        state=SegmentState.EMPTY,
        origin=None,
        engine=None,
        score=None,
        terms=(),
        confidence=None,
        reason="",
    )
