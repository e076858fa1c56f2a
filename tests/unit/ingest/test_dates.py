"""Dates are read with CLDR's names, in any script, or not at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.domain.language import Language
from translate_app.pipeline.dates import date_line, leading_date, parse_date

DAY = date(2025, 3, 14)


@pytest.mark.parametrize(
    "text",
    [
        "14 March 2025",
        "14th March 2025",
        "March 14, 2025",
        "Friday, 14 March 2025",
        "Friday, March 14, 2025",
        "14 Mar. 2025",
        "MARCH 14 2025",
        "2025-03-14",
        "(14 March 2025)",
    ],
)
def test_english(text: str) -> None:
    assert date_line(text, Language.ENGLISH) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "14 آذار 2025",
        "14 اذار 2025",
        "14 مارس 2025",
        "١٤ آذار ٢٠٢٥",
        "14 آذار/مارس 2025",
        "14 مارس / آذار 2025",
        "الجمعة، 14 آذار 2025",
        "الجمعة 14 مارس، 2025 م",
        "14/3/2025",
        "۱۴/۳/۲۰۲۵",
    ],
)
def test_arabic(text: str) -> None:
    assert date_line(text, Language.ARABIC) == DAY


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("كانون الثاني", 1),
        ("جانفي", 1),
        ("يناير", 1),
        ("أيار", 5),
        ("ماي", 5),
        ("جوان", 6),
        ("يوليوز", 7),
        ("غشت", 8),
        ("أوت", 8),
        ("تشرين الأول", 10),
        ("دجنبر", 12),
        ("كانون الأول", 12),
    ],
)
def test_month_names_of_the_levant_the_maghreb_and_the_gulf(name: str, month: int) -> None:
    assert date_line(f"1 {name} 2024", Language.ARABIC) == date(2024, month, 1)


@pytest.mark.parametrize(
    "text",
    [
        "31 June 2025",
        "14 Marsh 2025",
        "14 March",
        "March 2025",
        "14 March 2025 in Rasma",
        "",
        "1 2 3",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert date_line(text, Language.ENGLISH) is None


def test_two_month_names_must_agree() -> None:
    assert date_line("14 آذار/أبريل 2025", Language.ARABIC) is None


def test_date_formats_of_a_profile() -> None:
    assert parse_date("14.3.2025", ("y-MM-dd", "d.M.y"), None) == DAY
    assert parse_date("on 14 March 2025", ("'on' d MMMM y",), Language.ENGLISH) == DAY
    assert parse_date("14 آذار 2025", ("d MMMM y",), None) == DAY
    assert parse_date("March 2025", ("MMMM y",), Language.ENGLISH) is None
    assert parse_date("14 March 2025", (), Language.ENGLISH) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rasma, 14 March 2025 – The convoy left.", Language.ENGLISH),
        ("Rasma (14 March 2025) — The convoy left.", Language.ENGLISH),
        ("14 March 2025 - The convoy left.", Language.ENGLISH),
        ("رسما، 14 آذار 2025 – غادرت القافلة.", Language.ARABIC),
    ],
)
def test_dateline_at_the_head_of_a_paragraph(text: str, language: Language) -> None:
    assert leading_date(text, language) == DAY


def test_a_date_in_running_text_is_no_dateline() -> None:
    assert leading_date("The convoy left on 14 March 2025 for Rasma.", Language.ENGLISH) is None


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_pattern_on_any_text_is_survived(text: str, pattern: str) -> None:
    found = parse_date(text, (pattern,), None)
    assert found is None or isinstance(found, date)


def test_a_field_that_a_pattern_repeats_is_read_once() -> None:
    assert parse_date("3 March 2024 (3)", ["d MMMM y '('d')'"], Language.ENGLISH) == date(
        2024, 3, 3
    )
