"""The termbase as TBX: both versions read, in both styles; version 3 written."""

import time
from collections.abc import Sequence

import pytest
from lxml import etree

from tests.contract.glossary_format_contract import (
    FULL,
    RASMA,
    SHARED,
    GlossaryFormatContract,
)
from translate_app.adapters.formats.glossary_reader import GlossaryFileReader
from translate_app.adapters.formats.tbx_write import serialize
from translate_app.domain.glossary import (
    EntryStatus,
    EntryType,
    ForbiddenForm,
    Gender,
    GlossaryEntry,
)
from translate_app.errors import GlossaryFileError, InputError, UnreadableSourceError

READ = GlossaryFileReader()
NS = {"t": "urn:iso:std:iso:30042:ed-2"}


class TestTbxForm(GlossaryFormatContract):
    file = "names.tbx"

    def serialize(self, entries: Sequence[GlossaryEntry]) -> bytes:
        return serialize(entries)


V2 = """\
<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>Harbour</p></sourceDesc>
</fileDesc></martifHeader><text><body>
<termEntry id="c1">
  <descrip type="subjectField">organisation</descrip>
  <descripGrp><descrip type="definition">the relief body of Rasma</descrip></descripGrp>
  <langSet xml:lang="en-GB">
    <tig><term>HRA</term>
      <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
    <ntig><termGrp><term>Harbour <hi>Relief</hi> Authority</term>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp>
      <adminGrp><admin type="source">its own site</admin></adminGrp></ntig>
    <tig><term>Port Help</term>
      <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
      <note>a translation of a translation</note></tig>
  </langSet>
  <langSet xml:lang="ar"><tig><term>هيئة إغاثة الميناء</term>
    <termNote type="grammaticalGender">feminine</termNote></tig></langSet>
  <langSet xml:lang="fr"><tig><term>Autorité de secours</term></tig></langSet>
</termEntry>
<termEntry><langSet xml:lang="en"><tig><term>alone</term></tig></langSet></termEntry>
</body></text></martif>
"""

DCT = """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>Harbour</p></sourceDesc></fileDesc></tbxHeader>
<text><body><conceptEntry id="c1">
  <min:subjectField>place</min:subjectField>
  <min:customerSubset>harbour</min:customerSubset>
  <basic:projectSubset>camps</basic:projectSubset>
  <min:externalCrossReference target="https://example.org/rasma"/>
  <note>on the coast</note>
  <langSec xml:lang="ar"><termSec><term>رسما</term></termSec></langSec>
  <langSec xml:lang="en">
    <termSec><term>Rasmah</term>
      <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
    <termSec><term>Rasma</term><min:partOfSpeech>properNoun</min:partOfSpeech>
      <basic:source>Map 3</basic:source></termSec>
  </langSec>
</conceptEntry></body></text></tbx>
"""


def test_version_2() -> None:
    assert READ.parse(V2.encode(), "v2.tbx") == (
        (
            GlossaryEntry(
                key="organisation/harbour-relief-authority",
                en="Harbour Relief Authority",
                ar="هيئة إغاثة الميناء",
                type=EntryType.ORGANISATION,
                en_variants=("HRA",),
                gender=Gender.FEMININE,
                note="definition: the relief body of Rasma\nsource: its own site",
                en_forbidden=(ForbiddenForm("Port Help", "a translation of a translation"),),
            ),
        ),
        (
            "v2.tbx: entries without a name in English and in Arabic: 1.",
            "v2.tbx: the category definition is kept in the note.",
            "v2.tbx: the category source is kept in the note.",
        ),
    )


def test_version_3_with_categories_as_elements() -> None:
    (entry,), notes = READ.parse(DCT.encode(), "v3.tbx")

    assert entry == GlossaryEntry(
        key="place/rasma",
        en="Rasma",
        ar="رسما",
        type=EntryType.PLACE,
        note="externalCrossReference: https://example.org/rasma\non the coast\nsource: Map 3",
        en_forbidden=(ForbiddenForm("Rasmah"),),
        scope="harbour/camps",
    )
    assert notes == (
        "v3.tbx: the category externalCrossReference is kept in the note.",
        "v3.tbx: the category source is kept in the note.",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_encodings_whatever_the_declaration_says(encoding: str) -> None:
    text = DCT.replace("UTF-8", "windows-1256" if encoding == "cp1256" else "UTF-8")

    (entry,), _ = READ.parse(text.encode(encoding), "v3.tbx")

    assert entry.ar == "رسما"


def test_an_entry_of_the_past_is_retired() -> None:
    past = DCT.replace(
        "<term>رسما</term>",
        "<term>رسما</term><min:administrativeStatus>"
        "supersededTerm-admn-sts</min:administrativeStatus>",
    )

    (entry,), _ = READ.parse(past.encode(), "v3.tbx")

    assert entry.status is EntryStatus.RETIRED


def test_written_in_the_categories_of_the_standard() -> None:
    root = etree.fromstring(serialize([FULL]))

    def values(path: str) -> list[str]:
        return [str(value) for value in root.xpath(path, namespaces=NS)]

    assert (root.get("style"), root.get("type")) == ("dca", "TBX-Basic")
    assert values("//t:descrip[@type='subjectField']/text()") == ["person"]
    assert values("//t:admin[@type='source']/text()") == ["Media office"]
    assert values("//t:admin[@type='customerSubset']/text()") == ["harbour"]
    assert values("//t:admin[@type='projectSubset']/text()") == ["camps"]
    english = "//t:langSec[@xml:lang='en']/t:termSec"
    assert values(f"{english}/t:term/text()")[:3] == ["Nadia Sabbagh", "Nadia al-Sabbagh", "NS"]
    assert values(f"{english}/t:termNote[@type='administrativeStatus']/text()") == [
        "preferredTerm-admn-sts",
        "admittedTerm-admn-sts",
        "admittedTerm-admn-sts",
        "deprecatedTerm-admn-sts",
        "deprecatedTerm-admn-sts",
    ]
    assert values(f"{english}/t:termNote[@type='termType']/text()") == ["variant", "acronym"]
    assert set(values("//t:termNote[@type='grammaticalGender']/text()")) == {"feminine"}
    assert set(values("//t:termNote[@type='partOfSpeech']/text()")) == {"properNoun"}


@pytest.mark.parametrize(
    "note", ["translate_app.status: retired", "translate_app.nothing: x", "a\nb", "definition: x"]
)
def test_notes_of_people_that_look_like_ours(note: str) -> None:
    entry = GlossaryEntry("place/rasma", "Rasma", "رسما", EntryType.PLACE, note=note)

    assert READ.parse(serialize([entry]), "names.tbx") == ((entry,), ())


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<html><body/></html>", "no TBX"),
        ("<tbx><text>", "not well-formed"),
        ('<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tbx>&a;</tbx>', "entities"),
        ("<tbx>" + "<a>" * 5000 + "</a>" * 5000 + "</tbx>", "not well-formed"),
        ('<!DOCTYPE martif SYSTEM "x.dtd"><martif>&undefined;</martif>', "no entry"),
        ("<tbx/>", "no entry in it has a name in English and in Arabic"),
    ],
)
def test_what_is_no_tbx(content: str, reason: str) -> None:
    with pytest.raises(UnreadableSourceError, match=reason):
        READ.parse(content.encode(), "names.tbx")


def test_an_entry_that_cannot_be_used_is_named_by_its_line() -> None:
    long = DCT.replace("<term>Rasma</term>", f"<term>{'R' * 301}</term>")

    with pytest.raises(GlossaryFileError) as caught:
        READ.parse(long.encode(), "names.tbx")
    assert caught.value.parameters["line"] == 5


def test_a_long_reason_goes_into_the_note() -> None:
    reason = "because " * 60
    told = V2.replace("a translation of a translation", reason)

    (entry,), _ = READ.parse(told.encode(), "v2.tbx")

    assert entry.en_forbidden == (ForbiddenForm("Port Help"),)
    assert f"Port Help: {reason.strip()}" in entry.note


def test_files_of_others() -> None:
    sample = SHARED / "interchange" / "valid" / "okapi_test01.tbx"
    if not sample.exists():
        pytest.skip("the collection does not lie beside the checkout")

    # It is of English and Hungarian.
    with pytest.raises(UnreadableSourceError, match="in English and in Arabic"):
        READ(sample)
    swapped = sample.read_bytes().replace(b'xml:lang="hu"', b'xml:lang="ar"')
    (entry,), _ = READ.parse(swapped, sample.name)
    assert entry.en == "alpha smoothing factor"


def test_markup_of_a_hostile_collection() -> None:
    folder = SHARED / "hostile" / "xml"
    if not folder.exists():
        pytest.skip("the collection does not lie beside the checkout")
    for path in sorted(folder.iterdir()):
        begun = time.monotonic()
        with pytest.raises(InputError) as caught:
            READ(path)
        assert time.monotonic() - begun < 2, path
        assert "root:" not in str(caught.value)


def test_names_with_markup_in_them_are_text() -> None:
    entry = GlossaryEntry("other/b", "<b>&amp;", "رسما ]]>", EntryType.OTHER)

    assert READ.parse(serialize([entry, RASMA]), "names.tbx")[0][0] == entry
