"""What entries were before: their earlier states, and those of entries merged into them."""

from collections.abc import Iterable, Mapping, Sequence

from translate_app.domain.glossary import EntryStatus, GlossaryEntry
from translate_app.errors import EntryNotFoundError
from translate_app.ports import UnitOfWork

_MANY = 60
"""Histories of more entries than this are read at once."""


def in_use(keys: Iterable[str], known: Mapping[str, GlossaryEntry]) -> tuple[GlossaryEntry, ...]:
    """The approved entries among `keys`; for one that was replaced, its successor.

    Raises:
        EntryNotFoundError: one of them is not in the termbase.
    """
    found = {}
    for key in keys:
        if key not in known:
            raise EntryNotFoundError(key=key)
        entry = successor(known[key], known)
        if entry.status is EntryStatus.APPROVED:
            found[entry.key] = entry
    return tuple(found.values())


def successor(entry: GlossaryEntry, known: Mapping[str, GlossaryEntry]) -> GlossaryEntry:
    """The entry to use instead of a retired one: itself where nothing replaces it."""
    seen = {entry.key}
    while entry.status is EntryStatus.RETIRED and entry.replaced_by in known:
        if entry.replaced_by in seen:
            break  # two entries that replace each other: nothing is meant by that
        entry = known[entry.replaced_by]
        seen.add(entry.key)
    return entry


def former_states(
    unit_of_work: UnitOfWork,
    entries: Iterable[GlossaryEntry],
    known: Mapping[str, GlossaryEntry],
) -> Mapping[str, Sequence[GlossaryEntry]]:
    """By key, every state that each of `entries`, or one merged into it, ever had."""
    wanted = {entry.key for entry in entries}
    heirs = {key: key for key in wanted}
    for entry in known.values():
        if entry.replaced_by and (heir := successor(entry, known).key) in wanted:
            heirs[entry.key] = heir
    states: dict[str, list[GlossaryEntry]] = {key: [] for key in wanted}
    if len(heirs) > _MANY:
        changes = unit_of_work.glossary.changes()
    else:
        changes = [one for key in heirs for one in unit_of_work.glossary.history(key)]
    for change in changes:
        if change.entry.key in heirs:
            states[heirs[change.entry.key]].append(change.entry)
    return states
