"""The progress bar tells pace and time left on a terminal, and says nothing elsewhere."""

import io
import sys

import pytest

from translate_app.cli.console import progress_bar


class Terminal(io.StringIO):
    """A standard error that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_pace_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress_bar("1a2b3c4d", "{number} segments/s") as progress:
        assert progress
        for done in range(0, 400, 40):
            progress(done, 400)
    shown = terminal.getvalue()
    assert "360/400" in shown
    assert "segments/s" in shown
    assert "0:00:0" in shown


def test_silence_in_a_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with progress_bar("1a2b3c4d") as progress:
        assert progress is None
