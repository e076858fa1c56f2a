"""Names of the folder that the program brings."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.contract.examples import NADIA, NOON, RASMA
from tests.fakes import FakeStore
from tests.services.glossary_files.case import CAMP, COAST, learn, stored, write
from translate_app.domain.glossary import GlossaryChange, GlossaryEntry
from translate_app.services.glossary_files import GlossaryFiles, untouched


class TestLoading:
    def test_files_and_territories_are_added_but_files_win(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        loaded = files.load(folder)

        assert (loaded.added, loaded.kept) == (3, 0)
        assert set(stored(store)) == {NADIA.key, RASMA.key, COAST.key}

    def test_what_nobody_touched_follows_the_files(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        files.load(folder)
        corrected = replace(NADIA, ar="نادية صباغ")
        learn(store, corrected)
        write(folder / "people.csv", [replace(NADIA, authority="statutes")])
        write(folder / "places.csv", [replace(RASMA, authority="map of 2024")])
        for loaded in (files.load(folder), files.load(folder)):
            assert (loaded.added, loaded.kept) == (0, 1)
        assert stored(store)[RASMA.key].authority == "map of 2024"
        assert stored(store)[NADIA.key] == corrected

    def test_names_of_a_store_from_before_the_program_signed_its_changes(self) -> None:
        def step(revision: int, hour: int, entry: GlossaryEntry) -> GlossaryChange:
            return GlossaryChange(revision, NOON + timedelta(hours=hour), None, entry)

        first = [step(1, 0, NADIA), step(2, 0, RASMA)]
        imported = [step(3, 1, replace(NADIA, note="mine")), step(4, 1, CAMP)]
        assert untouched([*first, *imported]) == {RASMA.key}
        assert untouched(()) == frozenset()

    def test_loading_again_keeps_what_was_corrected(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        files.load(folder)
        corrected = replace(RASMA, ar="رَسمى")
        learn(store, corrected)

        loaded = files.load(folder)

        assert (loaded.added, loaded.kept) == (0, 1)
        assert stored(store)[RASMA.key] == corrected
