"""The termbase as CSV (RFC 4180), read from people's spreadsheets and written for them.

The header names the columns: one a language (`en`, `ar`, or with a region, `ar-SY`) and
any of `key`, `type`, `status`, `en_variants`, `ar_variants` (parted by `|`), `gender`,
`authority`, `note`. Another column is kept in the note.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from translate_app.adapters.formats.cells import (
    clean_name,
    clean_note,
    digest,
    guarded,
    join_variants,
    slug,
    split_variants,
    unguarded,
)
from translate_app.adapters.formats.decode import check_size, decode
from translate_app.adapters.formats.glossary_columns import (
    FIELDS,
    Columns,
    UnusableRowError,
    read_columns,
    sniff_delimiter,
)
from translate_app.domain.glossary import EntryStatus, EntryType, Gender, GlossaryEntry
from translate_app.errors import N_, GlossaryFileError, TooLargeError, UnreadableSourceError

MAX_ROWS: Final = 50_000
MAX_NAME: Final = 300
"""Longest name, key or variant in characters."""
MAX_NOTE: Final = 5_000
_SHOWN_LINES: Final = 10

_OTHER_SPELLINGS: Final = {
    "organization": "organisation",
    "feminine": "f",
    "female": "f",
    "masculine": "m",
    "male": "m",
}
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class _Row:
    """An entry (its key may be empty) and where it stood."""

    file: str
    line: int
    entry: GlossaryEntry
    cleaned: bool


@dataclass(frozen=True, slots=True)
class CsvGlossaryReader:
    """Reads termbase files; implements `ports.GlossaryReader`."""

    word: Callable[[str], str] = str
    """Gettext in the language of the interface, for reasons and notes."""

    def __call__(self, path: Path) -> tuple[tuple[GlossaryEntry, ...], tuple[str, ...]]:
        """The entries of the file `path`, or of all `*.csv` of the folder, and notes.

        Raises:
            GlossaryFileError: a row cannot be used; it names file and line.
            InputError: a file cannot be read, or there is none.
        """
        return self._entries([self._content(file) for file in self._files(path)])

    def parse(self, content: bytes, name: str) -> tuple[tuple[GlossaryEntry, ...], tuple[str, ...]]:
        """The entries in `content`, the bytes of a file called `name`, and notes.

        Raises: as calling the reader.
        """
        return self._entries([(name, content)])

    def _files(self, path: Path) -> list[Path]:
        if not path.is_dir():
            return [path]
        files = sorted(file for file in path.iterdir() if file.suffix.lower() == ".csv")
        if not files:
            reason = self.word(N_("there is no CSV file in it"))
            raise UnreadableSourceError(name=str(path), reason=reason)
        return files

    def _content(self, file: Path) -> tuple[str, bytes]:
        try:
            check_size(file.stat().st_size, file.name)
            return file.name, file.read_bytes()
        except FileNotFoundError:
            reason = self.word(N_("there is no such file"))
            raise UnreadableSourceError(name=str(file), reason=reason) from None
        except OSError as error:
            raise UnreadableSourceError(name=str(file), reason=error.strerror or error) from error

    def _entries(
        self, files: Iterable[tuple[str, bytes]]
    ) -> tuple[tuple[GlossaryEntry, ...], tuple[str, ...]]:
        rows: list[_Row] = []
        notes: list[str] = []
        for name, content in files:
            found, unknown = self._read(decode(content, name), name)
            rows += found
            notes += self._notes(name, found, unknown)
        return tuple(self._keyed(rows)), tuple(notes)

    def _read(self, text: str, name: str) -> tuple[list[_Row], Iterable[str]]:
        first_line = next(line for line in text.split("\n") if line.strip())
        reader = csv.reader(
            io.StringIO(text, newline=""), delimiter=sniff_delimiter(first_line), strict=True
        )
        columns: Columns | None = None
        rows: list[_Row] = []
        line = 1
        try:
            for line, cells in _numbered(reader):
                if columns is None:
                    columns = read_columns(cells)
                elif len(rows) == MAX_ROWS:
                    limit = self.word(N_("{number} rows")).format(number=MAX_ROWS)
                    raise TooLargeError(name=name, size=f"> {limit}", limit=limit)
                else:
                    rows.append(_row(name, line, cells, columns))
        except UnusableRowError as unusable:
            raise self._unusable(name, line, unusable) from None
        except csv.Error:
            # What the module says is not worded for people; these are its causes.
            message = N_(
                "a quotation mark is not closed or stands inside a cell, or it is too long"
            )
            raise self._unusable(name, reader.line_num, UnusableRowError(message)) from None
        return rows, columns.unknown.values() if columns else ()

    def _unusable(self, name: str, line: int, unusable: UnusableRowError) -> GlossaryFileError:
        reason = self.word(unusable.message).format(**unusable.parameters)
        return GlossaryFileError(name=name, line=line, reason=reason)

    def _notes(self, name: str, rows: Sequence[_Row], unknown: Iterable[str]) -> Iterator[str]:
        for column in unknown:
            message = N_("{name}: the column {column} is not known; it is kept in the note.")
            yield self.word(message).format(name=name, column=column)
        lines = [str(row.line) for row in rows if row.cleaned]
        if lines:
            shown = ", ".join(lines[:_SHOWN_LINES]) + (" …" if len(lines) > _SHOWN_LINES else "")
            message = N_(
                "{name}: invisible characters or needless spaces were removed in line {lines}."
            )
            yield self.word(message).format(name=name, lines=shown)

    def _keyed(self, rows: Sequence[_Row]) -> Iterator[GlossaryEntry]:
        """The entries; one without a key gets `type/slug`, a digest behind it if taken."""
        places: dict[str, _Row] = {}
        for row in rows:
            if row.entry.key:
                self._claim(places, row.entry.key, row)
        for row in rows:
            if row.entry.key:
                yield row.entry
                continue
            key = f"{row.entry.type.value}/{slug(row.entry.en)}"
            taken = places.get(key)
            if taken and _names(taken.entry) != _names(row.entry):
                key = f"{key}-{digest(' '.join(_names(row.entry)))}"
            self._claim(places, key, row)
            yield replace(row.entry, key=key)

    def _claim(self, places: dict[str, _Row], key: str, row: _Row) -> None:
        first = places.setdefault(key, row)
        if first is not row:
            message = N_("the key {key} stands in {file}, line {line}, already")
            raise self._unusable(
                row.file,
                row.line,
                UnusableRowError(message, key=key, file=first.file, line=str(first.line)),
            )


def serialize(entries: Iterable[GlossaryEntry]) -> bytes:
    """The entries as CSV that spreadsheets open as they stand.

    UTF-8 with a byte order mark, without which Excel garbles Arabic; lines end in CR LF.
    A cell that could start a formula gets an apostrophe, which reading takes off again.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(FIELDS)
    for entry in entries:
        writer.writerow([guarded(cell) for cell in _cells(entry)])
    return text.getvalue().encode("utf-8-sig")


def _cells(entry: GlossaryEntry) -> tuple[str, ...]:
    """The row of `entry`, in the order of `FIELDS`."""
    return (
        entry.key,
        entry.en,
        entry.ar,
        entry.type.value,
        entry.status.value,
        join_variants(entry.en_variants),
        join_variants(entry.ar_variants),
        entry.gender.value if entry.gender else "",
        entry.authority,
        entry.note,
    )


def _numbered(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, each with the line on which it begins."""
    before = 0
    for cells in reader:
        line, before = before + 1, reader.line_num  # type: ignore[attr-defined]
        if any(cell.strip() for cell in cells):
            yield line, cells


def _row(file: str, line: int, cells: list[str], columns: Columns) -> _Row:
    if any(cell.strip() for cell in cells[columns.count :]):
        raise UnusableRowError(
            N_("there are more cells than columns: quote a cell that holds the delimiter")
        )
    raw = [unguarded(cell) for cell in cells] + [""] * (columns.count - len(cells))
    cleaned = any(clean_note(cell) != cell for cell in raw)
    return _Row(file, line, _entry(raw, columns), cleaned)


def _entry(raw: list[str], columns: Columns) -> GlossaryEntry:
    def cell(field: str) -> str:
        return raw[columns.known[field]] if field in columns.known else ""

    def variants(language: str, name: str) -> tuple[str, ...]:
        further = (clean_name(raw[place]) for place in columns.further[language])
        found = (*further, *split_variants(cell(f"{language}_variants")))
        return tuple(_short(one) for one in dict.fromkeys(found) if one and one != name)

    en, ar = (_required(clean_name(cell(language)), language) for language in ("en", "ar"))
    key = _short(clean_name(cell("key")))
    if " " in key:
        raise UnusableRowError(N_("there is a space in the key {key}"), key=key)
    gender = clean_name(cell("gender"))
    return GlossaryEntry(
        key=key,
        en=en,
        ar=ar,
        type=_choice(EntryType, clean_name(cell("type")), EntryType.OTHER, "type"),
        status=_choice(EntryStatus, clean_name(cell("status")), EntryStatus.APPROVED, "status"),
        en_variants=variants("en", en),
        ar_variants=variants("ar", ar),
        gender=_choice(Gender, gender, Gender.FEMININE, "gender") if gender else None,
        authority=_short(clean_name(cell("authority"))),
        note=_note(clean_note(cell("note")), raw, columns.unknown),
    )


def _required(name: str, language: str) -> str:
    if not name:
        raise UnusableRowError(N_("the name in the column {column} is missing"), column=language)
    return _short(name)


def _short(text: str) -> str:
    if len(text) > MAX_NAME:
        raise UnusableRowError(
            N_("{text} … is too long; the limit is {limit} characters"),
            text=text[:40],
            limit=str(MAX_NAME),
        )
    return text


def _choice(kind: type[_Choice], text: str, default: _Choice, column: str) -> _Choice:
    if not text:
        return default
    value = text.lower()
    try:
        return kind(_OTHER_SPELLINGS.get(value, value))
    except ValueError:
        raise UnusableRowError(
            N_("{value} is no {column}; allowed are {allowed}"),
            value=text[:40],
            column=column,
            allowed=", ".join(one.value for one in kind),
        ) from None


def _note(note: str, raw: list[str], unknown: dict[int, str]) -> str:
    kept = ((title, clean_note(raw[place])) for place, title in unknown.items())
    whole = "\n".join(filter(None, (note, *(f"{title}: {text}" for title, text in kept if text))))
    if len(whole) > MAX_NOTE:
        raise UnusableRowError(
            N_("{text} … is too long; the limit is {limit} characters"),
            text=whole[:40],
            limit=str(MAX_NOTE),
        )
    return whole


def _names(entry: GlossaryEntry) -> tuple[str, str]:
    return entry.en, entry.ar
