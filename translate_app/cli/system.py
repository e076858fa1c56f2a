"""Commands for the installation: init, serve, doctor."""

import errno
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

import translate_app
from translate_app.cli.console import (
    SESSION,
    TRANSLATOR,
    _,
    example,
    note,
    out,
    out_json,
    progress_bar,
)
from translate_app.cli.models import starter_advice
from translate_app.cli.releases import AS_JSON
from translate_app.errors import AddressTakenError, NoSuchAddressError, TranslateAppError
from translate_app.services.doctor import Diagnosis

SERVER_OPTIONS = {
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "server.maxUploadSize": "5",
    "server.enableXsrfProtection": "true",
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    "logger.hideWelcomeMessage": "true",
    # Dark mode is our own style over this base, whatever the browser asks for.
    "theme.base": "light",
    "theme.primaryColor": "#0f6b5c",
}


def init(
    offline: Annotated[bool, typer.Option("--offline", help=_("Try no network."))] = False,
) -> None:
    """Body of the command `init`."""
    with progress_bar(_("Engines")) as progress:
        done = SESSION.application.initialise(offline=offline, progress=progress)
    note(_("Home: {path}").format(path=done.home))
    note(_("Names: {added} added.").format(added=done.termbase.added))
    if done.termbase.kept:
        note(
            TRANSLATOR.ngettext(
                "{number} name differs from {path}: yours was kept. "
                "`translate-app glossary import {path}` takes the form of the files.",
                "{number} names differ from {path}: yours were kept. "
                "`translate-app glossary import {path}` takes the form of the files.",
                done.termbase.kept,
            ).format(number=done.termbase.kept, path=SESSION.application.seed_termbase)
        )
    note(_("Engines: {engines}").format(engines=", ".join(done.engines)))
    if done.official_failure is not None:
        note(
            _("The official engine did not come ({reason}).").format(
                reason=_(str(done.official_failure.parameters["reason"]))
            )
        )
    if SESSION.application.models.only_starter():
        note(starter_advice())


def demo() -> None:
    """Body of the command `demo`: sample releases to begin with, drafted."""
    application = SESSION.application
    if application.queries.releases():
        return
    report = application.ingest.source(str(application.samples / "harbour-news-listing.en.txt"))
    for ingested in report.releases:
        with progress_bar(ingested.release.display_title[:40]) as progress:
            application.pretranslate(ingested.release.id, progress=progress)
        note(_("Sample release, drafted: {title}").format(title=ingested.release.display_title))
        out(ingested.release.id)


def serve(
    host: Annotated[str, typer.Option(help=_("Address to listen on."))] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help=_("Port to listen on."))] = 8501,
) -> None:
    """Body of the command `serve`."""
    _check_free(host, port)
    application = SESSION.application
    application.initialise(offline=True)
    environment = os.environ | {"TRANSLATE_APP_HOME": str(application.settings.home)}
    page = Path(translate_app.__file__).parent / "web" / "app.py"
    options = SERVER_OPTIONS | {"server.address": host, "server.port": str(port)}
    command = [sys.executable, "-m", "streamlit", "run", str(page)]
    command += [f"--{name}={value}" for name, value in options.items()]
    application.close()
    note(_("Open http://{host}:{port} in a browser. Ctrl+C stops.").format(host=host, port=port))
    if os.name == "posix":
        os.execve(command[0], command, environment)  # noqa: S606 - our own interpreter
    raise typer.Exit(subprocess.call(command, env=environment))  # noqa: S603


def _check_free(host: str, port: int) -> None:
    """Before anything is said or started: a taken port, or an address that is not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name == "posix":  # as the server will; a connection in TIME_WAIT is no obstacle
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise NoSuchAddressError(host=host, reason=error.strerror or error) from error
            other = port + 1 if port < 65535 else port - 1
            raise AddressTakenError(host=host, port=port, other=other) from error


def doctor(as_json: Annotated[bool, AS_JSON] = False) -> None:
    """Body of the command `doctor`."""
    diagnoses = SESSION.application.doctor()
    healthy = all(item.ok for item in diagnoses)
    if as_json:
        out_json(
            {
                "ok": healthy,
                "diagnoses": [
                    {
                        "subject": item.subject,
                        "ok": item.ok,
                        "detail": item.detail,
                        "reason": _reason(item) or None,
                        "advice": item.advice or None,
                    }
                    for item in diagnoses
                ],
            }
        )
    else:
        for item in diagnoses:
            sign = _("ok") if item.ok else _("PROBLEM")
            found = ": ".join(filter(None, (item.detail, _reason(item))))
            out(f"{sign:8} {_(item.subject)}: {found} {_(item.advice)}".rstrip())
    if not healthy:
        raise typer.Exit(1)


def _reason(item: Diagnosis) -> str:
    if isinstance(item.reason, TranslateAppError):
        return TRANSLATOR.error(item.reason)
    return _(item.reason)


def register(app: typer.Typer) -> None:
    """Hang the commands of this room on the command line."""
    for function, summary, sample in (
        (init, _("Create home and database, load names, install engines."), "init --offline"),
        (demo, _("Take in a sample release and draft it, if there are no releases."), "demo"),
        (serve, _("Open the review interface."), "serve --port 8501"),
        (doctor, _("Find out what is installed and whether it works."), "doctor"),
    ):
        app.command(help=summary, epilog=example(f"translate-app {sample}"))(function)
