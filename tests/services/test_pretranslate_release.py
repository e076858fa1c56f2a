"""Pretranslation fills what is empty, can be interrupted, and never overwrites a person."""

from collections.abc import Sequence

import pytest

from tests.services.conftest import PAIR, Desk
from translate_app.adapters.engines.fake import FakeEngine
from translate_app.domain.engine import Hypothesis
from translate_app.domain.segment import Origin, SegmentState
from translate_app.errors import EngineFailedError, NoEngineError
from translate_app.services import pretranslate_release


def test_every_empty_segment_gets_a_draft_with_its_names(desk: Desk, release_id: str) -> None:
    steps: list[tuple[int, int]] = []

    report = desk.pretranslate(release_id, progress=lambda done, total: steps.append((done, total)))

    assert (report.done, report.overtaken, report.engine) == (5, 0, "fake en-ar 1")
    assert steps[0] == (0, 5)
    assert steps[-1] == (5, 5)
    segments = [item.segment for item in desk.queries.release(release_id).segments]
    assert {segment.state for segment in segments} == {SegmentState.PRETRANSLATED}
    assert segments[0].target.startswith("14/3/2025 – ")
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
    monkeypatch.setattr(pretranslate_release, "BATCH", 1)
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
