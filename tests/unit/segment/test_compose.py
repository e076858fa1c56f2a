"""Translations put together again."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.domain.language import Language
from translate_app.domain.segment import Span
from translate_app.pipeline.compose import compose
from translate_app.pipeline.segment import segment


def test_white_space_between_segments_is_kept() -> None:
    unit = " One.  Two.\n\tThree. "
    spans = segment(unit, Language.ENGLISH)
    assert compose(unit, spans, ["واحد.", "اثنان.", "ثلاثة."]) == " واحد.  اثنان.\n\tثلاثة. "


def test_a_space_stands_where_nothing_stood() -> None:
    unit = "من يدفع؟البلدة تنتظر."
    spans = segment(unit, Language.ARABIC)
    assert compose(unit, spans, ["Who pays?", "The town waits."]) == "Who pays? The town waits."


def test_a_unit_without_segments_stays() -> None:
    assert compose(" \n", [], []) == " \n"


@pytest.mark.parametrize("texts", [[], ["a", "b"]])
def test_as_many_texts_as_spans(texts: list[str]) -> None:
    with pytest.raises(ValueError, match="zip"):
        compose("One.", [Span(0, 4)], texts)


@given(st.text(alphabet="ab.A \n\u00a0", max_size=40))
def test_the_source_pieces_give_the_source_back(text: str) -> None:
    spans = segment(text, Language.ENGLISH)
    composed = compose(text, spans, [text[span.start : span.end] for span in spans])
    touching = any(a.end == b.start for a, b in pairwise(spans))
    assert composed == text or touching
