"""A CSV file of names changed as little as possible, so that a diff shows what is new.

Rows that stay the same keep their bytes. In a changed row the cells that say something
else are replaced. A column is added where a value has none.
"""

import codecs
import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from translate_app.adapters.formats.cells import (
    clean_name,
    guarded,
    join_variants,
    unguarded,
)
from translate_app.adapters.formats.decode import check_text, decode
from translate_app.adapters.formats.glossary_columns import (
    FIELDS,
    Columns,
    UnusableRowError,
    read_columns,
    sniff_delimiter,
)
from translate_app.adapters.formats.glossary_csv import header_line, parse
from translate_app.adapters.formats.glossary_keys import keyed
from translate_app.adapters.formats.glossary_rows import (
    MAX_BYTES,
    kept_notes,
    plain_cells,
    read_row,
    table,
)
from translate_app.domain.glossary import EntryStatus, EntryType, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.errors import TranslateAppError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODECS: Final = ("utf-8", "utf-16-le", "utf-16-be", "cp1256", "iso8859_6", "cp1252")
_WITHOUT_A_COLUMN: Final = {"type": EntryType.OTHER.value, "status": EntryStatus.APPROVED.value}
"""What a row says that has no such column."""


@dataclass(frozen=True, slots=True)
class _Dialect:
    """How a file is written."""

    mark: bytes
    codec: str
    delimiter: str
    line_end: str

    def line(self, cells: Sequence[str]) -> str:
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=self.delimiter, lineterminator=self.line_end).writerow(cells)
        return text.getvalue()


_USUAL: Final = _Dialect(b"", "utf-8", ",", "\n")


@dataclass(frozen=True, slots=True)
class _Record:
    """A row as it stands in the file; `entry` is None for the header and blank lines."""

    raw: str
    cells: list[str]
    entry: GlossaryEntry | None = None


def rewritten(before: bytes, name: str, entries: Sequence[GlossaryEntry]) -> bytes:
    """`before`, the file `name`, so changed that it holds `entries`, in the order of its rows.

    A file that cannot be changed row by row is written anew.

    Raises:
        UnicodeEncodeError: the encoding of the file lacks a letter.
        UnwritableFileError: a cell is longer than spreadsheets keep.
    """
    if not before.strip():
        return _anew(entries, _USUAL)
    dialect, raw = _opened(before, name)
    made = _changed(raw, name, dialect, entries)
    content = dialect.mark + made.encode(dialect.codec)
    return content if _holds(content, name, entries) else _anew(entries, dialect)


def _anew(entries: Sequence[GlossaryEntry], dialect: _Dialect) -> bytes:
    text = "".join(dialect.line(cells) for cells in table(entries))
    return dialect.mark + text.encode(dialect.codec)


def _holds(content: bytes, name: str, entries: Sequence[GlossaryEntry]) -> bool:
    """Whether reading `content` gives `entries`; their order may be another."""
    try:
        found = keyed(parse(content, name).rows, str)
        return {entry.key: entry for entry in found} == {entry.key: entry for entry in entries}
    except TranslateAppError:
        return False


def _opened(content: bytes, name: str) -> tuple[_Dialect, str]:
    text = decode(content, name, limit=MAX_BYTES)
    mark, raw, codec = b"", text, "utf-8"
    for bom, encoding in _MARKS:
        if content.startswith(bom):
            mark, raw, codec = bom, content[len(bom) :].decode(encoding), encoding
            break
    else:
        for encoding in _CODECS:
            try:
                found = content.decode(encoding)
                if check_text(found, name) == text:
                    raw, codec = found, encoding
                    break
            except (UnicodeDecodeError, TranslateAppError):
                continue
    line_end = next((end for end in ("\r\n", "\n", "\r") if end in raw), "\n")
    return _Dialect(mark, codec, sniff_delimiter(header_line(text)), line_end), raw


def _changed(raw: str, name: str, dialect: _Dialect, entries: Sequence[GlossaryEntry]) -> str:
    try:
        records, columns = _records(raw, name, dialect.delimiter)
    except (UnusableRowError, TranslateAppError, csv.Error):
        return ""  # which does not hold the entries: the file is written anew
    wanted = {entry.key: entry for entry in entries}
    held = {record.entry.key for record in records if record.entry}
    added = [entry for entry in entries if entry.key not in held]
    changed = [
        wanted[record.entry.key]
        for record in records
        if record.entry and wanted.get(record.entry.key, record.entry) != record.entry
    ]
    further = _missing([*changed, *added], columns)
    lines: list[str] = []
    for record in records:
        if record.entry is None:
            lines.append(_header_or_blank(record, further, dialect))
        elif record.entry.key in wanted:
            lines.append(_row(record, wanted[record.entry.key], columns, further, dialect))
    if lines and added and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += dialect.line_end
    blank = _Record("", [""] * columns.count)
    for entry in added:
        lines.append(dialect.line(_cells(blank, entry, columns, further)))
    return "".join(lines)


def _records(raw: str, name: str, delimiter: str) -> tuple[list[_Record], Columns]:
    """Every row of the file with its bytes, and the columns.

    Raises:
        UnusableRowError, GlossaryFileError, csv.Error: it cannot be taken apart.
    """
    lines = list(io.StringIO(raw, newline=""))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    columns: Columns | None = None
    records: list[_Record] = []
    rows = []
    before = 0
    for cells in reader:
        piece, before = "".join(lines[before : reader.line_num]), reader.line_num
        records.append(_Record(piece, cells))
        if not any(cell.strip() for cell in cells):
            continue
        if columns is None:
            columns = read_columns(cells)
            continue
        rows.append((len(records) - 1, read_row(name, before, cells, columns)))
    if columns is None or columns.pair:
        raise csv.Error("no table of one column a language")
    for (place, _), entry in zip(rows, keyed([row for _, row in rows], str), strict=True):
        records[place] = replace(records[place], entry=entry)
    return records, columns


def _missing(entries: Sequence[GlossaryEntry], columns: Columns) -> list[str]:
    """Fields that one of `entries` has a value for and the file no column."""
    used: set[str] = set()
    for entry in entries:
        used |= {
            field
            for field, cell in plain_cells(entry).items()
            if cell != _WITHOUT_A_COLUMN.get(field, "")
        }
    return [field for field in FIELDS if field in used and field not in columns.known]


def _header_or_blank(record: _Record, further: list[str], dialect: _Dialect) -> str:
    if not further or not any(cell.strip() for cell in record.cells):
        return record.raw
    return dialect.line([*record.cells, *further])


def _row(
    record: _Record,
    entry: GlossaryEntry,
    columns: Columns,
    further: list[str],
    dialect: _Dialect,
) -> str:
    if entry == record.entry and not further:
        return record.raw
    return dialect.line(_cells(record, entry, columns, further))


def _cells(
    record: _Record, entry: GlossaryEntry, columns: Columns, further: list[str]
) -> list[str]:
    """The cells of `record`, of which those are replaced that say something else now."""
    old = plain_cells(record.entry) if record.entry else {}
    new = plain_cells(entry)
    cells = record.cells[: columns.count]
    cells += [""] * (columns.count - len(cells))
    changed = {field for field in FIELDS if old.get(field) != new[field]}
    for language in Language:
        field = f"{language.value}_variants"
        if field in changed or language.value in changed:
            new[field] = _variants(cells, entry, language, columns)
            changed.add(field)
    if "note" in changed:
        new["note"] = _note(cells, new["note"], columns)
    for field, place in columns.known.items():
        if field in changed:
            cells[place] = guarded(new[field])
    return [*cells, *(guarded(new[field]) for field in further)]


def _variants(cells: list[str], entry: GlossaryEntry, language: Language, columns: Columns) -> str:
    """The cell of variants, without those that stand in columns of their own."""
    _, *variants = entry.forms(language)
    for place in columns.further[language.value]:
        stands = clean_name(unguarded(cells[place]))
        if stands in variants:
            variants.remove(stands)
        else:
            cells[place] = ""
    return join_variants(tuple(variants))


def _note(cells: list[str], note: str, columns: Columns) -> str:
    """The cell of the note, without what stands in columns that the termbase does not know."""
    kept = "\n".join(kept_notes([unguarded(cell) for cell in cells], columns.unknown))
    if kept and (note == kept or note.endswith(f"\n{kept}")):
        return note.removesuffix(kept).rstrip("\n")
    for place in columns.unknown:
        cells[place] = ""
    return note
