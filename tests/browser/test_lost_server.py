"""A server that dies under the hands of a person who types, and comes back."""

import json
import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.office import Office, furnish, go, visitor
from tests.browser.program import (
    LISTING,
    command,
    environment,
    free_port,
    wait_until_healthy,
)
from translate_app import i18n
from translate_app.web import labels

pytestmark = pytest.mark.browser
TYPED = " كتبته والخادم غائب"


class Server:
    """A server on one port, to be killed and started again."""

    def __init__(self, home: Path) -> None:
        self.home, self.port = home, free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = home.parent / "server.log"
        self.start()

    def start(self) -> None:
        command_line = [sys.executable, "-m", "translate_app", "serve", "--port", str(self.port)]
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                command_line,
                env=environment(self.home),
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=os.name == "posix",
            )
        wait_until_healthy(self.address, self.process, self.log)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(timeout=20)


def test_what_is_typed_while_the_server_is_dead_is_saved_when_it_is_back(
    new_home: Path, tmp_path: Path, chromium: Browser
) -> None:
    home = tmp_path / "home"
    shutil.copytree(new_home, home)
    review, published = furnish(home, LISTING, partial(command, home))
    server = Server(home)
    words = i18n.translator("ar").gettext
    try:
        context = visitor(chromium, server.address, language="ar")
        page = context.new_page()
        go(page, Office(server.address, review, published, home), "review")
        page.locator(".s .view").nth(4).click()
        area = page.locator(".edit textarea")
        area.press("Control+End")
        foot = page.locator("footer .saving")

        server.kill()
        area.press_sequentially(TYPED, delay=30)
        # Long before a request times out; Streamlit's own box does not take the focus.
        expect(foot).to_have_text(words(labels.EDITOR["kept_here"]), timeout=5_000)
        expect(page.locator(".alert")).to_have_text(words(labels.EDITOR["no_answer"]))
        page.wait_for_timeout(3_000)  # that box comes after some vain attempts
        expect(area).to_be_focused()
        expect(page.get_by_role("dialog")).to_have_count(0)

        server.start()
        expect(foot).to_have_text(words(labels.EDITOR["saved"]), timeout=60_000)
        expect(page.locator(".alert")).to_be_hidden()
        expect(area).to_be_focused()
        units = json.loads(command(home, "show", review, "--json"))["units"]
        stored = [segment["target"] for unit in units for segment in unit["segments"]]
        assert stored[4].endswith(TYPED)
        context.close()
    finally:
        server.kill()
