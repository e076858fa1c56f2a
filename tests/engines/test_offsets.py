"""Pieces of a model and the characters they stand for."""

from hypothesis import given
from hypothesis import strategies as st

from translate_app.adapters.engines.offsets import piece_spans, prepare


def test_pieces_with_space_signs() -> None:
    assert piece_spans(["▁Nadia", "▁Sab", "bagh", "▁", "."], "Nadia Sabbagh .") == [
        (0, 5),
        (6, 9),
        (9, 13),
        None,
        (14, 15),
    ]


def test_bpe_pieces_and_normalised_text() -> None:
    assert piece_spans(["Ras@@", "ma", "..."], "Rasma…") == [(0, 3), (3, 5), (5, 6)]


def test_a_piece_that_the_text_has_not_is_passed_over() -> None:
    assert piece_spans(["▁Tel", "<unk>", "▁Marwan"], "Tel ☃ Marwan") == [(0, 3), None, (6, 12)]


def test_preparing_keeps_the_way_back() -> None:
    prepared = prepare("السَّلام", arabic=True)
    assert prepared.text == "السلام"
    assert prepared.original(2, 4) == (2, 6)
    assert prepare("السَّلام", arabic=False).text == "السَّلام"


@given(st.text())
def test_spans_lie_within_the_text_and_in_order(text: str) -> None:
    spans = [span for span in piece_spans(text.split(), text) if span]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
