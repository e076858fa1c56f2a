"""Takes the pictures of README and docs: `make screenshots`. A real server, a real Chromium."""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import ARGUMENTS, SAMPLES, command, serving

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

PICTURES = (
    ("review-light", "en", "light", 1360, 900),
    ("review-dark", "en", "dark", 1360, 900),
    ("review-arabic", "ar", "light", 1360, 900),
    ("review-narrow", "ar", "dark", 420, 900),
)


def prepare(home: Path) -> str:
    """A home in the middle of a day's work; the id of the release that is reviewed."""
    command(home, "init", "--offline")
    release = command(home, "ingest", str(SAMPLES / "harbour-news-listing.en.txt")).split()[0]
    command(home, "pretranslate", "--all")
    for number, target in TRANSLATIONS.items():
        command(home, "edit", release, str(number), "--target", target, "--as", "Lina")
    command(home, "approve", release, "1", "2", "4", "5", "--as", "Omar")
    return release


def take(browser: Browser, address: str, release: str) -> None:
    """All pictures, in the folder of the documents."""
    FOLDER.mkdir(exist_ok=True)
    for name, language, theme, width, height in PICTURES:
        context = browser.new_context(viewport={"width": width, "height": height})
        cookies = {"language": language, "theme": theme, "user": "Lina"}
        context.add_cookies(
            [
                {"name": f"translate_app_{key}", "value": value, "url": address}
                for key, value in cookies.items()
            ]
        )
        page = context.new_page()
        page.goto(f"{address}/review?release={release}")
        page.locator(".s").nth(2).locator(".view").click()
        page.locator("aside .history").wait_for()
        page.wait_for_timeout(1500)  # fonts, and Streamlit's fading in
        page.screenshot(path=FOLDER / f"{name}.png")
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
