"""What stands in the boxes of the open segment has its room."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.stage import Stage, finding, row
from translate_app.web import labels

pytestmark = pytest.mark.browser


def box(element: Locator) -> Any:
    """Where an element is, in pixels."""
    found = element.bounding_box()
    assert found
    return found


def beside(field: Locator, button: Locator) -> None:
    """The button ends where the field ends, and covers nothing of it."""
    field_box, button_box = box(field), box(button)
    ends = [each["y"] + each["height"] for each in (field_box, button_box)]
    assert abs(ends[0] - ends[1]) < 3
    assert button_box["x"] >= field_box["x"] + field_box["width"]


def test_buttons_stand_beside_their_fields(stage: Stage) -> None:
    stage.show(row(1, source="One. Two.", findings=[finding()]))
    stage.open(1)
    stage.page.get_by_role("button", name=labels.EDITOR["split"], exact=True).click()
    under = stage.page.locator(".s.on .under")
    beside(under.locator(".cut textarea"), under.locator(".cut button"))
    stage.page.keyboard.press("Escape")
    stage.page.get_by_role("button", name=labels.EDITOR["reject"]).click()
    beside(under.locator(".reason input"), under.locator(".reason button"))
    stage.page.keyboard.press("Escape")
    stage.textarea.press("Control+Enter")
    expect(under.locator(".reason button")).to_have_text(labels.EDITOR["approve_anyway"])
    beside(under.locator(".reason input"), under.locator(".reason button"))


def test_a_very_long_word_breaks_in_the_panel(stage: Stage) -> None:
    stage.show(row(1, findings=[finding("w" * 300)]), row(2))
    card = stage.page.locator("aside .findings")
    assert card.evaluate("card => card.scrollWidth <= card.clientWidth")
    stage.open(1)
    assert card.evaluate("card => card.scrollWidth <= card.clientWidth")


def test_every_button_can_be_hit(stage: Stage) -> None:
    stage.show(row(1, unit=1, source="One. Two."), row(2, unit=1))
    stage.open(1)
    for button in stage.page.locator(".frame button:visible").all():
        size = box(button)
        assert min(size["width"], size["height"]) >= 24, button.inner_text()
