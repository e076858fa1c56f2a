"""The plan of a release is typed in one go and saved as a whole."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.reviewing import Desk

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
    # An embargo has to end in the future: it is said, and what was typed is still there.
    expect(page.get_by_role("alert")).to_contain_text("future", timeout=30_000)
    expect(names.nth(1)).to_have_value("Omar")
    moments.nth(1).fill("2099-04-01T08:00")
    form.locator("button").click()
    card = page.locator(f"[class*='st-key-card-en-{desk.release}']")
    expect(card).to_contain_text("Reviewer: Omar", timeout=30_000)
    expect(card).to_contain_text("Embargo until 1 Apr 2099")
    expect(card).to_contain_text("Due 1 May 2099")
    expect(card).to_contain_text("Urgent")
