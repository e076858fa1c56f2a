"""The termbase as a spreadsheet of Excel (ISO/IEC 29500), through openpyxl.

The columns are those of the CSV form. Every cell is written as text. A formula is not
read: what it shows is only known to the program that last calculated it.
"""

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from translate_app.adapters.formats.glossary_columns import UnusableRowError, read_columns
from translate_app.adapters.formats.glossary_rows import (
    MAX_ROWS,
    Table,
    Word,
    read_table,
    table,
    unusable,
)
from translate_app.adapters.formats.package import BROKEN, check_package
from translate_app.domain.glossary import GlossaryEntry
from translate_app.errors import (
    N_,
    GlossaryFileError,
    InputError,
    NotAGlossaryError,
    UnreadableSourceError,
)

_MAX_COLUMNS: Final = 100
_MAX_LINE: Final = 2 * MAX_ROWS
"""A row far below the others is taken for damage, not for a reason to count up to it."""
_CARRIAGE_RETURN: Final = re.compile(r"_x000[dD]_")
"""How a spreadsheet writes the first half of a line end (ST_Xstring, part 1, 22.9.2.19)."""

_SHEET: Final = "termbase"
_TEXT: Final = "@"
_WIDTHS: Final = {"key": 34, "type": 14, "status": 12, "gender": 8, "note": 40, "authority": 26}
_USUAL_WIDTH: Final = 32
_LEFT: Final = Alignment(vertical="top", wrap_text=True, horizontal="left", readingOrder=1)
_RIGHT: Final = Alignment(vertical="top", wrap_text=True, horizontal="right", readingOrder=2)

_Lines = list[tuple[int, list[str]]]


def serialize(entries: Sequence[GlossaryEntry]) -> bytes:
    """The entries as a workbook of one sheet, its header fixed, Arabic from right to left.

    Raises:
        UnwritableFileError: a cell is longer than spreadsheets keep.
    """
    fields, *rows = table(entries)
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(_SHEET)
    sheet.freeze_panes = "A2"
    for place, field in enumerate(fields, start=1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = _WIDTHS.get(field, _USUAL_WIDTH)
    sheet.append([_cell(sheet, field, Font(bold=True), _LEFT) for field in fields])
    sides = [_RIGHT if field.startswith("ar") else _LEFT for field in fields]
    for row in rows:
        sheet.append(
            [_cell(sheet, text, None, side) for text, side in zip(row, sides, strict=True)]
        )
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def parse(content: bytes, name: str, word: Word = str) -> Table:
    """The entries of the first sheet of `content` whose first row names the columns.

    Raises:
        GlossaryFileError: a row cannot be used; it names the row.
        InputError: it is no workbook, a damaged or protected one, or too large.
    """
    check_package(content, name, folder="xl")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions that no name needs
            lines, left_out = _chosen(
                load_workbook(io.BytesIO(content), read_only=True), name, word
            )
    except InputError:
        raise
    except Exception as error:  # openpyxl raises whatever a wrong part leads to
        raise UnreadableSourceError(name=name, reason=BROKEN) from error
    found = read_table(name, lines, word)
    message = N_("{name}: the sheet {sheet} was left out.")
    notes = (word(message).format(name=name, sheet=title) for title in left_out)
    return Table(found.rows, (*found.notes, *notes))


def _cell(sheet: Any, text: str, font: Font | None, alignment: Alignment) -> Any:
    cell = WriteOnlyCell(sheet, text or None)
    if text:
        cell.data_type = "s"  # `#N/A` would be written as an error, `=1` as a formula
    cell.number_format = _TEXT
    cell.alignment = alignment
    if font is not None:
        cell.font = font
    return cell


def _chosen(workbook: Any, name: str, word: Word) -> tuple[_Lines, list[str]]:
    """The rows of the first sheet whose header fits, and the titles of the others with rows.

    Where none fits it is the first with rows, so that its header is complained about.
    """
    sheets = [sheet for sheet in workbook.worksheets if _header(sheet, name) is not None]
    if not sheets:
        raise NotAGlossaryError(name=name)
    chosen = next((sheet for sheet in sheets if _fits(_header(sheet, name) or [])), sheets[0])
    left_out = [sheet.title for sheet in sheets if sheet is not chosen]
    return list(_lines(chosen, name, word)), left_out


def _header(sheet: Any, name: str) -> list[str] | None:
    """The first row that is not blank; an empty one where it cannot be a header."""
    try:
        return next((cells for _, cells in _lines(sheet, name, str)), None)
    except GlossaryFileError:
        return []


def _lines(sheet: Any, name: str, word: Word) -> Iterator[tuple[int, list[str]]]:
    sheet.reset_dimensions()  # what the file states about its size is often wrong
    for line, row in enumerate(sheet.iter_rows(max_col=_MAX_COLUMNS), start=1):
        if line > _MAX_LINE:
            raise UnreadableSourceError(name=name, reason=BROKEN)
        if all(cell is EMPTY_CELL for cell in row):
            continue
        try:
            cells = [_text(cell) for cell in row]
        except UnusableRowError as error:
            raise unusable(name, line, error, word) from None
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            yield line, cells


def _text(cell: Any) -> str:
    if cell.value is None:
        return ""
    if cell.data_type == "f":
        message = N_("the cell {cell} holds a formula: put its value there")
        raise UnusableRowError(message, cell=cell.coordinate)
    if cell.data_type == "e":
        message = N_("the cell {cell} holds an error, {value}")
        raise UnusableRowError(message, cell=cell.coordinate, value=str(cell.value))
    return _written(cell.value)


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _CARRIAGE_RETURN.sub("", str(value))


def _fits(header: list[str]) -> bool:
    try:
        read_columns(header)
    except UnusableRowError:
        return False
    return True
