"""Keeping a termbase: search, save, bulk, merge, retire, history, undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.contract.examples import NADIA, RASMA
from tests.fakes import FakeStore
from translate_app.domain.glossary import (
    EntryStatus,
    EntryType,
    ForbiddenForm,
    GlossaryEntry,
)
from translate_app.domain.termbase_finding import TermbaseRule
from translate_app.errors import (
    DifferentNamesError,
    EntryNotFoundError,
    InvalidEntryError,
    NameRequiredError,
    StaleEntryError,
)
from translate_app.pipeline.entry_search import EntryIndex
from translate_app.services.entry_usage import EntryUsage
from translate_app.services.known_entries import KnownEntries
from translate_app.services.maintain_glossary import EntryChange, MaintainGlossary
from translate_app.services.matchers import Matchers

AUTHORITY = GlossaryEntry(
    "organisation/harbour-relief-authority",
    "Harbour Relief Authority",
    "هيئة إغاثة الميناء",
    EntryType.ORGANISATION,
    en_variants=("HRA",),
)
DECLARATION = GlossaryEntry(
    "document/rasma-declaration", "Rasma Declaration", "إعلان رسما", EntryType.DOCUMENT
)
TOWN = GlossaryEntry("place/rasma-town", "Town of Rasma", "رَسما", EntryType.PLACE, note="old")


def maintaining(*entries: GlossaryEntry) -> MaintainGlossary:
    store = FakeStore()
    with store.unit_of_work() as unit_of_work:
        unit_of_work.glossary.upsert(entries)
        unit_of_work.commit()
    known = KnownEntries(store.unit_of_work)
    usage = EntryUsage(store.unit_of_work, known, Matchers(store.unit_of_work))
    return MaintainGlossary(store.unit_of_work, known, usage)


@pytest.fixture
def maintain() -> MaintainGlossary:
    return maintaining(NADIA, RASMA, AUTHORITY, DECLARATION)


def keys(maintain: MaintainGlossary, query: str) -> list[str]:
    return [entry.key for entry in maintain.search(query).entries]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("rasma", RASMA),  # the whole name before the one that begins so
        ("RASMA DECL", DECLARATION),
        ("declaration rasma", DECLARATION),
        ("Sabag", NADIA),
        ("nadya sabag", NADIA),
        ("ناديه الصباغ", NADIA),
        ("صباغ", NADIA),
        ("نَادِيَة", NADIA),
        ("اغاثه", AUTHORITY),
        ("hra", AUTHORITY),
        ("Authorty", AUTHORITY),
        ("place/rasma", RASMA),
        ("إلاعلان", DECLARATION),
    ],
)
def test_search_forgives_spelling(
    maintain: MaintainGlossary, query: str, first: GlossaryEntry
) -> None:
    assert keys(maintain, query)[0] == first.key


def test_search_finds_nothing_for_what_is_not_there(maintain: MaintainGlossary) -> None:
    assert maintain.search("xylophone").total == 0
    assert maintain.search("\u200f ").total == 4  # nothing to see is nothing asked


def test_search_filters_and_is_limited(maintain: MaintainGlossary) -> None:
    maintain.save(replace(RASMA, scope="acme/harbour"), "Lina", RASMA)
    maintain.retire([NADIA.key], "Lina")
    assert maintain.search(types=[EntryType.PLACE]).total == 1
    assert maintain.search(statuses=[EntryStatus.RETIRED]).entries[0].key == NADIA.key
    assert [entry.key for entry in maintain.search(scope="acme").entries] == [RASMA.key]
    assert maintain.search(scope="").total == 3
    assert maintain.scopes() == ("acme/harbour",)
    best = maintain.search(limit=2)
    assert (best.total, best.entries) == (4, maintain.search().entries[:2])


def test_a_new_entry_is_cleaned_and_gets_a_key(maintain: MaintainGlossary) -> None:
    made = maintain.save(
        GlossaryEntry(
            "",
            " Karim\u200b  Haddad\u200f",
            "كريم حداد",
            EntryType.PERSON,
            en_variants=("Karim Haddad", "K. Haddad", "", "K.  Haddad"),
        ),
        " Lina ",
        None,
    )
    assert made == GlossaryEntry(
        "person/karim-haddad",
        "Karim Haddad",
        "كريم حداد",
        EntryType.PERSON,
        en_variants=("K. Haddad",),
    )
    assert maintain.get(made.key) == made
    assert keys(maintain, "karim")[0] == made.key
    assert maintain.history(made.key)[0].change.by == "Lina"


def test_a_second_person_of_one_name_gets_another_key(maintain: MaintainGlossary) -> None:
    other = maintain.save(replace(NADIA, ar="نادية صباغ", note="a nurse"), "Lina", None)
    assert other.key != NADIA.key
    assert other.key.startswith(NADIA.key)
    assert maintain.get(NADIA.key) == NADIA


def test_what_somebody_else_changed_is_not_overwritten(maintain: MaintainGlossary) -> None:
    theirs = maintain.save(replace(RASMA, note="theirs"), "Omar", RASMA)
    with pytest.raises(StaleEntryError) as refusal:
        maintain.save(replace(RASMA, note="mine"), "Lina", RASMA)
    assert refusal.value.parameters == {"key": RASMA.key, "by": "Omar"}
    assert maintain.get(RASMA.key) == theirs
    assert maintain.save(theirs, "Lina", RASMA) == theirs  # both wanted the same
    assert len(maintain.history(RASMA.key)) == 2


@pytest.mark.parametrize(
    ("differences", "field"),
    [
        ({"en": "\u200b "}, "en"),
        ({"ar": ""}, "ar"),
        ({"ar": "Rasma"}, "ar"),
        ({"en": "رسما"}, "en"),
        ({"en": "R" * 301}, "en"),
        ({"note": "n" * 5001}, "note"),
        ({"en_variants": tuple(f"Rasma {n}" for n in range(101))}, "en_variants"),
        ({"en": "Rasma \ue000"}, "en"),
        ({"ar_forbidden": (ForbiddenForm("رسما"),)}, "ar_forbidden"),
        ({"valid_from": date(2025, 2, 1), "valid_to": date(2025, 1, 1)}, "valid_to"),
        ({"replaced_by": "place/nowhere"}, "replaced_by"),
        ({"replaced_by": RASMA.key}, "replaced_by"),
        ({"key": "place/other"}, "key"),
    ],
)
def test_what_makes_no_sense_is_refused(
    maintain: MaintainGlossary, differences: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidEntryError) as refusal:
        maintain.save(replace(RASMA, **differences), "Lina", RASMA)  # type: ignore[arg-type]
    assert refusal.value.parameters["field"] == field
    assert maintain.get(RASMA.key) == RASMA


def test_a_name_that_is_not_translated_may_be_latin(maintain: MaintainGlossary) -> None:
    wanted = replace(RASMA, ar="Rasma", ar_variants=(), do_not_translate=True)
    assert maintain.save(wanted, "Lina", RASMA) == wanted


def test_warnings_tell_what_contradicts_the_termbase(maintain: MaintainGlossary) -> None:
    other = GlossaryEntry("", "Rasma", "القلعة", EntryType.PLACE, authority="register")
    (warning,) = maintain.warnings(other)
    assert (warning.rule, warning.keys) == (TermbaseRule.CONTRADICTION, ("", RASMA.key))
    assert maintain.warnings(replace(other, en="Tel Marwan")) == ()
    known = replace(RASMA, authority="register")
    assert maintain.warnings(known) == ()  # an entry does not contradict itself
    forbidding = replace(known, ar_forbidden=(ForbiddenForm(NADIA.ar),))
    assert [one.keys for one in maintain.warnings(forbidding)] == [(NADIA.key, RASMA.key)]


@pytest.mark.parametrize(
    "act",
    [
        lambda maintain: maintain.save(RASMA, " ", None),
        lambda maintain: maintain.bulk([RASMA.key], EntryChange(scope="acme"), ""),
        lambda maintain: maintain.merge(RASMA.key, [NADIA.key], "", accept_all=True),
        lambda maintain: maintain.retire([RASMA.key], ""),
        lambda maintain: maintain.undo(1, ""),
    ],
)
def test_nobody_changes_anything_without_a_name(
    maintain: MaintainGlossary, act: Callable[[MaintainGlossary], object]
) -> None:
    with pytest.raises(NameRequiredError):
        act(maintain)
    assert len(maintain.recent()) == 4


def test_bulk_changes_all_or_none(maintain: MaintainGlossary) -> None:
    change = EntryChange(
        status=EntryStatus.CANDIDATE, scope="acme", authority="register", add_note="to be seen"
    )
    with pytest.raises(EntryNotFoundError):
        maintain.bulk([RASMA.key, "place/nowhere"], change, "Lina")
    assert maintain.get(RASMA.key) == RASMA
    assert maintain.bulk([RASMA.key, NADIA.key, RASMA.key], change, "Lina") == 2
    assert maintain.bulk([RASMA.key, NADIA.key], change, "Lina") == 0  # a note is added once
    nadia = maintain.get(NADIA.key)
    assert nadia.note == "heads the authority\nto be seen"
    assert (nadia.status, nadia.scope) == (EntryStatus.CANDIDATE, "acme")


def test_a_merge_takes_the_names_over_and_retires_the_others() -> None:
    maintain = maintaining(RASMA, TOWN)
    kept = maintain.merge(RASMA.key, [TOWN.key], "Lina")
    assert kept.en_variants == (*RASMA.en_variants, "Town of Rasma")
    assert kept.ar_variants == RASMA.ar_variants  # the same spelling once
    assert kept.note == "old"
    gone = maintain.get(TOWN.key)
    assert (gone.status, gone.replaced_by) == (EntryStatus.RETIRED, RASMA.key)
    assert len({step.change.at for step in maintain.recent(2)}) <= 2


def test_a_merge_of_different_names_has_to_be_said(maintain: MaintainGlossary) -> None:
    with pytest.raises(DifferentNamesError):
        maintain.merge(RASMA.key, [NADIA.key], "Lina")
    preview = maintain.merged(RASMA.key, [NADIA.key], accept_all=True)
    assert maintain.get(RASMA.key) == RASMA
    assert maintain.merge(RASMA.key, [NADIA.key], "Lina", accept_all=True) == preview
    assert NADIA.ar in preview.ar_variants


def test_a_merge_never_accepts_what_is_forbidden() -> None:
    wrong = GlossaryEntry("place/rasma-2", "Rasma", "راسما", EntryType.PLACE)
    strict = replace(RASMA, ar_forbidden=(ForbiddenForm("راسما", "the council says so"),))
    maintain = maintaining(strict, wrong)
    kept = maintain.merge(RASMA.key, [wrong.key], "Lina")
    assert "راسما" not in kept.ar_variants
    assert kept.ar_forbidden == strict.ar_forbidden


def test_an_entry_is_not_merged_into_itself_or_a_retired_one(maintain: MaintainGlossary) -> None:
    with pytest.raises(InvalidEntryError):
        maintain.merge(RASMA.key, [RASMA.key], "Lina")
    maintain.retire([NADIA.key], "Lina")
    with pytest.raises(InvalidEntryError):
        maintain.retire([RASMA.key], "Lina", replaced_by=NADIA.key)
    with pytest.raises(InvalidEntryError):
        maintain.merge(NADIA.key, [RASMA.key], "Lina", accept_all=True)


def test_an_entry_of_a_chain_of_successors_can_still_be_edited() -> None:
    maintain = maintaining(RASMA, TOWN, DECLARATION)
    maintain.merge(TOWN.key, [RASMA.key], "Lina")
    maintain.merge(DECLARATION.key, [TOWN.key], "Lina", accept_all=True)
    assert maintain.bulk([RASMA.key], EntryChange(add_note="seen"), "Lina") == 1


def test_history_tells_field_by_field(maintain: MaintainGlossary) -> None:
    later = replace(
        RASMA, ar="رسمة", ar_forbidden=(ForbiddenForm("راسما", "old"),), valid_to=date(2025, 3, 1)
    )
    maintain.save(later, "Lina", RASMA)
    newest, oldest = maintain.history(RASMA.key)
    assert oldest.created
    assert not oldest.latest
    assert [(one.field, one.before, one.after) for one in newest.differences] == [
        ("ar", "رسما", "رسمة"),
        ("ar_forbidden", "", "راسما (old)"),
        ("valid_to", "", "2025-03-01"),
    ]
    assert maintain.recent(1) == (newest,)
    with pytest.raises(EntryNotFoundError):
        maintain.history("place/nowhere")


def test_only_the_latest_step_of_an_entry_is_undone(maintain: MaintainGlossary) -> None:
    first = maintain.save(replace(RASMA, note="one"), "Omar", RASMA)
    maintain.save(replace(first, note="two"), "Salma", first)
    second, one, _ = maintain.history(RASMA.key)
    with pytest.raises(StaleEntryError) as refusal:
        maintain.undo(one.change.revision, "Lina")
    assert refusal.value.parameters["by"] == "Salma"
    assert maintain.undo(second.change.revision, "Lina") == (first,)
    with pytest.raises(EntryNotFoundError):
        maintain.undo(999, "Lina")


def test_several_steps_are_undone_together() -> None:
    maintain = maintaining(RASMA, TOWN)
    maintain.merge(RASMA.key, [TOWN.key], "Lina")
    steps = [step.change.revision for step in maintain.recent(2)]
    maintain.undo(steps, "Lina")
    assert (maintain.get(RASMA.key), maintain.get(TOWN.key)) == (RASMA, TOWN)


def test_a_created_entry_is_retired_by_undo(maintain: MaintainGlossary) -> None:
    made = maintain.save(GlossaryEntry("", "Tel Marwan", "تل مروان"), "Lina", None)
    (step,) = maintain.history(made.key)
    assert maintain.undo(step.change.revision, "Lina")[0].status is EntryStatus.RETIRED


NAMES = st.text(st.sampled_from("abc RT-'."), min_size=1, max_size=12).map(lambda t: "N" + t)
ARABIC = st.text(st.sampled_from("ابجد ة"), min_size=1, max_size=12).map(lambda t: "ن" + t)
ENTRIES = st.builds(
    GlossaryEntry,
    key=st.just(RASMA.key),
    en=NAMES,
    ar=ARABIC,
    en_variants=st.lists(NAMES, max_size=3).map(tuple),
    note=st.text(st.sampled_from("xy \n"), max_size=8),
    context=st.lists(NAMES, max_size=2).map(tuple),
)


@given(st.lists(ENTRIES, min_size=1, max_size=6), st.integers(1, 6))
def test_undoing_saves_gives_back_what_was_before_them(
    states: list[GlossaryEntry], undone: int
) -> None:
    maintain = maintaining(RASMA)
    saved = [RASMA]
    for state in states:
        after = maintain.save(state, "Lina", saved[-1])
        if after != saved[-1]:
            saved.append(after)
    history = maintain.history(RASMA.key)
    assert [step.change.entry for step in history] == saved[::-1]
    assert all(step.differences for step in history[:-1])
    undone = min(undone, len(saved) - 1)
    if undone:
        latest = [step.change.revision for step in history[:undone]]
        assert maintain.undo(latest, "Omar") == (saved[-undone - 1],)
        assert maintain.get(RASMA.key) == saved[-undone - 1]
        again = maintain.history(RASMA.key)
        kept = history if saved[-undone - 1] == saved[-1] else again[1:]
        assert [one.change for one in kept] == [one.change for one in history]
        maintain.undo(again[0].change.revision, "Omar")  # an undone step can be had again
        assert saved[-undone - 1] == saved[-1] or maintain.get(RASMA.key) == saved[-1]


@given(ENTRIES, ENTRIES)
def test_a_merge_loses_no_name_and_is_undone(one: GlossaryEntry, other: GlossaryEntry) -> None:
    first = replace(one, key="other/one")
    maintain = maintaining()
    kept = maintain.save(first, "Lina", None)
    gone = maintain.save(replace(other, key="other/two"), "Lina", None)
    merged = maintain.merge(kept.key, [gone.key], "Lina", accept_all=True)
    for before in (kept, gone):
        assert {before.en, *before.en_variants} <= {merged.en, *merged.en_variants}
        assert {before.ar, *before.ar_variants} <= {merged.ar, *merged.ar_variants}
    steps = [
        maintain.history(key)[0].change.revision
        for key in (kept.key, gone.key)
        if not maintain.history(key)[0].created
    ]
    maintain.undo(steps, "Omar")
    assert (maintain.get(kept.key), maintain.get(gone.key)) == (kept, gone)


@given(st.lists(st.tuples(st.sampled_from("abc"), ENTRIES), max_size=8), NAMES)
def test_an_index_that_grew_finds_what_a_new_one_finds(
    steps: list[tuple[str, GlossaryEntry]], query: str
) -> None:
    grown = EntryIndex()
    present: dict[str, GlossaryEntry] = {}
    for key, entry in steps:
        present[key] = replace(entry, key=key)
        grown.put(present[key])
        grown.find(query)
    fresh = EntryIndex(present.values())
    assert len(grown) == len(present)
    assert grown.find("") == fresh.find("")
    assert grown.find(query) == fresh.find(query)
    for entry in present.values():
        assert entry in fresh.find(entry.en)
        assert entry in fresh.holding([entry.ar])
