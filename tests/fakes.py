"""Same-named fakes of the store's ports, in memory, for the tests of the services.

They keep the promises of `tests/contract/unit_of_work_contract.py`, as the database does.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from translate_app.domain.glossary import (
    DismissedName,
    GlossaryChange,
    GlossaryEntry,
    NameChoice,
    SyncedEntry,
)
from translate_app.domain.language import LanguagePair
from translate_app.domain.recipe import Recipe
from translate_app.domain.release import Publication, Release, ReleaseSummary
from translate_app.domain.segment import Draft, Origin, Segment, SegmentChange, SegmentState
from translate_app.domain.work import Comment, Presence, ReleaseWork
from translate_app.errors import (
    AmbiguousReleaseError,
    CommentNotFoundError,
    EntryNotFoundError,
    NothingPublishedError,
    PublicationNotFoundError,
    PublicationNumberError,
    ReleaseExistsError,
    ReleaseNotFoundError,
    SegmentNotFoundError,
    StaleSegmentError,
    StaleWorkError,
    StoreError,
)
from translate_app.ports import (
    CommentRepository,
    DraftRepository,
    GlossaryRepository,
    NameRepository,
    PresenceRepository,
    PublicationRepository,
    ReleaseRepository,
    SegmentRepository,
    WorkRepository,
)


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


class FakeStore:
    """What has been committed; its `unit_of_work` is a `UnitOfWorkFactory`."""

    def __init__(self) -> None:
        self.content = Content()
        self.writer: FakeTransaction | None = None

    def unit_of_work(self) -> "FakeUnitOfWork":
        """A new unit of work on this store."""
        return FakeUnitOfWork(self)


class FakeTransaction:
    """A snapshot to read, or after `lock` the only copy to write to."""

    def __init__(self, store: FakeStore) -> None:
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


class FakeReleaseRepository:
    """Implements `ports.ReleaseRepository`."""

    def __init__(self, transaction: FakeTransaction) -> None:
        self._transaction = transaction

    def add(self, release: Release, segments: Sequence[Segment]) -> None:
        content = self._transaction.write()
        if release.id in content.releases or self.by_fingerprint(release.fingerprint):
            raise ReleaseExistsError(release=release.id)
        content.releases[release.id] = release
        content.segments.update({(s.release_id, s.number): s for s in segments})

    def get(self, release_id: str) -> Release:
        releases = self._transaction.read().releases
        if release_id in releases:
            return releases[release_id]
        found = [key for key in releases if release_id and key.startswith(release_id)]
        if not found:
            raise ReleaseNotFoundError(release=release_id)
        if len(found) > 1:
            raise AmbiguousReleaseError(release=release_id)
        return releases[found[0]]

    def by_fingerprint(self, fingerprint: str) -> Release | None:
        releases = self._transaction.read().releases.values()
        return next((r for r in releases if r.fingerprint == fingerprint), None)

    def all(self) -> Sequence[Release]:
        releases = sorted(self._transaction.read().releases.values(), key=lambda r: r.id)
        return sorted(releases, key=lambda r: r.created_at, reverse=True)

    def summaries(self) -> Sequence[ReleaseSummary]:
        return [self._summary(release) for release in self.all()]

    def _summary(self, release: Release) -> ReleaseSummary:
        content = self._transaction.read()
        counts: dict[SegmentState, int] = {}
        for (release_id, _), segment in content.segments.items():
            if release_id == release.id and segment.merged_into is None:
                counts[segment.state] = counts.get(segment.state, 0) + 1
        published = content.publications.get(release.id, ())
        return ReleaseSummary(
            id=release.id,
            display_title=release.display_title,
            source_language=release.source_language,
            target_language=release.target_language,
            date=release.date,
            category=release.category,
            created_at=release.created_at,
            counts=counts,
            latest_publication=published[-1].number if published else None,
        )


class FakeSegmentRepository:
    """Implements `ports.SegmentRepository`."""

    def __init__(self, transaction: FakeTransaction) -> None:
        self._transaction = transaction

    def of_release(self, release_id: str, *, merged: bool = False) -> Sequence[Segment]:
        segments = self._transaction.read().segments.values()
        found = [s for s in segments if s.release_id == release_id]
        return sorted((s for s in found if merged or s.merged_into is None), key=_place)

    def versions(self, release_id: str) -> Sequence[tuple[int, int]]:
        return [(segment.number, segment.version) for segment in self.of_release(release_id)]

    def everywhere(self) -> Sequence[Segment]:
        segments = self._transaction.read().segments.values()
        return sorted(
            (s for s in segments if s.merged_into is None), key=lambda s: (s.release_id, s.place)
        )

    def touched(self, since: datetime | None = None) -> Sequence[Segment]:
        segments = self._transaction.read().segments.values()
        return [s for s in segments if s.changed_at and (since is None or s.changed_at >= since)]

    def add(self, parts: Sequence[Segment]) -> None:
        content = self._transaction.write()
        for part in parts:
            if (part.release_id, part.number) in content.segments:
                raise StaleSegmentError(number=part.number, by="?", target="", version=0)
            content.segments[part.release_id, part.number] = part

    def get(self, release_id: str, number: int) -> Segment:
        try:
            return self._transaction.read().segments[release_id, number]
        except KeyError:
            raise SegmentNotFoundError(release=release_id, number=number) from None

    def record(self, change: SegmentChange) -> Segment:
        content = self._transaction.write()
        present = self.get(change.release_id, change.number)
        if change.version != present.version + 1:
            raise StaleSegmentError(
                number=change.number,
                by=present.changed_by or "?",
                target=present.target,
                version=present.version,
            )
        segment = replace(
            present,
            target=change.target,
            state=change.state,
            version=change.version,
            origin=change.origin,
            engine=change.engine,
            score=change.score,
            terms=change.terms,
            changed_at=change.at,
            changed_by=change.by,
            confidence=change.confidence,
            reason=change.reason,
            merged_into=change.merged_into,
            span=change.span or present.span,
            source=present.source if change.source is None else change.source,
        )
        key = (change.release_id, change.number)
        content.segments[key] = segment
        content.changes[key] = (*content.changes.get(key, ()), change)
        return segment

    def history(self, release_id: str, number: int) -> Sequence[SegmentChange]:
        return self._transaction.read().changes.get((release_id, number), ())

    def changes(
        self,
        release_id: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> Sequence[SegmentChange]:
        steps = [
            step
            for changes in self._transaction.read().changes.values()
            for step in changes
            if (release_id is None or step.release_id == release_id)
            and (since is None or step.at >= since)
            and (until is None or step.at < until)
        ]
        return sorted(steps, key=lambda s: (s.at, s.release_id, s.number, s.version))

    def approved_pairs(
        self, sources: Collection[str], pair: LanguagePair, besides: str
    ) -> Sequence[tuple[str, str]]:
        content = self._transaction.read()
        return sorted(
            {
                (segment.source, segment.target)
                for segment in content.segments.values()
                if segment.state is SegmentState.APPROVED
                and segment.merged_into is None
                and segment.source in sources
                and segment.release_id != besides
                and content.releases[segment.release_id].pair == pair
            }
        )

    def approved_target(self, source: str, pair: LanguagePair) -> Draft | None:
        content = self._transaction.read()
        found = [
            segment
            for segment in content.segments.values()
            if segment.state is SegmentState.APPROVED
            and segment.merged_into is None
            and segment.source == source
            and content.releases[segment.release_id].pair == pair
        ]
        if not found:
            return None
        latest = max(found, key=lambda s: s.changed_at.timestamp() if s.changed_at else 0.0)
        return Draft(target=latest.target, origin=Origin.MEMORY)


def _place(segment: Segment) -> tuple[int, int, int]:
    return segment.place


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


class FakeDraftRepository:
    """Implements `ports.DraftRepository`; keeps everything."""

    def __init__(self, transaction: FakeTransaction) -> None:
        self._transaction = transaction

    def find(self, sources: Sequence[str], recipe: Recipe) -> Mapping[str, Draft]:
        kept = self._transaction.read().drafts
        return {source: kept[recipe, source] for source in sources if (recipe, source) in kept}

    def keep(self, made: Mapping[str, Draft], recipe: Recipe) -> None:
        kept = self._transaction.write().drafts
        for source, draft in made.items():
            kept.setdefault((recipe, source), draft)


class FakePublicationRepository:
    """Implements `ports.PublicationRepository`."""

    def __init__(self, transaction: FakeTransaction) -> None:
        self._transaction = transaction

    def add(self, publication: Publication) -> None:
        content = self._transaction.write()
        if publication.release_id not in content.releases:
            raise ReleaseNotFoundError(release=publication.release_id)
        earlier = content.publications.get(publication.release_id, ())
        if publication.number != len(earlier) + 1:
            raise PublicationNumberError(
                release=publication.release_id, number=publication.number, next=len(earlier) + 1
            )
        content.publications[publication.release_id] = (*earlier, publication)

    def of_release(self, release_id: str) -> Sequence[Publication]:
        return self._transaction.read().publications.get(release_id, ())

    def latest(self) -> Mapping[str, Publication]:
        return {key: made[-1] for key, made in self._transaction.read().publications.items()}

    def get(self, release_id: str, number: int | None = None) -> Publication:
        published = self.of_release(release_id)
        if not published:
            raise NothingPublishedError(release=release_id)
        wanted = len(published) if number is None else number
        if not 0 < wanted <= len(published):
            raise PublicationNotFoundError(release=release_id, number=number)
        return published[wanted - 1]


class FakeWorkRepository:
    """Implements `ports.WorkRepository`."""

    def __init__(self, transaction: FakeTransaction) -> None:
        self._transaction = transaction

    def get(self, release_id: str) -> ReleaseWork:
        return self._transaction.read().works.get(release_id, ReleaseWork(release_id))

    def all(self) -> Mapping[str, ReleaseWork]:
        return dict(self._transaction.read().works)

    def save(self, work: ReleaseWork) -> None:
        content = self._transaction.write()
        present = self.get(work.release_id)
        if work.version != present.version + 1:
            raise StaleWorkError(release=work.release_id, by=present.changed_by or "?")
        content.works[work.release_id] = work

    def people(self) -> Sequence[str]:
        content = self._transaction.read()
        names = {
            name for work in content.works.values() for name in (work.translator, work.reviewer)
        }
        names |= {step.by for steps in content.changes.values() for step in steps}
        names |= {comment.by for comment in content.comments}
        return sorted(names - {""})


class FakeCommentRepository:
    """Implements `ports.CommentRepository`."""

    def __init__(self, transaction: FakeTransaction) -> None:
        self._transaction = transaction

    def add(self, comment: Comment) -> Comment:
        content = self._transaction.write()
        stored = replace(comment, id=len(content.comments) + 1)
        content.comments = (*content.comments, stored)
        return stored

    def get(self, comment_id: int) -> Comment:
        for comment in self._transaction.read().comments:
            if comment.id == comment_id:
                return comment
        raise CommentNotFoundError(comment=comment_id)

    def of_release(self, release_id: str) -> Sequence[Comment]:
        return [c for c in self._transaction.read().comments if c.release_id == release_id]

    def open(self) -> Sequence[Comment]:
        return [c for c in self._transaction.read().comments if not c.resolved]

    def resolve(self, comment_id: int, at: datetime | None, by: str | None) -> None:
        self.get(comment_id)
        content = self._transaction.write()
        content.comments = tuple(
            replace(c, resolved_at=at, resolved_by=by) if c.id == comment_id else c
            for c in content.comments
        )


class FakePresenceRepository:
    """Implements `ports.PresenceRepository`."""

    def __init__(self, transaction: FakeTransaction) -> None:
        self._transaction = transaction

    def seen(self, presence_now: Presence) -> None:
        self._transaction.write().presence[presence_now.session] = presence_now

    def of_release(self, release_id: str, since: datetime) -> Sequence[Presence]:
        windows = sorted(self._transaction.read().presence.values(), key=lambda p: p.session)
        return [p for p in windows if p.release_id == release_id and p.seen_at >= since]

    def forget(self, before: datetime) -> None:
        content = self._transaction.write()
        content.presence = {k: p for k, p in content.presence.items() if p.seen_at >= before}

    def leave(self, session: str) -> None:
        self._transaction.write().presence.pop(session, None)


class FakeUnitOfWork:
    """Implements `ports.UnitOfWork` on a `FakeStore`.

    Where the database would wait for another writer, this raises StoreError at once.
    """

    def __init__(self, store: FakeStore) -> None:
        self._transaction = FakeTransaction(store)
        self.releases: ReleaseRepository = FakeReleaseRepository(self._transaction)
        self.segments: SegmentRepository = FakeSegmentRepository(self._transaction)
        self.glossary: GlossaryRepository = FakeGlossaryRepository(self._transaction)
        self.names: NameRepository = FakeNameRepository(self._transaction)
        self.drafts: DraftRepository = FakeDraftRepository(self._transaction)
        self.publications: PublicationRepository = FakePublicationRepository(self._transaction)
        self.work: WorkRepository = FakeWorkRepository(self._transaction)
        self.comments: CommentRepository = FakeCommentRepository(self._transaction)
        self.presence: PresenceRepository = FakePresenceRepository(self._transaction)

    def __enter__(self) -> Self:
        self._transaction.open()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._transaction.close()

    def lock(self) -> None:
        self._transaction.write()

    def commit(self) -> None:
        self._transaction.commit()
