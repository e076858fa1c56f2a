"""What every store promises about the work on releases: splits, plans, comments, presence."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.contract.examples import NOON, TEXT, change, release, segments
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import SegmentState, Span
from translate_app.domain.work import Comment, Presence, Priority, ReleaseWork
from translate_app.errors import (
    CommentNotFoundError,
    StaleSegmentError,
    StaleWorkError,
)
from translate_app.ports import UnitOfWorkFactory

ID = "a1b2c3d4"
EN_AR = LanguagePair(Language.ENGLISH, Language.ARABIC)
PLAN = ReleaseWork(
    ID,
    translator="Lina",
    reviewer="كريم حداد",
    due_at=NOON + timedelta(days=1),
    embargo_until=NOON + timedelta(days=2),
    priority=Priority.URGENT,
    archived=True,
    version=1,
    changed_at=NOON,
    changed_by="Salma",
)
QUESTION = Comment(0, ID, 2, NOON, "Lina", "Is this the camp?\n@Karim", ("Karim", "كريم حداد"))
WINDOW = Presence("window-1", ID, "Lina", 2, NOON)


class WorkPromises:
    """Nothing that people planned or said is lost; what is out of date is refused."""

    @pytest.fixture
    def stored(self, factory: UnitOfWorkFactory) -> UnitOfWorkFactory:
        """A store with the example release."""
        with factory() as unit_of_work:
            unit_of_work.releases.add(release(), segments())
            unit_of_work.commit()
        return factory

    def test_why_a_change_was_made_is_kept(self, stored: UnitOfWorkFactory) -> None:
        rejected = change(state=SegmentState.REJECTED, reason="ليست دقيقة")
        forced = change(
            version=2,
            state=SegmentState.APPROVED,
            reason="quotes a slogan",
            overridden=("term_missing", "numbers_differ"),
        )
        in_bulk = change(2, state=SegmentState.APPROVED, bulk=True)
        with stored() as unit_of_work:
            assert unit_of_work.segments.record(rejected).reason == "ليست دقيقة"
            unit_of_work.segments.record(forced)
            unit_of_work.segments.record(in_bulk)
            unit_of_work.commit()
        with stored() as unit_of_work:
            assert list(unit_of_work.segments.history(ID, 1)) == [rejected, forced]
            assert list(unit_of_work.segments.history(ID, 2)) == [in_bulk]
            assert unit_of_work.segments.get(ID, 1).reason == "quotes a slogan"

    def test_changes_of_a_time(self, stored: UnitOfWorkFactory) -> None:
        steps = [change(1, 1), change(2, 1), change(1, 2), change(1, 3)]
        with stored() as unit_of_work:
            unit_of_work.releases.add(release("ff00"), segments("ff00"))
            for step in (*steps, change(release_id="ff00")):
                unit_of_work.segments.record(step)
            found = unit_of_work.segments.changes
            assert list(found(ID)) == steps
            assert len(found()) == 5
            assert list(found(ID, NOON + timedelta(minutes=2))) == steps[2:]
            assert list(found(ID, None, NOON + timedelta(minutes=2))) == steps[:2]
            touched = {(s.release_id, s.number) for s in unit_of_work.segments.touched()}
            assert touched == {(ID, 1), (ID, 2), ("ff00", 1)}
            late = unit_of_work.segments.touched(NOON + timedelta(minutes=2))
            assert [(s.release_id, s.number) for s in late] == [(ID, 1)]

    def test_a_part_that_was_split_off_stands_in_its_place(self, stored: UnitOfWorkFactory) -> None:
        first, *_ = segments()
        cut = change(span=Span(0, 13), source=TEXT[:13])
        part = replace(first, number=4, span=Span(14, 28), source=TEXT[14:28])
        with stored() as unit_of_work:
            assert unit_of_work.segments.record(cut).span == Span(0, 13)
            unit_of_work.segments.add([part])
            unit_of_work.commit()
        with stored() as unit_of_work:
            present = unit_of_work.segments.of_release(ID)
            assert [s.number for s in present] == [1, 4, 2, 3]
            assert [s.number for s in unit_of_work.segments.everywhere()] == [1, 4, 2, 3]
            assert present[0].source == "Nadia Sabbagh"
            assert list(unit_of_work.segments.history(ID, 1)) == [cut]
            with pytest.raises(StaleSegmentError):
                unit_of_work.segments.add([part])

    def test_a_merged_part_is_listed_no_more(self, stored: UnitOfWorkFactory) -> None:
        whole = change(span=Span(0, 50), source=TEXT[:50], state=SegmentState.APPROVED)
        gone = change(2, merged_into=1, state=SegmentState.APPROVED)
        with stored() as unit_of_work:
            unit_of_work.segments.record(whole)
            assert unit_of_work.segments.record(gone).merged_into == 1
            unit_of_work.commit()
        with stored() as unit_of_work:
            found = unit_of_work.segments
            assert [s.number for s in found.of_release(ID)] == [1, 3]
            assert [s.number for s in found.everywhere()] == [1, 3]
            assert [s.number for s in found.of_release(ID, merged=True)] == [1, 2, 3]
            assert sorted(s.number for s in found.touched()) == [1, 2]
            assert unit_of_work.releases.summaries()[0].total == 2
            assert found.approved_target("She met Karim Haddad.", EN_AR) is None
            memory = found.approved_target(TEXT[:50], EN_AR)
            assert memory is not None
            assert list(found.history(ID, 2)) == [gone]
            back = found.record(change(2, 2, span=Span(29, 50), source=TEXT[29:50]))
            assert back.merged_into is None

    def test_a_plan_comes_back(self, stored: UnitOfWorkFactory) -> None:
        with stored() as unit_of_work:
            assert unit_of_work.work.get(ID) == ReleaseWork(ID)
            unit_of_work.work.save(PLAN)
            unit_of_work.commit()
        second = replace(PLAN, archived=False, due_at=None, version=2)
        with stored() as unit_of_work:
            assert unit_of_work.work.get(ID) == PLAN
            unit_of_work.work.save(second)
            assert unit_of_work.work.all() == {ID: second}

    @pytest.mark.parametrize("version", [0, 1, 3])
    def test_a_stale_plan_changes_nothing(self, stored: UnitOfWorkFactory, version: int) -> None:
        with stored() as unit_of_work:
            unit_of_work.work.save(PLAN)
            with pytest.raises(StaleWorkError, match="Salma"):
                unit_of_work.work.save(replace(PLAN, version=version, translator="Omar"))
            assert unit_of_work.work.get(ID) == PLAN

    def test_everybody_is_known(self, stored: UnitOfWorkFactory) -> None:
        with stored() as unit_of_work:
            assert list(unit_of_work.work.people()) == []
            unit_of_work.work.save(replace(PLAN, reviewer=""))
            unit_of_work.segments.record(change(by="Salma"))
            unit_of_work.comments.add(replace(QUESTION, by="Omar"))
            assert list(unit_of_work.work.people()) == ["Lina", "Omar", "Salma"]

    def test_comments_are_numbered_and_kept(self, stored: UnitOfWorkFactory) -> None:
        with stored() as unit_of_work:
            first = unit_of_work.comments.add(QUESTION)
            answer = replace(QUESTION, by="Karim", text="نعم", mentions=(), reply_to=first.id)
            second = unit_of_work.comments.add(answer)
            unit_of_work.commit()
        with stored() as unit_of_work:
            assert first == replace(QUESTION, id=1)
            assert list(unit_of_work.comments.of_release(ID)) == [first, second]
            assert unit_of_work.comments.get(2) == second
            assert list(unit_of_work.comments.of_release("ff00")) == []

    def test_a_resolved_comment_can_be_opened_again(self, stored: UnitOfWorkFactory) -> None:
        with stored() as unit_of_work:
            unit_of_work.comments.add(QUESTION)
            unit_of_work.comments.add(QUESTION)
            unit_of_work.comments.resolve(1, NOON, "Karim")
            assert [c.id for c in unit_of_work.comments.open()] == [2]
            assert unit_of_work.comments.get(1).resolved
            unit_of_work.comments.resolve(1, None, None)
            assert unit_of_work.comments.get(1) == replace(QUESTION, id=1)

    @pytest.mark.parametrize("unknown", [0, -1, 7, 2**40])
    def test_an_unknown_comment_is_not_found(self, stored: UnitOfWorkFactory, unknown: int) -> None:
        with stored() as unit_of_work:
            with pytest.raises(CommentNotFoundError):
                unit_of_work.comments.get(unknown)
            with pytest.raises(CommentNotFoundError):
                unit_of_work.comments.resolve(unknown, NOON, "Karim")

    def test_presence_knows_the_latest_place(self, stored: UnitOfWorkFactory) -> None:
        later = replace(WINDOW, number=None, seen_at=NOON + timedelta(seconds=9))
        other = Presence("window-2", ID, "Omar", 3, NOON)
        with stored() as unit_of_work:
            for window in (WINDOW, later, other, replace(other, session="w3", release_id="ff")):
                unit_of_work.presence.seen(window)
            unit_of_work.commit()
        with stored() as unit_of_work:
            here = unit_of_work.presence
            assert list(here.of_release(ID, NOON)) == [later, other]
            assert list(here.of_release(ID, NOON + timedelta(seconds=1))) == [later]
            here.forget(NOON + timedelta(seconds=1))
            assert list(here.of_release(ID, NOON)) == [later]
            here.leave("window-1")
            here.leave("window-1")
            assert list(here.of_release(ID, NOON)) == []
