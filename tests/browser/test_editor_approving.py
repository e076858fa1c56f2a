"""Approving in the segment editor, where an error speaks against it and where none does."""

import pytest
from playwright.sync_api import expect

from tests.browser.stage import Stage, ack, finding, row
from translate_app.web import labels

pytestmark = pytest.mark.browser


def test_what_people_wrote_is_approved_with_the_versions_that_were_seen(stage: Stage) -> None:
    stage.show(
        row(1, state="approved", groups=["all", "approved"]),
        row(2, version=4, state="edited"),
        row(3, target="", state="empty"),
        row(4, state="pretranslated"),
        row(5, state="rejected"),
        row(6, state="edited", findings=[finding()]),
        row(7, version=2, state="reviewed"),
    )
    stage.page.get_by_role("button", name="Approve what people wrote (2)").click()
    assert stage.sent("approve_many") == []
    stage.page.get_by_role("button", name="Approve all (2)").click()
    assert stage.wait_for("approve_many")["versions"] == [[2, 4], [7, 2]]


def test_where_nobody_wrote_anything_there_is_nothing_to_approve_at_once(stage: Stage) -> None:
    stage.show(row(1, state="pretranslated"), row(2, state="rejected"))
    expect(stage.page.get_by_role("button", name="Approve what people wrote")).to_have_count(0)


def test_an_error_is_said_and_only_a_reason_approves_anyway(stage: Stage) -> None:
    rows = [row(1, findings=[finding()]), row(2)]
    stage.show(*rows)
    stage.open(1)
    stage.answer_open()
    stage.textarea.press("Control+Enter")
    doubt = stage.page.locator(".s.on .doubt")
    expect(doubt).to_have_attribute("role", "alert")
    expect(doubt).to_contain_text("The name Rasma is missing.")
    stage.textarea.press("Control+Enter")
    reason = stage.page.get_by_label(labels.EDITOR["reason"])
    expect(reason).to_be_focused()
    reason.press("Enter")
    assert stage.sent("approve") == []
    reason.press_sequentially("The client spells it so.")
    reason.press("Enter")
    assert stage.wait_for("approve")["words"] == "The client spells it so."
    expect(stage.on).to_have_text("2")
    expect(stage.textarea).to_be_focused()


def test_ctrl_enter_in_the_reason_approves(stage: Stage) -> None:
    stage.show(row(1, findings=[finding()]), row(2))
    stage.open(1)
    stage.answer_open()
    stage.textarea.press("Control+Enter")
    stage.page.get_by_label(labels.EDITOR["reason"]).fill("So it is.")
    stage.page.get_by_label(labels.EDITOR["reason"]).press("Control+Enter")
    assert stage.wait_for("approve")["words"] == "So it is."


def test_a_reason_survives_news(stage: Stage) -> None:
    stage.show(row(1, findings=[finding()]), row(2))
    stage.open(1)
    stage.answer_open()
    stage.textarea.press("Control+Enter")
    reason = stage.page.get_by_label(labels.EDITOR["reason"])
    reason.fill("Because")
    stage.hear(row(1, findings=[finding(), finding("Another.")]), row(2, target="آخر"))
    expect(reason).to_have_value("Because")
    expect(reason).to_be_focused()


def test_a_text_that_is_changed_after_the_doubt_is_looked_at_anew(stage: Stage) -> None:
    stage.show(row(1, findings=[finding()]))
    stage.open(1)
    stage.answer_open()
    stage.textarea.press("Control+Enter")
    stage.textarea.press_sequentially(" رسما")
    expect(stage.page.locator(".s.on .doubt")).to_have_count(0)
    stage.textarea.press("Control+Enter")
    assert stage.wait_for("approve")["words"] == ""


def test_an_error_that_only_the_server_sees_calls_the_person_back(stage: Stage) -> None:
    stage.show(row(1), row(2))
    stage.open(1)
    stage.answer_open()
    stage.textarea.press_sequentially(" ثم")
    stage.textarea.press("Control+Enter")
    expect(stage.on).to_have_text("2")
    expect(stage.page.locator(".s .dot.approved")).to_have_count(1)
    event = stage.wait_for("approve")
    saved = row(1, target=event["target"], version=2, state="edited", findings=[finding()])
    stage.hear(saved, ack=ack(event, "doubt"))
    expect(stage.on).to_have_text("1")
    expect(stage.page.locator(".s.on .doubt")).to_contain_text("The name Rasma is missing.")
    expect(stage.page.locator(".s .dot.approved")).to_have_count(0)
    assert stage.drafts() == 0
