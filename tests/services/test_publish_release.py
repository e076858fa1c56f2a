"""Only what people approved is published, and a publication does not change."""

from dataclasses import replace
from datetime import date

import pytest

from tests.services.conftest import Desk
from translate_app.domain.client import Client, Digits, HouseStyle, Months
from translate_app.domain.language import Language
from translate_app.domain.release import ReleaseState
from translate_app.errors import (
    NotApprovedError,
    NothingPublishedError,
    PublicationNotFoundError,
    UnknownFormatError,
)
from translate_app.services.publish_release import ExportRelease, PublishRelease, press_date


def approve_all(desk: Desk, release_id: str) -> None:
    desk.pretranslate(release_id)
    desk.review.approve(release_id, None, "Omar")


def exporter(desk: Desk) -> ExportRelease:
    return ExportRelease(desk.store.unit_of_work, {}, lambda edition, extension: "")


def test_open_segments_are_named_and_nothing_is_published(desk: Desk, release_id: str) -> None:
    approve_all(desk, release_id)
    desk.review.reopen(release_id, [2, 4, 5], "Lina")
    with pytest.raises(NotApprovedError, match="2, 4, 5"):
        desk.publish(release_id, "Omar")
    assert desk.queries.release(release_id).publications == ()


def test_publications_are_numbered_and_keep_their_text(desk: Desk, release_id: str) -> None:
    approve_all(desk, release_id)
    first = desk.publish(release_id, "Omar")
    desk.review.edit(release_id, 3, "نص مصحح", "Lina")
    desk.review.approve(release_id, [3], "Omar")
    second = desk.publish(release_id, "Omar")

    assert (first.number, second.number) == (1, 2)
    assert first.checksum != second.checksum
    assert "نص مصحح" not in first.content
    assert "نص مصحح" in second.content
    assert exporter(desk).edition(release_id, 1).units[1].segments[1].target != "نص مصحح"
    assert exporter(desk).edition(release_id).number == 2


def test_the_release_tells_how_far_it_is(desk: Desk, release_id: str) -> None:
    def state() -> ReleaseState:
        return desk.queries.releases()[0].state

    assert state() is ReleaseState.EMPTY
    desk.pretranslate(release_id)
    assert state() is ReleaseState.DRAFTED
    desk.review.edit(release_id, 3, "نص", "Lina")
    assert state() is ReleaseState.IN_REVIEW
    desk.review.approve(release_id, None, "Omar")
    assert state() is ReleaseState.APPROVED
    desk.publish(release_id, "Omar")
    assert state() is ReleaseState.PUBLISHED


def test_exports_say_what_is_missing(desk: Desk, release_id: str) -> None:
    with pytest.raises(NothingPublishedError):
        exporter(desk).edition(release_id)
    assert exporter(desk).edition(release_id, draft=True).number is None
    approve_all(desk, release_id)
    desk.publish(release_id, "Omar")
    with pytest.raises(PublicationNotFoundError):
        exporter(desk).edition(release_id, 7)
    with pytest.raises(UnknownFormatError, match="gif"):
        exporter(desk)(release_id, "gif")


def test_a_publication_says_its_dates_as_the_client_wanted_them_then(
    desk: Desk, release_id: str
) -> None:
    styles = [HouseStyle(Digits.ARABIC, Months.EGYPTIAN), HouseStyle()]

    def clients(name: str) -> Client:
        return Client(name, styles[0])

    approve_all(desk, release_id)
    PublishRelease(desk.store.unit_of_work, desk.clock, clients)(release_id, "Omar")
    styles.pop(0)
    export = replace(exporter(desk), clients=clients)
    assert export.edition(release_id).style == HouseStyle(Digits.ARABIC, Months.EGYPTIAN)
    assert export.edition(release_id, draft=True).style == HouseStyle()


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (HouseStyle(), "5 كانون الثاني 2024"),
        (HouseStyle(months=Months.EGYPTIAN), "5 يناير 2024"),
        (HouseStyle(Digits.ARABIC, Months.MAGHREBI), "٥ جانفي ٢٠٢٤"),
    ],
)
def test_dates_around_the_text(style: HouseStyle, words: str) -> None:
    assert press_date(Language.ARABIC, date(2024, 1, 5), style) == words
    assert press_date(Language.ENGLISH, date(2024, 1, 5), style) == "5 January 2024"
