"""Whether both texts name the same numbers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.domain.glossary import GlossaryEntry
from translate_app.pipeline.checks.numbers import numbers
from translate_app.pipeline.checks.numerals import numbers_differ

from .case import AR_EN, Bad, CheckCase, Good


class TestNumbersDiffer(CheckCase):
    check = numbers_differ
    entries = (
        GlossaryEntry("document/quay-14", "Quay Plan 14", "خطة الرصيف"),
        GlossaryEntry("organisation/g6", "Group of Six", "مجموعة 6"),
    )
    good = (
        Good("2,254 tents", "٢٢٥٤ خيمة"),
        Good("2,254 tents", "٢٬٢٥٤ خيمة"),
        Good("2,254 tents", "2254 خيمة"),
        Good("2,254 tents", "2.254 خيمة"),
        Good("1,234,567 and 1234567", "1.234.567 و١٬٢٣٤٬٥٦٧"),
        Good("2\u00a0254 tents", "2254 خيمة"),
        Good("12,254.5 tonnes", "١٢٬٢٥٤٫٥ طنا"),
        Good("2.5 percent", "٢٫٥ في المئة"),
        Good("2.5 percent", "2,5 بالمئة"),
        Good("5% of 10", "٥٪ من ١٠"),
        Good("five of 10", "5 من عشرة"),
        Good("3 camps, 12 boats", "الثلاثة مخيمات واثنا عشر قاربا"),
        Good("28 June 2019", "28 حزيران/يونيو 2019"),
        Good("28 June 2019", "28/6/2019"),
        Good("28.6.2019", "٢٨ حزيران ٢٠١٩"),
        Good("the 21st century, the 1990s", "القرن الحادي والعشرون والتسعينات"),
        Good("items 1,2,3", "البنود ١ و٢ و٣"),
        Good("Under Quay Plan 14 it", "بموجب خطة الرصيف"),
        Good("the Group of Six", "مجموعة ٦"),
        Good("at 10:30.", "الساعة ١٠:٣٠."),
        Good("١٥ قاربا", "15 boats", AR_EN),
        Good("2 hours", "ساعتين"),
        Good("both of the 2", "الاثنان"),
        Good("2 boats", "كلا القاربين"),
        Good("100 tents, 200 boats", "مئة خيمة ومائتا قارب"),
        Good("2,000 people", "ألفا شخص"),
        Good("300 people and 20 boats", "ثلاثمئة شخص وعشرون قاربا"),
        Good("2 million people", "2,000,000 شخص"),
        Good("1.5 million people", "١٥٠٠٠٠٠ شخص"),
        Good("مليونا شخص", "2 million people", AR_EN),
        Good("on 7 March", "في السابع من آذار"),
        Good("at 5 p.m.", "الساعة 17:00"),
        Good("at 5:30 pm", "الساعة 17:30"),
        Good("5 مساء", "at 17:00", AR_EN),
        Good("no numbers", "لا أرقام"),
    )
    bad = (
        Bad(
            "2,254 tents",
            "٢٢٤٥ خيمة",
            {"number": "2,254", "source": "2,254", "target": "٢٢٤٥"},
            at="٢٢٤٥",
        ),
        Bad("15 boats", "قوارب", {"number": "15"}, finding="number_missing"),
        Bad("boats", "١٥ قاربا", {"number": "١٥"}, at="١٥", finding="number_added"),
        Bad("15 of 15", "١٥ منها", {"number": "15"}, finding="number_missing"),
        Bad("2.5 boats", "٢٥ و2.5", {"number": "٢٥"}, at="٢٥", finding="number_added"),
        Bad("Quay Plan 14", "الخطة", {"number": "14"}, finding="number_missing"),
        Bad("3 boats", "قاربين", {"number": "3"}, finding="number_missing"),
        Bad("at 5 a.m.", "17:00", {"number": "5", "source": "5", "target": "17"}, at="17"),
        Bad("6 boats", "سبتمبر", {"number": "6"}, finding="number_missing"),
        Bad("١٥ قاربا", "boats", {"number": "١٥"}, finding="number_missing", pair=AR_EN),
    )


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", []),
        ("2019,2020", [{2019}, {2020}]),
        ("1,2,3", [{1}, {2}, {3}]),
        ("2.254", [{Decimal("2.254"), 2254}]),
        ("007", [{7}]),
        ("COVID-19", [{19}]),
        ("H1N1", [{1}, {1}]),
        ("2254.", [{2254}]),
        ("٢٢٥٤،", [{2254}]),
        ("10.20.30.40", [{Decimal("10.20")}, {Decimal("30.40")}]),
        ("28-6-2019", [{28}, {6}, {2019}]),
    ],
)
def test_values(text: str, values: list[set[Decimal]]) -> None:
    assert [set(number.values) for number in numbers(text)] == values


@given(st.integers(0, 10**12), st.sampled_from(["٠", "۰", "0", "０"]))
def test_digits_of_any_script_have_their_value(value: int, zero: str) -> None:
    written = "".join(chr(ord(zero) + int(digit)) for digit in str(value))
    (number,) = numbers(f"x {written} y")
    assert number.values == {Decimal(value)}
    assert number.text == written


@given(st.text(alphabet="0123456789٠١٫٬،.,/-: \u00a0sth", max_size=60))
def test_spans_are_in_order_and_hold_the_text(text: str) -> None:
    end = 0
    for number in numbers(text):
        assert end <= number.span.start < number.span.end
        assert text[number.span.start : number.span.end] == number.text
        end = number.span.end


def test_a_million_digits_take_no_long_time() -> None:
    assert sum(len(number.text) for number in numbers("7" * 1_000_000)) == 1_000_000
