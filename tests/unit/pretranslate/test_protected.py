"""Addresses, symbols, quoted words, dates and numbers come out right, whatever the engine."""

import pytest

from translate_app.adapters.engines.fake import MARKS, FakeEngine
from translate_app.domain.client import Digits, HouseStyle, Months
from translate_app.domain.engine import Hypothesis
from translate_app.domain.language import Language, LanguagePair
from translate_app.pipeline.literals import SlotKind
from translate_app.pipeline.marks import slots_of
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.pretranslate import pretranslate

from .test_pretranslate import INTO_ARABIC, INTO_ENGLISH, Answering, draft

UN = HouseStyle(Digits.ARABIC, Months.BOTH)


def hidden(text: str, pair: LanguagePair, style: HouseStyle = UN) -> list[tuple[str, SlotKind]]:
    return [(slot.text, slot.kind) for slot in slots_of(text, (), pair, style)]


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("under S/RES/2254 (2015),", "S/RES/2254 (2015)"),
        ("the report A/HRC/46/54.", "A/HRC/46/54"),
        ("as A/75/L.33 and", "A/75/L.33"),
        ("see A/HRC/S-17/2/Add.1;", "A/HRC/S-17/2/Add.1"),
        ("(https://example.org/a_b?c=1).", "https://example.org/a_b?c=1"),
        ("at relief.example.org/news today", "relief.example.org/news"),
        ("write to press_office@example.org.", "press_office@example.org"),
        ("follow @relief_hra!", "@relief_hra"),
        ("the file annex_2_final is", "annex_2_final"),
        ("call +963 11 555 0101.", "+963 11 555 0101"),
        ("called “إعلان” by all", "إعلان"),
    ],
)
def test_literals_of_english(text: str, literal: str) -> None:
    assert hidden(text, INTO_ARABIC) == [(literal, SlotKind.LITERAL)]


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("ستفتح «Harbour Relief & Co.» مكتبا", "Harbour Relief & Co"),
        ("التقرير A/HRC/46/54 الأخير", "A/HRC/46/54"),
        ("منظمة (OCHA) اليوم", "OCHA"),
        ("وسم #رسما_الآن", "#رسما_الآن"),
    ],
)
def test_literals_of_arabic(text: str, literal: str) -> None:
    assert hidden(text, INTO_ENGLISH) == [(literal, SlotKind.LITERAL)]


def test_what_is_no_literal() -> None:
    assert hidden("He or she, and/or both. The end.The start (N/A)", INTO_ARABIC) == []


def test_dates_and_numbers_take_the_clients_style() -> None:
    assert hidden("On 28 June 2019 some 2,254 of 4.5 million (45%)", INTO_ARABIC) == [
        ("٢٨ حزيران/يونيو ٢٠١٩", SlotKind.DATE),
        ("٢٬٢٥٤", SlotKind.NUMBER),
        ("٤٫٥", SlotKind.NUMBER),
        ("٤٥٪", SlotKind.NUMBER),
    ]


def test_an_arabic_comma_may_group_a_number() -> None:
    assert hidden("مساحتها 783،562 مترا، 12، 5", INTO_ENGLISH) == [
        ("783,562", SlotKind.NUMBER),
        ("12", SlotKind.NUMBER),
        ("5", SlotKind.NUMBER),
    ]


class TestThroughTheEngine:
    SOURCE = "On 28 June 2019 the council saw S/RES/2254 (2015) at www.example.org/a_b: 45% agreed."
    EXPECTED = ("28 حزيران 2019", "S/RES/2254 (2015)", "www.example.org/a_b", "45%")

    @pytest.mark.parametrize("loses", [(), MARKS[:1], MARKS[1:3], MARKS])
    def test_all_stand_in_the_draft(self, loses: tuple[str, ...]) -> None:
        target = draft(self.SOURCE, FakeEngine(INTO_ARABIC, loses=loses)).target
        assert [text for text in self.EXPECTED if text not in target] == []

    def test_in_the_clients_digits(self) -> None:
        engine = FakeEngine(INTO_ARABIC)
        found = pretranslate(
            [self.SOURCE],
            matcher=Matcher((), Language.ENGLISH),
            engine=engine,
            memory=lambda _: None,
            pair=INTO_ARABIC,
            style=UN,
        )[0]
        assert "٢٨ حزيران/يونيو ٢٠١٩" in found.target
        assert "S/RES/2254 (2015)" in found.target
        assert "٤٥٪" in found.target

    def test_with_an_engine_that_knows_no_marks(self) -> None:
        source = "On 28 June 2019 they saw www.example.org and 2,254 people"
        answer = "في 28 يونيو 2019 رأوا موقع www مثال و 2,254 شخصا"
        alignment = ((25, 40, 27, 30), (25, 40, 31, 35))
        engine = Answering({source: Hypothesis(answer, -1.0, alignment)}, marks=())
        assert (
            draft(source, engine).target
            == "في 28 حزيران 2019 رأوا موقع www.example.org و 2,254 شخصا"
        )

    def test_a_wrong_figure_is_put_right_and_a_word_is_left(self) -> None:
        source = "They saw 2,254 people and 3 dogs"
        alignment = ((9, 14, 5, 9), (26, 27, 16, 21))
        engine = Answering(
            {source: Hypothesis("رأوا 2245 شخص و ثلاثة كلاب", -1.0, alignment)}, marks=()
        )
        assert draft(source, engine).target == "رأوا 2,254 شخص و ثلاثة كلاب"

    @pytest.mark.parametrize(
        ("answer", "target"),
        [
            ("In \uff5f0\uff60 we met", "On 28 June 2019 we met"),
            ("we met in the year \uff5f0\uff60", "We met on 28 June 2019"),
            ("we met before \uff5f0\uff60", "We met before 28 June 2019"),
        ],
    )
    def test_a_date_is_not_taken_for_a_year(self, answer: str, target: str) -> None:
        source = "التقينا في 28 حزيران 2019"
        engine = Answering({"التقينا في \uff5f0\uff60": Hypothesis(answer, -1.0)}, INTO_ENGLISH)
        assert draft(source, engine).target == target

    def test_in_arabic_neither(self) -> None:
        answer = Hypothesis("التقينا في عام \uff5f0\uff60 هناك", -1.0)
        engine = Answering({"We met on \uff5f0\uff60 there": answer})
        assert (
            draft("We met on 28 June 2019 there", engine).target == "التقينا في 28 حزيران 2019 هناك"
        )


@pytest.mark.parametrize(
    ("number", "target"), [("2,254", "في 2,254"), ("45%", "في 45%"), ("2019", "في عام 2019")]
)
def test_what_is_no_year_is_not_called_one(number: str, target: str) -> None:
    engine = Answering({"In \uff5f0\uff60 ways": Hypothesis("في عام \uff5f0\uff60", -1.0)})
    assert draft(f"In {number} ways", engine).target == target


def test_a_segment_of_dates_and_numbers_needs_no_engine() -> None:
    found = draft("28 June 2019 – 45%", FakeEngine(INTO_ARABIC, fails_after=0))
    assert (found.target, found.engine, found.confidence) == ("28 حزيران 2019 – 45%", None, 100)
