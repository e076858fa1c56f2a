"""What a reviewer does to a segment: edit, approve, reopen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from translate_app.domain.segment import Origin, Segment, SegmentChange, SegmentState
from translate_app.errors import EmptyTargetError, NameRequiredError, StaleSegmentError
from translate_app.ports import Clock, UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True)
class ReviewSegments:
    """The rules of review, the same for the browser and for scripts."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    def edit(
        self,
        release_id: str,
        number: int,
        target: str,
        by: str,
        expected_version: int | None = None,
    ) -> Segment:
        """Save `target` as the translation of a segment, which is then edited, or empty again.

        An approved segment whose text changes is open again. `expected_version` is the
        version that the person was looking at; None takes whatever is there.

        Raises:
            StaleSegmentError: somebody else changed the segment first; nothing is written.
            NotFoundError, NameRequiredError.
        """
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()  # a job may be writing: what is read must stay true
            segment = _segment(unit_of_work, release_id, number, expected_version)
            if target == segment.target:
                return segment
            text = target if target.strip() else ""
            change = replace(
                self._change(segment, by, SegmentState.EDITED if text else SegmentState.EMPTY),
                target=text,
                origin=Origin.HUMAN if text else None,
                engine=None,
                score=None,
                terms=(),
                confidence=None,
            )
            saved = unit_of_work.segments.record(change)
            unit_of_work.commit()
        return saved

    def approve(
        self,
        release_id: str,
        numbers: Sequence[int] | None,
        by: str,
        expected_versions: Mapping[int, int] | None = None,
    ) -> tuple[Segment, ...]:
        """Approve the segments of those `numbers`, all or none of them.

        None approves every open segment that has a translation. Approving what is
        approved already changes nothing. Returns the segments that were approved now.

        Raises:
            EmptyTargetError: a segment named has no translation.
            StaleSegmentError, NotFoundError, NameRequiredError.
        """
        versions = expected_versions or {}
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()  # a job may be writing: what is read must stay true
            release = unit_of_work.releases.get(release_id)
            if numbers is None:
                segments = [
                    segment
                    for segment in unit_of_work.segments.of_release(release.id)
                    if segment.target.strip()
                ]
            else:
                segments = [
                    _segment(unit_of_work, release.id, number, versions.get(number))
                    for number in dict.fromkeys(numbers)
                ]
            approved = []
            for segment in segments:
                if segment.state is SegmentState.APPROVED:
                    continue
                if not segment.target.strip():
                    raise EmptyTargetError(number=segment.number)
                change = self._change(segment, by, SegmentState.APPROVED)
                approved.append(unit_of_work.segments.record(change))
            unit_of_work.commit()
        return tuple(approved)

    def reopen(
        self, release_id: str, numbers: Sequence[int] | None, by: str
    ) -> tuple[Segment, ...]:
        """Make approved segments open for editing again; None reopens all of them.

        Raises:
            NotFoundError, NameRequiredError.
        """
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()  # a job may be writing: what is read must stay true
            release = unit_of_work.releases.get(release_id)
            segments = [
                segment
                for segment in unit_of_work.segments.of_release(release.id)
                if numbers is None or segment.number in numbers
            ]
            for number in set(numbers or ()) - {segment.number for segment in segments}:
                unit_of_work.segments.get(release.id, number)
            reopened = tuple(
                unit_of_work.segments.record(self._change(segment, by, SegmentState.EDITED))
                for segment in segments
                if segment.state is SegmentState.APPROVED
            )
            unit_of_work.commit()
        return reopened

    def _change(self, segment: Segment, by: str, state: SegmentState) -> SegmentChange:
        if not by.strip():
            raise NameRequiredError
        return SegmentChange(
            release_id=segment.release_id,
            number=segment.number,
            version=segment.version + 1,
            at=self.clock(),
            by=by.strip(),
            state=state,
            target=segment.target,
            origin=segment.origin,
            engine=segment.engine,
            score=segment.score,
            terms=segment.terms,
            confidence=segment.confidence,
        )


def _segment(
    unit_of_work: UnitOfWork, release_id: str, number: int, expected_version: int | None
) -> Segment:
    release = unit_of_work.releases.get(release_id)
    segment = unit_of_work.segments.get(release.id, number)
    if expected_version is not None and segment.version != expected_version:
        raise StaleSegmentError(number=number, by=segment.changed_by or "?")
    return segment
