"""What every store promises about segments, their history and the memory."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from tests.contract.examples import NOON, SOURCES, change, machine_draft, release, segments
from tests.contract.storing import EN_AR, add_release, record
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import Draft, Origin, SegmentState
from translate_app.errors import SegmentNotFoundError, StaleSegmentError
from translate_app.ports import UnitOfWorkFactory

SOURCES_ALONE = [text for text, _ in SOURCES]


class SegmentPromises:
    """Segments keep their history; a stale save changes nothing."""

    def test_they_come_back_in_order(self, factory: UnitOfWorkFactory) -> None:
        with factory() as unit_of_work:
            unit_of_work.releases.add(release(), segments()[::-1])
            unit_of_work.commit()
        with factory() as unit_of_work:
            assert tuple(unit_of_work.segments.of_release("a1b2c3d4")) == segments()
            assert unit_of_work.segments.get("a1b2c3d4", 2) == segments()[1]
            assert list(unit_of_work.segments.of_release("a1")) == []

    @pytest.mark.parametrize("number", [0, -1, 4, 2**31, 2**63, 10**30])
    def test_an_unknown_number_is_not_found(self, factory: UnitOfWorkFactory, number: int) -> None:
        add_release(factory)
        with factory() as unit_of_work:
            with pytest.raises(SegmentNotFoundError):
                unit_of_work.segments.get("a1b2c3d4", number)
            with pytest.raises(SegmentNotFoundError):
                unit_of_work.segments.record(change(number))
            assert list(unit_of_work.segments.history("a1b2c3d4", number)) == []

    def test_a_change_is_the_present_state_and_history(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory)
        draft, edit = machine_draft(), change(version=2)
        emptied = change(version=3, state=SegmentState.EMPTY, target="", origin=None)
        with factory() as unit_of_work:
            drafted = unit_of_work.segments.record(draft)
            assert drafted == replace(
                segments()[0],
                target=draft.target,
                state=draft.state,
                version=1,
                origin=Origin.MACHINE,
                engine=draft.engine,
                score=draft.score,
                terms=draft.terms,
                changed_at=draft.at,
                changed_by="pretranslate",
                confidence=62,
            )
            edited = unit_of_work.segments.record(edit)
            assert (edited.engine, edited.score, edited.terms) == (None, None, ())
            assert edited.confidence is None
            unit_of_work.segments.record(emptied)
            unit_of_work.commit()
        with factory() as unit_of_work:
            assert list(unit_of_work.segments.history("a1b2c3d4", 1)) == [draft, edit, emptied]
            assert list(unit_of_work.segments.history("a1b2c3d4", 2)) == []
            present = unit_of_work.segments.get("a1b2c3d4", 1)
        assert (present.version, present.target, present.origin) == (3, "", None)
        assert present.changed_at == emptied.at
        assert present.changed_at.tzinfo is UTC

    @pytest.mark.parametrize("version", [0, 1, 2, 4])
    def test_a_stale_save_changes_nothing(self, factory: UnitOfWorkFactory, version: int) -> None:
        add_release(factory)
        record(factory, change(version=1, by="Karim"), change(version=2, by="Nadia"))
        with factory() as unit_of_work:
            with pytest.raises(StaleSegmentError) as refusal:
                unit_of_work.segments.record(change(version=version, by="Salma"))
            unit_of_work.commit()
        present = {"number": 1, "by": "Nadia", "target": "هدف 2", "version": 2}
        assert refusal.value.parameters == present
        with factory() as unit_of_work:
            assert unit_of_work.segments.get("a1b2c3d4", 1).changed_by == "Nadia"
            assert len(unit_of_work.segments.history("a1b2c3d4", 1)) == 2

    def test_of_two_who_read_one_version_one_saves(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory)
        with factory() as slow:
            read = slow.segments.get("a1b2c3d4", 1)
            record(factory, change(version=read.version + 1, by="Karim"))
            with pytest.raises(StaleSegmentError, match="Karim"):
                slow.segments.record(change(version=read.version + 1))


class MemoryPromises:
    """The memory gives back what stands approved, for exactly the same text."""

    def test_the_latest_approved_one(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory, "aa")
        add_release(factory, "bb")
        approved = SegmentState.APPROVED
        source = SOURCES[0][0]
        record(
            factory,
            change(release_id="bb", state=approved, target="newer", at=NOON + timedelta(hours=2)),
            change(release_id="aa", state=approved, target="older", at=NOON + timedelta(hours=1)),
        )
        with factory() as unit_of_work:
            found = unit_of_work.segments.approved_target(source, EN_AR)
            assert found == Draft(target="newer", origin=Origin.MEMORY)
        record(factory, change(release_id="bb", version=2, target="opened again"))
        with factory() as unit_of_work:
            found = unit_of_work.segments.approved_target(source, EN_AR)
            assert found == Draft(target="older", origin=Origin.MEMORY)

    def test_nothing_that_is_not_approved(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory)
        record(factory, machine_draft(), change(2))
        with factory() as unit_of_work:
            for source, _ in SOURCES:
                assert unit_of_work.segments.approved_target(source, EN_AR) is None

    @pytest.mark.parametrize(
        "other",
        ["nadia sabbagh visited rasma.", " Nadia Sabbagh visited Rasma.", "Nadia Sabbagh", "%", ""],
    )
    def test_nothing_for_another_text(self, factory: UnitOfWorkFactory, other: str) -> None:
        add_release(factory)
        record(factory, change(state=SegmentState.APPROVED))
        with factory() as unit_of_work:
            assert unit_of_work.segments.approved_target(SOURCES[0][0], EN_AR)
            assert unit_of_work.segments.approved_target(other, EN_AR) is None

    def test_nothing_of_another_language_pair(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory)
        record(factory, change(state=SegmentState.APPROVED))
        with factory() as unit_of_work:
            back = LanguagePair(Language.ARABIC, Language.ENGLISH)
            assert unit_of_work.segments.approved_target(SOURCES[0][0], back) is None

    def test_approved_pairs_of_other_releases(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory)
        add_release(factory, "b1", fingerprint="b" * 64)
        with factory() as unit_of_work:
            for release_id in ("a1b2c3d4", "b1"):
                approved = {"state": SegmentState.APPROVED, "release_id": release_id}
                unit_of_work.segments.record(change(1, **approved, target="هدف"))
                unit_of_work.segments.record(change(2, release_id=release_id))
            unit_of_work.commit()
        with factory() as unit_of_work:
            many = [*SOURCES_ALONE, *(f"Text {number}." for number in range(2000))]
            found = unit_of_work.segments.approved_pairs(many, EN_AR, "a1b2c3d4")
            assert list(found) == [(SOURCES_ALONE[0], "هدف")]
            assert list(unit_of_work.segments.approved_pairs(many, EN_AR, "")) == list(found)
            assert list(unit_of_work.segments.approved_pairs([], EN_AR, "")) == []
            other = LanguagePair(Language.ARABIC, Language.ENGLISH)
            assert list(unit_of_work.segments.approved_pairs(many, other, "")) == []
