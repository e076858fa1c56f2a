"""Commands for engine packages: models list, install, remove."""

from pathlib import Path
from typing import Annotated

import typer

from translate_app.cli import rows
from translate_app.cli.console import SESSION, _, example, note, out, out_json, progress_bar
from translate_app.cli.releases import AS_JSON
from translate_app.domain.engine import EngineKind
from translate_app.domain.language import Language, LanguagePair

FIREFOX = EngineKind.FIREFOX.value
"""The word that asks for Firefox Translations."""

app = typer.Typer(help=_("Engine packages."), no_args_is_help=True)

PAIRS = {
    f"{source.value}-{source.other.value}": LanguagePair(source, source.other)
    for source in Language
}


@app.command("list", help=_("List the packages."), epilog=example("translate-app models list"))
def list_packages(as_json: Annotated[bool, AS_JSON] = False) -> None:
    """Body of the command `models list`."""
    packages = SESSION.application.models.installed()
    if as_json:
        out_json({"packages": [rows.package(item) for item in packages]})
        return
    if not packages:
        note(_("No engine is installed: run `translate-app init`."))
    for item in packages:
        out(f"{item.info.label}  {_(item.problem)}".rstrip())
    if SESSION.application.models.only_starter():
        note(starter_advice())


@app.command(
    "install",
    help=_(
        "Install the official packages of pairs, Firefox Translations, a package file, "
        "or a folder with a CTranslate2 or Firefox model."
    ),
    epilog=example(
        "translate-app models install en-ar ar-en",
        "translate-app models install firefox en-ar",
        "translate-app models install FILE",
        "translate-app models install FOLDER --name ours",
    ),
)
def install(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[firefox] [en-ar ar-en] | FILE.argosmodel | FOLDER",
            help=_("Without it: both pairs."),
        ),
    ] = None,
    name: Annotated[
        str | None, typer.Option(help=_("Name of the engine, for a file or folder."))
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help=_("Also replace the same version with other content.")),
    ] = False,
) -> None:
    """Body of the command `models install`."""
    models = SESSION.application.models
    wanted = [word for word in what or PAIRS if word != FIREFOX]
    firefox = FIREFOX in (what or ())
    pairs = [PAIRS[word] for word in wanted if word in PAIRS]
    paths = [word for word in wanted if word not in PAIRS]
    if name is not None and (len(paths) != 1 or pairs or firefox):
        raise typer.BadParameter(_("--name goes with one file or folder."))
    installed = [
        item for path in paths for item in models.install_path(Path(path), name=name, force=force)
    ]
    if firefox:
        note(_("Downloading {what}").format(what=FIREFOX))
        installed += models.install_firefox(pairs or list(PAIRS.values()), force=force)
    elif pairs:
        with progress_bar(_("Downloading")) as progress:
            installed += models.install_official(pairs, progress, force=force)
    for item in installed:
        out(item.info.label)
    if any(item.info.kind is EngineKind.FIREFOX for item in installed):
        note(
            _(
                "It is used with `--engine firefox`, and always once clients.toml says so "
                '(under [default]: en-ar = "firefox").'
            )
        )


@app.command(
    "remove",
    help=_("Remove a package."),
    epilog=example("translate-app models remove custom en-ar"),
)
def remove(
    name: Annotated[str, typer.Argument(help=_("Name of the engine."))],
    pair: Annotated[str, typer.Argument(metavar="en-ar|ar-en")],
) -> None:
    """Body of the command `models remove`."""
    if pair not in PAIRS:
        raise typer.BadParameter(
            _("{value} is not one of: {allowed}.").format(value=pair, allowed=", ".join(PAIRS))
        )
    SESSION.application.models.remove(PAIRS[pair], name)
    note(_("Removed: {name} {pair}").format(name=name, pair=pair))


def starter_advice() -> str:
    """How to get the official engine while only the starter is there."""
    return _(
        "Drafts come from the small starter engine. "
        "`translate-app models install` gets the official one."
    )
