"""An entry as the texts of its fields and back, for any entry that can be saved."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.domain.glossary import (
    CaseRule,
    EntryStatus,
    EntryType,
    ForbiddenForm,
    Gender,
    GlossaryEntry,
)
from translate_app.errors import InvalidEntryError
from translate_app.pipeline.entry_changes import cleaned
from translate_app.web.views.glossary.entry_fields import BLANK, NAMES, entry_of, texts_of

LINE = st.text(alphabet="abيو -", min_size=1, max_size=6).map(str.strip).filter(bool)
LINES = st.lists(LINE, max_size=3).map(tuple)
FORBIDDEN = st.lists(st.builds(ForbiddenForm, LINE, st.one_of(st.just(""), LINE)), max_size=3).map(
    tuple
)
ENTRIES = st.builds(
    GlossaryEntry,
    key=st.just("place/rasma"),
    en=LINE,
    ar=LINE,
    type=st.sampled_from(EntryType),
    status=st.sampled_from(EntryStatus),
    en_variants=LINES,
    ar_variants=LINES,
    gender=st.one_of(st.none(), st.sampled_from(Gender)),
    authority=LINE,
    note=LINE,
    en_title=LINE,
    ar_forbidden=FORBIDDEN,
    do_not_translate=st.booleans(),
    case=st.sampled_from(CaseRule),
    valid_from=st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1))),
    scope=LINE,
    context=LINES,
)


@given(ENTRIES)
def test_what_is_shown_is_read_back(entry: GlossaryEntry) -> None:
    entry = cleaned(entry)
    assert entry_of(texts_of(entry), entry) == entry
    assert set(texts_of(entry)) == set(NAMES)


@pytest.mark.parametrize("text", ["14 March", "2025-02-30", "2025", "٢٠٢٥", "x" * 5000])
def test_what_is_no_day_is_refused_by_its_field(text: str) -> None:
    with pytest.raises(InvalidEntryError) as refused:
        entry_of({**texts_of(BLANK), "valid_to": text}, BLANK)
    assert refused.value.parameters["field"] == "valid_to"


def test_an_entry_that_comes_back_into_use_is_replaced_by_none() -> None:
    gone = GlossaryEntry("place/a", "A", "أ", status=EntryStatus.RETIRED, replaced_by="place/rasma")
    assert entry_of(texts_of(gone), gone).replaced_by == "place/rasma"
    back = {**texts_of(gone), "status": EntryStatus.APPROVED}
    assert entry_of(back, gone).replaced_by == ""


def test_fields_that_were_never_filled_change_no_choice() -> None:
    assert entry_of({"en": "Rasma", "ar": "رسما"}, BLANK) == GlossaryEntry("", "Rasma", "رسما")
