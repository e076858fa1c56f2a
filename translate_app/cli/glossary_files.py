"""Commands for files of names: glossary import, export, sync, check."""

from __future__ import annotations  # the services are named below and not loaded

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from translate_app.cli.console import (
    SESSION,
    TRANSLATOR,
    _,
    example,
    note,
    out,
    out_bytes,
    out_json,
)
from translate_app.cli.releases import AS_JSON

if TYPE_CHECKING:
    from translate_app.domain.termbase_finding import TermbaseFinding
    from translate_app.services.glossary_files import ImportPreview, SyncReport

FORMATS = "csv|tbx|xlsx"
PERSON = typer.Option("--as", help=_("Who does it."), metavar="USER")
DRY_RUN = typer.Option("--dry-run", help=_("Only show what would be done; change nothing."))


def register(app: typer.Typer) -> None:
    """Put the commands into the group `glossary`."""
    app.command(
        "import",
        help=_("Add and change names from a CSV, XLSX or TBX file, or a folder of CSV files."),
        epilog=example("translate-app glossary import names.xlsx --dry-run"),
    )(import_names)
    app.command(
        "export",
        help=_("Write the termbase."),
        epilog=example("translate-app glossary export --format xlsx -o names.xlsx"),
    )(export_names)
    app.command(
        "sync",
        help=_("Bring a folder of CSV files and the termbase together, both ways."),
        epilog=example("translate-app glossary sync glossary --as Nadia --dry-run"),
    )(sync_names)
    app.command(
        "check",
        help=_("Look for contradictions, wrong scripts and other faults in the termbase."),
        epilog=example("translate-app glossary check", "translate-app glossary check glossary"),
    )(check_names)


def import_names(
    file: Annotated[Path, typer.Argument(help=_("A CSV, XLSX or TBX file, or a folder."))],
    dry_run: Annotated[bool, DRY_RUN] = False,
    skip: Annotated[
        bool, typer.Option("--skip-conflicts", help=_("Leave out what is in conflict."))
    ] = False,
    person: Annotated[str | None, PERSON] = None,
) -> None:
    """Body of the command `glossary import`."""
    files = SESSION.application.glossary_files
    preview = files.preview(file)
    for remark in preview.notes:
        note(remark)
    if dry_run:
        _show_preview(preview)
        _tell(len(preview.added), len(preview.changed), preview.unchanged)
        return
    for clash in preview.clashes:
        note(_clash(clash))
    report = files.apply(preview, person, preview.clashing if skip else ())
    _tell(report.added, report.changed, report.unchanged)


def export_names(
    format_name: Annotated[str, typer.Option("--format", metavar=FORMATS)] = "csv",
    output: Annotated[Path | None, typer.Option("--output", "-o", help=_("File to write."))] = None,
) -> None:
    """Body of the command `glossary export`."""
    if format_name not in FORMATS.split("|"):
        raise typer.BadParameter(_("The termbase is written as csv, tbx or xlsx."))
    content = SESSION.application.glossary_files.export(format_name)
    if output is None:
        out_bytes(content)
        return
    SESSION.application.write_file(output, content)
    note(_("Written: {path}").format(path=output))


def sync_names(
    folder: Annotated[Path, typer.Argument(help=_("The folder of the CSV files."))],
    person: Annotated[str | None, PERSON] = None,
    prefer: Annotated[
        str | None,
        typer.Option(metavar="files|termbase", help=_("Whose form is taken in a conflict.")),
    ] = None,
    dry_run: Annotated[bool, DRY_RUN] = False,
) -> None:
    """Body of the command `glossary sync`."""
    if prefer not in (None, "files", "termbase"):
        raise typer.BadParameter(_("Use files or termbase."), param_hint="--prefer")
    if person is None and not dry_run:
        raise typer.BadParameter(_("Say who does it, or --dry-run."), param_hint="--as")
    side = cast("Any", prefer)
    report = SESSION.application.glossary_files.sync(folder, person, side, dry_run=dry_run)
    _show_sync(report)
    if report.conflicts:
        raise typer.Exit(1)


def check_names(
    path: Annotated[
        Path | None,
        typer.Argument(help=_("A file or folder of names; without it, the termbase.")),
    ] = None,
    unused: Annotated[
        bool, typer.Option("--unused", help=_("List the names that no release uses, too."))
    ] = False,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Body of the command `glossary check`; exit code 1 where there are errors."""
    found = SESSION.application.glossary_check(path, unused=unused)
    if as_json:
        out_json({"findings": [_row(finding) for finding in found]})
    else:
        for finding in found:
            out(f"{finding.weight.value}  {' '.join(finding.keys)}  {_worded(finding)}")
    errors = sum(finding.weight.value == "error" for finding in found)
    note(
        _("Findings: {number}, of them errors: {errors}.").format(number=len(found), errors=errors)
    )
    if errors:
        raise typer.Exit(1)


def _show_preview(preview: ImportPreview) -> None:
    for entry in preview.added:
        out(f"+ {entry.key}  {entry.en}  {entry.ar}")
    for change in preview.changed:
        for field in change.fields:
            out(f"~ {change.after.key}  {field.field}: {field.before} → {field.after}")
    for clash in preview.clashes:
        out(_clash(clash))


def _show_sync(report: SyncReport) -> None:
    for arrow, planned in (("→", report.into_termbase), ("←", report.into_files)):
        for one in planned:
            if one.before is None:
                out(f"{arrow} {one.file}  {one.after.key}  {one.after.en}  {one.after.ar}")
            for field in one.fields:
                told = f"{field.field}: {field.before} → {field.after}"
                out(f"{arrow} {one.file}  {one.after.key}  {told}")
    for conflict in report.conflicts:
        start = f"! {conflict.file}  {conflict.in_termbase.key}"
        if conflict.in_file is None:
            told = _("removed from the file, changed in the termbase")
            out(f"{start}  {told}")
        for field in conflict.fields:
            out(f"{start}  {field.field}: {field.before} ≠ {field.after}")
    note(
        _("Into the termbase: {taken}, into files: {given}, conflicts: {conflicts}.").format(
            taken=len(report.into_termbase),
            given=len(report.into_files),
            conflicts=len(report.conflicts),
        )
    )


def _tell(added: int, changed: int, unchanged: int) -> None:
    message = _("Names added: {added}, changed: {changed}, unchanged: {unchanged}.")
    note(message.format(added=added, changed=changed, unchanged=unchanged))


def _clash(finding: TermbaseFinding) -> str:
    return f"! {' '.join(finding.keys)}  {_worded(finding)}"


def _worded(finding: TermbaseFinding) -> str:
    return TRANSLATOR.termbase_finding(finding)


def _row(finding: TermbaseFinding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "rule": finding.rule.value,
        "severity": finding.weight.value,
        "keys": list(finding.keys),
        "parameters": finding.parameters,
        "message": _worded(finding),
    }
