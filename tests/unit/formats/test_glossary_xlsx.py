"""The termbase as a spreadsheet: what is read, refused and written."""

import io
import time
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.contract.glossary_format_contract import (
    FULL,
    RASMA,
    SHARED,
    GlossaryFormatContract,
)
from translate_app.adapters.formats import package
from translate_app.adapters.formats.glossary_reader import GlossaryFileReader
from translate_app.adapters.formats.glossary_xlsx import serialize
from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.errors import (
    GlossaryFileError,
    InputError,
    NotAGlossaryError,
    TooLargeError,
    UnreadableSourceError,
)

SOON = 20
"""Seconds, on a busy machine: a bomb would take minutes, or all of the memory."""


class TestXlsxForm(GlossaryFormatContract):
    file = "names.xlsx"

    def serialize(self, entries: Sequence[GlossaryEntry]) -> bytes:
        return serialize(entries)


def _bytes(workbook: Workbook) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _book(*rows: Sequence[Any], change: Callable[[Any], None] = lambda sheet: None) -> bytes:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    change(workbook.active)
    return _bytes(workbook)


def _read(content: bytes) -> tuple[tuple[GlossaryEntry, ...], tuple[str, ...]]:
    return GlossaryFileReader().parse(content, "names.xlsx")


def _with_part(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            body = old.read(info)
            new.writestr(info.filename, change(body) if info.filename == part else body)
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_every_cell_is_text_and_arabic_stands_to_the_right() -> None:
    payloads = ["=1+1", "+1", "-1", "@x", "#N/A", "TRUE", "12"]
    made = [GlossaryEntry(f"k/{n}", text, text) for n, text in enumerate(payloads)]

    sheet = load_workbook(io.BytesIO(serialize([FULL, *made]))).active

    assert sheet.freeze_panes == "A2"
    titles = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        for title, cell in zip(titles, row, strict=True):
            assert cell.value is None or cell.data_type == "s"
            assert not str(cell.value).startswith(("=", "+", "-", "@"))
            assert cell.number_format == "@"
            arabic = title.startswith("ar")
            assert (cell.alignment.horizontal == "right") == arabic
            assert (cell.alignment.readingOrder == 2) == arabic
    assert sheet.column_dimensions["B"].width > 20


def test_days_numbers_and_truth_values_of_a_spreadsheet() -> None:
    content = _book(
        ["en", "ar", "valid_from", "valid_to", "do_not_translate", "en_variants"],
        ["Rasma", "رسما", date(2025, 3, 14), datetime(2026, 1, 2), True, 12],
        ["Tel Marwan", "تل مروان", 45730, 45730.0, False, 1.5],
    )

    first, second = _read(content)[0]

    assert (first.valid_from, first.valid_to) == (date(2025, 3, 14), date(2026, 1, 2))
    assert first.do_not_translate
    assert first.en_variants == ("12",)
    assert (second.valid_from, second.valid_to) == (date(2025, 3, 14), date(2025, 3, 14))
    assert second.en_variants == ("1.5",)


def test_merged_cells_and_blank_rows_are_no_error() -> None:
    content = _book(
        ["en", "ar", "type", "note"],
        [],
        ["Rasma", "رسما", "place", "on the coast"],
        ["Tel Marwan", "تل مروان", "place", None],
        change=lambda sheet: sheet.merge_cells("D3:D4"),
    )

    assert [(entry.en, entry.note) for entry in _read(content)[0]] == [
        ("Rasma", "on the coast"),
        ("Tel Marwan", ""),
    ]


def test_the_first_sheet_with_a_header_that_fits_is_read_and_the_others_are_said() -> None:
    workbook = Workbook()
    workbook.active.title = "About"
    workbook.active.append(["Names of the Harbour Relief Authority"])
    workbook.active.append(["=1+1"])
    for title, name in (("Places", "رسما"), ("More", "رازما")):
        sheet = workbook.create_sheet(title)
        sheet.append(["en", "ar", "type"])
        sheet.append(["Rasma", name, "place"])
    workbook.create_sheet("Empty")

    assert _read(_bytes(workbook)) == (
        (GlossaryEntry("place/rasma", "Rasma", "رسما", EntryType.PLACE),),
        (
            "names.xlsx: the sheet About was left out.",
            "names.xlsx: the sheet More was left out.",
        ),
    )


@pytest.mark.parametrize(
    ("rows", "line", "reason"),
    [
        (
            [["en", "ar"], ["Rasma", "رسما"], ["Tel", '=CONCATENATE("a";"b")']],
            3,
            "the cell B3 holds a formula: put its value there",
        ),
        ([["en", "ar"], ["Rasma", "#REF!"]], 2, "the cell B2 holds an error, #REF!"),
        ([["en", "ar"], ["Rasma", None]], 2, "the name in the column ar is missing"),
        (
            [["name", "ar"], ["Rasma", "رسما"]],
            1,
            "there is no column en: the first line names the columns, en and ar",
        ),
    ],
)
def test_refusals_name_row_and_reason(rows: list[list[Any]], line: int, reason: str) -> None:
    with pytest.raises(GlossaryFileError) as caught:
        _read(_book(*rows))

    assert caught.value.parameters["line"] == line
    assert caught.value.parameters["reason"] == reason


def test_line_ends_of_spreadsheets() -> None:
    content = _book(["en", "ar", "note"], ["Rasma", "رسما", "one_x000D_\ntwo"])

    assert _read(content)[0][0].note == "one\ntwo"


def test_an_empty_workbook() -> None:
    with pytest.raises(NotAGlossaryError):
        _read(_book())


def test_old_and_protected_files_are_told_apart_from_damaged_ones() -> None:
    with pytest.raises(UnreadableSourceError, match="old version of Excel or protected"):
        _read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(UnreadableSourceError, match="damaged"):
        _read(serialize([RASMA])[:-300])
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    with pytest.raises(UnreadableSourceError, match="no workbook"):
        _read(stream.getvalue())


def test_document_types_are_refused_in_any_encoding() -> None:
    made = serialize([RASMA])
    declaration = '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'
    for encoded in (declaration.encode(), declaration.encode("utf-16")):
        with pytest.raises(UnreadableSourceError, match="declares a document type"):
            _read(_with_part(made, SHEET, lambda _, body=encoded: body))


def test_bombs_are_refused_before_they_are_unpacked() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(package.MAX_UNPACKED + 1))
    begun = time.monotonic()

    with pytest.raises(TooLargeError):
        _read(stream.getvalue())
    assert time.monotonic() - begun < SOON

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(package.MAX_PARTS + 1):
            archive.writestr(f"xl/{number}", b"")
    with pytest.raises(TooLargeError):
        _read(stream.getvalue())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'r="2"', b'r="99999999999"'),
        (b'<row r="2"', b'<row r="x"'),
        (b't="inlineStr"', b't="n"'),
        (b"<sheetData>", b"<sheetData><row r='7'><c r='ZZZZZZZ9'><v>1</v></c></row>"),
        (b"</worksheet>", b""),
        (b"<worksheet", b"<elsewhere"),
    ],
)
def test_wrong_parts_end_in_a_clear_error_soon(old: bytes, new: bytes) -> None:
    content = _with_part(serialize([RASMA]), SHEET, lambda body: body.replace(old, new))
    begun = time.monotonic()

    with pytest.raises(InputError):
        _read(content)
    assert time.monotonic() - begun < SOON


def _hostile() -> list[Path]:
    folders = (SHARED / "hostile" / "zip", SHARED / "hostile" / "docx_broken")
    return [path for folder in folders if folder.exists() for path in sorted(folder.iterdir())]


@pytest.mark.skipif(not _hostile(), reason="the collection does not lie beside the checkout")
def test_packages_of_a_hostile_collection() -> None:
    for path in _hostile():
        begun = time.monotonic()
        with pytest.raises(InputError):
            GlossaryFileReader()(path)
        assert time.monotonic() - begun < SOON, path
