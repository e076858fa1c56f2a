"""Names from files and to them: preview, import, export."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.contract.examples import NADIA, RASMA
from tests.fakes import FakeStore
from tests.services.glossary_files.case import BY, CAMP, learn, stored
from translate_app.adapters.formats.glossary_writers import WRITERS
from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.domain.termbase_finding import TermbaseRule
from translate_app.errors import GlossaryFileError, StaleTermbaseError, UnknownFormatError
from translate_app.services.glossary_files import GlossaryFiles


def as_csv(*entries: GlossaryEntry) -> bytes:
    return WRITERS["csv"](entries)


def test_columns_that_a_table_does_not_have_change_nothing(
    files: GlossaryFiles, store: FakeStore
) -> None:
    learn(store, NADIA, RASMA)
    table = f"key,en,ar\n{NADIA.key},Nadia Sabbagh,نادية صباغ\n{RASMA.key},Rasma,رسما\n"
    preview = files.preview(table.encode(), "few.csv")
    (planned,) = preview.changed
    assert planned.after == replace(NADIA, ar="نادية صباغ")
    assert [field.field for field in planned.fields] == ["ar"]
    cleared = "key,en,ar,note\n" + f"{NADIA.key},Nadia Sabbagh,نادية الصباغ,\n"
    (planned,) = files.preview(cleared.encode(), "cleared.csv").changed
    assert planned.after == replace(NADIA, note="")


class TestImporting:
    def test_the_preview_shows_and_stores_nothing(
        self, files: GlossaryFiles, store: FakeStore
    ) -> None:
        learn(store, RASMA, NADIA)
        changed = replace(RASMA, note="on the coast")

        preview = files.preview(as_csv(changed, NADIA, CAMP), "names.csv")

        assert preview.added == (CAMP,)
        (change,) = preview.changed
        assert [(one.field, one.before, one.after) for one in change.fields] == [
            ("note", RASMA.note, "on the coast")
        ]
        assert (preview.unchanged, preview.clashes, preview.notes) == (1, (), ())
        assert stored(store)[RASMA.key] == RASMA

    def test_what_was_shown_is_stored_with_the_person(
        self, files: GlossaryFiles, store: FakeStore
    ) -> None:
        learn(store, RASMA)
        changed = replace(RASMA, note="on the coast")
        preview = files.preview(as_csv(changed, CAMP, NADIA), "names.csv")

        report = files.apply(preview, BY, skip=[NADIA.key])

        assert (report.added, report.changed, report.unchanged) == (1, 1, 0)
        assert stored(store) == {RASMA.key: changed, CAMP.key: CAMP}
        assert [step.by for step in store.content.entry_changes] == ["Salma Kanaan", BY, BY]

    def test_clashes_are_shown(self, files: GlossaryFiles, store: FakeStore) -> None:
        learn(store, RASMA, NADIA, CAMP)
        rows = [
            GlossaryEntry("place/rasma-2", RASMA.en, "رازما", EntryType.PLACE),
            GlossaryEntry(NADIA.key, "Tel Marwan", "تل مروان", EntryType.PLACE),
            GlossaryEntry("place/camp", "Valley camp", CAMP.ar, en_variants=(CAMP.en,)),
        ]

        preview = files.preview(as_csv(*rows), "names.csv")

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
        learn(store, RASMA)
        preview = files.preview(as_csv(replace(RASMA, note="x"), CAMP), "names.csv")
        learn(store, replace(RASMA, note="y"))

        with pytest.raises(StaleTermbaseError, match=RASMA.key):
            files.apply(preview, BY)
        assert set(stored(store)) == {RASMA.key}
        assert files.apply(preview, BY, skip=[RASMA.key]).added == 1

    def test_changes_of_other_entries_do_not_matter(
        self, files: GlossaryFiles, store: FakeStore
    ) -> None:
        preview = files.preview(as_csv(CAMP), "names.csv")
        learn(store, RASMA)

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
        assert stored(store) == {}


@pytest.mark.parametrize("name", ["csv", "tbx", "xlsx"])
def test_exports_are_read_again(files: GlossaryFiles, store: FakeStore, name: str) -> None:
    learn(store, RASMA, NADIA)

    preview = files.preview(files.export(name), f"names.{name}")

    assert (preview.unchanged, preview.added, preview.changed) == (2, (), ())


def test_an_unknown_format(files: GlossaryFiles) -> None:
    with pytest.raises(UnknownFormatError, match="csv, tbx, xlsx"):
        files.export("pdf")
