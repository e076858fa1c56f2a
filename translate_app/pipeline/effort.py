"""What the history of segments tells about the work: who wrote how much, how long it took,
and what of the drafts was kept. Pure functions over changes, sorted by time."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from statistics import fmean
from typing import Final

from translate_app.domain.report import DayRow, DraftNames, KeptRow, SegmentTimeRow
from translate_app.domain.segment import Segment, SegmentChange, SegmentState
from translate_app.pipeline.chrf import chrf

BREAK: Final = timedelta(minutes=5)
"""Who changes nothing for longer than this was not at work on the segment."""

Key = tuple[str, int]
"""Release id and number of a segment."""


@dataclass(frozen=True, slots=True)
class Step:
    """A change by a person, with what it meant."""

    change: SegmentChange
    wrote: bool
    """Whether it gave the segment another text."""
    approved: bool
    """Whether it approved it, for the first or the second time."""
    took: timedelta
    """Since the person's change before; none after a break, and for all but one of several
    changes that were made at one moment."""

    @property
    def key(self) -> Key:
        """The segment's."""
        return (self.change.release_id, self.change.number)


def steps(changes: Sequence[SegmentChange], machine: str) -> list[Step]:
    """The changes that people made; `machine` is who made the others. Sorted by time."""
    texts: dict[Key, str] = {}
    states: dict[Key, SegmentState] = {}
    latest: dict[str, datetime] = {}
    found = []
    for change in changes:
        key = (change.release_id, change.number)
        wrote = change.target != texts.get(key, "")
        approved = change.state >= SegmentState.REVIEWED and change.state > states.get(
            key, SegmentState.EMPTY
        )
        texts[key], states[key] = change.target, change.state
        if change.by == machine:
            continue
        gap = change.at - latest.get(change.by, change.at)
        latest[change.by] = change.at
        moved = change.merged_into is not None or change.span is not None
        took = gap if gap <= BREAK else timedelta()
        found.append(Step(change, wrote and not moved, approved, took))
    return found


def days(
    taken: Iterable[Step], words: Mapping[Key, int], zone: tzinfo | None
) -> tuple[DayRow, ...]:
    """Who did how much on which day of `zone` (None: this machine's), by day and name.

    A segment counts once a day and person, however often it was changed.
    """
    wrote: defaultdict[tuple[date, str], set[Key]] = defaultdict(set)
    approved: defaultdict[tuple[date, str], set[Key]] = defaultdict(set)
    took: Counter[tuple[date, str]] = Counter()
    for step in taken:
        day = (step.change.at.astimezone(zone).date(), step.change.by)
        took[day] += round(step.took.total_seconds())
        if step.wrote:
            wrote[day].add(step.key)
        if step.approved:
            approved[day].add(step.key)
    return tuple(
        DayRow(
            day=day,
            person=person,
            segments=len(wrote[day, person]),
            words=sum(words.get(key, 0) for key in wrote[day, person]),
            approved=len(approved[day, person]),
            approved_words=sum(words.get(key, 0) for key in approved[day, person]),
            minutes=round(took[day, person] / 60, 1),
        )
        for day, person in sorted(took)
    )


def times(taken: Iterable[Step], words: Mapping[Key, int]) -> tuple[SegmentTimeRow, ...]:
    """How long each person took over each segment, by release, number and name.

    What was approved in bulk took no time and is left out.
    """
    took: defaultdict[tuple[Key, str], list[float]] = defaultdict(list)
    for step in taken:
        if not step.change.bulk:
            took[step.key, step.change.by].append(step.took.total_seconds())
    return tuple(
        SegmentTimeRow(key[0], key[1], person, words.get(key, 0), sum(seconds), len(seconds))
        for (key, person), seconds in sorted(took.items())
    )


def kept(changes: Iterable[SegmentChange], approved: Iterable[Segment]) -> tuple[KeptRow, ...]:
    """How much of the drafts stands in the texts of `approved`, by engine and names.

    Of several drafts of a segment the latest counts; a segment that never had one does not.
    """
    drafts = {
        (change.release_id, change.number): change
        for change in changes
        if change.state is SegmentState.PRETRANSLATED and change.target and change.span is None
    }
    groups: defaultdict[tuple[str, DraftNames], list[tuple[Segment, float]]] = defaultdict(list)
    for segment in approved:
        draft = drafts.get((segment.release_id, segment.number))
        if draft is not None:
            likeness = chrf(draft.target, segment.target)
            groups[_maker(draft), names_of(draft)].append((segment, likeness))
    return tuple(
        KeptRow(
            engine=engine,
            names=names,
            segments=len(group),
            words=sum(word_count(segment.source) for segment, _ in group),
            kept=round(fmean(likeness for _, likeness in group), 1),
            unchanged=sum(_draft_stands(segment, drafts) for segment, _ in group),
        )
        for (engine, names), group in sorted(groups.items())
    )


def names_of(draft: SegmentChange) -> DraftNames:
    """What became of the termbase's names in a draft."""
    if not draft.terms:
        return DraftNames.NONE
    applied = all(term.applied for term in draft.terms)
    return DraftNames.APPLIED if applied else DraftNames.MISSING


def word_count(text: str) -> int:
    """Words of a text: what stands between white space."""
    return len(text.split())


def _maker(draft: SegmentChange) -> str:
    return draft.engine or (draft.origin.value if draft.origin else "")


def _draft_stands(segment: Segment, drafts: Mapping[Key, SegmentChange]) -> bool:
    return drafts[segment.release_id, segment.number].target == segment.target
