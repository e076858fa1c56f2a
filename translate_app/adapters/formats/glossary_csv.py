"""The termbase as CSV (RFC 4180), read from people's spreadsheets and written for them.

The header names the columns: one a language (`en`, `ar`, or with a region, `ar-SY`) and
any of `glossary_columns.FIELDS`. Another column is kept in the note. A cell of several
values parts them by `|`; a forbidden form has its reason behind `::`.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from translate_app.adapters.formats.decode import decode
from translate_app.adapters.formats.glossary_columns import UnusableRowError, sniff_delimiter
from translate_app.adapters.formats.glossary_rows import (
    MAX_BYTES,
    Table,
    Word,
    read_table,
    table,
    unusable,
)
from translate_app.domain.glossary import GlossaryEntry
from translate_app.errors import N_, BinaryInputError, EmptyInputError, NotAGlossaryError


def parse(content: bytes, name: str, word: Word = str) -> Table:
    """The entries in `content`, the bytes of a file called `name`.

    Raises:
        GlossaryFileError: a row cannot be used; it names the line.
        NotAGlossaryError: it is no text, or an empty one.
        InputError: its characters cannot be read, or it is too large.
    """
    try:
        text = decode(content, name, limit=MAX_BYTES)
    except (BinaryInputError, EmptyInputError) as error:
        raise NotAGlossaryError(name=name) from error
    return read_table(name, _numbered(text, name, word), word)


def serialize(entries: Sequence[GlossaryEntry]) -> bytes:
    """The entries as CSV that spreadsheets open as they stand.

    UTF-8 with a byte order mark, without which Excel garbles Arabic; lines end in CR LF.
    A cell that could start a formula gets an apostrophe, which reading takes off again.
    """
    text = io.StringIO(newline="")
    csv.writer(text).writerows(table(entries))
    return text.getvalue().encode("utf-8-sig")


def header_line(text: str) -> str:
    """The first line of `text` that is not blank."""
    return next(line for line in text.split("\n") if line.strip())


def _numbered(text: str, name: str, word: Word) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, each with the line on which it begins."""
    delimiter = sniff_delimiter(header_line(text))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 0
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            if any(cell.strip() for cell in cells):
                yield line, cells
    except csv.Error:
        # What the module says is not worded for people; these are its causes.
        message = N_("a quotation mark is not closed or stands inside a cell, or it is too long")
        raise unusable(name, reader.line_num, UnusableRowError(message), word) from None
