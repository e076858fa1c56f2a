"""How names are spelt, and which one is meant."""

from dataclasses import replace

from translate_app.domain.glossary import EntryType, ForbiddenForm, GlossaryEntry, GlossaryMatch
from translate_app.domain.segment import Finding, Severity, Span
from translate_app.pipeline.checks import CheckContext
from translate_app.pipeline.checks.names import term_missing
from translate_app.pipeline.checks.terms import (
    do_not_translate,
    term_ambiguous,
    term_forbidden,
    term_spelling,
)

from .case import AR_EN, EN_AR, Bad, CheckCase, Good

AUTHORITY = GlossaryEntry(
    "organisation/hra",
    "Harbour Relief Authority",
    "هيئة إغاثة الميناء",
    en_variants=("HRA",),
    en_forbidden=(ForbiddenForm("Harbour Aid Authority"),),
    ar_forbidden=(
        ForbiddenForm("سلطة الميناء", "it is another body"),
        ForbiddenForm("هيئة اغاثة الميناء"),
        ForbiddenForm("إغاثة الميناء"),
    ),
)
REASONED = {
    "form": "سلطة الميناء",
    "name": "Harbour Relief Authority",
    "wanted": "هيئة إغاثة الميناء",
    "reason": "it is another body",
}


class TestTermForbidden(CheckCase):
    check = term_forbidden
    severity = Severity.ERROR
    entries = (AUTHORITY,)
    good = (
        Good("The HRA met.", "اجتمعت هيئة إغاثة الميناء."),
        Good("The port met.", "اجتمعت سلطة الميناء."),
    )
    bad = (
        Bad(
            "The HRA met.",
            "اجتمعت سلطة الميناء.",
            REASONED,
            at="سلطة الميناء",
            finding="term_forbidden_reason",
        ),
        Bad(
            "The HRA met.",
            "اجتمعت هيئة اغاثة الميناء.",
            {
                "form": "هيئة اغاثة الميناء",
                "name": "Harbour Relief Authority",
                "wanted": "هيئة إغاثة الميناء",
            },
            at="هيئة اغاثة الميناء",
        ),
        Bad(
            "قالت هيئة إغاثة الميناء",
            "The Harbour Aid Authority said",
            {
                "form": "Harbour Aid Authority",
                "name": "هيئة إغاثة الميناء",
                "wanted": "Harbour Relief Authority",
            },
            at="Harbour Aid Authority",
            pair=AR_EN,
        ),
    )


class TestDoNotTranslate(CheckCase):
    check = do_not_translate
    severity = Severity.ERROR
    entries = (GlossaryEntry("other/quaynet", "QuayNet", "كوينت", do_not_translate=True),)
    good = (
        Good("On QuayNet.", "على QuayNet."),
        Good("On QuayNet.", "في بـQuayNet، والQuayNet"),
        Good("Nowhere.", "على كوينت."),
    )
    bad = (
        Bad("QuayNet and QuayNet.", "على كوينت.", {"name": "QuayNet"}),
        Bad("On QuayNet.", "على Quaynet.", {"name": "QuayNet"}),
        Bad("On QuayNet.", "على QuayNets.", {"name": "QuayNet"}),
    )


def test_a_name_that_stays_is_not_missing_as_well() -> None:
    entry = TestDoNotTranslate.entries[0]
    match = GlossaryMatch(entry, Span(3, 10), "QuayNet")
    assert not list(term_missing(CheckContext("On QuayNet.", "على", EN_AR, (match,))))


KARIM = GlossaryEntry(
    "person/karim", "Haddad", "حداد", EntryType.PERSON, note="coordinator in Rasma"
)
SALMA = GlossaryEntry("person/salma", "Haddad", "الحداد", EntryType.PERSON)


def ambiguous(target: str, *rivals: GlossaryEntry) -> CheckContext:
    match = GlossaryMatch(KARIM, Span(0, 6), "Haddad", rivals=rivals)
    return CheckContext("Haddad said so. Haddad left.", target, EN_AR, (match, match))


def test_a_name_of_two_people_asks_once_who_is_meant() -> None:
    parameters = {"name": "Haddad", "entry": "حداد (coordinator in Rasma)", "others": "الحداد"}
    assert list(term_ambiguous(ambiguous("قال حداد ذلك.", SALMA))) == [
        Finding("term_ambiguous", Severity.WARNING, parameters, Span(4, 8))
    ]


def test_nothing_is_asked_where_both_are_spelt_alike_or_there_is_one() -> None:
    assert not list(term_ambiguous(ambiguous("قال حداد ذلك.", replace(SALMA, ar="حداد"))))
    assert not list(term_ambiguous(ambiguous("قال حداد ذلك.")))


def test_the_name_of_a_rival_is_not_called_missing() -> None:
    assert not list(term_missing(ambiguous("قال الحداد ذلك.", SALMA)))
    assert list(term_missing(ambiguous("قال ذلك.", SALMA)))


class TestTermSpelling(CheckCase):
    check = term_spelling
    entries = (
        GlossaryEntry(
            "organisation/hra", "HRA", "هيئة إغاثة الميناء", ar_variants=("هيئة الاغاثه",)
        ),
        GlossaryEntry("place/qahira", "Qahira", "القاهرة"),
    )
    good = (
        Good("The HRA met.", "اجتمعت هيئة إغاثة الميناء."),
        Good("The HRA met.", "اجتمعت هيئةُ إغاثةِ المينــاء."),
        Good("The HRA met.", "اجتمعت هيئة الاغاثه."),
        Good("In Qahira.", "للقاهرة وبالقاهرة."),
        Good("It met.", "اجتمعت هيئه اغاثة الميناء."),
        Good("اجتمعت هيئة إغاثة الميناء", "The hra", AR_EN),
    )
    bad = (
        Bad(
            "The HRA met.",
            "قالت لهيئه اغاثة الميناء.",
            {"written": "هيئه اغاثة الميناء", "wanted": "هيئة إغاثة الميناء"},
            at="هيئه اغاثة الميناء",
        ),
        Bad("To Qahira.", "للقاهره.", {"written": "لقاهره", "wanted": "لقاهرة"}, at="لقاهره"),
        Bad("In Qahira.", "بالقاهره", {"written": "القاهره", "wanted": "القاهرة"}, at="القاهره"),
    )
