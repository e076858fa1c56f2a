"""The board, and the plan of a release on its card."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.web.page import open_page, shown
from translate_app.bootstrap import Application
from translate_app.domain.work import Priority, ReleaseWork
from translate_app.web.components.plan import read_moment, read_plan

TOMORROW = datetime.now(UTC) + timedelta(days=1)


def test_an_empty_board_says_where_to_go(services: Application) -> None:
    page = open_page("board")
    assert "Nothing waits for you." in shown(page)


def test_a_release_of_nobody_is_taken_with_one_press(
    services: Application, release_id: str
) -> None:
    page = open_page("board")
    assert "Nobody translates these yet" in shown(page)
    page.button(key=f"take-free-{release_id}").click().run()
    assert services.work.get(release_id).translator == "Lina"
    text = shown(page.run())
    assert "For you to translate" in text
    assert "Translator: Lina" in text


def test_what_is_late_stands_first_and_once(services: Application, release_id: str) -> None:
    services.work.assign(release_id, "Omar", translator="Lina")
    services.work.schedule(
        release_id,
        "Omar",
        due_at=datetime.now(UTC) - timedelta(hours=1),
        embargo_until=TOMORROW,
        priority=Priority.URGENT,
    )
    text = shown(open_page("board"))
    assert text.count("Translator: Lina") == 1
    assert "Overdue" in text
    assert "Urgent" in text
    assert "Embargo until" in text
    assert "For you to translate" not in text


def test_what_is_approved_waits_to_be_published(services: Application, release_id: str) -> None:
    services.pretranslate(release_id)
    services.work.assign(release_id, "Omar", translator="Lina")
    services.review.approve(release_id, None, "Omar", override="read aloud")
    assert "To publish" in shown(open_page("board"))
    services.publish(release_id, "Lina")
    assert "To publish" not in shown(open_page("board"))


def test_what_was_said_to_me_can_be_done(services: Application, release_id: str) -> None:
    services.comments.add(release_id, 2, "@Lina is this <b>her</b> name?", "Omar")
    page = open_page("board")
    assert "is this &lt;b&gt;her&lt;/b&gt; name?" in shown(page)
    page.button(key="resolve-1").click().run()
    assert "Comments for you" not in shown(page.run())


def test_an_archived_release_leaves_the_board_and_the_list(
    services: Application, release_id: str
) -> None:
    page = open_page("releases")
    page.button(key=f"archive--{release_id}").click().run()
    assert services.work.get(release_id).archived
    assert release_id not in str(open_page("board").get("html"))
    page = open_page("releases")
    assert "archived" not in shown(page)
    page.toggle(key="with_archived").set_value(True).run()
    assert "archived" in shown(page)


PLAN = {
    "version": 3,
    "translator": " Lina  Haddad ",
    "reviewer": "",
    "priority": "urgent",
    "due_at": "2026-01-01T10:00:00.000+00:00",
    "embargo_until": "",
}


def test_a_plan_from_the_browser_is_read_as_a_whole() -> None:
    work = ReleaseWork("r1", reviewer="Omar", version=5)
    assert read_plan(PLAN, work) == ReleaseWork(
        "r1",
        translator="Lina Haddad",
        due_at=datetime(2026, 1, 1, 10, tzinfo=UTC),
        priority=Priority.URGENT,
        version=3,
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"version": "3"},
        {"priority": "frantic"},
        {"translator": None},
        {"reviewer": "x" * 81},
        {"due_at": "tomorrow"},
        {"embargo_until": 5},
    ],
)
def test_what_is_no_plan_changes_nothing(changed: dict[str, object]) -> None:
    assert read_plan(PLAN | changed, ReleaseWork("r1")) is None
    assert read_plan(None, ReleaseWork("r1")) is None


def test_a_plan_that_somebody_else_changed_is_refused_with_a_notice(
    services: Application, release_id: str
) -> None:
    page = open_page("releases")
    services.work.assign(release_id, "Omar", translator="Omar")
    page.button(key=f"take--{release_id}").click().run()
    assert services.work.get(release_id).translator == "Omar"
    assert "Omar" in shown(page)
    assert 'role="alert"' in shown(page)


@pytest.mark.parametrize("value", [None, "", 5, "tomorrow", "2026-01-01T10:00", "9" * 5000, {}])
def test_what_is_no_moment_is_none(value: object) -> None:
    assert read_moment(value) is None


def test_a_moment_comes_with_its_offset() -> None:
    assert read_moment("2026-01-01T10:00:00.000+00:00") == datetime(2026, 1, 1, 10, tzinfo=UTC)
