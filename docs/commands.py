"""Writes docs/commands.md from the program's own help; a test compares the two."""

import contextlib
import io
import os
from pathlib import Path

os.environ |= {"TRANSLATE_APP_LANGUAGE": "en", "COLUMNS": "88", "NO_COLOR": "1"}

from translate_app.cli import app, main

REFERENCE = Path(__file__).with_name("commands.md")
HEAD = """\
# The command line

`translate-app` (also `python -m translate_app`). Exit codes: 0 done, 1 an error that one
sentence on stderr explains, 2 wrong usage. With `--json` one JSON document is printed on
stdout and nothing else there. Settings come from the environment: `TRANSLATE_APP_HOME`
(where everything lives), `TRANSLATE_APP_DATABASE_URL`, `TRANSLATE_APP_OFFLINE=1`,
`TRANSLATE_APP_LANGUAGE` (`en`, `ar`), `TRANSLATE_APP_MODEL_INDEX`.

This page is made by `python docs/commands.py`.
"""


def command_names() -> list[list[str]]:
    """Every command as the words one types, groups' commands included."""
    names = [[str(command.name or _callback(command))] for command in app.registered_commands]
    for group in app.registered_groups:
        rooms = group.typer_instance.registered_commands if group.typer_instance else []
        names += [[str(group.name), str(command.name)] for command in rooms]
    return names


def reference() -> str:
    """The whole page."""
    sections = [HEAD]
    for words in command_names():
        text = io.StringIO()
        with contextlib.redirect_stdout(text):
            main([*words, "--help"])
        lines = "\n".join(line.rstrip() for line in text.getvalue().strip().splitlines())
        sections.append(f"## {' '.join(words)}\n\n```\n{lines}\n```\n")
    return "\n".join(sections)


def _callback(command: object) -> str:
    return getattr(command, "callback").__name__.replace("_", "-")  # noqa: B009


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8")
