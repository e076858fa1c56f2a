"""Assignments, comments and presence."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, select, update

from translate_app.adapters.storage.tables import (
    comments,
    presence,
    release_work,
    segment_changes,
)
from translate_app.adapters.storage.transaction import LARGEST_NUMBER, Transaction
from translate_app.domain.work import Comment, Presence, Priority, ReleaseWork
from translate_app.errors import CommentNotFoundError, StaleWorkError


class SqlWorkRepository:
    """Implements `ports.WorkRepository`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def get(self, release_id: str) -> ReleaseWork:
        """What is planned for a release; the defaults where nothing is."""
        query = select(release_work).where(release_work.c.release_id == release_id)
        found = self._transaction.read(query, _work)
        return found[0] if found else ReleaseWork(release_id)

    def all(self) -> Mapping[str, ReleaseWork]:
        """Every release that something was planned for, by id."""
        works = self._transaction.read(select(release_work), _work)
        return {work.release_id: work for work in works}

    def save(self, work: ReleaseWork) -> None:
        """Store `work`; its version must be the present one plus one.

        Raises:
            StaleWorkError: somebody else saved that version first.
        """
        self._transaction.lock()  # so that the version looked at stays the present one
        present = self.get(work.release_id)
        if present.version + 1 != work.version:
            raise StaleWorkError(release=work.release_id, by=present.changed_by or "?")
        row = {**asdict(work), "priority": work.priority.value}
        if present.version == 0:
            self._transaction.write(insert(release_work), [row])
            return
        row["of_release"] = row.pop("release_id")
        self._transaction.write(_REPLACE_WORK, [row])

    def people(self) -> Sequence[str]:
        """Everybody who is assigned, changed a segment or wrote a comment, by name."""
        columns = (
            release_work.c.translator,
            release_work.c.reviewer,
            segment_changes.c.by,
            comments.c.by,
        )
        names: set[str] = set()
        for column in columns:
            query = select(column.label("name")).distinct()
            names.update(self._transaction.read(query, lambda row: str(row.name)))
        return sorted(names - {""})


_REPLACE_WORK = update(release_work).where(release_work.c.release_id == bindparam("of_release"))


class SqlCommentRepository:
    """Implements `ports.CommentRepository`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def add(self, comment: Comment) -> Comment:
        """Store a comment; returned with its id."""
        self._transaction.lock()  # two comments at once must not take one number
        latest = select(func.coalesce(func.max(comments.c.id), 0).label("latest"))
        (last,) = self._transaction.read(latest, lambda row: int(row.latest))
        stored = replace(comment, id=last + 1)
        row = {**asdict(stored), "mentions": list(stored.mentions)}
        self._transaction.write(insert(comments), [row])
        return stored

    def get(self, comment_id: int) -> Comment:
        """One comment.

        Raises:
            CommentNotFoundError: there is none of that id.
        """
        if not 0 < comment_id <= LARGEST_NUMBER:
            raise CommentNotFoundError(comment=comment_id)
        query = select(comments).where(comments.c.id == comment_id)
        found = self._transaction.read(query, _comment)
        if not found:
            raise CommentNotFoundError(comment=comment_id)
        return found[0]

    def of_release(self, release_id: str) -> Sequence[Comment]:
        """All comments of a release, oldest first."""
        query = select(comments).where(comments.c.release_id == release_id)
        return self._transaction.read(query.order_by(comments.c.id), _comment)

    def open(self) -> Sequence[Comment]:
        """The comments of all releases that are not resolved, oldest first."""
        query = select(comments).where(comments.c.resolved_at.is_(None))
        return self._transaction.read(query.order_by(comments.c.id), _comment)

    def resolve(self, comment_id: int, at: datetime | None, by: str | None) -> None:
        """Say when and by whom it was resolved; None opens it again.

        Raises:
            CommentNotFoundError: there is none of that id.
        """
        self.get(comment_id)
        row = {"of_id": comment_id, "resolved_at": at, "resolved_by": by}
        self._transaction.write(_RESOLVE, [row])


_RESOLVE = update(comments).where(comments.c.id == bindparam("of_id"))


class SqlPresenceRepository:
    """Implements `ports.PresenceRepository`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def seen(self, presence_now: Presence) -> None:
        """Remember where a window is; what was known of the window is replaced."""
        self.leave(presence_now.session)
        self._transaction.write(insert(presence), [asdict(presence_now)])

    def of_release(self, release_id: str, since: datetime) -> Sequence[Presence]:
        """The windows on a release that were seen at or after `since`, by session."""
        query = select(presence).where(
            presence.c.release_id == release_id, presence.c.seen_at >= since
        )
        return self._transaction.read(query.order_by(presence.c.session), _presence)

    def forget(self, before: datetime) -> None:
        """Drop what was last seen before that."""
        old = delete(presence).where(presence.c.seen_at < bindparam("before"))
        self._transaction.write(old, [{"before": before}])

    def leave(self, session: str) -> None:
        """Drop one window; nothing happens where it is not known."""
        one = delete(presence).where(presence.c.session == bindparam("of_session"))
        self._transaction.write(one, [{"of_session": session}])


# What `asdict` wrote: a column for every field, by its name.


def _work(row: Row[Any]) -> ReleaseWork:
    return ReleaseWork(**{**row._mapping, "priority": Priority(row.priority)})


def _comment(row: Row[Any]) -> Comment:
    return Comment(**{**row._mapping, "mentions": tuple(row.mentions)})


def _presence(row: Row[Any]) -> Presence:
    return Presence(**row._mapping)
