"""The fake engine keeps the contract of the real ones."""

import pytest

from tests.contract.engine_contract import EngineContract
from translate_app.adapters.engines.fake import MARKS, FakeEngine
from translate_app.domain.language import Language, LanguagePair
from translate_app.errors import EngineFailedError
from translate_app.ports import Engine

PAIR = LanguagePair(Language.ENGLISH, Language.ARABIC)


class TestFake(EngineContract):
    aligns = True

    @pytest.fixture
    def engine(self) -> Engine:
        return FakeEngine(PAIR)


def test_fails_when_told_to() -> None:
    engine = FakeEngine(PAIR, fails_after=1)
    engine.translate(["a"])
    with pytest.raises(EngineFailedError, match="told to fail"):
        engine.translate(["b"])
    assert engine.calls == [("a",)]


def test_loses_a_mark_in_the_best_answers_only() -> None:
    engine = FakeEngine(PAIR, loses={MARKS[0]}, loses_first=2, words={"in": "في"})
    answers = [found.text for found in engine.translate([f"in {MARKS[0]}"], hypotheses=3)[0]]
    assert answers == ["في", "في", f"في {MARKS[0]}"]
