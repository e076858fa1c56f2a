"""Cutting a sentence into clauses."""

from hypothesis import given
from hypothesis import strategies as st

from translate_app.domain.language import Language
from translate_app.domain.segment import Span
from translate_app.pipeline.pretranslate_clauses import clauses


def cut(text: str, language: Language, whole: tuple[Span, ...] = ()) -> list[str]:
    return [text[span.start : span.end] for span in clauses(text, language, whole, 4)]


def test_at_punctuation_and_conjunctions() -> None:
    text = (
        "The Authority opened two schools in Rasma, and its head said that more would follow soon."
    )
    assert cut(text, Language.ENGLISH) == [
        "The Authority opened two schools in Rasma,",
        "and its head said",
        "that more would follow soon.",
    ]


def test_into_phrases_where_there_is_one_clause() -> None:
    text = "The Authority opened two schools for the children of Rasma"
    assert cut(text, Language.ENGLISH) == [
        "The Authority opened two schools",
        "for the children of Rasma",
    ]


def test_arabic() -> None:
    text = "قالت رئيسة هيئة الإغاثة إن المدارس الجديدة ستفتح قريبا، وأضافت أنها تشكر الجميع"
    assert cut(text, Language.ARABIC) == [
        "قالت رئيسة هيئة الإغاثة",
        "إن المدارس الجديدة ستفتح قريبا،",
        "وأضافت أنها تشكر الجميع",
    ]


def test_a_name_is_not_cut() -> None:
    text = "They met the Office for Peace and Justice in Rasma today"
    name = text.index("Office"), text.index(" in Rasma")
    assert all(
        "Peace and Justice" in part or "Peace" not in part
        for part in cut(text, Language.ENGLISH, (Span(*name),))
    )


@given(st.text(alphabet="ab ,;and\n"), st.sampled_from(Language))
def test_only_white_space_is_left_out(text: str, language: Language) -> None:
    spans = clauses(text, language, (), 1)
    kept = "".join(text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
