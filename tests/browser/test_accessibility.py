"""axe-core looks at every page, in both languages, light and dark."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.office import PLACES, Office, go, visitor

pytestmark = pytest.mark.browser

GRAVE = ("serious", "critical")
COLOURS = """
async (theme) => {
  const still = document.createElement("style");
  still.textContent = "* { transition: none !important; animation: none !important }";
  const shadows = [...document.querySelectorAll("*")].map((each) => each.shadowRoot);
  const roots = [document.head, ...shadows.filter(Boolean)];
  for (const root of roots) root.append(still.cloneNode(true));
  document.documentElement.dataset.theme = theme;
  document.documentElement.style.colorScheme = theme;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}
"""
"""What the shell does when a person changes the colours, at once and with nothing half faded."""


def violations(page: Page) -> list[str]:
    """What axe-core finds that keeps people from using the page, with the places."""
    found: dict[str, Any] = Axe().run(page, options={"resultTypes": ["violations"]}).response
    return [
        f"{each['id']} ({each['impact']}): {node['target']} {node['html'][:120]}"
        for each in found["violations"]
        if each["impact"] in GRAVE
        for node in each["nodes"]
    ]


LOOKS = [
    (place, language)
    for place in PLACES
    for language in ("ar", "en")
    if language == "ar" or "," not in place
]
"""Every page in both languages; what opens on it has the same markup in both, so once."""


@pytest.mark.parametrize(("place", "language"), LOOKS)
def test_no_page_keeps_people_out(
    office: Office, chromium: Browser, place: str, language: str
) -> None:
    context = visitor(chromium, office.address, language=language)
    page = context.new_page()
    go(page, office, place)
    for theme in ("light", "dark"):
        page.evaluate(COLOURS, theme)
        assert violations(page) == [], f"{place}, {language}, {theme}"
    context.close()


def test_a_fault_is_found_in_the_page_and_in_the_editor(office: Office, chromium: Browser) -> None:
    """axe-core looks into the shadow root of the editor too."""
    context = visitor(chromium, office.address)
    page = context.new_page()
    go(page, office, "review, a segment")
    page.locator(".edit textarea").evaluate("area => area.removeAttribute('aria-label')")
    page.locator(".meta").first.evaluate("facts => { facts.style.color = 'var(--panel)' }")
    found = "\n".join(violations(page))
    assert "label (critical)" in found
    assert "color-contrast (serious)" in found
    context.close()
