"""Splitting and merging: numbers stay, nothing is lost, each takes the other back."""

from itertools import pairwise

import pytest

from tests.services.conftest import Desk
from tests.services.test_publish_release import approve_all
from translate_app.domain.client import ReviewRules
from translate_app.domain.segment import Origin, SegmentState
from translate_app.errors import (
    NameRequiredError,
    OwnWorkError,
    SegmentNotFoundError,
    SplitError,
    StaleSegmentError,
)
from translate_app.pipeline.publish import edition, edition_of
from translate_app.services.split_merge import SplitAndMerge

TEXT = "Nadia Sabbagh visited Rasma and left. The clinic is open.  Families returned.\n"
FIRST, SECOND = "زارت نادية الصباغ رسما وغادرت.", "العيادة مفتوحة."


@pytest.fixture
def one(desk: Desk) -> str:
    return desk.release(TEXT)


@pytest.fixture
def desk_of_cutting(desk: Desk) -> SplitAndMerge:
    return SplitAndMerge(desk.store.unit_of_work, desk.clock)


def listed(desk: Desk, release_id: str) -> list[tuple[int, str, str]]:
    found = [item.segment for item in desk.queries.release(release_id).segments]
    for before, after in pairwise(found):
        assert (before.unit, before.span.end) <= (after.unit, after.span.start)
    units = desk.queries.release(release_id).release.units
    for segment in found:
        text = units[segment.unit].text
        assert text[segment.span.start : segment.span.end] == segment.source
    return [(s.number, s.source, s.target) for s in found]


def test_a_split_keeps_every_number(desk: Desk, desk_of_cutting: SplitAndMerge, one: str) -> None:
    desk.review.edit(one, 1, FIRST, "Lina")
    desk.review.approve(one, [1], "Omar")
    parts = desk_of_cutting.split(one, 1, [28], "Lina")
    assert [(s.number, s.state) for s in parts] == [
        (1, SegmentState.EDITED),
        (4, SegmentState.EMPTY),
    ]
    assert listed(desk, one) == [
        (1, "Nadia Sabbagh visited Rasma", FIRST),
        (4, "and left.", ""),
        (2, "The clinic is open.", ""),
        (3, "Families returned.", ""),
    ]
    step = desk.queries.history(one, 1)[-1]
    assert (step.source, step.by) == ("Nadia Sabbagh visited Rasma", "Lina")
    assert [step.version for step in desk.queries.history(one, 4)] == [1]


def test_merging_the_parts_takes_a_split_back(
    desk: Desk, desk_of_cutting: SplitAndMerge, one: str
) -> None:
    desk.review.edit(one, 1, FIRST, "Lina")
    before = listed(desk, one)
    desk_of_cutting.split(one, 1, [13, 28], "Lina")
    assert [number for number, *_ in listed(desk, one)] == [1, 4, 5, 2, 3]
    joined = desk_of_cutting.merge(one, [5, 1, 4], "Omar")
    assert (joined.state, joined.origin) == (SegmentState.EDITED, Origin.HUMAN)
    assert listed(desk, one) == before
    # Splitting there once more brings the numbers back.
    desk_of_cutting.split(one, 1, [28], "Lina")
    assert [number for number, *_ in listed(desk, one)] == [1, 5, 2, 3]


def test_a_merge_is_taken_back_with_each_text(
    desk: Desk, desk_of_cutting: SplitAndMerge, one: str
) -> None:
    desk.review.edit(one, 1, FIRST, "Lina")
    desk.review.edit(one, 2, SECOND, "Lina")
    before = listed(desk, one)
    joined = desk_of_cutting.merge(one, [1, 2, 3], "Omar")
    assert joined.target == f"{FIRST} {SECOND}"
    assert listed(desk, one) == [(1, TEXT.strip(), f"{FIRST} {SECOND}")]
    with pytest.raises(SegmentNotFoundError):
        desk.review.edit(one, 2, "نص", "Lina")
    assert [s.number for s in desk_of_cutting.unmerge(one, 1, "Omar")] == [1, 2, 3]
    assert listed(desk, one) == before


def test_two_merges_are_taken_back_at_once(
    desk: Desk, desk_of_cutting: SplitAndMerge, one: str
) -> None:
    for number, text in enumerate((FIRST, SECOND, "عادت العائلات."), start=1):
        desk.review.edit(one, number, text, "Lina")
    before = listed(desk, one)
    desk_of_cutting.merge(one, [1, 2], "Omar")
    desk_of_cutting.merge(one, [1, 3], "Omar")
    desk_of_cutting.unmerge(one, 1, "Omar")
    assert listed(desk, one) == before


def test_a_text_changed_since_stays_whole(
    desk: Desk, desk_of_cutting: SplitAndMerge, one: str
) -> None:
    desk.review.edit(one, 1, FIRST, "Lina")
    desk.review.edit(one, 2, SECOND, "Lina")
    desk_of_cutting.merge(one, [1, 2], "Omar")
    desk.review.edit(one, 1, "نص جديد لكليهما.", "Lina")
    desk_of_cutting.unmerge(one, 1, "Omar")
    assert [target for _, _, target in listed(desk, one)] == ["نص جديد لكليهما.", "", ""]
    # What the second one had said is in its history still.
    assert desk.queries.history(one, 2)[0].target == SECOND


def test_drafts_stay_drafts(desk: Desk, desk_of_cutting: SplitAndMerge, one: str) -> None:
    desk.pretranslate(one)
    joined = desk_of_cutting.merge(one, [1, 2], "Omar")
    assert (joined.state, joined.confidence) == (SegmentState.PRETRANSLATED, None)
    first, second = desk_of_cutting.unmerge(one, 1, "Omar")
    assert first.state is second.state is SegmentState.PRETRANSLATED
    desk_of_cutting.split(one, 1, [13], "Omar")
    assert desk.pretranslate(one).done == 1


def test_what_was_rejected_stays_so_until_its_words_change(
    desk: Desk, desk_of_cutting: SplitAndMerge, one: str
) -> None:
    desk.review.edit(one, 1, FIRST, "Lina")
    desk.review.reject(one, 1, "the verb is wrong", "Sara")
    first, second = desk_of_cutting.split(one, 1, [28], "Lina")
    assert (first.state, first.reason) == (SegmentState.REJECTED, "the verb is wrong")
    assert (second.state, second.reason) == (SegmentState.EMPTY, "")
    joined = desk_of_cutting.merge(one, [1, second.number], "Lina")
    assert (joined.target, joined.state) == (FIRST, SegmentState.REJECTED)
    assert joined.reason == "the verb is wrong"


def test_a_merge_hides_no_rejection(desk: Desk, desk_of_cutting: SplitAndMerge, one: str) -> None:
    desk.review.edit(one, 1, FIRST, "Lina")
    desk.review.edit(one, 2, SECOND, "Lina")
    desk.review.reject(one, 2, "too short", "Sara")
    joined = desk_of_cutting.merge(one, [1, 2], "Lina")
    assert (joined.state, joined.reason) == (SegmentState.REJECTED, "too short")
    first, second = desk_of_cutting.unmerge(one, 1, "Lina")
    assert (second.state, second.reason) == (SegmentState.REJECTED, "too short")
    assert (first.target, first.state, first.reason) == (FIRST, SegmentState.EDITED, "")


def test_who_merges_wrote_nothing_and_the_writers_did(
    desk: Desk, desk_of_cutting: SplitAndMerge, one: str
) -> None:
    desk.rules = ReviewRules(approver_may_be_last_editor=False)
    desk.review.edit(one, 1, FIRST, "Lina")
    desk.review.edit(one, 2, SECOND, "Karim")
    desk.review.edit(one, 3, "عادت العائلات.", "Sara")
    desk_of_cutting.merge(one, [2, 3], "Omar")
    desk_of_cutting.merge(one, [1, 2], "Omar")
    for writer in ("Lina", "Karim", "Sara"):
        with pytest.raises(OwnWorkError):
            desk.review.approve(one, [1], writer)
    assert desk.review.approve(one, [1], "Omar")[0].state is SegmentState.APPROVED
    # What somebody writes over it all is theirs alone.
    desk.review.edit(one, 1, f"{FIRST} {SECOND}", "Omar")
    assert desk.review.approve(one, [1], "Lina")[0].state is SegmentState.APPROVED


def test_what_was_merged_is_not_lost_by_a_split_before_it(
    desk: Desk, desk_of_cutting: SplitAndMerge, one: str
) -> None:
    desk.review.edit(one, 3, "عادت العائلات.", "Lina")
    desk_of_cutting.merge(one, [1, 2, 3], "Lina")
    desk_of_cutting.split(one, 1, [37], "Lina")
    assert [number for number, *_ in listed(desk, one)] == [1, 2]
    desk_of_cutting.unmerge(one, 2, "Lina")
    assert [number for number, *_ in listed(desk, one)] == [1, 2, 3]


def test_what_is_published_reads_the_same(
    desk: Desk, desk_of_cutting: SplitAndMerge, one: str
) -> None:
    approve_all(desk, one)
    reviewed = desk.queries.release(one)
    whole = edition(reviewed.release, [item.segment for item in reviewed.segments])
    desk_of_cutting.merge(one, [2, 3], "Omar")
    desk.review.approve(one, None, "Omar")
    published = edition_of(desk.publish(one, "Omar"))
    assert [u.target for u in published.units] == [u.target for u in whole.units]
    assert [s.number for s in published.units[0].segments] == [1, 2]
    desk_of_cutting.split(one, 1, [28], "Omar")
    desk.review.edit(one, 4, "وغادرت", "Omar")
    desk.review.approve(one, None, "Omar", override="a test")
    second = edition_of(desk.publish(one, "Omar"))
    assert [s.number for s in second.units[0].segments] == [1, 4, 2]
    assert "وغادرت" in second.units[0].target


@pytest.mark.parametrize("offsets", [[], [0], [-1], [37], [999], [28, 0], [27, 28]])
def test_a_part_needs_text(
    desk: Desk, desk_of_cutting: SplitAndMerge, one: str, offsets: list[int]
) -> None:
    before = desk.store.content
    with pytest.raises(SplitError):
        desk_of_cutting.split(one, 1, offsets, "Lina")
    assert desk.store.content is before


def test_only_neighbours_are_merged(
    desk: Desk, desk_of_cutting: SplitAndMerge, one: str, release_id: str
) -> None:
    for numbers in ([1, 3], [1], [2, 2]):
        with pytest.raises(SplitError):
            desk_of_cutting.merge(one, numbers, "Lina")
    with pytest.raises(SplitError):  # the dateline and the paragraph under it
        desk_of_cutting.merge(release_id, [1, 2], "Lina")
    with pytest.raises(SplitError):
        desk_of_cutting.unmerge(one, 1, "Lina")
    with pytest.raises(SegmentNotFoundError):
        desk_of_cutting.merge(one, [1, 99], "Lina")
    with pytest.raises(NameRequiredError):
        desk_of_cutting.merge(one, [1, 2], "")


def test_a_stale_split_changes_nothing(
    desk: Desk, desk_of_cutting: SplitAndMerge, one: str
) -> None:
    desk.review.edit(one, 1, FIRST, "Lina")
    with pytest.raises(StaleSegmentError):
        desk_of_cutting.split(one, 1, [28], "Omar", expected_version=0)
    assert len(listed(desk, one)) == 3
