"""A real Chromium, and a real server over a home of its own."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

import translate_app
from tests.browser.office import Office, furnish
from tests.browser.stage import ADDRESS, BLANK, Stage

SAMPLES = Path(translate_app.__file__).parent / "data" / "samples"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STARTS_WITHIN = 60
"""Seconds."""
expect.set_options(timeout=30_000)  # ms: a machine may be busy with other things


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium; skipped where there is none, except in CI."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        advice = "no Chromium: `apt-get install chromium` brings it"
        if os.environ.get("CI") == "true":
            pytest.fail(advice)
        pytest.skip(advice)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


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


@dataclass(frozen=True)
class Desk:
    """A server with a drafted release."""

    address: str
    release: str
    home: Path

    def run(self, *words: str) -> str:
        """Output of a command on the same home."""
        return command(self.home, *words)


def command(home: Path, *words: str) -> str:
    """Standard output of `translate-app`."""
    return subprocess.run(
        [sys.executable, "-m", "translate_app", *words],
        env=environment(home),
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=300,
    ).stdout


def environment(home: Path) -> dict[str, str]:
    """The environment of the program under test."""
    return {
        **os.environ,
        "TRANSLATE_APP_HOME": str(home),
        "TRANSLATE_APP_OFFLINE": "1",
        "TRANSLATE_APP_LANGUAGE": "en",
        "PYTHONUTF8": "1",
    }


@pytest.fixture
def desk(tmp_path: Path, chromium: Browser) -> Iterator[Desk]:
    """A home with the sample listing, its first release drafted, and `serve` on a free port."""
    home = tmp_path / "home"
    command(home, "init", "--offline")
    listing = SAMPLES / "harbour-news-listing.en.txt"
    release = command(home, "ingest", str(listing)).split()[0]
    command(home, "pretranslate", release)
    with serving(home) as address:
        yield Desk(address, release, home)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[Office]:
    """A server over an office in the middle of its day, for tests that only look."""
    home = tmp_path_factory.mktemp("office") / "home"
    listing = SAMPLES / "harbour-news-listing.en.txt"
    review, published = furnish(home, listing, partial(command, home))
    with serving(home) as address:
        yield Office(address, review, published, home)


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """The address of a server over `home`, which is stopped in the end."""
    port = free_port()
    log = home.parent / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "translate_app", "serve", "--port", str(port)],
            env=environment(home),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_healthy(address, server, log)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def wait_until_healthy(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    """Return once the server answers; fail with its log where it does not."""
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):  # noqa: S310
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the server did not start:\n{log.read_text(encoding='utf-8')}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A real browser on a busy machine may wait in vain once: such a test is tried again."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=2))
