"""What the store in memory holds, and how one unit of work reads and writes it."""

from dataclasses import dataclass, field

from translate_app.domain.glossary import (
    DismissedName,
    GlossaryChange,
    GlossaryEntry,
    NameChoice,
    SyncedEntry,
)
from translate_app.domain.recipe import Recipe
from translate_app.domain.release import Publication, Release
from translate_app.domain.segment import Draft, Segment, SegmentChange
from translate_app.domain.work import Comment, Presence, ReleaseWork
from translate_app.errors import StoreError


@dataclass
class Content:
    """All that is stored. Values are frozen, so a shallow copy is a snapshot."""

    releases: dict[str, Release] = field(default_factory=dict)
    segments: dict[tuple[str, int], Segment] = field(default_factory=dict)
    changes: dict[tuple[str, int], tuple[SegmentChange, ...]] = field(default_factory=dict)
    entries: dict[str, GlossaryEntry] = field(default_factory=dict)
    entry_changes: tuple[GlossaryChange, ...] = ()
    choices: dict[tuple[str, str], NameChoice] = field(default_factory=dict)
    dismissed: tuple[DismissedName, ...] = ()
    synced: dict[str, SyncedEntry] = field(default_factory=dict)
    publications: dict[str, tuple[Publication, ...]] = field(default_factory=dict)
    drafts: dict[tuple[Recipe, str], Draft] = field(default_factory=dict)
    works: dict[str, ReleaseWork] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()
    presence: dict[str, Presence] = field(default_factory=dict)

    def copy(self) -> "Content":
        """A copy that can be written to."""
        return Content(
            dict(self.releases),
            dict(self.segments),
            dict(self.changes),
            dict(self.entries),
            self.entry_changes,
            dict(self.choices),
            self.dismissed,
            dict(self.synced),
            dict(self.publications),
            dict(self.drafts),
            dict(self.works),
            self.comments,
            dict(self.presence),
        )


@dataclass(eq=False)
class Kept:
    """What has been committed, and who is writing now."""

    content: Content = field(default_factory=Content)
    writer: "FakeTransaction | None" = None


class FakeTransaction:
    """A snapshot to read, or after `lock` the only copy to write to."""

    def __init__(self, store: Kept) -> None:
        self._store = store
        self._content: Content | None = None
        self._used = False

    def open(self) -> None:
        if self._used:
            raise RuntimeError("a unit of work cannot be entered twice")
        self._used = True
        self._content = self._store.content

    def close(self) -> None:
        self._content = None
        if self._store.writer is self:
            self._store.writer = None

    def read(self) -> Content:
        if self._content is None:
            raise RuntimeError("the unit of work is not open")
        return self._content

    def write(self) -> Content:
        content = self.read()
        if self._store.writer is self:
            return content
        if self._store.writer is not None:
            raise StoreError(where="(fake)", reason="another unit of work is writing")
        self._store.writer = self
        self._content = self._store.content.copy()
        return self._content

    def commit(self) -> None:
        content = self.read()
        if self._store.writer is self:
            self._store.content = content
            self._store.writer = None
        self._content = self._store.content
