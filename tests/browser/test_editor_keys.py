"""The keyboard of the segment editor."""

import pytest
from playwright.sync_api import expect

from tests.browser.stage import Stage, ack, approved, row
from translate_app.i18n import translator
from translate_app.web import labels

pytestmark = pytest.mark.browser


def fill(label: str, count: str) -> str:
    """A label with its count."""
    return label.replace("{count}", count)


def test_ctrl_enter_approves_and_opens_the_next_open_one(stage: Stage) -> None:
    rows = [row(1), approved(2), row(3)]
    stage.show(*rows)
    stage.open(1)
    stage.answer_open(*rows)
    stage.textarea.press_sequentially(" ثم")
    stage.textarea.press("Control+Enter")
    event = stage.wait_for("approve")
    assert (event["number"], event["target"], event["version"]) == (1, "نص 1. ثم", 1)
    expect(stage.on).to_have_text("3")
    expect(stage.textarea).to_be_focused()
    assert stage.sent("save") == []


def test_an_empty_text_is_not_approved(stage: Stage) -> None:
    stage.show(row(1), row(2))
    stage.open(1)
    stage.answer_open(row(1), row(2))
    stage.textarea.fill("  ")
    stage.textarea.press("Control+Enter")
    expect(stage.page.locator(".alert")).to_contain_text("Segment 1")
    expect(stage.on).to_have_text("1")
    assert stage.sent("approve") == []


def test_keys_move_save_and_leave(stage: Stage) -> None:
    stage.show(row(1), row(2))
    stage.open(1)
    stage.answer_open(row(1), row(2))
    stage.textarea.press("Alt+ArrowDown")
    expect(stage.on).to_have_text("2")
    stage.textarea.press("Alt+ArrowUp")
    expect(stage.on).to_have_text("1")
    for count in (2, 3):
        stage.show(row(1), row(2), ack=ack(stage.wait_for("open", count)))
    stage.textarea.press_sequentially("!")
    stage.textarea.press("Control+s")
    assert stage.wait_for("save")["target"] == "نص 1.!"
    stage.textarea.press("Escape")
    expect(stage.textarea).to_have_count(0)
    expect(stage.views.nth(0)).to_be_focused()


@pytest.mark.parametrize(("key", "number"), [("Alt+ArrowDown", "2"), ("Alt+ArrowUp", "3")])
def test_keys_lead_into_a_page_where_no_segment_is_open(
    stage: Stage, key: str, number: str
) -> None:
    stage.show(approved(1), row(2), row(3), approved(4))
    stage.page.keyboard.press(key)
    expect(stage.on).to_have_text(number)
    expect(stage.textarea).to_be_focused()


def test_keys_typed_into_a_field_of_the_page_around_stay_there(stage: Stage) -> None:
    stage.show(row(1))
    stage.page.evaluate("document.body.append(document.createElement('select'))")
    stage.page.locator("body > select").press("Alt+ArrowDown")
    expect(stage.on).to_have_count(0)


def test_a_click_on_the_source_opens_its_row(stage: Stage) -> None:
    stage.show(row(1), row(2))
    stage.page.locator(".s .source").nth(1).click()
    expect(stage.on).to_have_text("2")
    expect(stage.textarea).to_be_focused()


def test_selecting_in_the_source_opens_nothing(stage: Stage) -> None:
    stage.show(row(1))
    box = stage.page.locator(".s .source").bounding_box()
    assert box
    stage.page.mouse.move(box["x"] + 2, box["y"] + 12)
    stage.page.mouse.down()
    stage.page.mouse.move(box["x"] + 50, box["y"] + 12, steps=4)
    stage.page.mouse.up()
    assert stage.page.evaluate("getSelection().toString() !== ''")
    expect(stage.on).to_have_count(0)


def test_no_key_reaches_the_page_around(stage: Stage) -> None:
    stage.show(row(1))
    stage.page.evaluate(
        "window.keys = []; for (const kind of ['keydown', 'keypress', 'keyup'])"
        " document.addEventListener(kind, event => window.keys.push(event.key))"
    )
    stage.open(1)
    stage.textarea.press_sequentially("rc")
    assert stage.page.evaluate("window.keys") == []


def test_the_approve_button_of_the_open_row_is_not_under_the_status_line(stage: Stage) -> None:
    stage.show(*(row(number) for number in range(1, 30)))
    stage.open(1)
    for _ in range(20):
        stage.textarea.press("Alt+ArrowDown")
    button = stage.page.locator(".s.on .under .btn").bounding_box()
    line = stage.page.locator("footer").bounding_box()
    assert button
    assert line
    assert button["y"] + button["height"] <= line["y"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_buttons_of_the_open_row_stay_on_one_line(stage: Stage, language: str) -> None:
    t = translator(language)
    words = {key: t.gettext(label) for key, label in labels.EDITOR.items()}
    direction = "rtl" if language == "ar" else "ltr"
    source = "Two words are here."
    stage.show(row(1, unit=1, source=source), row(2, unit=1), labels=words, dir=direction)
    stage.open(1)
    for width in (1360, 1100, 1000):  # pixels of the window
        stage.page.set_viewport_size({"width": width, "height": 900})
        buttons = stage.page.locator(".s.on .under button")
        expect(buttons).to_have_count(5)
        boxes = [button.bounding_box() for button in buttons.all()]
        middles = [box["y"] + box["height"] / 2 for box in boxes if box]
        assert max(middles) - min(middles) < 3
        hints = stage.page.locator(".s.on .keys").bounding_box()
        assert hints
        assert abs(hints["y"] + hints["height"] / 2 - middles[0]) < 3
        whole, shown = hints["x"] + hints["width"], hints["y"] + hints["height"]
        for hint in stage.page.locator(".s.on .keys span").all():
            box = hint.bounding_box()
            assert box
            inside = box["x"] >= hints["x"] - 1 and box["x"] + box["width"] <= whole + 1
            assert inside or box["y"] >= shown  # no hint is cut off in the middle


def test_letters_count_by_their_place_where_the_layout_is_arabic(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.answer_open()
    stage.textarea.press_sequentially("!")
    stage.textarea.evaluate(
        "area => area.dispatchEvent(new KeyboardEvent('keydown',"
        " { key: 'س', code: 'KeyS', ctrlKey: true, bubbles: true, composed: true }))"
    )
    assert stage.wait_for("save")["target"] == "نص 1.!"


def test_letters_count_by_what_they_write_where_the_layout_is_latin(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.answer_open()
    stage.textarea.press_sequentially("!")
    taken = stage.textarea.evaluate(
        "area => { const event = new KeyboardEvent('keydown', { key: 'o', code: 'KeyS',"
        " ctrlKey: true, bubbles: true, composed: true, cancelable: true });"
        " area.dispatchEvent(event); return event.defaultPrevented; }"
    )
    assert not taken


def test_the_keys_are_shown_and_focus_comes_back(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.textarea.press_sequentially("?")
    expect(stage.textarea).to_have_value("نص 1.?")
    stage.textarea.press("Control+/")
    box = stage.page.get_by_role("dialog", name=labels.EDITOR["keys"])
    expect(box).to_contain_text(labels.EDITOR["key_copy"])
    stage.page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(stage.textarea).to_be_focused()


def test_under_a_text_the_list_of_keys_is_called_by_a_key_that_types_nothing(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    hint = stage.page.locator(".s.on .keys span", has_text=labels.EDITOR["key_keys"])
    expect(hint.locator("kbd")).to_have_text(["Ctrl", "/"])


def test_f2_goes_to_the_comment_and_enter_sends_it(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.hear(ack=ack(stage.wait_for("open")), beside={"number": 1, "history": [], "comments": []})
    stage.textarea.press("F2")
    field = stage.page.get_by_label(labels.EDITOR["comment"])
    expect(field).to_be_focused()
    field.press_sequentially("@Karim?")
    field.press("Enter")
    assert stage.wait_for("comment")["words"] == "@Karim?"
    expect(field).to_have_value("")
    field.press("Escape")
    expect(stage.textarea).to_be_focused()


def test_the_source_is_copied(stage: Stage) -> None:
    stage.page.evaluate(
        "Object.defineProperty(navigator, 'clipboard',"
        " { value: { writeText: async (text) => { window.copied = text; } } })"
    )
    stage.show(row(1))
    stage.open(1)
    stage.textarea.press("Control+Shift+C")
    stage.page.wait_for_function("window.copied === 'Source 1.'")


def test_the_next_segment_is_ready_before_the_server_has_answered(stage: Stage) -> None:
    stage.show(*(row(number) for number in range(1, 6)))
    stage.open(1)
    for number in ("2", "3", "4", "5"):
        stage.textarea.press("Control+Enter")
        expect(stage.on).to_have_text(number)
        expect(stage.textarea).to_be_focused()
    expect(stage.page.locator(".s .dot.approved")).to_have_count(4)
    expect(stage.page.locator(".saving")).to_have_text(labels.EDITOR["saving"])
    assert len(stage.sent("approve")) <= 1
