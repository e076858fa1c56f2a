"""The files of `glossary/` keep the rules of the termbase, and every spelling is found."""

from pathlib import Path

import pytest

from translate_app.adapters.formats.glossary_reader import GlossaryFileReader
from translate_app.adapters.territories import territory_entries
from translate_app.domain.glossary import EntryStatus, EntryType, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.domain.termbase_finding import Weight
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.termbase_rules import check_entries
from translate_app.services.glossary_files import not_covered

GLOSSARY = Path(__file__).parents[2] / "glossary"
SIDES = pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)


@pytest.fixture(scope="module")
def entries() -> tuple[GlossaryEntry, ...]:
    found, notes = GlossaryFileReader()(GLOSSARY)
    assert list(notes) == []
    return tuple(found)


def test_there_are_names_of_every_kind(entries: tuple[GlossaryEntry, ...]) -> None:
    approved = [entry for entry in entries if entry.status is EntryStatus.APPROVED]
    assert len(approved) >= 600
    assert {entry.type for entry in approved} == set(EntryType)
    assert not [entry.key for entry in approved if not entry.authority]


def test_the_check_finds_nothing_but_notes(entries: tuple[GlossaryEntry, ...]) -> None:
    everything = [*entries, *not_covered(territory_entries(), entries)]
    assert [one for one in check_entries(everything) if one.weight is not Weight.NOTE] == []


@SIDES
def test_every_spelling_finds_its_own_entry(
    entries: tuple[GlossaryEntry, ...], language: Language
) -> None:
    matcher = Matcher([*entries, *territory_entries()], language)
    frame = "{} ." if language is Language.ARABIC else "It said {} again."
    for entry in entries:
        for form in entry.forms(language):
            found = [match.entry for match in matcher.find(frame.format(form))]
            assert [each.name(language.other) for each in found] == [entry.name(language.other)], (
                form
            )
