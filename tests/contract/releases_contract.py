"""What every store promises about releases and their publications."""

from datetime import timedelta

import pytest

from tests.contract.examples import NOON, change, publication, release, segments
from tests.contract.storing import add_release, record
from translate_app.domain.document import UnitKind
from translate_app.domain.language import Language
from translate_app.domain.release import Unit
from translate_app.domain.segment import SegmentState
from translate_app.errors import (
    AmbiguousReleaseError,
    NothingPublishedError,
    PublicationNotFoundError,
    PublicationNumberError,
    ReleaseExistsError,
    ReleaseNotFoundError,
)
from translate_app.ports import UnitOfWorkFactory


class ReleasePromises:
    """Releases come back as they were stored, by id, by its beginning, by fingerprint."""

    def test_it_comes_back_as_it_was(self, factory: UnitOfWorkFactory) -> None:
        stored = release(
            units=(
                Unit(0, UnitKind.HEADING, "افتتاح مخيم الوادي"),
                Unit(1, UnitKind.PARAGRAPH, "line one\nline \u200ftwo\u2068 \x00 🕊 ％_'\""),
                Unit(2, UnitKind.SOURCE_LINE, ""),
            ),
            source_language=Language.ARABIC,
            target_language=Language.ENGLISH,
            title=None,
            date=None,
            category=None,
            source_line="هيئة إغاثة الميناء",
            client="Harbour Relief Authority",
        )
        with factory() as unit_of_work:
            unit_of_work.releases.add(stored, ())
            unit_of_work.commit()
        with factory() as unit_of_work:
            assert unit_of_work.releases.get(stored.id) == stored
            assert unit_of_work.releases.by_fingerprint(stored.fingerprint) == stored
            assert unit_of_work.releases.by_fingerprint("0" * 64) is None
            assert unit_of_work.releases.get(stored.id).created_at.utcoffset() == timedelta(0)
            assert list(unit_of_work.segments.of_release(stored.id)) == []

    def test_the_beginning_of_an_id_will_do(self, factory: UnitOfWorkFactory) -> None:
        for release_id in ("abcd1234", "abcd1234ff", "ab99"):
            add_release(factory, release_id)
        with factory() as unit_of_work:
            assert unit_of_work.releases.get("ab9").id == "ab99"
            assert unit_of_work.releases.get("abcd1234f").id == "abcd1234ff"
            assert unit_of_work.releases.get("abcd1234").id == "abcd1234"
            for beginning in ("a", "abcd"):
                with pytest.raises(AmbiguousReleaseError):
                    unit_of_work.releases.get(beginning)

    @pytest.mark.parametrize(
        "unknown", ["", "%", "a%", "_b99", "AB99", "ab99 ", "b99", "'", "\x00"]
    )
    def test_nothing_else_finds_one(self, factory: UnitOfWorkFactory, unknown: str) -> None:
        add_release(factory, "ab99")
        with factory() as unit_of_work, pytest.raises(ReleaseNotFoundError):
            unit_of_work.releases.get(unknown)

    def test_it_is_not_stored_twice(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory)
        same_id = release(fingerprint="1" * 64)
        same_text = release("00ff00ff", fingerprint=release().fingerprint)
        for again in (same_id, same_text):
            with pytest.raises(ReleaseExistsError), factory() as unit_of_work:
                unit_of_work.releases.add(again, segments(again.id))
        with factory() as unit_of_work:
            assert [s.id for s in unit_of_work.releases.summaries()] == ["a1b2c3d4"]
            assert unit_of_work.releases.get("a1b2c3d4") == release()

    def test_the_list_is_newest_first_with_counts(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory, "bb")
        add_release(factory, "aa")
        add_release(factory, "cc", created_at=NOON + timedelta(seconds=1))
        record(
            factory,
            change(1, release_id="bb", state=SegmentState.APPROVED),
            change(3, release_id="bb", state=SegmentState.APPROVED),
        )
        with factory() as unit_of_work:
            unit_of_work.publications.add(publication(1, "bb"))
            unit_of_work.publications.add(publication(2, "bb"))
            unit_of_work.commit()
        with factory() as unit_of_work:
            summaries = unit_of_work.releases.summaries()
        assert [s.id for s in summaries] == ["cc", "aa", "bb"]
        assert [s.latest_publication for s in summaries] == [None, None, 2]
        assert summaries[2].counts == {SegmentState.EMPTY: 1, SegmentState.APPROVED: 2}
        assert summaries[0].counts == {SegmentState.EMPTY: 3}
        assert summaries[0].date == release().date
        assert summaries[0].category == "News"
        assert summaries[0].created_at == NOON + timedelta(seconds=1)

    def test_the_list_shows_the_same_titles(self, factory: UnitOfWorkFactory) -> None:
        caption = Unit(0, UnitKind.CAPTION, "A caption")
        paragraph = Unit(1, UnitKind.PARAGRAPH, "The first paragraph of the release.")
        listed = [
            release("aa"),
            release("bb", title=None),
            release("cc", title="", units=(caption, paragraph)),
            release("dd", title=None, units=(caption,)),
            release("ee", title=None, units=()),
        ]
        with factory() as unit_of_work:
            for one in listed:
                unit_of_work.releases.add(one, ())
            titles = {s.id: s.display_title for s in unit_of_work.releases.summaries()}
        assert titles == {one.id: one.display_title for one in listed}
        assert titles["cc"] == "The first paragraph of the release."


class PublicationPromises:
    """Publications are numbered without a gap."""

    def test_they_come_back_oldest_first(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory)
        with factory() as unit_of_work:
            unit_of_work.publications.add(publication(1))
            unit_of_work.publications.add(publication(2))
            unit_of_work.commit()
        with factory() as unit_of_work:
            published = unit_of_work.publications
            assert list(published.of_release("a1b2c3d4")) == [publication(1), publication(2)]
            assert published.get("a1b2c3d4") == publication(2)
            assert published.get("a1b2c3d4", 1) == publication(1)
            for number in (0, 3, -1, 10**30):
                with pytest.raises(PublicationNotFoundError):
                    published.get("a1b2c3d4", number)

    def test_nothing_published(self, factory: UnitOfWorkFactory) -> None:
        add_release(factory)
        with factory() as unit_of_work:
            assert list(unit_of_work.publications.of_release("a1b2c3d4")) == []
            for number in (None, 1):
                with pytest.raises(NothingPublishedError):
                    unit_of_work.publications.get("a1b2c3d4", number)

    @pytest.mark.parametrize("number", [0, 1, 3])
    def test_the_number_must_be_the_next(self, factory: UnitOfWorkFactory, number: int) -> None:
        add_release(factory)
        with factory() as unit_of_work:
            unit_of_work.publications.add(publication(1))
            with pytest.raises(PublicationNumberError) as refusal:
                unit_of_work.publications.add(publication(number))
            assert refusal.value.parameters["next"] == 2

    def test_the_release_must_be_there(self, factory: UnitOfWorkFactory) -> None:
        with factory() as unit_of_work, pytest.raises(ReleaseNotFoundError):
            unit_of_work.publications.add(publication())
