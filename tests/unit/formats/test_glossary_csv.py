"""The termbase as CSV: what is read and noted."""

from pathlib import Path

import pytest

from tests.unit.formats.names_table import NADIA, SHARED, parsed, read
from translate_app.domain.entry_keys import slug
from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.errors import GlossaryFileError


def test_every_column_is_read() -> None:
    assert parsed(
        "key,en,ar,type,status,en_variants,ar_variants,gender,authority,note\n"
        "person/nadia-sabbagh,Nadia Sabbagh,نادية الصباغ,person,candidate,"
        "Nadia al-Sabbagh|N. Sabbagh,ناديا الصباغ,f,Media office,Head of the Authority\n"
    ) == ((NADIA,), ())


def test_two_columns_are_enough() -> None:
    assert parsed("en,ar\nRasma,رسما\n") == (
        (GlossaryEntry(key="other/rasma", en="Rasma", ar="رسما"),),
        (),
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters(delimiter: str) -> None:
    text = "en,ar,type\nRasma,رسما,place\n".replace(",", delimiter)

    assert parsed(text)[0] == (GlossaryEntry("place/rasma", "Rasma", "رسما", EntryType.PLACE),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, line_end: str) -> None:
    lines = ["en,ar", "Rasma,رسما", "Tel Marwan,تل مروان", "al-Wadi camp,مخيم الوادي", ""]
    content = line_end.join(lines).encode(encoding)

    entries, notes = read.parse(content, "names.csv")

    assert [entry.ar for entry in entries] == ["رسما", "تل مروان", "مخيم الوادي"]
    assert notes == ()


def test_languages_with_a_region_and_more_columns_of_one() -> None:
    (entry,), _ = parsed("en-US,ar_SY,en,ar-Arab-LB\nHarbor,الميناء,Harbour,المينا\n")

    assert entry.forms(Language.ENGLISH) == ("Harbour", "Harbor")
    assert entry.forms(Language.ARABIC) == ("الميناء", "المينا")


def test_headers_are_read_as_people_write_them() -> None:
    (entry,), notes = parsed(' EN ,Ar,"EN Variants",Type\nRasma,رسما,Rasmah,PLACE\n')

    assert (entry.en_variants, entry.type) == (("Rasmah",), EntryType.PLACE)
    assert notes == ()


def test_unknown_columns_are_kept_and_said() -> None:
    entries, notes = parsed("en,ar,note,Source,en_note\nRasma,رسما,town,Map 3,x\nHRA,الهيئة,,,\n")

    assert [entry.note for entry in entries] == ["town\nSource: Map 3\nen_note: x", ""]
    assert notes == (
        "names.csv: the column Source is not known; it is kept in the note.",
        "names.csv: the column en_note is not known; it is kept in the note.",
    )


def test_invisible_characters_go_and_are_said() -> None:
    entries, notes = parsed("en,ar\nRasma,رسما\n \u200eTel\u00a0 Marwan ,\u202bتل مروان\u202c\n")

    assert (entries[1].en, entries[1].ar) == ("Tel Marwan", "تل مروان")
    assert notes == ("names.csv: invisible characters or needless spaces were removed in line 3.",)


def test_variants_are_cleaned_and_stand_once() -> None:
    (entry,), _ = parsed("en,ar,en_variants\nRasma,رسما,Rasmah| |Rasma|Rasmah | Ar-Rasma\n")

    assert entry.en_variants == ("Rasmah", "Ar-Rasma")


def test_made_keys_are_stable_and_unique() -> None:
    text = "en,ar,type\nKarim Haddad,كريم حداد,person\nKarim Haddad,كريم الحداد,person\n"

    keys = [entry.key for entry in parsed(text)[0]]

    assert keys[0] == "person/karim-haddad"
    assert keys[1].startswith("person/karim-haddad-")
    assert keys == [entry.key for entry in parsed(text)[0]]


def test_a_made_key_gives_way_to_a_given_one() -> None:
    text = "key,en,ar\n,Rasma,رسما\nother/rasma,Rasma town,بلدة رسما\n"

    first, second = (entry.key for entry in parsed(text)[0])

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
    assert len(parsed("\nen,ar,note\n\nRasma,رسما\n,,\n  \nHRA,الهيئة,x\n")[0]) == 2


def test_a_glossary_of_others() -> None:
    shared = SHARED.parent / "interchange" / "valid" / "tico19_f_en-ar_AR.csv"
    if not shared.exists():
        pytest.skip("the collection does not lie beside the checkout")

    entries, _ = read(shared)

    assert len(entries) > 300
