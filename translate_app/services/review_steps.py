"""What people's steps have in common: that a person is named, on what, and what is recorded."""

from dataclasses import replace
from datetime import datetime

from translate_app.domain.segment import Origin, Segment, SegmentChange, SegmentState
from translate_app.errors import NameRequiredError, SegmentNotFoundError, StaleSegmentError
from translate_app.ports import UnitOfWork


def person_named(by: str) -> str:
    """The name without space around it.

    Raises:
        NameRequiredError: it is empty.
    """
    name = by.strip()
    if not name:
        raise NameRequiredError
    return name


def same_person(one: str | None, other: str) -> bool:
    """Whether two names are one person's; capitals and space do not tell people apart."""
    return (
        one is not None and " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
    )


def present_segment(
    unit_of_work: UnitOfWork, release_id: str, number: int, expected_version: int | None = None
) -> Segment:
    """The segment as it stands, if it is still what the person was looking at.

    Raises:
        StaleSegmentError: it has another version than the expected one; the error carries
            the present text, so that both can be shown.
        SegmentNotFoundError: there is none, or it became a part of another one.
    """
    release = unit_of_work.releases.get(release_id)
    segment = unit_of_work.segments.get(release.id, number)
    if segment.merged_into is not None:
        raise SegmentNotFoundError(release=release.id, number=number)
    if expected_version is not None and segment.version != expected_version:
        raise StaleSegmentError(
            number=segment.number,
            by=segment.changed_by or "?",
            target=segment.target,
            version=segment.version,
        )
    return segment


def next_change(segment: Segment, by: str, at: datetime, state: SegmentState) -> SegmentChange:
    """The change that leaves the text as it is and puts the segment into `state`."""
    return SegmentChange(
        release_id=segment.release_id,
        number=segment.number,
        version=segment.version + 1,
        at=at,
        by=by,
        state=state,
        target=segment.target,
        origin=segment.origin,
        engine=segment.engine,
        score=segment.score,
        terms=segment.terms,
        confidence=segment.confidence,
    )


def written(segment: Segment, text: str, by: str, at: datetime) -> SegmentChange:
    """The change that makes `text` a person's translation; without a word it is empty again."""
    said = bool(text.strip())
    return replace(
        next_change(segment, by, at, SegmentState.EDITED if said else SegmentState.EMPTY),
        target=text if said else "",
        origin=Origin.HUMAN if said else None,
        engine=None,
        score=None,
        terms=(),
        confidence=None,
    )


def taken_back(segment: Segment, earlier: SegmentChange, by: str, at: datetime) -> SegmentChange:
    """The change that brings back what an earlier step made, with where its text came from.

    A draft is a draft again, and what was rejected is rejected. What was approved is open:
    an approval is given by a person, not brought back.
    """
    settled = earlier.state >= SegmentState.REVIEWED
    rejected = earlier.state is SegmentState.REJECTED
    return replace(
        next_change(segment, by, at, SegmentState.EDITED if settled else earlier.state),
        target=earlier.target,
        origin=earlier.origin,
        engine=earlier.engine,
        score=earlier.score,
        terms=earlier.terms,
        confidence=earlier.confidence,
        reason=earlier.reason if rejected else "",
    )
