"""Nothing typed in the segment editor is lost."""

import pytest
from playwright.sync_api import expect

from tests.browser.stage import Stage, ack, row
from translate_app.web import labels

pytestmark = pytest.mark.browser


def test_typing_is_saved_by_itself(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.answer_open(row(1))
    stage.textarea.press_sequentially(" وصل")
    expect(stage.page.locator(".saving")).to_have_text(labels.EDITOR["typed"])
    event = stage.wait_for("save")
    assert (event["number"], event["version"], event["target"]) == (1, 1, "نص 1. وصل")
    expect(stage.page.locator(".saving")).to_have_text(labels.EDITOR["saving"])
    stage.show(row(1, target="نص 1. وصل", version=2), ack=ack(event))
    expect(stage.page.locator(".saving")).to_have_text(labels.EDITOR["saved"])
    assert stage.drafts() == 0


def test_new_data_touches_neither_text_nor_caret_nor_focus(stage: Stage) -> None:
    stage.show(row(1), row(2))
    stage.open(1)
    stage.textarea.press_sequentially(" قبل")
    stage.textarea.evaluate("area => area.setSelectionRange(2, 4)")
    stage.page.evaluate("window.area = document.querySelector('div').shadowRoot.activeElement")
    stage.show(row(1), row(2, target="آخر", version=2), ack=ack(stage.wait_for("open")))
    state = stage.textarea.evaluate(
        "area => [area.value, area.selectionStart, area.selectionEnd, area === window.area]"
    )
    assert state == ["نص 1. قبل", 2, 4, True]
    expect(stage.textarea).to_be_focused()
    expect(stage.views.nth(1)).to_have_text("آخر")


def test_what_is_typed_while_a_save_is_on_its_way_is_saved_on_the_new_version(
    stage: Stage,
) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.answer_open(row(1))
    stage.textarea.press_sequentially(" أ")
    first = stage.wait_for("save")
    stage.textarea.press_sequentially(" ب")
    stage.show(row(1, target="نص 1. أ", version=2), ack=ack(first))
    expect(stage.textarea).to_have_value("نص 1. أ ب")
    second = stage.wait_for("save", 2)
    assert (second["version"], second["target"]) == (2, "نص 1. أ ب")
    assert second["id"] != first["id"]


def test_a_reload_in_the_middle_of_typing_loses_nothing(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.textarea.press_sequentially(" لم يُحفظ")
    stage.load()
    stage.show(row(1))
    expect(stage.views).to_have_text("نص 1. لم يُحفظ")
    assert stage.wait_for("save")["target"] == "نص 1. لم يُحفظ"


def test_a_draft_that_the_server_has_is_forgotten(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.textarea.press_sequentially("!")
    stage.load()
    stage.show(row(1, target="نص 1.!", version=2))
    expect(stage.page.locator(".saving")).to_have_text(labels.EDITOR["saved"])
    assert stage.drafts() == 0


@pytest.fixture
def conflict(stage: Stage) -> Stage:
    """Somebody else has saved the segment that is being typed in."""
    stage.show(row(1))
    stage.open(1)
    stage.answer_open(row(1))
    stage.textarea.press_sequentially(" لي")
    stage.show(
        row(1, target="نصهم", version=2, changed_by="Karim"),
        ack=ack(stage.wait_for("save"), "stale", "Karim was first."),
    )
    return stage


def test_a_stale_save_shows_both_texts(conflict: Stage) -> None:
    box = conflict.page.locator(".conflict")
    expect(box).to_have_attribute("role", "alert")
    expect(box.locator(".text")).to_have_text(["نصهم", "نص 1. لي"])
    expect(box).to_contain_text("Karim")
    expect(conflict.textarea).to_have_value("نص 1. لي")
    expect(conflict.page.locator(".saving")).to_have_text(labels.EDITOR["not_saved"])


def test_keeping_my_text_saves_it_on_their_version(conflict: Stage) -> None:
    conflict.page.get_by_role("button", name=labels.EDITOR["keep_mine"]).click()
    event = conflict.wait_for("save", 2)
    assert (event["version"], event["target"]) == (2, "نص 1. لي")
    expect(conflict.page.locator(".conflict")).to_be_hidden()


def test_taking_their_text_drops_mine(conflict: Stage) -> None:
    conflict.page.get_by_role("button", name=labels.EDITOR["take_theirs"]).click()
    expect(conflict.textarea).to_have_value("نصهم")
    assert conflict.drafts() == 0
    assert len(conflict.sent("save")) == 1


def test_an_event_without_an_answer_is_sent_again_with_the_same_id(stage: Stage) -> None:
    stage.page.clock.install()
    stage.load()
    stage.show(row(1))
    stage.open(1)
    stage.page.clock.run_for(13_000)
    first, second = stage.sent("open")
    assert first == second
    expect(stage.page.locator(".alert")).to_have_text(labels.EDITOR["no_answer"])


def test_without_a_server_the_foot_says_where_the_text_is(stage: Stage) -> None:
    cut = "state => { document.body.dataset.testConnectionState = state }"
    stage.page.evaluate(cut, "CONNECTED")
    stage.show(row(1))
    stage.open(1)
    stage.answer_open()
    stage.page.evaluate(cut, "DISCONNECTED")
    stage.textarea.press_sequentially("!")
    expect(stage.saving_words).to_have_text(labels.EDITOR["kept_here"])
    theirs = row(1, target="نصهم", version=2, changed_by="Karim")
    stage.hear(theirs, ack=ack(stage.wait_for("save"), "stale"))
    expect(stage.page.locator(".conflict")).to_be_visible()
    expect(stage.saving_words).to_have_text(labels.EDITOR["not_saved"])


def test_nothing_is_sent_while_the_page_changes(stage: Stage) -> None:
    stage.page.clock.install()
    stage.load()
    stage.page.evaluate(
        "const a = document.createElement('a'); a.href = '#x'; a.textContent = 'Releases';"
        "document.body.prepend(a)"
    )
    stage.show(row(1))
    stage.open(1)
    stage.answer_open(row(1))
    stage.textarea.press_sequentially("!")
    stage.page.get_by_text("Releases").focus()
    saved = len(stage.sent("save"))
    stage.page.get_by_text("Releases").press("Enter")
    stage.page.clock.run_for(2_500)
    assert len(stage.sent("save")) == saved
    stage.page.evaluate("window.leave()")
    stage.page.clock.run_for(20_000)
    assert len(stage.sent("save")) == saved
    assert stage.page.locator(".frame").count() == 0


def test_a_machine_draft_that_comes_while_a_person_types_is_no_conflict(stage: Stage) -> None:
    stage.show(row(1, target="", version=0, state="empty", confidence=None))
    stage.open(1)
    stage.textarea.press_sequentially("كتبت أنا")
    stage.show(row(1, target="مسودة الآلة", version=1), ack=ack(stage.wait_for("open")))
    expect(stage.page.locator(".conflict")).to_be_hidden()
    expect(stage.textarea).to_have_value("كتبت أنا")
    event = stage.wait_for("save")
    assert (event["version"], event["target"]) == (1, "كتبت أنا")
