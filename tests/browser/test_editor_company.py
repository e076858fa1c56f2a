"""Several people in one release: nobody is handed what somebody else is in."""

import pytest
from playwright.sync_api import expect

from tests.browser.stage import Stage, ack, row
from translate_app.web import labels

pytestmark = pytest.mark.browser

WORDS = labels.EDITOR


def opened(stage: Stage, **here: list[str]) -> None:
    """Segment 1 of four is open; others are elsewhere."""
    stage.show(*(row(number) for number in range(1, 5)))
    stage.open(1)
    stage.hear(ack=ack(stage.wait_for("open")), here=here)


def test_alone_the_next_one_is_open_without_asking(stage: Stage) -> None:
    opened(stage)
    stage.textarea.press("Control+Enter")
    expect(stage.on).to_have_text("2")
    stage.hear(ack=ack(stage.wait_for("approve")))
    assert stage.wait_for("open", 2)["number"] == 2
    assert stage.sent("next") == []


def test_a_segment_that_somebody_is_in_is_passed_over_at_once(stage: Stage) -> None:
    opened(stage, **{"2": ["Karim"]})
    stage.textarea.press("Control+Enter")
    expect(stage.on).to_have_text("3")
    stage.hear(ack=ack(stage.wait_for("approve")), here={"2": ["Karim"]})
    event = stage.wait_for("next")
    assert event["number"] == 3
    assert [number for number, _ in event["versions"]] == [3, 4]
    stage.hear(ack=ack(event) | {"handed": 3}, here={"2": ["Karim"]})
    expect(stage.on).to_have_text("3")


def test_the_server_decides_where_two_ask_at_once(stage: Stage) -> None:
    opened(stage, **{"4": ["Karim"]})
    stage.textarea.press("Control+Enter")
    expect(stage.on).to_have_text("2")
    stage.hear(ack=ack(stage.wait_for("approve")), here={"4": ["Karim"]})
    event = stage.wait_for("next")
    stage.hear(ack=ack(event) | {"handed": 3}, here={"2": ["Karim"]})
    expect(stage.on).to_have_text("3")
    expect(stage.textarea).to_be_focused()
    expect(stage.saving_words).to_have_text(WORDS["taken"].format(name="Karim", number="2"))
    assert len(stage.sent("open")) == 1, "the server knows where it sent the person"


def test_whoever_has_begun_to_type_is_left_there(stage: Stage) -> None:
    opened(stage, **{"4": ["Karim"]})
    stage.textarea.press("Control+Enter")
    stage.hear(ack=ack(stage.wait_for("approve")), here={"4": ["Karim"]})
    event = stage.wait_for("next")
    stage.textarea.press_sequentially("و")
    stage.hear(ack=ack(event) | {"handed": 3}, here={"2": ["Karim"]})
    expect(stage.on).to_have_text("2")


def test_where_others_are_in_all_that_is_open_one_is_told_so(stage: Stage) -> None:
    opened(stage, **{"2": ["Karim"], "3": ["Omar"], "4": ["Nadia"]})
    stage.textarea.press("Control+Enter")
    expect(stage.saving_words).to_have_text(WORDS["all_taken"])
    expect(stage.textarea).to_have_count(0)


def test_leaving_the_text_is_told_too(stage: Stage) -> None:
    opened(stage)
    stage.textarea.press("Escape")
    assert stage.wait_for("open", 2)["number"] == 0
