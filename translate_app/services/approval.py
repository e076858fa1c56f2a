"""Who may approve which segments: the rules, without anything that writes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from translate_app.domain.client import ReviewRules
from translate_app.domain.segment import Finding, Segment, SegmentState, Severity
from translate_app.errors import EmptyTargetError, ErrorsBlockApprovalError, OwnWorkError
from translate_app.pipeline.publish import number_ranges
from translate_app.ports import UnitOfWork
from translate_app.services.findings import ReviewedSegment
from translate_app.services.review_steps import same_person


@dataclass(frozen=True, slots=True)
class Approver:
    """A person about to approve, and the rules of the client."""

    name: str
    rules: ReviewRules

    def may_approve(self, segment: Segment, unit_of_work: UnitOfWork) -> bool:
        """Whether the rules leave this segment to this person."""
        first_pair_of_eyes = segment.state is SegmentState.REVIEWED and self.rules.second_approval
        if first_pair_of_eyes and same_person(segment.changed_by, self.name):
            return False
        if self.rules.approver_may_be_last_editor:
            return True
        return not any(
            same_person(writer, self.name) for writer in writers_of(segment, unit_of_work)
        )

    def state_after(self, segment: Segment) -> SegmentState:
        """Approved, or reviewed where a second person has to approve it."""
        once_more = self.rules.second_approval and segment.state is not SegmentState.REVIEWED
        return SegmentState.REVIEWED if once_more else SegmentState.APPROVED


def writers_of(segment: Segment, unit_of_work: UnitOfWork) -> set[str]:
    """Who wrote the present text.

    A text that comes back (a change is undone, a merge taken apart) is that of the person
    who wrote it first. Who merged segments wrote nothing: the text is that of the writers
    of its parts.
    """
    history = unit_of_work.segments.history(segment.release_id, segment.number)
    texts = [step.target for step in history]
    text, merged = segment.target, False
    while text in texts:
        made = texts.index(text)
        if history[made].span is None:
            break
        merged, text, texts = True, texts[made - 1] if made else "", texts[:made]
    found = {history[texts.index(text)].by} if text and text in texts else set()
    if merged:
        for part in unit_of_work.segments.of_release(segment.release_id, merged=True):
            standing = part.target and part.target in segment.target
            if part.merged_into == segment.number and standing:
                found |= writers_of(part, unit_of_work)
    return found


def open_to_approval(segments: Iterable[Segment]) -> list[Segment]:
    """Those that have a translation and are neither approved nor sent back."""
    settled = (SegmentState.APPROVED, SegmentState.REJECTED)
    return [s for s in segments if s.target.strip() and s.state not in settled]


def refuse_untranslated(segments: Iterable[Segment]) -> None:
    """Nothing where each segment has a translation.

    Raises:
        EmptyTargetError: it names the first that has none.
    """
    for segment in segments:
        if not segment.target.strip():
            raise EmptyTargetError(number=segment.number)


def refuse_own_work(
    segments: Sequence[Segment], approver: Approver, unit_of_work: UnitOfWork
) -> None:
    """Nothing where the person may approve every one of `segments`.

    Raises:
        OwnWorkError: it names those that the rules keep from this person.
    """
    own = [s.number for s in segments if not approver.may_approve(s, unit_of_work)]
    if own:
        raise OwnWorkError(numbers=number_ranges(own), by=approver.name)


def errors_of(reviewed: ReviewedSegment) -> tuple[Finding, ...]:
    """The findings that block approval."""
    return tuple(f for f in reviewed.findings if f.severity is Severity.ERROR)


def refuse_errors(errors: Mapping[int, Sequence[Finding]], override: str) -> None:
    """Nothing where no segment has an error, or `override` says why they are approved anyway.

    Raises:
        ErrorsBlockApprovalError: it names the segments and the checks.
    """
    blocked = {number: found[0] for number, found in errors.items() if found}
    if blocked and not override.strip():
        checks = dict.fromkeys(f.check for found in errors.values() for f in found)
        raise ErrorsBlockApprovalError(
            numbers=number_ranges(blocked), checks=", ".join(checks), findings=blocked
        )
