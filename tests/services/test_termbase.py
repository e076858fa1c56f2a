"""Loading and importing names: nothing corrected in the store is undone."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.contract.examples import NADIA, RASMA
from tests.services.conftest import Desk
from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.services.termbase import Termbase

COAST = GlossaryEntry("place/cldr-XC", "Coastland", "ساحليا", EntryType.PLACE)


@pytest.fixture
def files() -> dict[str, Sequence[GlossaryEntry]]:
    return {"glossary": [NADIA, RASMA]}


@pytest.fixture
def termbase(files: dict[str, Sequence[GlossaryEntry]]) -> Termbase:
    desk = Desk()
    return Termbase(
        desk.store.unit_of_work,
        lambda path: (files[path.name], ["a column was kept as a note"]),
        desk.matchers,
        lambda: [COAST, replace(COAST, key="place/cldr-XR", en="rasma", ar="رازما")],
        lambda entries: b"",
    )


def test_loading_adds_files_and_territories_but_files_win(termbase: Termbase) -> None:
    loaded = termbase.load(Path("glossary"))
    assert (loaded.added, loaded.kept) == (3, 0)
    assert {entry.key for entry in termbase.entries()} == {NADIA.key, RASMA.key, COAST.key}


def test_loading_again_keeps_what_was_corrected(
    termbase: Termbase, files: dict[str, Sequence[GlossaryEntry]]
) -> None:
    termbase.load(Path("glossary"))
    files["mine.csv"] = [replace(RASMA, ar="رَسمى")]
    assert termbase.import_file(Path("mine.csv")).changed == 1

    loaded = termbase.load(Path("glossary"))
    assert (loaded.added, loaded.kept) == (0, 1)
    assert {entry.ar for entry in termbase.entries() if entry.key == RASMA.key} == {"رَسمى"}


def test_a_new_name_is_matched_at_once(
    termbase: Termbase, files: dict[str, Sequence[GlossaryEntry]]
) -> None:
    assert termbase.match("Tel Marwan is open.", Language.ENGLISH) == ()
    files["new.csv"] = [GlossaryEntry("place/tel-marwan", "Tel Marwan", "تل مروان")]
    termbase.import_file(Path("new.csv"))
    (match,) = termbase.match("Tel Marwan is open.", Language.ENGLISH)
    assert match.entry.ar == "تل مروان"
