"""How a client wants its translations: house style and engines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from translate_app.domain.language import LanguagePair


class Digits(StrEnum):
    """Digits of Arabic text, as CLDR numbering systems."""

    LATIN = "latn"
    ARABIC = "arab"


class Months(StrEnum):
    """Month names of Arabic text, by the region that uses them (CLDR ar_SY, ar_EG, ar_DZ)."""

    LEVANTINE = "levantine"
    """كانون الثاني"""
    EGYPTIAN = "egyptian"
    """يناير"""
    MAGHREBI = "maghrebi"
    """جانفي"""
    BOTH = "both"
    """كانون الثاني/يناير, the style of the United Nations"""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How dates and numbers are written in Arabic for one client."""

    digits: Digits = Digits.LATIN
    months: Months = Months.LEVANTINE


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """Who may approve for one client."""

    second_approval: bool = False
    """Whether two different people have to approve a segment before it is approved."""
    approver_may_be_last_editor: bool = True
    """Whether the person that wrote the present text may approve it."""


@dataclass(frozen=True, slots=True)
class Client:
    """Whom a release is translated for; the unnamed client has the defaults."""

    name: str = ""
    style: HouseStyle = field(default_factory=HouseStyle)
    engines: Mapping[LanguagePair, str] = field(default_factory=dict)
    """Name of the engine by pair; a pair that is absent takes the preferred engine."""
    review: ReviewRules = field(default_factory=ReviewRules)
