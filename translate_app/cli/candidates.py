"""The command for names that the termbase lacks: glossary candidates."""

from __future__ import annotations  # the services are named below and not loaded

from typing import Annotated, Any

import typer

from translate_app.cli.console import SESSION, TRANSLATOR, _, example, note, out, out_json
from translate_app.cli.releases import AS_JSON
from translate_app.domain.candidate import NameCandidate

RELEASE = typer.Argument(metavar="[RELEASE]", help=_("Id of a release; without it, all releases."))


def candidates(
    release: Annotated[str | None, RELEASE] = None,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Body of the command `glossary candidates`."""
    service = SESSION.application.candidates
    found = service.all() if release is None else service.of_release(release)
    if as_json:
        out_json({"candidates": [_row(candidate) for candidate in found]})
        return
    for candidate in found:
        proposals = " | ".join(candidate.proposals)
        count = TRANSLATOR.number(candidate.count)
        out(f"{count:>4}  {candidate.surface}  [{candidate.type.value}]  {proposals}".rstrip())
    note(_("Names not in the termbase: {number}.").format(number=TRANSLATOR.number(len(found))))


def _row(candidate: NameCandidate) -> dict[str, Any]:
    return {
        "surface": candidate.surface,
        "language": candidate.language.value,
        "type": candidate.type.value,
        "count": candidate.count,
        "releases": candidate.releases,
        "proposals": list(candidate.proposals),
        "contexts": [
            {
                "release": context.release_id,
                "segment": context.number,
                "source": context.source,
                "start": context.span.start,
                "end": context.span.end,
            }
            for context in candidate.contexts
        ],
    }


def register(app: typer.Typer) -> None:
    """Add the command of this module to the group `glossary`."""
    app.command(
        "candidates",
        help=_("Names in releases that the termbase lacks, with spellings to choose from."),
        epilog=example("translate-app glossary candidates 3f2a91c0"),
    )(candidates)
