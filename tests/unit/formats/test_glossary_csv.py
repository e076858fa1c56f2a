"""The termbase as CSV: what is read, refused, noted and written."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.contract.glossary_format_contract import GlossaryFormatContract
from translate_app.adapters.formats.bidi import exportable
from translate_app.adapters.formats.cells import guarded, unguarded
from translate_app.adapters.formats.glossary_csv import serialize
from translate_app.adapters.formats.glossary_reader import GlossaryFileReader
from translate_app.adapters.formats.glossary_rows import MAX_BYTES, MAX_CELL, MAX_ROWS
from translate_app.adapters.formats.glossary_values import MAX_NAME, MAX_NOTE
from translate_app.domain.entry_keys import slug
from translate_app.domain.glossary import (
    EntryStatus,
    EntryType,
    ForbiddenForm,
    Gender,
    GlossaryEntry,
)
from translate_app.domain.language import Language
from translate_app.errors import (
    GlossaryFileError,
    NotAGlossaryError,
    TooLargeError,
    UnreadableSourceError,
    UnwritableFileError,
)

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "eval" / "hostile"
read = GlossaryFileReader()

NADIA = GlossaryEntry(
    key="person/nadia-sabbagh",
    en="Nadia Sabbagh",
    ar="نادية الصباغ",
    type=EntryType.PERSON,
    status=EntryStatus.CANDIDATE,
    en_variants=("Nadia al-Sabbagh", "N. Sabbagh"),
    ar_variants=("ناديا الصباغ",),
    gender=Gender.FEMININE,
    authority="Media office",
    note="Head of the Authority",
)


def _parse(text: str) -> tuple[tuple[GlossaryEntry, ...], tuple[str, ...]]:
    return read.parse(text.encode("utf-8"), "names.csv")


def _reason(text: str) -> tuple[object, object]:
    """Line and reason of the refusal."""
    with pytest.raises(GlossaryFileError) as caught:
        _parse(text)
    return caught.value.parameters["line"], caught.value.parameters["reason"]


def test_every_column_is_read() -> None:
    assert _parse(
        "key,en,ar,type,status,en_variants,ar_variants,gender,authority,note\n"
        "person/nadia-sabbagh,Nadia Sabbagh,نادية الصباغ,person,candidate,"
        "Nadia al-Sabbagh|N. Sabbagh,ناديا الصباغ,f,Media office,Head of the Authority\n"
    ) == ((NADIA,), ())


def test_two_columns_are_enough() -> None:
    assert _parse("en,ar\nRasma,رسما\n") == (
        (GlossaryEntry(key="other/rasma", en="Rasma", ar="رسما"),),
        (),
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters(delimiter: str) -> None:
    text = "en,ar,type\nRasma,رسما,place\n".replace(",", delimiter)

    assert _parse(text)[0] == (GlossaryEntry("place/rasma", "Rasma", "رسما", EntryType.PLACE),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, line_end: str) -> None:
    lines = ["en,ar", "Rasma,رسما", "Tel Marwan,تل مروان", "al-Wadi camp,مخيم الوادي", ""]
    content = line_end.join(lines).encode(encoding)

    entries, notes = read.parse(content, "names.csv")

    assert [entry.ar for entry in entries] == ["رسما", "تل مروان", "مخيم الوادي"]
    assert notes == ()


def test_languages_with_a_region_and_more_columns_of_one() -> None:
    (entry,), _ = _parse("en-US,ar_SY,en,ar-Arab-LB\nHarbor,الميناء,Harbour,المينا\n")

    assert entry.forms(Language.ENGLISH) == ("Harbour", "Harbor")
    assert entry.forms(Language.ARABIC) == ("الميناء", "المينا")


def test_headers_are_read_as_people_write_them() -> None:
    (entry,), notes = _parse(' EN ,Ar,"EN Variants",Type\nRasma,رسما,Rasmah,PLACE\n')

    assert (entry.en_variants, entry.type) == (("Rasmah",), EntryType.PLACE)
    assert notes == ()


def test_unknown_columns_are_kept_and_said() -> None:
    entries, notes = _parse("en,ar,note,Source,en_note\nRasma,رسما,town,Map 3,x\nHRA,الهيئة,,,\n")

    assert [entry.note for entry in entries] == ["town\nSource: Map 3\nen_note: x", ""]
    assert notes == (
        "names.csv: the column Source is not known; it is kept in the note.",
        "names.csv: the column en_note is not known; it is kept in the note.",
    )


def test_invisible_characters_go_and_are_said() -> None:
    entries, notes = _parse("en,ar\nRasma,رسما\n \u200eTel\u00a0 Marwan ,\u202bتل مروان\u202c\n")

    assert (entries[1].en, entries[1].ar) == ("Tel Marwan", "تل مروان")
    assert notes == ("names.csv: invisible characters or needless spaces were removed in line 3.",)


def test_variants_are_cleaned_and_stand_once() -> None:
    (entry,), _ = _parse("en,ar,en_variants\nRasma,رسما,Rasmah| |Rasma|Rasmah | Ar-Rasma\n")

    assert entry.en_variants == ("Rasmah", "Ar-Rasma")


def test_made_keys_are_stable_and_unique() -> None:
    text = "en,ar,type\nKarim Haddad,كريم حداد,person\nKarim Haddad,كريم الحداد,person\n"

    keys = [entry.key for entry in _parse(text)[0]]

    assert keys[0] == "person/karim-haddad"
    assert keys[1].startswith("person/karim-haddad-")
    assert keys == [entry.key for entry in _parse(text)[0]]


def test_a_made_key_gives_way_to_a_given_one() -> None:
    text = "key,en,ar\n,Rasma,رسما\nother/rasma,Rasma town,بلدة رسما\n"

    first, second = (entry.key for entry in _parse(text)[0])

    assert second == "other/rasma"
    assert first.startswith("other/rasma-")


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Harbour Relief Authority (HRA)", "harbour-relief-authority-hra"),
        ("Sénémaud", "senemaud"),
        ("al-Wadi’s camp", "al-wadis-camp"),
        ("O'Neill", "oneill"),
    ],
)
def test_slug(name: str, made: str) -> None:
    assert slug(name) == made


def test_a_name_without_latin_letters_has_a_slug_too() -> None:
    assert slug("رسما") != slug("تل مروان")


def test_a_folder_is_read_in_order_and_keys_are_one_across_its_files(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("en,ar\nTel Marwan,تل مروان\n", "utf-8")
    (tmp_path / "a.CSV").write_text("en,ar\nRasma,رسما\n", "utf-8")
    (tmp_path / "notes.txt").write_text("no table", "utf-8")

    assert [entry.en for entry in read(tmp_path)[0]] == ["Rasma", "Tel Marwan"]

    (tmp_path / "c.csv").write_text("en,ar\n\nRasma,رسما\n", "utf-8")
    with pytest.raises(GlossaryFileError) as caught:
        read(tmp_path)
    assert str(caught.value) == (
        "c.csv, line 3: the key other/rasma stands in a.CSV, line 2, already. Nothing was imported."
    )


def test_blank_rows_and_short_rows_are_no_error() -> None:
    assert len(_parse("\nen,ar,note\n\nRasma,رسما\n,,\n  \nHRA,الهيئة,x\n")[0]) == 2


def test_cells_may_hold_line_ends_and_errors_name_the_first_line() -> None:
    line, _ = _reason('en,ar,note\nRasma,رسما,"two\nlines"\n\n,"تل\nمروان",x\n')

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
    assert _reason(text) == (line, reason)


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
        _parse("en,ar\n" + rows)


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


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025-03-14", date(2025, 3, 14)),
        ("2025/3/14", date(2025, 3, 14)),
        ("2025-03-14 00:00:00", date(2025, 3, 14)),
        ("14/3/2025", date(2025, 3, 14)),
        ("3/14/2025", date(2025, 3, 14)),
        ("4/4/2025", date(2025, 4, 4)),
        ("3.4.2025", date(2025, 4, 3)),
        ("٢٠٢٥-٠٣-١٤", date(2025, 3, 14)),
        ("45730", date(2025, 3, 14)),
    ],
)
def test_days_as_people_and_spreadsheets_write_them(written: str, meant: date) -> None:
    (entry,), _ = _parse(f"en,ar,valid_from\nRasma,رسما,{written}\n")

    assert entry.valid_from == meant


@pytest.mark.parametrize("written", ["3/4/2025", "2025-02-30", "yesterday", "99999999", "0000-1-1"])
def test_days_that_are_none_or_two_are_refused(written: str) -> None:
    assert _reason(f"en,ar,valid_to\nRasma,رسما,{written}\n") == (
        2,
        f"{written} is no day in the column valid_to: write it as 2025-03-14",
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [("yes", True), ("TRUE", True), ("1", True), ("نعم", True), ("no", False), ("", False)],
)
def test_what_is_not_translated(written: str, meant: bool) -> None:
    (entry,), _ = _parse(f"en,ar,do_not_translate\nRasma,رسما,{written}\n")

    assert entry.do_not_translate is meant


def test_neither_yes_nor_no_is_refused() -> None:
    assert _reason("en,ar,do_not_translate\nRasma,رسما,perhaps\n") == (
        2,
        "perhaps is no do_not_translate; allowed are yes, no",
    )


def test_forbidden_forms_with_and_without_reason() -> None:
    (entry,), _ = _parse(
        'en,ar,ar_forbidden\nRasma,رسما,"رازما :: Persian|رصما|a\\|b :: c \\:\\: d|a:b|رصما :: x"\n'
    )

    assert entry.ar_forbidden == (
        ForbiddenForm("رازما", "Persian"),
        ForbiddenForm("رصما"),
        ForbiddenForm("a|b", "c :: d"),
        ForbiddenForm("a:b"),
    )


def test_languages_may_be_spelt_out_or_stand_in_the_rows() -> None:
    assert _parse("Arabic;English\nرسما;Rasma\n")[0] == (
        GlossaryEntry("other/rasma", "Rasma", "رسما"),
    )
    entries, _ = _parse(
        "id,sourceLang,targetLang,sourceString,targetString\n"
        "1,en,ar_AR,Rasma,رسما\n2,ar,en-GB,تل مروان,Tel Marwan\n"
    )
    assert [(entry.en, entry.ar) for entry in entries] == [
        ("Rasma", "رسما"),
        ("Tel Marwan", "تل مروان"),
    ]
    header = "sourceLang,targetLang,sourceString,targetString\n"
    assert _reason(f"{header}en,fr,Rasma,Rasma\n") == (2, "en to fr is not English and Arabic")


def test_a_cell_that_spreadsheets_would_cut_is_not_written() -> None:
    long = replace(NADIA, en_variants=tuple(f"{n:0300}" for n in range(MAX_CELL // 300 + 1)))
    with pytest.raises(UnwritableFileError, match="more characters than spreadsheets keep"):
        serialize([long])


def test_a_glossary_of_others() -> None:
    shared = SHARED.parent / "interchange" / "valid" / "tico19_f_en-ar_AR.csv"
    if not shared.exists():
        pytest.skip("the collection does not lie beside the checkout")

    entries, _ = read(shared)

    assert len(entries) > 300
