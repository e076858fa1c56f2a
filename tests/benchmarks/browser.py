"""What a person waits for in the browser, measured in a real Chromium.

python -m tests.benchmarks --only browser
"""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import BrowserContext, Page, sync_playwright

from tests.benchmarks.corpus import as_listing, sentences
from tests.benchmarks.waiting import FIRST_RELEASE
from tests.browser.program import ARGUMENTS, command, serving

_FIRST_IS_THERE = ".s .view:not(.empty)"


def lines(found: dict[str, Any] | None) -> Iterator[tuple[str, str, str, bool | None]]:
    """The row of the table."""
    name = "first draft of 40 segments seen, engine warm"
    if found is None:
        yield name, "no Chromium", "< 1 s", None
    else:
        yield name, f"{found['seconds']} s", "< 1 s", found["seconds"] < 1


def measure(rounds: int = 5) -> dict[str, Any] | None:
    """Seconds from a press on "Pretranslate" to the first draft that can be read.

    Releases of 40 different segments, the engine warm from another one. None where there
    is no Chromium.
    """
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        return None
    found: list[float] = []
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as folder,
        _desk(Path(folder), rounds) as (
            address,
            releases,
        ),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        context = browser.new_context(viewport={"width": 1360, "height": 900})
        context.add_cookies([{"name": "translate_app_user", "value": "Lina", "url": address}])
        for number, release in enumerate(releases):
            seconds = _seconds(context, f"{address}/review?release={release}")
            if number:  # the first one loads the engine
                found.append(seconds)
        browser.close()
    return {"seconds": round(median(found), 3), "rounds": [round(each, 3) for each in found]}


@contextmanager
def _desk(folder: Path, rounds: int) -> Iterator[tuple[str, list[str]]]:
    """The address of a server, and releases that wait for drafts: one more than rounds."""
    home = folder / "home"
    command(home, "init", "--offline")
    texts = sentences((rounds + 1) * FIRST_RELEASE)
    releases = []
    for number in range(rounds + 1):
        source = folder / f"{number}.txt"
        some = texts[number * FIRST_RELEASE :][:FIRST_RELEASE]
        source.write_text(as_listing(some), encoding="utf-8")
        releases.append(command(home, "ingest", str(source)).split()[0])
    with serving(home) as address:
        yield address, releases


def _seconds(context: BrowserContext, address: str) -> float:
    page: Page = context.new_page()
    page.goto(address)
    button = page.locator(".st-key-draft button")
    button.wait_for(timeout=60_000)
    page.locator(".s .view").first.wait_for(timeout=60_000)
    time.sleep(1)  # the page comes to rest
    began = time.perf_counter()
    button.click()
    page.locator(_FIRST_IS_THERE).first.wait_for(timeout=60_000)
    taken = time.perf_counter() - began
    page.locator("[class*='st-key-card-drafting-']").wait_for(state="hidden", timeout=60_000)
    page.close()
    return taken
