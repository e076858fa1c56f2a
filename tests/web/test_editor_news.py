"""A window of the editor is sent what it lacks, and nothing else."""

from dataclasses import replace

from tests.web.test_editor_data import EN, RELEASE, SEGMENT
from translate_app import i18n
from translate_app.domain.segment import SegmentState
from translate_app.services.findings import ReviewedSegment
from translate_app.services.queries import ReviewedRelease
from translate_app.web.editor_news import Stock, news_of, restock, rows_of

LOOKED_AT = tuple(
    ReviewedSegment(replace(SEGMENT, number=number), (), (), ()) for number in (1, 2, 3)
)
CHANGED = ReviewedSegment(
    replace(LOOKED_AT[1].segment, target="آخر", version=4, state=SegmentState.EDITED), (), (), ()
)


def of(*segments: ReviewedSegment) -> ReviewedRelease:
    return ReviewedRelease(RELEASE, segments, ())


def stocked(
    *segments: ReviewedSegment, old: Stock | None = None, moment: int = 1000, user: str = "Lina"
) -> Stock:
    return restock(old or Stock(), of(*segments), EN, user, moment)


def numbers(stock: Stock, has: int) -> list[int]:
    return [row["number"] for row in news_of(stock, "r1", has)["rows"]]


def test_a_window_that_has_nothing_is_sent_everything() -> None:
    news = news_of(stocked(*LOOKED_AT), "r1", 0)
    assert (news["revision"], news["numbers"]) == (1000, [1, 2, 3])
    assert news["rows"] == rows_of(stocked(*LOOKED_AT))


def test_nothing_changed_is_nothing_new() -> None:
    first = stocked(*LOOKED_AT)
    again = stocked(*LOOKED_AT, old=first, moment=2000)
    assert again.revision == first.revision
    assert news_of(again, "r1", 1000) == {"release": "r1", "revision": 1000, "rows": []}


def test_a_changed_row_is_sent_until_the_window_says_that_it_has_it() -> None:
    first = stocked(*LOOKED_AT)
    second = stocked(LOOKED_AT[0], CHANGED, LOOKED_AT[2], old=first, moment=2000)
    assert numbers(second, 1000) == [2]
    assert "numbers" not in news_of(second, "r1", 1000)
    third = stocked(LOOKED_AT[0], CHANGED, LOOKED_AT[2], old=second, moment=3000)
    assert numbers(third, 1000) == [2]
    assert numbers(third, 2000) == []


def test_a_row_that_was_looked_at_again_and_is_the_same_is_not_sent() -> None:
    first = stocked(*LOOKED_AT)
    same = ReviewedSegment(LOOKED_AT[1].segment, (), (), ())
    second = stocked(LOOKED_AT[0], same, LOOKED_AT[2], old=first, moment=2000)
    assert numbers(second, 1000) == []
    assert second.revision == 1000


def test_revisions_grow_though_the_clock_stands_still() -> None:
    first = stocked(*LOOKED_AT)
    second = stocked(LOOKED_AT[0], CHANGED, LOOKED_AT[2], old=first, moment=900)
    assert second.revision == 1001
    assert numbers(second, 1000) == [2]


def test_a_window_of_an_earlier_session_is_sent_everything() -> None:
    anew = stocked(*LOOKED_AT, moment=5000)
    assert numbers(anew, 1000) == [1, 2, 3]


def test_a_window_ahead_of_the_server_is_sent_everything() -> None:
    assert numbers(stocked(*LOOKED_AT), 9999) == [1, 2, 3]


def test_segments_that_came_or_went_are_told_in_order() -> None:
    first = stocked(*LOOKED_AT)
    second = stocked(LOOKED_AT[0], LOOKED_AT[2], old=first, moment=2000)
    assert news_of(second, "r1", 1000)["numbers"] == [1, 3]


def test_other_wording_is_new() -> None:
    first = stocked(*LOOKED_AT)
    arabic = restock(first, of(*LOOKED_AT), i18n.translator("ar"), "Lina", 2000)
    assert numbers(arabic, 1000) == [1, 2, 3]
    assert arabic.rows[1].row["state_label"] != first.rows[1].row["state_label"]
