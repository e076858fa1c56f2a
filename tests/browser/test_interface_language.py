"""The interface in two languages: what is left in Latin letters is found, both have their room."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.looking import latin, names_of
from tests.browser.office import Office, go, settled, visitor

pytestmark = pytest.mark.browser


def test_english_is_found_where_it_is_left(office: Office, chromium: Browser) -> None:
    """The walk sees what it is meant to see: in the English interface nearly everything."""
    context = visitor(chromium, office.address, language="en")
    page = context.new_page()
    go(page, office, "review, a segment")
    found = "\n".join(latin(page, names_of(office)))
    for words in ("Publish…", "aria-label: Find in both languages", "Names in this segment"):
        assert words in found
    context.close()


def test_what_streamlit_says_changes_with_the_language(office: Office, chromium: Browser) -> None:
    context = visitor(chromium, office.address, language="en")
    page = context.new_page()
    go(page, office, "releases, a file")
    button = page.locator("[data-testid=stFileUploaderDropzone] button").first
    skip = page.locator("[data-testid=stSkipToContent]")
    expect(button).to_have_accessible_name("Choose a file")
    expect(skip).to_have_text("To the content of the page")
    page.locator(".st-key-language button:visible").click()
    expect(skip).to_have_text("إلى محتوى الصفحة")
    page.locator(".st-key-add_release [role=tab]").nth(1).click()
    expect(button).to_have_accessible_name("اختيار ملف")
    page.locator(".st-key-language button:visible").click()
    expect(skip).to_have_text("To the content of the page")
    context.close()


def test_an_address_without_a_page_says_so_in_the_language_of_the_interface(
    office: Office, chromium: Browser
) -> None:
    context = visitor(chromium, office.address, language="ar")
    page = context.new_page()
    page.goto(f"{office.address}/لا-شيء")
    settled(page)
    expect(page.get_by_role("heading", name="لا صفحة بهذا العنوان.")).to_be_visible()
    assert page.locator("[data-testid=stDialog]").count() == 0
    page.locator(".st-key-page a").click(delay=80)
    expect(page).to_have_url(re.compile("/board$"))
    context.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_head_is_one_block_on_a_narrow_screen(
    office: Office, chromium: Browser, language: str
) -> None:
    context = visitor(
        chromium,
        office.address,
        language=language,
        width=420,
        theme="system",
        user="نادية الصباغ رئيسة الهيئة",
    )
    page = context.new_page()
    go(page, office, "settings")
    head = page.locator(".st-key-app_header")
    boxes = [
        each.bounding_box()
        for each in (head.locator("b.brand"), *head.locator("button:visible").all())
    ]
    middles = [box["y"] + box["height"] / 2 for box in boxes if box]
    assert len(middles) == 4
    assert max(middles) - min(middles) < 8, "product, language, colours and person: one line"
    assert head.evaluate("head => head.scrollWidth - head.clientWidth") <= 0
    edges = head.locator("a").evaluate_all(
        "links => links.flatMap((a) => [a.getBoundingClientRect().left,"
        " a.getBoundingClientRect().right])"
    )
    assert min(edges) >= 0
    assert max(edges) <= 420
    context.close()
