"""The small numbers that press prose spells out."""

from collections.abc import Mapping
from typing import Final

from translate_app.domain.language import Language

_ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
# With the genders and cases they take; the article is added below.
_ARABIC = (
    ("صفر",),
    ("واحد", "واحدة"),
    ("اثنان", "اثنين", "اثنتان", "اثنتين"),
    ("ثلاثة", "ثلاث"),
    ("أربعة", "أربع"),
    ("خمسة", "خمس"),
    ("ستة", "ست"),
    ("سبعة", "سبع"),
    ("ثمانية", "ثماني", "ثمان"),
    ("تسعة", "تسع"),
    ("عشرة", "عشر"),
    ("أحد عشر", "إحدى عشرة"),
    ("اثنا عشر", "اثني عشر", "اثنتا عشرة", "اثنتي عشرة"),
)

NUMBER_WORDS: Final[Mapping[Language, tuple[tuple[str, ...], ...]]] = {
    Language.ENGLISH: tuple((word,) for word in _ENGLISH),
    Language.ARABIC: tuple((*forms, *(f"ال{form}" for form in forms)) for forms in _ARABIC),
}
"""For each number from 0 the words for it."""
