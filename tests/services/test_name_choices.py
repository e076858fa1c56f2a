"""A person says which of two people of one name a release means."""

from dataclasses import replace
from datetime import date

import pytest

from tests.services.conftest import Desk
from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.errors import (
    EntryNotFoundError,
    NameRequiredError,
    NotAmongNamesError,
    ReleaseNotFoundError,
)
from translate_app.services.name_choices import NameChoices

MINISTER = GlossaryEntry(
    "person/karim-haddad-minister",
    "Karim Haddad",
    "كريم حداد",
    EntryType.PERSON,
    en_title="Minister",
    ar_title="الوزير",
)
SINGER = GlossaryEntry(
    "person/karim-haddad-singer", "Karim Haddad", "كريم الحداد", EntryType.PERSON
)
TOWN = GlossaryEntry("place/rasma", "Rasma", "رسما", EntryType.PLACE)
TEXT = "Karim Haddad visited the port.\n\nFamilies thanked Karim Haddad for it.\n"


@pytest.fixture
def choices(desk: Desk) -> NameChoices:
    desk.learn(MINISTER, SINGER, TOWN)
    return NameChoices(desk.store.unit_of_work, desk.clock)


def meant(desk: Desk, release_id: str) -> list[str]:
    segments = desk.queries.release(release_id).segments
    return [match.entry.key for each in segments for match in each.source_matches]


def test_a_choice_holds_for_the_whole_release_and_for_no_other(
    desk: Desk, choices: NameChoices
) -> None:
    release_id, other = desk.release(TEXT), desk.release(f"{TEXT}\nMore news.\n")
    first = desk.queries.release(release_id).segments[0].source_matches[0]
    assert (first.entry, first.rivals) == (MINISTER, (SINGER,))
    choice = choices.choose(release_id, "Karim Haddad", SINGER.key, " Nadia ")
    assert (choice.surface, choice.by, choice.release_id) == ("karim haddad", "Nadia", release_id)
    assert meant(desk, release_id) == [SINGER.key] * 2
    assert not desk.queries.release(release_id).segments[0].source_matches[0].rivals
    assert meant(desk, other) == [MINISTER.key] * 2
    assert choices.choices(release_id) == {"karim haddad": SINGER.key}
    choices.choose(release_id, "KARIM HADDAD", MINISTER.key, "Nadia")
    assert meant(desk, release_id) == [MINISTER.key] * 2


def test_drafts_follow_the_choice(desk: Desk, choices: NameChoices) -> None:
    release_id = desk.release(TEXT)
    choices.choose(release_id, "Karim Haddad", SINGER.key, "Nadia")
    desk.pretranslate(release_id)
    assert all(SINGER.ar in target for target in desk.targets(release_id))
    # The same text in a release of which nobody chose is drafted anew, not taken from there.
    other = desk.release(f"{TEXT}\nMore news.\n")
    desk.pretranslate(other)
    assert all(MINISTER.ar in target for target in desk.targets(other)[:2])


def test_releases_share_drafts_where_nothing_depends_on_them(desk: Desk) -> None:
    desk.learn(TOWN)
    one, other = desk.release("We saw Rasma.\n"), desk.release("We saw Rasma.\n\nTwice.\n")
    releases = [desk.queries.release(release_id).release for release_id in (one, other)]
    digests = [desk.matchers.for_release(r, Language.ENGLISH).fingerprint() for r in releases]
    assert one != other
    assert digests == ["", ""]


@pytest.mark.parametrize("surface", ["Karim", "Haddad", "Rasma", "", "Karim Haddad spoke"])
def test_an_entry_that_is_not_spelt_so_cannot_be_meant(
    desk: Desk, choices: NameChoices, surface: str
) -> None:
    with pytest.raises(NotAmongNamesError):
        choices.choose(desk.release(TEXT), surface, SINGER.key, "Nadia")


def test_neither_can_one_that_does_not_hold_there(desk: Desk, choices: NameChoices) -> None:
    desk.learn(replace(SINGER, scope="harbour"))
    with pytest.raises(NotAmongNamesError):
        choices.choose(desk.release(TEXT), "Karim Haddad", SINGER.key, "Nadia")


def test_who_chooses_and_what_there_is(desk: Desk, choices: NameChoices) -> None:
    release_id = desk.release(TEXT)
    with pytest.raises(NameRequiredError):
        choices.choose(release_id, "Karim Haddad", SINGER.key, " ")
    with pytest.raises(EntryNotFoundError):
        choices.choose(release_id, "Karim Haddad", "person/nobody", "Nadia")
    with pytest.raises(ReleaseNotFoundError):
        choices.choose("ffff", "Karim Haddad", SINGER.key, "Nadia")
    with pytest.raises(ReleaseNotFoundError):
        choices.choices("ffff")
    assert choices.choices(release_id) == {}


def test_the_matcher_of_a_release_is_kept_until_something_changes(
    desk: Desk, choices: NameChoices
) -> None:
    release_id = desk.release(TEXT)
    release = desk.queries.release(release_id).release
    first = desk.matchers.for_release(release, Language.ENGLISH)
    assert desk.matchers.for_release(release, Language.ENGLISH) is first
    choices.choose(release_id, "Karim Haddad", SINGER.key, "Nadia")
    second = desk.matchers.for_release(release, Language.ENGLISH)
    assert second is not first
    desk.learn(replace(TOWN, valid_to=date(2020, 1, 1)))
    assert desk.matchers.for_release(release, Language.ENGLISH) is not second
