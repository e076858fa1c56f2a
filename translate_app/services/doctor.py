"""What is installed, where, whether it works, what to do about it."""

import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from translate_app.domain.language import LanguagePair
from translate_app.errors import N_, TranslateAppError
from translate_app.ports import EngineCatalogue, UnitOfWorkFactory
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
    """What was found: a path, a version, a figure, an error's sentence."""
    advice: str = ""
    """Message id of what to do; empty where nothing is needed."""


@dataclass(frozen=True)
class Doctor:
    """Looks at the whole installation; never raises, that is its point."""

    home: Path
    database_url: str
    version: str
    unit_of_work: Callable[[], UnitOfWorkFactory]
    """Opens the database, so that a broken one becomes a diagnosis."""
    engines: Callable[[], EngineCatalogue]

    def __call__(self) -> tuple[Diagnosis, ...]:
        """All diagnoses, in reading order."""
        return (
            Diagnosis(
                N_("Program"),
                sys.version_info >= (3, 11),
                f"translate_app {self.version}, Python {platform.python_version()}, "
                f"{platform.system()} {platform.machine()}",
                "" if sys.version_info >= (3, 11) else N_("Install Python 3.11 or newer."),
            ),
            self._home(),
            *self._database(),
            *self._engines(),
        )

    def _home(self) -> Diagnosis:
        if not self.home.is_dir():
            return Diagnosis(
                N_("Home folder"), False, str(self.home), N_("Run `translate-app init`.")
            )
        free = shutil.disk_usage(self.home).free
        detail = f"{self.home} ({free // 2**20} MiB)"
        if free < LEAST_FREE:
            return Diagnosis(N_("Home folder"), False, detail, N_("Make room on the disk."))
        return Diagnosis(N_("Home folder"), True, detail)

    def _database(self) -> Iterator[Diagnosis]:
        try:
            with self.unit_of_work()() as unit_of_work:
                releases = len(unit_of_work.releases.summaries())
                names = len(unit_of_work.glossary.all())
        except TranslateAppError as error:
            yield Diagnosis(
                N_("Database"),
                False,
                str(error),
                N_("Restore it from a backup, or move it away and run `translate-app init`."),
            )
            return
        yield Diagnosis(N_("Database"), True, f"{self.database_url}: {releases}")
        yield Diagnosis(
            N_("Termbase"),
            names > 0,
            str(names),
            "" if names else N_("Run `translate-app init` to load the names."),
        )

    def _engines(self) -> Iterator[Diagnosis]:
        try:
            engines = self.engines()
            packages = engines.installed()
        except TranslateAppError as error:
            yield Diagnosis(N_("Engines"), False, str(error), N_("Run `translate-app init`."))
            return
        for package in packages:
            if package.problem:
                yield Diagnosis(
                    N_("Engine package"),
                    False,
                    f"{package.path}: {package.problem}",
                    N_("Remove it with `translate-app models remove` and install it again."),
                )
        for pair in BOTH_PAIRS:
            yield _try(engines, pair)


def _try(engines: EngineCatalogue, pair: LanguagePair) -> Diagnosis:
    try:
        engine = engines.engine(pair)
        draft = engine.translate([TRIAL[pair.source.value]])[0][0].text
    except TranslateAppError as error:
        return Diagnosis(N_("Engine"), False, str(error), N_("Run `translate-app init`."))
    if not draft.strip():
        return Diagnosis(N_("Engine"), False, engine.info.label, N_("Install the package again."))
    return Diagnosis(N_("Engine"), True, engine.info.label)
