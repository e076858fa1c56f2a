"""Names that releases mention and the termbase lacks."""

from dataclasses import dataclass

from translate_app.domain.glossary import EntryType
from translate_app.domain.language import Language
from translate_app.domain.segment import Span


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name in a text that is in no entry."""

    surface: str
    """As the text spells it, clitics, titles and possessives not included."""
    span: Span
    type: EntryType = EntryType.OTHER
    """What the words around it say it is; OTHER where they say nothing."""


@dataclass(frozen=True, slots=True)
class CandidateContext:
    """One place where a candidate stands."""

    release_id: str
    number: int
    """Number of the segment."""
    source: str
    """The segment's source text."""
    span: Span
    """Where in it the name stands."""


@dataclass(frozen=True, slots=True)
class NameCandidate:
    """A name for the termbase, if somebody accepts it."""

    surface: str
    """Its most frequent spelling."""
    language: Language
    count: int
    """Occurrences in all releases looked at."""
    releases: int
    """Releases that mention it."""
    contexts: tuple[CandidateContext, ...]
    """The first places where it stands."""
    proposals: tuple[str, ...]
    """Transliterations, best first; offered, never used by themselves."""
    type: EntryType
