"""Why a change of the termbase is refused."""

from collections.abc import Collection

from translate_app.domain.glossary import EntryStatus, GlossaryEntry
from translate_app.errors import (
    N_,
    EntryNotFoundError,
    InvalidEntryError,
    StaleEntryError,
)
from translate_app.pipeline.entry_changes import refuse_invalid
from translate_app.ports import UnitOfWork
from translate_app.services.entry_history import UNKNOWN_PERSON


class TakenKeys:
    """The keys that entries have, or had."""

    def __init__(self, unit_of_work: UnitOfWork) -> None:
        self._unit_of_work = unit_of_work

    def __contains__(self, key: object) -> bool:
        return bool(self._unit_of_work.glossary.history(str(key)))


def stale(unit_of_work: UnitOfWork, key: str) -> StaleEntryError:
    """What is raised where somebody else changed the entry first; it says who."""
    people = [step.by for step in unit_of_work.glossary.history(key)]
    return StaleEntryError(key=key, by=(people and people[-1]) or UNKNOWN_PERSON)


def refuse_wrong(
    unit_of_work: UnitOfWork,
    entry: GlossaryEntry,
    before: GlossaryEntry | None = None,
    changed: Collection[str] = (),
) -> None:
    """Refuse an entry that is wrong in itself, or now replaced by what is not in use.

    `before` is the entry as it stands; `changed` are keys that change in the same way.

    Raises:
        InvalidEntryError: it names the field and the reason.
    """
    refuse_invalid(entry)
    if not entry.replaced_by or (before and before.replaced_by == entry.replaced_by):
        return
    try:
        successor = unit_of_work.glossary.get(entry.replaced_by)
    except EntryNotFoundError:
        raise InvalidEntryError(
            key=entry.key, field="replaced_by", reason=N_("the termbase has no such entry")
        ) from None
    if successor.status is EntryStatus.RETIRED or successor.key in changed:
        raise InvalidEntryError(
            key=entry.key, field="replaced_by", reason=N_("that entry is itself retired")
        )
