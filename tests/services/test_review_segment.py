"""Edit, approve, reopen: the rules that the browser and scripts share."""

import pytest

from tests.services.conftest import Desk
from translate_app.domain.segment import Origin, SegmentState
from translate_app.errors import (
    EmptyTargetError,
    NameRequiredError,
    ReleaseNotFoundError,
    SegmentNotFoundError,
    StaleSegmentError,
)


def test_an_edit_is_saved_with_who_and_when(desk: Desk, release_id: str) -> None:
    saved = desk.review.edit(release_id, 3, "العيادة مفتوحة.", "Lina")

    assert (saved.state, saved.origin, saved.changed_by) == (
        SegmentState.EDITED,
        Origin.HUMAN,
        "Lina",
    )
    assert [(step.version, step.target) for step in desk.queries.history(release_id, 3)] == [
        (1, "العيادة مفتوحة.")
    ]


def test_saving_the_same_text_changes_nothing(desk: Desk, release_id: str) -> None:
    first = desk.review.edit(release_id, 3, "العيادة مفتوحة.", "Lina")
    assert desk.review.edit(release_id, 3, "العيادة مفتوحة.", "Omar") == first


def test_a_stale_save_overwrites_nothing(desk: Desk, release_id: str) -> None:
    desk.review.edit(release_id, 3, "نص لينا", "Lina", expected_version=0)
    with pytest.raises(StaleSegmentError, match="Lina"):
        desk.review.edit(release_id, 3, "نص عمر", "Omar", expected_version=0)
    assert desk.targets(release_id)[2] == "نص لينا"


def test_a_cleared_segment_is_empty_again(desk: Desk, release_id: str) -> None:
    desk.review.edit(release_id, 3, "نص", "Lina")
    cleared = desk.review.edit(release_id, 3, "  \n", "Lina")
    assert (cleared.state, cleared.target, cleared.origin) == (SegmentState.EMPTY, "", None)


def test_changing_an_approved_segment_opens_it(desk: Desk, release_id: str) -> None:
    desk.review.edit(release_id, 3, "نص", "Lina")
    desk.review.approve(release_id, [3], "Omar")
    assert desk.review.edit(release_id, 3, "نص آخر", "Lina").state is SegmentState.EDITED


def test_approving_an_empty_segment_is_refused_and_approves_none(
    desk: Desk, release_id: str
) -> None:
    desk.review.edit(release_id, 3, "نص", "Lina")
    with pytest.raises(EmptyTargetError, match="4"):
        desk.review.approve(release_id, [3, 4], "Omar")
    assert desk.queries.releases()[0].approved == 0


def test_approving_everything_leaves_the_empty_ones_open(desk: Desk, release_id: str) -> None:
    desk.review.edit(release_id, 3, "نص", "Lina")
    assert [segment.number for segment in desk.review.approve(release_id, None, "Omar")] == [3]
    assert desk.review.approve(release_id, None, "Omar") == ()


def test_approving_a_text_that_changed_meanwhile_is_refused(desk: Desk, release_id: str) -> None:
    seen = desk.review.edit(release_id, 3, "نص", "Lina")
    desk.review.edit(release_id, 3, "نص آخر", "Lina")
    with pytest.raises(StaleSegmentError):
        desk.review.approve(release_id, [3], "Omar", {3: seen.version})


def test_reopen(desk: Desk, release_id: str) -> None:
    desk.review.edit(release_id, 3, "نص", "Lina")
    desk.review.approve(release_id, [3], "Omar")
    (reopened,) = desk.review.reopen(release_id, [3], "Lina")
    assert (reopened.state, reopened.target) == (SegmentState.EDITED, "نص")
    assert desk.review.reopen(release_id, None, "Lina") == ()


def test_what_does_not_exist_is_said(desk: Desk, release_id: str) -> None:
    with pytest.raises(SegmentNotFoundError):
        desk.review.edit(release_id, 99, "نص", "Lina")
    with pytest.raises(SegmentNotFoundError):
        desk.review.reopen(release_id, [99], "Lina")
    with pytest.raises(ReleaseNotFoundError):
        desk.review.approve("nothing", None, "Lina")


@pytest.mark.parametrize("nobody", ["", "  "])
def test_nobody_changes_nothing(desk: Desk, release_id: str, nobody: str) -> None:
    for target in ("نص", ""):  # the second is the text that it has
        with pytest.raises(NameRequiredError):
            desk.review.edit(release_id, 3, target, nobody)
    with pytest.raises(NameRequiredError):
        desk.publish(release_id, nobody)


def test_a_key_that_was_hit_by_chance_makes_no_persons_text_of_a_draft(
    desk: Desk, release_id: str
) -> None:
    desk.pretranslate(release_id)
    draft = desk.queries.release(release_id).segments[2].segment
    touched = desk.review.edit(release_id, 3, draft.target + "ث", "Lina")
    assert touched.state is SegmentState.EDITED
    again = desk.review.edit(release_id, 3, draft.target, "Lina")
    assert (again.state, again.origin, again.confidence) == (
        SegmentState.PRETRANSLATED,
        draft.origin,
        draft.confidence,
    )


def test_the_text_that_was_rejected_stays_rejected_when_it_comes_back(
    desk: Desk, release_id: str
) -> None:
    desk.review.edit(release_id, 3, "نص", "Lina")
    desk.review.reject(release_id, 3, "لم يقل هذا", "Omar")
    desk.review.edit(release_id, 3, "نص ما", "Lina")
    again = desk.review.edit(release_id, 3, "نص", "Lina")
    assert (again.state, again.reason) == (SegmentState.REJECTED, "لم يقل هذا")
