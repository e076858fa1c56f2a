"""Names that the termbase lacks: found, accepted, dismissed."""

from dataclasses import replace
from typing import Any

import pytest

from tests.contract import examples
from tests.services.conftest import Desk
from translate_app.domain.candidate import NameCandidate, UnknownName
from translate_app.domain.glossary import EntryStatus, EntryType, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.domain.segment import Segment, SegmentState, Span
from translate_app.errors import InvalidEntryError, NameRequiredError, ReleaseNotFoundError
from translate_app.pipeline.unknown_names import unknown_names
from translate_app.services import found_names
from translate_app.services.candidates import SHOWN_CONTEXTS, Candidates
from translate_app.services.found_names import FoundNames

SENTENCES = (
    "Nadia Sabbagh met Karim Haddad in Tel Marwan.",
    "The road to Tel Marwan is open.",
    "Doctors left Tel-Marwan and Rasma.",
)


@pytest.fixture
def candidates(desk: Desk) -> Candidates:
    return Candidates(desk.store.unit_of_work, FoundNames(desk.matchers), desk.clock)


def store(desk: Desk, *sources: str, release_id: str = "a1b2c3d4", **fields: object) -> str:
    """A release of these segments."""
    release = replace(examples.release(release_id), **fields)  # type: ignore[arg-type]
    segments = [
        Segment(release_id, number, 1, Span(0, len(source)), source, "", SegmentState.EMPTY, 0)
        for number, source in enumerate(sources, 1)
    ]
    with desk.store.unit_of_work() as unit_of_work:
        unit_of_work.releases.add(release, segments)
        unit_of_work.commit()
    return release_id


def surfaces(rows: tuple[NameCandidate, ...]) -> list[str]:
    return [row.surface for row in rows]


def test_a_release_shows_what_the_termbase_lacks(desk: Desk, candidates: Candidates) -> None:
    marwan, karim = candidates.of_release(store(desk, *SENTENCES))
    assert (marwan.surface, marwan.count, marwan.releases) == ("Tel Marwan", 3, 1)
    assert marwan.language is Language.ENGLISH
    assert marwan.type is EntryType.PLACE
    assert marwan.proposals == ("تل مروان",)
    assert [context.number for context in marwan.contexts] == [1, 2, 3]
    place = marwan.contexts[2]
    assert place.source[place.span.start : place.span.end] == "Tel-Marwan"
    assert (karim.surface, karim.count, karim.type) == ("Karim Haddad", 1, EntryType.PERSON)


def test_the_names_of_every_segment_are_known_however_often_they_stand(
    desk: Desk, candidates: Candidates
) -> None:
    more = [f"{number} people went to Tel Marwan." for number in range(SHOWN_CONTEXTS + 2)]
    found = candidates.by_segment(store(desk, *SENTENCES, "Nothing here.", *more))
    assert [row.surface for row in found[1]] == ["Karim Haddad", "Tel Marwan"]
    assert set(found) == set(range(1, 4)) | set(range(5, 5 + len(more)))
    assert [(row.surface, row.count) for row in found[2]] == [("Tel Marwan", 3 + len(more))]
    candidates.dismiss("Tel Marwan", Language.ENGLISH, "Lina")
    assert set(candidates.by_segment("a1b2c3d4")) == {1}
    with pytest.raises(ReleaseNotFoundError):
        candidates.by_segment("nothing")


def test_all_releases_are_counted_together(desk: Desk, candidates: Candidates) -> None:
    store(desk, *SENTENCES)
    store(desk, "They went to Tel Marwan.", release_id="b1b2c3d4")
    first = candidates.all()[0]
    assert (first.surface, first.count, first.releases) == ("Tel Marwan", 4, 2)
    many = ["They went to Marwanabad."] * 9
    store(desk, *many, release_id="c1b2c3d4")
    first = candidates.all()[0]
    assert (first.surface, first.count, len(first.contexts)) == ("Marwanabad", 9, SHOWN_CONTEXTS)


def test_an_arabic_release_gets_latin_proposals(desk: Desk, candidates: Candidates) -> None:
    release_id = store(
        desk,
        "التقى السيد كريم حداد نادية الصباغ.",
        source_language=Language.ARABIC,
        target_language=Language.ENGLISH,
    )
    (row,) = candidates.of_release(release_id)
    assert (row.surface, row.language) == ("كريم حداد", Language.ARABIC)
    assert row.proposals[0] == "Karim Haddad"


def test_an_english_draft_tells_the_names_of_an_arabic_text(
    desk: Desk, candidates: Candidates
) -> None:
    release_id = store(
        desk,
        "وصلت القافلة إلى مروانة أمس.",
        "شكر غوميز الأطباء.",
        source_language=Language.ARABIC,
        target_language=Language.ENGLISH,
    )
    assert candidates.of_release(release_id) == ()
    desk.learn(GlossaryEntry("place/other", "Elsewhere", "مكان آخر"))
    with desk.store.unit_of_work() as unit_of_work:
        draft = replace(
            examples.change(1, 1), target="The convoy reached Marwana yesterday.", by="Salma"
        )
        unit_of_work.segments.record(draft)
        unit_of_work.commit()
    (row,) = candidates.of_release(release_id)
    assert (row.surface, row.contexts[0].number) == ("مروانة", 1)


def test_an_accepted_name_is_enforced_and_no_candidate_any_more(
    desk: Desk, candidates: Candidates
) -> None:
    release_id = store(desk, *SENTENCES)
    assert "Tel Marwan" in surfaces(candidates.of_release(release_id))
    entry = candidates.accept("Tel Marwan", Language.ENGLISH, "تل مروان", EntryType.PLACE, "Salma")
    assert entry.key == "place/tel-marwan"
    assert entry.status is EntryStatus.APPROVED
    assert surfaces(candidates.of_release(release_id)) == ["Karim Haddad"]
    with desk.store.unit_of_work() as unit_of_work:
        (step,) = unit_of_work.glossary.history(entry.key)
    assert (step.by, step.entry) == ("Salma", entry)
    assert desk.matchers(Language.ENGLISH).find("Tel Marwan")[0].entry == entry


def test_accepting_from_arabic_puts_each_name_on_its_side(candidates: Candidates) -> None:
    entry = candidates.accept(
        "كريم حداد", Language.ARABIC, "Karim Haddad", EntryType.PERSON, "Salma"
    )
    assert (entry.en, entry.ar, entry.key) == ("Karim Haddad", "كريم حداد", "person/karim-haddad")


def test_accepting_twice_makes_one_entry(candidates: Candidates) -> None:
    first = candidates.accept("Tel Marwan", Language.ENGLISH, "تل مروان", EntryType.PLACE, "Salma")
    again = candidates.accept("Tel-Marwan", Language.ENGLISH, "تل مروان", EntryType.OTHER, "Karim")
    assert again == first


def test_a_proposed_entry_is_approved_by_accepting(desk: Desk, candidates: Candidates) -> None:
    proposed = GlossaryEntry(
        "place/marwan", "Tel Marwan", "تل مروان", EntryType.PLACE, EntryStatus.CANDIDATE
    )
    desk.learn(proposed)
    release_id = store(desk, *SENTENCES)
    assert surfaces(candidates.of_release(release_id)) == ["Karim Haddad"]
    entry = candidates.accept("Tel Marwan", Language.ENGLISH, "تل مروان", EntryType.PLACE, "Salma")
    assert entry == replace(proposed, status=EntryStatus.APPROVED)


def test_an_entry_of_another_client_is_none_for_everybody(
    desk: Desk, candidates: Candidates
) -> None:
    theirs = GlossaryEntry(
        "place/marwan", "Tel Marwan", "تل مروان", EntryType.PLACE, scope="port-city"
    )
    desk.learn(theirs)
    entry = candidates.accept("Tel Marwan", Language.ENGLISH, "تل مروان", EntryType.PLACE, "Salma")
    assert (entry.key, entry.scope) == ("place/tel-marwan", "")


def test_a_taken_key_is_told_apart(desk: Desk, candidates: Candidates) -> None:
    first = candidates.accept("Karim", Language.ENGLISH, "كريم", EntryType.PERSON, "Salma")
    other = candidates.accept("Karim", Language.ENGLISH, "قريم", EntryType.PERSON, "Salma")
    assert other.key != first.key
    assert other.key.startswith("person/karim-")


def test_a_dismissed_name_is_not_offered_until_it_is_recalled(
    desk: Desk, candidates: Candidates
) -> None:
    release_id = store(desk, *SENTENCES)
    candidates.dismiss("TEL MARWAN", Language.ENGLISH, "Salma")
    assert surfaces(candidates.of_release(release_id)) == ["Karim Haddad"]
    (decision,) = candidates.dismissed()
    assert (decision.surface, decision.by) == ("tel marwan", "Salma")
    candidates.recall("Tel Marwan", Language.ENGLISH, "Karim")
    assert surfaces(candidates.of_release(release_id)) == ["Tel Marwan", "Karim Haddad"]
    assert candidates.dismissed() == []


def test_accepting_takes_a_dismissal_back(desk: Desk, candidates: Candidates) -> None:
    candidates.dismiss("Tel Marwan", Language.ENGLISH, "Karim")
    candidates.accept("Tel Marwan", Language.ENGLISH, "تل مروان", EntryType.PLACE, "Salma")
    assert candidates.dismissed() == []


def test_a_name_of_another_client_is_unknown_here(desk: Desk, candidates: Candidates) -> None:
    theirs = GlossaryEntry(
        "place/marwan", "Tel Marwan", "تل مروان", EntryType.PLACE, scope="port-city"
    )
    desk.learn(theirs)
    assert "Tel Marwan" in surfaces(candidates.of_release(store(desk, *SENTENCES)))
    own = store(desk, *SENTENCES, release_id="b1b2c3d4", client="port-city")
    assert "Tel Marwan" not in surfaces(candidates.of_release(own))


@pytest.mark.parametrize(
    ("surface", "target"),
    [("", "تل"), ("Tel", ""), ("Tel", "\u202e\u200f"), ("T" * 10_000, "تل"), ("\x00", "تل")],
)
def test_what_is_no_name_is_refused(candidates: Candidates, surface: str, target: str) -> None:
    with pytest.raises(InvalidEntryError):
        candidates.accept(surface, Language.ENGLISH, target, EntryType.OTHER, "Salma")


def test_control_characters_do_not_reach_the_termbase(candidates: Candidates) -> None:
    entry = candidates.accept(
        "Tel\u202e Marwan\x07", Language.ENGLISH, "\u200fتل  مروان\n", EntryType.PLACE, "Salma"
    )
    assert (entry.en, entry.ar) == ("Tel Marwan", "تل مروان")


def test_somebody_must_say_who(candidates: Candidates) -> None:
    with pytest.raises(NameRequiredError):
        candidates.accept("Tel", Language.ENGLISH, "تل", EntryType.OTHER, "  ")
    with pytest.raises(NameRequiredError):
        candidates.dismiss("Tel", Language.ENGLISH, "")
    with pytest.raises(NameRequiredError):
        candidates.recall("Tel", Language.ENGLISH, "")


def test_dismissing_nothing_changes_nothing(candidates: Candidates) -> None:
    candidates.dismiss("\u202e -", Language.ENGLISH, "Salma")
    assert candidates.dismissed() == []


def test_an_unknown_release_is_said_so(candidates: Candidates) -> None:
    with pytest.raises(ReleaseNotFoundError):
        candidates.of_release("ffff")


def test_hostile_segments_give_no_monsters(desk: Desk, candidates: Candidates) -> None:
    release_id = store(
        desk,
        "We met " + "Karim" * 2_000 + ".",
        "We met " + "Karim Haddad " * 1_000,
        "\u202eWe met\u0000 Karim\u202c Haddad\u2066\u2066.",
        "",
    )
    assert all(len(row.surface) <= 120 for row in candidates.of_release(release_id))


def test_a_segment_is_looked_at_again_when_it_changed(
    desk: Desk, candidates: Candidates, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[str] = []

    def counted(text: str, *arguments: Any) -> tuple[UnknownName, ...]:
        looked_at.append(text)
        return unknown_names(text, *arguments)

    monkeypatch.setattr(found_names, "unknown_names", counted)
    texts = [*SENTENCES, "The clinic is open."]
    release_id = store(desk, *texts)
    first = candidates.of_release(release_id)
    assert looked_at == texts
    assert candidates.of_release(release_id) == first
    assert looked_at == texts
    desk.learn(GlossaryEntry("place/tel-marwan", "Tel Marwan", "تل مروان", EntryType.PLACE))
    assert surfaces(candidates.of_release(release_id)) == ["Karim Haddad"]
    # Only those in which names of the termbase stand elsewhere now.
    assert looked_at[4:] == list(SENTENCES)
