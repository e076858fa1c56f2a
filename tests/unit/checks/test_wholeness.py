"""Whether the translation as a whole is one."""

from translate_app.domain.glossary import GlossaryEntry
from translate_app.pipeline.checks.wholeness import (
    length_ratio,
    looped,
    repeated_word,
    same_as_source,
    sentence_lost,
    untranslated,
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


class TestUntranslated(CheckCase):
    check = untranslated
    entries = (GlossaryEntry("other/quaynet", "quaynet", "كوينت", do_not_translate=True),)
    good = (
        Good("The WHO and Rasma Port", "قالت WHO في Rasma Port"),
        Good("See coordinator@example.org", "انظر coordinator@example.org"),
        Good("the word “dock”", "كلمة “dock”"),
        Good("He went to the port", "ذهب to the port"),
        Good("on quaynet", "على quaynet"),
        Good("قال", "He said (قال)", AR_EN),
    )
    bad = (
        Bad("the coordinator came", "جاء coordinator", {"words": "coordinator"}, "coordinator"),
        Bad("جاء المنسق", "The المنسق came", {"words": "المنسق"}, "المنسق", pair=AR_EN),
    )


class TestRepeatedWord(CheckCase):
    check = repeated_word
    entries = (GlossaryEntry("place/dar", "Sala Sala", "سالا سالا"),)
    good = (
        Good("step by step", "خطوة خطوة"),
        Good("Boutros Boutros", "بطرس بطرس"),
        Good("the BBC", "بي بي سي"),
        Good("", "سالا سالا"),
        Good("", "من\nمن"),
        Good("", "He had had it, and the the-like", AR_EN),
        Good("", "من من من"),
    )
    bad = (
        Bad("in Rasma", "في في رسما", {"word": "في"}, at="في في"),
        Bad("", "The the port", {"word": "The"}, at="The the", pair=AR_EN),
    )


class TestSentenceLost(CheckCase):
    check = sentence_lost
    good = (
        Good("They came to the port. They left again.", "جاؤوا إلى الميناء ثم رحلوا من جديد."),
        Good("Dr. Haddad of the U.S. met St. John", "التقى حداد"),
        Good("They came to the port.", "جاؤوا."),
    )
    bad = (
        Bad(
            "They came to the port in the morning. They left again in the evening.",
            "جاؤوا إلى الميناء في الصباح.",
            {"source": "2", "target": "1"},
        ),
    )
