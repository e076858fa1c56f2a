"""Territory names from CLDR."""

import re

import pytest

from translate_app.adapters.formats.cells import clean_name
from translate_app.adapters.formats.glossary_csv import serialize
from translate_app.adapters.formats.glossary_reader import GlossaryFileReader
from translate_app.adapters.territories import territory_entries
from translate_app.domain.glossary import EntryStatus, EntryType, GlossaryEntry
from translate_app.domain.language import Language

ENTRIES = {entry.key: entry for entry in territory_entries()}


def _place(code: str) -> GlossaryEntry:
    return ENTRIES[f"place/cldr-{code}"]


@pytest.mark.parametrize(
    ("code", "en", "ar"),
    [
        ("SY", "Syria", "سوريا"),
        ("JO", "Jordan", "الأردن"),
        ("BA", "Bosnia and Herzegovina", "البوسنة والهرسك"),
        ("CC", "Cocos Islands", "جزر كوكوس"),
        ("CD", "Democratic Republic of the Congo", "جمهورية الكونغو الديمقراطية"),
        ("CG", "Republic of the Congo", "جمهورية الكونغو"),
        ("HK", "Hong Kong", "هونغ كونغ"),
        ("MM", "Myanmar", "ميانمار"),
        ("MM-second", "Burma", "بورما"),
        ("PS", "Palestinian Territories", "الأراضي الفلسطينية"),
        ("PS-second", "Palestine", "فلسطين"),
        ("TL", "Timor-Leste", "تيمور-ليشتي"),
        ("XK", "Kosovo", "كوسوفو"),
    ],
)
def test_preferred_names(code: str, en: str, ar: str) -> None:
    assert (_place(code).en, _place(code).ar) == (en, ar)


@pytest.mark.parametrize(
    ("code", "variant"),
    [
        ("TR", "Turkey"),
        ("CI", "Ivory Coast"),
        ("LC", "St Lucia"),
        ("LC", "Saint Lucia"),
        ("BA", "Bosnia & Herzegovina"),
        ("MM", "Myanmar (Burma)"),
        ("MM", "ميانمار (بورما)"),
        ("HK", "Hong Kong SAR China"),
        ("CD", "Congo - Kinshasa"),
        ("EA", "سبتة ومليلية"),
        ("UY", "أوروغواي"),
        ("SY", "سورية"),
        ("SA", "السعودية"),
    ],
)
def test_variants(code: str, variant: str) -> None:
    assert variant in (*_place(code).en_variants, *_place(code).ar_variants)


def test_no_union_or_pseudo_region_is_a_place() -> None:
    for code in ("EU", "EZ", "UN", "ZZ", "XA", "XB", "QO", "001", "CQ"):
        assert f"place/cldr-{code}" not in ENTRIES


def test_every_state_is_there() -> None:
    assert len(ENTRIES) == len(territory_entries())
    assert len(ENTRIES) > 250


def test_entries_are_places_with_an_authority_and_clean_names() -> None:
    for entry in ENTRIES.values():
        assert entry.type is EntryType.PLACE
        assert re.fullmatch(r"CLDR( \d+(\.\d+)?)?", entry.authority)
        assert not re.search(r"[()&]| - ", entry.en + entry.ar)
        for language in Language:
            forms = entry.forms(language)
            assert len(set(forms)) == len(forms)
            assert all(clean_name(form) == form for form in forms)


def test_no_spelling_stands_for_two_places() -> None:
    for language in Language:
        forms = [form for entry in ENTRIES.values() for form in entry.forms(language)]
        assert len(set(forms)) == len(forms)


def test_names_that_mean_something_else_are_not_enforced() -> None:
    candidates = {key for key, entry in ENTRIES.items() if entry.status is EntryStatus.CANDIDATE}

    assert candidates == {f"place/cldr-{code}" for code in ("BJ", "JE", "ML", "OM", "RE")}


def test_they_go_through_a_table_unchanged() -> None:
    entries = territory_entries()

    assert GlossaryFileReader().parse(serialize(entries), "places.csv") == (entries, ())
