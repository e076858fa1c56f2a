"""What every store promises about a unit of work: all or nothing, and what others see."""

from dataclasses import replace

import pytest

from tests.contract.examples import RASMA, change, publication, release, segments
from tests.contract.storing import add_release, record
from translate_app.domain.document import UnitKind
from translate_app.domain.release import Unit
from translate_app.errors import ReleaseNotFoundError, StoreError
from translate_app.ports import UnitOfWorkFactory


class TransactionPromises:
    """All or nothing, and what one unit of work sees of another."""

    def test_leaving_without_commit_rolls_back(self, factory: UnitOfWorkFactory) -> None:
        with factory() as unit_of_work:
            unit_of_work.releases.add(release(), segments())
            unit_of_work.glossary.upsert([RASMA])
            assert unit_of_work.releases.get("a1b2c3d4") == release()
        with factory() as unit_of_work:
            assert unit_of_work.releases.summaries() == []
            assert unit_of_work.glossary.all() == []
            assert unit_of_work.glossary.revision() == 0

    def test_an_error_rolls_back_and_is_passed_on(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory)

        def broken_service() -> None:
            with factory() as unit_of_work:
                unit_of_work.segments.record(change())
                unit_of_work.publications.add(publication())
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            broken_service()
        with factory() as unit_of_work:
            assert tuple(unit_of_work.segments.of_release("a1b2c3d4")) == segments()
            assert list(unit_of_work.segments.history("a1b2c3d4", 1)) == []
            assert list(unit_of_work.publications.of_release("a1b2c3d4")) == []

    def test_what_follows_a_commit_needs_another(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory)
        with factory() as unit_of_work:
            unit_of_work.segments.record(change(1))
            unit_of_work.commit()
            assert unit_of_work.segments.get("a1b2c3d4", 1).version == 1
            unit_of_work.segments.record(change(2))
            unit_of_work.commit()
            unit_of_work.segments.record(change(3))
        with factory() as unit_of_work:
            versions = [s.version for s in unit_of_work.segments.of_release("a1b2c3d4")]
        assert versions == [1, 1, 0]

    def test_versions_tell_what_changed(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory)
        record(factory, change(3))
        record(factory, replace(change(2), merged_into=1))
        with factory() as unit_of_work:
            present = unit_of_work.segments.of_release("a1b2c3d4")
            versions = list(unit_of_work.segments.versions("a1b2c3d4"))
            assert versions == [(s.number, s.version) for s in present] == [(1, 0), (3, 1)]
            assert list(unit_of_work.segments.versions("a1")) == []

    def test_a_text_that_was_never_stored_is_not_remembered(
        self, factory: UnitOfWorkFactory
    ) -> None:
        with factory() as unit_of_work:
            unit_of_work.releases.add(release(), segments())
            assert unit_of_work.releases.get("a1b2c3d4") == release()
        other = release(fingerprint="f" * 64, units=(Unit(0, UnitKind.HEADING, "Another"),))
        with factory() as unit_of_work:
            with pytest.raises(ReleaseNotFoundError):
                unit_of_work.releases.get("a1b2c3d4")
            unit_of_work.releases.add(other, ())
            unit_of_work.commit()
        with factory() as unit_of_work:
            assert unit_of_work.releases.get("a1b2c3d4") == other

    def test_after_a_commit_others_may_write(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory)
        with factory() as unit_of_work:
            unit_of_work.segments.record(change(1))
            unit_of_work.commit()
            assert unit_of_work.segments.get("a1b2c3d4", 2).version == 0
            record(factory, change(2))
            unit_of_work.segments.record(change(3))
            unit_of_work.commit()
        with factory() as unit_of_work:
            versions = [s.version for s in unit_of_work.segments.of_release("a1b2c3d4")]
        assert versions == [1, 1, 1]

    def test_it_cannot_be_used_before_or_after_its_block(self, factory: UnitOfWorkFactory) -> None:
        unit_of_work = factory()
        with pytest.raises(RuntimeError):
            unit_of_work.glossary.all()
        with unit_of_work:
            unit_of_work.lock()
        for use in (
            unit_of_work.commit,
            unit_of_work.lock,
            unit_of_work.glossary.all,
            unit_of_work.releases.summaries,
            lambda: unit_of_work.segments.record(change()),
            unit_of_work.__enter__,
        ):
            with pytest.raises(RuntimeError):
                use()

    def test_others_see_only_what_is_committed(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory)
        with factory() as writer:
            writer.segments.record(change())
            with factory() as reader:
                assert reader.segments.get("a1b2c3d4", 1).version == 0
            writer.commit()
            with factory() as reader:
                assert reader.segments.get("a1b2c3d4", 1).version == 1

    def test_a_reader_sees_one_state_throughout(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory)
        with factory() as reader:
            assert reader.segments.get("a1b2c3d4", 1).version == 0
            record(factory, change(1), change(2))
            assert [s.version for s in reader.segments.of_release("a1b2c3d4")] == [0, 0, 0]

    def test_one_that_has_read_can_write_after_another(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory)
        with factory() as late:
            late.segments.of_release("a1b2c3d4")
            record(factory, change(1))
            late.segments.record(change(2))
            late.commit()
        with factory() as unit_of_work:
            versions = [s.version for s in unit_of_work.segments.of_release("a1b2c3d4")]
        assert versions == [1, 1, 0]

    def test_after_lock_the_newest_is_read_and_stays(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory)
        with factory() as unit_of_work:
            unit_of_work.segments.get("a1b2c3d4", 1)
            record(factory, change(1))
            unit_of_work.lock()
            assert unit_of_work.segments.get("a1b2c3d4", 1).version == 1
            with pytest.raises(StoreError), factory() as second:
                second.lock()
            with pytest.raises(StoreError):
                record(factory, change(2))
            unit_of_work.commit()
        record(factory, change(2))
