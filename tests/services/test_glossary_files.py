"""Names from files and to them: preview, import, export, sync both ways."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.contract.examples import NADIA, NOON, RASMA
from tests.fakes import FakeStore
from translate_app.adapters.formats.glossary_folder import CsvFolder
from translate_app.adapters.formats.glossary_reader import GlossaryFileReader
from translate_app.adapters.formats.glossary_writers import WRITERS
from translate_app.domain.glossary import EntryStatus, EntryType, GlossaryChange, GlossaryEntry
from translate_app.domain.termbase_finding import TermbaseRule
from translate_app.errors import (
    GlossaryFileError,
    MissingTermbaseFileError,
    NameRequiredError,
    StaleTermbaseError,
    UnknownFormatError,
    UnwritableFileError,
)
from translate_app.services.glossary_files import GlossaryFiles, SyncReport, untouched

COAST = GlossaryEntry("place/cldr-XC", "Coastland", "ساحليا", EntryType.PLACE)
CAMP = GlossaryEntry("place/al-wadi-camp", "al-Wadi camp", "مخيم الوادي", EntryType.PLACE)
BY = "Karim Haddad"


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def files(store: FakeStore) -> GlossaryFiles:
    covered = replace(COAST, key="place/cldr-XR", en="rasma", ar="رازما")
    return GlossaryFiles(
        store.unit_of_work,
        GlossaryFileReader(),
        CsvFolder(),
        WRITERS,
        lambda: [COAST, covered],
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "glossary"
    made.mkdir()
    _write(made / "people.csv", [NADIA])
    _write(made / "places.csv", [RASMA])
    return made


def _write(file: Path, entries: Sequence[GlossaryEntry]) -> None:
    file.write_bytes(WRITERS["csv"](entries))


def _learn(store: FakeStore, *entries: GlossaryEntry, by: str | None = "Salma Kanaan") -> None:
    with store.unit_of_work() as unit_of_work:
        unit_of_work.glossary.upsert(entries, by)
        unit_of_work.commit()


def _stored(store: FakeStore) -> Mapping[str, GlossaryEntry]:
    return dict(store.content.entries)


def _csv(*entries: GlossaryEntry) -> bytes:
    return WRITERS["csv"](entries)


def test_columns_that_a_table_does_not_have_change_nothing(
    files: GlossaryFiles, store: FakeStore
) -> None:
    _learn(store, NADIA, RASMA)
    table = f"key,en,ar\n{NADIA.key},Nadia Sabbagh,نادية صباغ\n{RASMA.key},Rasma,رسما\n"
    preview = files.preview(table.encode(), "few.csv")
    (planned,) = preview.changed
    assert planned.after == replace(NADIA, ar="نادية صباغ")
    assert [field.field for field in planned.fields] == ["ar"]
    cleared = "key,en,ar,note\n" + f"{NADIA.key},Nadia Sabbagh,نادية الصباغ,\n"
    (planned,) = files.preview(cleared.encode(), "cleared.csv").changed
    assert planned.after == replace(NADIA, note="")


class TestLoading:
    def test_files_and_territories_are_added_but_files_win(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        loaded = files.load(folder)

        assert (loaded.added, loaded.kept) == (3, 0)
        assert set(_stored(store)) == {NADIA.key, RASMA.key, COAST.key}

    def test_what_nobody_touched_follows_the_files(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        files.load(folder)
        corrected = replace(NADIA, ar="نادية صباغ")
        _learn(store, corrected)
        _write(folder / "people.csv", [replace(NADIA, authority="statutes")])
        _write(folder / "places.csv", [replace(RASMA, authority="map of 2024")])
        for loaded in (files.load(folder), files.load(folder)):
            assert (loaded.added, loaded.kept) == (0, 1)
        assert _stored(store)[RASMA.key].authority == "map of 2024"
        assert _stored(store)[NADIA.key] == corrected

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
        _learn(store, corrected)

        loaded = files.load(folder)

        assert (loaded.added, loaded.kept) == (0, 1)
        assert _stored(store)[RASMA.key] == corrected


class TestImporting:
    def test_the_preview_shows_and_stores_nothing(
        self, files: GlossaryFiles, store: FakeStore
    ) -> None:
        _learn(store, RASMA, NADIA)
        changed = replace(RASMA, note="on the coast")

        preview = files.preview(_csv(changed, NADIA, CAMP), "names.csv")

        assert preview.added == (CAMP,)
        (change,) = preview.changed
        assert [(one.field, one.before, one.after) for one in change.fields] == [
            ("note", RASMA.note, "on the coast")
        ]
        assert (preview.unchanged, preview.clashes, preview.notes) == (1, (), ())
        assert _stored(store)[RASMA.key] == RASMA

    def test_what_was_shown_is_stored_with_the_person(
        self, files: GlossaryFiles, store: FakeStore
    ) -> None:
        _learn(store, RASMA)
        changed = replace(RASMA, note="on the coast")
        preview = files.preview(_csv(changed, CAMP, NADIA), "names.csv")

        report = files.apply(preview, BY, skip=[NADIA.key])

        assert (report.added, report.changed, report.unchanged) == (1, 1, 0)
        assert _stored(store) == {RASMA.key: changed, CAMP.key: CAMP}
        assert [step.by for step in store.content.entry_changes] == ["Salma Kanaan", BY, BY]

    def test_clashes_are_shown(self, files: GlossaryFiles, store: FakeStore) -> None:
        _learn(store, RASMA, NADIA, CAMP)
        rows = [
            GlossaryEntry("place/rasma-2", RASMA.en, "رازما", EntryType.PLACE),
            GlossaryEntry(NADIA.key, "Tel Marwan", "تل مروان", EntryType.PLACE),
            GlossaryEntry("place/camp", "Valley camp", CAMP.ar, en_variants=(CAMP.en,)),
        ]

        preview = files.preview(_csv(*rows), "names.csv")

        assert {(finding.rule, finding.keys) for finding in preview.clashes} == {
            (TermbaseRule.KEY_TAKEN, (NADIA.key,)),
            (TermbaseRule.CONTRADICTION, (RASMA.key, "place/rasma-2")),
            (TermbaseRule.CONTRADICTION, (CAMP.key, "place/camp")),
            (TermbaseRule.SHARED_SPELLING, (CAMP.key, "place/camp")),
        }
        assert preview.clashing == {NADIA.key, "place/rasma-2", "place/camp"}

    def test_what_was_changed_since_the_preview_is_not_overwritten(
        self, files: GlossaryFiles, store: FakeStore
    ) -> None:
        _learn(store, RASMA)
        preview = files.preview(_csv(replace(RASMA, note="x"), CAMP), "names.csv")
        _learn(store, replace(RASMA, note="y"))

        with pytest.raises(StaleTermbaseError, match=RASMA.key):
            files.apply(preview, BY)
        assert set(_stored(store)) == {RASMA.key}
        assert files.apply(preview, BY, skip=[RASMA.key]).added == 1

    def test_changes_of_other_entries_do_not_matter(
        self, files: GlossaryFiles, store: FakeStore
    ) -> None:
        preview = files.preview(_csv(CAMP), "names.csv")
        _learn(store, RASMA)

        assert files.apply(preview).added == 1

    def test_a_folder_and_a_file_by_their_paths(
        self, files: GlossaryFiles, folder: Path, tmp_path: Path
    ) -> None:
        book = tmp_path / "names.xlsx"
        book.write_bytes(WRITERS["xlsx"]([CAMP]))

        assert set(files.preview(folder).added) == {NADIA, RASMA}
        assert files.preview(book).added == (CAMP,)

    def test_a_file_that_cannot_be_used_changes_nothing(
        self, files: GlossaryFiles, store: FakeStore
    ) -> None:
        with pytest.raises(GlossaryFileError):
            files.preview(b"en,ar\nRasma,\n", "names.csv")
        assert _stored(store) == {}


@pytest.mark.parametrize("name", ["csv", "tbx", "xlsx"])
def test_exports_are_read_again(files: GlossaryFiles, store: FakeStore, name: str) -> None:
    _learn(store, RASMA, NADIA)

    preview = files.preview(files.export(name), f"names.{name}")

    assert (preview.unchanged, preview.added, preview.changed) == (2, (), ())


def test_an_unknown_format(files: GlossaryFiles) -> None:
    with pytest.raises(UnknownFormatError, match="csv, tbx, xlsx"):
        files.export("pdf")


class TestSync:
    @pytest.fixture(autouse=True)
    def agreed(self, files: GlossaryFiles, folder: Path) -> None:
        files.load(folder)
        report = files.sync(folder, BY)
        assert (report.into_termbase, report.into_files, report.conflicts) == ((), (), ())
        assert report.agreed == 2

    def test_nothing_changed_nothing_done(self, files: GlossaryFiles, folder: Path) -> None:
        before = {file.name: file.read_bytes() for file in folder.iterdir()}

        assert _done(files.sync(folder, BY)) == ([], [], [])
        assert {file.name: file.read_bytes() for file in folder.iterdir()} == before

    def test_what_changed_in_a_file_goes_in(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        changed = replace(RASMA, note="on the coast")
        _write(folder / "places.csv", [changed, CAMP])

        assert _done(files.sync(folder, BY)) == ([CAMP.key, RASMA.key], [], [])
        assert _stored(store)[RASMA.key] == changed
        assert _stored(store)[CAMP.key] == CAMP
        assert store.content.entry_changes[-1].by == BY
        assert _done(files.sync(folder, BY)) == ([], [], [])

    def test_what_changed_in_the_termbase_goes_into_its_file(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        office = GlossaryEntry("other/office", "Harbour Office", "مكتب الميناء")
        _learn(store, replace(NADIA, note="head"), office)

        report = files.sync(folder, BY)

        assert _done(report) == ([], [office.key, NADIA.key], [])
        assert [one.file for one in report.into_files] == ["other.csv", "people.csv"]
        assert CsvFolder().read(folder) == {
            "other.csv": (office,),
            "people.csv": (replace(NADIA, note="head"),),
            "places.csv": (RASMA,),
        }
        assert _done(files.sync(folder, BY)) == ([], [], [])

    def test_a_territory_goes_into_a_file_only_when_somebody_changed_it(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        _learn(store, replace(COAST, note="CLDR of another year"), by=None)
        assert _done(files.sync(folder, BY)) == ([], [], [])

        _learn(store, replace(COAST, ar="الساحل"))
        assert _done(files.sync(folder, BY)) == ([], [COAST.key], [])

    def test_candidates_wait_for_their_decision(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        _learn(store, replace(CAMP, status=EntryStatus.CANDIDATE))
        assert _done(files.sync(folder, BY)) == ([], [], [])

        _learn(store, CAMP)
        assert _done(files.sync(folder, BY)) == ([], [CAMP.key], [])

    def test_both_changed_is_a_conflict_and_stays_one(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        _write(folder / "places.csv", [replace(RASMA, note="in the file")])
        _learn(store, replace(RASMA, note="here"), replace(NADIA, note="head"))

        for _ in range(2):
            report = files.sync(folder, BY)
            (conflict,) = report.conflicts
            assert [(one.field, one.before, one.after) for one in conflict.fields] == [
                ("note", "in the file", "here")
            ]
            assert conflict.agreed == RASMA
        assert _stored(store)[RASMA.key].note == "here"
        assert CsvFolder().read(folder)["places.csv"][0].note == "in the file"
        assert CsvFolder().read(folder)["people.csv"][0].note == "head"

    @pytest.mark.parametrize(("prefer", "note"), [("files", "in the file"), ("termbase", "here")])
    def test_a_person_may_prefer_a_side(
        self, files: GlossaryFiles, folder: Path, store: FakeStore, prefer: str, note: str
    ) -> None:
        _write(folder / "places.csv", [replace(RASMA, note="in the file")])
        _learn(store, replace(RASMA, note="here"), replace(NADIA, note="head"))

        report = files.sync(folder, BY, prefer)  # type: ignore[arg-type]

        assert report.conflicts == ()
        assert _stored(store)[RASMA.key].note == note
        assert CsvFolder().read(folder)["places.csv"][0].note == note
        assert CsvFolder().read(folder)["people.csv"][0].note == "head"

    def test_the_same_change_on_both_sides_is_none(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        changed = replace(RASMA, note="on the coast")
        _write(folder / "places.csv", [changed])
        _learn(store, changed)

        assert _done(files.sync(folder, BY)) == ([], [], [])

    def test_a_row_that_was_removed_retires_its_entry(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        _write(folder / "places.csv", [])

        assert _done(files.sync(folder, BY)) == ([RASMA.key], [], [])
        assert _stored(store)[RASMA.key].status is EntryStatus.RETIRED
        assert _done(files.sync(folder, BY)) == ([], [], [])

    def test_a_row_that_was_removed_while_the_entry_changed(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        _write(folder / "places.csv", [])
        _learn(store, replace(RASMA, note="here"))

        (conflict,) = files.sync(folder, BY).conflicts
        assert (conflict.in_file, conflict.fields) == (None, ())
        assert _done(files.sync(folder, BY, "termbase")) == ([], [RASMA.key], [])
        assert CsvFolder().read(folder)["places.csv"] == (replace(RASMA, note="here"),)

    def test_a_retired_entry_stays_as_a_retired_row(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        gone = replace(RASMA, status=EntryStatus.RETIRED)
        _learn(store, gone)

        assert _done(files.sync(folder, BY)) == ([], [RASMA.key], [])
        assert CsvFolder().read(folder)["places.csv"] == (gone,)

    def test_a_file_that_is_gone_retires_nothing(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        (folder / "places.csv").rename(folder / "towns.csv")
        assert _done(files.sync(folder, BY)) == ([], [], [])

        (folder / "towns.csv").unlink()
        with pytest.raises(MissingTermbaseFileError, match=r"towns\.csv, which held 1 names"):
            files.sync(folder, BY)
        assert _stored(store)[RASMA.key] == RASMA

    def test_a_dry_run_changes_nothing(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        _write(folder / "places.csv", [replace(RASMA, note="in the file")])
        _learn(store, replace(NADIA, note="head"))
        before = {file.name: file.read_bytes() for file in folder.iterdir()}, _stored(store)

        assert _done(files.sync(folder, dry_run=True)) == ([RASMA.key], [NADIA.key], [])
        assert ({file.name: file.read_bytes() for file in folder.iterdir()}, _stored(store)) == (
            before
        )
        assert _done(files.sync(folder, BY)) == ([RASMA.key], [NADIA.key], [])

    def test_a_file_that_cannot_be_written_leaves_the_termbase_as_it_was(
        self,
        files: GlossaryFiles,
        folder: Path,
        store: FakeStore,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        _write(folder / "places.csv", [replace(RASMA, note="in the file")])
        _learn(store, replace(NADIA, note="head"))

        def refuse(*_: object) -> None:
            raise UnwritableFileError(name="people.csv", reason="no space")

        with monkeypatch.context() as patched:
            patched.setattr(CsvFolder, "write", refuse)
            with pytest.raises(UnwritableFileError):
                files.sync(folder, BY)
        assert _stored(store)[RASMA.key] == RASMA
        assert _done(files.sync(folder, BY)) == ([RASMA.key], [NADIA.key], [])

    def test_what_somebody_changes_meanwhile_is_not_overwritten(
        self, files: GlossaryFiles, folder: Path, store: FakeStore
    ) -> None:
        _write(folder / "places.csv", [replace(RASMA, note="in the file")])

        def meanwhile() -> list[GlossaryEntry]:
            _learn(store, replace(RASMA, note="here"))
            return []

        with pytest.raises(StaleTermbaseError, match=RASMA.key):
            replace(files, territories=meanwhile).sync(folder, BY)
        assert _stored(store)[RASMA.key].note == "here"
        assert len(files.sync(folder, BY).conflicts) == 1

    def test_a_person_must_be_named(self, files: GlossaryFiles, folder: Path) -> None:
        with pytest.raises(NameRequiredError):
            files.sync(folder, " ")


def test_without_an_earlier_sync_what_differs_is_a_conflict(
    files: GlossaryFiles, folder: Path, store: FakeStore
) -> None:
    _learn(store, replace(RASMA, note="here"), NADIA)

    report = files.sync(folder, BY)

    (conflict,) = report.conflicts
    assert (conflict.in_termbase.key, conflict.agreed) == (RASMA.key, None)
    assert report.agreed == 1


def _done(report: SyncReport) -> tuple[list[str], list[str], list[str]]:
    def keys(planned: Iterable[object]) -> list[str]:
        return [one.after.key for one in planned]  # type: ignore[attr-defined]

    conflicts = [one.in_termbase.key for one in report.conflicts]
    return keys(report.into_termbase), keys(report.into_files), conflicts
