"""Comments: who is addressed, answered, resolved."""

import pytest

from tests.services.conftest import Desk
from translate_app.errors import (
    CommentNotFoundError,
    NameRequiredError,
    NoReviewerError,
    SegmentNotFoundError,
    WordsRequiredError,
)
from translate_app.services.comments import Comments, mentions_in
from translate_app.services.release_work import WorkOnReleases


@pytest.fixture
def comments(desk: Desk) -> Comments:
    return Comments(desk.store.unit_of_work, desk.clock)


@pytest.mark.parametrize(
    ("text", "people", "named"),
    [
        ("@Nadia Sabbagh, please", ["Nadia", "Nadia Sabbagh"], ("Nadia Sabbagh",)),
        ("@nadia sabbaghs", ["Nadia", "Nadia Sabbagh"], ("Nadia",)),
        ("يا @نادية الصباغ؟", ["نادية الصباغ"], ("نادية الصباغ",)),
        ("@Omar and (@Lina) and @omar", [], ("Omar", "Lina", "omar")),
        ("@Omar and @omar", ["Omar"], ("Omar",)),
        ("write to press@rasma.example", ["rasma"], ()),
        ("@ nobody @", ["nobody"], ()),
        ("@karim.h.", [], ("karim.h",)),
    ],
)
def test_who_is_addressed(text: str, people: list[str], named: tuple[str, ...]) -> None:
    assert mentions_in(text, people) == named


def test_a_person_sees_what_waits_for_them(desk: Desk, comments: Comments, release_id: str) -> None:
    desk.review.edit(release_id, 2, "نص", "Nadia Sabbagh")
    asked = comments.add(release_id, 2, "@nadia sabbagh which camp?", "Lina")
    assert asked.mentions == ("Nadia Sabbagh",)
    assert comments.to_person("nadia  sabbagh") == [asked]
    assert comments.people() == ["Lina", "Nadia Sabbagh"]
    resolved = comments.resolve(asked.id, "Omar")
    assert (resolved.resolved, resolved.resolved_by) == (True, "Omar")
    assert comments.resolve(asked.id, "Sara") == resolved
    assert comments.to_person("Nadia Sabbagh") == []


def test_an_answer_opens_the_question_again(comments: Comments, release_id: str) -> None:
    asked = comments.add(release_id, 2, "Which camp?", "Lina")
    comments.resolve(asked.id, "Omar")
    answer = comments.add(release_id, 2, "Still unclear", "Lina", reply_to=asked.id)
    assert [(c.id, c.reply_to, c.resolved) for c in comments.of_release(release_id)] == [
        (asked.id, None, False),
        (answer.id, asked.id, False),
    ]


def test_asking_the_editor_needs_one(desk: Desk, comments: Comments, release_id: str) -> None:
    with pytest.raises(NoReviewerError):
        comments.ask_the_editor(release_id, 2, "Is this a quotation?", "Lina")
    work = WorkOnReleases(desk.store.unit_of_work, desk.clock)
    work.assign(release_id, "Sara", reviewer="Omar")
    asked = comments.ask_the_editor(release_id, 2, "Is this a quotation, @Sara?", "Lina")
    assert asked.mentions == ("Omar", "Sara")
    assert comments.to_person("Omar") == [asked]


def test_what_cannot_be_said(desk: Desk, comments: Comments, release_id: str) -> None:
    other = desk.release("Karim Haddad left.\n")
    foreign = comments.add(other, 1, "Here", "Lina")
    for number, text, by, reply, refusal in (
        (2, " \n", "Lina", None, WordsRequiredError),
        (2, "words", " ", None, NameRequiredError),
        (99, "words", "Lina", None, SegmentNotFoundError),
        (2, "words", "Lina", foreign.id, CommentNotFoundError),
        (2, "words", "Lina", 99, CommentNotFoundError),
    ):
        with pytest.raises(refusal):
            comments.add(release_id, number, text, by, reply)
    assert comments.of_release(release_id) == []
