"""What a person does on the page of a release, and what is stored of it."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.program import command

OUTPUT = Path(__file__).parent / "output"
"""Pictures for people to look at."""
HUMAN_CLICK = 80
"""Milliseconds between pressing and releasing the button, as with a hand."""
NEWS = 30_000
"""Milliseconds that what one does may take to reach the other: the page asks every 5 s."""


@dataclass(frozen=True)
class Desk:
    """A server with a drafted release."""

    address: str
    release: str
    home: Path

    def run(self, *words: str) -> str:
        """Output of a command on the same home."""
        return command(self.home, *words)

    def segments(self) -> dict[int, dict[str, Any]]:
        """The segments by their numbers, as the command line shows them."""
        units = json.loads(self.run("show", self.release, "--json"))["units"]
        return {each["number"]: each for unit in units for each in unit["segments"]}


def stored(desk: Desk, number: int) -> dict[str, Any]:
    """A segment as the command line shows it."""
    return desk.segments()[number]


def open_release(page: Page, desk: Desk) -> None:
    """From the list into the release, once the editor is there."""
    page.goto(desk.address)
    title = first_title(desk)
    page.get_by_role("link", name=title).click(delay=HUMAN_CLICK)
    expect(page.locator(".s .view").first).to_be_visible()


def first_title(desk: Desk) -> re.Pattern[str]:
    """The beginning of the drafted release's title in the list."""
    shown = json.loads(desk.run("releases", "--json"))["releases"]
    title = next(each["title"] for each in shown if each["id"] == desk.release)
    return re.compile(re.escape(title[:40]))


def row(page: Page, number: int) -> Locator:
    """The row of a segment."""
    return page.locator(".s").nth(number - 1)


def enter(page: Page, number: int) -> None:
    """Open a segment, and wait until the server knows and has told what stands beside it."""
    row(page, number).locator(".view").click()
    expect(page.locator("aside .card.comments")).to_be_visible()
    expect(page.locator("aside .history")).to_be_visible()


def at(page: Page) -> str:
    """Number of the open segment."""
    return page.locator(".s.on .n").inner_text()


def type_into(page: Page, number: int, text: str) -> None:
    """Open a segment and write `text` in place of what is there."""
    row(page, number).locator(".view").click()
    area = page.locator(".edit textarea")
    area.fill(text)


def saved(page: Page) -> None:
    """Wait until the server has everything."""
    expect(page.locator(".saving")).to_have_attribute("data-status", "saved")
