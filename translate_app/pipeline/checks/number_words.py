"""The numbers that press prose spells out."""

from collections.abc import Iterator, Mapping
from typing import Final

from translate_app.domain.language import Language

_ENGLISH_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH_MORE = {
    1: ("single", "once", "first"),
    2: ("both", "pair", "couple", "twice", "double", "second"),
    3: ("third", "triple"),
    4: ("fourth",),
    5: ("fifth",),
    6: ("sixth",),
    7: ("seventh",),
    8: ("eighth",),
    9: ("ninth",),
    10: ("tenth",),
    11: ("eleventh",),
    12: ("twelfth", "dozen"),
    100: ("hundred",),
    1000: ("thousand",),
    1_000_000: ("million",),
    1_000_000_000: ("billion",),
}
# With the genders and cases they take; the article is added below.
_ARABIC_UNITS = (
    ("صفر",),
    ("واحد", "واحدة", "أول", "أولى"),
    (
        "اثنان", "اثنين", "اثنتان", "اثنتين", "إثنان", "إثنين", "اثنا", "اثني", "اثنتي",
        "كلا", "كلتا", "كلاهما", "كليهما", "كلتاهما", "كلتيهما", "مرتين", "مرتان", "زوج", "ثاني",
        "ثانية",
    ),
    ("ثلاثة", "ثلاث", "ثالث", "ثالثة"),
    ("أربعة", "أربع", "رابع", "رابعة"),
    ("خمسة", "خمس", "خامس", "خامسة"),
    ("ستة", "ست", "سادس", "سادسة"),
    ("سبعة", "سبع", "سابع", "سابعة"),
    ("ثمانية", "ثماني", "ثمان", "ثامن", "ثامنة"),
    ("تسعة", "تسع", "تاسع", "تاسعة"),
    ("عشرة", "عشر", "عاشر", "عاشرة"),
    ("أحد عشر", "إحدى عشرة", "حادي عشر", "حادية عشرة"),
    ("اثنا عشر", "اثني عشر", "اثنتا عشرة", "اثنتي عشرة", "ثاني عشر", "ثانية عشرة"),
)  # fmt: skip
_ARABIC_STEMS = ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_ARABIC_TENS = ("عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_ARABIC_MORE = {
    100: ("مئة", "مائة"),
    200: ("مئتان", "مئتين", "مئتا", "مئتي", "مائتان", "مائتين", "مائتا", "مائتي"),
    1000: ("ألف", "ألفا"),
    2000: ("ألفان", "ألفين", "ألفا", "ألفي"),
    1_000_000: ("مليون", "مليونا"),
    2_000_000: ("مليونان", "مليونين", "مليونا", "مليوني"),
    1_000_000_000: ("مليار", "مليارا", "بليون"),
    2_000_000_000: ("ملياران", "مليارين", "مليارا", "ملياري"),
}


def _english() -> Iterator[tuple[int, tuple[str, ...]]]:
    for number, word in enumerate(_ENGLISH_UNITS):
        yield number, (word, *_ENGLISH_MORE.get(number, ()))
    for number, word in zip(range(20, 100, 10), _ENGLISH_TENS, strict=True):
        yield number, (word,)
    yield from ((number, words) for number, words in _ENGLISH_MORE.items() if number >= 100)


def _arabic() -> Iterator[tuple[int, tuple[str, ...]]]:
    yield from enumerate(_ARABIC_UNITS)
    for number, stem in enumerate(_ARABIC_STEMS, 13):
        feminine = "ثماني" if stem == "ثمان" else stem
        yield number, (f"{feminine}ة عشر", f"{feminine} عشرة")
    for number, stem in zip(range(20, 100, 10), _ARABIC_TENS, strict=True):
        yield number, (f"{stem}ون", f"{stem}ين")
    for number, stem in enumerate(_ARABIC_STEMS, 3):
        yield number * 100, tuple(f"{stem}{hundred}" for hundred in ("مئة", "مائة", "ميئة"))
    yield from _ARABIC_MORE.items()


NUMBER_WORDS: Final[Mapping[Language, Mapping[int, tuple[str, ...]]]] = {
    Language.ENGLISH: dict(_english()),
    Language.ARABIC: {
        number: (*words, *(f"ال{word}" for word in words)) for number, words in _arabic()
    },
}
"""For a number the words for it; ordinals up to twelve too (`7 March`, السابع)."""

MAGNITUDES: Final[Mapping[str, int]] = {
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "مئة": 100,
    "مائة": 100,
    "ألف": 1000,
    "ألفا": 1000,
    "آلاف": 1000,
    "الف": 1000,
    "مليون": 1_000_000,
    "مليونا": 1_000_000,
    "ملايين": 1_000_000,
    "مليار": 1_000_000_000,
    "مليارا": 1_000_000_000,
    "مليارات": 1_000_000_000,
    "بليون": 1_000_000_000,
    "تريليون": 1_000_000_000_000,
}
"""Words behind a figure that multiply it."""
