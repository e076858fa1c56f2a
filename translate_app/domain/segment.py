"""A segment: a sentence of a unit with its translation, state and origin."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum


class SegmentState(IntEnum):
    """How far a segment has come. Ordered: a later state is a greater number."""

    EMPTY = 0
    PRETRANSLATED = 10
    REJECTED = 15
    """Sent back with a reason; a new text makes it edited."""
    EDITED = 20
    REVIEWED = 25
    """Approved once, for a client that wants a second pair of eyes."""
    APPROVED = 30
    """The only state in which a segment can be published."""

    @property
    def label(self) -> str:
        """The name used in JSON, files and scripts."""
        return self.name.lower()


class Origin(StrEnum):
    """Where the words of a target come from."""

    MEMORY = "memory"
    GLOSSARY = "glossary"
    MACHINE = "machine"
    HUMAN = "human"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a source text: characters `start` (included) to `end` (excluded)."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether a character lies in both."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies within this one, or is equal."""
        return self.start <= other.start and other.end <= self.end


class TermPlacement(StrEnum):
    """Which way a glossary name came into a draft."""

    WHOLE = "whole"
    """The whole segment is the name."""
    MARK = "mark"
    """The engine carried a mark through; the name stands in its place."""
    TRANSLATED = "translated"
    """The engine wrote the name as the termbase has it."""
    ALIGNED = "aligned"
    """The name replaced what the engine had written for it, found by attention."""
    CHOSEN = "chosen"
    """The likeliest answer lost it; another answer of the engine, in which it stands, was taken."""
    SIMILAR = "similar"
    """The name replaced what the engine had written for it, found by its sound or its words."""
    REPLACED = "replaced"
    """The name replaced a form that the termbase forbids."""
    INSERTED = "inserted"
    """The engine lost it; it was put where the attention points. A person places it."""
    MISSING = "missing"
    """It does not stand in the target."""


@dataclass(frozen=True, slots=True)
class AppliedTerm:
    """A glossary match in a source segment and what became of it in the draft."""

    entry: str
    """Key of the glossary entry."""
    source: str
    """The name as the source text spells it."""
    target: str
    """The name as the termbase wants it."""
    placement: TermPlacement

    @property
    def applied(self) -> bool:
        """Whether the name stands in the draft."""
        return self.placement is not TermPlacement.MISSING


@dataclass(frozen=True, slots=True)
class Draft:
    """What pretranslation proposes for a segment."""

    target: str
    origin: Origin
    engine: str | None = None
    """Label of the engine for a machine draft (`Starter engine en-ar 0.1`)."""
    score: float | None = None
    """The engine's mean log probability per token, 0 best; None without an engine."""
    terms: tuple[AppliedTerm, ...] = ()
    confidence: int | None = None
    """0-100, calibrated from score and length (docs/engines.md); None where unknown."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment as it stands now."""

    release_id: str
    number: int
    """Number in the release, from 1: what people and scripts call it."""
    unit: int
    """Position of its unit."""
    span: Span
    """Its place in the unit's text."""
    source: str
    target: str
    state: SegmentState
    version: int
    """Counts the changes; a save states the version it was made on."""
    origin: Origin | None = None
    engine: str | None = None
    score: float | None = None
    terms: tuple[AppliedTerm, ...] = ()
    changed_at: datetime | None = None
    changed_by: str | None = None
    confidence: int | None = None
    """0-100 for a machine draft, see `Draft`; None for what a person wrote."""
    reason: str = ""
    """Why the latest change was made, where one has to say so: a rejection, an override."""
    merged_into: int | None = None
    """Number of the segment that it became a part of. It is listed no more; its history and
    its number stay, and undoing the merge brings it back."""

    @property
    def place(self) -> tuple[int, int, int]:
        """What segments are ordered by: their place in the text. A segment that was split off
        later has a greater number than those that follow it."""
        return (self.unit, self.span.start, self.number)


@dataclass(frozen=True, slots=True)
class SegmentChange:
    """One step in a segment's life; rows of it are never overwritten."""

    release_id: str
    number: int
    version: int
    """The version that this change made."""
    at: datetime
    by: str
    state: SegmentState
    target: str
    origin: Origin | None = None
    engine: str | None = None
    score: float | None = None
    terms: tuple[AppliedTerm, ...] = ()
    confidence: int | None = None
    reason: str = ""
    """Why it was rejected, or approved in spite of errors."""
    overridden: tuple[str, ...] = ()
    """Ids of the checks whose errors the reason overrode."""
    bulk: bool = False
    """Whether it was approved together with others, by rule and not one by one."""
    span: Span | None = None
    """Its new place in the unit's text, where the change split or merged; None: as before."""
    source: str | None = None
    """The source at that place; None where `span` is."""
    merged_into: int | None = None
    """Number of the segment that this change made it a part of."""


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a check found in a segment. The shells word it through gettext."""

    check: str
    """Stable id of the check, e.g. `term_missing`."""
    severity: Severity
    parameters: dict[str, str]
    """What fills the places of the check's message."""
    span: Span | None = None
    """Where in the target, if it is at a place."""
