"""The termbase as CSV: what is written."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.contract.glossary_format_contract import GlossaryFormatContract
from tests.unit.formats.names_table import NADIA, SHARED
from translate_app.adapters.formats.bidi import exportable
from translate_app.adapters.formats.cells import guarded, unguarded
from translate_app.adapters.formats.glossary_csv import serialize
from translate_app.adapters.formats.glossary_rows import MAX_CELL
from translate_app.domain.glossary import GlossaryEntry
from translate_app.errors import UnwritableFileError


def test_written_as_spreadsheets_want_it() -> None:
    assert serialize([NADIA]).decode("utf-8") == (
        "\ufeffkey,en,ar,type,status,en_variants,ar_variants,gender,authority,note\r\n"
        "person/nadia-sabbagh,Nadia Sabbagh,نادية الصباغ,person,candidate,"
        "Nadia al-Sabbagh|N. Sabbagh,ناديا الصباغ,f,Media office,Head of the Authority\r\n"
    )


@given(cell=st.text() | st.text(alphabet="'=+-@\t\r\n \u200f\ufeffa"))
def test_guarding_is_undone_exactly_and_no_guarded_cell_is_a_formula(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_no_cell_of_an_export_starts_a_formula() -> None:
    payloads = ["=1+1", "+963 11 123 4567", "-- desk", "@harbour", " =2", "\u200f=1", "\uff1d1+1"]
    shared = SHARED / "csv" / "formula_injection.jsonl"
    if shared.exists():
        lines = shared.read_text("utf-8").splitlines()
        payloads += [json.loads(line)["payload"] for line in lines]

    entries = [GlossaryEntry(f"k/{n}", text, text, note=text) for n, text in enumerate(payloads)]
    rows = csv.reader(io.StringIO(serialize(entries).decode("utf-8-sig"), newline=""))

    for row, payload in zip(list(rows)[1:], payloads, strict=True):
        for cell in row:
            bare = cell.lstrip("\ufeff\u200f\u200e\u00a0 ")
            assert not bare.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\ufe62"))
        assert exportable(payload) in row[1]


class TestCsvForm(GlossaryFormatContract):
    def serialize(self, entries: Sequence[GlossaryEntry]) -> bytes:
        return serialize(entries)


def test_columns_of_their_own_only_where_an_entry_uses_them() -> None:
    titled = replace(NADIA, en_title="President", scope="harbour")

    header, row = serialize([titled]).decode("utf-8-sig").splitlines()

    assert header.endswith("gender,authority,note,en_title,scope")
    assert row.endswith(",f,Media office,Head of the Authority,President,harbour")


def test_a_cell_that_spreadsheets_would_cut_is_not_written() -> None:
    long = replace(NADIA, en_variants=tuple(f"{n:0300}" for n in range(MAX_CELL // 300 + 1)))
    with pytest.raises(UnwritableFileError, match="more characters than spreadsheets keep"):
        serialize([long])
