"""A real Chromium, and a real server over a home of its own."""

import os
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.browser.office import LINA, OMAR, Office, furnish, visitor
from tests.browser.program import ARGUMENTS, LISTING, command, serving
from tests.browser.reviewing import Desk
from tests.browser.stage import ADDRESS, BLANK, Stage
from translate_app.bootstrap import Application, build

expect.set_options(timeout=30_000)  # ms: a machine may be busy with other things


class Chromium:
    """A headless Chromium, started again where it has died: one death fails one test."""

    def __init__(self, playwright: Playwright, program: str) -> None:
        self._playwright, self._program = playwright, program
        self._browser: Browser | None = None

    def running(self) -> Browser:
        """The browser that runs now."""
        if self._browser is None or not self._browser.is_connected():
            self._browser = self._playwright.chromium.launch(
                executable_path=self._program, args=ARGUMENTS
            )
        return self._browser

    def close(self) -> None:
        """Stop it."""
        if self._browser is not None:
            self._browser.close()


@pytest.fixture(scope="session")
def browsers() -> Iterator[Chromium]:
    """The Chromium of the run; skipped where there is none, except in CI."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        advice = "no Chromium: `apt-get install chromium` brings it"
        if os.environ.get("CI") == "true":
            pytest.fail(advice)
        pytest.skip(advice)
    with sync_playwright() as playwright:
        browser = Chromium(playwright, program)
        yield browser
        browser.close()


@pytest.fixture
def chromium(browsers: Chromium) -> Browser:
    """A headless Chromium."""
    return browsers.running()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser of one person: cookies and storage of its own."""
    opened = chromium.new_context(viewport={"width": 1360, "height": 900})
    yield opened
    opened.close()


@pytest.fixture
def stage(context: BrowserContext) -> Stage:
    """The segment editor alone, without a server."""
    page = context.new_page()
    page.route(ADDRESS, lambda route: route.fulfill(body=BLANK))
    return Stage(page).load()


@pytest.fixture(scope="session")
def new_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home after `init`, made once; tests that write copy it."""
    home = tmp_path_factory.mktemp("new") / "home"
    command(home, "init", "--offline")
    return home


@pytest.fixture(scope="session")
def drafted_home(new_home: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home with the sample listing, its first release drafted, made once; and that release."""
    home = tmp_path_factory.mktemp("drafted") / "home"
    shutil.copytree(new_home, home)
    release = command(home, "ingest", str(LISTING)).split()[0]
    command(home, "pretranslate", release)
    return home, release


@pytest.fixture
def desk(browsers: Chromium, drafted_home: tuple[Path, str], tmp_path: Path) -> Iterator[Desk]:
    """A copy of the home with the drafted release, and `serve` on a free port."""
    home = tmp_path / "home"
    shutil.copytree(drafted_home[0], home)
    with serving(home) as address:
        yield Desk(address, drafted_home[1], home)


@pytest.fixture
def application(desk: Desk) -> Iterator[Application]:
    """The services over the same home."""
    opened = build({"TRANSLATE_APP_OFFLINE": "1"}, desk.home)
    yield opened
    opened.close()


@pytest.fixture
def two(desk: Desk, chromium: Browser) -> Iterator[tuple[Page, Page]]:
    """Lina's page and Omar's, on the same release."""
    contexts = [visitor(chromium, desk.address, user=user) for user in (LINA, OMAR)]
    pages = [context.new_page() for context in contexts]
    for page in pages:
        page.goto(f"{desk.address}/review?release={desk.release}")
        expect(page.locator(".s .view").first).to_be_visible()
    yield pages[0], pages[1]
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def office(
    browsers: Chromium, new_home: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    """A server over an office in the middle of its day, for tests that only look."""
    home = tmp_path_factory.mktemp("office") / "home"
    shutil.copytree(new_home, home)
    review, published = furnish(home, LISTING, partial(command, home))
    with serving(home) as address:
        yield Office(address, review, published, home)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A real browser on a busy machine may wait in vain once: such a test is tried again.

    The last resort: the summary of a run names the tests that were. `--reruns 0` looks for them.
    """
    if config.getoption("reruns") is not None:
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=2))
