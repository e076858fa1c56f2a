"""Tables that are refused, with line and reason."""

from pathlib import Path

import pytest

from tests.unit.formats.names_table import parsed, read, refusal
from translate_app.adapters.formats.glossary_reader import GlossaryFileReader
from translate_app.adapters.formats.glossary_rows import MAX_BYTES, MAX_ROWS
from translate_app.domain.glossary import MAX_NAME, MAX_NOTE
from translate_app.errors import (
    GlossaryFileError,
    NotAGlossaryError,
    TooLargeError,
    UnreadableSourceError,
)


def test_cells_may_hold_line_ends_and_errors_name_the_first_line() -> None:
    line, _ = refusal('en,ar,note\nRasma,رسما,"two\nlines"\n\n,"تل\nمروان",x\n')

    assert line == 5


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (
            "name,ar\nRasma,رسما\n",
            1,
            "there is no column en: the first line names the columns, en and ar",
        ),
        ("en\nRasma\n", 1, "there is no column ar: the first line names the columns, en and ar"),
        ("en,ar,note,Note\nRasma,رسما,a,b\n", 1, "the column Note stands twice"),
        ("en,ar,en\nRasma,رسما,b\n", 1, "the column en stands twice"),
        ("en,ar\nRasma,رسما\n,تل مروان\n", 3, "the name in the column en is missing"),
        ("en,ar\nRasma,\u200f \n", 2, "the name in the column ar is missing"),
        (
            "en,ar,type\nRasma,رسما,town\n",
            2,
            "town is no type; allowed are "
            "person, organisation, place, title, document, event, other",
        ),
        (
            "en,ar,status\nRasma,رسما,good\n",
            2,
            "good is no status; allowed are candidate, approved, retired",
        ),
        ("en,ar,gender\nNadia,نادية,x\n", 2, "x is no gender; allowed are f, m"),
        ("key,en,ar\na b,Rasma,رسما\n", 2, "there is a space in the key a b"),
        (
            "key,en,ar\nx,Rasma,رسما\nx,Tel Marwan,تل مروان\n",
            3,
            "the key x stands in names.csv, line 2, already",
        ),
        (
            "en,ar\nRasma,رسما,a note\n",
            2,
            "there are more cells than columns: quote a cell that holds the delimiter",
        ),
        (
            'en,ar\nRasma,"رسما\n',
            2,
            "a quotation mark is not closed or stands inside a cell, or it is too long",
        ),
        (
            'en,ar\n"Ras"ma,رسما\n',
            2,
            "a quotation mark is not closed or stands inside a cell, or it is too long",
        ),
        (
            "en,ar\n" + "R" * 140_000 + ",رسما\n",
            2,
            "a quotation mark is not closed or stands inside a cell, or it is too long",
        ),
        (
            "en,ar\n" + "R" * (MAX_NAME + 1) + ",رسما\n",
            2,
            "R" * 40 + " … is too long; the limit is 300 characters",
        ),
        (
            "en,ar,x\nRasma,رسما," + "n" * MAX_NOTE + "\n",
            2,
            "x: " + "n" * 37 + " … is too long; the limit is 5000 characters",
        ),
    ],
)
def test_refusals_name_line_and_reason(text: str, line: int, reason: str) -> None:
    assert refusal(text) == (line, reason)


def test_reasons_and_notes_are_worded_by_gettext() -> None:
    shouting = GlossaryFileReader(word=lambda message: message.replace("stands", "STANDS"))

    with pytest.raises(GlossaryFileError, match="STANDS twice"):
        shouting.parse(b"en,ar,en\n", "names.csv")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(NotAGlossaryError, match=r"names\.csv"):
        read.parse(b" \n", "names.csv")
    with pytest.raises(UnreadableSourceError, match="damaged"):
        read.parse(b"PK\x03\x04" + bytes(50), "names.xlsx")
    with pytest.raises(NotAGlossaryError, match="CSV, XLSX or TBX"):
        read.parse(b"en,ar\nRas\0ma,x\n", "names.csv")
    with pytest.raises(UnreadableSourceError, match="no such file"):
        read(tmp_path / "absent.csv")
    with pytest.raises(UnreadableSourceError, match="no CSV file"):
        read(tmp_path)


def test_too_large_files_are_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    with pytest.raises(TooLargeError):
        read(large)


def test_too_many_rows_are_refused() -> None:
    rows = "".join(f"N{number},ن\n" for number in range(MAX_ROWS + 1))

    with pytest.raises(TooLargeError, match="50000 rows"):
        parsed("en,ar\n" + rows)
