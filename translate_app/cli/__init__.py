"""The command line: parse, call one service, map an error to an exit code.

Exit codes: 0 done, 1 an error that one sentence on stderr explains, 2 wrong usage.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from translate_app import __version__
from translate_app.cli import (
    candidates,
    engines,
    glossary,
    glossary_changes,
    models,
    releases,
    review,
    system,
    work,
)
from translate_app.cli.console import SESSION, TRANSLATOR, _, note
from translate_app.errors import TranslateAppError

app = typer.Typer(
    name="translate-app",
    help=_("Translate press releases between English and Arabic, with every name right."),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for room in (releases, review, work, system):
    room.register(app)
glossary_changes.register(glossary.app)
candidates.register(glossary.app)
app.add_typer(glossary.app, name="glossary")
app.add_typer(models.app, name="models")
app.add_typer(engines.app, name="engines")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"translate-app {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    home: Annotated[
        Path | None,
        typer.Option(help=_("Folder where everything lives."), envvar="TRANSLATE_APP_HOME"),
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help=_("Show the traceback."))] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=_("Show the version.")),
    ] = False,
) -> None:
    SESSION.home = home
    SESSION.debug = debug


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        result = typer.main.get_command(app).main(
            args=list(arguments) if arguments is not None else None,
            prog_name="translate-app",
            standalone_mode=False,
        )
        return result if isinstance(result, int) else 0
    except TranslateAppError as error:
        _show(TRANSLATOR.error(error))
        return 1
    except typer.Exit as leave:
        return leave.exit_code
    except TyperException as misuse:
        _show_misuse(misuse)
        return misuse.exit_code
    except (KeyboardInterrupt, typer.Abort):
        note(_("Stopped. What was saved is kept; run the command again to continue."))
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except Exception as error:  # noqa: BLE001 - the last line of defence: no traceback for a user
        _show(
            _("the program failed ({kind}: {error}). `--debug` shows where.").format(
                kind=type(error).__name__, error=" ".join(str(error).split())
            )
        )
        return 1
    finally:
        SESSION.close()


def _show_misuse(misuse: TyperException) -> None:
    show = getattr(misuse, "show", None)
    if show is None:
        note(str(misuse))
    else:
        show()  # with the command's usage line, as Typer does it


def _show(sentence: str) -> None:
    if SESSION.debug:
        import traceback

        traceback.print_exc()
    note(_("Error: {sentence}").format(sentence=sentence))
