"""What small models do wrong is seen, tried again, mended."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.adapters.engines.fake import MARKS
from translate_app.domain.engine import EngineInfo, EngineKind, Hypothesis
from translate_app.domain.language import LanguagePair
from translate_app.domain.segment import TermPlacement
from translate_app.pipeline.pathologies import Pathology, loop, mended, pathologies

from .test_pretranslate import INTO_ARABIC, INTO_ENGLISH, draft, placements

LONG = "The head of the Authority said today that the town had waited for the school for years."
RIGHT = "قالت رئيسة الهيئة اليوم إن البلدة انتظرت هذه المدرسة سنوات طويلة جدا."


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (LONG, RIGHT, ()),
        ("", "", ()),
        (LONG, " ", (Pathology.EMPTY,)),
        ("Go home.", "Go home.", (Pathology.COPY,)),
        ("2,254", "2,254", ()),
        (LONG, "قالت رئيسة الهيئة اليوم إن البلدة إن البلدة إن البلدة", (Pathology.LOOP,)),
        (LONG, "قالت.", (Pathology.TOO_SHORT,)),
        (LONG, RIGHT * 3, (Pathology.TOO_LONG,)),
        (LONG, RIGHT + " said of the town", (Pathology.SCRIPT,)),
        ("No, no, no", "لا، لا، لا", ()),
    ],
)
def test_they_are_told_from_the_texts(
    source: str, target: str, expected: tuple[Pathology, ...]
) -> None:
    assert pathologies(source, target, INTO_ARABIC) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (RIGHT, RIGHT),
        ("في\u200f رسما\u202e", "في رسما"),
        ("سلام سلام سلام في رسما", "سلام في رسما"),
        ("قال في رسما، في رسما، في رسما إنه", "قال في رسما إنه"),
        ("هيليليليليل", "هيل"),
        ("000 000 000 000", "000 000 000 000"),
        (
            "كانت هناك أول جملة طويلة بعض الشيء. "
            "ثم جاءت جملة أخرى لم يقلها أحد في أي وقت كان أو يكون هنا",
            None,
        ),
    ],
)
def test_they_are_mended(target: str, expected: str | None) -> None:
    short = "There was one sentence."
    source = LONG if expected else short
    assert mended(source, target, INTO_ARABIC) == (expected or "كانت هناك أول جملة طويلة بعض الشيء")


def test_mending_loses_no_name() -> None:
    target = "رسما رسما رسما"
    assert mended("Rasma", target, INTO_ARABIC, ["رسما"]) == "رسما"
    assert mended("Rasma", target, INTO_ARABIC, ["رسما"] * 2) == target


@pytest.mark.parametrize(
    "text",
    ["a b " * 20_000, "a" * 50_000, "ab c, ,, " * 10_000, " ".join(f"w{i}" for i in range(20_000))],
)
def test_hostile_texts_take_no_long_time(text: str) -> None:
    start = time.process_time()
    loop(text)
    pathologies(text, text + "x", INTO_ARABIC)
    assert time.process_time() - start < 5


@given(st.text(alphabet="ab سلم،. \u200f123"), st.text(alphabet="ab سلم،. \u200f123"))
def test_mending_again_changes_nothing(source: str, target: str) -> None:
    once = mended(source, target, INTO_ARABIC)
    assert mended(source, once, INTO_ARABIC) == once


@dataclass
class Ill:
    """An engine that gives fixed hypotheses, and for any other text a fixed good one."""

    answers: dict[str, Sequence[str]]
    good: str = "نعم"
    pair: LanguagePair = INTO_ARABIC
    calls: list[tuple[str, ...]] = field(default_factory=list)
    marks: tuple[str, ...] = MARKS

    @property
    def info(self) -> EngineInfo:
        return EngineInfo("ill", EngineKind.CUSTOM, self.pair, "1")

    def translate(
        self, texts: Sequence[str], *, hypotheses: int = 1
    ) -> Sequence[Sequence[Hypothesis]]:
        self.calls.append(tuple(texts))
        return [
            [
                Hypothesis(answer, -0.5 - rank)
                for rank, answer in enumerate(self.answers.get(text, (self.good,))[:hypotheses])
            ]
            for text in texts
        ]


class TestOrderOfRepairs:
    SOURCE = "The Authority opened a school today, and the town was glad of it"

    def test_the_next_hypothesis_that_is_clean(self) -> None:
        engine = Ill(
            {
                self.SOURCE: [
                    "نعم نعم نعم نعم",
                    self.SOURCE,
                    "",
                    "افتتحت الهيئة مدرسة اليوم وفرحت البلدة",
                ]
            }
        )
        assert draft(self.SOURCE, engine).target == "افتتحت الهيئة مدرسة اليوم وفرحت البلدة"
        assert len(engine.calls) == 1

    def test_then_clause_by_clause(self) -> None:
        engine = Ill(
            {
                self.SOURCE: ["نعم نعم نعم نعم", ""],
                "The Authority opened a school today,": ["افتتحت الهيئة مدرسة اليوم"],
                "and the town was glad of it": ["وفرحت البلدة بذلك كثيرا"],
            }
        )
        assert draft(self.SOURCE, engine).target == (
            "افتتحت الهيئة مدرسة اليوم، وفرحت البلدة بذلك كثيرا"
        )
        assert len(engine.calls) == 2

    def test_then_mended(self) -> None:
        engine = Ill({"Peace came": ["جاء السلام جاء السلام جاء السلام"]})
        assert draft("Peace came", engine).target == "جاء السلام"

    @pytest.mark.parametrize("answer", ["", "Rasma Rasma Rasma", "x " * 200])
    def test_a_name_stands_whatever_happens(self, answer: str) -> None:
        found = draft("Peace in Rasma", Ill({"Peace in \uff5f0\uff60": [answer]}, good=answer))
        assert "رسما" in found.target
        assert placements(found) == [TermPlacement.INSERTED]

    def test_all_second_tries_go_together(self) -> None:
        from .test_pretranslate import drafts

        sources = [f"{self.SOURCE} {word}" for word in ("now", "here", "too")]
        engine = Ill({source: [""] for source in sources}, good="نعم نعم لا")
        drafts(sources, engine)
        assert [len(call) for call in engine.calls] == [3, 6]

    def test_into_english(self) -> None:
        engine = Ill({"وصل الوفد أمس": ["وصل الوفد أمس", "The team came"]}, pair=INTO_ENGLISH)
        assert draft("وصل الوفد أمس", engine).target == "The team came"

    def test_what_is_left_lowers_the_confidence(self) -> None:
        ill = draft(LONG, Ill({}, good=LONG))
        well = draft(LONG, Ill({}, good=RIGHT))
        assert ill.confidence is not None
        assert well.confidence is not None
        assert ill.confidence < well.confidence
