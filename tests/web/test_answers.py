"""What the services are asked for by an event, and what the browser is answered."""

from dataclasses import dataclass

import pytest

from tests.web.desk import NAME, RAW, Services, answered, asked, desk_of
from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.domain.segment import Segment
from translate_app.errors import (
    EmptyTargetError,
    ErrorsBlockApprovalError,
    InvalidEntryError,
    NoReviewerError,
    StaleSegmentError,
)
from translate_app.web.editor_events import parse_event
from translate_app.web.review_desk import answer


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
