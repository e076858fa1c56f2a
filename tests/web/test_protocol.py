"""What a browser may send, and what it is answered."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from translate_app import i18n
from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.domain.segment import Segment, SegmentState, Span
from translate_app.errors import (
    EmptyTargetError,
    ErrorsBlockApprovalError,
    InvalidEntryError,
    NoReviewerError,
    StaleSegmentError,
)
from translate_app.web.editor_events import (
    LONGEST_NAME,
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
    "entry": "",
}
NAME = {"source": "Rasma", "target": "رسما", "type": "place"}
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
    entry="",
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


def test_a_new_name_comes_with_its_type() -> None:
    event = parse_event(RAW | {"kind": "add_name", "name": NAME | {"source": "Rasma\ud83d"}})
    assert event is not None
    assert event["name"] == {"source": "Rasma\ufffd", "target": "رسما", "type": EntryType.PLACE}


def test_a_name_that_comes_with_anything_else_is_not_looked_at() -> None:
    assert parse_event(RAW | {"name": NAME}) == EVENT


@pytest.mark.parametrize(
    "name",
    [
        None,
        "Rasma",
        [],
        {},
        NAME | {"source": None},
        NAME | {"target": 7},
        NAME | {"target": "x" * (LONGEST_NAME + 1)},
        NAME | {"type": "town"},
        NAME | {"type": ["place"]},
        NAME | {"type": None},
        {"source": "Rasma", "target": "رسما"},
    ],
)
def test_half_a_name_is_no_name(name: object) -> None:
    assert parse_event(RAW | {"kind": "add_name", "name": name}) is None


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
        RAW | {"kind": "choose_name", "entry": None},
        RAW | {"kind": "choose_name", "entry": ["person/a"]},
        RAW | {"kind": "choose_name", "entry": "x" * (LONGEST_NAME + 1)},
        RAW | {"kind": "add_name"},
        RAW | {"kind": "next", "versions": [["1", 2]]},
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
        bulk: bool = False,
    ) -> None:
        if self.failure:
            raise self.failure
        self.asked.append(
            ("approve in bulk" if bulk else "approve", numbers, by, expected_versions, override)
        )

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

    def add(
        self, release_id: str, number: int, text: str, by: str, reply_to: int | None = None
    ) -> None:
        self.asked.append(("add", number, text, by, reply_to))

    def ask_the_editor(self, release_id: str, number: int, text: str, by: str) -> None:
        if self.failure:
            raise self.failure
        self.asked.append(("ask_the_editor", number, text, by))

    def save(self, entry: GlossaryEntry, by: str, expected: GlossaryEntry | None) -> None:
        if self.failure:
            raise self.failure
        self.asked.append(("save", entry, by, expected))

    def choose(self, release_id: str, surface: str, entry_key: str, by: str) -> None:
        self.asked.append(("choose", release_id, surface, entry_key, by))

    def next_segment(
        self, release_id: str, person: str, session: str, *, among: Sequence[int]
    ) -> Segment | None:
        self.asked.append(("next_segment", person, session, among))
        if not among:
            return None
        return Segment(release_id, among[-1], 0, Span(0, 1), "x", "", SegmentState.EMPTY, 0)

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
    return answer(desk_of(services), event)


def desk_of(services: Services, source: Language = Language.ENGLISH) -> Desk:
    """Lina's desk."""
    return Desk(
        review=services,
        comments=services,
        cutting=services,
        twins=services,
        termbase=services,
        choices=services,
        queue=services,
        release_id="r1",
        source=source,
        by="Lina",
        session="window",
        t=EN,
    )


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
        bulk: bool = False,
    ) -> None:
        raise ErrorsBlockApprovalError(numbers="3", checks="term_missing", findings={})


def test_an_error_holds_approval_back_and_the_text_is_saved_all_the_same() -> None:
    services = Refusing()
    assert answered(services, kind="approve")["status"] == "doubt"
    assert services.asked == [("edit", 3, "نص", "Lina", 2)]


def test_approving_many_states_every_version_is_recorded_and_takes_no_excuse() -> None:
    assert asked(kind="approve_many", versions=[[1, 4], [2, 7]], words="Read.") == [
        ("approve in bulk", [1, 2], "Lina", {1: 4, 2: 7}, "")
    ]


def test_rejecting_saves_what_was_typed_first() -> None:
    assert asked(kind="reject", words="Wrong name.") == [
        ("edit", 3, "نص", "Lina", 2),
        ("reject", 3, "Wrong name.", "Lina", 5),
    ]


def test_comments_are_added_and_resolved() -> None:
    assert asked(kind="comment", words="@Karim?") == [("add", 3, "@Karim?", "Lina", None)]
    assert asked(kind="comment", words="Yes.", place=7) == [("add", 3, "Yes.", "Lina", 7)]
    assert asked(kind="resolve", place=12) == [("resolve", 12, "Lina")]


def test_the_editor_is_asked_and_a_release_without_one_says_so() -> None:
    assert asked(kind="ask", words="Why?") == [("ask_the_editor", 3, "Why?", "Lina")]
    failure = NoReviewerError(release="r1")
    ack = answered(Services(failure), kind="ask", words="Why?")
    assert (ack["status"], ack["message"]) == ("error", str(failure))


def test_a_name_is_added_for_everybody_with_its_sides_as_the_release_has_them() -> None:
    entry = GlossaryEntry("", "Rasma", "رسما", EntryType.PLACE)
    assert asked(kind="add_name", name=NAME) == [("save", entry, "Lina", None)]
    event = parse_event(
        RAW | {"kind": "add_name", "name": NAME | {"source": "رسما", "target": "Rasma"}}
    )
    assert event is not None
    services = Services()
    answer(desk_of(services, Language.ARABIC), event)
    assert services.asked == [("save", entry, "Lina", None)]


def test_a_name_that_cannot_be_is_refused_with_the_reason() -> None:
    failure = InvalidEntryError(key="", field="ar", reason="the name is missing")
    ack = answered(Services(failure), kind="add_name", name=NAME | {"target": ""})
    assert ack["status"] == "error"
    assert "the name is missing" in ack["message"]


def test_who_is_meant_is_said_for_the_whole_release() -> None:
    assert asked(kind="choose_name", words="Karim", entry="person/karim") == [
        ("choose", "r1", "Karim", "person/karim", "Lina")
    ]


def test_the_next_segment_is_handed_to_this_window_in_the_order_that_it_asks_for() -> None:
    services = Services()
    ack = answered(services, kind="next", versions=[[9, 1], [4, 2]])
    assert services.asked == [("next_segment", "Lina", "window", [9, 4])]
    assert ack["handed"] == 4
    assert answered(Services(), kind="next")["handed"] == 0
    assert "handed" not in answered(Services())


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
