"""Approving in the segment editor, where an error speaks against it and where none does."""

import pytest
from playwright.sync_api import expect

from tests.browser.stage import Stage, ack, finding, row
from translate_app.web import labels

pytestmark = pytest.mark.browser


def fill(label: str, count: str) -> str:
    """A label with its count."""
    return label.replace("{count}", count)


def test_the_rest_is_approved_with_the_versions_that_were_seen(stage: Stage) -> None:
    approved = row(1, state="approved", groups=["all", "approved"])
    stage.show(approved, row(2, version=4), row(3, target="", state="empty"))
    stage.page.get_by_role("button", name="Approve the rest (1)").click()
    assert stage.sent("approve_many") == []
    expect(stage.page.locator(".confirm li")).to_have_text([fill(labels.EDITOR["untouched"], "1")])
    stage.page.get_by_role("button", name="Approve all (1)").click()
    assert stage.wait_for("approve_many")["versions"] == [[2, 4]]


def test_findings_are_asked_about_before_the_rest_is_approved(stage: Stage) -> None:
    found = [{"severity": "error", "text": "Number differs."}]
    flagged = row(2, findings=found, groups=["all", "open", "findings"])
    stage.show(row(1), flagged)
    stage.page.get_by_role("button", name="Approve the rest (2)").click()
    assert stage.sent("approve_many") == []
    said = [("with_errors", "1"), ("some_findings", "1"), ("untouched", "2")]
    expect(stage.page.locator(".confirm li")).to_have_text(
        [fill(labels.EDITOR[name], count) for name, count in said]
    )
    stage.page.get_by_role("button", name="Approve those without findings (1)").click()
    assert stage.wait_for("approve_many")["versions"] == [[1, 1]]


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


def test_errors_among_the_rest_are_approved_with_a_reason_only(stage: Stage) -> None:
    stage.show(row(1), row(2, findings=[finding()], groups=["all", "open", "findings"]))
    stage.page.get_by_role("button", name="Approve the rest (2)").click()
    everything = stage.page.get_by_role("button", name="Approve all (2)")
    everything.click()
    assert stage.sent("approve_many") == []
    stage.page.get_by_label(labels.EDITOR["reason"]).fill("The client wants it.")
    everything.click()
    event = stage.wait_for("approve_many")
    assert (event["versions"], event["words"]) == ([[1, 1], [2, 1]], "The client wants it.")
