"""Dates in running text are found whole and worded in the client's style."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.domain.client import Digits, HouseStyle, Months
from translate_app.domain.language import Language
from translate_app.pipeline.date_spans import find_dates
from translate_app.pipeline.date_words import CalendarDate, date_words

DEFAULT = HouseStyle()


def found(text: str, language: Language, style: HouseStyle = DEFAULT) -> list[tuple[str, str]]:
    return [
        (text[one.span.start : one.span.end], date_words(one.date, language.other, style))
        for one in find_dates(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It met on 28 June 2019.", [("28 June 2019", "28 حزيران 2019")]),
        ("It met on June 28, 2019, in Rasma", [("June 28, 2019", "28 حزيران 2019")]),
        ("By 1 July.", [("1 July", "1 تموز")]),
        ("By JULY 1ST.", [("JULY 1ST", "1 تموز")]),
        ("the 3rd of May 2020", [("3rd of May 2020", "3 أيار 2020")]),
        ("On Friday, 28 June 2019", [("Friday, 28 June 2019", "الجمعة 28 حزيران 2019")]),
        ("from 10–12 Sept. 2018", [("10–12 Sept. 2018", "10–12 أيلول 2018")]),
        ("between 3 and 5 May", [("5 May", "5 أيار")]),
        ("since June 2019", [("June 2019", "حزيران 2019")]),
        (
            "28/6/2019, 6/28/2019",
            [("28/6/2019", "28 حزيران 2019"), ("6/28/2019", "28 حزيران 2019")],
        ),
        ("2019-06-28", [("2019-06-28", "28 حزيران 2019")]),
        ("28.6.2019", [("28.6.2019", "28 حزيران 2019")]),
        ("3/4/2019 is two dates", []),
        ("3/3/2019 is one", [("3/3/2019", "3 آذار 2019")]),
        ("They may 5 times march 12 miles", []),
        ("In June 20 people left", []),
        (
            "29 February 2019 and 30 May 20199",
            [("February 2019", "شباط 2019"), ("30 May", "30 أيار")],
        ),
        ("32/13/2019 A/HRC/46/54 10:30 192.168.1.2019", []),
    ],
)
def test_english(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, Language.ENGLISH) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في ٢٨ حزيران/يونيو ٢٠١٩ قال", [("٢٨ حزيران/يونيو ٢٠١٩", "28 June 2019")]),
        ("في 28 يونيو 2019م.", [("28 يونيو 2019م", "28 June 2019")]),
        ("و28 جانفي", [("28 جانفي", "28 January")]),
        ("لـ1 تموز", [("1 تموز", "1 July")]),
        ("يوم الجمعة 28 حزيران، 2019", [("يوم الجمعة 28 حزيران، 2019", "Friday 28 June 2019")]),
        (
            "28 كانون الثاني (يناير) من العام 2019",
            [("28 كانون الثاني (يناير) من العام 2019", "28 January 2019")],
        ),
        ("في حزيران/يونيو الماضي", [("حزيران/يونيو", "June")]),
        ("حزيران/يوليو 2019", []),  # two months are no date
        ("3/4/2019", [("3/4/2019", "3 April 2019")]),
        ("٢٨/٦/٢٠١٩", [("٢٨/٦/٢٠١٩", "28 June 2019")]),
        ("مارس العمال حقهم في العام 2019", []),
    ],
)
def test_arabic(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, Language.ARABIC) == expected


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (HouseStyle(), "28 كانون الثاني 2019"),
        (HouseStyle(Digits.ARABIC), "٢٨ كانون الثاني ٢٠١٩"),
        (HouseStyle(months=Months.EGYPTIAN), "28 يناير 2019"),
        (HouseStyle(months=Months.MAGHREBI), "28 جانفي 2019"),
        (HouseStyle(Digits.ARABIC, Months.BOTH), "٢٨ كانون الثاني/يناير ٢٠١٩"),
    ],
)
def test_the_clients_style(style: HouseStyle, words: str) -> None:
    assert date_words(CalendarDate(1, 28, 2019), Language.ARABIC, style) == words
    assert date_words(CalendarDate(1, 28, 2019), Language.ENGLISH, style) == "28 January 2019"


@given(
    st.dates().filter(lambda day: day.year >= 1500 and day.year < 2100),
    st.sampled_from(Digits),
    st.sampled_from(Months),
)
def test_what_is_worded_is_found_again(day: date, digits: Digits, months: Months) -> None:
    when = CalendarDate(day.month, day.day, day.year)
    for language in Language:
        text = date_words(when, language, HouseStyle(digits, months))
        assert [one.date for one in find_dates(f"({text}.", language)] == [when]


@given(st.text(alphabet="28 /-.,JuneMay٢٠١٩حزيران يونيو") | st.text(), st.sampled_from(Language))
def test_spans_are_in_order_and_apart(text: str, language: Language) -> None:
    spans = [one.span for one in find_dates(text, language)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
