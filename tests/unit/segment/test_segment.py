"""What holds for every text, and what golden files cannot show."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.domain.language import Language
from translate_app.domain.segment import Span
from translate_app.pipeline.segment import segment

SAMPLE = (
    Path(__file__).resolve().parents[3].parent
    / "shared"
    / "samples"
    / "coalition-news-2019-06-28.txt"
)
# Counted by reading the text, one number a paragraph.
SAMPLE_COUNTS = [1, 1, 2, 2, 2, 2, 1, 3, 1, 2, 1, 1, 2, 1, 1, 2, 3, 2, 2, 2, 2, 3, 1]

TRICKY = st.sampled_from(
    [
        *"\n\r\t\u00a0\u2028\u0085\u200e\u200f\u2067\u2069\ufeff\U0001f600\u0301\u064b",
        *".!?…؟،؛:“”\"'‘’«»()[]{}-–—*1٢A a",
        *[
            "The ",
            "U.S.",
            "Dr. ",
            "د. ",
            "م.",
            "وقال ",
            "said ",
            "end. ",
            "نهاية. ",
            ". . .",
            "[1]",
        ],
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(TRICKY, max_size=40).map("".join))


def pieces(text: str, language: Language = Language.ENGLISH) -> list[str]:
    return [text[span.start : span.end] for span in segment(text, language)]


@given(TEXTS, st.sampled_from(Language), st.booleans())
def test_segments_and_gaps_give_the_text_back(
    text: str, language: Language, semicolon_ends: bool
) -> None:
    spans = segment(text, language, semicolon_ends=semicolon_ends)
    again, reached = "", 0
    for span in spans:
        gap, piece = text[reached : span.start], text[span.start : span.end]
        assert gap.strip() == ""
        assert piece
        assert piece == piece.strip()
        assert len(piece.splitlines()) == 1
        again += gap + piece
        reached = span.end
    assert text[reached:].strip() == ""
    assert again + text[reached:] == text


@given(TEXTS, st.sampled_from(Language))
def test_a_line_is_segmented_by_itself(text: str, language: Language) -> None:
    lines = [piece for line in text.splitlines() for piece in pieces(line, language)]
    assert pieces(text, language) == lines


@pytest.mark.parametrize("text", ["", " ", "\n \r\n\t", "\u00a0\u2003\u2028"])
@pytest.mark.parametrize("language", list(Language))
def test_white_space_has_no_segments(text: str, language: Language) -> None:
    assert segment(text, language) == ()


def test_spans_count_characters_not_bytes() -> None:
    text = " \U0001f600 قال حداد. ثم غادر."
    assert segment(text, Language.ARABIC) == (Span(1, 12), Span(13, 21))


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085"])
def test_every_line_break_ends_a_segment(line_break: str) -> None:
    assert pieces(f"One line{line_break}another") == ["One line", "another"]


def test_the_arabic_semicolon_ends_a_segment_only_when_asked() -> None:
    text = "تأخرت القافلة؛ لأن الطريق مقطوع. ثم وصلت."
    spans = segment(text, Language.ARABIC, semicolon_ends=True)
    assert [text[s.start : s.end] for s in spans] == [
        "تأخرت القافلة؛",
        "لأن الطريق مقطوع.",
        "ثم وصلت.",
    ]
    assert len(segment(text, Language.ARABIC)) == 2


def test_marks_of_direction_behind_a_stop_stay_with_it() -> None:
    text = "وصلت القافلة.\u200f ثم عادت \u2067(U.S.)\u2069 أمس."
    assert pieces(text, Language.ARABIC) == [
        "وصلت القافلة.\u200f",
        "ثم عادت \u2067(U.S.)\u2069 أمس.",
    ]


def test_a_no_break_space_parts_segments_and_keeps_initials() -> None:
    assert pieces("He met A.\u00a0Haddad and\u00a0K. Kanaan.\u00a0It rained.") == [
        "He met A.\u00a0Haddad and\u00a0K. Kanaan.",
        "It rained.",
    ]


@pytest.mark.skipif(not SAMPLE.exists(), reason="the real sample is not beside the checkout")
def test_a_real_release_has_the_segments_a_reader_counts() -> None:
    paragraphs = [p for p in SAMPLE.read_text(encoding="utf-8").split("\n") if p.strip()]
    assert [len(segment(p, Language.ENGLISH)) for p in paragraphs] == SAMPLE_COUNTS


@pytest.mark.parametrize(
    "line",
    [
        "He left. " * 20_000,
        "“" * 100_000,
        '"a" ' * 50_000,
        "(" * 100_000,
        "(a. B) " * 30_000,
        "." * 100_000,
        ". " * 100_000,
        '."' + '"' * 100_000,
        "A." * 50_000,
        "end." + " " * 100_000,
        "«نعم. لا» " * 20_000,
        "[1] " * 50_000,
    ],
    ids=lambda line: line[:6],
)
def test_a_hostile_line_takes_time_in_proportion(line: str) -> None:
    begin = time.process_time()
    segment(line, Language.ARABIC)
    assert time.process_time() - begin < 10
