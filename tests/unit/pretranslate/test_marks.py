"""Hiding names and numbers behind marks."""

from hypothesis import given
from hypothesis import strategies as st

from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import Span
from translate_app.pipeline.marks import MARK, Masked, mask, slots_of
from translate_app.pipeline.match import Matcher

MARKS = tuple(f"\uff5f{digit}\uff60" for digit in range(10))
ENTRIES = (
    GlossaryEntry("place/rasma", en="Rasma", ar="رسما"),
    GlossaryEntry("org/authority", en="Harbour Relief Authority", ar="هيئة إغاثة الميناء"),
    GlossaryEntry("place/wadi", en="al-Wadi camp", ar="مخيم الوادي"),
)


def masked(text: str, language: Language, marks: tuple[str, ...] = MARKS) -> Masked:
    matches = Matcher(ENTRIES, language).find(text)
    slots = slots_of(text, matches, LanguagePair(language, language.other))
    return mask(text, Span(0, len(text)), slots, marks)


def test_names_and_numbers_are_hidden_in_order() -> None:
    result = masked("Rasma took in 2,254 people, 45% of them in Rasma.", Language.ENGLISH)
    assert (
        result.text
        == "\uff5f0\uff60 took in \uff5f1\uff60 people, \uff5f2\uff60 of them in \uff5f3\uff60."
    )
    assert [slot.text for slot in result.slots] == ["رسما", "2,254", "45%", "رسما"]
    assert [result.text[place.start : place.end] for place in result.places] == list(MARKS[:4])


def test_clitic_stays_outside() -> None:
    result = masked("وصل الوفد إلى رسما وبمخيم الوادي.", Language.ARABIC)
    assert result.text == "وصل الوفد إلى \uff5f0\uff60 وب\uff5f1\uff60."


def test_names_come_before_numbers_where_marks_are_few() -> None:
    result = masked("In 2019 and 2020 Rasma and al-Wadi camp", Language.ENGLISH, MARKS[:2])
    assert result.text == "In 2019 and 2020 \uff5f0\uff60 and \uff5f1\uff60"
    assert result.marks == ("", "", *MARKS[:2])


def test_names_beyond_the_marks_stay_and_keep_their_slot() -> None:
    result = masked("Rasma, Rasma, Rasma", Language.ENGLISH, MARKS[:1])
    assert result.text == "\uff5f0\uff60, Rasma, Rasma"
    assert result.marks == (MARKS[0], "", "")
    assert result.places[2] == Span(12, 17)


def test_digits_become_latin_on_the_way_into_english() -> None:
    result = masked("القرار ٢٢٥٤ و٤٥٫٥٪ فقط", Language.ARABIC)
    assert [slot.text for slot in result.slots] == ["2254", "45.5%"]
    assert result.text == "القرار \uff5f0\uff60 و\uff5f1\uff60 فقط"


def test_addresses_and_handles_are_hidden_whole() -> None:
    text = "See https://example.org/a_b?c=1, @relief_hra or press_office@example.org."
    assert [slot.text for slot in masked(text, Language.ENGLISH).slots] == [
        "https://example.org/a_b?c=1",
        "@relief_hra",
        "press_office@example.org",
    ]


def test_words_with_digits_are_left_alone() -> None:
    assert masked("the 17th G7 meeting, COVID19", Language.ENGLISH).slots == ()


def test_only_what_lies_in_the_stretch_is_taken() -> None:
    text = "Rasma and Rasma"
    pair = LanguagePair(Language.ENGLISH, Language.ARABIC)
    slots = slots_of(text, Matcher(ENTRIES, Language.ENGLISH).find(text), pair)
    assert mask(text, Span(6, 15), slots, MARKS).text == "and \uff5f0\uff60"


@given(st.text(alphabet="Rasma \uff5f\uff600129,%و٣") | st.text())
def test_every_mark_of_a_masked_text_is_ours(text: str) -> None:
    result = masked(text, Language.ENGLISH)
    assert [hit.group() for hit in MARK.finditer(result.text)] == [m for m in result.marks if m]
