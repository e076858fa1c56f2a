"""Runs of the other direction, and raw controls."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.adapters.formats.bidi import exportable, isolate_runs, markup_text
from translate_app.domain.language import Direction, Language

LETTERS = st.text(alphabet="ab Z9(.)[]،؛«»“”'’\"-+/@#$%&=_\n\t٢ابتهيم\u0301\u064b\u05d0漢")


@given(text=LETTERS | st.text(), base=st.sampled_from(Language))
def test_runs_join_to_the_text_again(text: str, base: Language) -> None:
    assert "".join(run.text for run in isolate_runs(text, base)) == text


@given(text=LETTERS, base=st.sampled_from(Language))
def test_every_foreign_letter_is_isolated_and_no_letter_of_the_base(
    text: str, base: Language
) -> None:
    latin = set("abZ漢")
    arabic = set("ابتهيم\u05d0")
    foreign, own = (arabic, latin) if base is Language.ENGLISH else (latin, arabic)

    for run in isolate_runs(text, base):
        if run.direction is None:
            assert not foreign & set(run.text)
        else:
            assert run.direction is not base.direction
            assert not own & set(run.text)


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("هيئة (HRA) في رسما", ["HRA"]),
        ("قالت Harbour Relief Authority (HRA)، إن", ["Harbour Relief Authority (HRA)"]),
        ("القرار Resolution 2254 (2015) الصادر", ["Resolution 2254 (2015)"]),
        ("قالت HRA، 2019", ["HRA"]),
        ("قالت HRA. ثم", ["HRA"]),
        ("وصل إلى HRA ٢٥ طفلا", ["HRA"]),
        ("من HRA (Rasma وتل مروان) ثم", ["HRA", "Rasma"]),
        ("من HRA (the (Rasma office) وتل مروان", ["HRA", "the (Rasma office)"]),
        ("قال “HRA” و«Rasma»", ["HRA", "Rasma"]),
        ("HRA، Rasma؛ ثم", ["HRA", "Rasma"]),
        ("لقاح COVID-19 و3G و4x4", ["COVID-19", "3G", "4x4"]),
        ("على https://harbour.example/a/?b=1&c=2. ثم", ["https://harbour.example/a/?b=1&c=2"]),
        ("موقع harbour.example/ هنا", ["harbour.example/"]),
        ("بريد nadia@harbour.example، و@harbour", ["nadia@harbour.example", "@harbour"]),
        ("في U.S. اليوم", ["U.S."]),
        ("اللغة C++ و$5m", ["C++", "$5m"]),
        ("O’Neill و‘HRA’", ["O’Neill", "HRA"]),
        ("هاتف +999 11 123 4567 الآن", ["+999 11 123 4567"]),
        ("في 28/6/2019 عاد 12,500 شخص، 40% منهم", []),
        ("سطر HRA\nRasma آخر", ["HRA", "Rasma"]),
        ("", []),
    ],
)
def test_runs_in_arabic(text: str, isolated: list[str]) -> None:
    runs = isolate_runs(text, Language.ARABIC)

    assert [run.text for run in runs if run.direction] == isolated
    assert {run.direction for run in runs if run.direction} <= {Direction.LTR}


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("The Authority (هيئة إغاثة الميناء) said 5", ["هيئة إغاثة الميناء"]),
        ("The name, رسما, stands", ["رسما"]),
        ("Decree مرسوم ٦٦ was", ["مرسوم ٦٦"]),
        ("A vowelled نَادِيَة here", ["نَادِيَة"]),
        ("Call +999 11 123 4567 now", []),
        ("“هيئة إغاثة” said", ["هيئة إغاثة"]),
    ],
)
def test_runs_in_english(text: str, isolated: list[str]) -> None:
    runs = isolate_runs(text, Language.ENGLISH)

    assert [run.text for run in runs if run.direction] == isolated


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("annex\u202etxt.exe", "annextxt.exe"),
        ("a \u2067b\u2069 c", "a \u2067b\u2069 c"),
        ("a \u2067b c", "a b c"),
        ("a b\u2069 c", "a b c"),
        ("a \u2067b\nc\u2069", "a b\nc"),
        ("one\r\ntwo\u2028three\x0bfour", "one\ntwo\nthree\nfour"),
        ("nul\0 \ud800", "nul \ufffd"),
        ("object\ufffc", "object"),
        ("e\u0301 م\u200cن", "e\u0301 م\u200cن"),
    ],
)
def test_exportable(text: str, clean: str) -> None:
    assert exportable(text) == clean


@pytest.mark.parametrize(
    "piece", ["(a", "a)", "a ", "a1", "“a”", "aا", "+999 11 ", "((", "a.", "1,"]
)
def test_long_hostile_texts_take_no_long_time(piece: str) -> None:
    text = piece * 20_000

    started = time.process_time()
    isolate_runs(text, Language.ARABIC)

    assert time.process_time() - started < 5


def test_markup_text_has_no_isolates_at_all() -> None:
    assert markup_text("a \u2067b\u2069 \u2066c") == "a b c"
