"""axe-core finds what keeps people out of a page; `test_every_page.py` lets it look at all."""

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import violations
from tests.browser.office import Office, go, visitor

pytestmark = pytest.mark.browser


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
