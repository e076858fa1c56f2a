"""Comments beside the open segment: answers, people, a question to the editor."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.stage import Stage, ack, row
from translate_app.web import labels

pytestmark = pytest.mark.browser

WORDS = labels.EDITOR


def comment(number: int, text: str, reply_to: int = 0, **changes: object) -> dict[str, object]:
    """What Omar said."""
    plain = {"id": number, "reply_to": reply_to, "by": "Omar", "at": "today", "resolved": False}
    return plain | {"text": text} | changes


def opened(stage: Stage, *comments: dict[str, object]) -> Locator:
    """The first segment is open with comments; the field for one more."""
    stage.show(row(1), row(2))
    stage.open(1)
    beside = {"number": 1, "history": [], "comments": list(comments)}
    stage.hear(ack=ack(stage.wait_for("open")), beside=beside)
    return stage.page.locator(".comment textarea")


def test_comments_are_read_and_resolved(stage: Stage) -> None:
    opened(stage, comment(5, "<b>?</b>"))
    expect(stage.page.locator("aside .said .words")).to_have_text("<b>?</b>")
    stage.page.get_by_role("button", name=WORDS["resolve"]).click()
    assert stage.wait_for("resolve")["place"] == 5


def test_an_answer_stands_under_what_it_answers(stage: Stage) -> None:
    field = opened(stage, comment(5, "First?"), comment(6, "Second?"), comment(7, "Yes.", 5))
    shown = stage.page.locator("aside .said .words")
    expect(shown).to_have_text(["First?", "Yes.", "Second?"])
    expect(stage.page.locator("aside .said.reply .words")).to_have_text(["Yes."])
    stage.page.locator("[data-action=reply-7]").click()
    expect(field).to_be_focused()
    to = stage.page.locator(".comment .foot")
    expect(to).to_contain_text(WORDS["reply_to"].format(name="Omar"))
    stage.page.keyboard.type("Thanks")
    stage.page.keyboard.press("Enter")
    event = stage.wait_for("comment")
    assert (event["words"], event["place"]) == ("Thanks", 7)
    expect(field).to_have_value("")
    expect(to).to_have_count(0)


def test_the_editor_is_asked_and_words_that_are_refused_come_back(stage: Stage) -> None:
    field = opened(stage)
    stage.textarea.press("F2")
    stage.page.keyboard.type("Which Rasma?")
    stage.page.get_by_role("button", name=WORDS["ask_editor"]).click()
    event = stage.wait_for("ask")
    assert (event["number"], event["words"]) == (1, "Which Rasma?")
    expect(field).to_have_value("")
    stage.hear(ack=ack(event, "error", "Nobody is the reviewer."))
    expect(stage.page.locator(".alert")).to_have_text("Nobody is the reviewer.")
    expect(field).to_have_value("Which Rasma?")


def test_two_comments_at_once_are_both_said(stage: Stage) -> None:
    field = opened(stage)
    stage.textarea.press("F2")
    for words in ("one", "two", "three"):
        field.press_sequentially(words)
        field.press("Enter")
    for count, words in enumerate(("one", "two", "three"), start=1):
        event = stage.wait_for("comment", count)
        assert event["words"] == words
        stage.hear(ack=ack(event))


def test_people_are_offered_behind_an_at_sign(stage: Stage) -> None:
    field = opened(stage)
    stage.textarea.press("F2")
    options = stage.page.get_by_role("option")
    stage.page.keyboard.type("Ask @")
    expect(options).to_have_text(["Karim Haddad", "Nadia Sabbagh"])
    stage.page.keyboard.type("sab")
    expect(options).to_have_text(["Nadia Sabbagh"])
    stage.page.keyboard.press("Enter")
    expect(field).to_have_value("Ask @Nadia Sabbagh ")
    expect(options).to_have_count(0)
    stage.page.keyboard.type("or @k")
    stage.page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_be_focused()
    stage.page.keyboard.press("Enter")
    assert stage.wait_for("comment")["words"] == "Ask @Nadia Sabbagh or @k"


def test_f2_waits_for_the_comments(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    event = stage.wait_for("open")
    stage.textarea.press("F2")
    stage.hear(ack=ack(event), beside={"number": 1, "history": [], "comments": []})
    expect(stage.page.locator(".comment textarea")).to_be_focused()
