"""What stands in the cells: days, yes and no, forbidden forms, languages."""

from datetime import date

import pytest

from tests.unit.formats.names_table import parsed, refusal
from translate_app.domain.glossary import ForbiddenForm, GlossaryEntry


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025-03-14", date(2025, 3, 14)),
        ("2025/3/14", date(2025, 3, 14)),
        ("2025-03-14 00:00:00", date(2025, 3, 14)),
        ("14/3/2025", date(2025, 3, 14)),
        ("3/14/2025", date(2025, 3, 14)),
        ("4/4/2025", date(2025, 4, 4)),
        ("3.4.2025", date(2025, 4, 3)),
        ("٢٠٢٥-٠٣-١٤", date(2025, 3, 14)),
        ("45730", date(2025, 3, 14)),
    ],
)
def test_days_as_people_and_spreadsheets_write_them(written: str, meant: date) -> None:
    (entry,), _ = parsed(f"en,ar,valid_from\nRasma,رسما,{written}\n")

    assert entry.valid_from == meant


@pytest.mark.parametrize("written", ["3/4/2025", "2025-02-30", "yesterday", "99999999", "0000-1-1"])
def test_days_that_are_none_or_two_are_refused(written: str) -> None:
    assert refusal(f"en,ar,valid_to\nRasma,رسما,{written}\n") == (
        2,
        f"{written} is no day in the column valid_to: write it as 2025-03-14",
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [("yes", True), ("TRUE", True), ("1", True), ("نعم", True), ("no", False), ("", False)],
)
def test_what_is_not_translated(written: str, meant: bool) -> None:
    (entry,), _ = parsed(f"en,ar,do_not_translate\nRasma,رسما,{written}\n")

    assert entry.do_not_translate is meant


def test_neither_yes_nor_no_is_refused() -> None:
    assert refusal("en,ar,do_not_translate\nRasma,رسما,perhaps\n") == (
        2,
        "perhaps is no do_not_translate; allowed are yes, no",
    )


def test_forbidden_forms_with_and_without_reason() -> None:
    (entry,), _ = parsed(
        'en,ar,ar_forbidden\nRasma,رسما,"رازما :: Persian|رصما|a\\|b :: c \\:\\: d|a:b|رصما :: x"\n'
    )

    assert entry.ar_forbidden == (
        ForbiddenForm("رازما", "Persian"),
        ForbiddenForm("رصما"),
        ForbiddenForm("a|b", "c :: d"),
        ForbiddenForm("a:b"),
    )


def test_languages_may_be_spelt_out_or_stand_in_the_rows() -> None:
    assert parsed("Arabic;English\nرسما;Rasma\n")[0] == (
        GlossaryEntry("other/rasma", "Rasma", "رسما"),
    )
    entries, _ = parsed(
        "id,sourceLang,targetLang,sourceString,targetString\n"
        "1,en,ar_AR,Rasma,رسما\n2,ar,en-GB,تل مروان,Tel Marwan\n"
    )
    assert [(entry.en, entry.ar) for entry in entries] == [
        ("Rasma", "رسما"),
        ("Tel Marwan", "تل مروان"),
    ]
    header = "sourceLang,targetLang,sourceString,targetString\n"
    assert refusal(f"{header}en,fr,Rasma,Rasma\n") == (2, "en to fr is not English and Arabic")
