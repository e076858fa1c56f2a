"""Pretranslation fills what is empty, can be interrupted, and never overwrites a person."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.contract.examples import RASMA
from tests.services.conftest import PAIR, Desk, OneEngine
from translate_app.adapters.engines.fake import FakeEngine
from translate_app.domain.client import Client, Digits, HouseStyle, Months
from translate_app.domain.engine import Hypothesis
from translate_app.domain.language import LanguagePair
from translate_app.domain.segment import Origin, SegmentState
from translate_app.errors import EngineFailedError, NoEngineError
from translate_app.ports import Engine
from translate_app.services import pretranslate_release


def test_every_empty_segment_gets_a_draft_with_its_names(desk: Desk, release_id: str) -> None:
    steps: list[tuple[int, int]] = []

    report = desk.pretranslate(release_id, progress=lambda done, total: steps.append((done, total)))

    assert (report.done, report.overtaken, report.engine) == (5, 0, "fake en-ar 1")
    assert steps[0] == (0, 5)
    assert steps[-1] == (5, 5)
    segments = [item.segment for item in desk.queries.release(release_id).segments]
    assert {segment.state for segment in segments} == {SegmentState.PRETRANSLATED}
    assert segments[0].target.startswith("14 آذار 2025 – ")
    assert "نادية الصباغ" in segments[1].target
    assert "رسما" in segments[1].target
    assert [term.applied for term in segments[1].terms] == [True, True]
    assert segments[2].origin is Origin.MACHINE


def test_a_person_s_text_is_never_overwritten(desk: Desk, release_id: str) -> None:
    desk.review.edit(release_id, 3, "كتبه إنسان", "Lina")
    assert desk.pretranslate(release_id).done == 4
    assert desk.targets(release_id)[2] == "كتبه إنسان"


def test_a_person_who_is_faster_than_the_engine_wins(desk: Desk, release_id: str) -> None:
    class Slow(FakeEngine):
        def translate(
            self, texts: Sequence[str], *, hypotheses: int = 1
        ) -> Sequence[Sequence[Hypothesis]]:
            if any("clinic" in text for text in texts):
                desk.review.edit(release_id, 3, "كتبه إنسان", "Lina")
            return super().translate(texts, hypotheses=hypotheses)

    desk.catalogue.present = Slow(PAIR)
    report = desk.pretranslate(release_id)
    assert (report.done, report.overtaken) == (4, 1)
    assert desk.targets(release_id)[2] == "كتبه إنسان"


def test_an_approved_translation_is_remembered(desk: Desk, release_id: str) -> None:
    desk.review.edit(release_id, 3, "العيادة مفتوحة.", "Lina")
    desk.review.approve(release_id, [3], "Omar")
    other = desk.release("The clinic is open. The road to the coast is closed today.")
    desk.pretranslate(other)
    first = desk.queries.release(other).segments[0].segment
    assert (first.target, first.origin) == ("العيادة مفتوحة.", Origin.MEMORY)


def test_a_broken_engine_loses_nothing_and_the_job_goes_on_later(
    desk: Desk, release_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pretranslate_release, "FIRST_BATCH", 1)
    desk.catalogue.present = FakeEngine(PAIR, fails_after=2)
    with pytest.raises(EngineFailedError):
        desk.pretranslate(release_id)
    before = [target for target in desk.targets(release_id) if target]
    assert 0 < len(before) < 5

    desk.catalogue.present = FakeEngine(PAIR)
    assert desk.pretranslate(release_id).done == 5 - len(before)
    assert set(before) <= set(desk.targets(release_id))


def test_without_an_engine_nothing_changes(desk: Desk, release_id: str) -> None:
    desk.catalogue.present = None
    with pytest.raises(NoEngineError):
        desk.pretranslate(release_id)
    assert set(desk.targets(release_id)) == {""}


def test_a_release_without_empty_segments_needs_no_engine(desk: Desk, release_id: str) -> None:
    desk.pretranslate(release_id)
    desk.catalogue.present = None
    assert desk.pretranslate(release_id).done == 0


def test_somebody_who_waits_sees_a_draft_soon(desk: Desk) -> None:
    release_id = desk.release(numbered(300))
    steps: list[int] = []
    desk.pretranslate(release_id, progress=lambda done, total: steps.append(done))
    assert steps == [0, 4, 12, 28, 60, 124, 252, 300]


def test_a_cancelled_job_says_so_and_goes_on_later(desk: Desk) -> None:
    release_id = desk.release(numbered(30))
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(len([target for target in desk.targets(release_id) if target]))
        return len(asked) > 2

    report = desk.pretranslate(release_id, cancelled=cancelled)
    assert (report.done, report.cancelled) == (12, True)
    assert asked == [0, 4, 12]
    rest = desk.pretranslate(release_id, cancelled=lambda: False)
    assert (rest.done, rest.cancelled) == (18, False)
    assert all(desk.targets(release_id))


def test_an_interruption_leaves_what_is_saved(desk: Desk) -> None:
    release_id = desk.release(numbered(30))

    def interrupt(done: int, total: int) -> None:
        if done == 12:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.pretranslate(release_id, progress=interrupt)
    assert [bool(target) for target in desk.targets(release_id)] == [True] * 12 + [False] * 18


def test_the_same_text_is_translated_once(desk: Desk) -> None:
    text = "The clinic is open. The road is closed."
    first = desk.release(f"{text} {text}\n\n{text} A bridge fell.")
    desk.pretranslate(first)
    assert len(translated(desk)) == len(set(translated(desk))) == 3

    second = desk.release(f"{text} A school opened.")
    desk.pretranslate(second)
    assert translated(desk)[3:] == ["A school opened."]
    old, new = (desk.queries.release(each).segments[0].segment for each in (first, second))
    assert (new.target, new.engine, new.score, new.confidence, new.origin) == (
        old.target,
        old.engine,
        old.score,
        old.confidence,
        Origin.MACHINE,
    )


def test_after_a_change_of_names_it_is_translated_anew(desk: Desk) -> None:
    desk.pretranslate(desk.release("She went to Rasma. It rained."))
    desk.learn(replace(RASMA, ar="راسما"))
    again = desk.release("She went to Rasma. It snowed.")
    desk.pretranslate(again)
    assert "راسما" in desk.targets(again)[0]


def test_after_a_change_of_package_it_is_translated_anew(desk: Desk) -> None:
    desk.pretranslate(desk.release("It rained. The road is closed."))
    desk.catalogue.present = FakeEngine(PAIR, words={"It": "هي"})
    desk.catalogue.checksum = "1"
    again = desk.release("It rained. The road is open.")
    desk.pretranslate(again)
    assert "هي" in desk.targets(again)[0]


def test_a_person_s_word_comes_before_a_draft_kept(desk: Desk) -> None:
    first = desk.release("The clinic is open. The road is closed.")
    desk.pretranslate(first)
    desk.review.edit(first, 1, "العيادة مفتوحة.", "Lina")
    desk.review.approve(first, [1], "Omar")
    second = desk.release("The clinic is open. It rained.")
    desk.pretranslate(second)
    segment = desk.queries.release(second).segments[0].segment
    assert (segment.target, segment.origin) == ("العيادة مفتوحة.", Origin.MEMORY)


def test_the_client_s_engine_and_style_are_used(desk: Desk, release_id: str) -> None:
    asked: list[str | None] = []

    class Catalogue(OneEngine):
        def engine(self, pair: LanguagePair, name: str | None = None) -> Engine:
            asked.append(name)
            return super().engine(pair, name)

    service = replace(
        desk.pretranslate,
        engines=Catalogue(desk.engine),  # type: ignore[arg-type]
        clients=lambda name: Client(
            name, HouseStyle(Digits.ARABIC, Months.EGYPTIAN), {PAIR: "own"}
        ),
    )
    service(release_id, cancelled=lambda: True)
    service(release_id, "other")
    assert asked == ["own", "other"]
    assert desk.targets(release_id)[0].startswith("١٤ مارس ٢٠٢٥ – ")


def test_what_an_engine_leaves_empty_stays_empty(desk: Desk) -> None:
    desk.catalogue.present = Silent(PAIR)
    release_id = desk.release("The clinic is open. The road is closed.")
    assert desk.pretranslate(release_id).done == 0
    assert set(desk.targets(release_id)) == {""}
    assert desk.queries.history(release_id, 1) == ()


class Silent(FakeEngine):
    """Has nothing to say."""

    def translate(
        self, texts: Sequence[str], *, hypotheses: int = 1
    ) -> Sequence[Sequence[Hypothesis]]:
        return [[Hypothesis("", 0.0)] for _ in texts]


def numbered(count: int) -> str:
    """A release of `count` different segments."""
    return "\n\n".join(f"The road to the {word} is closed." for word in words(count))


def words(count: int) -> list[str]:
    """`count` made-up words without digits."""
    letters = "abcdefghijklmnopqrst"
    return [
        f"{letters[n // 20 % 20]}{letters[n % 20]}{'no' * (1 + n // 400)}" for n in range(count)
    ]


def translated(desk: Desk) -> list[str]:
    """Every text that went to the engine, in order."""
    return [text for call in desk.engine.calls for text in call]
