"""Plans, embargo, board, presence, and segments that nobody is handed twice."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.services.conftest import Desk
from tests.services.test_publish_release import approve_all
from translate_app.domain.work import Priority
from translate_app.errors import (
    EmbargoError,
    NameRequiredError,
    ReleaseNotFoundError,
    StaleWorkError,
)
from translate_app.services.comments import Comments
from translate_app.services.presence import PresenceOfPeople
from translate_app.services.release_work import WorkOnReleases

NOW = datetime(2025, 3, 14, 13, tzinfo=UTC)
SECOND_TEXT = "Salma Kanaan spoke in Tel Marwan.\n"


@pytest.fixture
def work(desk: Desk) -> WorkOnReleases:
    return WorkOnReleases(desk.store.unit_of_work, desk.clock)


@pytest.fixture
def presence(desk: Desk) -> PresenceOfPeople:
    return PresenceOfPeople(desk.store.unit_of_work, desk.clock)


def schedule(work: WorkOnReleases, release_id: str, **fields: object) -> None:
    plan: dict[str, object] = {
        "due_at": None,
        "embargo_until": None,
        "priority": Priority.NORMAL,
        **fields,
    }
    work.schedule(release_id, "Sara", **plan)  # type: ignore[arg-type]


def test_assigning_leaves_what_is_not_named(work: WorkOnReleases, release_id: str) -> None:
    work.assign(release_id, "Sara", translator=" Lina ", reviewer="Omar")
    plan = work.assign(release_id, "Sara", reviewer="")
    assert (plan.translator, plan.reviewer, plan.version) == ("Lina", "", 2)
    assert work.assign(release_id, "Omar", translator="Lina") == plan
    assert work.get(release_id[:4]).changed_by == "Sara"


def test_a_stale_plan_is_refused(work: WorkOnReleases, release_id: str) -> None:
    work.assign(release_id, "Sara", translator="Lina")
    with pytest.raises(StaleWorkError, match="Sara"):
        work.assign(release_id, "Omar", translator="Karim", expected_version=0)
    assert work.get(release_id).translator == "Lina"


def test_what_cannot_be_planned(work: WorkOnReleases, release_id: str) -> None:
    with pytest.raises(NameRequiredError):
        work.assign(release_id, " ", translator="Lina")
    with pytest.raises(ReleaseNotFoundError):
        work.archive("nothing", "Sara")


def test_an_embargo_ends_in_the_future(desk: Desk, work: WorkOnReleases, release_id: str) -> None:
    with pytest.raises(EmbargoError):
        schedule(work, release_id, embargo_until=desk.clock.now)
    until = desk.clock.now + timedelta(minutes=1)
    schedule(work, release_id, embargo_until=until)
    desk.clock.now += timedelta(hours=1)
    # Kept as it is, it may have ended: the plan can still be changed.
    schedule(work, release_id, embargo_until=until, priority=Priority.HIGH)
    assert work.get(release_id).priority is Priority.HIGH


def test_a_plan_is_saved_as_a_whole_or_not_at_all(
    desk: Desk, work: WorkOnReleases, release_id: str
) -> None:
    wanted = replace(
        work.get(release_id),
        translator="Lina",
        due_at=desk.clock.now,
        embargo_until=desk.clock.now,
        priority=Priority.HIGH,
    )
    with pytest.raises(EmbargoError):
        work.plan(wanted, "Omar")
    assert work.get(release_id).version == 0
    later = replace(wanted, embargo_until=desk.clock.now + timedelta(hours=1))
    saved = work.plan(later, "Omar")
    assert (saved.translator, saved.version, saved.changed_by) == ("Lina", 1, "Omar")
    with pytest.raises(StaleWorkError):
        work.plan(later, "Omar")


def test_publishing_waits_for_the_embargo(
    desk: Desk, work: WorkOnReleases, release_id: str
) -> None:
    approve_all(desk, release_id)
    until = desk.clock.now + timedelta(hours=1)
    schedule(work, release_id, embargo_until=until)
    with pytest.raises(EmbargoError, match="must not be published before"):
        desk.publish(release_id, "Omar")
    assert desk.queries.releases()[0].latest_publication is None
    desk.clock.now = until
    assert desk.publish(release_id, "Omar").number == 1


def test_the_board_tells_what_waits_for_whom(
    desk: Desk, work: WorkOnReleases, release_id: str
) -> None:
    other = desk.release(SECOND_TEXT)
    work.assign(release_id, "Sara", translator="Lina", reviewer="Omar")
    board = work.board("lina", NOW)
    assert [p.summary.id for p in board.mine_to_translate] == [release_id]
    assert [p.summary.id for p in board.unassigned] == [other]
    assert work.board("Omar", NOW).mine_to_review == ()
    desk.review.edit(release_id, 3, "العيادة مفتوحة.", "Lina")
    assert [p.summary.id for p in work.board("Omar", NOW).mine_to_review] == [release_id]
    approve_all(desk, release_id)
    finished = work.board("Lina", NOW)
    assert (finished.mine_to_translate, finished.mine_to_review) == ((), ())


def test_what_is_approved_waits_to_be_published_by_those_who_work_on_it(
    desk: Desk, work: WorkOnReleases, release_id: str
) -> None:
    def waiting(person: str) -> list[str]:
        return [planned.summary.id for planned in work.board(person, NOW).to_publish]

    assert waiting("Lina") == []
    approve_all(desk, release_id)
    assert waiting("Sara") == [release_id]  # nobody is named: everybody may
    work.assign(release_id, "Sara", translator="Lina", reviewer="Omar")
    assert waiting("lina") == waiting("Omar") == [release_id]
    assert waiting("Sara") == []
    desk.publish(release_id, "Omar")
    assert waiting("Lina") == []


def test_the_urgent_and_early_come_first_and_archived_ones_not_at_all(
    desk: Desk, work: WorkOnReleases, release_id: str
) -> None:
    second, third = desk.release(SECOND_TEXT), desk.release("Karim Haddad left.\n")
    for each in (release_id, second, third):
        work.assign(each, "Sara", translator="Lina")
    schedule(work, second, due_at=NOW - timedelta(days=1))
    schedule(work, third, due_at=NOW + timedelta(days=1), priority=Priority.URGENT)
    board = work.board("Lina", NOW)
    assert [p.summary.id for p in board.mine_to_translate] == [third, second, release_id]
    assert [p.summary.id for p in board.overdue] == [second]
    work.archive(second, "Sara")
    assert work.board("Lina", NOW).overdue == ()
    assert not work.archive(second, "Sara", archived=False).archived


def test_the_board_shows_open_questions(desk: Desk, work: WorkOnReleases, release_id: str) -> None:
    comments = Comments(desk.store.unit_of_work, desk.clock)
    asked = comments.add(release_id, 2, "Which camp, @Omar?", "Lina")
    assert work.board("Omar", NOW).mentions == (asked,)
    comments.resolve(asked.id, "Omar")
    assert work.board("Omar", NOW).mentions == ()


def test_two_are_handed_two_segments(desk: Desk, work: WorkOnReleases, release_id: str) -> None:
    numbers = [s.segment.number for s in desk.queries.release(release_id).segments]
    handed = [
        work.next_segment(release_id, name, name, among=numbers)
        for name in ("Lina", "Omar", "Sara")
    ]
    assert [s.number for s in handed if s] == numbers[:3]
    follow = work.next_segment(release_id, "Lina", "Lina", among=numbers[1:])
    assert follow is not None
    assert follow.number == numbers[3]


def test_one_can_ask_for_some_segments_in_an_order_of_ones_own(
    desk: Desk, work: WorkOnReleases, release_id: str
) -> None:
    def asked(name: str, *numbers: int) -> int | None:
        handed = work.next_segment(release_id, name, name, among=numbers)
        return handed and handed.number

    assert asked("Lina", 3, 1) == 3
    assert asked("Omar", 3, 1) == 1
    assert asked("Sara", 3, 1) is None
    assert asked("Lina", 3, 2) == 3, "the segment one is in is not taken"
    assert asked("Sara", 999, 2, 2) == 2
    assert asked("Nadia") is None
    approve_all(desk, release_id)
    assert asked("Nadia", 1, 2, 3) is None
    desk.review.reopen(release_id, [4], "Omar")
    assert asked("Nadia", 1, 2, 3, 4) == 4


def test_what_one_approved_first_waits_for_another(
    desk: Desk, work: WorkOnReleases, release_id: str
) -> None:
    desk.rules = replace(desk.rules, second_approval=True)
    desk.review.edit(release_id, 1, "عنوان", "Lina")
    desk.review.approve(release_id, [1], "Omar", override="a heading")
    mine = work.next_segment(release_id, "Omar", "o", among=(1, 2))
    theirs = work.next_segment(release_id, "Sara", "s", among=(1, 2))
    assert mine is not None
    assert theirs is not None
    assert (mine.number, theirs.number) == (2, 1)


def test_presence_is_written_seldom(
    desk: Desk, presence: PresenceOfPeople, release_id: str
) -> None:
    presence.here(release_id, "Lina", "w1", 2)
    written = desk.store.content
    for _ in range(3):
        presence.here(release_id, "Lina", "w1", 2)
    assert desk.store.content is written
    presence.here(release_id, "Lina", "w1", 3)
    (window,) = presence.others(release_id, "w2")
    assert (window.person, window.number) == ("Lina", 3)
    assert presence.others(release_id, "w1") == []
    written = desk.store.content
    desk.clock.now += timedelta(seconds=10)
    presence.here(release_id, "Lina", "w1", 3)
    assert desk.store.content is not written


def test_who_is_gone_is_not_shown(desk: Desk, presence: PresenceOfPeople, release_id: str) -> None:
    presence.here(release_id, "Lina", "w1", 2)
    assert [p.person for p in presence.others(release_id)] == ["Lina"]
    desk.clock.now += timedelta(seconds=61)
    assert presence.others(release_id) == []


def test_a_busy_store_costs_presence_and_nothing_else(
    desk: Desk, presence: PresenceOfPeople, release_id: str
) -> None:
    with desk.store.unit_of_work() as writer:
        writer.lock()
        presence.here(release_id, "Lina", "w1", 2)
    assert presence.others(release_id) == []
    with pytest.raises(NameRequiredError):
        presence.here(release_id, " ", "w1", 2)


def test_an_embargo_refuses_with_the_title_and_the_moment(
    desk: Desk, work: WorkOnReleases, release_id: str
) -> None:
    approve_all(desk, release_id)
    until = desk.clock.now + timedelta(hours=1)
    schedule(work, release_id, embargo_until=until)
    with pytest.raises(EmbargoError) as refusal:
        desk.publish(release_id, "Omar")
    title = desk.queries.releases()[0].display_title
    assert (refusal.value.parameters["title"], refusal.value.parameters["until"]) == (title, until)
    with pytest.raises(EmbargoError) as refusal:
        schedule(work, release_id, embargo_until=desk.clock.now)
    assert refusal.value.parameters["title"] == title
