"""What a look through the termbase finds wrong, or worth a thought."""

from dataclasses import dataclass, field
from enum import StrEnum

from translate_app.domain.entry_keys import digest


class TermbaseRule(StrEnum):
    """What a finding is about; the values are stable, scripts may rely on them."""

    DUPLICATE = "duplicate"
    """Two entries with the same names."""
    CONTRADICTION = "contradiction"
    """One spelling with two targets that nothing tells apart."""
    SHARED_SPELLING = "shared_spelling"
    """A spelling of two entries with the same target."""
    WRONG_SCRIPT = "wrong_script"
    MIXED_SCRIPT = "mixed_script"
    INVISIBLE_CHARACTER = "invisible_character"
    NEEDLESS_SPACE = "needless_space"
    NEEDLESS_SIGN = "needless_sign"
    """Tatweel, or a letter that is not composed (Unicode NFC)."""
    FORBIDDEN_ACCEPTED = "forbidden_accepted"
    FORBIDDEN_ELSEWHERE = "forbidden_elsewhere"
    """A form that one entry forbids is another one's name."""
    ONE_SIDED_TITLE = "one_sided_title"
    DAYS_REVERSED = "days_reversed"
    REPLACED_BY_NOTHING = "replaced_by_nothing"
    COMMON_WORD = "common_word"
    """A short Arabic word that a text may well mean otherwise."""
    KEY_TAKEN = "key_taken"
    """A row to import has the key of an entry with other names on both sides."""
    NO_AUTHORITY = "no_authority"
    UNUSED = "unused"


class Weight(StrEnum):
    """How much a finding of the termbase matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    """Nothing is wrong; a person may want to know."""


@dataclass(frozen=True, slots=True)
class TermbaseFinding:
    """One finding and the entries that it concerns."""

    rule: TermbaseRule
    weight: Weight
    keys: tuple[str, ...]
    """Keys of the entries, sorted."""
    parameters: dict[str, str] = field(default_factory=dict)
    """What the sentence about it says: `form`, `targets`, `characters` ..."""

    @property
    def id(self) -> str:
        """The same for the same finding at any time: the rule and a digest of the rest."""
        told = sorted(self.parameters.items())
        return f"{self.rule.value}-{digest(repr((self.keys, told)))}"
