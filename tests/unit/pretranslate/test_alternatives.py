"""Several drafts of one segment, and how far each can be relied on."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.adapters.engines.fake import FakeEngine
from translate_app.domain.language import Language
from translate_app.domain.segment import Draft, Origin
from translate_app.pipeline.confidence import Signs, confidence
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.pretranslate import alternatives
from translate_app.ports import Engine

from .test_pathologies import Ill
from .test_pretranslate import ENTRIES, INTO_ARABIC, draft

SIGNS = Signs(score=-1.1, words=20, characters=90, ratio=0.87)


def several(source: str, engine: Engine, count: int = 4) -> list[Draft]:
    pair = engine.info.pair
    return alternatives(
        source, matcher=Matcher(ENTRIES, pair.source), engine=engine, pair=pair, count=count
    )


class TestAlternatives:
    MASKED = "Peace came to \uff5f0\uff60 on \uff5f1\uff60"
    SOURCE = "Peace came to Rasma on 1 July"

    def test_each_has_its_names_and_dates(self) -> None:
        answers = [
            "جاء السلام إلى \uff5f0\uff60 في \uff5f1\uff60",
            "حل السلام في \uff5f0\uff60 يوم \uff5f1\uff60",
            "حل السلام في \uff5f0\uff60 يوم \uff5f1\uff60",
            "السلام لـ \uff5f0\uff60",
        ]
        found = several(self.SOURCE, Ill({self.MASKED: answers}, good="هنا"))
        assert [one.target for one in found[:2]] == [
            "جاء السلام إلى رسما في 1 تموز",
            "حل السلام في رسما يوم 1 تموز",
        ]
        assert all("رسما" in one.target and "1 تموز" in one.target for one in found)
        assert len({one.target for one in found}) == len(found)

    def test_the_most_reliable_comes_first(self) -> None:
        answers = [
            "",
            self.MASKED,
            "هنا هنا هنا هنا \uff5f0\uff60 \uff5f1\uff60",
            "جاء السلام إلى \uff5f0\uff60 في \uff5f1\uff60",
        ]
        found = several(self.SOURCE, Ill({self.MASKED: answers}))
        assert found[0].target == "جاء السلام إلى رسما في 1 تموز"
        confidences = [one.confidence or 0 for one in found]
        assert confidences == sorted(confidences, reverse=True)

    @pytest.mark.parametrize("count", [1, 2, 4])
    def test_no_more_than_asked_for(self, count: int) -> None:
        engine = Ill({"Go home": ["واحد", "ثان", "ثالث", "رابع"]})
        assert len(several("Go home", engine, count)) == count

    def test_the_first_is_the_draft(self) -> None:
        engine = FakeEngine(INTO_ARABIC, words={"in": "في", "Peace": "سلام"})
        assert several("Peace in Rasma", engine)[0] == draft("Peace in Rasma", engine)

    def test_names_alone_have_one_draft(self) -> None:
        found = several("Rasma", FakeEngine(INTO_ARABIC, fails_after=0))
        assert [(one.target, one.origin, one.confidence) for one in found] == [
            ("رسما", Origin.GLOSSARY, 100)
        ]

    def test_an_engine_with_nothing_to_say_gives_none(self) -> None:
        assert several("Go home", Ill({}, good="")) == []


class TestConfidence:
    @pytest.mark.parametrize("language", Language)
    @pytest.mark.parametrize(
        "worse",
        [
            replace(SIGNS, score=-1.4),
            replace(SIGNS, ratio=0.4),
            replace(SIGNS, hidden=5),
            replace(SIGNS, lost=1),
            replace(SIGNS, doubled=3),
            replace(SIGNS, pathologies=1),
        ],
    )
    def test_what_lowers_it(self, worse: Signs, language: Language) -> None:
        assert confidence(worse, language) < confidence(SIGNS, language)

    def test_a_longer_draft_is_not_the_better_one(self) -> None:
        for language in Language:
            usual = replace(SIGNS, ratio=1.2)
            assert confidence(replace(usual, ratio=9.0), language) == confidence(usual, language)

    def test_an_engine_may_say_no_score(self) -> None:
        assert 0 < confidence(replace(SIGNS, score=None), Language.ARABIC) < 100

    @given(
        st.builds(
            Signs,
            st.none() | st.floats(-100, 0),
            st.integers(0, 10_000),
            st.integers(0, 100_000),
            st.floats(0, 1000),
            st.integers(0, 50),
            st.integers(0, 50),
            st.integers(0, 50),
            st.integers(0, 5),
        ),
        st.sampled_from(Language),
    )
    def test_always_between_0_and_99(self, signs: Signs, language: Language) -> None:
        assert 0 <= confidence(signs, language) <= 99
