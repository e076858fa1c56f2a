"""A folder of CSV files, changed as little as possible."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.contract.glossary_format_contract import FULL, RASMA, entries
from translate_app.adapters.formats.glossary_csv import serialize
from translate_app.adapters.formats.glossary_folder import CsvFolder
from translate_app.adapters.formats.glossary_reader import GlossaryFileReader
from translate_app.adapters.formats.glossary_rewrite import rewritten
from translate_app.domain.glossary import EntryStatus, EntryType, GlossaryEntry
from translate_app.errors import GlossaryFileError, UnreadableSourceError, UnwritableFileError

TABLE = (
    "key,en,ar,type,note\r\n"
    'place/rasma,Rasma,رسما,"place","on the\ncoast"\r\n'
    "\r\n"
    "place/tel-marwan, Tel Marwan ,تل مروان,PLACE,\r\n"
)
TEL_MARWAN = GlossaryEntry("place/tel-marwan", "Tel Marwan", "تل مروان", EntryType.PLACE)
COAST = replace(RASMA, note="on the\ncoast")
CAMP = GlossaryEntry("place/al-wadi-camp", "al-Wadi camp", "مخيم الوادي", EntryType.PLACE)


def test_rows_that_stay_the_same_keep_their_bytes() -> None:
    before = TABLE.encode("utf-8-sig")

    assert rewritten(before, "a.csv", [COAST, TEL_MARWAN]) == before
    changed = replace(TEL_MARWAN, ar="تلّ مروان")
    assert rewritten(before, "a.csv", [changed, COAST, CAMP]).decode("utf-8-sig") == (
        "key,en,ar,type,note\r\n"
        'place/rasma,Rasma,رسما,"place","on the\ncoast"\r\n'
        "\r\n"
        "place/tel-marwan, Tel Marwan ,تلّ مروان,PLACE,\r\n"
        "place/al-wadi-camp,al-Wadi camp,مخيم الوادي,place,\r\n"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encoding_and_delimiter_stay(encoding: str, delimiter: str) -> None:
    rows = ["key,en,ar,type", "place/rasma,Rasma,رسما,place", "a/b,Tel,تل مروان في الساحل,place"]
    text = "\n".join(rows).replace(",", delimiter)
    gone = GlossaryEntry("a/b", "Tel", "تل مروان في الساحل", EntryType.PLACE)

    made = rewritten(text.encode(encoding), "a.csv", [RASMA, gone, CAMP])

    added = "\nplace/al-wadi-camp,al-Wadi camp,مخيم الوادي,place\n".replace(",", delimiter)
    assert made == (text + added).encode(encoding)


def test_a_column_is_added_where_a_value_has_none() -> None:
    before = b"key,en,ar,type\nplace/rasma,Rasma,\xd8\xb1,place\n"
    old = replace(RASMA, ar="ر")
    new = replace(old, status=EntryStatus.RETIRED, scope="harbour")

    assert rewritten(before, "a.csv", [new, CAMP]).decode() == (
        "key,en,ar,type,status,scope\n"
        "place/rasma,Rasma,ر,place,retired,harbour\n"
        "place/al-wadi-camp,al-Wadi camp,مخيم الوادي,place,approved,\n"
    )


def test_columns_of_others_keep_what_they_say() -> None:
    before = (
        "key,en,en-GB,ar,note,Source\nother/harbor,Harbor,Harbour,الميناء,quay,Map 3\n"
        "other/rasma,Rasma,,رسما,,Map 4\n"
    ).encode()
    (harbor, rasma), _ = GlossaryFileReader().parse(before, "a.csv")
    wider = replace(harbor, en_variants=("Harbour", "Port"), note="pier\nSource: Map 3")
    freed = replace(rasma, note="town")

    assert rewritten(before, "a.csv", [wider, freed]).decode() == (
        "key,en,en-GB,ar,note,Source,en_variants\n"
        "other/harbor,Harbor,Harbour,الميناء,pier,Map 3,Port\n"
        "other/rasma,Rasma,,رسما,town,,\n"
    )


def test_a_new_file_has_the_usual_columns() -> None:
    assert rewritten(b"", "a.csv", [CAMP]).decode() == (
        "key,en,ar,type,status,en_variants,ar_variants,gender,authority,note\n"
        "place/al-wadi-camp,al-Wadi camp,مخيم الوادي,place,approved,,,,,\n"
    )


def test_a_table_that_names_languages_in_its_rows_is_written_anew() -> None:
    before = "sourceLang,targetLang,sourceString,targetString\nen,ar,Rasma,رسما\n".encode()
    rasma = GlossaryEntry("other/rasma", "Rasma", "رسما")

    made = rewritten(before, "a.csv", [rasma, CAMP])

    assert GlossaryFileReader().parse(made, "a.csv")[0] == (rasma, CAMP)


@settings(deadline=None, max_examples=40)
@given(before=entries(), after=entries())
def test_a_written_file_holds_what_it_should(
    before: tuple[GlossaryEntry, ...], after: tuple[GlossaryEntry, ...]
) -> None:
    before, after = (FULL, *before), (RASMA, *after)

    made = rewritten(serialize(before), "a.csv", after)

    found, _ = GlossaryFileReader().parse(made, "a.csv")
    assert {entry.key: entry for entry in found} == {entry.key: entry for entry in after}


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_bytes(TABLE.encode())
    (tmp_path / "a.csv").write_bytes("en,ar\nHarbour,الميناء\n".encode())
    (tmp_path / "README.md").write_text("about", "utf-8")
    folder = CsvFolder()

    folder.write(tmp_path, "places.csv", [CAMP])

    harbour = GlossaryEntry("other/harbour", "Harbour", "الميناء")
    assert folder.read(tmp_path) == {
        "a.csv": (harbour,),
        "b.csv": (COAST, TEL_MARWAN),
        "places.csv": (CAMP,),
    }


def test_a_folder_with_a_key_twice_and_none_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(TABLE.encode())
    (tmp_path / "b.csv").write_bytes(TABLE.encode())

    with pytest.raises(GlossaryFileError, match="already"):
        CsvFolder().read(tmp_path)
    with pytest.raises(UnreadableSourceError, match="no such folder"):
        CsvFolder().read(tmp_path / "absent")


def test_a_letter_that_the_encoding_of_the_file_lacks(tmp_path: Path) -> None:
    rows = "key,en,ar\na/b,Harbour Relief,هيئة إغاثة الميناء في رسما\n"
    (tmp_path / "a.csv").write_bytes(rows.encode("cp1256"))
    (kept,) = CsvFolder().read(tmp_path)["a.csv"]

    with pytest.raises(UnwritableFileError, match="encoding lacks a letter"):
        CsvFolder().write(tmp_path, "a.csv", [kept, GlossaryEntry("a/c", "Łódź", "وودج")])
    assert (tmp_path / "a.csv").read_bytes() == rows.encode("cp1256")
