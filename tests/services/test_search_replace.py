"""Search and replace over a release: a look first, then all or nothing."""

import pytest

from tests.services.conftest import Desk
from translate_app.domain.segment import SegmentState
from translate_app.errors import NameRequiredError, SegmentNotFoundError, StaleSegmentError
from translate_app.services.search_replace import Search, SearchAndReplace


@pytest.fixture
def searching(desk: Desk, release_id: str) -> SearchAndReplace:
    desk.review.edit(release_id, 2, "زارت نادية الصباغ رسما.", "Lina")
    desk.review.edit(release_id, 3, "العيادة في رسما مفتوحة.", "Lina")
    desk.review.edit(release_id, 4, "عادت العائلات.", "Lina")
    return SearchAndReplace(desk.store.unit_of_work, desk.clock, desk.queries.examine)


def test_a_look_changes_nothing(desk: Desk, searching: SearchAndReplace, release_id: str) -> None:
    before = desk.store.content
    shown = searching.preview(release_id, Search("رسما"), "تل مروان")
    assert [(each.number, each.after) for each in shown] == [
        (2, "زارت نادية الصباغ تل مروان."),
        (3, "العيادة في تل مروان مفتوحة."),
    ]
    assert desk.store.content is before
    assert searching.preview(release_id, Search("رسما"), "رسما") == ()


def test_what_was_shown_is_done(desk: Desk, searching: SearchAndReplace, release_id: str) -> None:
    search = Search("رسما", whole_word=True)
    shown = searching.preview(release_id, search, "تل مروان")
    versions = {each.number: each.version for each in shown}
    changed = searching.apply(release_id, search, "تل مروان", versions, "Omar")
    assert [s.target for s in changed] == [each.after for each in shown]
    assert desk.queries.history(release_id, 2)[-1].by == "Omar"


def test_approved_segments_are_opened_only_when_asked(
    desk: Desk, searching: SearchAndReplace, release_id: str
) -> None:
    desk.review.approve(release_id, [2], "Omar")
    search = Search("رسما")
    shown = searching.preview(release_id, search, "رَسما")
    assert [each.settled for each in shown] == [True, False]
    versions = {each.number: each.version for each in shown}
    changed = searching.apply(release_id, search, "رَسما", versions, "Omar")
    assert [s.number for s in changed] == [3]
    opened = searching.apply(
        release_id, search, "رَسما", {2: versions[2]}, "Omar", reopen_approved=True
    )
    assert [(s.number, s.state) for s in opened] == [(2, SegmentState.EDITED)]


def test_one_stale_segment_stops_all(
    desk: Desk, searching: SearchAndReplace, release_id: str
) -> None:
    search = Search("رسما")
    versions = {e.number: e.version for e in searching.preview(release_id, search, "س")}
    desk.review.edit(release_id, 3, "شيء آخر عن رسما", "Karim")
    before = desk.store.content
    with pytest.raises(StaleSegmentError, match="Karim"):
        searching.apply(release_id, search, "س", versions, "Omar")
    with pytest.raises(SegmentNotFoundError):
        searching.apply(release_id, search, "س", {99: 1}, "Omar")
    with pytest.raises(NameRequiredError):
        searching.apply(release_id, search, "س", versions, " ")
    assert desk.store.content is before


def test_a_text_replaced_by_nothing_is_empty(
    desk: Desk, searching: SearchAndReplace, release_id: str
) -> None:
    (shown,) = searching.preview(release_id, Search("عادت العائلات."), "")
    (emptied,) = searching.apply(
        release_id, Search("عادت العائلات."), "", {4: shown.version}, "Omar"
    )
    assert (emptied.state, emptied.target, emptied.origin) == (SegmentState.EMPTY, "", None)


def test_a_look_tells_which_names_it_would_break(
    searching: SearchAndReplace, release_id: str
) -> None:
    first, second = searching.preview(release_id, Search("رسما"), "رصما")
    assert [finding.check for finding in first.findings] == ["term_missing"]
    assert second.findings == ()  # its source does not speak of the town
    (other,) = searching.preview(release_id, Search("مفتوحة"), "تعمل")
    assert other.findings == ()


def test_what_was_replaced_is_taken_back_where_nobody_went_on(
    desk: Desk, searching: SearchAndReplace, release_id: str
) -> None:
    search = Search("رسما")
    versions = {e.number: e.version for e in searching.preview(release_id, search, "س")}
    changed = searching.apply(release_id, search, "س", versions, "Omar")
    desk.review.edit(release_id, 3, "العيادة في المدينة مفتوحة.", "Karim")
    made = {segment.number: segment.version for segment in changed}
    (back,) = searching.take_back(release_id, made, "Omar")
    assert (back.number, back.target) == (2, "زارت نادية الصباغ رسما.")
    texts = [each.segment.target for each in desk.queries.release(release_id).segments]
    assert texts[2] == "العيادة في المدينة مفتوحة."
    assert searching.take_back(release_id, made, "Omar") == ()
    with pytest.raises(NameRequiredError):
        searching.take_back(release_id, made, " ")


def test_what_was_approved_comes_back_open(
    desk: Desk, searching: SearchAndReplace, release_id: str
) -> None:
    (approved,) = desk.review.approve(release_id, [2], "Omar")
    search = Search("رسما")
    versions = {2: approved.version}
    changed = searching.apply(release_id, search, "س", versions, "Omar", reopen_approved=True)
    (back,) = searching.take_back(release_id, {s.number: s.version for s in changed}, "Omar")
    assert (back.target, back.state) == (approved.target, SegmentState.EDITED)


def test_a_draft_comes_back_as_the_draft_that_it_was(
    desk: Desk, searching: SearchAndReplace, release_id: str
) -> None:
    desk.review.edit(release_id, 3, "", "Lina")
    desk.pretranslate(release_id)
    draft = desk.queries.release(release_id).segments[2].segment
    search = Search(draft.target)
    changed = searching.apply(release_id, search, "س", {3: draft.version}, "Omar")
    (back,) = searching.take_back(release_id, {s.number: s.version for s in changed}, "Omar")
    # Nobody has looked at it: it must not pass for what a person wrote.
    assert back.state is draft.state is SegmentState.PRETRANSLATED
    assert (back.target, back.origin, back.engine) == (draft.target, draft.origin, draft.engine)


def test_what_was_rejected_comes_back_rejected(
    desk: Desk, searching: SearchAndReplace, release_id: str
) -> None:
    rejected = desk.review.reject(release_id, 2, "the verb is wrong", "Sara")
    versions = {2: rejected.version}
    changed = searching.apply(release_id, Search("رسما"), "س", versions, "Omar")
    (back,) = searching.take_back(release_id, {s.number: s.version for s in changed}, "Omar")
    assert (back.state, back.reason) == (SegmentState.REJECTED, "the verb is wrong")
