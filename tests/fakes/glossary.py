"""The termbase and what was decided about names, in memory."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from tests.fakes.transaction import FakeTransaction
from translate_app.domain.glossary import (
    DismissedName,
    GlossaryChange,
    GlossaryEntry,
    NameChoice,
    SyncedEntry,
)
from translate_app.errors import EntryNotFoundError


class FakeGlossaryRepository:
    """Implements `ports.GlossaryRepository`."""

    def __init__(self, transaction: FakeTransaction) -> None:
        self._transaction = transaction

    def all(self) -> Sequence[GlossaryEntry]:
        entries = self._transaction.read().entries
        return [entries[key] for key in sorted(entries)]

    def get(self, key: str) -> GlossaryEntry:
        try:
            return self._transaction.read().entries[key]
        except KeyError:
            raise EntryNotFoundError(key=key) from None

    def history(self, key: str) -> Sequence[GlossaryChange]:
        return [one for one in self._transaction.read().entry_changes if one.entry.key == key]

    def changes(self, after: int = 0, limit: int | None = None) -> Sequence[GlossaryChange]:
        steps = self._transaction.read().entry_changes
        newest = [one for one in reversed(steps) if one.revision > after]
        return newest if limit is None else newest[:limit]

    def upsert(
        self, entries: Iterable[GlossaryEntry], by: str | None = None
    ) -> tuple[int, int, int]:
        content = self._transaction.write()
        added = changed = unchanged = 0
        for entry in entries:
            present = content.entries.get(entry.key)
            if present == entry:
                unchanged += 1
                continue
            added += present is None
            changed += present is not None
            content.entries[entry.key] = entry
            step = GlossaryChange(self.revision() + 1, datetime.now(UTC), by, entry)
            content.entry_changes = (*content.entry_changes, step)
        return added, changed, unchanged

    def revision(self) -> int:
        return len(self._transaction.read().entry_changes)


class FakeNameRepository:
    """Implements `ports.NameRepository`."""

    def __init__(self, transaction: FakeTransaction) -> None:
        self._transaction = transaction

    def choices(self, release_id: str) -> Mapping[str, str]:
        made = self._transaction.read().choices
        return {surface: choice.entry for (of, surface), choice in made.items() if of == release_id}

    def choose(self, choice: NameChoice) -> None:
        self._transaction.write().choices[choice.release_id, choice.surface] = choice

    def dismissed(self) -> Sequence[DismissedName]:
        names = self._transaction.read().dismissed
        return sorted(names, key=lambda one: (-one.at.timestamp(), one.language, one.surface))

    def dismiss(self, name: DismissedName) -> None:
        content = self._transaction.write()
        if not any(_same_name(one, name) for one in content.dismissed):
            content.dismissed = (*content.dismissed, name)

    def recall(self, name: DismissedName) -> None:
        content = self._transaction.write()
        content.dismissed = tuple(one for one in content.dismissed if not _same_name(one, name))

    def synced(self) -> Mapping[str, SyncedEntry]:
        return dict(self._transaction.read().synced)

    def keep_synced(self, entries: Mapping[str, SyncedEntry]) -> None:
        self._transaction.write().synced = dict(entries)


def _same_name(one: DismissedName, other: DismissedName) -> bool:
    return (one.language, one.surface) == (other.language, other.surface)
