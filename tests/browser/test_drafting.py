"""Drafting in a real browser, with the starter engine: a job that is stopped, other drafts."""

import itertools
import random
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.program import STOPS_WITHIN, command, serving
from tests.browser.reviewing import HUMAN_CLICK, OUTPUT, Desk, row, saved, stored

pytestmark = pytest.mark.browser

SEGMENTS = 500
"""So many that the engine is still at work when a person has typed, left and come back: on two
busy cores it has drafted half of them by then."""
FEWER = 300
"""So many that the engine is still at work when the server stops."""
WHO = ("the nurses", "two drivers", "the young teacher", "an old fisherman", "our volunteers")
DID = ("repaired", "carried", "counted", "cleaned", "painted", "found", "sold", "opened")
WHAT = ("the bridge", "a school", "many tents", "warm blankets", "the well", "three boats")
WHERE = ("near the port", "behind the market", "on the hill", "in the valley", "by the river")
WHEN = ("before sunrise", "after the storm", "in spite of the rain", "late in the evening")


def long_release(folder: Path, segments: int) -> Path:
    """A release of so many long sentences, which keep the engine busy for a while.

    All differ in their words: numbers alone would not do, they pass the engine as marks.
    """
    chance = random.Random(2254)  # noqa: S311 - no secret
    clauses = [" ".join(each) for each in itertools.product(WHO, DID, WHAT, WHERE, WHEN)]
    chance.shuffle(clauses)
    lines = ["Harbour Relief Authority reports on its winter work"]
    for number in range(1, segments):
        one, two, three = clauses[3 * number : 3 * number + 3]
        lines.append(f"Nadia Sabbagh said that {one}, while {two}, and that {three}.")
    path = folder / "winter.txt"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


def long_home(new_home: Path, folder: Path, segments: int) -> tuple[Path, str]:
    """A home with a long release that is not drafted, and the release."""
    home = folder / "home"
    shutil.copytree(new_home, home)
    return home, command(home, "ingest", str(long_release(folder, segments))).split()[0]


def opened(context: BrowserContext, desk: Desk, language: str = "en", theme: str = "light") -> Page:
    """The release in a browser of Lina's."""
    chosen = {"language": language, "theme": theme, "user": "Lina"}
    context.add_cookies(
        [
            {"name": f"translate_app_{name}", "value": value, "url": desk.address}
            for name, value in chosen.items()
        ]
    )
    page = context.new_page()
    page.goto(f"{desk.address}/review?release={desk.release}")
    expect(page.locator(".s .view").first).to_be_visible()
    return page


def drafted_count(desk: Desk) -> int:
    return sum(bool(segment["target"]) for segment in desk.segments().values())


def test_a_job_is_followed_left_found_again_and_stopped_while_a_person_types(
    new_home: Path, tmp_path: Path, context: BrowserContext
) -> None:
    home, release = long_home(new_home, tmp_path, SEGMENTS)
    with serving(home) as address:
        follow_leave_and_stop(Desk(address, release, home), context)


def follow_leave_and_stop(desk: Desk, context: BrowserContext) -> None:
    """Lina watches the job, writes a segment herself, looks elsewhere, comes back and stops it."""
    page = opened(context, desk, "ar", "dark")
    page.locator(".st-key-draft button").click()
    card = page.locator("[class*='st-key-card-drafting-']")
    expect(card).to_be_visible()
    expect(row(page, 1).locator(".dot.empty")).to_have_count(0)

    # Typing goes on; the person's text stays, in an empty segment too.
    row(page, SEGMENTS).locator(".view").click()
    page.locator(".edit textarea").press_sequentially("نص كتبته لينا بيدها", delay=60)
    expect(card.locator("bdi")).to_have_count(3)
    OUTPUT.mkdir(exist_ok=True)
    page.screenshot(path=OUTPUT / "drafting.png")
    saved(page)

    # Leaving and coming back: the job is still at it.
    page.locator(".st-key-app_header a[href*='glossary']").click(delay=HUMAN_CLICK)
    expect(page.locator(".stTextInput input").first).to_be_visible()
    page.locator(".st-key-app_header a[href*='review']").click(delay=HUMAN_CLICK)
    expect(card).to_be_visible()

    card.locator("button").click()
    expect(card).to_have_count(0, timeout=STOPS_WITHIN * 1000)
    expect(page.locator(".notice.note")).to_be_visible()
    page.screenshot(path=OUTPUT / "drafting-stopped.png")
    count = drafted_count(desk)
    assert 4 < count < SEGMENTS
    assert stored(desk, SEGMENTS)["target"] == "نص كتبته لينا بيدها"
    expect(page.locator(".dot.pretranslated")).to_have_count(count - 1)
    expect(page.locator(".st-key-draft button")).to_be_visible()


def test_a_server_that_stops_in_the_middle_keeps_the_drafts_and_the_next_goes_on(
    new_home: Path, tmp_path: Path, context: BrowserContext
) -> None:
    home, release = long_home(new_home, tmp_path, FEWER)
    with serving(home) as address:
        page = opened(context, Desk(address, release, home))
        page.locator(".st-key-draft button").click()
        expect(page.locator(".dot.pretranslated").nth(10)).to_be_visible()
    page.close()
    log = (tmp_path / "server.log").read_text(encoding="utf-8")
    assert "Traceback" not in log
    kept = drafted_count(Desk(address, release, home))
    assert 10 < kept < FEWER
    with serving(home) as address:
        desk = Desk(address, release, home)
        page = opened(context, desk)
        page.locator(".st-key-draft button").click()
        expect(page.locator(".notice.done")).to_contain_text(
            f"{FEWER - kept} segments were drafted.", timeout=180_000
        )
        assert drafted_count(desk) == FEWER


def test_other_drafts_come_on_request_and_go_in_with_a_key(
    desk: Desk, context: BrowserContext
) -> None:
    page = opened(context, desk, "ar")
    row(page, 3).locator(".view").click()
    area = page.locator(".edit textarea")
    area.press_sequentially(" وهذا ما كتبته")
    typed = area.input_value()
    page.locator("aside [data-action=ask]").click()
    others = page.locator("aside .other")
    expect(others.nth(1)).to_be_visible()
    expect(area).to_be_focused()
    expect(area).to_have_value(typed)
    expect(others.first.locator(".words")).to_have_attribute("dir", "rtl")
    expect(others.first.locator(".foot")).to_have_text(re.compile(r"\d+"))

    wanted = others.nth(0).locator(".words").inner_text()
    area.press("Control+1")
    expect(area).to_have_value(wanted)
    OUTPUT.mkdir(exist_ok=True)
    page.screenshot(path=OUTPUT / "others.png")
    area.press("Control+z")
    expect(area).to_have_value(typed)
    area.press("Control+1")
    saved(page)
    assert stored(desk, 3)["target"] == wanted
