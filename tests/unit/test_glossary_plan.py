"""What a sync would do, whatever stands on either side."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from translate_app.domain.glossary import EntryStatus, EntryType, GlossaryEntry, SyncedEntry
from translate_app.pipeline.glossary_plan import Side, SyncPlan, plan_sync

KEYS = ("place/rasma", "person/nadia", "other/hra")


def _entries(key: str) -> st.SearchStrategy[GlossaryEntry]:
    return st.builds(
        GlossaryEntry,
        key=st.just(key),
        en=st.just("Rasma"),
        ar=st.just("رسما"),
        type=st.sampled_from([EntryType.PLACE, EntryType.PERSON]),
        status=st.sampled_from(EntryStatus),
        note=st.sampled_from(["", "one", "two"]),
    )


SOME = st.fixed_dictionaries({}, optional={key: _entries(key) for key in KEYS})


def _after(
    held: Mapping[str, GlossaryEntry], present: Mapping[str, GlossaryEntry], plan: SyncPlan
) -> tuple[dict[str, GlossaryEntry], dict[str, GlossaryEntry]]:
    """Both sides when the plan is carried out."""
    files = {**held, **{one.after.key: one.after for one in plan.into_files}}
    return files, {**present, **{one.after.key: one.after for one in plan.into_termbase}}


@settings(deadline=None)
@given(held=SOME, present=SOME, last=SOME, prefer=st.sampled_from([None, "files", "termbase"]))
def test_a_second_sync_has_nothing_to_do(
    held: dict[str, GlossaryEntry],
    present: dict[str, GlossaryEntry],
    last: dict[str, GlossaryEntry],
    prefer: Side | None,
) -> None:
    agreed = {key: SyncedEntry("a.csv", entry) for key, entry in last.items()}
    plan = plan_sync({"a.csv": tuple(held.values())}, present, agreed, (), prefer)
    files, termbase = _after(held, present, plan)

    again = plan_sync({"a.csv": tuple(files.values())}, termbase, plan.agreed, (), prefer)

    assert (again.into_termbase, again.into_files) == ((), ())
    assert again.conflicts == plan.conflicts
    assert prefer is None or not plan.conflicts
    for key in plan.agreed:
        if key not in {one.in_termbase.key for one in plan.conflicts}:
            assert files[key] == termbase[key] == plan.agreed[key].entry


@settings(deadline=None)
@given(held=SOME, present=SOME, last=SOME, prefer=st.sampled_from([None, "files", "termbase"]))
def test_what_only_one_side_changed_is_never_lost(
    held: dict[str, GlossaryEntry],
    present: dict[str, GlossaryEntry],
    last: dict[str, GlossaryEntry],
    prefer: Side | None,
) -> None:
    agreed = {key: SyncedEntry("a.csv", entry) for key, entry in last.items()}

    plan = plan_sync({"a.csv": tuple(held.values())}, present, agreed, (), prefer)

    files, termbase = _after(held, present, plan)
    for key in set(held) & set(present) & set(last):
        if present[key] == last[key]:
            assert termbase[key] == held[key]
        elif held[key] == last[key]:
            assert files[key] == present[key]
