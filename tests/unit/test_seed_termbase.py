"""The files of `glossary/` keep their own rules: one spelling, one target; right scripts."""

import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

from translate_app.adapters.formats.glossary_reader import GlossaryFileReader
from translate_app.adapters.territories import territory_entries
from translate_app.domain.glossary import EntryStatus, EntryType, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.pipeline.folding import fold
from translate_app.pipeline.match import Matcher

GLOSSARY = Path(__file__).parents[2] / "glossary"
SIDES = pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)


@pytest.fixture(scope="module")
def entries() -> tuple[GlossaryEntry, ...]:
    found, notes = GlossaryFileReader(str)(GLOSSARY)
    assert list(notes) == []
    return tuple(found)


def test_there_are_names_of_every_kind(entries: tuple[GlossaryEntry, ...]) -> None:
    approved = [entry for entry in entries if entry.status is EntryStatus.APPROVED]
    assert len(approved) >= 600
    assert {entry.type for entry in approved} == set(EntryType)
    assert not [entry.key for entry in approved if not (entry.authority or entry.note)]


@SIDES
def test_a_spelling_leads_to_one_target(
    entries: tuple[GlossaryEntry, ...], language: Language
) -> None:
    targets: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for form in entry.forms(language):
            targets[fold(form).text].add(fold(entry.name(language.other)).text)
    assert {form: names for form, names in targets.items() if len(names) > 1} == {}


@SIDES
def test_each_side_is_written_in_its_script(
    entries: tuple[GlossaryEntry, ...], language: Language
) -> None:
    script = "ARABIC" if language is Language.ARABIC else "LATIN"
    for entry in entries:
        for form in entry.forms(language):
            assert any(unicodedata.name(letter, "").startswith(script) for letter in form), form
            assert form == unicodedata.normalize("NFC", form) == " ".join(form.split()), form
            assert not any(unicodedata.category(letter) in ("Cf", "Cc") for letter in form), form
            assert "\u0640" not in form, form


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
