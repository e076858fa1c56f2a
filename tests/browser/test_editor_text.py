"""How the texts of the segment editor stand on the page."""

import pytest
from playwright.sync_api import expect

from tests.browser.stage import Stage, ack, name, row

pytestmark = pytest.mark.browser

TRUCK = "\U0001f69b"


def test_languages_and_directions_are_set(stage: Stage) -> None:
    stage.show(row(1))
    expect(stage.page.locator(".s .source")).to_have_attribute("lang", "en")
    expect(stage.views).to_have_attribute("dir", "rtl")
    stage.open(1)
    expect(stage.textarea).to_have_attribute("lang", "ar")
    expect(stage.textarea).to_have_attribute("dir", "rtl")
    expect(stage.textarea).to_be_focused()


def test_the_heads_of_the_columns_follow_the_language_of_the_interface(stage: Stage) -> None:
    stage.show(row(1))
    heads = stage.page.locator(".columns bdi")
    expect(heads).to_have_text(["English", "Arabic"])
    stage.show(
        row(1),
        dir="rtl",
        source={"lang": "en", "dir": "ltr", "name": "الإنجليزية"},
        target={"lang": "ar", "dir": "rtl", "name": "العربية"},
    )
    expect(heads).to_have_text(["الإنجليزية", "العربية"])


def test_marks_count_code_points(stage: Stage) -> None:
    source = f"{TRUCK} Rasma {TRUCK}{TRUCK} Rasma"
    mark = {"start": 11, "end": 16, "kind": "name", "title": "رسما"}
    assert source[11:16] == "Rasma"
    stage.show(row(1, source=source, source_marks=[mark]))
    found = stage.page.locator(".source mark")
    expect(found).to_have_text("Rasma")
    before = found.evaluate("mark => mark.previousSibling.textContent")
    assert before == f"{TRUCK} Rasma {TRUCK}{TRUCK} "


def test_marks_beyond_the_text_are_cut(stage: Stage) -> None:
    marks = [
        {"start": 7, "end": 99, "kind": "name", "title": ""},
        {"start": 50, "end": 60, "kind": "name", "title": ""},
    ]
    stage.show(row(1, source="Source 1.", source_marks=marks))
    expect(stage.page.locator(".source mark")).to_have_text(["1."])


def test_runs_of_the_other_script_are_isolated(stage: Stage) -> None:
    stage.show(row(1, source="The هيئة إغاثة office", target="وصل فريق UN Women اليوم."))
    expect(stage.page.locator(".source bdi")).to_have_text("هيئة إغاثة")
    expect(stage.page.locator(".view bdi")).to_have_text("UN Women")


def test_a_mark_inside_an_isolated_run_keeps_the_run_whole(stage: Stage) -> None:
    mark = {"start": 9, "end": 11, "kind": "name", "title": ""}
    stage.show(row(1, target="وصل فريق UN Women اليوم.", target_marks=[mark]))
    expect(stage.page.locator(".view bdi")).to_have_text("UN Women")
    expect(stage.page.locator(".view bdi mark")).to_have_text("UN")


def test_data_never_becomes_markup(stage: Stage) -> None:
    attack = "<img src=x onerror='window.hostile += 1'><script>window.hostile += 1</script>"
    finding = {"severity": "error", "text": attack}
    choice = {"key": attack, "source": attack, "target": attack, "note": attack}
    stage.show(
        row(
            1,
            source=attack,
            target=attack,
            state=attack,
            state_label=attack,
            detail=attack,
            findings=[finding],
            names=[name(attack, attack, choices=[choice])],
            changed_by=attack,
            source_marks=[{"start": 0, "end": 9, "kind": "name", "title": attack}],
        )
    )
    stage.open(1)
    unknown = {"source": attack, "type": "person", "proposals": [attack]}
    said = {"id": 5, "reply_to": 0, "by": attack, "at": attack, "text": attack, "resolved": False}
    beside = {"number": 1, "history": [], "unknown": [unknown], "comments": [said]}
    stage.hear(ack=ack(stage.wait_for("open")), beside=beside)
    expect(stage.page.locator(".said .words")).to_have_text(attack)
    assert stage.page.locator("img, .frame script").count() == 0
    assert stage.page.evaluate("window.hostile") == 0
    expect(stage.page.locator(".source")).to_have_text(attack)


def test_addresses_in_arabic_keep_their_order(stage: Stage) -> None:
    text = "راسلوا press@harbour-relief.example أو زوروا https://harbour.example/a?b=1&c=2."
    stage.show(row(1, target=text))
    found = stage.page.locator(".view bdi")
    expect(found).to_have_text(
        ["press@harbour-relief.example", "https://harbour.example/a?b=1&c=2"]
    )
    expect(found.first).to_have_attribute("dir", "ltr")
    expect(stage.page.locator(".view")).to_have_text(text)


@pytest.mark.parametrize("word", ["Harbour", "Nadia"])
def test_a_click_on_a_word_puts_the_caret_there(stage: Stage, word: str) -> None:
    text = "وصل فريق Harbour Relief إلى رسما مع Nadia Sabbagh."
    stage.show(row(1, target=text))
    x, y = stage.page.locator(".view bdi", has_text=word).evaluate(
        "run => { const letter = document.createRange(); letter.setStart(run.firstChild, 3);"
        " letter.setEnd(run.firstChild, 4); const box = letter.getBoundingClientRect();"
        " return [box.left + 1, (box.top + box.bottom) / 2]; }"
    )
    stage.page.mouse.click(x, y)
    assert stage.textarea.evaluate("area => area.selectionStart") == text.index(word) + 3
