"""Finding English names."""

import pytest

from translate_app.domain.glossary import EntryStatus, GlossaryEntry, GlossaryMatch
from translate_app.domain.language import Language
from translate_app.domain.segment import Span
from translate_app.pipeline.match import Matcher

from .entries import english, found

AUTHORITY = "Harbour Relief Authority"


def surfaces(names: list[str], text: str) -> list[str]:
    return [match.surface for match in found(english(*names), Language.ENGLISH, text)]


def test_a_match_says_what_stands_where() -> None:
    entry = GlossaryEntry("organisation/hra", AUTHORITY, "هيئة إغاثة الميناء")
    text = "Today the Harbour Relief Authority’s head spoke."
    assert Matcher([entry], Language.ENGLISH).find(text) == (
        GlossaryMatch(entry, Span(10, 34), AUTHORITY),
    )


@pytest.mark.parametrize(
    ("name", "text", "surface"),
    [
        (AUTHORITY, "the harbour relief authority", None),
        (AUTHORITY, "the Harbour relief authority", "Harbour relief authority"),
        (AUTHORITY, "THE HARBOUR RELIEF AUTHORITY MEETS", "HARBOUR RELIEF AUTHORITY"),
        (AUTHORITY, "Harbour\u00a0Relief\n  Authority", "Harbour\u00a0Relief\n  Authority"),
        (AUTHORITY, "Harbour Relief Authority's", AUTHORITY),
        (AUTHORITY, "Harbour, Relief Authority", None),
        (AUTHORITY, "Harbour Relief. Authority", None),
        (AUTHORITY, "Harbour Relief - Authority", None),
        (AUTHORITY, "Harbour Relief Authority2", None),
        (AUTHORITY, "“Harbour Relief Authority”", AUTHORITY),
        ("the Harbour Relief Authority", "The Harbour Relief Authority", AUTHORITY),
        ("the Authority", "from the Authority", "Authority"),
        ("The Quay", "at the Quay", "the Quay"),
        ("The Quay", "Mr. Quay", None),
        ("Rasma", "Rasmaland", None),
        ("Rasma", "NewRasma", None),
        ("Rasma", "Rasma-based", "Rasma"),
        ("Rasma", "pre-Rasma", "Rasma"),
        ("Rasma", "Rasma–Wadi road", "Rasma"),
        ("Rasma", "(Rasma)", "Rasma"),
        ("Rasma", "#Rasma", "Rasma"),
        ("Rasma", "Rasma/Wadi", "Rasma"),
        ("Rasma", "RASMA", "RASMA"),
        ("Rasma", "rasma", None),
        ("Rasma", "https://example.org/Rasma/news", None),
        ("Rasma", "write to Rasma@example.org or desk@Rasma.example", None),
        ("Rasma", "see Rasma.org, @Rasma", None),
        ("Wadi", "Wadi'a", None),
        ("Rasma Declaration", "the Rasma Declarations", "Rasma Declarations"),
        ("Nations", "the Nations’ envoy", "Nations"),
        ("Sénémaud", "Senemaud", "Senemaud"),
        ("Senemaud", "Se\u0301ne\u0301maud.", "Se\u0301ne\u0301maud"),
        ("Da’esh", "Da'esh", "Da'esh"),
        ("Da'esh", "Daesh’s", "Daesh"),
        ("St James's Quay", "St. James’s Quay", "St. James’s Quay"),
        ("Joel D. Haddad", "Joel D Haddad", "Joel D Haddad"),
        ("Rasma (Port)", "at Rasma (Port).", "Rasma (Port)"),
        ("Rasma Shipping Ltd.", "Rasma Shipping Ltd. said", "Rasma Shipping Ltd."),
        ("Rasma Shipping Ltd.", "from Rasma Shipping Ltd.", "Rasma Shipping Ltd"),
        ("demining unit", "Demining unit", "Demining unit"),
        ("demining unit", "the demining unit", "demining unit"),
        ("Resolution 2254", "resolution 2254", None),
        ("Resolution 2254", "Resolution 2254.", "Resolution 2254"),
        ("Resolution 2254", "Resolution 2254.5", None),
        ("5+1 Group", "the 5+1 Group", "5+1 Group"),
    ],
)
def test_one_name(name: str, text: str, surface: str | None) -> None:
    assert surfaces([name], text) == ([surface] if surface else [])


@pytest.mark.parametrize(
    ("name", "text", "surface"),
    [
        ("al-Wadi", "in Al Wadi camp", "Al Wadi"),
        ("al-Wadi", "in al-Wadi", "al-Wadi"),
        ("al-Wadi", "in el-Wadi", "el-Wadi"),
        ("Al Wadi", "AL-WADI CAMP", "AL-WADI"),
        ("al-Wadi", "in Wadi", None),
        ("al-Wadi", "al-wadi", None),
        ("Wadi", "in al-Wadi.", "al-Wadi"),
        ("Salma al-Kanaan", "Salma Kanaan", "Salma Kanaan"),
        ("Salma Kanaan", "Salma al-Kanaan", "Salma al-Kanaan"),
        ("al-Suq", "as-Suq", "as-Suq"),
        ("al-Shams", "ash-Shams", "ash-Shams"),
        ("Wadi al-Zahr", "Wadi ez-Zahr", "Wadi ez-Zahr"),
        ("Rasma", "US-Rasma talks", "Rasma"),
    ],
)
def test_the_arabic_article_in_latin_letters(name: str, text: str, surface: str | None) -> None:
    assert surfaces([name], text) == ([surface] if surface else [])


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("US", "let us go to the US", ["US"]),
        ("US", "the U.S. envoy", ["U.S."]),
        ("US", "the U.S.-backed talks", ["U.S."]),
        ("US", "the US’s and U.S.’s", ["US", "U.S."]),
        ("U.S.", "the US and the U.S.", ["US", "U.S"]),
        ("WHO", "who said that Who and WHO", ["WHO"]),
        ("UN", "UN-led, UNs, un, Un", ["UN", "UNs"]),
        ("HRA", "H.R.A. and hra", ["H.R.A."]),
        ("HRA/RD", "Hra/Rd and HRA/RD", ["HRA/RD"]),
        ("EG", "e.g. Rasma", []),
    ],
)
def test_acronyms_match_capitals_only(name: str, text: str, expected: list[str]) -> None:
    assert surfaces([name], text) == expected


def test_the_longest_name_wins_wherever_it_begins() -> None:
    names = ["Harbour Relief", "Relief Authority Council House", "Authority", AUTHORITY]
    text = "Harbour Relief Authority Council House; Harbour Relief Authority; Authority"
    assert surfaces(names, text) == [
        "Relief Authority Council House",
        "Harbour Relief Authority",
        "Authority",
    ]


def test_only_approved_names_are_found() -> None:
    entries = [
        GlossaryEntry("a", "Rasma", "رسما", status=EntryStatus.CANDIDATE),
        GlossaryEntry("b", "Tel Marwan", "تل مروان", status=EntryStatus.RETIRED),
    ]
    assert found(entries, Language.ENGLISH, "Rasma, Tel Marwan") == ()


@pytest.mark.parametrize(
    ("entries", "key"),
    [
        # The exact spelling comes before an equal one with other letters,
        ([("a", "Résma", ()), ("b", "Resma", ())], "b"),
        # a main name before a variant,
        ([("a", "Port", ("RESMA",)), ("b", "RésMa", ())], "b"),
        # then the key decides, whatever the order of the rows.
        ([("b", "RESMA", ()), ("a", "RESMa", ())], "a"),
    ],
)
def test_one_spelling_of_two_entries(
    entries: list[tuple[str, str, tuple[str, ...]]], key: str
) -> None:
    rows = [GlossaryEntry(k, en, "رسما", en_variants=variants) for k, en, variants in entries]
    for order in (rows, rows[::-1]):
        assert [match.entry.key for match in found(order, Language.ENGLISH, "Resma")] == [key]


def test_an_article_as_the_name_has_it_is_preferred() -> None:
    entries = english("Wadi", "al-Wadi")
    assert [m.entry.en for m in found(entries, Language.ENGLISH, "Wadi, al-Wadi")] == [
        "Wadi",
        "al-Wadi",
    ]


@pytest.mark.parametrize("name", ["", " ", "...", "\u200f", "’", "https://example.org"])
def test_a_name_without_words_is_never_found(name: str) -> None:
    assert surfaces([name], "Some text ... ’ https://example.org") == []


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800 Rasma", "Rasma\ud800", "'s", "al-", "."])
def test_odd_texts_do_no_harm(text: str) -> None:
    assert surfaces(["Rasma"], text) == (["Rasma"] if "Rasma" in text else [])


@pytest.mark.parametrize("piece", ["a@", "x-", "al-", "u.s. ", "www.", "the ", "1.", "a.com "])
def test_a_long_text_takes_no_long_time(piece: str) -> None:
    assert surfaces(["Rasma"], piece * 20_000 + " Rasma") == ["Rasma"]
