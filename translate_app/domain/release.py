"""The press release as it is stored, and what is published of it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from translate_app.domain.client import HouseStyle
from translate_app.domain.document import UnitKind
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import SegmentState


@dataclass(frozen=True, slots=True)
class Unit:
    """A block of a stored release: heading, dateline, paragraph, caption, source line."""

    position: int
    """Order in the release, from 0."""
    kind: UnitKind
    text: str
    """Source text, exactly as ingested."""


@dataclass(frozen=True, slots=True)
class Release:
    """A press release with its units."""

    id: str
    """Short hexadecimal id, derived from the fingerprint."""
    fingerprint: str
    """SHA-256 over language pair and unit texts: the same release is recognised by it."""
    source_language: Language
    target_language: Language
    units: tuple[Unit, ...]
    title: str | None
    date: date | None
    category: str | None
    source_line: str | None
    reference: str
    created_at: datetime
    client: str = ""
    """Name of the client it is translated for; empty for the defaults."""
    project: str = ""
    """A project of the client with names of its own; empty for none."""

    @property
    def scope(self) -> str:
        """Client and project as the termbase's entries name them: `client/project`."""
        return f"{self.client}/{self.project}" if self.project else self.client

    @property
    def pair(self) -> LanguagePair:
        """The language pair of the translation."""
        return LanguagePair(self.source_language, self.target_language)

    @property
    def display_title(self) -> str:
        """The headline, or the first words of the first paragraph where there is none."""
        if self.title:
            return self.title
        for unit in self.units:
            if unit.kind in (UnitKind.PARAGRAPH, UnitKind.HEADING):
                return first_words(unit.text)
        return first_words(self.units[0].text) if self.units else self.id


TOUCHED = frozenset(state for state in SegmentState if state > SegmentState.PRETRANSLATED)
"""The states of segments that a person has looked at."""


class ReleaseState(StrEnum):
    """How far a release has come, told from its segments and publications."""

    EMPTY = "empty"
    """No segment has a translation."""
    DRAFTED = "drafted"
    """There are drafts, and no person has touched one."""
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
    """Every segment is approved and there is a publication."""


@dataclass(frozen=True, slots=True)
class ReleaseSummary:
    """A release as a list shows it."""

    id: str
    display_title: str
    source_language: Language
    target_language: Language
    date: date | None
    category: str | None
    created_at: datetime
    counts: dict[SegmentState, int]
    """Segments by state; a state without segments is absent."""
    latest_publication: int | None

    @property
    def total(self) -> int:
        """Number of segments."""
        return sum(self.counts.values())

    @property
    def approved(self) -> int:
        """Number of approved segments."""
        return self.counts.get(SegmentState.APPROVED, 0)

    @property
    def state(self) -> ReleaseState:
        """How far the release has come."""
        if self.approved == self.total:
            return ReleaseState.PUBLISHED if self.latest_publication else ReleaseState.APPROVED
        if any(self.counts.get(state) for state in TOUCHED):
            return ReleaseState.IN_REVIEW
        drafted = self.counts.get(SegmentState.PRETRANSLATED)
        return ReleaseState.DRAFTED if drafted else ReleaseState.EMPTY


@dataclass(frozen=True, slots=True)
class PublishedSegment:
    """A segment as it was when the publication was made."""

    number: int
    source: str
    target: str
    state: SegmentState
    approved_by: str | None = None


@dataclass(frozen=True, slots=True)
class PublishedUnit:
    """A unit of a publication; its texts are the segments with what stood between them."""

    kind: UnitKind
    source: str
    target: str
    segments: tuple[PublishedSegment, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """The content that an exporter writes: a publication, or a draft marked as such."""

    release_id: str
    source_language: Language
    target_language: Language
    title: str | None
    """Headline in the target language, None where the release has none."""
    source_title: str | None
    date: date | None
    category: str | None
    reference: str
    units: tuple[PublishedUnit, ...]
    number: int | None = None
    """Publication number, from 1; None for a draft."""
    published_at: datetime | None = None
    published_by: str | None = None
    checksum: str | None = None
    """SHA-256 of the content (see `pipeline.publish`); None for a draft."""
    style: HouseStyle = field(default_factory=HouseStyle)
    """The client's house style when it was published, for the dates around the text."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A numbered, immutable snapshot of a release."""

    release_id: str
    number: int
    published_at: datetime
    published_by: str
    checksum: str
    content: str
    """Canonical JSON of the edition; the checksum is over these bytes."""


def first_words(text: str, limit: int = 72) -> str:
    """`text` on one line, cut at a word near `limit` characters with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line.rfind(" ", 0, limit)
    return line[: cut if cut > limit // 2 else limit].rstrip(" ,;:،؛") + "…"
