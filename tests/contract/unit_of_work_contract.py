"""What every implementation of `ports.UnitOfWork` promises.

Inherit the class and give it the fixture `factory`; the database and the fake both do.
A factory's second writer must not wait for long: a test lets it wait in vain.
"""

from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any

import pytest

from tests.contract.examples import (
    NADIA,
    NOON,
    RASMA,
    SOURCES,
    TERM,
    change,
    machine_draft,
    publication,
    release,
    segments,
)
from tests.contract.names_contract import NamePromises
from tests.contract.work_contract import WorkPromises
from translate_app.domain.client import Digits, HouseStyle, Months
from translate_app.domain.document import UnitKind
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.recipe import Recipe
from translate_app.domain.release import Unit
from translate_app.domain.segment import Draft, Origin, SegmentChange, SegmentState
from translate_app.errors import (
    AmbiguousReleaseError,
    NothingPublishedError,
    PublicationNotFoundError,
    PublicationNumberError,
    ReleaseExistsError,
    ReleaseNotFoundError,
    SegmentNotFoundError,
    StaleSegmentError,
    StoreError,
)
from translate_app.ports import UnitOfWorkFactory

SOURCES_ALONE = [text for text, _ in SOURCES]
EN_AR = LanguagePair(Language.ENGLISH, Language.ARABIC)
RECIPE = Recipe(EN_AR, "starter en-ar 0.1", 7, HouseStyle(), "1")
DRAFT = Draft("سلام.", Origin.MACHINE, "starter en-ar 0.1", -0.4375, (), 62)
DRAFT_OF_NAMES = Draft("رسما", Origin.GLOSSARY, None, None, (TERM,))


def add_release(factory: UnitOfWorkFactory, release_id: str = "a1b2c3d4", **fields: object) -> None:
    """Store an example release with its segments."""
    with factory() as unit_of_work:
        unit_of_work.releases.add(release(release_id, **fields), segments(release_id))
        unit_of_work.commit()


def record(factory: UnitOfWorkFactory, *changes: SegmentChange) -> None:
    """Record changes in one unit of work."""
    with factory() as unit_of_work:
        for step in changes:
            unit_of_work.segments.record(step)
        unit_of_work.commit()


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


class GlossaryPromises:
    """The termbase counts its changes."""

    def test_entries_come_back_by_key(self, factory: UnitOfWorkFactory) -> None:
        odd = replace(RASMA, key="place/Zeïla", ar_variants=(), note="a | b\n'c'")
        with factory() as unit_of_work:
            assert unit_of_work.glossary.upsert([RASMA, odd, NADIA], by="Salma") == (3, 0, 0)
            unit_of_work.commit()
        with factory() as unit_of_work:
            assert list(unit_of_work.glossary.all()) == [NADIA, odd, RASMA]

    def test_only_changes_count(self, factory: UnitOfWorkFactory) -> None:
        spelt = replace(RASMA, ar="راسما")
        steps = [
            ([], (0, 0, 0), 0),
            ([RASMA, NADIA], (2, 0, 0), 2),
            ([RASMA, NADIA], (0, 0, 2), 2),
            ([spelt, NADIA], (0, 1, 1), 3),
            ([RASMA, spelt, spelt], (0, 2, 1), 5),
            ([replace(RASMA, key="x"), replace(spelt, key="x")], (1, 1, 0), 7),
        ]
        for entries, counts, revision in steps:
            with factory() as unit_of_work:
                assert unit_of_work.glossary.upsert(iter(entries)) == counts
                unit_of_work.commit()
            with factory() as unit_of_work:
                assert unit_of_work.glossary.revision() == revision
        with factory() as unit_of_work:
            assert list(unit_of_work.glossary.all()) == [NADIA, spelt, replace(spelt, key="x")]


class DraftPromises:
    """Machine drafts are found again for the same text made after the same recipe."""

    def test_a_draft_is_found_as_it_was_kept(self, factory: UnitOfWorkFactory) -> None:
        with factory() as unit_of_work:
            unit_of_work.drafts.keep({"Peace.": DRAFT, "\ud800": DRAFT_OF_NAMES}, RECIPE)
            unit_of_work.commit()
        with factory() as unit_of_work:
            found = unit_of_work.drafts.find(["Peace.", "War.", "\ud800"], RECIPE)
        assert found == {"Peace.": DRAFT, "\ud800": DRAFT_OF_NAMES}

    @pytest.mark.parametrize(
        "difference",
        [
            {"pair": LanguagePair(Language.ARABIC, Language.ENGLISH)},
            {"engine": "starter en-ar 0.2"},
            {"glossary": 8},
            {"style": HouseStyle(digits=Digits.ARABIC)},
            {"style": HouseStyle(months=Months.BOTH)},
            {"program": "2"},
        ],
    )
    def test_another_recipe_finds_nothing(
        self, factory: UnitOfWorkFactory, difference: dict[str, Any]
    ) -> None:
        with factory() as unit_of_work:
            unit_of_work.drafts.keep({"Peace.": DRAFT}, RECIPE)
            unit_of_work.commit()
        with factory() as unit_of_work:
            assert unit_of_work.drafts.find(["Peace."], replace(RECIPE, **difference)) == {}

    def test_the_first_draft_stays(self, factory: UnitOfWorkFactory) -> None:
        for target in ("one", "two"):
            with factory() as unit_of_work:
                unit_of_work.drafts.keep({"Peace.": replace(DRAFT, target=target)}, RECIPE)
                unit_of_work.commit()
        with factory() as unit_of_work:
            assert unit_of_work.drafts.find(["Peace."], RECIPE)["Peace."].target == "one"

    def test_many_are_found_at_once(self, factory: UnitOfWorkFactory) -> None:
        many = {f"Text {number}.": DRAFT for number in range(2000)}
        with factory() as unit_of_work:
            unit_of_work.drafts.keep(many, RECIPE)
            assert unit_of_work.drafts.find([*many, "Another."], RECIPE) == many
            assert unit_of_work.drafts.find([], RECIPE) == {}


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


class UnitOfWorkContract(
    TransactionPromises,
    ReleasePromises,
    SegmentPromises,
    MemoryPromises,
    GlossaryPromises,
    NamePromises,
    DraftPromises,
    PublicationPromises,
    WorkPromises,
):
    """All of them. A subclass gives the fixture `factory`, on an empty store."""
