"""Characters that do not belong there."""

from translate_app.domain.segment import Severity
from translate_app.pipeline.checks.characters import (
    invisible_characters,
    lookalikes,
    misplaced_ta_marbuta,
    persian_letters,
    tatweel,
    tripled_letter,
)

from .case import AR_EN, Bad, CheckCase, Good


class TestInvisibleCharacters(CheckCase):
    check = invisible_characters
    severity = Severity.ERROR
    good = (
        Good("", "قال \u2068WHO\u2069 اليوم\n\tغدا"),
        Good("", "\u2067a\u2068b\u2069\u2069"),
        Good("", "ه\u200d و\u200cف"),
    )
    bad = (
        Bad("", "a\u200fb\u200fc", {"character": "U+200F RIGHT-TO-LEFT MARK"}, at="\u200f"),
        Bad("", "a\u202eb", {"character": "U+202E RIGHT-TO-LEFT OVERRIDE"}, at="\u202e"),
        Bad("", "a\u2068b", {"character": "U+2068 FIRST STRONG ISOLATE"}, at="\u2068"),
        Bad("", "a\u2069b", {"character": "U+2069 POP DIRECTIONAL ISOLATE"}, at="\u2069"),
        Bad("", "a\u200bb", {"character": "U+200B ZERO WIDTH SPACE"}, at="\u200b"),
        Bad("", "a\x00b", {"character": "U+0000"}, at="\x00"),
        Bad(
            "", "a\U000e0041b", {"character": "U+E0041 TAG LATIN CAPITAL LETTER A"}, at="\U000e0041"
        ),
    )


class TestLookalikes(CheckCase):
    check = lookalikes
    severity = Severity.ERROR
    good = (
        Good("", "The Harbour", AR_EN),
        Good("Москва", "Москва said", AR_EN),
        Good("", "Москва", AR_EN),
        Good("", "والWHO قالت"),
        Good("", "TNF-α أو 5µm"),
    )
    bad = (
        Bad(
            "",
            "The R\u0430sm\u0430 port",
            {"letters": "\u0430", "word": "R\u0430sm\u0430", "wanted": "Rasma"},
            at="R\u0430sm\u0430",
            pair=AR_EN,
        ),
        Bad(
            "",
            "\u039fCHA",
            {"letters": "\u039f", "word": "\u039fCHA", "wanted": "OCHA"},
            at="\u039fCHA",
        ),
        Bad("", "في رسoما", {"letters": "o", "word": "رسoما"}, at="رسoما"),
    )


class TestPersianLetters(CheckCase):
    check = persian_letters
    good = (
        Good("", "كريم في رسما ٤"),
        Good("", "گیلاس"),
        Good("", "ک", AR_EN),
        Good("رسمی", "رسمی"),
    )
    bad = (
        Bad(
            "",
            "جاء \u06a9ر\u06ccم",
            {"word": "\u06a9ر\u06ccم", "wanted": "كريم"},
            at="\u06a9ر\u06ccم",
        ),
        Bad("", "بعد \u06f4 أيام", {"word": "\u06f4", "wanted": "٤"}, at="\u06f4"),
    )


class TestMisplacedTaMarbuta(CheckCase):
    check = misplaced_ta_marbuta
    good = (
        Good("Its role", "مشاركته في المدينة والقرية."),
        Good("The city", "مدينةٌ جميلةٌ"),
        Good("مدينة", "city", AR_EN),
    )
    bad = (Bad("Its role", "رحب بمشاركةه أمس", {"word": "بمشاركةه"}, at="بمشاركةه"),)


class TestTatweel(CheckCase):
    check = tatweel
    good = (Good("", "عام ١٤٤٤ هـ"), Good("", "بـWHO وبـ«رسما»"), Good("", "في الـ20"))
    bad = (Bad("", "رسـما", {}, at="ـ"), Bad("", "رَـــما", {}, at="ـــ"))


class TestTripledLetter(CheckCase):
    check = tripled_letter
    good = (
        Good("", "www.example.org"),
        Good("", "Chapter III", AR_EN),
        Good("Nooo!", "لاااا!"),
        Good("", "اللجنة 111"),
    )
    bad = (
        Bad("", "للللاجئين", {"word": "للللاجئين"}, at="لللل"),
        Bad("", "The committteee", {"word": "committteee"}, at="ttt", pair=AR_EN),
    )
