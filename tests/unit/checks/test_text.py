"""Characters, spaces, ends."""

from translate_app.pipeline.checks.characters import double_space, invisible_characters
from translate_app.pipeline.checks.wholeness import (
    end_punctuation,
    length_ratio,
    looped,
    same_as_source,
    wrong_script,
)

from .case import AR_EN, Bad, CheckCase, Good


class TestSameAsSource(CheckCase):
    check = same_as_source
    good = (
        Good("Rasma", "رسما"),
        Good("2254", "2254"),
        Good("https://example.org/a", "https://example.org/a"),
        Good("desk@example.org", "desk@example.org"),
    )
    bad = (
        Bad("Rasma port", "Rasma  port ", {}, at="Rasma  port "),
        Bad("رسما", "رسما", {}, at="رسما", pair=AR_EN),
    )


class TestLooped(CheckCase):
    check = looped
    good = (
        Good("He said it", "قال ذلك مرتين مرتين"),
        Good("No, no, no!", "لا، لا، لا!"),
        Good("1 000 000 000", "1 000 000 000"),
    )
    bad = (
        Bad("Peace", "سلام سلام سلام", {"words": "سلام سلام سلام"}, at="سلام سلام سلام"),
        Bad("A", "قال في رسما في رسما", {"words": "في رسما في رسما"}, at="في رسما في رسما"),
        Bad("Go", "هيليليليليل", {"words": "يليليليليل"}, at="يليليليليل"),
    )


class TestLengthRatio(CheckCase):
    check = length_ratio
    good = (Good("Yes.", "نعم بالتأكيد."), Good("word " * 20, "كلمة " * 20), Good("", ""))
    bad = (
        Bad("word " * 20, "كلمة", {"percent": "4"}),
        Bad("word", "كلمة " * 20, {"percent": "2475"}),
        Bad("كلمة " * 20, "word", {"percent": "4"}, pair=AR_EN),
    )


class TestWrongScript(CheckCase):
    check = wrong_script
    good = (
        Good("Doctors of MSF came", "جاء أطباء Médecins Sans Frontières اليوم"),
        Good("See it", "انظر «the name of it all» (as they say so)"),
        Good("See it", "انظر https://example.org/the/last/of_it و press.desk@example.org"),
        Good("Москва", "Москва"),
        Good("قال", "He said", AR_EN),
        Good("قال", "He said “حزب البعث العربي الاشتراكي”", AR_EN),
    )
    bad = (
        Bad("He went home", "ذهب to his house", {"words": "to his house"}, at="to his house"),
        Bad("Peace", "سلام мир", {"words": "мир"}, at="мир"),
        Bad("قال", "He قال لهم ذلك", {"words": "قال لهم ذلك"}, at="قال لهم ذلك", pair=AR_EN),
    )


class TestDoubleSpace(CheckCase):
    check = double_space
    good = (Good("", "في رسما\nاليوم"), Good("", ""))
    bad = (
        Bad("", "في  رسما", {}, at="  "),
        Bad("", "في \u00a0\trسما", {}, at=" \u00a0\t"),
    )


class TestInvisibleCharacters(CheckCase):
    check = invisible_characters
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


class TestEndPunctuation(CheckCase):
    check = end_punctuation
    good = (
        Good("He met them.", "اجتمع بهم."),
        Good("Who met?", "من اجتمع؟"),
        Good("He met, ", "اجتمع،"),
        Good("He met;", "اجتمع؛"),
        Good("“He met.”", "«اجتمع».\u200f"),
        Good("He met (them).", "اجتمع (بهم)."),
        Good("He met…", "اجتمع..."),
        Good("A heading", "عنوان"),
        Good("Talks with the U.S.", "محادثات مع الولايات المتحدة"),
        Good("Talks with the U.S.", "محادثات مع الولايات المتحدة."),
        Good("", "اجتمع."),
        Good("”", "اجتمع."),
    )
    bad = (
        Bad("He met.", "اجتمع", {"source": "met.", "target": "اجتمع"}, at="ع"),
        Bad("A heading", "عنوان.", {"source": "heading", "target": "عنوان."}, at="."),
        Bad("Who met?", "من اجتمع.", {"source": "met?", "target": "اجتمع."}, at="."),
        Bad("من؟", "Who.", {"source": "من؟", "target": "Who."}, at=".", pair=AR_EN),
    )
