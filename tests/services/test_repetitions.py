"""Twins: what is decided for one segment is offered to those that say the same."""

import pytest

from tests.services.conftest import Desk
from translate_app.domain.segment import Origin, SegmentState
from translate_app.errors import EmptyTargetError, NameRequiredError, StaleSegmentError
from translate_app.services.repetitions import Repetitions

TEXT = "The clinic is open. THE CLINIC  is open. Families returned. The clinic is open.\n"
OPEN = "العيادة مفتوحة."


@pytest.fixture
def twice(desk: Desk) -> str:
    return desk.release(TEXT)


@pytest.fixture
def repetitions(desk: Desk) -> Repetitions:
    return Repetitions(desk.store.unit_of_work, desk.clock)


def test_twins_are_open_and_say_something_else(
    desk: Desk, repetitions: Repetitions, twice: str
) -> None:
    desk.review.edit(twice, 1, OPEN, "Lina")
    assert [s.number for s in repetitions.twins(twice, 1)] == [2, 4]
    desk.review.edit(twice, 2, OPEN, "Lina")
    desk.review.edit(twice, 4, "المستوصف مفتوح.", "Lina")
    assert [s.number for s in repetitions.twins(twice, 1)] == [4]
    desk.review.approve(twice, [4], "Omar")
    assert repetitions.twins(twice, 1) == ()
    assert repetitions.twins(twice, 3) == ()


def test_filling_takes_those_that_were_chosen(
    desk: Desk, repetitions: Repetitions, twice: str
) -> None:
    desk.review.edit(twice, 1, OPEN, "Lina")
    (filled,) = repetitions.fill_twins(twice, 1, {4: 0, 3: 0}, "Omar")
    assert (filled.number, filled.target, filled.state, filled.origin, filled.changed_by) == (
        4,
        OPEN,
        SegmentState.EDITED,
        Origin.HUMAN,
        "Omar",
    )
    assert desk.targets(twice) == [OPEN, "", "", OPEN]


def test_all_or_none(desk: Desk, repetitions: Repetitions, twice: str) -> None:
    with pytest.raises(EmptyTargetError):
        repetitions.fill_twins(twice, 1, {2: 0}, "Omar")
    desk.review.edit(twice, 1, OPEN, "Lina")
    desk.review.edit(twice, 4, "نص", "Karim")
    before = desk.store.content
    with pytest.raises(StaleSegmentError):
        repetitions.fill_twins(twice, 1, {2: 0, 4: 0}, "Omar")
    with pytest.raises(NameRequiredError):
        repetitions.fill_twins(twice, 1, {2: 0}, " ")
    assert desk.store.content is before
