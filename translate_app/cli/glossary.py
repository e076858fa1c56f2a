"""Commands for names: glossary match; the others stand in modules of their own."""

from typing import Annotated

import typer

from translate_app.cli import glossary_files, rows
from translate_app.cli.console import (
    SESSION,
    _,
    example,
    out,
    out_json,
    read_text,
)
from translate_app.cli.releases import AS_JSON, checked_language
from translate_app.domain.language import Language

app = typer.Typer(help=_("The termbase: names and how they are spelt."), no_args_is_help=True)


glossary_files.register(app)


@app.command(
    "match",
    help=_("Find the names in a text."),
    epilog=example('translate-app glossary match "The United Nations" --language en'),
)
def match_names(
    text: Annotated[str, typer.Argument(help=_("The text, or - for standard input."))],
    text_language: Annotated[
        str,
        typer.Option("--language", callback=checked_language, metavar="en|ar", help=_("Language.")),
    ],
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Body of the command `glossary match`."""
    language = Language(text_language)
    matches = SESSION.application.glossary.match(read_text(text), language)
    if as_json:
        out_json({"matches": [rows.match(item, language) for item in matches]})
        return
    for item in matches:
        out(f"{item.span.start}-{item.span.end}  {item.surface}  {item.entry.name(language.other)}")
