"""What is installed, where, whether it works, what to do about it."""

import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from translate_app.domain.engine import Runtime
from translate_app.domain.language import LanguagePair
from translate_app.errors import N_, TranslateAppError
from translate_app.ports import ClientSource, EngineCatalogue, UnitOfWorkFactory
from translate_app.services.models import BOTH_PAIRS

LEAST_FREE = 500 * 1024 * 1024
"""Bytes that a home should have left: an official package unpacks to about 200 MB."""

TRIAL = {"en": "The delegation arrived.", "ar": "وصل الوفد."}


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing that was looked at."""

    subject: str
    """Message id of what was looked at."""
    ok: bool
    detail: str
    """What was found: a path, a version, a figure."""
    advice: str = ""
    """Message id of what to do; empty where nothing is needed."""
    reason: str | TranslateAppError = ""
    """What is wrong: a message id, or the error that the shell words."""


@dataclass(frozen=True)
class Doctor:
    """Looks at the whole installation; never raises, that is its point."""

    home: Path
    database_url: str
    version: str
    unit_of_work: Callable[[], UnitOfWorkFactory]
    """Opens the database, so that a broken one becomes a diagnosis."""
    engines: Callable[[], EngineCatalogue]
    clients: Callable[[], ClientSource] | None = None
    runtime: Callable[[], Runtime] | None = None
    """Asked after a model has run: only then is it known whether a graphics card works."""

    def __call__(self) -> tuple[Diagnosis, ...]:
        """All diagnoses, in reading order."""
        program = (
            Diagnosis(
                N_("Program"),
                sys.version_info >= (3, 11),
                f"translate_app {self.version}, Python {platform.python_version()}, "
                f"{platform.system()} {platform.machine()}",
                "" if sys.version_info >= (3, 11) else N_("Install Python 3.11 or newer."),
            ),
            self._home(),
        )
        if self._home_is() is not True:  # looking must not create it
            return program
        return (*program, self._disk(), *self._database(), *self._engines())

    def _home(self) -> Diagnosis:
        there = self._home_is()
        advice = {
            True: "",
            None: N_("Run `translate-app init`."),
            False: N_("Name another folder with TRANSLATE_APP_HOME: this one cannot be used."),
        }
        return Diagnosis(N_("Home folder"), there is True, str(self.home), advice[there])

    def _home_is(self) -> bool | None:
        """Whether the home can be used; None where it is not there yet."""
        try:
            if self.home.is_dir():
                return True
            return False if self.home.exists() else None
        except OSError:  # a folder above it that one may not enter
            return False

    def _disk(self) -> Diagnosis:
        free = shutil.disk_usage(self.home).free
        return Diagnosis(
            N_("Free on its disk"),
            free >= LEAST_FREE,
            f"{free // 2**20} MiB",
            "" if free >= LEAST_FREE else N_("Make room on the disk."),
        )

    def _database(self) -> Iterator[Diagnosis]:
        try:
            with self.unit_of_work()() as unit_of_work:
                names = len(unit_of_work.glossary.all())
        except TranslateAppError as error:
            yield Diagnosis(
                N_("Database"),
                False,
                "",
                N_("Put right what it says. Do not delete the database: it holds the releases."),
                error,
            )
            return
        yield Diagnosis(N_("Database"), True, unquote(self.database_url))
        yield Diagnosis(
            N_("Names in the termbase"),
            names > 0,
            str(names),
            "" if names else N_("Run `translate-app init` to load the names."),
        )

    def _engines(self) -> Iterator[Diagnosis]:
        try:
            engines = self.engines()
            packages = engines.installed()
        except TranslateAppError as error:
            yield Diagnosis(N_("Engines"), False, "", N_("Run `translate-app init`."), error)
            return
        for package in packages:
            if package.problem:
                yield Diagnosis(
                    N_("Engine package"),
                    False,
                    package.path,
                    N_("Remove it with `translate-app models remove` and install it again."),
                    package.problem,
                )
        for pair in BOTH_PAIRS:
            yield _try(engines, pair)
        if self.runtime:
            yield _run_with(self.runtime())
        yield from self._chosen(engines)

    def _chosen(self, engines: EngineCatalogue) -> Iterator[Diagnosis]:
        """The servers, and the engines that clients ask for."""
        advice = N_("Correct the file.")
        try:
            for server in engines.servers():
                detail = f"{server.info.label}, {server.path}"
                tip = N_("Start the server, or correct engines.toml.") if server.problem else ""
                yield Diagnosis(
                    N_("Translation server"), not server.problem, detail, tip, server.problem
                )
        except TranslateAppError as error:
            yield Diagnosis(N_("Translation servers"), False, "", advice, error)
        if self.clients is None:
            return
        try:
            clients = self.clients()
            named = [clients(name) for name in ("", *clients.names())]
        except TranslateAppError as error:
            yield Diagnosis(N_("Clients"), False, "", advice, error)
            return
        for client in named:
            for pair, name in client.engines.items():
                try:
                    engines.engine(pair, name)
                except TranslateAppError as error:
                    yield Diagnosis(
                        N_("Client"),
                        False,
                        client.name or "default",
                        N_("Install the engine, or name another one in clients.toml."),
                        error,
                    )


def _run_with(runtime: Runtime) -> Diagnosis:
    """What models are run with. It is slower, not broken, where a card cannot be used."""
    detail = (
        f"{runtime.library}, {runtime.device}, {runtime.compute_type}, "
        f"{runtime.parallel} × {runtime.threads}"
    )
    return Diagnosis(N_("Engines run with"), True, detail, runtime.problem)


def _try(engines: EngineCatalogue, pair: LanguagePair) -> Diagnosis:
    try:
        engine = engines.engine(pair)
        draft = engine.translate([TRIAL[pair.source.value]])[0][0].text
    except TranslateAppError as error:
        return Diagnosis(N_("Engine"), False, "", N_("Run `translate-app init`."), error)
    if not draft.strip():
        return Diagnosis(N_("Engine"), False, engine.info.label, N_("Install the package again."))
    return Diagnosis(N_("Engine"), True, engine.info.label)
