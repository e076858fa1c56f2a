"""What is said about a segment shows on its row: why it was sent back, that it has comments."""

import pytest
from playwright.sync_api import expect

from tests.browser.stage import Stage, row
from translate_app.web import labels

pytestmark = pytest.mark.browser

REJECTED = {
    "state": "rejected",
    "state_label": "rejected",
    "detail": "Omar",
    "changed_by": "Omar",
    "confidence": None,
    "reason": "<b>Nadia</b> did not say so.",
}


def test_a_rejected_segment_says_why(stage: Stage) -> None:
    stage.show(row(1, **REJECTED), row(2))
    why = stage.page.locator(".s .st .why")
    expect(why).to_have_text([REJECTED["reason"]])
    expect(why).to_have_attribute("title", str(REJECTED["reason"]))
    stage.open(1)
    box = stage.page.locator(".s.on .sent-back")
    expect(box).to_contain_text(labels.EDITOR["rejected_by"].format(name="Omar"))
    expect(box.locator("bdi")).to_have_text("Omar")
    expect(box.locator(".words")).to_have_text(str(REJECTED["reason"]))
    expect(box.locator(".words")).to_have_attribute("dir", "ltr")
    stage.hear(row(1, version=2, state="edited", state_label="edited", reason=""))
    expect(box).to_have_count(0)
    expect(why).to_have_count(0)


def test_a_rejection_is_over_with_the_approval_that_is_on_its_way(stage: Stage) -> None:
    stage.show(row(1, **REJECTED), row(2))
    stage.open(1)
    stage.textarea.press("Control+Enter")
    expect(stage.on).to_have_text("2")
    expect(stage.page.locator(".s .st .why")).to_have_count(0)


def test_rows_with_comments_are_marked(stage: Stage) -> None:
    stage.show(row(1), row(2))
    stage.hear(commented=[2])
    sign = stage.page.locator(".s .talk")
    expect(sign).to_have_count(1)
    expect(stage.page.locator(".s").nth(1).locator(".st")).to_contain_text(
        labels.EDITOR["has_comments"]
    )
    expect(sign).to_have_attribute("title", labels.EDITOR["has_comments"])
    stage.hear(commented=[])
    expect(sign).to_have_count(0)
