"""What the translation memory and the concordance give back."""

from dataclasses import dataclass
from datetime import datetime

from translate_app.domain.language import LanguagePair
from translate_app.domain.segment import SegmentState, Span


@dataclass(frozen=True, slots=True)
class MemoryMatch:
    """An approved translation of a text that is like the one asked about."""

    quality: int
    """0-100: 100 for exactly the same text, 99 at most for any other."""
    source: str
    target: str
    release_id: str
    number: int
    by: str
    """Who approved it."""
    at: datetime


@dataclass(frozen=True, slots=True)
class ConcordanceHit:
    """A translated segment in which a text stands, on either side."""

    release_id: str
    title: str
    """What the release is called."""
    number: int
    pair: LanguagePair
    source: str
    target: str
    source_spans: tuple[Span, ...]
    """Where the text stands in the source."""
    target_spans: tuple[Span, ...]
    state: SegmentState
    by: str
    """Who changed it last."""
    at: datetime
