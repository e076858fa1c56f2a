"""Names of the open segment: added, chosen between, offered."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.stage import Stage, ack, name, row
from translate_app.web import labels

pytestmark = pytest.mark.browser

WORDS = labels.EDITOR
KARIMS = [
    {"key": "person/karim-1", "source": "Karim", "target": "كريم", "note": "The doctor"},
    {"key": "person/karim-2", "source": "Karim", "target": "قريم", "note": "The mayor"},
]


def opened(stage: Stage, **changes: object) -> None:
    """The first segment is open, and the server knows."""
    stage.show(row(1, source="Salma Kanaan reached Rasma.", target="وصلت سلمى كنعان.", **changes))
    stage.open(1)
    stage.answer_open()


def field(stage: Stage, part: str) -> Locator:
    """A field of the form for a new name."""
    return stage.page.locator(f".naming [data-action=name-{part}]")


def select_in_source(stage: Stage, start: int, end: int) -> None:
    """Select in the source, as with the mouse."""
    stage.page.locator(".s.on .source").evaluate(
        "(source, [start, end]) => getSelection().setBaseAndExtent("
        "source.firstChild, start, source.firstChild, end)",
        [start, end],
    )
    stage.page.wait_for_timeout(50)  # ms: the browser tells of it a moment later


def test_a_name_is_added_from_what_is_selected_on_both_sides(stage: Stage) -> None:
    opened(stage)
    select_in_source(stage, 0, 12)
    stage.textarea.focus()
    stage.textarea.evaluate("area => area.setSelectionRange(5, 15)")
    stage.textarea.press("Alt+n")
    expect(field(stage, "in-source")).to_have_value("Salma Kanaan")
    expect(field(stage, "in-target")).to_have_value("سلمى كنعان")
    expect(field(stage, "in-target")).to_have_attribute("dir", "rtl")
    expect(field(stage, "type")).to_be_focused()
    field(stage, "type").select_option("person")
    stage.page.get_by_role("button", name=WORDS["save_name"]).click()
    event = stage.wait_for("add_name")
    assert event["name"] == {"source": "Salma Kanaan", "target": "سلمى كنعان", "type": "person"}
    assert event["number"] == 1
    known = row(1, names=[name("Salma Kanaan", "سلمى كنعان", found=True)], version=2)
    stage.hear(known, ack=ack(event))
    expect(stage.page.locator(".naming")).to_have_count(0)
    expect(stage.page.locator("aside .pair .name")).to_have_text("سلمى كنعان")
    expect(stage.saving_words).to_have_text(WORDS["name_added"].format(name="Salma Kanaan"))


def test_ctrl_g_inserts_what_is_missing_and_nothing_else(stage: Stage) -> None:
    there = [name("Salma Kanaan", "سلمى كنعان", found=True), name("Harbour", "الميناء", found=True)]
    opened(stage, names=[*there, name("Rasma", "رسما")])
    stage.textarea.press("Control+g")
    whole = "وصلت سلمى كنعان. رسما"
    expect(stage.textarea).to_have_value(whole)
    stage.textarea.press("Control+g")
    expect(stage.textarea).to_have_value(whole)
    expect(stage.saving_words).to_have_text(WORDS["no_name_missing"])
    stage.textarea.fill("وصلت.")
    stage.textarea.press("Control+g")
    expect(stage.textarea).to_have_value("وصلت. سلمى كنعان")


def test_a_click_selects_and_keys_are_heard_there(stage: Stage) -> None:
    opened(stage)
    stage.page.locator(".s.on .source").dblclick(position={"x": 15, "y": 10})
    stage.page.keyboard.press("Alt+n")
    expect(field(stage, "in-source")).to_have_value("Salma")
    expect(field(stage, "in-target")).to_be_focused()


def test_a_refused_name_says_why_and_stays_in_the_form(stage: Stage) -> None:
    opened(stage)
    stage.textarea.press("Alt+n")
    expect(field(stage, "in-source")).to_be_focused()
    field(stage, "in-source").fill("سلمى")
    field(stage, "in-source").press("Enter")
    expect(field(stage, "in-target")).to_be_focused()
    assert stage.sent("add_name") == []
    field(stage, "in-target").fill("كنعان")
    field(stage, "in-target").press("Control+Enter")
    event = stage.wait_for("add_name")
    assert stage.sent("approve") == []
    stage.hear(ack=ack(event, "error", "It is in the other script."))
    expect(stage.page.locator(".naming [role=alert]")).to_have_text("It is in the other script.")
    expect(field(stage, "in-source")).to_have_value("سلمى")
    expect(field(stage, "in-source")).to_be_focused()
    expect(stage.page.locator(".frame > .alert")).to_be_hidden()
    stage.page.keyboard.press("Escape")
    expect(stage.page.locator(".naming")).to_have_count(0)
    expect(stage.textarea).to_be_focused()


def test_the_form_and_its_caret_survive_news(stage: Stage) -> None:
    opened(stage)
    stage.textarea.press("Alt+n")
    field(stage, "in-source").fill("Salma")
    field(stage, "in-source").press("ArrowLeft")
    stage.hear(row(1, names=[name("Rasma", "رسما")], version=2))
    expect(stage.page.locator("aside .pair .name")).to_have_text("رسما")
    expect(field(stage, "in-source")).to_be_focused()
    stage.page.keyboard.type("X")
    expect(field(stage, "in-source")).to_have_value("SalmXa")


def test_unknown_names_are_offered_and_fill_the_form_only(stage: Stage) -> None:
    opened(stage)
    unknown = {
        "source": "Salma Kanaan",
        "type": "person",
        "proposals": ["سلمى كنعان", "سلما كنعان"],
    }
    stage.hear(beside={"number": 1, "history": [], "unknown": [unknown]})
    said = WORDS["add_as"].format(name="Salma Kanaan", target="سلما كنعان")
    stage.page.get_by_role("button", name=said).click()
    expect(field(stage, "in-source")).to_have_value("Salma Kanaan")
    expect(field(stage, "in-target")).to_have_value("سلما كنعان")
    expect(field(stage, "type")).to_have_value("person")
    expect(stage.textarea).to_have_value("وصلت سلمى كنعان.")
    assert stage.sent("add_name") == []


def test_who_is_meant_is_chosen_and_can_be_chosen_again(stage: Stage) -> None:
    opened(stage, names=[name("Karim", "كريم", choices=KARIMS)])
    group = stage.page.get_by_role("group", name=WORDS["who"].format(name="Karim"))
    expect(group.locator("[aria-pressed=true]")).to_have_count(0)
    group.get_by_role("button", name="The mayor").click()
    event = stage.wait_for("choose_name")
    assert (event["words"], event["entry"]) == ("Karim", "person/karim-2")
    expect(stage.textarea).to_be_focused()
    decided = name("Karim", "قريم", key="person/karim-2")
    stage.hear(row(1, names=[decided], version=1), ack=ack(event))
    expect(stage.page.locator("aside .pair .name")).to_have_text("قريم")
    expect(group.locator("[aria-pressed=true]")).to_contain_text("The mayor")
    group.get_by_role("button", name="The doctor").click()
    assert stage.wait_for("choose_name", 2)["entry"] == "person/karim-1"
