"""The termbase: names and how they are spelt on both sides."""

from dataclasses import dataclass
from enum import StrEnum

from translate_app.domain.language import Language
from translate_app.domain.segment import Span


class EntryType(StrEnum):
    """What kind of name it is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    TITLE = "title"
    DOCUMENT = "document"
    EVENT = "event"
    OTHER = "other"


class EntryStatus(StrEnum):
    """Only approved entries are enforced."""

    CANDIDATE = "candidate"
    APPROVED = "approved"
    RETIRED = "retired"


class Gender(StrEnum):
    """Grammatical gender of a person or title, where it is known."""

    FEMININE = "f"
    MASCULINE = "m"


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """One name of the termbase with its spellings in both languages."""

    key: str
    """Stable id, `type/slug`."""
    en: str
    ar: str
    type: EntryType = EntryType.OTHER
    status: EntryStatus = EntryStatus.APPROVED
    en_variants: tuple[str, ...] = ()
    ar_variants: tuple[str, ...] = ()
    gender: Gender | None = None
    authority: str = ""
    note: str = ""

    def name(self, language: Language) -> str:
        """The name as the termbase spells it in `language`."""
        return self.ar if language is Language.ARABIC else self.en

    def forms(self, language: Language) -> tuple[str, ...]:
        """Every spelling accepted in `language`, the preferred one first."""
        if language is Language.ARABIC:
            return (self.ar, *self.ar_variants)
        return (self.en, *self.en_variants)


@dataclass(frozen=True, slots=True)
class GlossaryMatch:
    """A name found in a text."""

    entry: GlossaryEntry
    span: Span
    """Place of the name itself, clitics not included."""
    surface: str
    """The name as the text spells it, clitics not included."""
    clitic: str = ""
    """Arabic prefixes before the name in the same word (`و`, `ب`, `ول`), their letters only.
    The contraction لل is the clitic ل and a span that begins at its second letter."""


@dataclass(frozen=True, slots=True)
class GlossaryImport:
    """What an import of glossary rows did."""

    added: int
    changed: int
    unchanged: int
    notes: tuple[str, ...] = ()
    """Columns kept as notes, and the like."""
