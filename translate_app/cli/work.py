"""Commands about the work on releases: assign, report."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from translate_app.cli import rows
from translate_app.cli.console import SESSION, _, example, note, out_bytes, out_json
from translate_app.cli.review import PERSON, RELEASE
from translate_app.domain.report import DayRow, KeptRow, SegmentTimeRow
from translate_app.domain.work import Priority

NOTHING = "none"
"""What is typed in place of a moment to take it away."""


class Report(StrEnum):
    """What can be reported."""

    DAYS = "days"
    TIMES = "times"
    KEPT = "kept"


_KINDS: dict[Report, type[DayRow | SegmentTimeRow | KeptRow]] = {
    Report.DAYS: DayRow,
    Report.TIMES: SegmentTimeRow,
    Report.KEPT: KeptRow,
}


def moment(text: str) -> datetime:
    """An ISO 8601 moment; without an offset it is the time of this machine.

    Raises:
        typer.BadParameter: it is none.
    """
    try:
        return datetime.fromisoformat(text.strip()).astimezone()
    except (ValueError, OverflowError) as error:
        message = _("{text} is no date or time such as 2025-03-14T12:00.").format(text=text)
        raise typer.BadParameter(message) from error


def assign(
    release: Annotated[str, RELEASE],
    person: Annotated[str, PERSON],
    translator: Annotated[
        str | None, typer.Option(metavar="NAME", help=_("Who translates; empty for nobody."))
    ] = None,
    reviewer: Annotated[
        str | None, typer.Option(metavar="NAME", help=_("Who reviews; empty for nobody."))
    ] = None,
    due: Annotated[
        str | None, typer.Option(metavar="TIME", help=_("When it is due, or none."))
    ] = None,
    embargo: Annotated[
        str | None,
        typer.Option(metavar="TIME", help=_("It is not published before this, or none.")),
    ] = None,
    priority: Annotated[Priority | None, typer.Option(help=_("Its priority."))] = None,
    archived: Annotated[
        bool | None,
        typer.Option("--archive/--unarchive", help=_("Take it off the boards, or back.")),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=_("One JSON document."))] = False,
) -> None:
    """Body of the command `assign`."""
    service = SESSION.application.work
    plan = service.get(release)
    due_at = _changed(due, plan.due_at)
    embargo_until = _changed(embargo, plan.embargo_until)
    plan = service.schedule(
        release,
        person,
        due_at=due_at,
        embargo_until=embargo_until,
        priority=priority or plan.priority,
        expected_version=plan.version,
    )
    plan = service.assign(release, person, translator=translator, reviewer=reviewer)
    if archived is not None:
        plan = service.archive(release, person, archived)
    if as_json:
        out_json(rows.work(plan))
    else:
        note(_("The plan of release {release} is saved.").format(release=plan.release_id))


def _changed(text: str | None, present: datetime | None) -> datetime | None:
    if text is None:
        return present
    return None if text.strip().casefold() == NOTHING else moment(text)


def report(
    kind: Annotated[Report, typer.Argument(metavar="days|times|kept", help=_("The report."))],
    release: Annotated[
        str | None, typer.Option(metavar="RELEASE", help=_("Of this release only; not for days."))
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="TIME", help=_("From this time on."))] = None,
    until: Annotated[str | None, typer.Option(metavar="TIME", help=_("Before this time."))] = None,
    as_json: Annotated[bool, typer.Option("--json", help=_("One JSON document."))] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help=_("File to write the CSV to."))
    ] = None,
) -> None:
    """Body of the command `report`."""
    service = SESSION.application.reports
    start = moment(since) if since else None
    end = moment(until) if until else None
    found: tuple[DayRow | SegmentTimeRow | KeptRow, ...]
    if kind is Report.DAYS:
        if release is not None:
            raise typer.BadParameter(_("The report of days is of all releases."))
        found = service.days(start, end)
    elif kind is Report.TIMES:
        found = service.times(release, start, end)
    else:
        found = service.kept(release, start, end)
    if as_json:
        out_json({kind.value: [rows.report(row) for row in found]})
        return
    content = service.csv(_KINDS[kind], found)
    if output is None:
        out_bytes(content)
        return
    SESSION.application.write_file(output, content)
    note(_("Written: {path}").format(path=output))


def register(app: typer.Typer) -> None:
    """Hang the commands of this room on the command line."""
    for function, summary, sample in (
        (
            assign,
            _("Say who works on a release, until when, and how much it matters."),
            "assign 1a2b3c4d --translator Lina --reviewer Omar --due 2025-03-14T12:00 --as Sara",
        ),
        (
            report,
            _("Words by day, time by segment, or what of the drafts was kept, as CSV."),
            "report days --since 2025-03-01 -o march.csv",
        ),
    ):
        app.command(help=summary, epilog=example(f"translate-app {sample}"))(function)
