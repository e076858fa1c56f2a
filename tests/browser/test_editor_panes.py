"""Getting about in the editor without a mouse."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.stage import Stage, ack, approved, row
from translate_app.web import labels

pytestmark = pytest.mark.browser


def concordance(stage: Stage) -> Locator:
    """The field of the search in everything translated."""
    return stage.page.get_by_role("searchbox", name=labels.EDITOR["concordance"])


def test_closed_rows_are_one_stop_of_the_tab_key(stage: Stage) -> None:
    stage.show(approved(1), *(row(number) for number in range(2, 50)))
    stops = stage.page.locator(".view[tabindex='0']")
    expect(stage.views).to_have_count(49)
    expect(stops).to_have_count(1)
    stage.page.locator(".tools .search").focus()
    stage.page.keyboard.press("Tab")
    expect(stage.views.nth(1)).to_be_focused()  # the first that waits
    stage.page.keyboard.press("Tab")
    expect(stage.page.locator("aside :focus")).to_have_count(1)


def test_arrows_walk_over_closed_rows(stage: Stage) -> None:
    stage.show(row(1), approved(2), row(3))
    stage.page.locator(".chip", has_text="open").click()
    stage.views.nth(0).focus()
    stage.page.keyboard.press("ArrowDown")
    expect(stage.views.nth(2)).to_be_focused()  # the second is not shown
    expect(stage.page.locator(".view[tabindex='0']")).to_have_count(1)
    stage.page.keyboard.press("ArrowDown")
    stage.page.keyboard.press("ArrowUp")
    expect(stage.views.nth(0)).to_be_focused()
    expect(stage.on).to_have_count(0)
    stage.page.keyboard.press("Alt+ArrowDown")
    expect(stage.on).to_have_text("3")
    stage.page.keyboard.press("Escape")
    expect(stage.views.nth(2)).to_be_focused()
    expect(stage.views.nth(2)).to_have_attribute("tabindex", "0")


def test_tab_leads_from_the_open_text_over_its_buttons_to_the_panel(stage: Stage) -> None:
    stage.show(*(row(number) for number in range(1, 50)))
    stage.open(1)
    stage.answer_open()
    expect(stage.page.locator(".view[tabindex='0']")).to_have_count(0)
    under = stage.page.locator(".s.on .under button")
    stage.textarea.focus()
    for place in range(under.count()):
        stage.page.keyboard.press("Tab")
        expect(under.nth(place)).to_be_focused()
    stage.page.keyboard.press("Tab")
    expect(stage.page.locator("aside :focus")).to_have_count(1)


def test_a_key_leads_to_the_panel_and_back(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.answer_open()
    stage.textarea.press("F6")
    panel = stage.page.get_by_role("complementary", name=labels.EDITOR["panel"])
    expect(panel).to_be_focused()
    stage.page.keyboard.press("Tab")
    expect(panel.get_by_role("button").first).to_be_focused()
    stage.page.keyboard.press("F6")
    expect(stage.textarea).to_be_focused()
    stage.page.keyboard.press("Escape")
    stage.page.keyboard.press("F6")
    expect(panel).to_be_focused()
    stage.page.keyboard.press("F6")
    expect(stage.views).to_be_focused()


def test_selected_words_are_searched_in_everything_translated(stage: Stage) -> None:
    stage.show(row(1, target="وصلت القافلة اليوم"))
    stage.open(1)
    stage.answer_open()
    stage.textarea.evaluate("area => area.setSelectionRange(5, 13)")
    stage.textarea.press("Control+k")
    event = stage.wait_for("find")
    assert event["words"] == "القافلة"
    expect(concordance(stage)).to_be_focused()
    expect(concordance(stage)).to_have_value("القافلة")
    stage.hear(ack=ack(event), found={"query": "القافلة", "rows": []})
    expect(stage.page.locator("aside .concord")).to_contain_text(labels.EDITOR["nothing_found"])
    expect(concordance(stage)).to_be_focused()
    stage.page.keyboard.press("Escape")
    expect(stage.textarea).to_be_focused()


def test_words_of_the_source_are_searched_too(stage: Stage) -> None:
    stage.show(row(1, source="Rasma"), row(2))
    stage.page.locator(".s .source").first.dblclick(position={"x": 15, "y": 12})
    stage.answer_open()
    stage.page.keyboard.press("Control+k")
    assert stage.wait_for("find")["words"] == "Rasma"


def test_without_selected_words_the_field_waits_for_some(stage: Stage) -> None:
    stage.show(row(1))
    stage.page.keyboard.press("Control+k")
    expect(concordance(stage)).to_be_focused()
    assert stage.sent("find") == []
