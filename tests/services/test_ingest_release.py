"""Taking releases in: what is stored, what is recognised, what changes nothing."""

from dataclasses import replace

import pytest

from tests.services.conftest import LISTING, LISTING_DATE, Desk
from translate_app.domain.client import Client
from translate_app.domain.document import UnitKind
from translate_app.domain.language import Language
from translate_app.domain.segment import SegmentState
from translate_app.errors import InputError, LanguagePairError, UnknownClientError


def test_a_listing_becomes_a_release_with_empty_segments(desk: Desk) -> None:
    report = desk.ingest.text(LISTING, "news.txt")

    (found,) = report.releases
    assert found.is_new
    assert found.release.date == LISTING_DATE
    assert found.release.category == "Harbour News"
    assert found.release.source_line == "(Source: Harbour Office)"
    assert [unit.kind for unit in found.release.units] == [
        UnitKind.DATELINE,
        UnitKind.PARAGRAPH,
        UnitKind.PARAGRAPH,
        UnitKind.SOURCE_LINE,
    ]
    assert [passage.text for passage in report.dropped] == ["Harbour News", "Home Media Center"]
    segments = [item.segment for item in desk.queries.release(found.release.id).segments]
    assert [segment.source for segment in segments] == [
        "14 March 2025 In Harbour News",
        "Nadia Sabbagh visited Rasma.",
        "The clinic is open.",
        "Families returned.",
        "(Source: Harbour Office)",
    ]
    assert [segment.number for segment in segments] == [1, 2, 3, 4, 5]
    assert {segment.state for segment in segments} == {SegmentState.EMPTY}


def test_the_same_release_is_recognised(desk: Desk, release_id: str) -> None:
    again = desk.ingest.text(LISTING.replace("\n\n", "\n\n\n"), "other name.txt")

    assert [(item.release.id, item.is_new) for item in again.releases] == [(release_id, False)]
    assert len(desk.queries.releases()) == 1


def test_a_corrected_release_is_another_one(desk: Desk, release_id: str) -> None:
    other = desk.release(LISTING.replace("Families", "Many families"))

    assert other != release_id
    assert len(desk.queries.releases()) == 2


@pytest.mark.parametrize("text", ["", "   \n", "12345 67890\n\n2024"])
def test_what_cannot_be_used_changes_nothing(desk: Desk, text: str) -> None:
    with pytest.raises(InputError):
        desk.ingest.text(text, "news.txt")
    assert desk.queries.releases() == []


def test_a_language_is_not_translated_into_itself(desk: Desk) -> None:
    with pytest.raises(LanguagePairError):
        desk.ingest.text(LISTING, "news.txt", target_language=Language.ENGLISH)
    assert desk.queries.releases() == []


def test_all_of_a_source_or_nothing(desk: Desk, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.txt").write_text("The clinic in Rasma is open again after the storm.\n")
    (tmp_path / "b.txt").write_text("")
    with pytest.raises(InputError, match=r"b\.txt"):
        desk.ingest.source(str(tmp_path))
    assert desk.queries.releases() == []


def test_a_release_is_of_a_client_and_a_project(desk: Desk) -> None:
    def known(name: str = "") -> Client:
        if name not in ("", "harbour"):
            raise UnknownClientError(name=name, known="harbour")
        return Client(name)

    ingest = replace(desk.ingest, clients=known)
    (found,) = ingest.text(LISTING, "news.txt", client="harbour/winter  relief").releases
    assert (found.release.client, found.release.project) == ("harbour", "winter relief")
    assert found.release.scope == "harbour/winter relief"
    with pytest.raises(UnknownClientError):
        ingest.text(LISTING, "news.txt", client="nobody/winter")
