"""Two people, two browsers, one release: neither overwrites the other, and each sees the other."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.office import LINA, OMAR
from tests.browser.reviewing import NEWS, Desk, at, enter, row, saved, stored
from tests.browser.screenshots import TRANSLATIONS
from translate_app.bootstrap import build

pytestmark = pytest.mark.browser

HERS, HIS = "وصلت القافلة إلى رسما صباح الجمعة.", "بلغت القافلة رسما يوم الجمعة."


def save(page: Page, text: str) -> None:
    """Write `text` in place of what is there, and ask for it to be saved."""
    page.locator(".edit textarea").fill(text)
    page.keyboard.press("Control+s")


def test_each_sees_where_the_other_is(two: tuple[Page, Page]) -> None:
    lina, omar = two
    enter(omar, 3)
    expect(lina.locator("footer .people")).to_contain_text(f"{OMAR}: segment 3", timeout=NEWS)
    expect(row(lina, 3).locator(".here")).to_have_text(OMAR)
    enter(lina, 5)
    expect(row(omar, 5).locator(".here")).to_have_text(LINA, timeout=NEWS)
    omar.keyboard.press("Alt+ArrowDown")
    expect(row(lina, 4).locator(".here")).to_have_text(OMAR, timeout=NEWS)
    expect(row(lina, 3).locator(".here")).to_have_count(0)


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_whoever_saves_second_is_told_and_neither_text_is_lost(
    desk: Desk, two: tuple[Page, Page], choice: str
) -> None:
    lina, omar = two
    enter(lina, 2)
    enter(omar, 2)
    lina.locator(".edit textarea").fill(HERS)
    save(omar, HIS)
    saved(omar)
    lina.keyboard.press("Control+s")

    box = row(lina, 2).locator(".conflict")
    expect(box.locator(".text")).to_have_text([HIS, HERS], timeout=NEWS)
    expect(box).to_contain_text(f"Saved by {OMAR}")
    added, removed = box.locator(".differs ins"), box.locator(".differs del")
    expect(added.first).to_be_visible()
    assert "صباح" in " ".join(added.all_inner_texts() + removed.all_inner_texts())
    expect(lina.locator(".saving")).to_have_attribute("data-status", "not_saved")
    assert stored(desk, 2)["target"] == HIS

    if choice == "mine":
        lina.get_by_role("button", name="Keep my text").click()
        saved(lina)
        assert stored(desk, 2)["target"] == HERS
    else:
        lina.get_by_role("button", name="Use this text").click()
        expect(box).to_be_hidden()
        expect(lina.locator(".edit textarea")).to_have_value(HIS)
        assert stored(desk, 2)["target"] == HIS
        lina.locator(".edit textarea").press("Control+z")
        expect(lina.locator(".edit textarea")).to_have_value(HERS)
        lina.keyboard.press("Control+s")
        saved(lina)
    assert texts_of(desk, 2) >= {HIS, HERS}
    expect(omar.locator(".edit textarea")).to_have_value(HERS, timeout=NEWS)


def texts_of(desk: Desk, number: int) -> set[str]:
    """Every text that the history of a segment holds."""
    application = build({}, desk.home)
    history = application.queries.history(desk.release, number)
    application.close()
    return {change.target for change in history}


def test_what_one_approves_appears_at_the_other(two: tuple[Page, Page]) -> None:
    lina, omar = two
    enter(lina, 2)
    enter(omar, 6)
    omar.locator(".edit textarea").press_sequentially(" وأكثر")
    lina.locator(".edit textarea").fill(TRANSLATIONS[2])
    lina.keyboard.press("Control+Enter")
    expect(row(omar, 2).locator(".dot.approved")).to_be_visible(timeout=NEWS)
    expect(row(omar, 2).locator(".view")).to_have_text(TRANSLATIONS[2])
    # What the other was doing goes on undisturbed.
    assert at(omar) == "6"
    expect(omar.locator(".edit textarea")).to_have_value(re.compile("وأكثر"))


def test_two_who_go_on_at_the_same_moment_are_handed_different_segments(
    desk: Desk, two: tuple[Page, Page]
) -> None:
    faultless = TRANSLATIONS | {3: TRANSLATIONS[3].replace("2,040", "2,400")}
    application = build({}, desk.home)
    for number, text in faultless.items():
        application.review.edit(desk.release, number, text, "سلمى")
    application.close()
    lina, omar = two
    for page in two:
        expect(row(page, 7).locator(".view")).to_have_text(faultless[7], timeout=NEWS)
    enter(lina, 2)
    enter(omar, 3)
    expect(row(omar, 2).locator(".here")).to_have_text(LINA, timeout=NEWS)
    expect(row(lina, 3).locator(".here")).to_have_text(OMAR, timeout=NEWS)

    done: list[str] = []
    for _round in range(2):
        done += [at(lina), at(omar)]
        lina.keyboard.press("Control+Enter")
        omar.keyboard.press("Control+Enter")
        for page in two:
            for number in done[-2:]:
                expect(row(page, int(number)).locator(".dot.approved")).to_be_visible(timeout=NEWS)
        lina.wait_for_timeout(1500)  # an answer on its way would still move somebody
        assert at(lina) != at(omar)
        assert not {at(lina), at(omar)} & set(done)
