"""The plan of a release is typed in one go and saved as a whole."""

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.reviewing import Desk
from translate_app.bootstrap import Application

pytestmark = pytest.mark.browser


def test_nothing_typed_is_lost_before_it_is_saved(desk: Desk, context: BrowserContext) -> None:
    context.add_cookies([{"name": "translate_app_user", "value": "Lina", "url": desk.address}])
    page = context.new_page()
    page.goto(f"{desk.address}/releases")
    page.locator(f".st-key-plan--{desk.release} button").first.click()
    form = page.locator("form").filter(has=page.locator("input.moment"))
    names, moments = form.locator("input[list]"), form.locator("input.moment")
    names.nth(0).press_sequentially("Lina")
    names.nth(1).press_sequentially("Omar")
    form.locator("select").select_option("urgent")
    moments.nth(0).fill("2099-05-01T10:30")
    moments.nth(1).fill("2020-05-01T08:00")
    form.locator("button").click()
    # An embargo has to end in the future: it is said in the form, and what was typed is there.
    expect(form.get_by_role("alert")).to_contain_text("future", timeout=30_000)
    expect(form.get_by_role("alert")).to_contain_text("1 May 2020, 08:00")
    expect(form.get_by_role("alert")).not_to_contain_text(desk.release)
    expect(form.get_by_role("alert")).to_be_in_viewport()
    expect(names.nth(1)).to_have_value("Omar")
    expect(moments.nth(0)).to_have_value("2099-05-01T10:30")
    moments.nth(1).fill("2099-04-01T08:00")
    expect(form.get_by_role("alert")).to_be_empty()
    form.locator("button").click()
    expect(form.get_by_role("status")).to_have_text("Saved", timeout=30_000)
    expect(page.locator(".notice")).to_have_count(0)
    card = page.locator(f"[class*='st-key-card-en-{desk.release}']")
    expect(card).to_contain_text("Reviewer: Omar", timeout=30_000)
    expect(card).to_contain_text("Embargo until 1 Apr 2099")
    expect(card).to_contain_text("Due 1 May 2099")
    expect(card).to_contain_text("Urgent")


def planning(page: Page, desk: Desk, place: str = "") -> Locator:
    """The form of the plan, opened on the card of the release."""
    page.locator(f".st-key-plan-{place}-{desk.release} button").first.click()
    return page.locator("form").filter(has=page.locator("input.moment"))


def test_what_was_typed_stays_when_somebody_else_was_faster(
    desk: Desk, context: BrowserContext, application: Application
) -> None:
    context.add_cookies([{"name": "translate_app_user", "value": "Lina", "url": desk.address}])
    page = context.new_page()
    page.goto(f"{desk.address}/releases")
    form = planning(page, desk)
    names = form.locator("input[list]")
    names.nth(0).fill("Lina")
    desk.run("assign", desk.release, "--reviewer", "Sara", "--as", "Omar")
    form.locator("button").click()
    expect(form.get_by_role("alert")).to_contain_text("changed by Omar", timeout=30_000)
    expect(names.nth(0)).to_have_value("Lina")
    expect(names.nth(1)).to_have_value("Sara")
    form.locator("button").click()
    expect(form.get_by_role("status")).to_have_text("Saved", timeout=30_000)
    plan = application.work.get(desk.release)
    assert (plan.translator, plan.reviewer) == ("Lina", "Sara")


def test_a_card_that_moves_leaves_its_answer_on_the_page(
    desk: Desk, context: BrowserContext
) -> None:
    context.add_cookies([{"name": "translate_app_user", "value": "Lina", "url": desk.address}])
    page = context.new_page()
    page.goto(f"{desk.address}/board")
    form = planning(page, desk, "free")
    form.locator("input[list]").nth(0).fill("Lina")
    form.locator("button").click()
    expect(page.get_by_text("For you to translate")).to_be_visible(timeout=30_000)
    expect(page.locator(".notice.done")).to_have_text("Saved")
