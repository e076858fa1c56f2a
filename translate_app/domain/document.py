"""What a format adapter reads from a file, before anybody knows which releases are in it."""

import datetime
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from translate_app.domain.language import Language


class UnitKind(StrEnum):
    """What a block of a release is."""

    HEADING = "heading"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CAPTION = "caption"
    SOURCE_LINE = "source_line"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a read document, in reading order."""

    text: str
    """Its text without the white space around it; inner line breaks kept."""
    kind: UnitKind = UnitKind.PARAGRAPH
    line: int = 0
    """The line of the file it began on, counted from 1; 0 where a format has no lines."""


@dataclass(frozen=True, slots=True)
class Document:
    """The content of one file, page or pasted text."""

    name: str
    """What a person calls it: a file name, an address, `-`."""
    blocks: tuple[Block, ...]
    title: str | None = None
    """A title that the format itself states (HTML metadata, not a guess from the text)."""
    published: date | None = None
    language: Language | None = None
    """A language that the format states; None where it says nothing."""
    notes: tuple["DroppedText", ...] = ()
    """What the reader left out and why."""


class DropReason(StrEnum):
    """Why a passage of the input is not part of any release."""

    SITE_HEADER = "site_header"
    SITE_FOOTER = "site_footer"
    BOILERPLATE = "boilerplate"
    CONTROL_CHARACTERS = "control_characters"


@dataclass(frozen=True, slots=True)
class DroppedText:
    """A passage that ingest left out; shown to the person, never silently lost."""

    text: str
    reason: DropReason
    line: int = 0


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """The rules by which a scraped listing page of one site is cut into releases.

    Profiles are data (TOML files in `data/profiles/` and in the home's `profiles/`),
    see docs/ingest.md. All patterns are regular expressions matched on a whole line.
    """

    name: str
    dateline: str
    """Begins a release. Named groups: `date`, and optionally `category`."""
    date_formats: tuple[str, ...] = ()
    """CLDR date patterns for the group `date`, tried in order (`d MMMM y`)."""
    language: Language | None = None
    """Language of the dates, and of the site where it has only one."""
    header: tuple[str, ...] = ()
    """Lines of page furniture above a dateline."""
    footer: tuple[str, ...] = ()
    """Begins the page's end: from the first such line on, nothing is of a release."""
    source_line: str | None = None
    """Searched at the end of the last paragraph; named group `source_line`."""
    heading: str | None = None
    """A headline just above or below a dateline; None where the site has none."""


@dataclass(frozen=True, slots=True)
class ReleaseUnit:
    """A unit as ingest found it, not stored yet."""

    kind: UnitKind
    text: str


@dataclass(frozen=True, slots=True)
class IncomingRelease:
    """A release that ingest found in a document; not stored yet."""

    units: tuple[ReleaseUnit, ...]
    language: Language
    title: str | None = None
    date: datetime.date | None = None  # a bare `date` would mean this field
    category: str | None = None
    source_line: str | None = None
    reference: str = ""
    """Where it came from: file name or address."""


@dataclass(frozen=True, slots=True)
class Harvest:
    """What ingest made of one document."""

    releases: tuple[IncomingRelease, ...]
    dropped: tuple[DroppedText, ...] = field(default=())
