"""Reports over what is stored, and their CSV."""

from datetime import UTC, timedelta

import pytest

from tests.services.conftest import Desk
from translate_app.adapters.formats.report_csv import serialize
from translate_app.domain.report import DayRow, KeptRow, SegmentTimeRow
from translate_app.errors import ReleaseNotFoundError
from translate_app.services.reports import Reports


@pytest.fixture
def reports(desk: Desk, release_id: str) -> Reports:
    desk.pretranslate(release_id)
    desk.review.edit(release_id, 3, "العيادة مفتوحة.", "=Lina")
    desk.review.approve(release_id, [1, 3], "Omar")
    return Reports(desk.store.unit_of_work, serialize)


def test_people_and_not_machines_are_reported(reports: Reports) -> None:
    lina, omar = reports.days(zone=UTC)
    assert (lina.person, lina.segments, lina.words) == ("=Lina", 1, 4)
    assert (omar.person, omar.segments, omar.approved) == ("Omar", 0, 2)


def test_a_time_is_cut_out(desk: Desk, reports: Reports) -> None:
    later = desk.clock.now + timedelta(hours=1)
    assert reports.days(since=later) == reports.times(since=later) == ()
    assert reports.kept(since=later) == ()
    assert reports.days(until=later, zone=UTC) == reports.days(zone=UTC)


def test_what_was_before_the_time_is_known(desk: Desk, reports: Reports, release_id: str) -> None:
    since = desk.clock.now + timedelta(hours=1)
    desk.release("Salma Kanaan spoke in Tel Marwan.\n")
    desk.clock.now = since
    desk.review.reopen(release_id, [3], "Lina")
    desk.clock.now += timedelta(seconds=20)
    desk.review.edit(release_id, 3, "العيادة تعمل.", "Lina")
    (row,) = reports.days(since=since, zone=UTC)
    # Opening again gave no text; the edit did, 21 seconds later.
    assert (row.person, row.segments, row.words, row.minutes) == ("Lina", 1, 4, 0.3)
    assert reports.times(since=since) == reports.times(release_id, since=since)


def test_one_release_or_all(desk: Desk, reports: Reports, release_id: str) -> None:
    other = desk.release("Karim Haddad left.\n")
    desk.review.edit(other, 1, "غادر كريم حداد.", "Sara")
    assert {row.release_id for row in reports.times()} == {release_id, other}
    assert {row.release_id for row in reports.times(other[:5])} == {other}
    assert sum(row.segments for row in reports.kept(release_id)) == 2
    with pytest.raises(ReleaseNotFoundError):
        reports.times("nothing")


def test_csv_has_no_formula(reports: Reports) -> None:
    text = reports.csv(DayRow, reports.days(zone=UTC)).decode("utf-8-sig")
    header, lina, *_ = text.splitlines()
    assert header == "day,person,segments,words,approved,approved_words,minutes"
    assert lina.startswith("2025-03-14,'=Lina,1,4,0,0,")
    kept = reports.csv(KeptRow, reports.kept()).decode("utf-8-sig").splitlines()
    assert kept[0] == "engine,names,segments,words,kept,unchanged"
    assert len(kept) > 1
    assert reports.csv(SegmentTimeRow, ()).decode("utf-8-sig").count("\r\n") == 1
