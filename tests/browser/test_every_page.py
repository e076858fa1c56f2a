"""Every page in both languages: axe-core looks at it, Arabic is Arabic, and nothing is too wide."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Chromium
from tests.browser.looking import beyond, in_colours, latin, names_of, violations
from tests.browser.office import PLACES, READY, Office, go, visitor
from tests.browser.reviewing import OUTPUT

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Look:
    """A place that stands open."""

    place: str
    language: str
    page: Page


SPOKEN = [(place, "ar") for place in PLACES if place != "board, at first"]
AT_FIRST = ("board, at first", "ar")  # its fields show names of people and pages as they are typed
LOOKS = [*SPOKEN, AT_FIRST, *((place, "en") for place in PLACES if "," not in place)]
"""Every page in both languages; what opens on it has the same markup in both, so once.

Each is opened once for all tests, which pytest takes look by look.
"""


@pytest.fixture(scope="module")
def look(request: pytest.FixtureRequest, office: Office, browsers: Chromium) -> Iterator[Look]:
    """One of `LOOKS`."""
    place, language = request.param
    context = visitor(browsers.running(), office.address, language=language)
    page = context.new_page()
    go(page, office, place)
    yield Look(place, language, page)
    context.close()


@pytest.fixture(scope="module")
def names(office: Office) -> re.Pattern[str]:
    """What messages may cite."""
    return names_of(office)


def each_of(looks: list[tuple[str, str]]) -> pytest.MarkDecorator:
    """The test goes over these looks."""
    return pytest.mark.parametrize("look", looks, indirect=True, ids=lambda look: "-".join(look))


@each_of(SPOKEN)
def test_no_english_is_left_in_the_arabic_interface(look: Look, names: re.Pattern[str]) -> None:
    expect(look.page.locator("html")).to_have_attribute("lang", "ar")
    assert latin(look.page, names) == []


@each_of(LOOKS)
def test_no_page_keeps_people_out(look: Look) -> None:
    for theme in ("light", "dark"):
        in_colours(look.page, theme)
        assert violations(look.page) == [], theme


@each_of(LOOKS)
def test_every_page_fits_wide_and_narrow(look: Look) -> None:
    """Nothing is wider than the window; the pictures are for people to look at."""
    page = look.page
    OUTPUT.mkdir(exist_ok=True)
    for width, theme in ((1360, "light"), (420, "dark")):
        in_colours(page, theme)
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_selector(READY)
        picture = f"{look.place.replace(', ', '-').replace(' ', '-')}-{look.language}-{width}.png"
        page.screenshot(path=OUTPUT / picture)
        assert beyond(page) <= 0, f"{width} wide"


def test_what_is_too_wide_is_found(office: Office, chromium: Browser) -> None:
    context = visitor(chromium, office.address, width=420)
    page = context.new_page()
    go(page, office, "settings")
    assert beyond(page) <= 0
    page.locator("h1.title").evaluate("title => { title.style.minWidth = '900px' }")
    assert beyond(page) > 0
    context.close()
