"""What people decided about names, and how files and termbase last agreed."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select

from translate_app.adapters.storage.glossary_rows import document, entry_of
from translate_app.adapters.storage.tables import dismissed_names, name_choices, synced_entries
from translate_app.adapters.storage.transaction import Transaction
from translate_app.domain.glossary import DismissedName, NameChoice, SyncedEntry
from translate_app.domain.language import Language


class SqlNameRepository:
    """Implements `ports.NameRepository`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def choices(self, release_id: str) -> Mapping[str, str]:
        """Key of the entry that is meant in a release, by folded surface."""
        rows = self._transaction.read(
            select(name_choices).where(name_choices.c.release_id == release_id),
            lambda row: (str(row.surface), str(row.entry)),
        )
        return dict(rows)

    def choose(self, choice: NameChoice) -> None:
        """Remember a choice; it replaces an earlier one for the same surface."""
        row = asdict(choice)
        self._transaction.write(
            delete(name_choices).where(
                name_choices.c.release_id == bindparam("of_release"),
                name_choices.c.surface == bindparam("of_surface"),
            ),
            [{"of_release": choice.release_id, "of_surface": choice.surface}],
        )
        self._transaction.write(insert(name_choices), [row])

    def dismissed(self) -> Sequence[DismissedName]:
        """Every candidate that somebody dismissed, the newest first."""
        return self._transaction.read(
            select(dismissed_names).order_by(
                dismissed_names.c.at.desc(), dismissed_names.c.language, dismissed_names.c.surface
            ),
            _dismissed,
        )

    def dismiss(self, name: DismissedName) -> None:
        """Remember that it is no name for the termbase; a second time changes nothing."""
        self._transaction.lock()
        present = {(each.language, each.surface) for each in self.dismissed()}
        if (name.language, name.surface) not in present:
            row = {**asdict(name), "language": name.language.value}
            self._transaction.write(insert(dismissed_names), [row])

    def recall(self, name: DismissedName) -> None:
        """Take a dismissal back; nothing happens where there is none."""
        self._transaction.write(
            delete(dismissed_names).where(
                dismissed_names.c.language == bindparam("of_language"),
                dismissed_names.c.surface == bindparam("of_surface"),
            ),
            [{"of_language": name.language.value, "of_surface": name.surface}],
        )

    def synced(self) -> Mapping[str, SyncedEntry]:
        """By key, the entries as they were when files and termbase were last the same."""
        rows = self._transaction.read(
            select(synced_entries),
            lambda row: (str(row.key), SyncedEntry(row.file, entry_of(row.entry))),
        )
        return dict(rows)

    def keep_synced(self, entries: Mapping[str, SyncedEntry]) -> None:
        """Replace all of `synced` by `entries`."""
        self._transaction.write(delete(synced_entries), [{}])
        self._transaction.write(
            insert(synced_entries),
            [
                {"key": key, "file": one.file, "entry": document(one.entry)}
                for key, one in entries.items()
            ],
        )


def _dismissed(row: Row[Any]) -> DismissedName:
    return DismissedName(Language(row.language), row.surface, row.at, row.by)
