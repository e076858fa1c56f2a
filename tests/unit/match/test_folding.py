"""Folding: which spellings are one, and the way back to the text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.domain.segment import Span
from translate_app.pipeline.folding import fold

ARABIC = "ابتةثجحخدذرزسشصضطظعغفقكلمنهويىءآأؤإئٱکی٠١٢۳\u0640\u064b\u064e\u0651\u0670ﻻﷲﹰ"
LATIN = "abcXYZéÉñßæøıİŉ’‘ʼ`'-\u2011\u00a0\u200f\u200b\u00ad0129.,"
press_text = st.text(
    alphabet=st.sampled_from(ARABIC + LATIN + " \n") | st.characters(), max_size=60
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إغاثة", "اغاثه"),
        ("آسيا", "اسيا"),
        ("ٱلوادي", "الوادى"),
        ("مَرْوَانُ", "مروان"),
        ("الـــوادي", "الوادي"),
        ("مؤتمر الطوارئ", "موتمر الطواري"),
        ("کریم", "كريم"),
        ("ﻻ", "لا"),
        ("٢٢٥٤", "2254"),
        ("۲۲۵۴", "2254"),
        ("Sénémaud", "SENEMAUD"),
        ("Se\u0301ne\u0301maud", "senemaud"),
        ("Łódź", "lodz"),
        ("Sana’a", "Sana`a"),
        ("Sana‘a", "Sanaʼa"),
        ("Tel\u00a0Marwan", "tel marwan"),
        ("al\u2011Wadi", "al-wadi"),
        ("Ras\u00adma\u200f", "rasma"),
        ("STRASSE", "straße"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("one", "other"), [("كريم", "قريم"), ("Rasma", "Rasna"), ("ماء", "ما"), ("a–b", "a-b")]
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


def test_a_piece_maps_back_with_the_marks_on_its_letters() -> None:
    text = "في مَرْوَانَ\u200f اليوم"
    folded = fold(text)
    start = folded.text.index("مروان")
    span = folded.source_span(start, start + len("مروان"))
    assert text[span.start : span.end] == "مَرْوَانَ"


def test_a_ligature_counts_as_a_whole() -> None:
    folded = fold("aﷲb")
    assert folded.text == "aاللهb"
    assert folded.source_span(2, 3) == Span(1, 2)


def test_empty_pieces_have_a_place() -> None:
    assert fold("").source_span(0, 0) == Span(0, 0)
    assert fold("aَb").source_span(1, 1) == Span(2, 2)
    assert fold("ab").source_span(2, 2) == Span(2, 2)


@given(press_text)
def test_offsets_are_monotone_and_inside_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.ends) == len(folded.text)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert list(folded.ends) == sorted(folded.ends)
    assert all(
        0 <= start < end <= len(text)
        for start, end in zip(folded.offsets, folded.ends, strict=True)
    )


@given(press_text, st.data())
def test_a_piece_of_the_source_folds_to_the_same_piece(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    span = folded.source_span(start, end)
    again = fold(text[span.start : span.end]).text
    cuts_a_ligature = any(
        0 < edge < len(folded.text) and folded.offsets[edge - 1] == folded.offsets[edge]
        for edge in (start, end)
    )
    if cuts_a_ligature:
        assert folded.text[start:end] in again
    else:
        assert again == folded.text[start:end]


@given(press_text)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(press_text)
def test_canonically_equal_texts_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)).text == fold(text).text
    assert fold(unicodedata.normalize("NFD", text)).text == fold(text).text


def test_no_character_needs_folding_twice() -> None:
    every = "".join(map(chr, range(0x20000)))
    once = fold(every).text
    assert fold(once).text == once
