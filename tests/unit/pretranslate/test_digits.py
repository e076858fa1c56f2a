"""Numbers change their digits and keep their value."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.domain.client import Digits
from translate_app.domain.language import Language
from translate_app.pipeline.digits import digits_for, in_digits, with_digits


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("2254", "٢٢٥٤"),
        ("2,254", "٢٬٢٥٤"),
        ("1,002,254.5", "١٬٠٠٢٬٢٥٤٫٥"),
        ("45%", "٤٥٪"),
        ("4.5 %", "٤٫٥ ٪"),
        ("10:30", "١٠:٣٠"),
        ("66/2012", "٦٦/٢٠١٢"),
        ("2254 (2015)", "٢٢٥٤ (٢٠١٥)"),
    ],
)
def test_both_ways(latin: str, arabic: str) -> None:
    assert in_digits(latin, Digits.ARABIC) == arabic
    assert in_digits(arabic, Digits.LATIN) == latin


def test_no_quantity_keeps_its_signs() -> None:
    assert in_digits("1.2.3 and 1,2,3", Digits.ARABIC) == "١.٢.٣ and ١,٢,٣"


def test_a_text_keeps_its_literals() -> None:
    text = "القرار 2254 (S/RES/2254) في G7، 45%، ۱۲"
    assert (
        with_digits(text, Digits.ARABIC, ["S/RES/2254", ""])
        == "القرار ٢٢٥٤ (S/RES/2254) في G7، ٤٥٪، ١٢"
    )
    assert with_digits("٢٬٢٥٤", Digits.LATIN) == "2,254"


def test_english_has_latin_digits() -> None:
    assert digits_for(Language.ENGLISH, Digits.ARABIC) is Digits.LATIN
    assert digits_for(Language.ARABIC, Digits.ARABIC) is Digits.ARABIC


@given(st.text(alphabet="0123456789٠٣۵.,٫٬% abc"), st.sampled_from(Digits))
def test_the_value_of_every_digit_stays(text: str, digits: Digits) -> None:
    def values(one: str) -> list[int]:
        return [unicodedata.decimal(sign) for sign in one if sign.isdecimal()]

    assert values(in_digits(text, digits)) == values(text)
    assert values(with_digits(text, digits)) == values(text)
