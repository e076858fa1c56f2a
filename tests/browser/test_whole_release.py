"""A whole release by keyboard alone: no mouse, from the board to the files, in both languages."""

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.office import visitor
from tests.browser.program import command, serving
from tests.browser.reviewing import Desk

pytestmark = pytest.mark.browser

SEGMENTS = 40
WITHIN = 90
"""Seconds for the whole release."""
CARGO = ("flour", "tents", "blankets", "water", "medicine", "fuel", "school books", "lamps")
TYPED = {
    1: "هيئة إغاثة الميناء تتحدث عن أسبوع في رسما",
    2: "نُقلت أغذية في اليوم 2 إلى المدرسة.",
    5: "وصلت شاحنة في اليوم 5.",  # the name is missing: an error blocks
}
NAMELESS = 9
"""Segment that gets its name from the glossary, by Ctrl+G."""
REASON = "يرد الاسم في الجملة السابقة"
COMMENT = "هل نقول وصلت أم بلغت؟"
FOCUSED = """
() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
"""


def lines() -> Iterator[str]:
    """The paragraphs of the release, one segment each; none like another."""
    yield "Harbour Relief Authority speaks of a week in Rasma"
    yield "Food was brought to the school on day 2."
    for number in range(3, SEGMENTS + 1):
        cargo = CARGO[number % len(CARGO)]
        yield f"A truck with {cargo} reached Rasma on day {number}."


@pytest.fixture(scope="module")
def prepared(new_home: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home with one release of forty segments, drafted by the starter engine."""
    folder = tmp_path_factory.mktemp("forty")
    home, source = folder / "home", folder / "week.txt"
    shutil.copytree(new_home, home)
    source.write_text("\n\n".join(lines()), encoding="utf-8")
    release = command(home, "ingest", str(source)).split()[0]
    command(home, "pretranslate", release)
    return home, release


@pytest.fixture
def forty(chromium: Browser, prepared: tuple[Path, str], tmp_path: Path) -> Iterator[Desk]:
    """A server with that release."""
    home = tmp_path / "home"
    shutil.copytree(prepared[0], home)
    with serving(home) as address:
        yield Desk(address, prepared[1], home)


@dataclass(frozen=True)
class Hands:
    """Ten fingers on the keyboard, and eyes on the page. There is no mouse."""

    page: Page

    def press(self, *keys: str) -> None:
        """One key, or combination, after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """Letter by letter."""
        self.page.keyboard.type(text)

    def on(self, selector: str) -> bool:
        """Whether the focus is on such an element, or in one."""
        found: bool = self.page.evaluate(
            f"(selector) => Boolean(({FOCUSED})()?.closest(selector))", selector
        )
        return found

    def tab_to(self, selector: str, key: str = "Tab") -> None:
        """Walk until the focus is there."""
        for _step in range(300):
            self.press(key)
            if self.on(selector):
                return
        pytest.fail(f"{key} does not lead to {selector}")

    def until(self, what: Callable[[], bool], words: str) -> None:
        """Look until it is so."""
        end = time.monotonic() + 30
        while not what():
            if time.monotonic() > end:
                pytest.fail(f"waited for: {words}")
            self.page.wait_for_timeout(20)

    def until_open_is_not(self, place: int) -> None:
        """Wait for another segment, or for none."""
        self.until(lambda: self.opened() != place, f"what comes behind segment {place}")

    def opened(self) -> int:
        """Place of the open segment, from 1; 0 where none is open."""
        place: int = self.page.evaluate(
            """() => {
              const roots = [...document.querySelectorAll("*")].map((each) => each.shadowRoot);
              const root = roots.find((each) => each?.querySelector(".frame"));
              return [...(root?.querySelectorAll(".s") ?? [])].findIndex((row) =>
                row.classList.contains("on")) + 1;
            }"""
        )
        return place


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_release_of_forty_segments_by_keyboard_alone(
    forty: Desk, chromium: Browser, language: str
) -> None:
    context = visitor(chromium, forty.address, language=language)
    page = context.new_page()
    hands = Hands(page)
    page.goto(forty.address)
    expect(page.locator("[class*='st-key-card-en-']")).to_be_visible()
    started = time.monotonic()

    into_the_release(hands)
    look_around(hands)
    worked, reasons = approve_all(hands)
    publish(hands)
    published = download(hands)

    assert time.monotonic() - started < WITHIN
    assert worked == list(range(1, SEGMENTS + 1))
    assert reasons >= 1
    segments = forty.segments().values()
    assert {each["state"] for each in segments} == {"approved"}
    targets = [each["target"] for each in segments]
    assert [targets[number - 1] for number in TYPED] == list(TYPED.values())
    assert targets[NAMELESS - 1].startswith("وصلت شاحنة إلى رسما")
    assert published == forty.run("export", forty.release, "--format", "html")
    context.close()


def into_the_release(hands: Hands) -> None:
    """From the board by its link, and into the first segment."""
    hands.tab_to("[class*='st-key-card-en-'] a")
    hands.press("Enter")
    expect(hands.page.locator(".s .view")).to_have_count(SEGMENTS)
    hands.tab_to(".s .view")
    hands.press("Enter")
    hands.until(lambda: hands.opened() == 1 and hands.on("textarea"), "the first segment is open")


def look_around(hands: Hands) -> None:
    """Up and down, the list of keys, a comment; all of it leads back into the text."""
    hands.press("Alt+ArrowDown", "Alt+ArrowDown", "Alt+ArrowUp")
    hands.until(lambda: hands.opened() == 2 and hands.on("textarea"), "segment 2 is open")
    hands.press("Alt+ArrowUp", "Escape")
    hands.press("?")
    expect(hands.page.locator("dialog.help")).to_be_visible()
    hands.press("Escape")
    expect(hands.page.locator("dialog.help")).to_be_hidden()
    hands.until(lambda: hands.on(".s .view"), "the focus is back on the segment")
    hands.press("Enter", "Control+/")
    expect(hands.page.locator("dialog.help")).to_be_visible()
    hands.press("Escape")
    hands.until(lambda: hands.opened() == 1 and hands.on(".edit textarea"), "back in the text")
    expect(hands.page.locator("aside form.comment")).to_be_visible()
    hands.press("F2")
    hands.until(lambda: hands.on("form.comment textarea"), "F2 leads to the comment")
    hands.type(COMMENT)
    hands.press("Enter")
    expect(hands.page.locator("aside .said .words")).to_have_text([COMMENT])
    hands.press("Escape")
    hands.until(lambda: hands.on(".edit textarea"), "Escape leads back to the text")


def approve_all(hands: Hands) -> tuple[list[int], int]:
    """Work through the release; the segments in the order they came, and the reasons given."""
    worked, reasons = [], 0
    while place := hands.opened():
        worked.append(place)
        text = TYPED.get(place)
        if text or place == NAMELESS:
            hands.press("Control+a")
            hands.type(text or "وصلت شاحنة إلى ")
        if place == NAMELESS:
            hands.press("Control+g")
            hands.type(f" في اليوم {NAMELESS}.")
        hands.press("Control+Enter")
        if is_refused(hands, place):
            reasons += 1
            give_a_reason(hands, place)
            assert not is_refused(hands, place)
        hands.until_open_is_not(place)
    return worked, reasons


def is_refused(hands: Hands, place: int) -> bool:
    """Whether an error speaks against the approval that was asked for."""
    row = hands.page.locator(".s").nth(place - 1)
    refused, done = row.locator(".doubt"), row.locator(".dot.approved")
    said = hands.page.locator(".saving[data-status=saved]")
    hands.until(
        lambda: refused.count() > 0 or (done.count() > 0 and said.count() > 0),
        f"segment {place} is approved, or a reason is asked for",
    )
    return refused.count() > 0


def give_a_reason(hands: Hands, place: int) -> None:
    """What is asked for stands in the row; Ctrl+Enter leads to its field, Enter approves."""
    hands.until(lambda: hands.opened() == place, f"segment {place} is open again")
    if not hands.on(".doubt input"):
        hands.press("Control+Enter")
    hands.until(lambda: hands.on(".doubt input"), "the focus is on the reason")
    hands.type(REASON)
    hands.press("Enter")


def publish(hands: Hands) -> None:
    """Back to the head of the page."""
    button = hands.page.locator("[class*='st-key-publishing-'] button[kind=primary]")
    expect(button.first).to_be_visible()
    hands.tab_to("[class*='st-key-publishing-'] button", "Shift+Tab")
    hands.press("Enter")
    expect(hands.page.locator("[data-testid=stPopoverBody]")).to_be_visible()
    if not hands.on(".st-key-publish button"):
        hands.tab_to(".st-key-publish button")
    hands.press("Enter")
    expect(hands.page.locator(".notice.done")).to_be_visible()


def download(hands: Hands) -> str:
    """The published page, from its file."""
    hands.tab_to(".st-key-downloads button")
    hands.press("Enter")
    expect(hands.page.locator("[data-testid=stPopoverBody]")).to_be_visible()
    wanted = "[class*='-html-1'] button"
    if not hands.on(wanted):
        hands.tab_to(wanted)
    with hands.page.expect_download() as started:
        hands.press("Enter")
    return Path(started.value.path()).read_text(encoding="utf-8")
