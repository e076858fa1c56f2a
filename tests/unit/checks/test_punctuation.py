"""Punctuation of the right script, in pairs."""

from translate_app.pipeline.checks.punctuation import (
    brackets_unbalanced,
    end_punctuation,
    foreign_punctuation,
    quotes_mixed,
    quotes_unbalanced,
)

from .case import AR_EN, Bad, CheckCase, Good


class TestEndPunctuation(CheckCase):
    check = end_punctuation
    good = (
        Good("He met them.", "اجتمع بهم."),
        Good("Who met?", "من اجتمع؟"),
        Good("He met, ", "اجتمع،"),
        Good("He met;", "اجتمع؛"),
        Good("Food for the camp;", "طعام للمخيم."),
        Good("طعام للمخيم.", "Food for the camp;", AR_EN),
        Good("“He met.”", "«اجتمع».\u200f"),
        Good("“He met.”", "”اجتمع.“"),
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
        Bad("He met.", "اجتمع،", {"source": "met.", "target": "اجتمع،"}, at="،"),
        Bad("A heading", "عنوان.", {"source": "heading", "target": "عنوان."}, at="."),
        Bad("Who met?", "من اجتمع.", {"source": "met?", "target": "اجتمع."}, at="."),
        Bad("Who met?", "من اجتمع؛", {"source": "met?", "target": "اجتمع؛"}, at="؛"),
        Bad("من؟", "Who.", {"source": "من؟", "target": "Who."}, at=".", pair=AR_EN),
    )


class TestForeignPunctuation(CheckCase):
    check = foreign_punctuation
    good = (
        Good("", "خيام، وماء؛ هل وصلت؟"),
        Good("", "وصلت 2,254 خيمة"),
        Good("", "وصلت (Food, Water) اليوم"),
        Good("", "انظر https://example.org/a?b=c,d"),
        Good("", "Tents, water; did they come?", AR_EN),
        Good("", "The word قال، he said", AR_EN),
    )
    bad = (
        Bad("", "خيام, وماء", {"mark": ",", "wanted": "،"}, at=","),
        Bad("", "خيام ;وماء", {"mark": ";", "wanted": "؛"}, at=";"),
        Bad("", "وصلت «الخيام»?", {"mark": "?", "wanted": "؟"}, at="?"),
        Bad("", "Tents، water", {"mark": "،", "wanted": ","}, at="،", pair=AR_EN),
    )


class TestBracketsUnbalanced(CheckCase):
    check = brackets_unbalanced
    good = (
        Good("He (Karim) came", "جاء (كريم) [اليوم]"),
        Good("1) tents 2) water", "١) خيام 2) ماء"),
        Good("tents and water", "أ) خيام ب) ماء"),
        Good("Karim) came", "كريم) جاء"),
    )
    bad = (
        Bad("He (Karim) came", "جاء (كريم", {"bracket": "("}, at="("),
        Bad("He (Karim) came", "جاء كريم) اليوم", {"bracket": ")"}, at=")"),
        Bad("He (Karim) came", "جاء (كريم]", {"bracket": "]"}, at="]"),
        Bad("He (Karim) came", "جاء (كريم} [)", {"bracket": "}"}, at="}"),
    )


class TestQuotesUnbalanced(CheckCase):
    check = quotes_unbalanced
    good = (
        Good("“We stay,” she said.", "قالت: «سنبقى»."),
        Good("“We stay.", "«سنبقى."),
        Good("“We stay,” she said.", '"سنبقى" 5" قالت'),
        Good("“We stay,” she said.", "”سنبقى“ قالت"),
    )
    bad = (
        Bad("“We stay,” she said.", "قالت: «سنبقى.", {"mark": "«"}, at="«"),
        Bad("“We stay,” she said.", 'قالت: سنبقى".', {"mark": '"'}, at='"'),
        Bad("«سنبقى».", "“We stay.", {"mark": "“"}, at="“", pair=AR_EN),
    )


class TestQuotesMixed(CheckCase):
    check = quotes_mixed
    good = (
        Good("“A ‘b’ c”", "«قالت “سنبقى” اليوم»"),
        Good("“A” and “b”", "«أ» و«ب»"),
        Good('"A" and “b”', '"أ" و«ب»'),
    )
    bad = (
        Bad("“A”", "«سنبقى”", {"marks": "« ”"}, at="«"),
        Bad("“A” and “b”", '"أ" و«ب»', {"marks": '" «'}, at='"'),
    )
