"""What the store keeps of the work on releases: assignments, comments, presence."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from translate_app.domain.work import Comment, Presence, ReleaseWork


class WorkRepository(Protocol):
    """Who works on which release."""

    def get(self, release_id: str) -> ReleaseWork:
        """What is planned for a release; the defaults where nothing is."""
        ...

    def all(self) -> Mapping[str, ReleaseWork]:
        """Every release that something was planned for, by id."""
        ...

    def save(self, work: ReleaseWork) -> None:
        """Store `work`; its version must be the present one plus one.

        Raises:
            StaleWorkError: somebody else saved that version first.
        """
        ...

    def people(self) -> Sequence[str]:
        """Everybody who is assigned, changed a segment or wrote a comment, by name."""
        ...


class CommentRepository(Protocol):
    """What people say about segments."""

    def add(self, comment: Comment) -> Comment:
        """Store a comment; returned with its id."""
        ...

    def get(self, comment_id: int) -> Comment:
        """One comment.

        Raises:
            CommentNotFoundError: there is none of that id.
        """
        ...

    def of_release(self, release_id: str) -> Sequence[Comment]:
        """All comments of a release, oldest first."""
        ...

    def open(self) -> Sequence[Comment]:
        """The comments of all releases that are not resolved, oldest first."""
        ...

    def resolve(self, comment_id: int, at: datetime | None, by: str | None) -> None:
        """Say when and by whom it was resolved; None opens it again.

        Raises:
            CommentNotFoundError: there is none of that id.
        """
        ...


class PresenceRepository(Protocol):
    """Who is where. Any of it may be forgotten at any time."""

    def seen(self, presence: Presence) -> None:
        """Remember where a window is; what was known of the window is replaced."""
        ...

    def of_release(self, release_id: str, since: datetime) -> Sequence[Presence]:
        """The windows on a release that were seen at or after `since`, by session."""
        ...

    def forget(self, before: datetime) -> None:
        """Drop what was last seen before that."""
        ...

    def leave(self, session: str) -> None:
        """Drop one window; nothing happens where it is not known."""
        ...
