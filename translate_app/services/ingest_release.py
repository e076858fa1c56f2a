"""Take source releases in: read, cut into releases, segment, store."""

from collections.abc import Sequence
from dataclasses import dataclass

from translate_app.domain.document import Document, DroppedText, IncomingRelease
from translate_app.domain.language import Language
from translate_app.domain.release import Release, Unit
from translate_app.domain.segment import Segment, SegmentState
from translate_app.errors import LanguagePairError, NoReleaseFoundError, UnknownClientError
from translate_app.pipeline.ingest import fingerprint, harvest
from translate_app.pipeline.segment import segment
from translate_app.ports import (
    ClientSource,
    Clock,
    ProfileSource,
    SourceReader,
    UnitOfWork,
    UnitOfWorkFactory,
)

SHORTEST_ID = 8
"""Hexadecimal digits of a release id; longer only where two would be the same."""


@dataclass(frozen=True, slots=True)
class IngestedRelease:
    """A release found in a source."""

    release: Release
    is_new: bool
    """False where the same release was there already; nothing was stored then."""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of a source."""

    releases: tuple[IngestedRelease, ...]
    dropped: tuple[DroppedText, ...]


@dataclass(frozen=True)
class IngestReleases:
    """Ingest a file, folder, address, upload or text. All of a source, or nothing of it."""

    unit_of_work: UnitOfWorkFactory
    reader: SourceReader
    profiles: ProfileSource
    clock: Clock
    clients: ClientSource | None = None
    """Where it is None, there are no clients with a name."""

    def source(
        self,
        source: str,
        source_language: Language | None = None,
        target_language: Language | None = None,
        client: str = "",
    ) -> IngestReport:
        """Ingest `source` (a file, a folder, a URL, `-`); the language is detected if None.

        `client` is the name of the client it is translated for, or `client/project`; a release
        that is there already keeps the client it has.

        Raises:
            InputError: the source cannot be used; nothing was stored.
            UnknownClientError: there is no such client; nothing was stored.
        """
        self._check(client)
        return self._store(self.reader.read(source), source_language, target_language, client)

    def text(
        self,
        text: str,
        name: str,
        source_language: Language | None = None,
        target_language: Language | None = None,
        client: str = "",
    ) -> IngestReport:
        """Ingest text that a person pasted; `name` is what errors call it."""
        self._check(client)
        document = self.reader.read_text(text, name)
        return self._store([document], source_language, target_language, client)

    def upload(
        self,
        name: str,
        content: bytes,
        source_language: Language | None = None,
        target_language: Language | None = None,
        client: str = "",
    ) -> IngestReport:
        """Ingest an uploaded file."""
        self._check(client)
        document = self.reader.read_bytes(content, name)
        return self._store([document], source_language, target_language, client)

    def _check(self, client: str) -> None:
        if client and self.clients is None:
            raise UnknownClientError(name=client, known="–")
        if client and self.clients is not None:
            self.clients(client.partition("/")[0])

    def _store(
        self,
        documents: Sequence[Document],
        source_language: Language | None,
        target_language: Language | None,
        client: str,
    ) -> IngestReport:
        profiles = self.profiles()
        harvests = []
        for document in documents:
            found = harvest(document, profiles, source_language)
            if not found.releases:
                raise NoReleaseFoundError(name=document.name)
            harvests.append(found)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()  # two ingests of one release: the later one recognises it
            ingested = tuple(
                self._add(
                    unit_of_work, incoming, target_language or incoming.language.other, client
                )
                for found in harvests
                for incoming in found.releases
            )
            unit_of_work.commit()
        return IngestReport(ingested, tuple(d for found in harvests for d in found.dropped))

    def _add(
        self, unit_of_work: UnitOfWork, incoming: IncomingRelease, target: Language, client: str
    ) -> IngestedRelease:
        if incoming.language is target:
            raise LanguagePairError(source=incoming.language.value, target=target.value)
        # The client is no part of it: the same text into the same language is the same release,
        # and a second one would split its review, its memory and its publications in two.
        mark = fingerprint(incoming, target)
        known = unit_of_work.releases.by_fingerprint(mark)
        if known is not None:
            return IngestedRelease(known, is_new=False)
        release = Release(
            id=_free_id(unit_of_work, mark),
            fingerprint=mark,
            source_language=incoming.language,
            target_language=target,
            units=tuple(
                Unit(position, unit.kind, unit.text) for position, unit in enumerate(incoming.units)
            ),
            title=incoming.title,
            date=incoming.date,
            category=incoming.category,
            source_line=incoming.source_line,
            reference=incoming.reference,
            created_at=self.clock(),
            client=client.partition("/")[0],
            project=" ".join(client.partition("/")[2].split()),
        )
        unit_of_work.releases.add(release, empty_segments(release))
        return IngestedRelease(release, is_new=True)


def empty_segments(release: Release) -> tuple[Segment, ...]:
    """The segments of a release's units, numbered from 1, without a target."""
    spans = [
        (unit, span) for unit in release.units for span in segment(unit.text, release.pair.source)
    ]
    return tuple(
        Segment(
            release_id=release.id,
            number=number,
            unit=unit.position,
            span=span,
            source=unit.text[span.start : span.end],
            target="",
            state=SegmentState.EMPTY,
            version=0,
        )
        for number, (unit, span) in enumerate(spans, start=1)
    )


def _free_id(unit_of_work: UnitOfWork, mark: str) -> str:
    taken = {summary.id for summary in unit_of_work.releases.summaries()}
    length = SHORTEST_ID
    while mark[:length] in taken:
        length += 1
    return mark[:length]
