"""The Arabic interface is Arabic: every page is walked, and what is left in Latin letters told."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.office import PLACES, Office, go, settled, visitor
from translate_app.bootstrap import build

pytestmark = pytest.mark.browser

WORDS = """
(own) => {
  const found = [];
  const said = ["aria-label", "aria-description", "title", "placeholder", "alt"];
  const tell = (element, how, text) => {
    if (!/[A-Za-z]{2}/.test(text)) return;
    found.push([`${element.localName}.${element.className} ${how}`, text.trim()]);
  };
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const look = (element) => {
    for (const name of said) tell(element, name, element.getAttribute(name) ?? "");
    if (element.matches("textarea, input:not([type=checkbox], [type=radio])")) {
      tell(element, "value", element.value);
    }
  };
  const walk = (root) => {
    for (const node of root.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        const parent = node.parentElement || root.host;
        if (seen(parent)) tell(parent, "text", node.data);
      } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(own)) {
        if (seen(node)) look(node);
        walk(node);
        if (node.shadowRoot) walk(node.shadowRoot);
      }
    }
  };
  walk(document.body);
  return found;
}
"""
"""Text nodes and spoken attributes that a person meets, with their places, shadows included."""
OWN = ", ".join(
    (
        "script, style, noscript, [data-testid=stIconMaterial]",  # no words for people
        "[lang=en]",  # texts of releases, and names in English
        "code, kbd",  # what one types: commands, keys
        "bdi[dir=ltr]",  # names of engines, addresses
        "[class*=st-key-card-en-] [data-testid=stPageLink]",  # the title of an English release
        ".st-key-language, .st-key-settings_language",  # each language is called by its own name
    )
)
"""What is in Latin letters by right."""
CALLED_SO = re.compile(
    r"`[^`]+`"  # a command, quoted
    r"|\b(translate_app|CSV|PO|JSON|HTML|TXT|XLSX|TBX|SHA-256|chrF|csv|xlsx|tbx|txt|md|html"
    r"|Ctrl|Alt|Shift|Enter|Esc|F2|Firefox Translations)\b"
)
"""What has one name in every language."""
IN_THE_DATA = ("Harbour News", "starter en-ar 0.1", "starter")
"""Newsroom and engine of the office."""


@pytest.fixture(scope="module")
def names(office: Office) -> re.Pattern[str]:
    """What messages may cite: English names of the glossary, and what the office has."""
    application = build({}, office.home)
    with application.unit_of_work() as unit_of_work:
        found = {entry.en for entry in unit_of_work.glossary.all()} | set(IN_THE_DATA)
    application.close()
    return re.compile("|".join(re.escape(name) for name in sorted(found, key=len, reverse=True)))


def latin(page: Page, names: re.Pattern[str]) -> list[str]:
    """Where words in Latin letters stand, with the words."""
    found: list[tuple[str, str]] = page.evaluate(WORDS, OWN)
    return [
        f"{where}: {words}"
        for where, words in found
        if re.search("[A-Za-z]{2}", CALLED_SO.sub("", names.sub("", words)))
    ]


@pytest.mark.parametrize("place", [place for place in PLACES if place != "board, at first"])
def test_no_english_is_left_in_the_arabic_interface(
    office: Office, chromium: Browser, names: re.Pattern[str], place: str
) -> None:
    context = visitor(chromium, office.address, language="ar")
    page = context.new_page()
    go(page, office, place)
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    assert latin(page, names) == []
    context.close()


def test_english_is_found_where_it_is_left(
    office: Office, chromium: Browser, names: re.Pattern[str]
) -> None:
    """The walk sees what it is meant to see: in the English interface nearly everything."""
    context = visitor(chromium, office.address, language="en")
    page = context.new_page()
    go(page, office, "review, a segment")
    found = "\n".join(latin(page, names))
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
