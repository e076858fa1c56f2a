"""What every command shares: the application, notes on stderr, JSON and text on stdout."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from translate_app.bootstrap import Application, build
from translate_app.domain.language import Language
from translate_app.i18n import environment_translator
from translate_app.ports import Progress

TRANSLATOR = environment_translator(os.environ)
_ = TRANSLATOR.gettext


class Session:
    """The application of one run, built when a command first asks for it."""

    def __init__(self) -> None:
        self.home: Path | None = None
        self.debug = False
        self._application: Application | None = None

    @property
    def application(self) -> Application:
        """The services over the home that was asked for."""
        if self._application is None:
            self._application = build(home=self.home)
        return self._application

    def close(self) -> None:
        """Give connections back; the next run starts anew."""
        if self._application is not None:
            self._application.close()
        self.__init__()  # type: ignore[misc]


SESSION = Session()


def note(message: str) -> None:
    """A line for the person, on stderr."""
    print(message, file=sys.stderr)


def out(line: str = "") -> None:
    """A line of the result, on stdout."""
    print(line)


def out_bytes(content: bytes) -> None:
    """A file as the result, on stdout."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def out_json(data: Any) -> None:
    """The one JSON document of a `--json` run."""
    print(json.dumps(data, ensure_ascii=False, indent=2))


def example(*lines: str) -> str:
    """The closing lines of a command's help."""
    return _("Example:") + " " + "; ".join(f"`{line}`" for line in lines)


def read_text(argument: str) -> str:
    """The text of an argument, or of standard input where it is `-`."""
    return sys.stdin.read() if argument == "-" else argument


def language(value: str | None) -> Language | None:
    """The language of a flag; None for `auto` or nothing."""
    return None if value in (None, "auto") else Language(value)


@contextmanager
def progress_bar(label: str, rate: str = "") -> Iterator[Progress | None]:
    """A progress bar on stderr where that is a terminal; None elsewhere.

    It shows what is done, the time left, and where `rate` words it (with a place for
    {number}) how much is done in a second.
    """
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None, pace="")

        def report(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total or None)
            speed = bar.tasks[task].speed
            if rate and speed:
                pace = rate.format(number=TRANSLATOR.number(round(speed, 1)))
                bar.update(task, pace=pace)

        yield report
