"""What the history of segments tells about the work."""

from dataclasses import replace
from datetime import UTC, date, timedelta

import pytest

from tests.contract.examples import NOON, TERM, change, segments
from translate_app.domain.report import DayRow, DraftNames, KeptRow, SegmentTimeRow
from translate_app.domain.segment import Origin, Segment, SegmentState, Span, TermPlacement
from translate_app.pipeline.chrf import chrf
from translate_app.pipeline.effort import days, kept, steps, times

ID = "a1b2c3d4"
WORDS = {(ID, 1): 4, (ID, 2): 4, (ID, 3): 5}
MACHINE = "pretranslation"


def at(seconds: int) -> dict[str, object]:
    return {"at": NOON + timedelta(seconds=seconds)}


CHANGES = [
    change(1, 1, by=MACHINE, state=SegmentState.PRETRANSLATED, target="مسودة", **at(0)),
    change(1, 2, target="نص", **at(10)),
    change(1, 3, target="نص أول", **at(40)),
    change(1, 4, target="نص أول", state=SegmentState.APPROVED, by="Omar", **at(50)),
    change(2, 1, target="نص", **at(70)),
    change(3, 1, target="نص", **at(70 + 400)),
    change(2, 2, target="نص", state=SegmentState.APPROVED, by="Omar", bulk=True, **at(500)),
]


def test_words_count_once_a_day_and_breaks_do_not() -> None:
    assert days(steps(CHANGES, MACHINE), WORDS, UTC) == (
        DayRow(date(2024, 3, 5), "Omar", 0, 0, 2, 8, 0.0),
        DayRow(date(2024, 3, 5), "Salma", 3, 13, 0, 0, 1.0),
    )


def test_time_over_each_segment() -> None:
    assert times(steps(CHANGES, MACHINE), WORDS) == (
        SegmentTimeRow(ID, 1, "Omar", 4, 0.0, 1),
        SegmentTimeRow(ID, 1, "Salma", 4, 30.0, 2),
        SegmentTimeRow(ID, 2, "Salma", 4, 30.0, 1),
        SegmentTimeRow(ID, 3, "Salma", 5, 0.0, 1),
    )


def test_opening_again_is_no_writing_and_a_second_approval_counts() -> None:
    changes = [
        change(1, 1, target="نص"),
        change(1, 2, target="نص", state=SegmentState.REVIEWED, by="Omar"),
        change(1, 3, target="نص", state=SegmentState.APPROVED, by="Sara"),
        change(1, 4, target="نص", state=SegmentState.EDITED, by="Sara"),
    ]
    found = steps(changes, MACHINE)
    assert [(s.wrote, s.approved) for s in found] == [
        (True, False),
        (False, True),
        (False, True),
        (False, False),
    ]


def test_a_day_is_a_day_of_the_zone() -> None:
    from zoneinfo import ZoneInfo

    late = [change(1, 1, at=NOON + timedelta(hours=11))]
    (row,) = days(steps(late, MACHINE), WORDS, ZoneInfo("Asia/Damascus"))
    assert row.day == date(2024, 3, 6)


def test_splitting_and_merging_write_nothing() -> None:
    split = change(1, 1, target="", span=Span(0, 5), source="Nadia")
    joined = change(1, 2, target="نص نص", span=Span(0, 9), source="Nadia ...")
    assert [s.wrote for s in steps([split, joined], MACHINE)] == [False, False]


def approved(number: int, target: str) -> Segment:
    return replace(segments()[number - 1], target=target, state=SegmentState.APPROVED)


def test_what_of_the_drafts_was_kept() -> None:
    lost = replace(TERM, placement=TermPlacement.MISSING)
    draft = {"by": MACHINE, "state": SegmentState.PRETRANSLATED}
    made = {**draft, "origin": Origin.MACHINE, "engine": "starter en-ar 0.1"}
    changes = [
        change(1, 1, target="زارت رسما.", terms=(TERM,), **made),
        change(2, 1, target="التقت به.", terms=(lost,), **made),
        change(3, 1, target="المخيم مفتوح.", origin=Origin.MEMORY, **draft),
        change(3, 2, target="المخيم مفتوح مجددا."),
    ]
    stands = [approved(1, "زارت رسما."), approved(2, "لا شيء"), approved(3, "المخيم مفتوح مجددا.")]
    memory, whole, missing = kept(changes, stands)
    assert whole == KeptRow("starter en-ar 0.1", DraftNames.APPLIED, 1, 4, 100.0, 1)
    assert (missing.names, missing.unchanged) == (DraftNames.MISSING, 0)
    assert missing.kept < 20
    assert (memory.engine, memory.names) == ("memory", DraftNames.NONE)
    assert 50 < memory.kept < 100
    assert kept(changes[:1], []) == ()


@pytest.mark.parametrize(
    ("ours", "theirs", "least", "most"),
    [
        ("the camp", "the camp", 100, 100),
        ("the camp", "t h e camp", 100, 100),
        ("", "the camp", 0, 0),
        ("", "", 0, 0),
        ("abc", "xyz", 0, 0),
        ("the camp is open", "the camp was open", 50, 90),
        # Two of two unigrams, no bigram: (1 + 0) / 2 on both sides.
        ("ab", "ba", 50, 50),
    ],
)
def test_chrf(ours: str, theirs: str, least: float, most: float) -> None:
    assert least <= round(chrf(ours, theirs), 6) <= most
