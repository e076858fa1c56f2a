"""The one composition root: settings -> adapters -> services.

Adapters are imported when they are first needed, so that `--help` loads none of them.
"""

import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from translate_app import __version__, i18n
from translate_app.config import Settings, bundled, load_settings
from translate_app.domain.engine import Runtime
from translate_app.domain.language import Language
from translate_app.errors import DownloadError, HomeError, PackageError
from translate_app.ports import ClientSource, EngineCatalogue, Progress, SourceReader, UnitOfWork

if TYPE_CHECKING:
    from translate_app.adapters.formats.glossary_reader import GlossaryFileReader
    from translate_app.adapters.storage.database import Database
    from translate_app.services.alternatives import Alternatives
    from translate_app.services.candidates import Candidates
    from translate_app.services.comments import Comments
    from translate_app.services.concordance import TranslationMemory
    from translate_app.services.doctor import Doctor
    from translate_app.services.engines import Engines
    from translate_app.services.glossary_check import GlossaryCheck
    from translate_app.services.glossary_files import GlossaryFiles, LoadedTermbase
    from translate_app.services.ingest_release import IngestReleases
    from translate_app.services.known_entries import KnownEntries
    from translate_app.services.maintain_glossary import MaintainGlossary
    from translate_app.services.matchers import Matchers
    from translate_app.services.models import Models
    from translate_app.services.name_choices import NameChoices
    from translate_app.services.presence import PresenceOfPeople
    from translate_app.services.pretranslate_release import PretranslateRelease
    from translate_app.services.propagation import Propagation
    from translate_app.services.publish_release import ExportRelease, PublishRelease
    from translate_app.services.queries import Queries
    from translate_app.services.release_work import WorkOnReleases
    from translate_app.services.repetitions import Repetitions
    from translate_app.services.reports import Reports
    from translate_app.services.review_segment import ReviewSegments
    from translate_app.services.search_replace import SearchAndReplace
    from translate_app.services.split_merge import SplitAndMerge
    from translate_app.services.termbase import Termbase
    from translate_app.services.translate_text import SegmentSource, TranslateText


def utc_now() -> datetime:
    """The system clock (see `ports.Clock`)."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Initialised:
    """What `Application.initialise` did."""

    home: Path
    termbase: "LoadedTermbase"
    engines: tuple[str, ...]
    """Labels of the engines that can be used now."""
    official_failure: DownloadError | PackageError | None
    """Why the official engines are not there, if they were asked for and did not come."""


class Application:
    """All services over one home, wired lazily. Share one per process; it is thread-safe."""

    def __init__(self, settings: Settings, environment: Mapping[str, str] | None = None) -> None:
        """`environment` holds the keys of servers; they are no settings, so that none is shown."""
        self.settings = settings
        self._environment = os.environ if environment is None else environment
        self._opening = threading.Lock()

    @cached_property
    def database(self) -> "Database":
        """The store, with migrations applied."""
        from translate_app.adapters.storage.database import open_database

        return open_database(self.settings.database_url)

    def unit_of_work(self) -> UnitOfWork:
        """A new transaction on the store, which is opened when first needed."""
        with self._opening:
            database = self.database
        return database.unit_of_work()

    @cached_property
    def engines(self) -> EngineCatalogue:
        """The engine packages of the home, and the servers it knows."""
        from translate_app.adapters.engines.packages import HomeCatalogue
        from translate_app.adapters.engines.servers import Servers

        offline = self.settings.offline
        return HomeCatalogue(
            self.settings.packages,
            bundled("starter"),
            offline=offline,
            model_index=self.settings.model_index,
            servers=Servers(self.settings.servers, self._environment, offline=offline),
        )

    @cached_property
    def clients(self) -> ClientSource:
        """Whom releases are translated for."""
        from translate_app.adapters.clients import ClientFile

        return ClientFile(self.settings.clients)

    @cached_property
    def matchers(self) -> "Matchers":
        """Glossary matching, built once for each state of the termbase."""
        from translate_app.services.matchers import Matchers

        return Matchers(self.unit_of_work)

    @cached_property
    def name_choices(self) -> "NameChoices":
        """Which of several entries of one spelling is meant in a release."""
        from translate_app.services.name_choices import NameChoices

        return NameChoices(self.unit_of_work, utc_now)

    @cached_property
    def sources(self) -> SourceReader:
        """Files, folders, addresses, standard input."""
        from translate_app.adapters.sources import Sources

        return Sources(offline=self.settings.offline)

    @cached_property
    def segment(self) -> "SegmentSource":
        """Cut a text into segments that are not stored."""
        from translate_app.services.translate_text import SegmentSource

        return SegmentSource(self.sources)

    @cached_property
    def ingest(self) -> "IngestReleases":
        """Take releases in."""
        from translate_app.adapters.profiles import ProfileFolders
        from translate_app.services.ingest_release import IngestReleases

        return IngestReleases(
            self.unit_of_work,
            self.sources,
            ProfileFolders(bundled("profiles"), self.settings.profiles),
            utc_now,
            self.clients,
        )

    @cached_property
    def queries(self) -> "Queries":
        """Look at releases."""
        from translate_app.services.queries import Queries

        return Queries(self.unit_of_work, self.matchers)

    @cached_property
    def translate(self) -> "TranslateText":
        """Translate a text that is not stored."""
        from translate_app.services.translate_text import TranslateText

        return TranslateText(self.unit_of_work, self.engines, self.matchers, self.clients)

    @cached_property
    def pretranslate(self) -> "PretranslateRelease":
        """Fill empty segments."""
        from translate_app.services.pretranslate_release import PretranslateRelease

        return PretranslateRelease(
            self.unit_of_work, self.engines, self.matchers, utc_now, self.clients
        )

    @cached_property
    def alternatives(self) -> "Alternatives":
        """Other drafts of one segment."""
        from translate_app.services.alternatives import Alternatives

        return Alternatives(self.unit_of_work, self.engines, self.matchers, self.clients)

    @cached_property
    def review(self) -> "ReviewSegments":
        """Edit, approve, reject, reopen."""
        from translate_app.services.review_segment import ReviewSegments

        return ReviewSegments(self.unit_of_work, utc_now, self.queries.examine, self.clients)

    @cached_property
    def repetitions(self) -> "Repetitions":
        """Segments that say the same."""
        from translate_app.services.repetitions import Repetitions

        return Repetitions(self.unit_of_work, utc_now)

    @cached_property
    def split_merge(self) -> "SplitAndMerge":
        """Cut segments, and join neighbours."""
        from translate_app.services.split_merge import SplitAndMerge

        return SplitAndMerge(self.unit_of_work, utc_now)

    @cached_property
    def reports(self) -> "Reports":
        """What was done, how long it took, what of the drafts was kept."""
        from translate_app.adapters.formats.report_csv import serialize
        from translate_app.services.reports import Reports

        return Reports(self.unit_of_work, serialize)

    @cached_property
    def search_replace(self) -> "SearchAndReplace":
        """Search and replace in a release."""
        from translate_app.services.search_replace import SearchAndReplace

        return SearchAndReplace(self.unit_of_work, utc_now, self.queries.examine)

    @cached_property
    def memory(self) -> "TranslationMemory":
        """Texts like this one, and where a text was used."""
        from translate_app.services.concordance import TranslationMemory
        from translate_app.services.memory_index import MemoryIndex

        return TranslationMemory(MemoryIndex(self.unit_of_work))

    @cached_property
    def work(self) -> "WorkOnReleases":
        """Assign, schedule, board, the next segment."""
        from translate_app.services.release_work import WorkOnReleases

        return WorkOnReleases(self.unit_of_work, utc_now)

    @cached_property
    def comments(self) -> "Comments":
        """What people say about segments."""
        from translate_app.services.comments import Comments

        return Comments(self.unit_of_work, utc_now)

    @cached_property
    def presence(self) -> "PresenceOfPeople":
        """Who is in which segment."""
        from translate_app.services.presence import PresenceOfPeople

        return PresenceOfPeople(self.unit_of_work, utc_now)

    @cached_property
    def publish(self) -> "PublishRelease":
        """Publish approved releases."""
        from translate_app.services.publish_release import PublishRelease

        return PublishRelease(self.unit_of_work, utc_now, self.clients)

    @cached_property
    def export(self) -> "ExportRelease":
        """Write publications in the formats others read."""
        from translate_app.adapters.formats.exporters import exporters, file_name
        from translate_app.adapters.formats.labels import Labels
        from translate_app.services.publish_release import ExportRelease, press_date

        labels = Labels(word, press_date)
        return ExportRelease(self.unit_of_work, exporters(labels), file_name, self.clients)

    @cached_property
    def glossary(self) -> "Termbase":
        """Names."""
        from translate_app.services.termbase import Termbase

        return Termbase(self.matchers)

    @cached_property
    def glossary_files(self) -> "GlossaryFiles":
        """Names from files and to them."""
        from translate_app.adapters.formats.glossary_folder import CsvFolder
        from translate_app.adapters.formats.glossary_writers import WRITERS
        from translate_app.adapters.territories import territory_entries
        from translate_app.services.glossary_files import GlossaryFiles

        reader = self._glossary_reader
        folder = CsvFolder(reader)
        return GlossaryFiles(self.unit_of_work, reader, folder, WRITERS, territory_entries)

    @cached_property
    def glossary_check(self) -> "GlossaryCheck":
        """Find what is wrong with the termbase."""
        from translate_app.adapters.territories import territory_entries
        from translate_app.services.glossary_check import GlossaryCheck

        return GlossaryCheck(
            self.unit_of_work, self._glossary_reader, territory_entries, self.matchers
        )

    @cached_property
    def _glossary_reader(self) -> "GlossaryFileReader":
        from translate_app.adapters.formats.glossary_reader import GlossaryFileReader

        return GlossaryFileReader(i18n.translator(self.settings.language).gettext)

    @cached_property
    def known_entries(self) -> "KnownEntries":
        """The termbase in memory."""
        from translate_app.services.known_entries import KnownEntries

        return KnownEntries(self.unit_of_work)

    @cached_property
    def maintain(self) -> "MaintainGlossary":
        """Search, edit, merge, undo names; see where they are used."""
        from translate_app.services.entry_usage import EntryUsage
        from translate_app.services.maintain_glossary import MaintainGlossary

        usage = EntryUsage(self.unit_of_work, self.known_entries, self.matchers)
        return MaintainGlossary(self.unit_of_work, self.known_entries, usage)

    @cached_property
    def candidates(self) -> "Candidates":
        """Names that releases mention and the termbase lacks."""
        from translate_app.services.candidates import Candidates
        from translate_app.services.found_names import FoundNames

        return Candidates(self.unit_of_work, FoundNames(self.matchers), utc_now)

    @cached_property
    def propagation(self) -> "Propagation":
        """Put right what a changed name makes wrong."""
        from translate_app.services.propagation import Propagation

        return Propagation(self.unit_of_work, self.known_entries, self.matchers, utc_now)

    @cached_property
    def models(self) -> "Models":
        """Engine packages."""
        from translate_app.services.models import Models

        return Models(self.engines)

    @cached_property
    def list_engines(self) -> "Engines":
        """Every engine there is."""
        from translate_app.services.engines import Engines

        return Engines(self.engines, self.clients)

    @cached_property
    def doctor(self) -> "Doctor":
        """Find out what is wrong."""
        from translate_app.services.doctor import Doctor

        return Doctor(
            self.settings.home,
            self.settings.database_url,
            __version__,
            lambda: self.unit_of_work,
            lambda: self.engines,
            lambda: self.clients,
            self.runtime,
        )

    def runtime(self) -> Runtime:
        """How models are run on this machine."""
        from translate_app.adapters.engines import argos_runtime

        return argos_runtime.runtime()

    def initialise(self, *, offline: bool = False, progress: Progress | None = None) -> Initialised:
        """Create home and database, load `glossary/`, install engines; safe to run again.

        The official engines are tried where the network may be used; that they do not
        come is no error while the starter engine is there.
        """
        try:
            self.settings.home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise HomeError(path=self.settings.home, reason=error.strerror or str(error)) from error
        loaded = self.glossary_files.load(self.seed_termbase)
        self.models.install_starter()
        failure: DownloadError | PackageError | None = None
        if not (offline or self.settings.offline) and self.models.only_starter():
            try:
                self.models.install_official(progress=progress)
            except (DownloadError, PackageError) as error:  # a page of a hotel's network, say
                failure = error
        labels = tuple(p.info.label for p in self.models.installed() if not p.problem)
        return Initialised(self.settings.home, loaded, labels, failure)

    @property
    def seed_termbase(self) -> Path:
        """The folder of the names that ship with the program."""
        return bundled("glossary")

    @property
    def samples(self) -> Path:
        """The folder of sample releases that ships with the program."""
        return bundled("samples")

    def write_file(self, path: Path, content: bytes) -> None:
        """Write a file for a person, the whole of it or nothing.

        Raises:
            UnwritableFileError: it cannot be written there.
        """
        from translate_app.adapters.files import write_file

        write_file(path, content)

    def close(self) -> None:
        """Give the database connections back."""
        if "database" in self.__dict__:
            self.database.dispose()
            del self.__dict__["database"]


def build(environment: Mapping[str, str] | None = None, home: Path | None = None) -> Application:
    """The application for this environment; nothing is opened or created yet."""
    environment = os.environ if environment is None else environment
    return Application(load_settings(environment, home), environment)


def word(language: Language, message: str) -> str:
    """`message` in the language of a text, for what exporters write around it."""
    return i18n.translator(language.value).gettext(message)
