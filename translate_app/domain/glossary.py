"""The termbase: names and how they are spelt on both sides."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from translate_app.domain.language import Language
from translate_app.domain.segment import Span

MAX_NAME: Final = 300
"""Characters of a name, key, variant or reason, in the store and in its files."""
MAX_NOTE: Final = 5_000


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


class CaseRule(StrEnum):
    """Which capitals an occurrence in Latin letters must have."""

    NAME = "name"
    """It begins with a capital where the name does; an acronym is all capitals."""
    EXACT = "exact"
    """Exactly as the termbase writes it (IS is not is)."""
    ANY = "any"


@dataclass(frozen=True, slots=True)
class ForbiddenForm:
    """A spelling that must not stand for the name."""

    text: str
    reason: str = ""
    """Why not, as the maintainer said it."""


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
    """Where this spelling is the usual one."""
    note: str = ""
    en_title: str = ""
    """The title that may stand before the name (`President`), in the gender of the person."""
    ar_title: str = ""
    en_forbidden: tuple[ForbiddenForm, ...] = ()
    ar_forbidden: tuple[ForbiddenForm, ...] = ()
    do_not_translate: bool = False
    """The name stays in the target as the source spells it."""
    case: CaseRule = CaseRule.NAME
    valid_from: date | None = None
    """First day on which the entry holds (an office changes hands); None is always."""
    valid_to: date | None = None
    """Last day."""
    scope: str = ""
    """For whom it holds: a client, or `client/project`; empty is everybody."""
    context: tuple[str, ...] = ()
    """Words of either language that tell it from other entries of the same spelling."""
    replaced_by: str = ""
    """Key of the entry it was merged into; it is retired then."""

    def name(self, language: Language) -> str:
        """The name as the termbase spells it in `language`."""
        return self.ar if language is Language.ARABIC else self.en

    def forms(self, language: Language) -> tuple[str, ...]:
        """Every spelling accepted in `language`, the preferred one first."""
        if language is Language.ARABIC:
            return (self.ar, *self.ar_variants)
        return (self.en, *self.en_variants)

    def title(self, language: Language) -> str:
        """The title that may stand before the name; empty where there is none."""
        return self.ar_title if language is Language.ARABIC else self.en_title

    def titled(self, language: Language) -> str:
        """The name with its title, the bare name where it has none."""
        return f"{self.title(language)} {self.name(language)}".strip()

    def forbidden(self, language: Language) -> tuple[ForbiddenForm, ...]:
        """Spellings that must not be used in `language`."""
        return self.ar_forbidden if language is Language.ARABIC else self.en_forbidden

    def holds(self, on: date) -> bool:
        """Whether `on` lies within its days."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on <= self.valid_to
        )

    def serves(self, scope: str) -> bool:
        """Whether it holds for `scope`, which is a client or `client/project`."""
        return not self.scope or scope == self.scope or scope.startswith(f"{self.scope}/")


@dataclass(frozen=True, slots=True)
class MatchContext:
    """What decides between entries of one spelling, and which entries hold at all."""

    scope: str = ""
    """The client, or `client/project`, that the text is translated for."""
    on: date | None = None
    """The day of the text; None takes entries of any day."""
    text: str = ""
    """The whole release: the words around a name tell which person is meant."""
    choices: Mapping[str, str] = field(default_factory=dict)
    """What a person chose for this release: key of the entry by folded surface."""


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
    titled: bool = False
    """Whether the span covers the entry's title too."""
    rivals: tuple[GlossaryEntry, ...] = ()
    """Other entries with this spelling that a person could mean; empty where it is sure."""
    inflected: bool = False
    """Whether the text has the name in another number (`Coalitions`); the target's form for it
    is not in the termbase, so that it is shown and not enforced."""

    def target(self, language: Language) -> str:
        """What must stand for it in `language`: with title where the source has it."""
        if self.entry.do_not_translate:
            return self.surface
        return self.entry.titled(language) if self.titled else self.entry.name(language)

    def accepted(self, language: Language) -> tuple[str, ...]:
        """Every form that a reader would take for right in `language`, the wanted one first."""
        if self.entry.do_not_translate:
            return (self.surface,)
        return tuple(dict.fromkeys((self.target(language), *self.entry.forms(language))))


@dataclass(frozen=True, slots=True)
class GlossaryContent:
    """What a file of names holds."""

    entries: tuple[GlossaryEntry, ...]
    notes: tuple[str, ...] = ()
    """What a person should know of how it was read."""
    fields: frozenset[str] | None = None
    """Fields of the entries that the file tells; of others it says nothing. None is all."""


@dataclass(frozen=True, slots=True)
class GlossaryImport:
    """What an import of glossary rows did."""

    added: int
    changed: int
    unchanged: int
    notes: tuple[str, ...] = ()
    """Columns kept as notes, and the like."""


@dataclass(frozen=True, slots=True)
class GlossaryChange:
    """One step in an entry's life; rows of it are never overwritten."""

    revision: int
    """State of the whole termbase that this change made."""
    at: datetime
    by: str | None
    """None for what no person did (loading the files that ship with the program)."""
    entry: GlossaryEntry
    """The entry as the change left it."""


@dataclass(frozen=True, slots=True)
class NameChoice:
    """Which of several entries of one spelling a person means in a release."""

    release_id: str
    surface: str
    """The spelling, folded."""
    entry: str
    """Key of the entry."""
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class DismissedName:
    """A candidate of which a person said that it is no name for the termbase."""

    language: Language
    surface: str
    """The spelling, folded."""
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class SyncedEntry:
    """An entry as it stood when files and termbase were last the same."""

    file: str
    """Name of the file that holds it."""
    entry: GlossaryEntry
