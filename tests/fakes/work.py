"""Plans, comments and who is where, in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from tests.fakes.transaction import FakeTransaction
from translate_app.domain.work import Comment, Presence, ReleaseWork
from translate_app.errors import CommentNotFoundError, StaleWorkError


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
