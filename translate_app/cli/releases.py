"""Commands for whole releases: ingest, releases, show, segment, translate, pretranslate."""

from typing import Annotated

import typer

from translate_app.cli import rows
from translate_app.cli.console import (
    SESSION,
    TRANSLATOR,
    _,
    example,
    language,
    note,
    out,
    out_json,
    progress_bar,
    read_text,
)
from translate_app.domain.language import Language

AS_JSON = typer.Option("--json", help=_("Print one JSON document."))
CLIENT = typer.Option(
    help=_("Client it is translated for, of clients.toml; client/project for one of its projects.")
)


def _checked(value: str | None, also: tuple[str, ...] = ()) -> str | None:
    allowed = (*[known.value for known in Language], *also)
    if value is not None and value not in allowed:
        raise typer.BadParameter(
            _("{value} is not one of: {allowed}.").format(value=value, allowed=", ".join(allowed))
        )
    return value


def checked_language(value: str | None) -> str | None:
    """Typer callback for a flag that names a language."""
    return _checked(value)


def _language_or_auto(value: str | None) -> str | None:
    return _checked(value, ("auto",))


def ingest(
    source: Annotated[list[str], typer.Argument(help=_("A file, a folder, an address, or -."))],
    source_language: Annotated[
        str,
        typer.Option(callback=_language_or_auto, metavar="en|ar|auto", help=_("Source language.")),
    ] = "auto",
    target_language: Annotated[
        str | None,
        typer.Option(callback=checked_language, metavar="ar|en", help=_("Target language.")),
    ] = None,
    client: Annotated[str, CLIENT] = "",
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Body of the command `ingest`."""
    service = SESSION.application.ingest
    reports = [
        service.source(name, language(source_language), language(target_language), client)
        for name in source
    ]
    found = [ingested for report in reports for ingested in report.releases]
    dropped = [passage for report in reports for passage in report.dropped]
    for passage in dropped:
        note(_("Left out, line {line}: {text}").format(line=passage.line, text=passage.text))
    if as_json:
        out_json(
            {
                "releases": [rows.ingested(item) for item in found],
                "dropped": [rows.dropped(passage) for passage in dropped],
            }
        )
        return
    for item in found:
        if not item.is_new:
            note(_("Release {release} is there already.").format(release=item.release.id))
        out(item.release.id)


def releases(as_json: Annotated[bool, AS_JSON] = False) -> None:
    """Body of the command `releases`."""
    summaries = SESSION.application.queries.releases()
    if as_json:
        out_json({"releases": [rows.summary(item) for item in summaries]})
        return
    if not summaries:
        note(_("There are no releases yet: `translate-app ingest FILE` takes one in."))
    for item in summaries:
        day = item.date.isoformat() if item.date else ""
        out(
            f"{item.id}  {item.source_language.value}-{item.target_language.value}  "
            f"{day:10}  {item.approved:>3}/{item.total:<3}  "
            f"{TRANSLATOR.release_state(item.state)}  {item.display_title}"
        )


def show(
    release: Annotated[str, typer.Argument(help=_("The release's id, or how it begins."))],
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Body of the command `show`."""
    reviewed = SESSION.application.queries.release(release)
    if as_json:
        out_json(rows.reviewed(reviewed))
        return
    head = reviewed.release
    out(f"{head.id}  {head.pair}  {head.date or ''}  {head.display_title}")
    for item in reviewed.segments:
        segment = item.segment
        state = TRANSLATOR.segment_state(segment.state)
        out(f"\n[{segment.number}] {state}  {segment.engine or ''}".rstrip())
        out(f"  {segment.source}")
        out(f"  {segment.target}")
        for finding in item.findings:
            out(f"  ! {TRANSLATOR.finding(finding)}")


def segment(
    source: Annotated[str, typer.Argument(help=_("A text file, or - for standard input."))],
    text_language: Annotated[
        str,
        typer.Option("--language", callback=checked_language, metavar="en|ar", help=_("Language.")),
    ],
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Body of the command `segment`."""
    pieces = SESSION.application.segment(source, Language(text_language))
    if as_json:
        out_json(
            {
                "segments": [
                    {"text": piece.text, "start": piece.span.start, "end": piece.span.end}
                    for piece in pieces
                ]
            }
        )
        return
    for piece in pieces:
        out(" ".join(piece.text.split()))


def translate(
    text: Annotated[str, typer.Argument(help=_("The text, or - for standard input."))],
    source_language: Annotated[
        str,
        typer.Option(
            "--from", callback=checked_language, metavar="en|ar", help=_("Source language.")
        ),
    ],
    target_language: Annotated[
        str,
        typer.Option(
            "--to", callback=checked_language, metavar="ar|en", help=_("Target language.")
        ),
    ],
    engine: Annotated[str | None, typer.Option(help=_("Name of the engine."))] = None,
    client: Annotated[str, CLIENT] = "",
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Body of the command `translate`."""
    results = SESSION.application.translate(
        read_text(text), Language(source_language), Language(target_language), engine, client
    )
    if as_json:
        out_json({"segments": [rows.translated(item) for item in results]})
        return
    for item in results:
        out(item.draft.target)
        for term in item.draft.terms:
            if not term.applied:
                note(_("Name missing: {name}").format(name=f"{term.source} = {term.target}"))


def pretranslate(
    release: Annotated[
        list[str] | None, typer.Argument(help=_("The releases' ids, or how they begin."))
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help=_("All releases."))] = False,
    engine: Annotated[str | None, typer.Option(help=_("Name of the engine."))] = None,
) -> None:
    """Body of the command `pretranslate`."""
    if bool(release) == everything:
        raise typer.BadParameter(_("Name releases, or say --all."))
    application = SESSION.application
    wanted = [item.id for item in application.queries.releases()] if everything else release or []
    for release_id in wanted:
        with progress_bar(release_id, _("{number} segments/s")) as progress:
            report = application.pretranslate(release_id, engine, progress)
        message = TRANSLATOR.ngettext(
            "{release}: {number} segment drafted.",
            "{release}: {number} segments drafted.",
            report.done,
        ).format(release=report.release_id, number=report.done)
        note(f"{message} {report.engine or ''}".rstrip())


def register(app: typer.Typer) -> None:
    """Hang the commands of this room on the command line."""
    for function, summary, sample in (
        (ingest, _("Take source releases in; prints one release id a line."), "ingest news.txt"),
        (releases, _("List the releases."), "releases"),
        (show, _("Show a release with its segments."), "show 1a2b3c4d"),
        (segment, _("Cut a text into segments; nothing is stored."), "segment - --language ar"),
        (
            translate,
            _("Translate a text; nothing is stored."),
            'translate "The delegation arrived." --from en --to ar',
        ),
        (pretranslate, _("Fill empty segments: memory, glossary, engine."), "pretranslate --all"),
    ):
        app.command(help=summary, epilog=example(f"translate-app {sample}"))(function)
