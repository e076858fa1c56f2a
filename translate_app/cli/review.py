"""Commands that change a release: edit, approve, reject, reopen, publish, export."""

from pathlib import Path
from typing import Annotated

import typer

from translate_app.cli.console import (
    SESSION,
    TRANSLATOR,
    _,
    example,
    note,
    out,
    out_bytes,
    read_text,
)
from translate_app.domain.segment import SegmentState

RELEASE = typer.Argument(help=_("The release's id, or how it begins."))
PERSON = typer.Option("--as", help=_("Who does it."), metavar="USER")
EVERYTHING = typer.Option("--all", help=_("Every segment."))


def edit(
    release: Annotated[str, RELEASE],
    number: Annotated[int, typer.Argument(metavar="SEGMENT", min=1, help=_("Its number."))],
    target: Annotated[str, typer.Option(help=_("The translation, or - for standard input."))],
    person: Annotated[str, PERSON],
) -> None:
    """Body of the command `edit`."""
    application = SESSION.application
    saved = application.review.edit(release, number, read_text(target), person)
    before = application.queries.history(release, number)[-2:-1]
    if (
        saved.state is not SegmentState.APPROVED
        and before
        and before[0].state is SegmentState.APPROVED
    ):
        note(
            _("The approval of segment {number} by {name} no longer holds.").format(
                number=saved.number, name=before[0].by
            )
        )
    note(
        _("Segment {number} is saved: {state}.").format(
            number=saved.number, state=TRANSLATOR.segment_state(saved.state)
        )
    )


def approve(
    release: Annotated[str, RELEASE],
    person: Annotated[str, PERSON],
    numbers: Annotated[
        list[int] | None, typer.Argument(metavar="[SEGMENT]...", help=_("Their numbers."))
    ] = None,
    everything: Annotated[bool, EVERYTHING] = False,
    override: Annotated[
        str,
        typer.Option(
            metavar="REASON", help=_("Why segments with errors are approved; it is recorded.")
        ),
    ] = "",
) -> None:
    """Body of the command `approve`."""
    approved = SESSION.application.review.approve(
        release, _chosen(numbers, everything), person, override=override
    )
    once = sum(segment.state is SegmentState.REVIEWED for segment in approved)
    if once:
        note(
            TRANSLATOR.ngettext(
                "{number} segment approved once: another person has to approve it.",
                "{number} segments approved once: another person has to approve them.",
                once,
            ).format(number=once)
        )
    settled = len(approved) - once
    if settled or not once:
        note(
            TRANSLATOR.ngettext(
                "{number} segment approved.", "{number} segments approved.", settled
            ).format(number=settled)
        )


def reopen(
    release: Annotated[str, RELEASE],
    person: Annotated[str, PERSON],
    numbers: Annotated[
        list[int] | None, typer.Argument(metavar="[SEGMENT]...", help=_("Their numbers."))
    ] = None,
    everything: Annotated[bool, EVERYTHING] = False,
) -> None:
    """Body of the command `reopen`."""
    reopened = SESSION.application.review.reopen(release, _chosen(numbers, everything), person)
    note(
        TRANSLATOR.ngettext(
            "{number} segment is open again.", "{number} segments are open again.", len(reopened)
        ).format(number=len(reopened))
    )


def reject(
    release: Annotated[str, RELEASE],
    number: Annotated[int, typer.Argument(metavar="SEGMENT", min=1, help=_("Its number."))],
    reason: Annotated[str, typer.Option(help=_("What is wrong with it; it is recorded."))],
    person: Annotated[str, PERSON],
) -> None:
    """Body of the command `reject`."""
    rejected = SESSION.application.review.reject(release, number, reason, person)
    note(
        _("Segment {number} is saved: {state}.").format(
            number=rejected.number, state=TRANSLATOR.segment_state(rejected.state)
        )
    )


def _chosen(numbers: list[int] | None, everything: bool) -> list[int] | None:
    if bool(numbers) == everything:
        raise typer.BadParameter(_("Name segments, or say --all."))
    return numbers or None


def publish(release: Annotated[str, RELEASE], person: Annotated[str, PERSON]) -> None:
    """Body of the command `publish`."""
    publication = SESSION.application.publish(release, person)
    out(str(publication.number))
    note(
        _("Release {release} is published as number {number}, SHA-256 {checksum}.").format(
            release=publication.release_id,
            number=publication.number,
            checksum=publication.checksum,
        )
    )


def export(
    release: Annotated[str, RELEASE],
    format_name: Annotated[str, typer.Option("--format", metavar="html|po|json|txt")],
    version: Annotated[
        int | None, typer.Option(min=1, help=_("Number of the publication; without it the latest."))
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help=_("The draft, marked as such."))] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help=_("Where to write: a file or a folder."))
    ] = None,
) -> None:
    """Body of the command `export`."""
    if draft and version is not None:
        raise typer.BadParameter(_("A draft has no number: say --draft or --version."))
    exported = SESSION.application.export(release, format_name, version, draft)
    if output is None:
        out_bytes(exported.content)
        return
    path = output / exported.name if output.is_dir() else output
    SESSION.application.write_file(path, exported.content)
    note(_("Written: {path}").format(path=path))


def register(app: typer.Typer) -> None:
    """Hang the commands of this room on the command line."""
    for function, summary, sample in (
        (edit, _("Save the translation of a segment."), "edit 1a2b3c4d 3 --target TEXT --as Lina"),
        (approve, _("Approve segments."), "approve 1a2b3c4d 3 4 --as Lina"),
        (
            reject,
            _("Send a translation back with a reason."),
            "reject 1a2b3c4d 3 --reason TEXT --as Omar",
        ),
        (reopen, _("Open approved segments again."), "reopen 1a2b3c4d 3 --as Lina"),
        (
            publish,
            _("Publish an approved release; prints the number."),
            "publish 1a2b3c4d --as Omar",
        ),
        (
            export,
            _("Write a publication, or the draft."),
            "export 1a2b3c4d --format html -o release.html",
        ),
    ):
        app.command(help=summary, epilog=example(f"translate-app {sample}"))(function)
