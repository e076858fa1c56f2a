"""Takes the pictures of README and docs: `make screenshots`. A real server, a real Chromium."""

import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.program import ARGUMENTS, SAMPLES, command, serving

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"

TRANSLATIONS = {
    2: "أرسلت هيئة إغاثة الميناء قافلة من اثنتي عشرة شاحنة إلى بلدة رسما يوم الجمعة.",
    3: "وحملت الشاحنات أغذية ومياها نظيفة وأدوية تكفي 2,040 أسرة.",
    4: "والتقت رئيسة الهيئة نادية الصباغ السائقين قبل مغادرتهم الميناء.",
    5: "وشكرتهم على شجاعتهم.",
    6: "وقالت: «أنتم أول من يسلك هذه الطريق منذ تسعة أيام».",
    7: "وتوقفت القافلة في مخيم الوادي في طريقها.",
}
"""What Lina typed; in segment 3 she slipped, and the check sees it."""

Act = Callable[[Page], None]


@dataclass(frozen=True)
class Picture:
    """A page of the interface, and what a person does on it before the picture is taken."""

    name: str
    act: Act
    path: str = "review"
    language: str = "en"
    theme: str = "light"
    width: int = 1360


def in_a_segment(page: Page) -> None:
    """The second segment is open, with everything beside it."""
    page.locator(".s").nth(2).locator(".view").click()
    page.locator("aside .history").wait_for()


def list_of_keys(page: Page) -> None:
    """What the keys do."""
    in_a_segment(page)
    page.keyboard.press("Control+/")


def as_it_is(page: Page) -> None:
    """Nothing but the page."""
    page.locator("h1.title").first.wait_for()


def concordance(page: Page) -> None:
    """A search over everything that was translated."""
    field = page.locator(".st-key-memory_query input")
    field.fill("القافلة")
    field.press("Enter")
    page.locator(".table.found mark").first.wait_for()


PICTURES = (
    Picture("review-light", in_a_segment),
    Picture("review-dark", in_a_segment, theme="dark"),
    Picture("review-arabic", in_a_segment, language="ar"),
    Picture("review-narrow", in_a_segment, language="ar", theme="dark", width=420),
    Picture("review-keys", list_of_keys),
    Picture("board", as_it_is, path="board"),
    Picture("glossary", as_it_is, path="glossary"),
    Picture("memory", concordance, path="memory"),
)


def prepare(home: Path) -> str:
    """A home in the middle of a day's work; the id of the release that is reviewed."""
    command(home, "init", "--offline")
    release = command(home, "ingest", str(SAMPLES / "harbour-news-listing.en.txt")).split()[0]
    command(home, "pretranslate", "--all")
    for number, target in TRANSLATIONS.items():
        command(home, "edit", release, str(number), "--target", target, "--as", "Lina")
    command(home, "approve", release, "1", "2", "4", "5", "--as", "Omar")
    command(home, "assign", release, "--translator", "Lina", "--reviewer", "Omar", "--as", "Omar")
    return release


def take(browser: Browser, address: str, release: str) -> None:
    """All pictures, in the folder of the documents."""
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        context = browser.new_context(viewport={"width": picture.width, "height": 900})
        cookies = {"language": picture.language, "theme": picture.theme, "user": "Lina"}
        context.add_cookies(
            [
                {"name": f"translate_app_{key}", "value": value, "url": address}
                for key, value in cookies.items()
            ]
        )
        page = context.new_page()
        page.goto(f"{address}/{picture.path}?release={release}")
        picture.act(page)
        page.wait_for_timeout(1500)  # fonts, and Streamlit's fading in
        page.screenshot(path=FOLDER / f"{picture.name}.png")
        context.close()


def main() -> None:
    """Prepare, serve, take."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        sys.exit("no Chromium: `apt-get install chromium` brings it")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        release = prepare(home)
        with serving(home) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
            take(browser, address, release)
            browser.close()


if __name__ == "__main__":
    main()
