"""Change propagation and usage: what a changed name makes wrong, and the batch that fixes it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.contract.examples import NADIA, RASMA
from tests.services.conftest import Ticks
from translate_app.adapters.sources import Sources
from translate_app.adapters.storage.database import Database, open_database
from translate_app.domain.glossary import EntryStatus, ForbiddenForm, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.domain.segment import (
    AppliedTerm,
    Origin,
    Segment,
    SegmentChange,
    SegmentState,
    TermPlacement,
)
from translate_app.errors import EntryNotFoundError, NameRequiredError
from translate_app.pipeline.match import Matcher
from translate_app.services.entry_usage import EntryUsage
from translate_app.services.ingest_release import IngestReleases
from translate_app.services.known_entries import KnownEntries
from translate_app.services.maintain_glossary import MaintainGlossary
from translate_app.services.matchers import Matchers
from translate_app.services.propagation import Propagation
from translate_app.services.publish_release import PublishRelease

NEWS = "Nadia Sabbagh visited Rasma.\n\nThe road to Rasma is open.\n\nThe camp is open."
DRAFT = ("زارت نادية الصباغ رسما.", "الطريق لرسما مفتوح.", "المخيم مفتوح.")


class House:
    """The services over a real database."""

    def __init__(self, database: Database) -> None:
        self.unit_of_work = database.unit_of_work
        self.clock = Ticks()
        matchers = Matchers(self.unit_of_work)
        known = KnownEntries(self.unit_of_work)
        usage = EntryUsage(self.unit_of_work, known, matchers)
        self.maintain = MaintainGlossary(self.unit_of_work, known, usage)
        self.propagation = Propagation(self.unit_of_work, known, matchers, self.clock)
        self.publish = PublishRelease(self.unit_of_work, self.clock)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.glossary.upsert([NADIA, RASMA])
            unit_of_work.commit()

    def release(self, text: str = NEWS, targets: tuple[str, ...] = DRAFT) -> str:
        ingest = IngestReleases(self.unit_of_work, Sources(), tuple, self.clock)
        release_id = ingest.text(text, "news.txt").releases[0].release.id
        for number, target in enumerate(targets, start=1):
            self.write(release_id, number, target, SegmentState.PRETRANSLATED)
        return release_id

    def write(self, release_id: str, number: int, target: str, state: SegmentState) -> None:
        with self.unit_of_work() as unit_of_work:
            version = unit_of_work.segments.get(release_id, number).version + 1
            change = SegmentChange(
                release_id, number, version, self.clock(), "Salma", state, target, Origin.MACHINE
            )
            if number == 2:
                term = AppliedTerm(RASMA.key, "Rasma", RASMA.ar, TermPlacement.MARK)
                change = replace(change, terms=(term,))
            unit_of_work.segments.record(change)
            unit_of_work.commit()

    def segment(self, release_id: str, number: int) -> Segment:
        with self.unit_of_work() as unit_of_work:
            return unit_of_work.segments.get(release_id, number)

    def rename(self, ar: str = "البحيرة") -> GlossaryEntry:
        return self.maintain.save(replace(RASMA, ar=ar, ar_variants=()), "Lina", RASMA)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    database = open_database(f"sqlite:///{tmp_path / 'home.db'}", wait=0.2)
    yield House(database)
    database.dispose()


def test_a_renamed_place_is_wrong_wherever_the_source_has_it(house: House) -> None:
    release_id = house.release()
    assert house.propagation.affected([RASMA.key]).corrections == ()
    now = house.rename()
    affected = house.propagation.affected([RASMA.key])
    assert [(one.number, one.proposed) for one in affected.corrections] == [
        (1, "زارت نادية الصباغ البحيرة."),
        (2, "الطريق للبحيرة مفتوح."),
    ]
    first, second = affected.corrections
    assert (first.release_id, first.entries, first.missing) == (release_id, (now,), ())
    assert [first.target[s.start : s.end] for s in first.spans] == ["رسما"]
    proposed = second.proposed or ""
    assert [proposed[s.start : s.end] for s in second.proposed_spans] == ["لبحيرة"]
    assert (affected.approved, affected.published) == ((), ())


def test_a_batch_is_applied_and_what_changed_meanwhile_is_not_overwritten(house: House) -> None:
    release_id = house.release()
    house.rename()
    corrections = house.propagation.affected([RASMA.key]).corrections
    house.write(release_id, 1, "نص شخص", SegmentState.EDITED)
    applied = house.propagation.apply(corrections, " Lina ")
    assert [one.number for one in applied.done] == [2]
    assert [one.number for one in applied.stale] == [1]
    assert house.segment(release_id, 1).target == "نص شخص"
    fixed = house.segment(release_id, 2)
    assert (fixed.target, fixed.state, fixed.origin, fixed.changed_by) == (
        "الطريق للبحيرة مفتوح.",
        SegmentState.EDITED,
        Origin.GLOSSARY,
        "Lina",
    )
    assert fixed.terms == (AppliedTerm(RASMA.key, "Rasma", "البحيرة", TermPlacement.MARK),)
    left = house.propagation.affected([RASMA.key]).corrections
    assert [(one.number, one.proposed, one.missing) for one in left] == [
        (1, None, (house.maintain.get(RASMA.key),))
    ]
    again = house.propagation.apply(left, "Lina")
    assert (again.done, again.by_hand) == ((), left)


def test_nothing_is_applied_without_a_name(house: House) -> None:
    house.release()
    house.rename()
    corrections = house.propagation.affected().corrections
    with pytest.raises(NameRequiredError):
        house.propagation.apply(corrections, " ")


def test_approved_segments_are_listed_apart_and_opened_only_when_asked(house: House) -> None:
    release_id = house.release()
    house.write(release_id, 2, DRAFT[1], SegmentState.APPROVED)
    house.write(release_id, 1, DRAFT[0], SegmentState.REVIEWED)
    house.rename()
    affected = house.propagation.affected([RASMA.key])
    assert affected.corrections == ()
    assert [one.number for one in affected.approved] == [1, 2]
    refused = house.propagation.apply(affected.approved, "Lina")
    assert (refused.done, refused.approved) == ((), affected.approved)
    assert house.segment(release_id, 2).state is SegmentState.APPROVED
    opened = house.propagation.apply(affected.approved, "Lina", reopen=True)
    assert [one.state for one in opened.done] == [SegmentState.EDITED] * 2


def test_publications_are_listed_as_needing_a_correction(house: House) -> None:
    release_id = house.release()
    for number, target in enumerate(DRAFT, start=1):
        house.write(release_id, number, target, SegmentState.APPROVED)
    house.publish(release_id, "Omar")
    house.rename()
    affected = house.propagation.affected([RASMA.key])
    assert (affected.corrections, affected.approved) == ((), ())
    (publication,) = affected.published
    assert (publication.release_id, publication.number) == (release_id, 1)
    assert [one.number for one in publication.passages] == [1, 2]
    passage = publication.passages[1]
    assert [passage.target[s.start : s.end] for s in passage.spans] == ["رسما"]
    assert passage.correction is not None
    house.propagation.apply([passage.correction], "Lina", reopen=True)
    later = house.propagation.affected([RASMA.key]).published[0].passages[1]
    assert later.correction is None  # the present text is right, the publication is not


def test_a_broken_publication_is_named_and_stops_nothing(house: House) -> None:
    release_id = house.release()
    with house.unit_of_work() as unit_of_work:
        from tests.contract.examples import publication

        unit_of_work.publications.add(publication(1, release_id))
        unit_of_work.commit()
    house.rename()
    affected = house.propagation.affected([RASMA.key])
    assert affected.unreadable == (release_id,)
    assert len(affected.corrections) == 2


def test_empty_segments_wait_for_their_draft(house: House) -> None:
    house.release(targets=())
    house.rename()
    assert house.propagation.affected().corrections == ()


def test_without_keys_every_entry_is_looked_at(house: House) -> None:
    house.release()
    assert house.propagation.affected().corrections == ()
    house.rename()
    assert len(house.propagation.affected().corrections) == 2
    with pytest.raises(EntryNotFoundError):
        house.propagation.affected(["place/nowhere"])


def test_a_forbidden_form_is_replaced(house: House) -> None:
    release_id = house.release()
    house.write(release_id, 1, "زارت ناديا صباغ رسما.", SegmentState.EDITED)
    wanted = replace(NADIA, ar_forbidden=(ForbiddenForm("ناديا صباغ", "she writes it so"),))
    house.maintain.save(wanted, "Lina", NADIA)
    (correction,) = house.propagation.affected([NADIA.key]).corrections
    assert correction.proposed == "زارت نادية الصباغ رسما."


def test_the_names_of_a_merged_entry_are_former_names(house: House) -> None:
    other = house.maintain.save(
        GlossaryEntry("", "Rasma", "راسما", RASMA.type, context=("north",)), "Lina", None
    )
    release_id = house.release()
    house.write(release_id, 1, "زارت نادية الصباغ راسما.", SegmentState.EDITED)
    strict = replace(RASMA, ar_forbidden=(ForbiddenForm("راسما"),))
    house.maintain.save(strict, "Lina", RASMA)
    house.maintain.merge(RASMA.key, [other.key], "Lina")
    # Asked for the retired entry, its successor is looked at.
    (correction,) = house.propagation.affected([other.key]).corrections
    assert correction.proposed == DRAFT[0]
    assert correction.entries[0].key == RASMA.key


def test_a_candidate_makes_nothing_wrong(house: House) -> None:
    house.release()
    house.maintain.save(replace(RASMA, ar="البحيرة", status=EntryStatus.CANDIDATE), "Lina", RASMA)
    assert house.propagation.affected([RASMA.key]).corrections == ()


def test_an_entry_of_another_client_makes_nothing_wrong(house: House) -> None:
    house.release()
    house.maintain.save(replace(RASMA, ar="البحيرة", scope="acme"), "Lina", RASMA)
    assert house.propagation.affected([RASMA.key]).corrections == ()


def test_usage_tells_segments_and_publications(house: House) -> None:
    release_id = house.release()
    for number, target in enumerate(DRAFT, start=1):
        house.write(release_id, number, target, SegmentState.APPROVED)
    house.publish(release_id, "Omar")
    house.write(release_id, 2, "الطريق مفتوح.", SegmentState.EDITED)
    usage = house.maintain.usage(RASMA.key)
    assert [(one.number, one.wrong) for one in usage.segments] == [(1, False), (2, True)]
    (publication,) = usage.publications
    assert (publication.number, publication.segments, publication.wrong) == (1, (1, 2), ())
    house.rename()
    assert house.maintain.usage(RASMA.key).publications[0].wrong == (1, 2)
    assert house.maintain.usage(NADIA.key).publications[0].segments == (1,)
    with pytest.raises(EntryNotFoundError):
        house.maintain.usage("place/nowhere")


def test_usage_of_an_entry_that_is_not_in_use(house: House) -> None:
    house.release()
    house.maintain.retire([RASMA.key], "Lina")
    usage = house.maintain.usage(RASMA.key)
    assert [(one.number, one.wrong) for one in usage.segments] == [(1, False), (2, False)]


@pytest.mark.parametrize(
    ("en", "ar", "text"),
    [
        ("UN", "الأمم المتحدة", "The U.N. sent an envoy to the harbour on Monday morning."),
        ("the UN", "الأمم المتحدة", "Envoys of UN bodies came to the harbour on Monday."),
        ("Coalition", "الائتلاف", "The coalition met, and the Coalition’s head spoke to it."),
        ("Ministry", "الوزارة", "Ministries were closed on Monday, as they are each year."),
        ("al-Bab", "الباب", "The road to Al Bab was closed on Monday, as it is each year."),
        ("Harbour Relief Fund", "صندوق", "The Harbour “Relief” Fund was opened on Monday."),
        ("Sénémaud", "سينيمو", "Mr. Senemaud came to the harbour on Monday morning."),
        ("Cairo", "القاهرة", "وصلت القافلة صباح أمس وعادت للقاهرة بعد ساعات قليلة من ذلك."),
        ("Latakia", "اللاذقية", "وصلت القافلة صباح أمس إلى الميناء ثم عادت وللاذقية تعود."),
        ("Ahmad", "أحمد", "وصل اليوم احمد إلى الميناء ثم عاد بعد ساعات قليلة من ذلك."),
    ],
)
def test_no_occurrence_is_passed_over(house: House, en: str, ar: str, text: str) -> None:
    entry = house.maintain.save(GlossaryEntry("", en, ar), "Lina", None)
    house.release(text, ())
    language = Language.ARABIC if text[0] > "\u0600" else Language.ENGLISH
    assert Matcher([entry], language).find(text)
    assert [one.source for one in house.maintain.usage(entry.key).segments] == [text]
