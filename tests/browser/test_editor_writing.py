"""Writing in the segment editor: Arabic as a translator wants it, and nothing that undo loses."""

import pytest
from playwright.sync_api import expect

from tests.browser.stage import Stage, finding, name, row
from translate_app.web import labels

pytestmark = pytest.mark.browser


def test_digits_are_typed_as_the_client_wants_them(stage: Stage) -> None:
    stage.show(row(1, target=""), digits="arab")
    stage.open(1)
    stage.textarea.press_sequentially("عام 2254 ثم www.x1.example ثم B12")
    expect(stage.textarea).to_have_value("عام ٢٢٥٤ ثم www.x1.example ثم B12")


def test_the_digits_can_be_turned_off_and_stay_so(stage: Stage) -> None:
    stage.show(row(1, target=""), digits="arab")
    stage.open(1)
    stage.page.get_by_role("button", name=labels.EDITOR["arabic_digits"]).click()
    expect(stage.textarea).to_be_focused()
    stage.textarea.press_sequentially("7")
    expect(stage.textarea).to_have_value("7")
    stage.load()
    stage.show(row(1, target=""), digits="arab")
    button = stage.page.get_by_role("button", name=labels.EDITOR["arabic_digits"])
    expect(button).to_have_attribute("aria-pressed", "false")


def test_a_converted_digit_is_taken_back_like_any_other(stage: Stage) -> None:
    stage.show(row(1, target="عام "), digits="arab")
    stage.open(1)
    stage.textarea.press_sequentially("2")
    stage.textarea.press("Control+z")
    expect(stage.textarea).to_have_value("عام ")


def test_the_direction_of_a_cell_is_turned_round_and_survives_a_reload(stage: Stage) -> None:
    stage.show(row(1), row(2))
    stage.open(1)
    stage.textarea.press("Alt+r")
    expect(stage.textarea).to_have_attribute("dir", "ltr")
    expect(stage.textarea).to_be_focused()
    stage.load()
    stage.show(row(1), row(2))
    expect(stage.views.nth(0)).to_have_attribute("dir", "ltr")
    expect(stage.views.nth(1)).to_have_attribute("dir", "rtl")


def test_invisible_characters_are_shown_on_request(stage: Stage) -> None:
    text = "نص\u200f مع\u00a0فراغ"
    stage.show(row(1, target=text))
    expect(stage.page.locator(".view .inv")).to_have_count(0)
    stage.page.get_by_role("button", name=labels.EDITOR["show_signs"]).click()
    signs = stage.page.locator(".view .inv").evaluate_all("all => all.map(e => e.dataset.sign)")
    assert signs == ["RLM", "·", "⍽"]
    assert stage.views.first.evaluate("view => view.textContent") == text


def test_signs_at_one_place_stand_beside_one_another(stage: Stage) -> None:
    text = "نص\u200f\u202c \u200fثم"
    stage.show(row(1, target=text))
    stage.page.get_by_role("button", name=labels.EDITOR["show_signs"]).click()
    signs = stage.page.locator(".view .inv").evaluate_all("all => all.map(e => e.dataset.sign)")
    assert signs == ["RLM PDF", "·", "RLM"]
    assert stage.views.first.evaluate("view => view.textContent") == text


def test_a_mend_is_put_in_and_taken_back(stage: Stage) -> None:
    found = finding("There is more than one space.", severity="warning", mended="نص واحد.")
    stage.show(row(1, target="نص  واحد.", findings=[found]))
    stage.open(1)
    stage.page.get_by_role("button", name=labels.EDITOR["mend"]).click()
    expect(stage.textarea).to_have_value("نص واحد.")
    expect(stage.textarea).to_be_focused()
    stage.textarea.press("Control+z")
    expect(stage.textarea).to_have_value("نص  واحد.")


def test_the_next_missing_name_goes_where_the_cursor_is(stage: Stage) -> None:
    names = [
        name("Rasma", "رسما", found=True),
        name("Harbour", "الميناء"),
    ]
    stage.show(row(1, target="إلى رسما ول", names=names))
    stage.open(1)
    stage.textarea.press("Control+g")
    expect(stage.textarea).to_have_value("إلى رسما وللميناء")
    stage.textarea.press("Control+z")
    expect(stage.textarea).to_have_value("إلى رسما ول")


def test_a_name_of_the_source_is_reached_by_keyboard_and_says_its_target(stage: Stage) -> None:
    mark = {"start": 0, "end": 6, "kind": "missing", "title": "رسما"}
    stage.show(row(1, target="إلى", source_marks=[mark]))
    stage.open(1)
    name = stage.page.get_by_role("button", name="Source: رسما")
    name.focus()
    expect(stage.page.locator(".tip")).to_have_text("رسما")
    name.press("Enter")
    expect(stage.textarea).to_have_value("إلى رسما")


def test_pasted_text_is_no_markup_and_keeps_its_digits(stage: Stage) -> None:
    stage.show(row(1, target=""), digits="arab")
    stage.open(1)
    stage.textarea.fill("<b>42</b>")
    expect(stage.textarea).to_have_value("<b>42</b>")
