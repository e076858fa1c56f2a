"""Other drafts of a segment: asking beside the page, and what the editor is given."""

import json
import threading
import time
from collections.abc import Sequence

import pytest

from translate_app import i18n
from translate_app.bootstrap import Application
from translate_app.domain.segment import Draft, Origin
from translate_app.errors import EngineFailedError, UnknownClientError
from translate_app.services.findings import reviewed_segment
from translate_app.web.other_drafts import COUNT, Asked, EngineDrafts, OtherDrafts, engine_names
from translate_app.web.others_data import others_data

EN = i18n.translator("en")
WITHIN = 20


def answered(others: OtherDrafts, release_id: str = "r1", number: int = 1) -> Asked:
    """The whole answer."""
    end = time.monotonic() + WITHIN
    while True:
        asked = others.asked(release_id, number)
        assert asked is not None
        if asked.complete:
            return asked
        assert time.monotonic() < end
        time.sleep(0.01)


def draft(text: str, engine: str | None = "starter en-ar 0.1") -> Draft:
    return Draft(text, Origin.MACHINE, engine, -0.4, confidence=48)


def test_each_engine_is_asked_the_first_for_most() -> None:
    asked: list[tuple[object, ...]] = []

    def alternatives(*words: object) -> Sequence[Draft]:
        asked.append(words)
        return [draft(str(words[2]))]

    others = OtherDrafts(alternatives, lambda release_id: ("official", "starter"))
    assert others.asked("r1", 1) is None
    others.ask("r1", 1)
    answer = answered(others)
    assert asked == [("r1", 1, "official", COUNT), ("r1", 1, "starter", 1)]
    assert [each.drafts[0].target for each in answer.engines] == ["official", "starter"]


def test_one_engine_that_fails_does_not_silence_the_others() -> None:
    failure = EngineFailedError(engine="official", reason="it broke")

    def alternatives(release: str, number: int, engine: str | None, count: int) -> list[Draft]:
        if engine == "official":
            raise failure
        return [draft("نص")]

    others = OtherDrafts(alternatives, lambda release_id: ("official", "starter"))
    others.ask("r1", 1)
    first, second = answered(others).engines
    assert first.problem is failure
    assert second.drafts == (draft("نص"),)


def test_engines_that_cannot_be_looked_up_are_an_answer() -> None:
    failure = UnknownClientError(name="harbour", known="")

    def names(release_id: str) -> Sequence[str]:
        raise failure

    others = OtherDrafts(lambda *words: [], names)
    others.ask("r1", 1)
    assert answered(others).engines == (EngineDrafts("", problem=failure),)


def test_asking_twice_while_it_is_under_way_asks_once() -> None:
    go, calls = threading.Event(), []

    def alternatives(*words: object) -> list[Draft]:
        calls.append(words)
        assert go.wait(WITHIN)
        return []

    others = OtherDrafts(alternatives, lambda release_id: ("starter",))
    others.ask("r1", 1)
    others.ask("r1", 1)
    go.set()
    assert answered(others) == Asked((EngineDrafts("starter"),), complete=True)
    assert len(calls) == 1


def test_the_real_engine_gives_several_drafts_with_names_marked(
    services: Application, release_id: str
) -> None:
    others = OtherDrafts(services.alternatives, lambda each: engine_names(services, each))
    assert engine_names(services, release_id) == ("starter",)
    others.ask(release_id, 2)
    asked = answered(others, release_id, 2)
    segment = services.queries.release(release_id).segments[1].segment
    release = services.queries.release(release_id).release
    matcher = services.matchers(release.pair.source)
    data = others_data(asked, segment, lambda s: reviewed_segment(s, matcher, release.pair), EN)
    (engine,) = data["engines"]
    assert engine["name"].startswith("starter en-ar")
    assert 1 < len({each["text"] for each in engine["drafts"]}) <= COUNT
    for each in engine["drafts"]:
        assert 0 <= int(each["confidence"]) <= 100
        for mark in each["marks"]:
            assert 0 <= mark["start"] < mark["end"] <= len(each["text"])
    assert any(each["marks"] for each in engine["drafts"])
    assert json.loads(json.dumps(data)) == data


def test_a_problem_is_worded(services: Application, release_id: str) -> None:
    failure = EngineFailedError(engine="official", reason="it broke")
    segment = services.queries.release(release_id).segments[1].segment
    asked = Asked((EngineDrafts("official", problem=failure),), complete=True)

    def never(_segment: object) -> None:
        pytest.fail("no draft to look at")

    data = others_data(asked, segment, never, EN)  # type: ignore[arg-type]
    assert data["engines"] == [{"name": "official", "problem": str(failure), "drafts": []}]
