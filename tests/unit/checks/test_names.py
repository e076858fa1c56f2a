"""Whether names stand in the translation."""

from translate_app.domain.glossary import EntryStatus, EntryType, GlossaryEntry, GlossaryMatch
from translate_app.domain.segment import AppliedTerm, Severity, Span, TermPlacement
from translate_app.pipeline.checks import CheckContext
from translate_app.pipeline.checks.names import (
    term_inserted,
    term_lost_once,
    term_missing,
    term_unexpected,
)

from .case import AR_EN, EN_AR, Bad, CheckCase, Good

AUTHORITY = GlossaryEntry(
    "organisation/hra",
    "Harbour Relief Authority",
    "هيئة إغاثة الميناء",
    en_variants=("HRA",),
    ar_variants=("الهيئة",),
)
RASMA = GlossaryEntry("place/rasma", "Rasma", "رسما")
OLD = GlossaryEntry("place/old", "Old Quay", "الرصيف", status=EntryStatus.RETIRED)


class TestTermMissing(CheckCase):
    check = term_missing
    severity = Severity.ERROR
    entries = (AUTHORITY, RASMA, OLD)
    good = (
        Good("The Harbour Relief Authority met.", "اجتمعت هيئة إغاثة الميناء."),
        Good("The HRA met.", "اجتمعت هيئةُ اغاثة المينـــاء."),
        Good("It thanked the HRA and Rasma.", "شكرت للهيئة ولرسما."),
        Good("Old Quay", "كلام آخر"),
        Good("No name here.", "لا اسم هنا."),
        Good("زار رسما.", "He visited RASMA’s port.", AR_EN),
        Good("قالت الهيئة.", "The HRA said.", AR_EN),
    )
    bad = (
        Bad(
            "HRA and HRA met.",
            "اجتمعت الهيئات.",
            {"name": "Harbour Relief Authority", "target": "هيئة إغاثة الميناء"},
        ),
        Bad("In Rasma.", "في رسمات.", {"name": "Rasma", "target": "رسما"}),
        Bad("للرسما ورسما.", "In rasma.", {"name": "رسما", "target": "Rasma"}, pair=AR_EN),
    )


class TestNamesInAnotherGuise(CheckCase):
    check = term_missing
    entries = (
        AUTHORITY,
        GlossaryEntry("place/japan", "Japan", "اليابان", EntryType.PLACE),
        GlossaryEntry(
            "place/usa", "US", "الولايات المتحدة", EntryType.PLACE,
            en_variants=("United States of America",), ar_variants=("الولايات المتحدة الأمريكية",),
        ),
    )  # fmt: skip
    good = (Good("In Japan", "في اليابان"), Good("The US port", "مرفأ الولايات المتحدة"))
    bad = (
        Bad(
            "The Japan office",
            "المكتب واليابانيون",
            {"name": "Japan", "target": "اليابان", "form": "واليابانيون"},
            at="واليابانيون",
            finding="term_as_adjective",
        ),
        Bad(
            "US trucks",
            "شاحنات أميركية وأمريكية",
            {"name": "US", "target": "الولايات المتحدة", "form": "وأمريكية"},
            at="وأمريكية",
            finding="term_as_adjective",
        ),
        Bad(
            "مكتب الولايات المتحدة",
            "The American office",
            {"name": "الولايات المتحدة", "target": "US", "form": "American"},
            at="American",
            finding="term_as_adjective",
            pair=AR_EN,
        ),
        Bad(
            "The HRA",
            "هيئة الميناء للإغاثة",
            {"name": "Harbour Relief Authority", "target": "هيئة إغاثة الميناء"},
            finding="term_scattered",
        ),
    )


def test_an_adjective_does_not_stand_for_a_body() -> None:
    (entry,) = (GlossaryEntry("organisation/quay", "Quaya", "قايا", EntryType.ORGANISATION),)
    match = GlossaryMatch(entry, Span(0, 5), "Quaya")
    (found,) = term_missing(CheckContext("Quaya met", "اجتمع القائيون والقايية", EN_AR, (match,)))
    assert found.check == "term_missing"


LOST = AppliedTerm("place/rasma", "Rasma", "رسما", TermPlacement.INSERTED)
KEPT = AppliedTerm("organisation/hra", "HRA", "الهيئة", TermPlacement.MARK)


class TestTermInserted(CheckCase):
    check = term_inserted
    good = (Good("The HRA spoke.", "قالت الهيئة.", applied=(KEPT,)),)
    bad = (
        Bad(
            "The HRA in Rasma.",
            "الهيئة في برسما",
            {"name": "Rasma", "target": "رسما"},
            at="رسما",
            applied=(KEPT, LOST),
        ),
        Bad("In Rasma.", "في", {"name": "Rasma", "target": "رسما"}, applied=(LOST,)),
    )


GONE = AppliedTerm("place/rasma", "Rasma", "رسما", TermPlacement.MISSING)


class TestTermLostOnce(CheckCase):
    check = term_lost_once
    entries = (RASMA,)
    good = (
        Good("Rasma is near Rasma.", "رسما قرب رسما.", applied=(GONE,)),
        Good("Rasma is near Rasma.", "رسما قريبة."),
        Good("Rasma is near.", "هي قريبة.", applied=(GONE,)),
    )
    bad = (
        Bad(
            "Rasma is near Rasma.",
            "رسما قريبة.",
            {"name": "Rasma", "source": "2", "target": "1"},
            applied=(GONE,),
        ),
    )


def test_each_of_two_inserted_names_has_its_place() -> None:
    context = CheckContext("Rasma, Rasma", "رسما ورسما", EN_AR, applied=(LOST, LOST))
    assert [finding.span for finding in term_inserted(context)] == [Span(0, 4), Span(6, 10)]


COAST = GlossaryEntry("place/coastland", "Coastland", "ساحليا", EntryType.PLACE)
NADIA = GlossaryEntry("person/nadia", "Nadia Sabbagh", "نادية الصباغ", EntryType.PERSON)
HADDAD = GlossaryEntry("person/haddad", "Haddad", "حداد", EntryType.PERSON)


class TestTermUnexpected(CheckCase):
    check = term_unexpected
    entries = (COAST, NADIA, HADDAD)
    good = (
        Good("Coastland spoke.", "تحدثت ساحليا."),
        Good("The Coastlander minister spoke.", "تحدث وزير ساحليا."),
        Good("The country mourns.", "حداد في البلاد."),
        Good("قال الوزير الساحلي.", "The minister of Coastland spoke.", AR_EN),
        Good("Nadia spoke.", "تحدثت نادية الصباغ."),
    )
    bad = (
        Bad(
            "She said so.", "وقالت ساحليا ذلك.", {"name": "ساحليا", "source": "Coastland"}, "ساحليا"
        ),
        Bad(
            "She said so.",
            "قالت نادية الصباغ ذلك.",
            {"name": "نادية الصباغ", "source": "Nadia Sabbagh"},
            "نادية الصباغ",
        ),
        Bad(
            "قالت ذلك.",
            "Coastland said so.",
            {"name": "Coastland", "source": "ساحليا"},
            "Coastland",
            pair=AR_EN,
        ),
    )
