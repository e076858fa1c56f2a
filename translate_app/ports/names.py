"""The termbase: its files, its store."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from translate_app.domain.glossary import (
    DismissedName,
    GlossaryChange,
    GlossaryContent,
    GlossaryEntry,
    NameChoice,
    SyncedEntry,
)


class GlossaryReader(Protocol):
    """Reads termbase files: CSV, XLSX, TBX."""

    def __call__(self, path: Path) -> tuple[Sequence[GlossaryEntry], Sequence[str]]:
        """The entries of a file, or of all `*.csv` of a folder, and notes to show.

        Raises:
            GlossaryFileError: a row cannot be used; it names the line.
            InputError: the file cannot be read.
        """
        ...

    def read(self, source: Path | bytes, name: str) -> GlossaryContent:
        """All that a file says: entries, notes, and which fields it tells.

        `source` is its path, or its content with the `name` of the file.

        Raises: as calling the reader.
        """
        ...


class GlossaryFolder(Protocol):
    """A folder of termbase files that people keep under version control."""

    def read(self, folder: Path) -> Mapping[str, Sequence[GlossaryEntry]]:
        """The entries of every file in the order of its rows, by the name of the file.

        Raises:
            GlossaryFileError: a row cannot be used.
            InputError: the folder or a file cannot be read.
        """
        ...

    def write(self, folder: Path, file: str, entries: Sequence[GlossaryEntry]) -> None:
        """Make `file` hold `entries`, the whole of it or nothing, changing as little as it can.

        Raises:
            UnwritableFileError: it cannot be written.
        """
        ...


class GlossaryRepository(Protocol):
    """The termbase in the store."""

    def all(self) -> Sequence[GlossaryEntry]:
        """Every entry, by key."""
        ...

    def upsert(
        self, entries: Iterable[GlossaryEntry], by: str | None = None
    ) -> tuple[int, int, int]:
        """Add or change entries by key; (added, changed, unchanged).

        `by` is noted in the termbase's history, where it is known.
        """
        ...

    def get(self, key: str) -> GlossaryEntry:
        """The entry of that key.

        Raises:
            EntryNotFoundError: there is none.
        """
        ...

    def history(self, key: str) -> Sequence[GlossaryChange]:
        """All changes of an entry, oldest first."""
        ...

    def changes(self, after: int = 0, limit: int | None = None) -> Sequence[GlossaryChange]:
        """Changes of any entry since revision `after`, the newest `limit` of them, newest first."""
        ...

    def revision(self) -> int:
        """Grows by one with every change of the termbase."""
        ...


class NameRepository(Protocol):
    """What people decided about names besides the entries themselves."""

    def choices(self, release_id: str) -> Mapping[str, str]:
        """Key of the entry that is meant in a release, by folded surface."""
        ...

    def choose(self, choice: NameChoice) -> None:
        """Remember a choice; it replaces an earlier one for the same surface."""
        ...

    def dismissed(self) -> Sequence[DismissedName]:
        """Every candidate that somebody dismissed, the newest first."""
        ...

    def dismiss(self, name: DismissedName) -> None:
        """Remember that it is no name for the termbase; a second time changes nothing."""
        ...

    def recall(self, name: DismissedName) -> None:
        """Take a dismissal back; nothing happens where there is none."""
        ...

    def synced(self) -> Mapping[str, SyncedEntry]:
        """By key, the entries as they were when files and termbase were last the same."""
        ...

    def keep_synced(self, entries: Mapping[str, SyncedEntry]) -> None:
        """Replace all of `synced` by `entries`."""
        ...
