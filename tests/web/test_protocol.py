"""What a browser may send, and what it is answered."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from translate_app import i18n
from translate_app.domain.segment import Segment, SegmentState, Span
from translate_app.errors import EmptyTargetError, StaleSegmentError
from translate_app.web.editor_protocol import (
    LONGEST_TARGET,
    EditorEvent,
    parse_event,
)
from translate_app.web.review_desk import IN_BROWSER, answer

RAW: dict[str, Any] = {
    "id": "a-1",
    "kind": "save",
    "number": 3,
    "version": 2,
    "target": "نص",
    "versions": [],
}
EVENT = EditorEvent(
    id="a-1", kind="save", number=3, version=2, target="نص", versions={}, anyway=False
)
EN = i18n.translator("en")


def sound(_segment: Segment) -> bool:
    """No check finds an error."""
    return False


def wrong(_segment: Segment) -> bool:
    """A check finds an error in whatever it is."""
    return True


def test_a_whole_event_is_understood() -> None:
    assert parse_event(RAW) == EVENT


def test_browsers_have_one_kind_of_number() -> None:
    assert parse_event(RAW | {"number": 3.0, "version": 2.0}) == EVENT


def test_versions_come_in_pairs() -> None:
    event = parse_event(RAW | {"kind": "approve_many", "versions": [[1, 4], [2, 7]]})
    assert event is not None
    assert event["versions"] == {1: 4, 2: 7}


def test_half_a_surrogate_pair_becomes_the_replacement_character() -> None:
    event = parse_event(RAW | {"target": "a\ud83d b \U0001f69b"})
    assert event is not None
    assert event["target"] == "a\ufffd b \U0001f69b"


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        "save",
        {},
        RAW | {"id": ""},
        RAW | {"id": "x" * 101},
        RAW | {"id": 7},
        RAW | {"kind": "delete"},
        RAW | {"kind": ["save"]},
        RAW | {"number": -1},
        RAW | {"number": True},
        RAW | {"number": 1.5},
        RAW | {"number": float("inf")},
        RAW | {"number": float("nan")},
        RAW | {"number": "3"},
        RAW | {"version": None},
        RAW | {"target": None},
        RAW | {"target": "x" * (LONGEST_TARGET + 1)},
        RAW | {"versions": {"1": 2}},
        RAW | {"versions": [[1]]},
        RAW | {"versions": [[1, -2]]},
        RAW | {"versions": [7]},
    ],
)
def test_anything_else_is_no_event(raw: object) -> None:
    assert parse_event(raw) is None


@dataclass
class Desk:
    """Writes down what it is asked for; fails where it is told to."""

    failure: Exception | None = None
    asked: list[tuple[object, ...]] = field(default_factory=list)

    def edit(
        self,
        release_id: str,
        number: int,
        target: str,
        by: str,
        expected_version: int | None = None,
    ) -> Segment:
        if self.failure:
            raise self.failure
        self.asked.append(("edit", number, target, by, expected_version))
        state = SegmentState.EDITED
        return Segment(release_id, number, 0, Span(0, 1), "x", target, state, version=5)

    def approve(
        self,
        release_id: str,
        numbers: list[int] | None,
        by: str,
        expected_versions: dict[int, int] | None = None,
        *,
        override: str = "",
    ) -> None:
        if self.failure:
            raise self.failure
        asked = ("approve", numbers, by, expected_versions)
        self.asked.append((*asked, override) if override else asked)

    def reopen(self, release_id: str, numbers: list[int] | None, by: str) -> None:
        self.asked.append(("reopen", numbers, by))


def asked(**changes: object) -> list[tuple[object, ...]]:
    """What the desk is asked for by an event."""
    desk = Desk()
    event = parse_event(RAW | changes)
    assert event is not None
    assert answer(desk, event, "r1", "Lina", EN, sound)["status"] == "done"
    return desk.asked


@dataclass
class DraftedMeanwhile(Desk):
    """A job has drafted the segment: what was version 0 is version 1."""

    by: str = "pretranslation"

    def edit(
        self,
        release_id: str,
        number: int,
        target: str,
        by: str,
        expected_version: int | None = None,
    ) -> Segment:
        if expected_version != 1:
            raise StaleSegmentError(number=number, by=self.by, target="", version=1)
        return super().edit(release_id, number, target, by, expected_version)


@pytest.mark.parametrize("kind", ["save", "approve"])
def test_what_a_person_typed_while_a_job_drafted_the_segment_stands(kind: str) -> None:
    desk = DraftedMeanwhile()
    event = parse_event(RAW | {"kind": kind, "version": 0})
    assert event is not None
    assert answer(desk, event, "r1", "Lina", EN, sound)["status"] == "done"
    assert desk.asked[0] == ("edit", 3, "نص", "Lina", 1)


def test_another_persons_text_is_never_passed_over() -> None:
    desk = DraftedMeanwhile(by="Karim")
    event = parse_event(RAW | {"version": 0})
    assert event is not None
    assert answer(desk, event, "r1", "Lina", EN, sound)["status"] == "stale"
    assert desk.asked == []


def test_a_save_states_the_version_it_was_made_on() -> None:
    assert asked() == [("edit", 3, "نص", "Lina", 2)]


def test_approving_saves_first_and_approves_what_was_saved() -> None:
    assert asked(kind="approve") == [
        ("edit", 3, "نص", "Lina", 2),
        ("approve", [3], "Lina", {3: 5}),
    ]


def test_an_error_holds_approval_back_until_the_person_says_so() -> None:
    desk = Desk()
    event = parse_event(RAW | {"kind": "approve"})
    assert event is not None
    assert answer(desk, event, "r1", "Lina", EN, wrong)["status"] == "doubt"
    assert desk.asked == [("edit", 3, "نص", "Lina", 2)]
    anyway = parse_event(RAW | {"kind": "approve", "anyway": True})
    assert anyway is not None
    assert answer(desk, anyway, "r1", "Lina", EN, wrong)["status"] == "done"
    assert desk.asked[-1] == ("approve", [3], "Lina", {3: 5}, IN_BROWSER)


def test_only_true_is_anyway() -> None:
    event = parse_event(RAW | {"anyway": "yes"})
    assert event is not None
    assert not event["anyway"]


def test_approving_many_states_every_version() -> None:
    assert asked(kind="approve_many", versions=[[1, 4], [2, 7]]) == [
        ("approve", [1, 2], "Lina", {1: 4, 2: 7}, IN_BROWSER)
    ]


def test_reopening_and_looking() -> None:
    assert asked(kind="reopen") == [("reopen", [3], "Lina")]
    assert asked(kind="open") == []
    assert asked(kind="others") == []


@pytest.mark.parametrize(
    ("failure", "status"),
    [
        (StaleSegmentError(number=3, by="Karim", target="نص", version=4), "stale"),
        (EmptyTargetError(number=3), "error"),
    ],
)
def test_what_a_rule_forbids_is_said_in_one_sentence(failure: Exception, status: str) -> None:
    ack = answer(Desk(failure), EVENT, "r1", "Lina", EN, sound)
    assert ack == {"id": "a-1", "status": status, "number": 3, "message": str(failure)}
