"""Who is in a release, and in which segment."""

import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from translate_app.domain.work import Presence
from translate_app.errors import StoreError
from translate_app.ports import Clock, UnitOfWork, UnitOfWorkFactory
from translate_app.services.review_steps import person_named

HERE: Final = timedelta(seconds=60)
"""Who was not seen for longer has left."""

PAUSE: Final = timedelta(seconds=5)
"""A window that stays where it is is written down no oftener than this."""

_FORGET: Final = timedelta(hours=1)


@dataclass
class PresenceOfPeople:
    """Presence, written down seldom. Share one per process; it is thread-safe.

    It is a courtesy and no promise: where the store is busy it is left out this once.
    """

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    _known: dict[str, Presence] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def here(self, release_id: str, person: str, session: str, number: int | None = None) -> None:
        """Say that `person`, in the window `session`, is in the segment of that number.

        Cheap enough for every rerun of a page: while nothing changes it writes once in
        five seconds at most. `release_id` is the whole id.

        Raises:
            NameRequiredError: the person has no name.
        """
        now = Presence(session, release_id, person_named(person), number, self.clock())
        with self._lock:
            known = self._known.get(session)
            if known is not None and _stays(known, now):
                return
            self._known[session] = now
            self._drop_old(now.seen_at)
        with suppress(StoreError), self.unit_of_work() as unit_of_work:
            unit_of_work.presence.seen(now)
            unit_of_work.presence.forget(now.seen_at - _FORGET)
            unit_of_work.commit()

    def others(self, release_id: str, session: str = "") -> Sequence[Presence]:
        """The other windows on the release that were seen within a minute, by session."""
        with self.unit_of_work() as unit_of_work:
            return others_in(unit_of_work, release_id, session, self.clock())

    def _drop_old(self, now: datetime) -> None:
        old = [key for key, known in self._known.items() if now - known.seen_at > _FORGET]
        for key in old:
            del self._known[key]


def others_in(
    unit_of_work: UnitOfWork, release_id: str, session: str, now: datetime
) -> Sequence[Presence]:
    """The windows but `session` that are on the release at `now`."""
    seen = unit_of_work.presence.of_release(release_id, now - HERE)
    return [each for each in seen if each.session != session]


def _stays(known: Presence, now: Presence) -> bool:
    place = (now.release_id, now.person, now.number)
    same = (known.release_id, known.person, known.number) == place
    return same and now.seen_at - known.seen_at < PAUSE
