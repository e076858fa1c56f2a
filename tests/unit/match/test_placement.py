"""Putting names into running text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.domain.language import Language
from translate_app.pipeline.placement import join_clitic, place

AR, EN = Language.ARABIC, Language.ENGLISH


@pytest.mark.parametrize(
    ("clitic", "name", "word"),
    [
        ("", "الميناء", "الميناء"),
        ("و", "الميناء", "والميناء"),
        ("ب", "الميناء", "بالميناء"),
        ("فك", "الميناء", "فكالميناء"),
        ("ل", "الائتلاف", "للائتلاف"),
        ("ول", "الائتلاف", "وللائتلاف"),
        ("ل", "اللاذقية", "للاذقية"),
        ("ل", "الله", "لله"),
        ("ل", "ٱلوادي", "للوادي"),
        ("ل", "إلهام", "لإلهام"),
        ("ل", "ألمانيا", "لألمانيا"),
        ("ل", "لبنان", "للبنان"),
        ("لل", "الائتلاف", "للائتلاف"),
        ("ولل", "الائتلاف", "وللائتلاف"),
        ("لل", "لبنان", "للبنان"),
        ("لل", "رسما", "لرسما"),
        ("وال", "الميناء", "والميناء"),
        ("وال", "رسما", "ورسما"),
        ("بال", "الميناء", "بالميناء"),
        ("ال", "رسما", "رسما"),
        ("لـ", "الميناء", "للميناء"),
        ("لِ", "الميناء", "للميناء"),
        ("وَلـ ", "الميناء", "وللميناء"),
        ("ب", "WHO", "بـWHO"),
        ("ل", "«رسما»", "لـ«رسما»"),
        ("و", "WHO", "وWHO"),
    ],
)
def test_join_clitic(clitic: str, name: str, word: str) -> None:
    assert join_clitic(clitic, name) == word


@pytest.mark.parametrize(
    ("before", "name", "after", "text"),
    [
        ("", "الميناء", "", "الميناء"),
        (" ", "الميناء", " ", "الميناء"),
        ("زار الوفد", "الميناء", "اليوم", "زار الوفد الميناء اليوم"),
        ("زار الوفد  ", "الميناء", "  اليوم", "زار الوفد الميناء اليوم"),
        ("وصل ل ", "الميناء", " .", "وصل للميناء."),
        ("وصل لل", "الميناء", "،", "وصل للميناء،"),
        ("وصل لـ", "الميناء", "؟", "وصل للميناء؟"),
        ("كريم و ", "الميناء", " ؛", "كريم والميناء؛"),
        ("و", "الميناء", "قالت", "والميناء قالت"),
        ("(و ", "الميناء", " )", "(والميناء)"),
        ("وبـ ", "الميناء", "", "وبالميناء"),
        ("زار ال ", "الميناء", "", "زار الميناء"),
        ("قال بل ", "الميناء", "", "قال بل الميناء"),
        ("قال له ", "الميناء", "", "قال له الميناء"),
        ("قالب ", "الميناء", "", "قالب الميناء"),
        ("سنة 5و ", "الميناء", "", "سنة 5و الميناء"),
        ("بيان «", "الميناء", "»", "بيان «الميناء»"),
        ("بيان « ", "الميناء", " »", "بيان «الميناء»"),
        ('بيان " ', "الميناء", ' " اليوم', 'بيان "الميناء" اليوم'),
        ('قال "نعم"', "الميناء", '"نعم"', 'قال "نعم" الميناء "نعم"'),
        ("بيان “", "الميناء", " ” اليوم", "بيان “الميناء” اليوم"),
        ("بيان [", "الميناء", "]", "بيان [الميناء]"),
        ("بيان –", "الميناء", "– اليوم", "بيان –الميناء– اليوم"),
        ("بيان – ", "الميناء", " – اليوم", "بيان – الميناء – اليوم"),
        ("بنسبة", "الميناء", "5", "بنسبة الميناء 5"),
        ("وصل ل", "WHO", "اليوم", "وصل لـWHO اليوم"),
    ],
)
def test_in_arabic(before: str, name: str, after: str, text: str) -> None:
    assert place(before, name, after, AR) == text


@pytest.mark.parametrize(
    ("before", "name", "after", "text"),
    [
        ("in", "Rasma", "today", "in Rasma today"),
        ("The", "Authority", " said", "The Authority said"),
        ("a ", "Authority", " boat", "a Authority boat"),
        ("of the ", "the Authority", ".", "of the Authority."),
        ("The ", "the Authority", "’s plan", "The Authority’s plan"),
        ("in the ", "The Quay", " ,", "in The Quay,"),
        ("bathe ", "the Authority", "", "bathe the Authority"),
        ("of", "Rasma", "'s port", "of Rasma's port"),
        ("of", "Rasma", " 's port", "of Rasma's port"),
        ("of the", "Nations", "' envoy", "of the Nations' envoy"),
        ("said", "Rasma", "'so' he", "said Rasma 'so' he"),
        ("said '", "Rasma", "' he", "said 'Rasma' he"),
        ("said '", "Rasma", " and", "said 'Rasma and"),
        ("pre-", "Rasma", "-based", "pre-Rasma-based"),
        ("and/", "Rasma", "/or", "and/Rasma/or"),
        ("(", "Rasma", ")", "(Rasma)"),
        ("grew", "Rasma", "؟", "grew Rasma؟"),
        ("ل", "Rasma", "", "ل Rasma"),
        ("in ", " Rasma ", " today", "in Rasma today"),
    ],
)
def test_in_english(before: str, name: str, after: str, text: str) -> None:
    assert place(before, name, after, EN) == text


pieces = st.text(alphabet="ولباكم abTthe.,،؛:!?\"'’«»()[]-–\u0640\u064e \n", max_size=24).map(
    lambda text: re.sub(r"\s+", " ", text)
)
names = st.sampled_from(["الميناء", "اللوز", "رسما", "كريم حداد", "WHO", "the Authority", "Rasma"])
SPARED = re.compile(r"[\s\u0640\u064b-\u065f]")


@given(pieces, names, pieces, st.sampled_from(Language))
def test_never_two_spaces(before: str, name: str, after: str, language: Language) -> None:
    assert "  " not in place(before, name, after, language)


@given(pieces, names, pieces, st.sampled_from(Language))
def test_no_space_before_closing_or_after_opening_marks_at_the_seams(
    before: str, name: str, after: str, language: Language
) -> None:
    text = place(before, name, after, language)
    if before.rstrip().endswith(("«", "(", "[", "“")):
        assert text.startswith(before.rstrip() + name)
    closing = after.lstrip()
    if closing.startswith(tuple("،؛؟.:!,;?)]»”")):
        assert not text.removesuffix(closing)[-1].isspace()


@given(pieces, names, pieces)
def test_arabic_loses_nothing_but_an_article(before: str, name: str, after: str) -> None:
    text = SPARED.sub("", place(before, name, after, AR))
    head, tail = SPARED.sub("", before), SPARED.sub("", after)
    assert text.endswith(SPARED.sub("", name)[2:] + tail)
    kept = re.sub(r"(?:ال|ل)\Z", "", re.sub(r"ال\Z", "", head))
    assert text.startswith(kept)


@given(pieces, names, pieces)
def test_english_loses_nothing_but_a_doubled_article(before: str, name: str, after: str) -> None:
    def bare(text: str) -> str:
        return "".join(text.split())

    text = bare(place(before, name, after, EN))
    whole = bare(before) + bare(name) + bare(after)
    once = bare(before) + bare(name).removeprefix("the") + bare(after)
    assert text in (whole, once)


def test_a_long_text_takes_no_long_time() -> None:
    before = "و " * 50_000 + "the " * 50_000 + " " * 50_000
    assert place(before, "رسما", "." * 50_000, AR).endswith("the رسما" + "." * 50_000)
    assert place(before, "the Authority", "", EN).endswith("the the Authority")
