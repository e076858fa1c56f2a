"""Rows and decisions of the pages."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from translate_app import i18n
from translate_app.domain.language import Language
from translate_app.domain.release import ReleaseSummary
from translate_app.domain.segment import Origin, Segment, SegmentState, Span
from translate_app.web import viewmodels
from translate_app.web.viewmodels import Progress, PublishDecision

EN = i18n.translator("en")
EMPTY, DRAFTED, REJECTED, EDITED, REVIEWED, APPROVED = SegmentState


def segment(number: int, state: SegmentState = APPROVED, target: str = "نص") -> Segment:
    return Segment("r1", number, 0, Span(0, 4), "Text", target, state, version=1)


def summary(counts: dict[SegmentState, int], latest: int | None = None) -> ReleaseSummary:
    return ReleaseSummary(
        id="r1",
        display_title="The convoy reaches Rasma",
        source_language=Language.ENGLISH,
        target_language=Language.ARABIC,
        date=date(2025, 3, 14),
        category="News",
        created_at=datetime(2025, 3, 15, tzinfo=UTC),
        counts=counts,
        latest_publication=latest,
    )


def test_progress_is_in_shares_of_all_segments() -> None:
    counts = {APPROVED: 5, EDITED: 2, DRAFTED: 2, EMPTY: 1}
    assert viewmodels.progress(counts) == Progress(0.5, 0.2, 0.2, 0.1)


def test_a_release_without_segments_has_made_no_progress() -> None:
    assert viewmodels.progress({}) == Progress(0, 0, 0, 0)


@pytest.mark.parametrize(
    ("counts", "latest", "state"),
    [
        ({EMPTY: 3}, None, "new"),
        ({}, None, "new"),
        ({DRAFTED: 2, EMPTY: 1}, None, "drafted"),
        ({EDITED: 1, DRAFTED: 2}, None, "in review"),
        ({REJECTED: 1, DRAFTED: 2}, None, "in review"),
        ({REVIEWED: 2}, None, "in review"),
        ({APPROVED: 1, EMPTY: 2}, None, "in review"),
        ({APPROVED: 3}, None, "approved"),
        ({APPROVED: 3}, 2, "published"),
        ({APPROVED: 2, EDITED: 1}, 2, "in review"),
    ],
)
def test_the_chip_says_how_far_a_release_is(
    counts: dict[SegmentState, int], latest: int | None, state: str
) -> None:
    assert viewmodels.release_row(summary(counts, latest), EN).state == state


def test_a_row_has_pair_date_category_and_progress_in_words() -> None:
    row = viewmodels.release_row(summary({APPROVED: 1, EMPTY: 1}), EN)
    assert (row.pair, row.facts) == ("English → Arabic", ("14 March 2025", "News"))
    assert row.progress_text == "1 of 2 approved"


def test_the_arrow_of_a_pair_points_as_the_interface_is_read() -> None:
    arabic = i18n.translator("ar")
    assert "←" in viewmodels.pair_text(Language.ENGLISH, Language.ARABIC, arabic)


def test_publishing_waits_for_every_segment() -> None:
    decision = viewmodels.publish_decision([segment(1), segment(2, EDITED)], 0, unchanged=False)
    assert decision == PublishDecision(1, (2,))
    assert not decision.allowed


def test_an_approved_release_can_be_published_under_the_next_number() -> None:
    decision = viewmodels.publish_decision([segment(1), segment(2)], 3, unchanged=False)
    assert decision == PublishDecision(4, ())
    assert decision.allowed


def test_what_is_published_already_is_not_published_again() -> None:
    assert not viewmodels.publish_decision([segment(1)], 1, unchanged=True).allowed


def test_open_segments_count_as_open_even_where_no_text_changed() -> None:
    decision = viewmodels.publish_decision([segment(1, EDITED)], 1, unchanged=True)
    assert decision == PublishDecision(2, (1,), unchanged=False)


def test_same_targets_compares_numbers_and_texts() -> None:
    segments = [segment(1, target="أ"), segment(2, target="ب")]
    assert viewmodels.same_targets(segments, {(1, "أ"), (2, "ب")})
    assert not viewmodels.same_targets(segments, {(1, "أ"), (2, "ت")})
    assert not viewmodels.same_targets(segments, {(1, "أ")})
    assert not viewmodels.same_targets([], set())


def test_engines_are_those_of_machine_drafts_only() -> None:
    machine = replace(segment(1), origin=Origin.MACHINE, engine="starter en-ar 0.1")
    human = replace(segment(2), origin=Origin.HUMAN, engine="old")
    assert viewmodels.draft_engines([machine, human, machine]) == ("starter en-ar 0.1",)


def test_a_long_list_of_numbers_is_cut() -> None:
    assert viewmodels.number_list([2, 5], EN) == "2, 5"
    assert viewmodels.number_list(list(range(1, 12)), EN) == "1, 2, 3, 4, 5, 6, 7, 8, …"
    assert viewmodels.number_list([2, 5], i18n.translator("ar")) == "2، 5"
