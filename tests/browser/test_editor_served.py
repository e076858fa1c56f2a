"""The editor with the program behind it: names, questions, and two people who go on at once."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.office import LINA, OMAR
from tests.browser.reviewing import NEWS, Desk, at, enter
from translate_app.bootstrap import Application
from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.domain.segment import Severity
from translate_app.web import labels

pytestmark = pytest.mark.browser

WORDS = labels.EDITOR


def test_a_name_is_added_and_known_everywhere_in_the_release(
    desk: Desk, application: Application, two: tuple[Page, Page]
) -> None:
    lina, _omar = two
    number, word = next(
        (each.segment.number, found[0])
        for each in application.queries.release(desk.release).segments
        if not each.source_matches and (found := re.match(r"[A-Z][a-z]{2,}", each.segment.source))
    )
    enter(lina, number)
    lina.keyboard.press("Alt+n")
    lina.keyboard.type(word)
    lina.keyboard.press("Tab")
    lina.keyboard.type("latin")
    lina.keyboard.press("Enter")
    form = lina.locator(".naming")
    expect(form.locator("[role=alert]")).to_be_visible()
    form.locator("[data-action=name-in-target]").fill("اسم جديد")
    form.locator("[data-action=name-type]").select_option("other")
    form.get_by_role("button", name=WORDS["save_name"]).click()
    expect(form).to_have_count(0)
    expect(lina.locator("aside .pair .name", has_text="اسم جديد")).to_be_visible()
    for page in two:
        source = page.locator(".s .source").nth(number - 1)
        expect(source.locator("mark[data-tip='اسم جديد']").first).to_have_text(word, timeout=NEWS)
    (entry,) = application.maintain.search("اسم جديد").entries
    assert (entry.en, entry.ar, entry.type, entry.scope) == (word, "اسم جديد", EntryType.OTHER, "")
    assert application.maintain.history(entry.key)[0].change.by == LINA


def test_who_is_meant_is_chosen_beside_the_segment(
    desk: Desk, application: Application, two: tuple[Page, Page]
) -> None:
    segments = application.queries.release(desk.release).segments
    number, match = next(
        (each.segment.number, each.source_matches[0]) for each in segments if each.source_matches
    )
    rival = GlossaryEntry(
        "", match.entry.en, "اسم آخر تماما", EntryType.OTHER, note="Another of that name"
    )
    application.maintain.save(rival, OMAR, None)
    lina, _ = two
    enter(lina, number)
    choices = lina.locator("aside .choice", has_text="Another of that name")
    choices.first.click()
    expect(choices.first).to_have_attribute("aria-pressed", "true")
    expect(lina.locator("aside .pair .name", has_text="اسم آخر تماما").first).to_be_visible()
    assert list(application.name_choices.choices(desk.release).values()) == [
        entry.key for entry in application.maintain.search("اسم آخر تماما").entries
    ]


def test_what_is_open_is_true_when_publishing_is_opened(
    desk: Desk, application: Application, two: tuple[Page, Page]
) -> None:
    lina, _ = two
    application.review.approve(desk.release, None, OMAR, override="looked at")
    lina.reload()
    publish = lina.get_by_role("button", name="Publish…")
    enter(lina, 2)
    lina.locator(".edit textarea").fill("نص آخر.")
    lina.keyboard.press("Control+s")
    expect(lina.locator(".saving")).to_have_text(WORDS["saved"])
    enter(lina, 3)
    lina.locator(".edit textarea").fill("نص ثالث.")
    lina.keyboard.press("Control+s")
    expect(lina.locator(".saving")).to_have_text(WORDS["saved"])
    publish.click()
    expect(lina.locator("[data-testid=stPopoverBody]")).to_contain_text("numbers: 2, 3")
    expect(lina.get_by_role("button", name="Publish version 1")).to_be_disabled()
    expect(lina.locator(".edit textarea")).to_have_value("نص ثالث.")


def test_the_editor_is_asked_once_somebody_is_the_reviewer(
    desk: Desk, application: Application, two: tuple[Page, Page]
) -> None:
    lina, _ = two
    enter(lina, 1)
    lina.keyboard.press("F2")
    lina.keyboard.type("Which harbour?")
    ask = lina.get_by_role("button", name=WORDS["ask_editor"])
    ask.click()
    expect(lina.locator(".frame > .alert")).to_be_visible()
    expect(lina.locator(".comment textarea")).to_have_value("Which harbour?")
    application.work.assign(desk.release, OMAR, reviewer=OMAR)
    ask.click()
    expect(lina.locator(".said .words")).to_have_text("Which harbour?")
    (asked,) = application.comments.to_person(OMAR)
    assert (asked.by, asked.number) == (LINA, 1)
    lina.locator(f"[data-action=reply-{asked.id}]").click()
    lina.keyboard.type("The old one.")
    lina.keyboard.press("Enter")
    expect(lina.locator(".said.reply .words")).to_have_text("The old one.")
    assert application.comments.of_release(desk.release)[1].reply_to == asked.id


def test_two_who_go_on_at_once_are_in_two_segments(
    desk: Desk, application: Application, two: tuple[Page, Page]
) -> None:
    segments = application.queries.release(desk.release).segments
    wrong = {
        each.segment.number
        for each in segments
        if any(found.severity is Severity.ERROR for found in each.findings)
    }
    first = next(
        number for number in range(1, len(segments) - 2) if not {number, number + 1} & wrong
    )
    enter(two[0], first)
    enter(two[1], first + 1)
    for page, other in zip(two, (OMAR, LINA), strict=True):
        expect(page.locator("footer .people")).to_contain_text(other, timeout=NEWS)
    for page in two:  # the next open segment is the same one for both
        page.keyboard.press("Control+Enter")
    for page in two:
        expect(page.locator(".s.on .n")).to_have_text(re.compile(rf"^({first + 2}|{first + 3})$"))
    until = time.monotonic() + NEWS / 1000
    while len(places(two)) < 2 and time.monotonic() < until:
        two[0].wait_for_timeout(100)
    assert places(two) == {str(first + 2), str(first + 3)}


def places(pages: tuple[Page, Page]) -> set[str]:
    """The segments that the pages have open."""
    return {at(page) for page in pages}
