"""The two languages, and what follows from a language alone."""

from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    """Writing direction, as the HTML attribute `dir` spells it."""

    LTR = "ltr"
    RTL = "rtl"


class Language(StrEnum):
    """A language we translate from and to, as a BCP 47 tag."""

    ENGLISH = "en"
    ARABIC = "ar"

    @property
    def direction(self) -> Direction:
        """The base direction of running text in this language."""
        return Direction.RTL if self is Language.ARABIC else Direction.LTR

    @property
    def other(self) -> "Language":
        """The language on the other side of the desk."""
        return Language.ENGLISH if self is Language.ARABIC else Language.ARABIC


@dataclass(frozen=True, slots=True)
class LanguagePair:
    """From `source` into `target`; its text form is `en-ar`."""

    source: Language
    target: Language

    def __str__(self) -> str:
        return f"{self.source.value}-{self.target.value}"
