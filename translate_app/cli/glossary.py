"""Commands for names: glossary import, export, match."""

from pathlib import Path
from typing import Annotated

import typer

from translate_app.cli import rows
from translate_app.cli.console import (
    SESSION,
    _,
    example,
    note,
    out,
    out_bytes,
    out_json,
    read_text,
)
from translate_app.cli.releases import AS_JSON, checked_language
from translate_app.domain.language import Language

app = typer.Typer(help=_("The termbase: names and how they are spelt."), no_args_is_help=True)


@app.command(
    "import",
    help=_("Add and change names from a CSV file or a folder of them."),
    epilog=example("translate-app glossary import names.csv"),
)
def import_names(
    file: Annotated[Path, typer.Argument(help=_("A CSV file, or a folder of them."))],
) -> None:
    """Body of the command `glossary import`."""
    report = SESSION.application.glossary.import_file(file)
    for remark in report.notes:
        note(remark)
    note(
        _("Names added: {added}, changed: {changed}, unchanged: {unchanged}.").format(
            added=report.added, changed=report.changed, unchanged=report.unchanged
        )
    )


@app.command(
    "export",
    help=_("Write the termbase."),
    epilog=example("translate-app glossary export --format csv -o names.csv"),
)
def export_names(
    format_name: Annotated[str, typer.Option("--format", metavar="csv")] = "csv",
    output: Annotated[Path | None, typer.Option("--output", "-o", help=_("File to write."))] = None,
) -> None:
    """Body of the command `glossary export`."""
    if format_name != "csv":
        raise typer.BadParameter(_("The termbase is written as csv."))
    content = SESSION.application.glossary.export()
    if output is None:
        out_bytes(content)
        return
    SESSION.application.write_file(output, content)
    note(_("Written: {path}").format(path=output))


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
