"""Which segments the editor shows, and in which order."""

import pytest
from playwright.sync_api import expect

from tests.browser.stage import Stage, approved, row
from translate_app.web import labels

pytestmark = pytest.mark.browser


def fill(label: str, count: str) -> str:
    """A label with its count."""
    return label.replace("{count}", count)


def test_filters_and_search(stage: Stage) -> None:
    stage.show(row(1), approved(2), row(3, target="قافلة"))
    visible = stage.page.locator(".s:visible .n")
    stage.page.locator(".chip", has_text="open").click()
    expect(visible).to_have_text(["1", "3"])
    stage.page.locator(".tools .search").fill("قافلة")
    expect(visible).to_have_text(["3"])
    stage.page.locator(".tools .search").fill("nothing of the kind")
    expect(stage.page.locator(".nothing")).to_be_visible()


def test_the_least_sure_drafts_come_first_on_request(stage: Stage) -> None:
    rows = [
        row(1, confidence=80),
        row(2, confidence=None, state="approved", groups=["all", "approved"]),
        row(3, confidence=20),
        row(4, confidence=None, state="edited"),
    ]
    stage.show(*rows)
    places = stage.page.locator(".s .n")
    expect(places).to_have_text(["1", "2", "3", "4"])
    sort = stage.page.get_by_role("button", name=labels.EDITOR["least_sure"])
    sort.click()
    expect(sort).to_have_attribute("aria-pressed", "true")
    expect(places).to_have_text(["3", "1", "4", "2"])
    stage.views.first.click()
    stage.answer_open(*rows)
    stage.textarea.press("Control+Enter")
    expect(stage.on).to_have_text("1")
    expect(places).to_have_text(["3", "1", "4", "2"])
    sort.click()
    expect(places).to_have_text(["1", "2", "3", "4"])
