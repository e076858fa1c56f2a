"""The termbase in memory, kept up to date by its revisions; shared by all threads."""

import threading
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from translate_app.domain.glossary import GlossaryEntry
from translate_app.pipeline.entry_search import EntryIndex
from translate_app.ports import UnitOfWork, UnitOfWorkFactory


class KnownEntries:
    """Every entry, whatever its status, and an index for searching them.

    Reading a large termbase takes seconds, so only what has changed is read again.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work
        self._lock = threading.Lock()
        self._revision = -1
        self._entries: dict[str, GlossaryEntry] = {}
        self._shared: Mapping[str, GlossaryEntry] = MappingProxyType({})
        self._index: EntryIndex | None = None

    def __call__(self) -> Mapping[str, GlossaryEntry]:
        """The entries by key, as the store has them now."""
        with self._lock:
            self._refresh()
            return self._shared

    def search(
        self, query: str, wanted: Callable[[GlossaryEntry], bool] | None = None
    ) -> tuple[GlossaryEntry, ...]:
        """The entries that answer `query`, best first (see `pipeline.entry_search`)."""
        with self._lock:
            return self._fresh_index().find(query, wanted)

    def holding(self, forms: Iterable[str]) -> tuple[GlossaryEntry, ...]:
        """The entries that have one of `forms`, whole but in any spelling."""
        with self._lock:
            return self._fresh_index().holding(forms)

    def _fresh_index(self) -> EntryIndex:
        self._refresh()
        if self._index is None:
            self._index = EntryIndex(self._entries.values())
        return self._index

    def _refresh(self) -> None:
        with self._unit_of_work() as unit_of_work:
            revision = unit_of_work.glossary.revision()
            if revision == self._revision:
                return
            if revision < self._revision or self._revision < 0:  # another store was restored
                self._entries = {entry.key: entry for entry in unit_of_work.glossary.all()}
                self._index = None
            else:
                self._entries = {**self._entries, **self._changed(unit_of_work)}
        self._shared = MappingProxyType(self._entries)
        self._revision = revision

    def _changed(self, unit_of_work: UnitOfWork) -> Mapping[str, GlossaryEntry]:
        steps = unit_of_work.glossary.changes(after=self._revision)
        changed = {step.entry.key: step.entry for step in reversed(steps)}
        if self._index is not None:
            for entry in changed.values():
                self._index.put(entry)
        return changed
