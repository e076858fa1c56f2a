"""What every engine adapter must do. Inherit, give the fixtures, and the tests come along."""

import pytest

from translate_app.domain.engine import Hypothesis
from translate_app.domain.language import Language
from translate_app.errors import EngineFailedError
from translate_app.ports import Engine

TEXTS = {
    Language.ENGLISH: ("The meeting took place in Rasma.", "Peace."),
    Language.ARABIC: ("عُقد الاجتماع في رسما.", "السلام."),
}

HOSTILE = (
    "\u202eevil\u202c",
    "a\x00b",
    "\ud800",
    "👩‍👩‍👧‍👦 🏳️‍🌈",
    "\uff5f0\uff60\uff5f0\uff60\uff5f9",
    "a" * 1000,
    "_ __ ▁",
    "<b>&amp;</b> {0} %s",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 ﷽",
)


class EngineContract:
    """Base class: a subclass gives the fixture `engine`."""

    aligns = False
    """Whether the engine tells which words became which; `test_alignment...` holds it to that."""

    @pytest.fixture
    def engine(self) -> Engine:
        raise NotImplementedError

    @pytest.fixture
    def texts(self, engine: Engine) -> tuple[str, ...]:
        return TEXTS[engine.info.pair.source]

    def test_one_answer_for_each_text_in_order(
        self, engine: Engine, texts: tuple[str, ...]
    ) -> None:
        together = engine.translate([*texts, *reversed(texts)])
        alone = [engine.translate([text])[0][0].text for text in texts]
        assert [found[0].text for found in together] == [*alone, *reversed(alone)]
        assert all(text.strip() for text in alone)

    def test_no_texts(self, engine: Engine) -> None:
        assert list(engine.translate([])) == []

    @pytest.mark.parametrize("empty", ["", "  ", "\n"])
    def test_empty_text(self, engine: Engine, texts: tuple[str, ...], empty: str) -> None:
        answer = engine.translate([texts[0], empty])
        assert list(answer[1]) == [Hypothesis("", 0.0)]

    def test_candidates_best_first(self, engine: Engine, texts: tuple[str, ...]) -> None:
        for found in engine.translate(texts, hypotheses=3):
            scores = [one.score for one in found]
            assert 1 <= len(found) <= 3
            if scores[0] is None:  # an engine tells scores always or never
                assert set(scores) == {None}
                continue
            assert scores == sorted(scores, reverse=True)
            assert all(score <= 0 for score in scores)

    def test_alignment_lies_within_both_texts(self, engine: Engine, texts: tuple[str, ...]) -> None:
        answered = engine.translate(texts)
        assert any(found[0].alignment for found in answered) == self.aligns
        for text, found in zip(texts, answered, strict=True):
            for start, end, out_start, out_end in found[0].alignment:
                assert 0 <= start < end <= len(text)
                assert 0 <= out_start < out_end <= len(found[0].text)

    def test_marks_are_copied(self, engine: Engine, texts: tuple[str, ...]) -> None:
        for mark in engine.marks:
            text = texts[0].replace("Rasma", mark).replace("رسما", mark)
            assert any(mark in found.text for found in engine.translate([text], hypotheses=4)[0])

    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_text_is_answered_or_refused(self, engine: Engine, text: str) -> None:
        assert isinstance(_answer_or_refusal(engine, text), str)


def _answer_or_refusal(engine: Engine, text: str) -> str:
    try:
        return engine.translate([text])[0][0].text
    except EngineFailedError as error:
        return str(error)
