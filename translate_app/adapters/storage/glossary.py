"""The termbase and the history of its entries."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update

from translate_app.adapters.storage.glossary_rows import columns, document, entry_of
from translate_app.adapters.storage.tables import glossary_changes, glossary_entries
from translate_app.adapters.storage.transaction import Transaction
from translate_app.domain.glossary import GlossaryChange, GlossaryEntry
from translate_app.errors import EntryNotFoundError
from translate_app.ports import Clock

_FEW = 500
"""Keys that one query names; SQLite takes 999 parameters at least."""


class SqlGlossaryRepository:
    """Implements `ports.GlossaryRepository`."""

    def __init__(self, transaction: Transaction, clock: Clock) -> None:
        self._transaction = transaction
        self._clock = clock

    def all(self) -> Sequence[GlossaryEntry]:
        """Every entry, by key."""
        entries = self._transaction.read(
            select(glossary_entries), lambda row: entry_of(dict(row._mapping))
        )
        # Sorted here: a database may sort by the rules of a language.
        return sorted(entries, key=lambda entry: entry.key)

    def get(self, key: str) -> GlossaryEntry:
        """The entry of that key.

        Raises:
            EntryNotFoundError: there is none.
        """
        found = self._transaction.read(
            select(glossary_entries).where(glossary_entries.c.key == key),
            lambda row: entry_of(dict(row._mapping)),
        )
        if not found:
            raise EntryNotFoundError(key=key)
        return found[0]

    def history(self, key: str) -> Sequence[GlossaryChange]:
        """All changes of an entry, oldest first; none for a key that is not there."""
        return self._transaction.read(
            select(glossary_changes)
            .where(glossary_changes.c.key == key)
            .order_by(glossary_changes.c.revision),
            _change,
        )

    def changes(self, after: int = 0, limit: int | None = None) -> Sequence[GlossaryChange]:
        """Changes of any entry since revision `after`, the newest `limit`, newest first."""
        return self._transaction.read(
            select(glossary_changes)
            .where(glossary_changes.c.revision > after)
            .order_by(glossary_changes.c.revision.desc())
            .limit(limit),
            _change,
        )

    def upsert(
        self, entries: Iterable[GlossaryEntry], by: str | None = None
    ) -> tuple[int, int, int]:
        """Add or change entries by key; (added, changed, unchanged).

        Of several entries with one key the last one stays; each counts as a step.
        """
        self._transaction.lock()
        entries = list(entries)
        present = self._present({entry.key for entry in entries})
        known = set(present)
        steps: list[GlossaryEntry] = []
        added = unchanged = 0
        for entry in entries:
            if present.get(entry.key) == entry:
                unchanged += 1
                continue
            added += entry.key not in present
            present[entry.key] = entry
            steps.append(entry)
        self._store([present[key] for key in dict.fromkeys(step.key for step in steps)], known)
        self._note(steps, by)
        return added, len(steps) - added, unchanged

    def revision(self) -> int:
        """Grows by one with every change of the termbase."""
        query = select(func.max(glossary_changes.c.revision).label("revision"))
        return self._transaction.read(query, lambda row: int(row.revision or 0))[0]

    def _present(self, keys: set[str]) -> dict[str, GlossaryEntry]:
        """The entries of those keys; a few are asked for by name, many are read with the rest."""
        if len(keys) > _FEW:
            return {entry.key: entry for entry in self.all()}
        found = self._transaction.read(
            select(glossary_entries).where(glossary_entries.c.key.in_(keys)),
            lambda row: entry_of(dict(row._mapping)),
        )
        return {entry.key: entry for entry in found}

    def _store(self, entries: Sequence[GlossaryEntry], known: set[str]) -> None:
        self._transaction.write(
            insert(glossary_entries), [columns(e) for e in entries if e.key not in known]
        )
        self._transaction.write(
            update(glossary_entries).where(glossary_entries.c.key == bindparam("present_key")),
            [{"present_key": e.key, **columns(e)} for e in entries if e.key in known],
        )

    def _note(self, steps: Sequence[GlossaryEntry], by: str | None) -> None:
        now = self._clock()
        self._transaction.write(
            insert(glossary_changes),
            [
                {"revision": revision, "key": e.key, "at": now, "by": by, "entry": document(e)}
                for revision, e in enumerate(steps, start=self.revision() + 1)
            ],
        )


def _change(row: Row[Any]) -> GlossaryChange:
    return GlossaryChange(row.revision, row.at, row.by, entry_of(row.entry))
