"""Names of the folder that the program brings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.contract.examples import NADIA, NOON, RASMA
from tests.fakes import FakeStore
from tests.services.glossary_files.case import CAMP, COAST, learn, stored, write
from translate_app.domain.glossary import GlossaryChange, GlossaryEntry
from translate_app.ports import UnitOfWork
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

    def test_a_correction_made_meanwhile_is_kept(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        files.load(folder)
        write(folder / "places.csv", [replace(RASMA, authority="map of 2024")])
        corrected = replace(RASMA, ar="رَسمى")

        def overtaken() -> UnitOfWork:
            """A unit of work whose look at the history takes as long as a correction."""
            unit_of_work = store.unit_of_work()
            look = unit_of_work.glossary.changes

            def changes(after: int = 0, limit: int | None = None) -> Sequence[GlossaryChange]:
                found = look(after, limit)
                if stored(store)[RASMA.key] != corrected:
                    learn(store, corrected)
                return found

            unit_of_work.glossary.changes = changes  # type: ignore[method-assign]
            return unit_of_work

        loaded = replace(files, unit_of_work=overtaken).load(folder)

        assert (loaded.bettered, loaded.kept) == (0, 1)
        assert stored(store)[RASMA.key] == corrected
