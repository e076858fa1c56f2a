"""From Ctrl+Enter to the next segment ready, while ten people review one long release.

One person works in a real browser and is measured; nine sessions beside work on other segments
of the same release, each through one every three seconds. The same is measured on a page that
Streamlit alone would make (`plain_editor`), where the press is on the Approve button and the
page is ready when it shows that the segment is approved.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Page, sync_playwright
from websockets.exceptions import WebSocketException

from tests.benchmarks.corpus import sentences
from tests.benchmarks.home import application_in, stored
from tests.benchmarks.session import Session
from tests.browser.program import ARGUMENTS, environment, free_port, wait_until_healthy

SEGMENTS = 500
REVIEWERS = 10
PRESSES = 60
PAUSE = 1.0
"""Seconds between two presses of the measured person."""
EVERY = 3.0
"""Seconds that each of the others takes for a segment."""
PLAIN = Path(__file__).with_name("plain_editor.py")

READY = """
() => {
  window.pressed = [];
  const host = [...document.querySelectorAll("*")].find((e) => e.shadowRoot?.querySelector(".s"));
  const root = host.shadowRoot;
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.ctrlKey) return;
    const before = root.activeElement;
    const look = () => {
      const now = root.activeElement;
      const ready = now !== before && now?.tagName === "TEXTAREA" && now.closest(".s.on");
      if (!ready) return requestAnimationFrame(look);
      // What was changed in this frame is on the screen when the next one begins.
      requestAnimationFrame(() => window.pressed.push(performance.now() - event.timeStamp));
    };
    requestAnimationFrame(look);
  }, true);
}
"""
PLAIN_READY = """
(number) => {
  const start = window.plainStart;
  const shown = () => document.querySelector(`.st-key-state-${number}-approved`);
  return new Promise((done) => {
    const look = () => shown()
      ? requestAnimationFrame(() => done(performance.now() - start))
      : requestAnimationFrame(look);
    look();
  });
}
"""


def measure(segments: int = SEGMENTS, presses: int = PRESSES) -> dict[str, Any]:
    """Milliseconds from a press to the next segment ready, on both pages: median and p95."""
    texts = tuple(dict.fromkeys(sentences(segments * 2)))[:segments]
    found: dict[str, Any] = {"segments": segments, "reviewers": REVIEWERS}
    with tempfile.TemporaryDirectory(prefix="keypress-") as folder:
        for name, run in (("segment editor", _editor), ("plain Streamlit", _plain)):
            home = Path(folder) / name.replace(" ", "-")
            release = _translated(home, texts)
            found[name] = _figures(run(home, release, presses))
    return found


def lines(found: dict[str, Any]) -> Iterator[tuple[str, str, str, bool | None]]:
    """The rows of the table: what, how much, what is wanted, whether it is reached."""
    yield f"key press to next segment, {found['reviewers']} reviewers", "", "", None
    for name, wanted in (("segment editor", (150, 300)), ("plain Streamlit", (None, None))):
        for figure, most in zip(("median_ms", "p95_ms"), wanted, strict=True):
            value = found[name][figure]
            title = f"  {name}, {figure.removesuffix('_ms')}"
            yield (
                title,
                f"{value} ms",
                f"< {most} ms" if most else "",
                value < most if most else None,
            )


def _figures(milliseconds: Sequence[float]) -> dict[str, Any]:
    return {
        "presses": len(milliseconds),
        "median_ms": round(median(milliseconds)),
        "p95_ms": round(quantiles(milliseconds, n=20)[-1]),
        "worst_ms": round(max(milliseconds)),
    }


def _translated(home: Path, texts: Sequence[str]) -> str:
    """The id of a release that a person has translated and no check finds an error in."""
    application = application_in(home)
    application.initialise(offline=True)
    release = stored(application, texts)
    for each in application.queries.release(release).segments:
        names = " و".join(match.entry.ar for match in each.source_matches)
        numbers = " ".join(re.findall(r"\d[\d,.]*\d|\d", each.segment.source))
        target = f"ترجمة كاملة للمقطع كما كتبها المترجم عن {names} {numbers}."
        application.review.edit(release, each.segment.number, target, "Karim")
    application.close()
    return release


def _editor(home: Path, release: str, presses: int) -> list[float]:
    """Press Ctrl+Enter again and again in the segment editor."""
    command = [sys.executable, "-m", "translate_app", "serve", "--port"]
    with _served(home, command) as address, _chromium() as page:
        with _reviewers(address, release, _review_in_editor):
            page.goto(f"{address}/review?release={release}")
            page.locator(".s .view").first.click()
            page.evaluate(READY)
            for number in range(presses):
                page.keyboard.type("ثم ")
                time.sleep(PAUSE)
                page.keyboard.press("Control+Enter")
                page.wait_for_function("n => window.pressed.length > n", arg=number)
        milliseconds: list[float] = page.evaluate("window.pressed")
    return milliseconds


def _plain(home: Path, release: str, presses: int) -> list[float]:
    """Press Approve again and again on the plain page."""
    command = [sys.executable, "-m", "streamlit", "run", str(PLAIN), "--server.headless=true"]
    command += ["--browser.gatherUsageStats=false", "--server.port"]
    milliseconds = []
    with (
        _served(home, command) as address,
        _chromium() as page,
        _reviewers(address, release, _review_in_plain),
    ):
        page.goto(f"{address}/?release={release}")
        page.locator(".st-key-a1 button").wait_for(timeout=120_000)
        for number in range(1, presses // 3 + 1):  # it takes its time
            area = page.locator(f".st-key-t{number} textarea")
            area.click()
            page.keyboard.type("ثم ")
            time.sleep(PAUSE)
            button = page.locator(f".st-key-a{number} button")
            page.evaluate(
                "addEventListener('click', e => { window.plainStart = e.timeStamp }, true)"
            )
            button.click(timeout=120_000)
            milliseconds.append(page.evaluate(PLAIN_READY, number))
    return milliseconds


@contextmanager
def _served(home: Path, command: Sequence[str]) -> Iterator[str]:
    """The address of a server that `command` with a port starts."""
    port = free_port()
    log = home / "server.log"
    folders = os.pathsep.join([str(Path.cwd()), os.environ.get("PYTHONPATH", "")])
    with log.open("wb") as output:
        server = subprocess.Popen(
            [*command, str(port)],
            env=environment(home) | {"PYTHONPATH": folders},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_healthy(address, server, log)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


@contextmanager
def _chromium() -> Iterator[Page]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1360, "height": 900})
        page.set_default_timeout(120_000)
        yield page
        browser.close()


Work = Callable[[Session, int], None]
"""What a reviewer does with a segment."""


@contextmanager
def _reviewers(address: str, release: str, work: Work) -> Iterator[None]:
    """Nine people at work on the last part of the release until the block is left."""
    over = threading.Event()
    ready = threading.Barrier(REVIEWERS)
    threads = [
        threading.Thread(target=_reviewer, args=(address, release, work, place, over, ready))
        for place in range(REVIEWERS - 1)
    ]
    for thread in threads:
        thread.start()
    ready.wait(timeout=300)
    yield
    over.set()
    for thread in threads:
        thread.join(timeout=120)


def _reviewer(
    address: str,
    release: str,
    work: Work,
    place: int,
    over: threading.Event,
    ready: threading.Barrier,
) -> None:
    """One of the nine: a stretch of segments, one every few seconds, not all at once."""
    page = "review" if work is _review_in_editor else ""
    with (
        suppress(TimeoutError, WebSocketException),
        Session(address, page, f"release={release}", f"Reviewer{place}") as session,
    ):
        ready.wait(timeout=300)
        over.wait(place * EVERY / REVIEWERS)
        stretch = (SEGMENTS - PRESSES - 10) // REVIEWERS
        first = PRESSES + 10 + place * stretch
        for number in range(first, first + stretch):
            began = time.monotonic()
            work(session, number)
            if over.wait(max(0.0, EVERY - (time.monotonic() - began))):
                return


def _review_in_editor(session: Session, number: int) -> None:
    """Look, type, approve: three events."""
    row = session.rows[number]
    target = f"{row['target']} وتم."
    for kind in ("open", "save", "approve"):
        version = session.rows[number]["version"]
        event = {"id": uuid.uuid4().hex, "kind": kind, "number": number, "version": version}
        session.send(event | {"target": target})


def _review_in_plain(session: Session, number: int) -> None:
    session.press(f"a{number}")


if __name__ == "__main__":
    print(measure())
