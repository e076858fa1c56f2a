"""What is looked for on a page: faults that keep people out, words left in Latin letters."""

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.office import Office
from translate_app.bootstrap import build

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


def in_colours(page: Page, theme: str) -> None:
    """The page in `light` or `dark`."""
    page.evaluate(COLOURS, theme)


def violations(page: Page) -> list[str]:
    """What axe-core finds that keeps people from using the page, with the places."""
    found: dict[str, Any] = Axe().run(page, options={"resultTypes": ["violations"]}).response
    return [
        f"{each['id']} ({each['impact']}): {node['target']} {node['html'][:120]}"
        for each in found["violations"]
        if each["impact"] in GRAVE
        for node in each["nodes"]
    ]


def beyond(page: Page) -> int:
    """By how many pixels the page is wider than its room."""
    wider: int = page.locator("[data-testid=stMain]").evaluate(
        "main => main.scrollWidth - main.clientWidth"
    )
    return wider


def names_of(office: Office) -> re.Pattern[str]:
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
