"""What a browser may send."""

import pytest

from tests.web.desk import NAME, RAW
from translate_app.domain.glossary import EntryType
from translate_app.web.editor_events import (
    LONGEST_NAME,
    LONGEST_TARGET,
    LONGEST_WORDS,
    EditorEvent,
    parse_event,
)

EVENT = EditorEvent(
    id="a-1",
    kind="save",
    number=3,
    version=2,
    target="نص",
    versions={},
    words="",
    place=0,
    has=7,
    entry="",
)


def test_a_whole_event_is_understood() -> None:
    assert parse_event(RAW) == EVENT


def test_browsers_have_one_kind_of_number() -> None:
    assert parse_event(RAW | {"number": 3.0, "version": 2.0}) == EVENT


def test_versions_come_in_pairs() -> None:
    event = parse_event(RAW | {"kind": "approve_many", "versions": [[1, 4], [2, 7]]})
    assert event is not None
    assert event["versions"] == {1: 4, 2: 7}


def test_half_a_surrogate_pair_becomes_the_replacement_character() -> None:
    event = parse_event(RAW | {"target": "a\ud83d b \U0001f69b", "words": "\ude9b"})
    assert event is not None
    assert (event["target"], event["words"]) == ("a\ufffd b \U0001f69b", "\ufffd")


def test_a_new_name_comes_with_its_type() -> None:
    event = parse_event(RAW | {"kind": "add_name", "name": NAME | {"source": "Rasma\ud83d"}})
    assert event is not None
    assert event["name"] == {"source": "Rasma\ufffd", "target": "رسما", "type": EntryType.PLACE}


def test_a_name_that_comes_with_anything_else_is_not_looked_at() -> None:
    assert parse_event(RAW | {"name": NAME}) == EVENT


@pytest.mark.parametrize(
    "name",
    [
        None,
        "Rasma",
        [],
        {},
        NAME | {"source": None},
        NAME | {"target": 7},
        NAME | {"target": "x" * (LONGEST_NAME + 1)},
        NAME | {"type": "town"},
        NAME | {"type": ["place"]},
        NAME | {"type": None},
        {"source": "Rasma", "target": "رسما"},
    ],
)
def test_half_a_name_is_no_name(name: object) -> None:
    assert parse_event(RAW | {"kind": "add_name", "name": name}) is None


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        "save",
        {},
        RAW | {"id": ""},
        RAW | {"id": "x" * 101},
        RAW | {"id": 7},
        RAW | {"kind": "delete"},
        RAW | {"kind": ["save"]},
        RAW | {"number": -1},
        RAW | {"number": True},
        RAW | {"number": 1.5},
        RAW | {"number": float("inf")},
        RAW | {"number": float("nan")},
        RAW | {"number": "3"},
        RAW | {"version": None},
        RAW | {"target": None},
        RAW | {"target": "x" * (LONGEST_TARGET + 1)},
        RAW | {"versions": {"1": 2}},
        RAW | {"versions": [[1]]},
        RAW | {"versions": [[1, -2]]},
        RAW | {"versions": [7]},
        RAW | {"words": None},
        RAW | {"words": ["why"]},
        RAW | {"words": "x" * (LONGEST_WORDS + 1)},
        RAW | {"place": -1},
        RAW | {"place": "1"},
        RAW | {"has": None},
        RAW | {"has": 2.5},
        RAW | {"kind": "choose_name", "entry": None},
        RAW | {"kind": "choose_name", "entry": ["person/a"]},
        RAW | {"kind": "choose_name", "entry": "x" * (LONGEST_NAME + 1)},
        RAW | {"kind": "add_name"},
        RAW | {"kind": "next", "versions": [["1", 2]]},
    ],
)
def test_anything_else_is_no_event(raw: object) -> None:
    assert parse_event(raw) is None
