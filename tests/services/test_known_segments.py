"""Segments that did not change are not read again, and those that did always are."""

from dataclasses import replace

import pytest

from tests.contract.examples import change, release, segments
from tests.fakes import FakeStore
from translate_app.domain.segment import Segment
from translate_app.services.known_segments import REMEMBERED, KnownSegments

ID = "a1b2c3d4"


@pytest.fixture
def store() -> FakeStore:
    """A store with one release."""
    made = FakeStore()
    with made.unit_of_work() as unit_of_work:
        unit_of_work.releases.add(release(), segments())
        unit_of_work.commit()
    return made


def asked(known: KnownSegments, store: FakeStore, release_id: str = ID) -> tuple[Segment, ...]:
    """What is known now, which is what is stored."""
    with store.unit_of_work() as unit_of_work:
        found = known(unit_of_work, release_id)
        assert found == tuple(unit_of_work.segments.of_release(release_id))
    return found


def test_only_what_changed_is_another_object(store: FakeStore) -> None:
    known = KnownSegments()
    before = asked(known, store)
    assert all(map(lambda a, b: a is b, before, asked(known, store)))
    with store.unit_of_work() as unit_of_work:
        unit_of_work.segments.record(change(2))
        unit_of_work.commit()
    after = asked(known, store)
    assert [a is b for a, b in zip(before, after, strict=True)] == [True, False, True]


def test_segments_that_went_are_forgotten(store: FakeStore) -> None:
    known = KnownSegments()
    asked(known, store)
    with store.unit_of_work() as unit_of_work:
        unit_of_work.segments.record(replace(change(2), merged_into=1))
        unit_of_work.commit()
    assert [segment.number for segment in asked(known, store)] == [1, 3]


def test_many_at_once_are_read_together(store: FakeStore) -> None:
    many = [replace(segments("b1")[0], number=number) for number in range(1, 60)]
    with store.unit_of_work() as unit_of_work:
        unit_of_work.releases.add(release("b1", fingerprint="b" * 64), many)
        unit_of_work.commit()
    assert len(asked(KnownSegments(), store, "b1")) == 59


def test_releases_that_nobody_asked_for_are_forgotten(store: FakeStore) -> None:
    known = KnownSegments()
    (first, *_) = asked(known, store)
    for number in range(REMEMBERED):
        assert asked(known, store, f"none-{number}") == ()
    assert asked(known, store)[0] == first
