"""A translator's day in a real browser: open, edit, approve, publish, download."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.office import Office
from tests.browser.reviewing import (
    HUMAN_CLICK,
    Desk,
    open_release,
    row,
    saved,
    stored,
    type_into,
)

pytestmark = pytest.mark.browser

EDITED = "وصلت القافلة إلى رسما، كما قالت نادية الصباغ."


def test_from_the_list_to_the_published_page(desk: Desk, context: BrowserContext) -> None:
    page = context.new_page()
    open_release(page, desk)

    # Source on one side, target on the other, each in its own direction.
    expect(row(page, 2).locator(".source")).to_have_attribute("lang", "en")
    expect(row(page, 2).locator(".source")).to_have_attribute("dir", "ltr")
    expect(row(page, 2).locator(".view")).to_have_attribute("lang", "ar")
    expect(row(page, 2).locator(".view")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("dir", "ltr")

    # Edit a target and approve it; the next open segment opens.
    type_into(page, 2, EDITED)
    # A name is missing, which is asked about; with a reason it is approved anyway.
    page.locator(".edit textarea").press("Control+Enter")
    expect(row(page, 2).locator(".doubt")).to_be_visible()
    expect(page.locator(".s.on .n")).to_have_text("2")
    page.get_by_label("Reason for approving it anyway").fill("The name stands before.")
    page.keyboard.press("Enter")
    expect(row(page, 2).locator(".dot.approved")).to_be_visible()
    expect(page.locator(".s.on .n")).to_have_text("3")
    saved(page)

    # Somebody else approves the rest; it is seen here.
    desk.run("approve", desk.release, "--all", "--as", "Karim", "--override", "Read on paper.")
    expect(page.locator(".dot:not(.approved)")).to_have_count(0)

    # Publish, and download the page and the PO file.
    page.get_by_role("button", name="Publish…").click()
    page.get_by_role("button", name="Publish version 1").click()
    expect(page.get_by_text("Version 1 is published.")).to_be_visible()
    expect(page.get_by_role("button", name="Publish version 1")).to_have_count(0)
    page.get_by_role("button", name="Downloads").click()
    html = downloaded(page, f".st-key-download-{desk.release}-html-1 button")
    po = downloaded(page, f".st-key-download-{desk.release}-po-1 button")
    assert EDITED in html
    assert 'dir="rtl"' in html
    assert 'lang="ar"' in html
    assert f'msgstr "{EDITED}"' in po
    assert html == desk.run("export", desk.release, "--format", "html")


def downloaded(page: Page, button: str) -> str:
    """Content of the file that a click on the button brings."""
    with page.expect_download() as download:
        page.locator(button).click()
    return Path(download.value.path()).read_text(encoding="utf-8")


def test_a_reload_in_the_middle_of_typing_loses_nothing(
    desk: Desk, context: BrowserContext
) -> None:
    page = context.new_page()
    open_release(page, desk)
    row(page, 3).locator(".view").click()
    page.locator(".edit textarea").press("Control+End")
    page.locator(".edit textarea").press_sequentially(" نصف جملة")
    page.reload()
    expect(row(page, 3).locator(".view")).to_contain_text("نصف جملة")
    saved(page)
    segment = stored(desk, 3)
    assert segment["target"].endswith("نصف جملة")
    assert segment["state"] == "edited"


def test_leaving_the_page_in_the_middle_of_typing_loses_nothing(
    desk: Desk, context: BrowserContext
) -> None:
    page = context.new_page()
    open_release(page, desk)
    row(page, 3).locator(".view").click()
    page.locator(".edit textarea").press("Control+End")
    page.locator(".edit textarea").press_sequentially(" قبل الخروج")
    page.get_by_role("link", name="Glossary").click(delay=HUMAN_CLICK)
    expect(page.get_by_role("heading", name="Glossary")).to_be_visible()
    page.get_by_role("link", name="Review").click(delay=HUMAN_CLICK)
    expect(row(page, 3).locator(".view")).to_contain_text("قبل الخروج")
    saved(page)


def test_whoever_saves_second_sees_both_texts(
    desk: Desk, context: BrowserContext, chromium: Browser
) -> None:
    mine = context.new_page()
    open_release(mine, desk)
    row(mine, 2).locator(".view").click()
    expect(mine.locator("aside")).to_contain_text("History")

    other = chromium.new_context()
    theirs = other.new_page()
    open_release(theirs, desk)
    type_into(theirs, 2, "نص الزميل.")
    theirs.keyboard.press("Control+s")
    saved(theirs)
    other.close()

    mine.locator(".edit textarea").fill("نصي أنا.")
    mine.keyboard.press("Control+s")
    box = row(mine, 2).locator(".conflict")
    expect(box.locator(".text")).to_have_text(["نص الزميل.", "نصي أنا."])
    expect(mine.locator(".saving")).to_have_attribute("data-status", "not_saved")

    mine.get_by_role("button", name="Keep my text").click()
    saved(mine)
    assert stored(desk, 2)["target"] == "نصي أنا."


def test_language_and_colours_survive_a_reload(office: Office, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(office.address)
    root = page.locator("html")
    page.get_by_role("button", name="العربية").click()
    expect(root).to_have_attribute("dir", "rtl")
    expect(root).to_have_attribute("lang", "ar")
    for theme in ("light", "dark"):
        page.locator(".st-key-theme button:visible").click()
        expect(root).to_have_attribute("data-theme", theme)
    page.reload()
    expect(root).to_have_attribute("dir", "rtl")
    expect(root).to_have_attribute("data-theme", "dark")
