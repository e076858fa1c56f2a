"""Work on a release: who does it, until when, what is said about it, who is in it now."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Priority(StrEnum):
    """How much a release matters, the least first."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"

    @property
    def rank(self) -> int:
        """0 for the least; greater for what matters more."""
        return list(Priority).index(self)


@dataclass(frozen=True, slots=True)
class ReleaseWork:
    """Who works on a release and until when. A release that nobody planned has the defaults."""

    release_id: str
    translator: str = ""
    """Name of the person; empty for nobody."""
    reviewer: str = ""
    due_at: datetime | None = None
    embargo_until: datetime | None = None
    """Publishing before this moment is refused."""
    priority: Priority = Priority.NORMAL
    archived: bool = False
    """Whether boards and lists leave it out."""
    version: int = 0
    """Counts the changes; a save states the version that it was made on plus one."""
    changed_at: datetime | None = None
    changed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """Something said about a segment. Its words never change; it can be resolved."""

    id: int
    """From 1, over all releases; 0 before it is stored."""
    release_id: str
    number: int
    """Number of the segment."""
    at: datetime
    by: str
    text: str
    mentions: tuple[str, ...] = ()
    """Names of the people that it is addressed to."""
    reply_to: int | None = None
    """Id of the comment that it answers."""
    resolved_at: datetime | None = None
    resolved_by: str | None = None

    @property
    def resolved(self) -> bool:
        """Whether somebody said that it is dealt with."""
        return self.resolved_at is not None


@dataclass(frozen=True, slots=True)
class Presence:
    """A window that somebody has open on a release."""

    session: str
    """Identifies the window; one person may have several."""
    release_id: str
    person: str
    number: int | None
    """Segment that the cursor is in; None for none."""
    seen_at: datetime
