"""Files and the termbase brought to agree."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.contract.examples import NADIA, RASMA
from tests.fakes import FakeStore
from tests.services.glossary_files.case import BY, CAMP, COAST, learn, stored, write
from translate_app.adapters.formats.glossary_folder import CsvFolder
from translate_app.domain.glossary import EntryStatus, GlossaryEntry
from translate_app.errors import (
    MissingTermbaseFileError,
    NameRequiredError,
    StaleTermbaseError,
    UnwritableFileError,
)
from translate_app.services.glossary_files import GlossaryFiles, SyncReport


class TestSync:
    @pytest.fixture(autouse=True)
    def agreed(self, files: GlossaryFiles, folder: Path) -> None:
        files.load(folder)
        report = files.sync(folder, BY)
        assert (report.into_termbase, report.into_files, report.conflicts) == ((), (), ())
        assert report.agreed == 2

    def test_nothing_changed_nothing_done(self, files: GlossaryFiles, folder: Path) -> None:
        before = {file.name: file.read_bytes() for file in folder.iterdir()}

        assert done(files.sync(folder, BY)) == ([], [], [])
        assert {file.name: file.read_bytes() for file in folder.iterdir()} == before

    def test_what_changed_in_a_file_goes_in(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        changed = replace(RASMA, note="on the coast")
        write(folder / "places.csv", [changed, CAMP])

        assert done(files.sync(folder, BY)) == ([CAMP.key, RASMA.key], [], [])
        assert stored(store)[RASMA.key] == changed
        assert stored(store)[CAMP.key] == CAMP
        assert store.content.entry_changes[-1].by == BY
        assert done(files.sync(folder, BY)) == ([], [], [])

    def test_what_changed_in_the_termbase_goes_into_its_file(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        office = GlossaryEntry("other/office", "Harbour Office", "مكتب الميناء")
        learn(store, replace(NADIA, note="head"), office)

        report = files.sync(folder, BY)

        assert done(report) == ([], [office.key, NADIA.key], [])
        assert [one.file for one in report.into_files] == ["other.csv", "people.csv"]
        assert CsvFolder().read(folder) == {
            "other.csv": (office,),
            "people.csv": (replace(NADIA, note="head"),),
            "places.csv": (RASMA,),
        }
        assert done(files.sync(folder, BY)) == ([], [], [])

    def test_a_territory_goes_into_a_file_only_when_somebody_changed_it(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        learn(store, replace(COAST, note="CLDR of another year"), by=None)
        assert done(files.sync(folder, BY)) == ([], [], [])

        learn(store, replace(COAST, ar="الساحل"))
        assert done(files.sync(folder, BY)) == ([], [COAST.key], [])

    def test_candidates_wait_for_their_decision(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        learn(store, replace(CAMP, status=EntryStatus.CANDIDATE))
        assert done(files.sync(folder, BY)) == ([], [], [])

        learn(store, CAMP)
        assert done(files.sync(folder, BY)) == ([], [CAMP.key], [])

    def test_both_changed_is_a_conflict_and_stays_one(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        write(folder / "places.csv", [replace(RASMA, note="in the file")])
        learn(store, replace(RASMA, note="here"), replace(NADIA, note="head"))

        for _ in range(2):
            report = files.sync(folder, BY)
            (conflict,) = report.conflicts
            assert [(one.field, one.before, one.after) for one in conflict.fields] == [
                ("note", "in the file", "here")
            ]
            assert conflict.agreed == RASMA
        assert stored(store)[RASMA.key].note == "here"
        assert CsvFolder().read(folder)["places.csv"][0].note == "in the file"
        assert CsvFolder().read(folder)["people.csv"][0].note == "head"

    @pytest.mark.parametrize(("prefer", "note"), [("files", "in the file"), ("termbase", "here")])
    def test_a_person_may_prefer_a_side(
        self, files: GlossaryFiles, folder: Path, store: FakeStore, prefer: str, note: str
    ) -> None:
        write(folder / "places.csv", [replace(RASMA, note="in the file")])
        learn(store, replace(RASMA, note="here"), replace(NADIA, note="head"))

        report = files.sync(folder, BY, prefer)  # type: ignore[arg-type]

        assert report.conflicts == ()
        assert stored(store)[RASMA.key].note == note
        assert CsvFolder().read(folder)["places.csv"][0].note == note
        assert CsvFolder().read(folder)["people.csv"][0].note == "head"

    def test_the_same_change_on_both_sides_is_none(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        changed = replace(RASMA, note="on the coast")
        write(folder / "places.csv", [changed])
        learn(store, changed)

        assert done(files.sync(folder, BY)) == ([], [], [])

    def test_a_row_that_was_removed_retires_its_entry(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        write(folder / "places.csv", [])

        assert done(files.sync(folder, BY)) == ([RASMA.key], [], [])
        assert stored(store)[RASMA.key].status is EntryStatus.RETIRED
        assert done(files.sync(folder, BY)) == ([], [], [])

    def test_a_row_that_was_removed_while_the_entry_changed(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        write(folder / "places.csv", [])
        learn(store, replace(RASMA, note="here"))

        (conflict,) = files.sync(folder, BY).conflicts
        assert (conflict.in_file, conflict.fields) == (None, ())
        assert done(files.sync(folder, BY, "termbase")) == ([], [RASMA.key], [])
        assert CsvFolder().read(folder)["places.csv"] == (replace(RASMA, note="here"),)

    def test_a_retired_entry_stays_as_a_retired_row(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        gone = replace(RASMA, status=EntryStatus.RETIRED)
        learn(store, gone)

        assert done(files.sync(folder, BY)) == ([], [RASMA.key], [])
        assert CsvFolder().read(folder)["places.csv"] == (gone,)

    def test_a_file_that_is_gone_retires_nothing(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        (folder / "places.csv").rename(folder / "towns.csv")
        assert done(files.sync(folder, BY)) == ([], [], [])

        (folder / "towns.csv").unlink()
        with pytest.raises(MissingTermbaseFileError, match=r"towns\.csv, which held 1 names"):
            files.sync(folder, BY)
        assert stored(store)[RASMA.key] == RASMA

    def test_a_dry_run_changes_nothing(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        write(folder / "places.csv", [replace(RASMA, note="in the file")])
        learn(store, replace(NADIA, note="head"))
        before = {file.name: file.read_bytes() for file in folder.iterdir()}, stored(store)

        assert done(files.sync(folder, dry_run=True)) == ([RASMA.key], [NADIA.key], [])
        assert ({file.name: file.read_bytes() for file in folder.iterdir()}, stored(store)) == (
            before
        )
        assert done(files.sync(folder, BY)) == ([RASMA.key], [NADIA.key], [])

    def test_a_file_that_cannot_be_written_leaves_the_termbase_as_it_was(
        self,
        files: GlossaryFiles,
        folder: Path,
        store: FakeStore,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        write(folder / "places.csv", [replace(RASMA, note="in the file")])
        learn(store, replace(NADIA, note="head"))

        def refuse(*_: object) -> None:
            raise UnwritableFileError(name="people.csv", reason="no space")

        with monkeypatch.context() as patched:
            patched.setattr(CsvFolder, "write", refuse)
            with pytest.raises(UnwritableFileError):
                files.sync(folder, BY)
        assert stored(store)[RASMA.key] == RASMA
        assert done(files.sync(folder, BY)) == ([RASMA.key], [NADIA.key], [])

    def test_what_somebody_changes_meanwhile_is_not_overwritten(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        write(folder / "places.csv", [replace(RASMA, note="in the file")])

        def meanwhile() -> list[GlossaryEntry]:
            learn(store, replace(RASMA, note="here"))
            return []

        with pytest.raises(StaleTermbaseError, match=RASMA.key):
            replace(files, territories=meanwhile).sync(folder, BY)
        assert stored(store)[RASMA.key].note == "here"
        assert len(files.sync(folder, BY).conflicts) == 1

    def test_a_person_must_be_named(self, files: GlossaryFiles, folder: Path) -> None:
        with pytest.raises(NameRequiredError):
            files.sync(folder, " ")


def test_without_an_earlier_sync_what_differs_is_a_conflict(
    files: GlossaryFiles, folder: Path, store: FakeStore
) -> None:
    learn(store, replace(RASMA, note="here"), NADIA)

    report = files.sync(folder, BY)

    (conflict,) = report.conflicts
    assert (conflict.in_termbase.key, conflict.agreed) == (RASMA.key, None)
    assert report.agreed == 1


def done(report: SyncReport) -> tuple[list[str], list[str], list[str]]:
    def keys(planned: Iterable[object]) -> list[str]:
        return [one.after.key for one in planned]  # type: ignore[attr-defined]

    conflicts = [one.in_termbase.key for one in report.conflicts]
    return keys(report.into_termbase), keys(report.into_files), conflicts
