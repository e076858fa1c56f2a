"""The life of an entry step by step, and the way back."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from translate_app.domain.glossary import GlossaryChange, GlossaryEntry
from translate_app.errors import EntryNotFoundError, StaleEntryError
from translate_app.pipeline.entry_changes import FieldChange, differences, retired
from translate_app.ports import UnitOfWork

UNKNOWN_PERSON = "?"
"""Who made a change that no person made (loading the files that ship with the program)."""


@dataclass(frozen=True, slots=True)
class EntryStep:
    """A change of an entry beside the state before it."""

    change: GlossaryChange
    differences: tuple[FieldChange, ...]
    """Field by field; empty for the step that made the entry."""
    created: bool
    latest: bool
    """Whether it can be undone: nothing has changed the entry since."""


def steps_of(history: Sequence[GlossaryChange]) -> tuple[EntryStep, ...]:
    """The steps of one entry, oldest first."""
    return tuple(
        EntryStep(
            change,
            differences(history[place - 1].entry, change.entry) if place else (),
            created=not place,
            latest=place == len(history) - 1,
        )
        for place, change in enumerate(history)
    )


def revisions_by_key(
    unit_of_work: UnitOfWork, revisions: Collection[int]
) -> Mapping[str, list[int]]:
    """The revisions by the key of the entry that they changed, oldest first."""
    found: dict[str, list[int]] = {}
    for change in unit_of_work.glossary.changes(after=min(revisions, default=1) - 1):
        if change.revision in revisions:
            found.setdefault(change.entry.key, []).insert(0, change.revision)
    missing = set(revisions) - {each for undone in found.values() for each in undone}
    if missing:
        raise EntryNotFoundError(key=f"({min(missing)})")
    return found


def before(history: Sequence[GlossaryChange], undone: Sequence[int]) -> GlossaryEntry:
    """The entry before the steps `undone`, which must be its latest."""
    latest = [change.revision for change in history[-len(undone) :]]
    if latest != list(undone):
        raise StaleEntryError(key=history[-1].entry.key, by=history[-1].by or UNKNOWN_PERSON)
    if len(undone) == len(history):
        return retired(history[0].entry)
    return history[-len(undone) - 1].entry
