"""Rows of the reports."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class DayRow:
    """What one person did on one day. Words are words of the source."""

    day: date
    person: str
    segments: int
    """Segments that they gave another text."""
    words: int
    approved: int
    """Segments that they approved (or approved once, or in bulk)."""
    approved_words: int
    minutes: float
    """Time at work: between two changes, breaks left out."""


@dataclass(frozen=True, slots=True)
class SegmentTimeRow:
    """How long one person took over one segment."""

    release_id: str
    number: int
    person: str
    words: int
    """Words of its source."""
    seconds: float
    """Between their change before and each of their changes to it, breaks left out."""
    changes: int


class DraftNames(StrEnum):
    """What became of the termbase's names in a draft."""

    NONE = "none"
    """There was no name in the segment."""
    APPLIED = "applied"
    """Every name stood in the draft."""
    MISSING = "missing"
    """One at least did not."""


@dataclass(frozen=True, slots=True)
class KeptRow:
    """How much of the drafts of one engine stood in what people approved."""

    engine: str
    """Label of the engine; for other drafts where they come from: `memory`, `glossary`."""
    names: DraftNames
    segments: int
    words: int
    """Words of their sources."""
    kept: float
    """Mean chrF of draft against approved text, 0-100."""
    unchanged: int
    """Segments whose draft was approved as it was."""
