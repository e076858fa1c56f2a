"""The rules of the work hold on a real database when people act at the same moment."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.contract.examples import change, release, segments
from translate_app.adapters.storage.database import Database, open_database, utc_now
from translate_app.domain.client import Client, ReviewRules
from translate_app.domain.segment import SegmentState
from translate_app.domain.work import Priority
from translate_app.errors import (
    OwnWorkError,
    SplitError,
    StaleSegmentError,
    StaleWorkError,
    TranslateAppError,
)
from translate_app.services.comments import Comments
from translate_app.services.matchers import Matchers
from translate_app.services.presence import PresenceOfPeople
from translate_app.services.queries import Queries
from translate_app.services.release_work import WorkOnReleases
from translate_app.services.review_segment import ReviewSegments
from translate_app.services.search_replace import Search, SearchAndReplace
from translate_app.services.split_merge import SplitAndMerge

ID = "a1b2c3d4"
TARGETS = ("زارت نادية الصباغ رسما.", "التقت كريم حداد.", "المخيم مفتوح من جديد.")


@pytest.fixture
def shared(url: str) -> Iterator[Database]:
    """A database with an edited release, whose writers wait for each other."""
    opened = open_database(url, wait=20)
    with opened.unit_of_work() as unit_of_work:
        unit_of_work.releases.add(release(), segments())
        for number, target in enumerate(TARGETS, start=1):
            unit_of_work.segments.record(change(number, target=target))
        unit_of_work.commit()
    yield opened
    opened.dispose()


def reviewing(database: Database, rules: ReviewRules) -> ReviewSegments:
    queries = Queries(database.unit_of_work, Matchers(database.unit_of_work))
    return ReviewSegments(
        database.unit_of_work,
        utc_now,
        queries.examine,
        lambda name="": Client(name, review=rules),
    )


def at_once(*actions: Callable[[], object]) -> list[object]:
    """What each action gave back, or the error that refused it."""
    barrier = threading.Barrier(len(actions))

    def run(action: Callable[[], object]) -> object:
        barrier.wait(10)
        try:
            return action()
        except TranslateAppError as refusal:
            return refusal

    with ThreadPoolExecutor(len(actions)) as threads:
        return list(threads.map(run, actions))


def history_states(database: Database, number: int) -> Sequence[SegmentState]:
    with database.unit_of_work() as unit_of_work:
        return [step.state for step in unit_of_work.segments.history(ID, number)]


def test_two_approvers_of_what_both_saw_approve_once(shared: Database) -> None:
    review = reviewing(shared, ReviewRules())
    ends = at_once(
        *(lambda who=who: review.approve(ID, [1], who, {1: 1}) for who in ("Omar", "Sara"))
    )
    assert sum(isinstance(end, tuple) for end in ends) == 1
    assert sum(isinstance(end, StaleSegmentError) for end in ends) == 1
    assert history_states(shared, 1) == [SegmentState.EDITED, SegmentState.APPROVED]


def test_two_pairs_of_eyes_are_two_even_at_once(shared: Database) -> None:
    review = reviewing(shared, ReviewRules(second_approval=True))
    at_once(*(lambda who=who: review.approve(ID, [1], who) for who in ("Omar", "Sara")))
    assert history_states(shared, 1)[1:] == [SegmentState.REVIEWED, SegmentState.APPROVED]
    ends = at_once(*(lambda: review.approve(ID, [2], "Omar") for _ in range(2)))
    assert sum(isinstance(end, OwnWorkError) for end in ends) == 1
    assert history_states(shared, 2)[1:] == [SegmentState.REVIEWED]


def test_people_who_ask_at_once_are_handed_different_segments(shared: Database) -> None:
    work = WorkOnReleases(shared.unit_of_work, utc_now)
    names = ("Lina", "Omar", "Sara", "Karim")
    handed = at_once(
        *(lambda who=who: work.next_segment(ID, who, who, among=(1, 2, 3)) for who in names)
    )
    numbers = sorted(segment.number for segment in handed if segment)  # type: ignore[attr-defined]
    assert numbers == [1, 2, 3]


def test_of_two_plans_made_on_one_version_one_is_saved(shared: Database) -> None:
    work = WorkOnReleases(shared.unit_of_work, utc_now)
    ends = at_once(
        lambda: work.assign(ID, "Sara", translator="Lina", expected_version=0),
        lambda: work.schedule(
            ID,
            "Omar",
            due_at=None,
            embargo_until=None,
            priority=Priority.HIGH,
            expected_version=0,
        ),
    )
    assert sum(isinstance(end, StaleWorkError) for end in ends) == 1
    assert work.get(ID).version == 1


def test_comments_at_once_are_all_kept(shared: Database) -> None:
    comments = Comments(shared.unit_of_work, utc_now)
    at_once(*(lambda n=n: comments.add(ID, 1, f"comment {n}", "Lina") for n in range(6)))
    assert [each.id for each in comments.of_release(ID)] == [1, 2, 3, 4, 5, 6]


def test_splitting_and_editing_at_once_lose_nothing(shared: Database) -> None:
    review, cutting = reviewing(shared, ReviewRules()), SplitAndMerge(shared.unit_of_work, utc_now)
    ends = at_once(
        lambda: cutting.split(ID, 1, [13], "Lina", 1),
        lambda: cutting.split(ID, 1, [14], "Omar", 1),
        lambda: review.edit(ID, 1, "نص آخر", "Sara", 1),
        lambda: cutting.merge(ID, [1, 2], "Karim"),
    )
    # Merging states no version: it comes before or after, or finds that they are no neighbours.
    stated = ends[:3]
    assert sum(isinstance(end, StaleSegmentError) for end in stated) >= 2
    assert not isinstance(ends[3], TranslateAppError) or isinstance(ends[3], SplitError)
    with shared.unit_of_work() as unit_of_work:
        listed = unit_of_work.segments.of_release(ID)
        text = unit_of_work.releases.get(ID).units[1].text
    assert [s.place for s in listed] == sorted(s.place for s in listed)
    assert "".join("".join(s.source.split()) for s in listed) == "".join(text.split())


def test_replacing_at_once_happens_once(shared: Database) -> None:
    searching = SearchAndReplace(
        shared.unit_of_work,
        utc_now,
        Queries(shared.unit_of_work, Matchers(shared.unit_of_work)).examine,
    )
    ends = at_once(
        *(
            lambda who=who: searching.apply(ID, Search("مخيم"), "مركز", {3: 1}, who)
            for who in ("Omar", "Sara")
        )
    )
    assert sum(isinstance(end, StaleSegmentError) for end in ends) == 1
    assert history_states(shared, 3) == [SegmentState.EDITED] * 2


def test_presence_of_many_windows(shared: Database) -> None:
    presence = PresenceOfPeople(shared.unit_of_work, utc_now)
    at_once(*(lambda n=n: presence.here(ID, f"Person {n}", f"w{n}", n) for n in range(8)))
    assert len(presence.others(ID, "w0")) == 7
