"""The command engines list: every engine, whatever it runs on."""

from typing import Annotated

import typer

from translate_app.cli import rows
from translate_app.cli.console import SESSION, TRANSLATOR, _, example, note, out, out_json
from translate_app.cli.releases import AS_JSON

app = typer.Typer(help=_("Engines: packages and servers."), no_args_is_help=True)


@app.callback()
def _group() -> None:
    """A group of one command keeps the command's name."""


@app.command(
    "list",
    help=_("List the engines by language pair; * marks the preferred one."),
    epilog=example("translate-app engines list"),
)
def list_engines(as_json: Annotated[bool, AS_JSON] = False) -> None:
    """Body of the command `engines list`."""
    listed = SESSION.application.list_engines()
    if as_json:
        out_json({"engines": [rows.engine(item) for item in listed]})
        return
    if not listed:
        note(_("No engine is installed: run `translate-app init`."))
    for item in listed:
        info = item.package.info
        mark = "*" if item.is_preferred else " "
        problem = TRANSLATOR.gettext(item.package.problem) if item.package.problem else ""
        line = f"{info.pair}  {mark} {info.name:12} {info.kind.value:9} {info.version}  {problem}"
        out(line.rstrip())
