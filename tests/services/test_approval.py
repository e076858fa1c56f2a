"""Errors block, reasons are recorded, two pairs of eyes, bulk approval, rejecting."""

from dataclasses import replace

import pytest

from tests.services.conftest import Desk
from translate_app.domain.client import ReviewRules
from translate_app.domain.segment import SegmentState, Severity
from translate_app.errors import (
    ErrorsBlockApprovalError,
    NothingToRejectError,
    OwnWorkError,
    ReasonRequiredError,
    SegmentNotFoundError,
    StaleSegmentError,
)

NAMED = "زارت نادية الصباغ رسما."
NAMELESS = "زارت المدينة."
"""Segment 2 names Nadia Sabbagh and Rasma: leaving them out is an error."""


def states(desk: Desk, release_id: str) -> list[SegmentState]:
    return [item.segment.state for item in desk.queries.release(release_id).segments]


def test_an_error_blocks_and_none_is_approved(desk: Desk, release_id: str) -> None:
    desk.review.edit(release_id, 2, NAMELESS, "Lina")
    desk.review.edit(release_id, 3, "العيادة مفتوحة.", "Lina")
    for numbers in ([3, 2], None):
        with pytest.raises(
            ErrorsBlockApprovalError, match=r"segments 2 \(term_missing\)"
        ) as refusal:
            desk.review.approve(release_id, numbers, "Omar")
        assert refusal.value.parameters["findings"][2].check == "term_missing"  # type: ignore[index]
    assert SegmentState.APPROVED not in states(desk, release_id)


@pytest.mark.parametrize("no_reason", ["", " \n"])
def test_an_empty_reason_is_none(desk: Desk, release_id: str, no_reason: str) -> None:
    desk.review.edit(release_id, 2, NAMELESS, "Lina")
    with pytest.raises(ErrorsBlockApprovalError):
        desk.review.approve(release_id, [2], "Omar", override=no_reason)


def test_a_reason_is_recorded_where_it_was_needed(desk: Desk, release_id: str) -> None:
    desk.review.edit(release_id, 2, NAMELESS, "Lina")
    desk.review.edit(release_id, 3, "العيادة مفتوحة.", "Lina")
    approved = desk.review.approve(release_id, [2, 3], "Omar", override=" the client asked for it ")
    assert [(s.number, s.state, s.reason) for s in approved] == [
        (2, SegmentState.APPROVED, "the client asked for it"),
        (3, SegmentState.APPROVED, ""),
    ]
    forced, plain = (desk.queries.history(release_id, number)[-1] for number in (2, 3))
    assert set(forced.overridden) == {"term_missing"}
    assert (plain.overridden, plain.reason, plain.bulk) == ((), "", False)


def test_warnings_never_block(desk: Desk, release_id: str) -> None:
    desk.review.edit(release_id, 3, "العيادة  مفتوحة.", "Lina")
    findings = desk.queries.release(release_id).segments[2].findings
    assert {finding.severity for finding in findings} == {Severity.WARNING}
    assert desk.review.approve(release_id, [3], "Omar")[0].state is SegmentState.APPROVED


def test_the_second_pair_of_eyes_is_another_persons(desk: Desk, release_id: str) -> None:
    desk.rules = ReviewRules(second_approval=True)
    desk.review.edit(release_id, 2, NAMED, "Lina")
    (first,) = desk.review.approve(release_id, [2], "Omar")
    assert first.state is SegmentState.REVIEWED
    for same in ("Omar", " omar "):
        with pytest.raises(OwnWorkError, match="segments 2"):
            desk.review.approve(release_id, [2], same)
    assert desk.review.approve(release_id, None, "Omar") == ()
    (second,) = desk.review.approve(release_id, None, "Lina")
    assert second.state is SegmentState.APPROVED


def test_a_text_that_changes_is_approved_twice_again(desk: Desk, release_id: str) -> None:
    desk.rules = ReviewRules(second_approval=True)
    desk.review.edit(release_id, 2, NAMED, "Lina")
    desk.review.approve(release_id, [2], "Omar")
    assert desk.review.edit(release_id, 2, NAMED + " ", "Sara").state is SegmentState.EDITED
    assert desk.review.approve(release_id, [2], "Omar")[0].state is SegmentState.REVIEWED
    assert desk.review.reopen(release_id, [2], "Omar")[0].state is SegmentState.EDITED


def test_who_wrote_last_does_not_approve(desk: Desk, release_id: str) -> None:
    desk.rules = ReviewRules(approver_may_be_last_editor=False)
    desk.review.edit(release_id, 2, NAMED, "Lina")
    desk.review.edit(release_id, 3, "العيادة مفتوحة.", "Omar")
    with pytest.raises(OwnWorkError, match="Lina wrote or approved the segments 2"):
        desk.review.approve(release_id, [3, 2], "Lina")
    assert [s.number for s in desk.review.approve(release_id, None, "Lina")] == [3]
    # Opening it again writes no word: Lina is still the one that wrote it.
    desk.review.approve(release_id, [2], "Omar")
    desk.review.reopen(release_id, [2], "Omar")
    with pytest.raises(OwnWorkError):
        desk.review.approve(release_id, [2], "Lina")


def test_who_brings_a_text_back_did_not_write_it(desk: Desk, release_id: str) -> None:
    desk.rules = ReviewRules(approver_may_be_last_editor=False)
    desk.review.edit(release_id, 2, NAMED, "Lina")
    desk.review.edit(release_id, 2, NAMELESS, "Omar")
    desk.review.edit(release_id, 2, NAMED, "Omar")
    with pytest.raises(OwnWorkError):
        desk.review.approve(release_id, [2], "Lina")
    assert desk.review.approve(release_id, [2], "Omar")[0].state is SegmentState.APPROVED


def test_bulk_approval_takes_sure_drafts_without_findings(desk: Desk, release_id: str) -> None:
    desk.pretranslate(release_id)
    before = desk.queries.release(release_id).segments
    drafted = [item for item in before if item.segment.state is SegmentState.PRETRANSLATED]
    with desk.store.unit_of_work() as unit_of_work:  # the fake engine is never sure of anything
        for item, confidence in zip(drafted, (80, 79, None, 95, 95), strict=False):
            key = (release_id, item.segment.number)
            content = unit_of_work.segments._transaction.write()  # type: ignore[attr-defined]
            changed = replace(item.segment, confidence=confidence)
            content.segments[key] = replace(changed, version=changed.version + 1)
        unit_of_work.commit()
    clean = {
        item.segment.number
        for item in desk.queries.release(release_id).segments
        if not item.findings and (item.segment.confidence or 0) >= 80
    }
    approved = desk.review.bulk_approve(release_id, 80, "Omar")
    assert {s.number for s in approved} == clean
    assert clean
    assert all(desk.queries.history(release_id, s.number)[-1].bulk for s in approved)
    assert desk.review.bulk_approve(release_id, 80, "Omar") == ()


def test_a_rejected_segment_waits_for_another_text(desk: Desk, release_id: str) -> None:
    desk.review.edit(release_id, 2, NAMED, "Lina")
    desk.review.approve(release_id, [2], "Omar")
    rejected = desk.review.reject(release_id, 2, " the verb is wrong ", "Sara")
    assert (rejected.state, rejected.reason) == (SegmentState.REJECTED, "the verb is wrong")
    assert rejected.target == NAMED
    assert desk.review.approve(release_id, None, "Omar") == ()
    assert desk.queries.releases()[0].state.value == "in_review"
    edited = desk.review.edit(release_id, 2, NAMED + ".", "Lina")
    assert (edited.state, edited.reason) == (SegmentState.EDITED, "")


def test_what_was_rejected_is_not_approved_in_bulk(desk: Desk, release_id: str) -> None:
    for number in (3, 4):
        desk.review.edit(release_id, number, "نص", "Lina")
    desk.review.reject(release_id, 3, "the verb is wrong", "Sara")
    approved = desk.review.approve(release_id, [3, 4], "Omar", bulk=True)
    assert [segment.number for segment in approved] == [4]
    assert [s.number for s in desk.review.approve(release_id, [3], "Omar")] == [3]


def test_rejecting_wants_a_reason_and_something_to_reject(desk: Desk, release_id: str) -> None:
    desk.review.edit(release_id, 2, NAMED, "Lina")
    with pytest.raises(ReasonRequiredError):
        desk.review.reject(release_id, 2, "  ", "Omar")
    with pytest.raises(NothingToRejectError):
        desk.review.reject(release_id, 3, "no", "Omar")
    with pytest.raises(StaleSegmentError):
        desk.review.reject(release_id, 2, "no", "Omar", expected_version=0)
    with pytest.raises(SegmentNotFoundError):
        desk.review.reject(release_id, 99, "no", "Omar")


def test_a_stale_save_carries_the_other_text(desk: Desk, release_id: str) -> None:
    theirs = desk.review.edit(release_id, 3, "نص لينا", "Lina", expected_version=0)
    with pytest.raises(StaleSegmentError) as refusal:
        desk.review.edit(release_id, 3, "نص عمر", "Omar", expected_version=0)
    carried = {"number": 3, "by": "Lina", "target": "نص لينا", "version": theirs.version}
    assert refusal.value.parameters == carried


def test_approval_in_bulk_is_recorded_with_each_segment(desk: Desk, release_id: str) -> None:
    desk.review.edit(release_id, 3, "العيادة مفتوحة.", "Lina")
    desk.review.approve(release_id, [3], "Omar", bulk=True)
    assert [step.bulk for step in desk.queries.history(release_id, 3)] == [False, True]
