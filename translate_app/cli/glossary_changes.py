"""Commands for what a changed name does: glossary fix, glossary usage."""

from __future__ import annotations  # the services are named below and not loaded

from typing import TYPE_CHECKING, Annotated, Any

import typer

from translate_app.cli.console import SESSION, TRANSLATOR, _, example, note, out, out_json
from translate_app.cli.releases import AS_JSON

if TYPE_CHECKING:
    from translate_app.services.entry_usage import Usage
    from translate_app.services.propagation import Affected, Applied, Correction

KEYS = typer.Argument(metavar="[KEY]...", help=_("Keys of entries; without any, all of them."))
PERSON = typer.Option("--as", help=_("Who does it."), metavar="USER")


def fix(
    keys: Annotated[list[str] | None, KEYS] = None,
    person: Annotated[str | None, PERSON] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Only list what is wrong; change nothing."))
    ] = False,
    reopen: Annotated[
        bool, typer.Option("--reopen", help=_("Approved segments too; they are open again then."))
    ] = False,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Body of the command `glossary fix`."""
    if person is None and not dry_run:
        raise typer.BadParameter(_("Say who does it, or --dry-run."), param_hint="--as")
    propagation = SESSION.application.propagation
    affected = propagation.affected(keys or None)
    wanted = (*affected.corrections, *approved(affected)) if reopen else affected.corrections
    applied = None if dry_run else propagation.apply(wanted, person or "", reopen=reopen)
    if as_json:
        out_json(_report(affected, applied))
        return
    for correction in (*affected.corrections, *affected.approved):
        _show(correction)
    _tell(affected, applied, len(wanted))


def approved(affected: Affected) -> tuple[Correction, ...]:
    """What would be right in approved segments, published ones among them."""
    published = (passage.correction for each in affected.published for passage in each.passages)
    return (*affected.approved, *filter(None, published))


def usage(
    key: Annotated[str, typer.Argument(help=_("Key of the entry."))],
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Body of the command `glossary usage`."""
    found = SESSION.application.maintain.usage(key)
    if as_json:
        out_json(_usage(found))
        return
    for segment in found.segments:
        sign = "!" if segment.wrong else " "
        out(f"{sign} {segment.release_id} {segment.number}  {segment.source}")
    for publication in found.publications:
        numbers = ", ".join(map(str, publication.segments))
        out(
            _("{release}, publication {number}: segments {segments}").format(
                release=publication.release_id, number=publication.number, segments=numbers
            )
        )
    if not (found.segments or found.publications):
        note(_("It is used nowhere."))


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the group `glossary`."""
    app.command(
        "fix",
        help=_("Put right the names that a change of the termbase makes wrong."),
        epilog=example(
            "translate-app glossary fix --dry-run place/rasma",
            "translate-app glossary fix place/rasma --as Lina",
        ),
    )(fix)
    app.command(
        "usage",
        help=_("Where an entry's name stands: segments and publications."),
        epilog=example("translate-app glossary usage place/rasma"),
    )(usage)


def _show(correction: Correction) -> None:
    state = TRANSLATOR.segment_state(correction.state)
    out(f"{correction.release_id} {correction.number} ({state})")
    out(f"  - {correction.target}")
    if correction.proposed is not None:
        out(f"  + {correction.proposed}")
    for entry in correction.missing:
        name = entry.name(correction.target_language)
        out("  " + _("{name} is missing: a person has to put it in.").format(name=name))


def _tell(affected: Affected, applied: Applied | None, count: int) -> None:
    """What was done and what is left, on stderr."""
    if applied is None:
        note(_("Segments that would be corrected: {number}.").format(number=count))
    else:
        note(
            _(
                "Segments corrected: {done}; left alone because somebody changed them: {stale}; "
                "left to a person: {by_hand}."
            ).format(done=len(applied.done), stale=len(applied.stale), by_hand=len(applied.by_hand))
        )
    for publication in affected.published:
        numbers = ", ".join(str(passage.number) for passage in publication.passages)
        note(
            _("Publication {number} of {release} needs a correction: segments {segments}.").format(
                number=publication.number, release=publication.release_id, segments=numbers
            )
        )
    for release_id in affected.unreadable:
        note(_("The publication of {release} cannot be read.").format(release=release_id))


def _report(affected: Affected, applied: Applied | None) -> dict[str, Any]:
    done = {(one.release_id, one.number) for one in applied.done} if applied else set()
    return {
        "corrections": [
            {
                "release": one.release_id,
                "segment": one.number,
                "state": one.state.label,
                "target": one.target,
                "proposed": one.proposed,
                "entries": [entry.key for entry in one.entries],
                "missing": [entry.key for entry in one.missing],
                "done": (one.release_id, one.number) in done,
            }
            for one in (*affected.corrections, *affected.approved)
        ],
        "published": [
            {
                "release": publication.release_id,
                "publication": publication.number,
                "segments": [
                    {"number": passage.number, "target": passage.target}
                    for passage in publication.passages
                ],
            }
            for publication in affected.published
        ],
        "unreadable": list(affected.unreadable),
    }


def _usage(found: Usage) -> dict[str, Any]:
    return {
        "entry": found.entry.key,
        "segments": [
            {
                "release": one.release_id,
                "segment": one.number,
                "state": one.state.label,
                "source": one.source,
                "target": one.target,
                "wrong": one.wrong,
            }
            for one in found.segments
        ],
        "publications": [
            {
                "release": one.release_id,
                "publication": one.number,
                "title": one.title,
                "segments": list(one.segments),
                "wrong": list(one.wrong),
            }
            for one in found.publications
        ],
    }
