"""What a reviewer does to a segment: edit, approve, reject, reopen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from translate_app.domain.release import Release
from translate_app.domain.segment import Segment, SegmentState
from translate_app.errors import (
    NothingToRejectError,
    ReasonRequiredError,
)
from translate_app.ports import ClientSource, Clock, UnitOfWork, UnitOfWorkFactory
from translate_app.services.approval import (
    Approver,
    errors_of,
    open_to_approval,
    refuse_errors,
    refuse_own_work,
    refuse_untranslated,
)
from translate_app.services.findings import Examine, ReviewedSegment
from translate_app.services.review_steps import (
    next_change,
    person_named,
    present_segment,
    taken_back,
    written,
)

_UNTOUCHED = frozenset({SegmentState.PRETRANSLATED, SegmentState.REJECTED})
"""States in which nobody has put a hand to the text."""
_FEW = 5
"""Segments that are examined fast enough while others wait to write."""


@dataclass(frozen=True)
class ReviewSegments:
    """The rules of review, the same for the browser and for scripts."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    examine: Examine
    clients: ClientSource

    def edit(
        self,
        release_id: str,
        number: int,
        target: str,
        by: str,
        expected_version: int | None = None,
    ) -> Segment:
        """Save `target` as the translation of a segment, which is then edited, or empty again.

        A segment that was approved (or approved once, or rejected) and whose text changes
        is open again. One whose text becomes the machine's again is a draft again, or
        rejected: a key that was hit by chance makes no person's text of it.
        `expected_version` is the version that the person was looking at; None takes
        whatever is there.

        Raises:
            StaleSegmentError: somebody else changed the segment first; nothing is written,
                and the error carries the present text and version.
            NotFoundError, NameRequiredError.
        """
        person = person_named(by)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()  # a job may be writing: what is read must stay true
            segment = present_segment(unit_of_work, release_id, number, expected_version)
            if target == segment.target:
                return segment
            history = unit_of_work.segments.history(segment.release_id, number)
            known = next((step for step in reversed(history) if step.target == target), None)
            at = self.clock()
            if known and known.state in _UNTOUCHED:
                change = taken_back(segment, known, person, at)
            else:
                change = written(segment, target, person, at)
            saved = unit_of_work.segments.record(change)
            unit_of_work.commit()
        return saved

    def approve(
        self,
        release_id: str,
        numbers: Sequence[int] | None,
        by: str,
        expected_versions: Mapping[int, int] | None = None,
        *,
        override: str = "",
        bulk: bool = False,
    ) -> tuple[Segment, ...]:
        """Approve the segments of those `numbers`, all or none of them.

        None approves every open segment that has a translation, was not rejected, and that
        the client's rules leave to this person. Approving what is approved already changes
        nothing. Where the client wants a second pair of eyes, the first approval makes a
        segment reviewed, and another person's makes it approved. Findings that are errors
        block approval unless `override` says why; the reason is recorded with the ids of
        the checks. Warnings never block. `bulk` is recorded: nobody looked at each of them,
        so that what was rejected is left alone.
        Returns the segments that changed.

        Raises:
            ErrorsBlockApprovalError: errors were found and no reason was given.
            OwnWorkError: the client wants another person to approve a segment named.
            EmptyTargetError: a segment named has no translation.
            UnknownClientError, SettingsFileError: the client's rules cannot be looked up.
            StaleSegmentError, NotFoundError, NameRequiredError.
        """
        person = person_named(by)
        if numbers is None or len(numbers) > _FEW:
            self._look_ahead(release_id)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()  # a job may be writing: what is read must stay true
            release = unit_of_work.releases.get(release_id)
            approver = Approver(person, self.clients(release.client).review)
            if numbers is None:
                candidates = open_to_approval(unit_of_work.segments.of_release(release.id))
                chosen = [s for s in candidates if approver.may_approve(s, unit_of_work)]
            else:
                versions = expected_versions or {}
                named = [
                    present_segment(unit_of_work, release.id, number, versions.get(number))
                    for number in dict.fromkeys(numbers)
                ]
                settled = (SegmentState.APPROVED, *((SegmentState.REJECTED,) if bulk else ()))
                chosen = [segment for segment in named if segment.state not in settled]
                refuse_untranslated(chosen)
                refuse_own_work(chosen, approver, unit_of_work)
            approved = self._approve(
                unit_of_work, release, chosen, approver, override.strip(), bulk
            )
            unit_of_work.commit()
        return approved

    def _approve(
        self,
        unit_of_work: UnitOfWork,
        release: Release,
        chosen: Sequence[Segment],
        approver: Approver,
        override: str,
        bulk: bool,
    ) -> tuple[Segment, ...]:
        # What the others of the release say of a segment are warnings: they can be left out.
        examined = self.examine(release, chosen)
        errors = {each.segment.number: errors_of(each) for each in examined}
        refuse_errors(errors, override)
        at = self.clock()
        return tuple(
            unit_of_work.segments.record(
                replace(
                    next_change(segment, approver.name, at, approver.state_after(segment)),
                    reason=override if errors[segment.number] else "",
                    bulk=bulk,
                    overridden=tuple(dict.fromkeys(f.check for f in errors[segment.number])),
                )
            )
            for segment in chosen
        )

    def bulk_approve(self, release_id: str, min_confidence: int, by: str) -> tuple[Segment, ...]:
        """Approve the machine drafts that nothing speaks against, recorded as approved in bulk.

        Those are the drafts that nobody has touched, without a single finding, of which
        `confidence` (0-100) is known and at least `min_confidence`. A client's second pair
        of eyes is wanted for them too. Returns the segments that changed.

        Raises:
            UnknownClientError, SettingsFileError, NotFoundError, NameRequiredError.
        """
        person = person_named(by)
        self._look_ahead(release_id)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            release = unit_of_work.releases.get(release_id)
            approver = Approver(person, self.clients(release.client).review)
            sure = bulk_candidates(
                self.examine(release, unit_of_work.segments.of_release(release.id)), min_confidence
            )
            at = self.clock()
            approved = tuple(
                unit_of_work.segments.record(
                    replace(
                        next_change(segment, person, at, approver.state_after(segment)), bulk=True
                    )
                )
                for segment in sure
            )
            unit_of_work.commit()
        return approved

    def reject(
        self,
        release_id: str,
        number: int,
        reason: str,
        by: str,
        expected_version: int | None = None,
    ) -> Segment:
        """Send a translation back with a reason, approved or not.

        It stays rejected until its text changes or somebody approves it by its number.

        Raises:
            ReasonRequiredError: there is none. NothingToRejectError: there is no translation.
            StaleSegmentError, NotFoundError, NameRequiredError.
        """
        person = person_named(by)
        if not reason.strip():
            raise ReasonRequiredError
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            segment = present_segment(unit_of_work, release_id, number, expected_version)
            if not segment.target.strip():
                raise NothingToRejectError(number=number)
            change = next_change(segment, person, self.clock(), SegmentState.REJECTED)
            rejected = unit_of_work.segments.record(replace(change, reason=reason.strip()))
            unit_of_work.commit()
        return rejected

    def reopen(
        self, release_id: str, numbers: Sequence[int] | None, by: str
    ) -> tuple[Segment, ...]:
        """Make approved segments open for editing again; None reopens all of them.

        What was approved once, of two times, is opened too.

        Raises:
            NotFoundError, NameRequiredError.
        """
        person = person_named(by)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()  # a job may be writing: what is read must stay true
            release = unit_of_work.releases.get(release_id)
            if numbers is None:
                segments = list(unit_of_work.segments.of_release(release.id))
            else:
                segments = [
                    present_segment(unit_of_work, release.id, number)
                    for number in sorted(set(numbers))
                ]
            at = self.clock()
            reopened = tuple(
                unit_of_work.segments.record(next_change(segment, person, at, SegmentState.EDITED))
                for segment in segments
                if segment.state >= SegmentState.REVIEWED
            )
            unit_of_work.commit()
        return reopened

    def _look_ahead(self, release_id: str) -> None:
        """Examine before the store is locked: what is found is remembered, others need not wait."""
        with self.unit_of_work() as unit_of_work:
            release = unit_of_work.releases.get(release_id)
            segments = unit_of_work.segments.of_release(release.id)
        self.examine(release, segments)


def bulk_candidates(
    examined: Sequence[ReviewedSegment], min_confidence: int
) -> tuple[Segment, ...]:
    """The segments that `bulk_approve` would approve, so that a page can show how many."""
    return tuple(
        each.segment
        for each in examined
        if each.segment.state is SegmentState.PRETRANSLATED
        and each.segment.confidence is not None
        and each.segment.confidence >= min_confidence
        and each.segment.target.strip()
        and not each.findings
    )
