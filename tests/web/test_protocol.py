"""What a browser may send, and what it is answered."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from translate_app import i18n
from translate_app.domain.segment import Segment, SegmentState, Span
from translate_app.errors import (
    EmptyTargetError,
    ErrorsBlockApprovalError,
    StaleSegmentError,
)
from translate_app.web.editor_protocol import (
    LONGEST_TARGET,
    LONGEST_WORDS,
    Ack,
    EditorEvent,
    parse_event,
)
from translate_app.web.review_desk import Desk, answer

RAW: dict[str, Any] = {
    "id": "a-1",
    "kind": "save",
    "number": 3,
    "version": 2,
    "target": "نص",
    "versions": [],
    "words": "",
    "place": 0,
    "has": 7,
}
EVENT = EditorEvent(
    id="a-1",
    kind="save",
    number=3,
    version=2,
    target="نص",
    versions={},
    words="",
    place=0,
    has=7,
)
EN = i18n.translator("en")


def test_a_whole_event_is_understood() -> None:
    assert parse_event(RAW) == EVENT


def test_browsers_have_one_kind_of_number() -> None:
    assert parse_event(RAW | {"number": 3.0, "version": 2.0}) == EVENT


def test_versions_come_in_pairs() -> None:
    event = parse_event(RAW | {"kind": "approve_many", "versions": [[1, 4], [2, 7]]})
    assert event is not None
    assert event["versions"] == {1: 4, 2: 7}


def test_half_a_surrogate_pair_becomes_the_replacement_character() -> None:
    event = parse_event(RAW | {"target": "a\ud83d b \U0001f69b", "words": "\ude9b"})
    assert event is not None
    assert (event["target"], event["words"]) == ("a\ufffd b \U0001f69b", "\ufffd")


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
        RAW | {"words": None},
        RAW | {"words": ["why"]},
        RAW | {"words": "x" * (LONGEST_WORDS + 1)},
        RAW | {"place": -1},
        RAW | {"place": "1"},
        RAW | {"has": None},
        RAW | {"has": 2.5},
    ],
)
def test_anything_else_is_no_event(raw: object) -> None:
    assert parse_event(raw) is None


@dataclass
class Services:
    """Review and comments: writes down what it is asked for; fails where it is told to."""

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
        self.asked.append(("approve", numbers, by, expected_versions, override))

    def reject(
        self,
        release_id: str,
        number: int,
        reason: str,
        by: str,
        expected_version: int | None = None,
    ) -> None:
        self.asked.append(("reject", number, reason, by, expected_version))

    def reopen(self, release_id: str, numbers: list[int] | None, by: str) -> None:
        self.asked.append(("reopen", numbers, by))

    def add(self, release_id: str, number: int, text: str, by: str) -> None:
        self.asked.append(("add", number, text, by))

    def resolve(self, comment_id: int, by: str) -> None:
        self.asked.append(("resolve", comment_id, by))

    def split(
        self,
        release_id: str,
        number: int,
        offsets: list[int],
        by: str,
        expected_version: int | None = None,
    ) -> None:
        self.asked.append(("split", number, offsets, by, expected_version))

    def merge(self, release_id: str, numbers: list[int], by: str) -> None:
        self.asked.append(("merge", numbers, by))

    def unmerge(
        self, release_id: str, number: int, by: str, expected_version: int | None = None
    ) -> None:
        self.asked.append(("unmerge", number, by, expected_version))

    def fill_twins(self, release_id: str, number: int, versions: dict[int, int], by: str) -> None:
        self.asked.append(("fill_twins", number, versions, by))


def answered(services: Services, **changes: object) -> Ack:
    """What Lina is answered."""
    event = parse_event(RAW | changes)
    assert event is not None
    return answer(Desk(services, services, services, services, "r1", "Lina", EN), event)


def asked(**changes: object) -> list[tuple[object, ...]]:
    """What the services are asked for by an event."""
    services = Services()
    assert answered(services, **changes)["status"] == "done"
    return services.asked


@dataclass
class DraftedMeanwhile(Services):
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
            raise StaleSegmentError(number=number, by=self.by)
        return super().edit(release_id, number, target, by, expected_version)


@pytest.mark.parametrize("kind", ["save", "approve"])
def test_what_a_person_typed_while_a_job_drafted_the_segment_stands(kind: str) -> None:
    services = DraftedMeanwhile()
    assert answered(services, kind=kind, version=0)["status"] == "done"
    assert services.asked[0] == ("edit", 3, "نص", "Lina", 1)


def test_another_persons_text_is_never_passed_over() -> None:
    services = DraftedMeanwhile(by="Karim")
    assert answered(services, version=0)["status"] == "stale"
    assert services.asked == []


def test_a_save_states_the_version_it_was_made_on() -> None:
    assert asked() == [("edit", 3, "نص", "Lina", 2)]


def test_approving_saves_first_and_approves_what_was_saved() -> None:
    assert asked(kind="approve", words="So be it.") == [
        ("edit", 3, "نص", "Lina", 2),
        ("approve", [3], "Lina", {3: 5}, "So be it."),
    ]


class Refusing(Services):
    """Finds an error in whatever is to be approved."""

    def approve(
        self,
        release_id: str,
        numbers: list[int] | None,
        by: str,
        expected_versions: dict[int, int] | None = None,
        *,
        override: str = "",
    ) -> None:
        raise ErrorsBlockApprovalError(numbers="3", checks="term_missing", findings={})


def test_an_error_holds_approval_back_and_the_text_is_saved_all_the_same() -> None:
    services = Refusing()
    assert answered(services, kind="approve")["status"] == "doubt"
    assert services.asked == [("edit", 3, "نص", "Lina", 2)]


def test_approving_many_states_every_version_and_the_reason() -> None:
    assert asked(kind="approve_many", versions=[[1, 4], [2, 7]], words="Read.") == [
        ("approve", [1, 2], "Lina", {1: 4, 2: 7}, "Read.")
    ]


def test_rejecting_saves_what_was_typed_first() -> None:
    assert asked(kind="reject", words="Wrong name.") == [
        ("edit", 3, "نص", "Lina", 2),
        ("reject", 3, "Wrong name.", "Lina", 5),
    ]


def test_comments_are_added_and_resolved() -> None:
    assert asked(kind="comment", words="@Karim?") == [("add", 3, "@Karim?", "Lina")]
    assert asked(kind="resolve", place=12) == [("resolve", 12, "Lina")]


def test_segments_are_cut_joined_and_taken_apart() -> None:
    assert asked(kind="split", place=12) == [("split", 3, [12], "Lina", 2)]
    assert asked(kind="merge", versions=[[3, 2], [4, 1]]) == [("merge", [3, 4], "Lina")]
    assert asked(kind="unmerge") == [("unmerge", 3, "Lina", 2)]


def test_twins_are_filled_on_the_versions_that_were_seen() -> None:
    assert asked(kind="fill_twins", versions=[[7, 1]]) == [("fill_twins", 3, {7: 1}, "Lina")]


def test_reopening_and_looking() -> None:
    assert asked(kind="reopen") == [("reopen", [3], "Lina")]
    for kind in ("open", "others", "find"):
        assert asked(kind=kind) == []


@pytest.mark.parametrize(
    ("failure", "status"),
    [
        (StaleSegmentError(number=3, by="Karim"), "stale"),
        (EmptyTargetError(number=3), "error"),
    ],
)
def test_what_a_rule_forbids_is_said_in_one_sentence(failure: Exception, status: str) -> None:
    expected = {"id": "a-1", "status": status, "number": 3, "message": str(failure)}
    assert answered(Services(failure)) == expected
