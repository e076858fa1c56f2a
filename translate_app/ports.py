"""What the services need from the world, as Protocols. Adapters implement them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from translate_app.domain.client import Client
from translate_app.domain.document import Document, SiteProfile
from translate_app.domain.engine import EngineInfo, Hypothesis, InstalledPackage
from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.language import LanguagePair
from translate_app.domain.recipe import Recipe
from translate_app.domain.release import Edition, Publication, Release, ReleaseSummary
from translate_app.domain.segment import Draft, Segment, SegmentChange


class Clock(Protocol):
    """Tells the time; a test may stop it."""

    def __call__(self) -> datetime:
        """Now, aware, in UTC."""
        ...


class Engine(Protocol):
    """Machine translation for one language pair."""

    @property
    def info(self) -> EngineInfo:
        """Name, kind, pair and version."""
        ...

    @property
    def marks(self) -> tuple[str, ...]:
        """Strings this engine was trained to copy to their place; empty where it was not."""
        ...

    def translate(
        self, texts: Sequence[str], *, hypotheses: int = 1
    ) -> Sequence[Sequence[Hypothesis]]:
        """Translate each of `texts` on its own, in one batch. Several threads may ask at once.

        Returns, for each text in order, at least one and at most `hypotheses`
        candidates, best first. An empty text gives an empty hypothesis with score 0.

        Raises:
            EngineFailedError: the engine broke; no partial result.
        """
        ...


class Progress(Protocol):
    """Told how far a long piece of work has come."""

    def __call__(self, done: int, total: int) -> None:
        """`done` of `total` steps (bytes, segments) are finished; `total` 0 is unknown."""
        ...


class EngineCatalogue(Protocol):
    """The engine packages of a home folder and the servers it knows."""

    def installed(self) -> tuple[InstalledPackage, ...]:
        """Every package present, broken ones with their problem; preferred ones first."""
        ...

    def servers(self) -> tuple[InstalledPackage, ...]:
        """Every server and pair of `engines.toml`, each asked whether it is there.

        Raises:
            SettingsFileError: the file makes no sense.
        """
        ...

    def preferred(self, pair: LanguagePair) -> str | None:
        """Name of the engine that translates `pair` where nobody asks for another."""
        ...

    def engine(self, pair: LanguagePair, name: str | None = None) -> Engine:
        """The engine of that name, or the preferred one, loaded once and shared.

        Raises:
            NoEngineError: nothing usable for `pair` is installed.
            UnknownEngineError: none is called `name`.
            PackageError: the package called `name` is broken.
            SettingsFileError: `name` is no package, and `engines.toml` makes no sense.
        """
        ...

    def install_path(
        self, path: Path, *, name: str | None = None, force: bool = False
    ) -> tuple[InstalledPackage, ...]:
        """Verify and install a package file or a folder of model files, atomically.

        A model of several languages makes one package for each direction. `name` wins over
        the name that the package has of itself. `force` lets it replace a package of the
        same version with other content.

        Raises:
            PackageError: it is no package, or one that cannot be used; nothing was changed.
        """
        ...

    def install_firefox(
        self, pairs: Iterable[LanguagePair], *, force: bool = False
    ) -> tuple[InstalledPackage, ...]:
        """Fetch Mozilla's models and install them under the name `firefox`.

        Raises:
            DownloadError: they cannot be reached, the library is missing, or offline is set.
            PackageError: what came cannot be used.
        """
        ...

    def install_starter(self) -> tuple[InstalledPackage, ...]:
        """Install the bundled starter packages that are not there yet."""
        ...

    def install_official(
        self,
        pairs: Iterable[LanguagePair],
        progress: Progress | None = None,
        *,
        force: bool = False,
    ) -> tuple[InstalledPackage, ...]:
        """Fetch the official packages from the index and install them.

        A package of the newest version that is there and works is kept, unless `force`.

        Raises:
            DownloadError: the index or a package cannot be reached, or offline is set.
            PackageError: what came is no usable package.
        """
        ...

    def remove(self, pair: LanguagePair, name: str) -> None:
        """Remove an installed package.

        Raises:
            UnknownEngineError: it is not there.
        """
        ...


class ClientSource(Protocol):
    """The clients that releases are translated for, with their house styles and engines."""

    def __call__(self, name: str = "") -> Client:
        """The client of that name; the unnamed one has the defaults.

        Raises:
            UnknownClientError: there is none. SettingsFileError: the file makes no sense.
        """
        ...

    def names(self) -> tuple[str, ...]:
        """Every client that has a name, in the file's order.

        Raises:
            SettingsFileError: the file makes no sense.
        """
        ...


class SourceReader(Protocol):
    """Reads the outside world's files into documents."""

    def read(self, source: str) -> Sequence[Document]:
        """The documents in `source`: a file, a folder, a URL, or `-` for standard input.

        Raises:
            InputError: empty, binary, too large, of unknown encoding, or unreadable.
        """
        ...

    def read_text(self, text: str, name: str) -> Document:
        """A document made of text that is already decoded (pasted, for instance).

        Raises:
            InputError: as `read`.
        """
        ...

    def read_bytes(self, content: bytes, name: str) -> Document:
        """A document made of an uploaded file's bytes; `name` tells the format.

        Raises:
            InputError: as `read`.
        """
        ...

    def plain_text(self, source: str) -> str:
        """The text of a source as it is read, before it is cut into blocks.

        Raises:
            InputError: as `read`.
        """
        ...


class ProfileSource(Protocol):
    """The site profiles: those bundled and those of the home folder."""

    def __call__(self) -> tuple[SiteProfile, ...]:
        """All of them; the home's come first and win over bundled ones of the same name.

        Raises:
            UnreadableSourceError: a profile file is broken; it says which and why.
        """
        ...


class Exporter(Protocol):
    """Writes an edition in one format."""

    @property
    def format(self) -> str:
        """Its name on the command line: `html`, `po`, `json`, `txt`."""
        ...

    @property
    def extension(self) -> str:
        """File extension without the dot."""
        ...

    @property
    def media_type(self) -> str:
        """IANA media type, with charset for text."""
        ...

    def serialize(self, edition: Edition) -> bytes:
        """The whole file."""
        ...


class GlossaryReader(Protocol):
    """Reads termbase files."""

    def __call__(self, path: Path) -> tuple[Sequence[GlossaryEntry], Sequence[str]]:
        """The entries of a file, or of all `*.csv` of a folder, and notes to show.

        Raises:
            GlossaryFileError: a row cannot be used; it names the line.
            InputError: the file cannot be read.
        """
        ...


class ReleaseRepository(Protocol):
    """Releases with their units and segments."""

    def add(self, release: Release, segments: Sequence[Segment]) -> None:
        """Store a new release with its (empty) segments.

        Raises:
            ReleaseExistsError: its id or fingerprint is there already.
        """
        ...

    def get(self, release_id: str) -> Release:
        """The release of that id, or of the only id that begins so.

        Raises:
            ReleaseNotFoundError: none. AmbiguousReleaseError: more than one.
        """
        ...

    def by_fingerprint(self, fingerprint: str) -> Release | None:
        """The release with that fingerprint, or None."""
        ...

    def summaries(self) -> Sequence[ReleaseSummary]:
        """All releases, newest first."""
        ...


class SegmentRepository(Protocol):
    """Segments and their history."""

    def of_release(self, release_id: str) -> Sequence[Segment]:
        """All segments of a release in order."""
        ...

    def get(self, release_id: str, number: int) -> Segment:
        """One segment.

        Raises:
            SegmentNotFoundError: there is none of that number.
        """
        ...

    def record(self, change: SegmentChange) -> Segment:
        """Append `change` and make it the segment's present state.

        `change.version` must be the segment's present version plus one.

        Raises:
            StaleSegmentError: somebody else made that version first; nothing is written.
            SegmentNotFoundError: there is no such segment.
        """
        ...

    def history(self, release_id: str, number: int) -> Sequence[SegmentChange]:
        """All changes of a segment, oldest first."""
        ...

    def approved_target(self, source: str, pair: LanguagePair) -> Draft | None:
        """The latest approved translation of exactly this source text, origin memory."""
        ...


class GlossaryRepository(Protocol):
    """The termbase in the store."""

    def all(self) -> Sequence[GlossaryEntry]:
        """Every entry, by key."""
        ...

    def upsert(
        self, entries: Iterable[GlossaryEntry], by: str | None = None
    ) -> tuple[int, int, int]:
        """Add or change entries by key; (added, changed, unchanged).

        `by` is noted in the termbase's history, where it is known.
        """
        ...

    def revision(self) -> int:
        """Grows by one with every change of the termbase."""
        ...


class DraftRepository(Protocol):
    """Machine drafts kept for the next job that meets the same text. The oldest may go."""

    def find(self, sources: Sequence[str], recipe: Recipe) -> Mapping[str, Draft]:
        """Those of `sources` that were drafted after `recipe`, with their drafts."""
        ...

    def keep(self, made: Mapping[str, Draft], recipe: Recipe) -> None:
        """Keep drafts by source text; of drafts kept already the first stays."""
        ...


class PublicationRepository(Protocol):
    """Publications, which are never changed."""

    def add(self, publication: Publication) -> None:
        """Store a publication; its number must be the next one.

        Raises:
            PublicationNumberError: it is not (somebody else published in the meantime).
            ReleaseNotFoundError: there is no release of that id.
        """
        ...

    def of_release(self, release_id: str) -> Sequence[Publication]:
        """All publications of a release, oldest first."""
        ...

    def get(self, release_id: str, number: int | None = None) -> Publication:
        """One publication, the latest where `number` is None.

        Raises:
            PublicationNotFoundError: there is none of that number.
            NothingPublishedError: the release has no publication at all.
        """
        ...


class UnitOfWork(Protocol):
    """One transaction. Leaving the block without `commit` rolls everything back."""

    releases: ReleaseRepository
    segments: SegmentRepository
    glossary: GlossaryRepository
    publications: PublicationRepository
    drafts: DraftRepository

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Roll back what was not committed and give the connection back."""
        ...

    def lock(self) -> None:
        """Become the only writer until commit, waiting for another one to finish.

        What is read after it stays true until commit. Without it, writing begins at the
        first write, and what was read before that may be out of date by then.
        """
        ...

    def commit(self) -> None:
        """Make it durable; what follows in the block needs another commit."""
        ...


UnitOfWorkFactory = Callable[[], UnitOfWork]

__all__ = [
    "ClientSource",
    "Clock",
    "DraftRepository",
    "Engine",
    "EngineCatalogue",
    "Exporter",
    "GlossaryReader",
    "GlossaryRepository",
    "ProfileSource",
    "Progress",
    "PublicationRepository",
    "ReleaseRepository",
    "SegmentRepository",
    "SourceReader",
    "UnitOfWork",
    "UnitOfWorkFactory",
]
