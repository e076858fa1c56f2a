"""One editor for a release, whatever Streamlit draws anew, and a wire that is the latest one."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.stage import Stage, ack, row, whole
from translate_app.web.components.segment_editor import script

pytestmark = pytest.mark.browser

ELSEWHERE = """
async ([script, data]) => {
  const text = new Blob([script], { type: "text/javascript" });
  const editor = await import(URL.createObjectURL(text));
  const parentElement = document.createElement("section");
  document.body.append(parentElement);
  window.unmount = editor.default({ data, parentElement });
}
"""
"""A new element of the same component, in a page that still has the old one."""
OVERTAKEN = """
async ([script, first, second]) => {
  const text = new Blob([script], { type: "text/javascript" });
  const editor = await import(URL.createObjectURL(text));
  const parentElement = document.body;
  const end = editor.default({ data: first, parentElement });
  editor.default({ data: second, parentElement });
  end();
}
"""
CONNECTION = "state => { document.body.dataset.testConnectionState = state }"
NEW_WIRE = """
news => {
  const send = (event) => window.sent.push(event);
  const detail = { news, send, owner: document.createElement("div") };
  window.dispatchEvent(new CustomEvent("translate_app:news", { detail }));
}
"""


def data(*rows: dict[str, Any]) -> dict[str, Any]:
    """The release, newer than what the stage has shown."""
    return whole(*rows, revision=100)


def test_a_release_has_one_editor(stage: Stage) -> None:
    stage.show(row(1), row(2))
    stage.open(2)
    stage.textarea.press_sequentially(" كتبت")
    stage.textarea.evaluate("area => area.setSelectionRange(3, 3)")
    stage.page.evaluate(ELSEWHERE, [script(), data(row(1), row(2))])
    frames = stage.page.locator(".frame")
    expect(frames).to_have_count(1)
    expect(stage.page.locator("section > .frame")).to_have_count(1)
    expect(stage.on).to_have_text("2")
    expect(stage.textarea).to_have_value("نص 2. كتبت")
    expect(stage.textarea).to_be_focused()
    assert stage.textarea.evaluate("area => area.selectionStart") == 3


def test_an_editor_that_was_left_sends_nothing_and_does_not_come_back(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.answer_open()
    stage.textarea.press_sequentially("!")
    stage.page.evaluate(ELSEWHERE, [script(), data(row(1))])
    stage.show(row(1))  # the old element is drawn again
    expect(stage.page.locator(".frame")).to_have_count(1)
    expect(stage.page.locator("section > .frame")).to_have_count(1)
    stage.wait_for("open", 2)
    stage.hear(ack=ack(stage.sent("open")[1]))
    assert stage.wait_for("save")["target"] == "نص 1.!"
    stage.page.wait_for_timeout(1_500)  # ms; the left editor would have saved too
    assert len(stage.sent("save")) == 1


def test_where_the_newer_element_goes_the_older_one_has_the_editor(stage: Stage) -> None:
    stage.show(row(1))
    stage.page.evaluate(ELSEWHERE, [script(), data(row(1, target="أحدث"))])
    stage.page.evaluate(
        "() => { document.querySelector('section').remove(); return window.unmount(); }"
    )
    expect(stage.page.locator(".frame")).to_have_count(1)
    expect(stage.page.locator(".frame")).to_be_visible()
    expect(stage.views).to_have_text("نص 1.")


def test_drawing_anew_takes_no_editor_away(stage: Stage) -> None:
    """Streamlit ends a drawing that a later one has overtaken."""
    first, second = data(row(1)), whole(row(1, target="أحدث"), revision=101)
    stage.page.evaluate(OVERTAKEN, [script(), first, second])
    expect(stage.views).to_have_text("أحدث")


def test_what_is_on_its_way_is_sent_at_once_over_a_new_wire(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    first = stage.wait_for("open")
    news = {"release": "r1", "revision": stage.revision, "rows": []}
    stage.page.evaluate(NEW_WIRE, news)
    assert stage.sent("open") == [first, first]
    stage.page.evaluate(NEW_WIRE, news | {"ack": ack(first)})
    assert len(stage.sent("open")) == 2


def test_the_first_news_after_a_break_have_what_is_on_its_way_sent_again(stage: Stage) -> None:
    stage.page.evaluate(CONNECTION, "CONNECTED")
    stage.show(row(1))
    stage.open(1)
    first = stage.wait_for("open")
    stage.hear()
    assert stage.sent("open") == [first]
    stage.page.evaluate(CONNECTION, "PINGING_SERVER")
    stage.page.evaluate(CONNECTION, "CONNECTED")
    stage.hear()
    assert stage.sent("open") == [first, first]
    stage.hear()
    assert stage.sent("open") == [first, first]
