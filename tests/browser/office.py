"""An office in the middle of a day's work: data for every page, and the way to each."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.reviewing import HUMAN_CLICK
from translate_app.bootstrap import build

READY = "[data-test-script-state='notRunning']"
"""Streamlit's word for a page that is drawn."""


@dataclass(frozen=True)
class Office:
    """A server over a home with releases in every state."""

    address: str
    release: str
    """Drafted; some of it edited, approved, rejected and talked about."""
    published: str
    home: Path


LINA, OMAR = "لينا", "عمر"
"""Who works here. Names, reasons and comments are Arabic: what is Latin is source or program."""


def furnish(home: Path, listing: Path, run: Callable[..., str]) -> tuple[str, str]:
    """Fill a home after `init`; the ids of a release in review and of a published one.

    `run` is the command line on that home.
    """
    review, published, *_rest = run("ingest", str(listing)).split()
    run("pretranslate", review)
    run("pretranslate", published)
    run("edit", review, "2", "--target", "وصلت القافلة إلى رسما.", "--as", LINA)
    run("edit", review, "3", "--target", "نص UN Women فيه  خطأ .", "--as", OMAR)
    run("approve", review, "1", "--as", OMAR, "--override", "قرئ بصوت عال")
    run("reject", review, "4", "--reason", "لم يقل هذا", "--as", OMAR)
    run("approve", published, "--all", "--as", LINA, "--override", "قرئ على الورق")
    run("publish", published, "--as", LINA)
    run("assign", review, "--translator", LINA, "--reviewer", OMAR, "--as", OMAR)
    application = build({"TRANSLATE_APP_OFFLINE": "1"}, home)
    application.comments.add(review, 2, f"@{LINA} أهي بلدة أم قرية؟", OMAR)
    application.close()
    return review, published


def visitor(
    chromium: Browser,
    address: str,
    *,
    language: str = "en",
    theme: str = "light",
    user: str = LINA,
    width: int = 1360,
) -> BrowserContext:
    """A browser of a person who has chosen language, colours and name before."""
    context = chromium.new_context(viewport={"width": width, "height": 900})
    chosen = {"language": language, "theme": theme, "user": user}
    context.add_cookies(
        [
            {"name": f"translate_app_{name}", "value": quote(value), "url": address}
            for name, value in chosen.items()
        ]
    )
    return context


def settled(page: Page) -> None:
    """Wait until the page is drawn."""
    expect(page.locator(".st-key-page").locator("h1, .empty").first).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-theme", re.compile("light|dark"))
    page.wait_for_selector(READY)
    page.wait_for_load_state("networkidle")


def _open_a_segment(page: Page) -> None:
    page.locator(".s .view").nth(1).click()
    expect(page.locator("aside .card.comments")).to_be_visible()
    expect(page.locator("aside .card.history")).to_be_visible()


def _search_the_memory(page: Page) -> None:
    page.locator(".st-key-memory_query input").fill("Rasma")
    page.keyboard.press("Enter")
    expect(page.locator(".table.found").first).to_be_visible()
    page.wait_for_selector(READY)


def _upload(page: Page) -> None:
    page.locator(".st-key-add_release summary").click()
    page.locator(".st-key-add_release [role=tab]").nth(1).click()
    expect(page.locator("[data-testid=stFileUploaderDropzone]")).to_be_visible()


def _tab(number: int) -> Callable[[Page], None]:
    def choose(page: Page) -> None:
        page.locator(".st-key-page [role=tab]").nth(number).click()
        page.wait_for_selector(READY)

    return choose


def _nothing(_page: Page) -> None:
    """The page as it comes."""


def _popover(key: str) -> Callable[[Page], None]:
    def choose(page: Page) -> None:
        button = page.locator(f"[class*='st-key-{key}'] button").first
        body = page.locator("[data-testid=stPopoverBody]")
        for _attempt in range(5):  # one that opens while the page is drawn again is closed by it
            button.click(delay=HUMAN_CLICK)
            try:
                expect(body).to_be_visible(timeout=5_000)
                break
            except AssertionError:
                continue
        expect(body).to_be_visible()
        page.wait_for_selector(READY)

    return choose


def _preview(page: Page) -> None:
    page.locator(".st-key-preview button").click(delay=HUMAN_CLICK)
    page.get_by_role("dialog").locator("iframe").wait_for()
    page.wait_for_selector(READY)


def _look_for_a_choice(page: Page) -> None:
    page.locator(".st-key-page [role=combobox]").first.fill("لا شيء")
    expect(page.locator("[role=listbox]")).to_be_visible()


def _show_the_keys(page: Page) -> None:
    page.locator(".frame .toggles button, .frame .tools button").last.focus()
    page.keyboard.press("?")
    expect(page.locator("dialog.help")).to_be_visible()


def _say_no_name(page: Page) -> None:
    page.context.clear_cookies(name="translate_app_user")
    page.reload()
    expect(page.locator(".st-key-card-introduction")).to_be_visible()
    page.wait_for_selector(READY)


PLACES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "board": ("board", _nothing),
    "board, a plan": ("board", _popover("plan-")),
    "board, at first": ("board", _say_no_name),
    "releases": ("releases", _nothing),
    "releases, a file": ("releases", _upload),
    "review": ("review", _nothing),
    "review, a segment": ("review", _open_a_segment),
    "review, the keys": ("review", _show_the_keys),
    "review, the preview": ("review", _preview),
    "review, downloads": ("review", _popover("downloads")),
    "review, publishing": ("review", _popover("publishing")),
    "review, replacing": ("review", _popover("replacing")),
    "review, bulk": ("review", _popover("bulk")),
    "review, unknown": ("review?release=r0", _nothing),
    "glossary": ("glossary", _nothing),
    "glossary, a new name": ("glossary?entry=new", _nothing),
    "glossary, candidates": ("glossary?part=candidates", _nothing),
    "glossary, a choice": ("glossary?part=candidates", _look_for_a_choice),
    "glossary, corrections": ("glossary?part=corrections", _nothing),
    "glossary, files": ("glossary?part=files", _nothing),
    "glossary, check": ("glossary?part=check", _nothing),
    "glossary, changes": ("glossary?part=changes", _nothing),
    "memory": ("memory", _nothing),
    "memory, found": ("memory", _search_the_memory),
    "publications": ("publications", _nothing),
    "reports": ("reports", _nothing),
    "settings": ("settings", _nothing),
    "settings, clients": ("settings", _tab(1)),
    "settings, engines": ("settings", _tab(2)),
    "settings, the name": ("settings", _popover("person")),
    "nowhere": ("nowhere", _nothing),
}
"""What a person can look at: the page's address and what is done there."""


def go(page: Page, office: Office, place: str) -> None:
    """Open one of `PLACES`."""
    path, does = PLACES[place]
    page.goto(f"{office.address}/{path}" + (f"?release={office.release}" * (path == "review")))
    settled(page)
    if path == "review":  # the editor draws after the page
        expect(page.locator(".s .view").first).to_be_visible()
    does(page)
