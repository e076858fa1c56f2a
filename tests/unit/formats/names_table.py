"""Tables of names, as the tests of CSV read them."""

from pathlib import Path

import pytest

from translate_app.adapters.formats.glossary_reader import GlossaryFileReader
from translate_app.domain.glossary import EntryStatus, EntryType, Gender, GlossaryEntry
from translate_app.errors import GlossaryFileError

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


def parsed(text: str) -> tuple[tuple[GlossaryEntry, ...], tuple[str, ...]]:
    return read.parse(text.encode("utf-8"), "names.csv")


def refusal(text: str) -> tuple[object, object]:
    """Line and reason of the refusal."""
    with pytest.raises(GlossaryFileError) as caught:
        parsed(text)
    return caught.value.parameters["line"], caught.value.parameters["reason"]
