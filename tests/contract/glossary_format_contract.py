"""What every file form of the termbase promises. A form's test class inherits these tests."""

import json
from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contract.exporter_contract import hostile_texts
from translate_app.adapters.formats.cells import clean_name
from translate_app.adapters.formats.glossary_reader import GlossaryFileReader
from translate_app.domain.glossary import (
    CaseRule,
    EntryStatus,
    EntryType,
    ForbiddenForm,
    Gender,
    GlossaryEntry,
)

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "eval"

RASMA = GlossaryEntry("place/rasma", "Rasma", "رسما", EntryType.PLACE)
FULL = GlossaryEntry(
    key="person/nadia-sabbagh",
    en="Nadia Sabbagh",
    ar="نادية الصباغ",
    type=EntryType.PERSON,
    status=EntryStatus.CANDIDATE,
    en_variants=("Nadia al-Sabbagh", "NS"),
    ar_variants=("ناديا الصباغ",),
    gender=Gender.FEMININE,
    authority="Media office",
    note="Head of the Authority\nsince 2024",
    en_title="President",
    ar_title="الرئيسة",
    en_forbidden=(ForbiddenForm("Nadja Sabag", "German spelling"), ForbiddenForm("a | b :: c")),
    ar_forbidden=(ForbiddenForm("نادية صباغ", "without the article :: ever"),),
    case=CaseRule.EXACT,
    valid_from=date(2024, 5, 1),
    valid_to=date(2026, 4, 30),
    scope="harbour/camps",
    context=("Authority", "هيئة"),
    replaced_by="person/nadia",
)
"""An entry with something in every field but one."""
KEPT = GlossaryEntry("other/hra", "HRA", "HRA", do_not_translate=True, case=CaseRule.ANY)

NAMES = (
    (
        st.text(min_size=1, max_size=30)
        | st.text(alphabet="='+-@|\\:\t \"',;<&\u200bاب_x0", min_size=1, max_size=10)
    )
    .map(clean_name)
    .filter(bool)
)
FORMS = st.lists(NAMES, max_size=3, unique=True).map(tuple)
FORBIDDEN = st.lists(
    st.builds(ForbiddenForm, NAMES, NAMES | st.just("")),
    max_size=2,
    unique_by=lambda form: form.text,
).map(tuple)
DAYS = st.none() | st.dates(min_value=date(1000, 1, 1))


@st.composite
def entries(draw: st.DrawFn) -> tuple[GlossaryEntry, ...]:
    """Entries as reading makes them: clean, each form once, keys without spaces."""
    keys = draw(st.lists(NAMES.map(_key), max_size=3, unique=True))
    made = []
    for key in keys:
        en, ar = draw(NAMES), draw(NAMES)
        made.append(
            GlossaryEntry(
                key=key,
                en=en,
                ar=ar,
                type=draw(st.sampled_from(EntryType)),
                status=draw(st.sampled_from(EntryStatus)),
                en_variants=tuple(one for one in draw(FORMS) if one != en),
                ar_variants=tuple(one for one in draw(FORMS) if one != ar),
                gender=draw(st.none() | st.sampled_from(Gender)),
                authority=draw(NAMES | st.just("")),
                note="\n".join(draw(st.lists(NAMES, max_size=2))),
                en_title=draw(NAMES | st.just("")),
                ar_title=draw(NAMES | st.just("")),
                en_forbidden=draw(FORBIDDEN),
                ar_forbidden=draw(FORBIDDEN),
                do_not_translate=draw(st.booleans()),
                case=draw(st.sampled_from(CaseRule)),
                valid_from=draw(DAYS),
                valid_to=draw(DAYS),
                scope=draw(NAMES | st.just("") | st.sampled_from(["harbour", "harbour/camps"])),
                context=draw(FORMS),
                replaced_by=draw(NAMES.map(_key) | st.just("")),
            )
        )
    return tuple(made)


def _key(name: str) -> str:
    return "-".join(name.split())


class GlossaryFormatContract(ABC):
    """Inherit this, say how the form is written, and add what is its own."""

    file = "names"
    """Name of a file of this form."""

    @abstractmethod
    def serialize(self, entries: Sequence[GlossaryEntry]) -> bytes:
        """The entries in this form."""

    def read(self, content: bytes) -> tuple[tuple[GlossaryEntry, ...], tuple[str, ...]]:
        """Entries and notes, the form told by its content."""
        return GlossaryFileReader().parse(content, self.file)

    def test_every_field_is_kept(self) -> None:
        assert self.read(self.serialize([FULL, RASMA, KEPT])) == ((FULL, RASMA, KEPT), ())

    def test_what_was_written_is_read_again_unchanged(self) -> None:
        @settings(deadline=None, max_examples=60)
        @given(entries=entries())
        def holds(entries: tuple[GlossaryEntry, ...]) -> None:
            # One that is always there: some forms cannot tell an empty termbase from a mistake.
            written = (RASMA, *(entry for entry in entries if entry.key != RASMA.key))
            assert self.read(self.serialize(written)) == (written, ())

        holds()

    def test_hostile_texts_are_kept_or_cleaned(self) -> None:
        texts = [text for text in hostile_texts() if clean_name(text) and len(text) < 300]
        made = [
            GlossaryEntry(f"k/{number}", text, text, note=text, ar_forbidden=(ForbiddenForm(text),))
            for number, text in enumerate(texts)
        ]

        found, _ = self.read(self.serialize(made))

        assert [entry.en for entry in found] == [clean_name(text) for text in texts]

    def test_formulas_come_back_as_the_text_they_were(self) -> None:
        payloads = ["=1+1", "+963 11 123 4567", "-- desk", "@harbour", "#N/A", "1", "TRUE"]
        shared = SHARED / "hostile" / "csv" / "formula_injection.jsonl"
        if shared.exists():
            lines = shared.read_text("utf-8").splitlines()
            payloads += [json.loads(line)["payload"] for line in lines]
        made = [GlossaryEntry(f"k/{n}", text, text) for n, text in enumerate(payloads)]

        found, _ = self.read(self.serialize(made))

        assert [entry.en for entry in found] == [clean_name(text) for text in payloads]
