"""What stands beside the open segment."""

import pytest
from playwright.sync_api import expect

from tests.browser.stage import Stage, ack, engine, name, others, row
from translate_app.web import labels

pytestmark = pytest.mark.browser


def test_a_name_goes_where_the_caret_is(stage: Stage) -> None:
    stage.show(row(1, target="إلى ثم", names=[name("Rasma", "رسما")]))
    stage.open(1)
    stage.textarea.evaluate("area => area.setSelectionRange(4, 4)")
    stage.page.locator(".pair .name").click()
    expect(stage.textarea).to_have_value("إلى رسما ثم")
    expect(stage.textarea).to_be_focused()


def test_other_drafts_are_asked_for_and_typing_goes_on(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.answer_open(row(1))
    stage.page.get_by_role("button", name=labels.EDITOR["ask_others"]).click()
    expect(stage.page.locator("aside .busy")).to_have_text(labels.EDITOR["asking_others"])
    expect(stage.textarea).to_be_focused()
    stage.textarea.press_sequentially(" ثم")
    event = stage.wait_for("others")
    assert event["number"] == 1
    stage.hear(ack=ack(event), beside=others(complete=False))
    expect(stage.page.locator("aside .busy")).to_be_visible()
    stage.hear(beside=others(engine("starter", "بديل أول.", "بديل ثان.")))
    expect(stage.page.locator("aside .other .words")).to_have_text(["بديل أول.", "بديل ثان."])
    expect(stage.page.locator("aside .other .words").first).to_have_attribute("dir", "rtl")
    expect(stage.page.locator("aside .other mark").first).to_have_text("بد")
    expect(stage.page.locator("aside .busy")).to_have_count(0)
    expect(stage.page.locator("aside .engine")).to_have_count(0)
    expect(stage.textarea).to_have_value("نص 1. ثم")
    assert stage.wait_for("save")["target"] == "نص 1. ثم"


def test_a_draft_replaces_the_text_and_undo_brings_it_back(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.answer_open(row(1))
    stage.textarea.press_sequentially(" وكتبت")
    answer = others(engine("starter", "بديل أول.", "بديل ثان."))
    stage.hear(beside=answer)
    stage.textarea.press("Control+2")
    expect(stage.textarea).to_have_value("بديل ثان.")
    stage.textarea.press("Control+z")
    expect(stage.textarea).to_have_value("نص 1. وكتبت")
    stage.page.locator("aside .other").first.click()
    expect(stage.textarea).to_have_value("بديل أول.")
    expect(stage.textarea).to_be_focused()
    stage.textarea.press("Control+z")
    expect(stage.textarea).to_have_value("نص 1. وكتبت")
    stage.textarea.press("Control+1")
    stage.page.wait_for_function(
        "window.sent.some(e => e.kind === 'save' && e.target === 'بديل أول.')"
    )


def test_the_keys_ask_where_nobody_asked_and_do_nothing_beyond_the_last(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.answer_open(row(1))
    stage.textarea.press("Control+1")
    event = stage.wait_for("others")
    stage.hear(ack=ack(event), beside=others(engine("starter", "بديل.")))
    stage.textarea.press("Control+4")
    expect(stage.textarea).to_have_value("نص 1.")


def test_engines_stand_side_by_side_under_their_names(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    answer = others(
        engine("official en-ar 1.9", "الأول."),
        engine("starter en-ar 0.1", "الثاني."),
        engine("office", problem="The engine office failed."),
    )
    stage.hear(beside=answer)
    names = stage.page.locator("aside .engine")
    expect(names).to_have_text(["official en-ar 1.9", "starter en-ar 0.1", "office"])
    expect(stage.page.locator("aside")).to_contain_text("The engine office failed.")
    stage.textarea.press("Control+2")
    expect(stage.textarea).to_have_value("الثاني.")


def test_drafts_of_another_segment_are_not_put_into_this_one(stage: Stage) -> None:
    stage.show(row(1), row(2))
    stage.open(2)
    stage.hear(beside=others(engine("starter", "بديل.")))
    expect(stage.page.locator("aside .other")).to_have_count(0)
    expect(stage.page.get_by_role("button", name=labels.EDITOR["ask_others"])).to_be_visible()


def test_each_part_of_a_step_in_history_has_its_own_direction(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    parts = ["حُرّر", "Lina", "٣ آذار"]
    step = {"parts": parts, "target": "نص", "reason": ""}
    stage.hear(beside={"number": 1, "history": [step]})
    expect(stage.page.locator("aside summary bdi")).to_have_text(["حُرّر", "Lina", "٣ آذار"])


MEMORY = {
    "source": "Source 7.",
    "target": "من الذاكرة.",
    "quality": 86,
    "quality_label": "86",
    "where": "Nadia",
}


def test_a_memory_match_shows_what_differs_and_has_the_first_key(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    beside = others(engine("starter", "بديل.")) | {"memory": [MEMORY]}
    stage.hear(beside=beside)
    card = stage.page.locator("aside .memory")
    expect(card.locator("del")).to_have_text("7")
    expect(card.locator("ins")).to_have_text("1")
    expect(card.locator(".pct")).to_have_text("86")
    stage.textarea.press("Control+1")
    expect(stage.textarea).to_have_value("من الذاكرة.")
    stage.textarea.press("Control+2")
    expect(stage.textarea).to_have_value("بديل.")


def test_a_step_in_history_shows_what_it_changed_and_can_be_taken_again(stage: Stage) -> None:
    stage.show(row(1, target="نص جديد."))
    stage.open(1)
    steps = [
        {"parts": ["edited"], "target": "نص جديد.", "reason": ""},
        {"parts": ["rejected"], "target": "نص قديم.", "reason": "Wrong."},
        {"parts": ["draft"], "target": "نص.", "reason": ""},
    ]
    stage.hear(beside={"number": 1, "history": steps})
    rows = stage.page.locator("aside .history details")
    expect(rows.nth(1).locator("q")).to_have_text("Wrong.")
    rows.nth(0).locator("summary").click()
    expect(rows.nth(0).locator("del")).to_have_text("قديم")
    expect(rows.nth(0).locator("ins")).to_have_text("جديد")
    rows.nth(1).locator("summary").click()
    rows.nth(1).get_by_role("button", name=labels.EDITOR["restore"]).click()
    expect(stage.textarea).to_have_value("نص قديم.")


def test_everything_translated_is_searched(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.answer_open()
    field = stage.page.get_by_role("searchbox", name=labels.EDITOR["concordance"])
    field.fill("قافلة")
    field.press("Enter")
    event = stage.wait_for("find")
    assert event["words"] == "قافلة"
    hit = {
        "source": "The convoy",
        "target": "القافلة",
        "source_marks": [],
        "target_marks": [{"start": 2, "end": 7, "kind": "hit", "title": ""}],
        "where": "Title, segment 3",
    }
    stage.hear(ack=ack(event), found={"query": "قافلة", "rows": [hit]})
    expect(stage.page.locator("aside .hit mark")).to_have_text("قافلة")
    expect(field).to_have_value("قافلة")
    stage.hear(found={"query": "x", "rows": []})
    expect(stage.page.locator("aside .concord")).to_contain_text(labels.EDITOR["nothing_found"])


def test_engines_at_work_are_asked_about_again(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.answer_open()
    stage.hear(beside=others(complete=False))
    assert stage.wait_for("open", 2)["number"] == 1
