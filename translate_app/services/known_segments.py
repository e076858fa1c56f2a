"""Segments, remembered: reading hundreds takes longer than asking which of them changed."""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import Final

from translate_app.domain.segment import Segment
from translate_app.ports import UnitOfWork

REMEMBERED: Final = 32
"""Releases; those that were not asked for the longest time go first."""
_FEW: Final = 20
"""Segments that are read faster one by one than with all the others."""


class KnownSegments:
    """The segments of releases, read again where their version is another one.

    Share one per process: it is thread-safe. Ask only with a unit of work that has written
    nothing: what is not committed yet must not be remembered.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[str, Mapping[int, Segment]] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, unit_of_work: UnitOfWork, release_id: str) -> tuple[Segment, ...]:
        """What `unit_of_work.segments.of_release` has; the same objects as long as they last."""
        with self._lock:
            known = self._known.get(release_id, {})
        versions = unit_of_work.segments.versions(release_id)
        changed = [
            number
            for number, version in versions
            if number not in known or known[number].version != version
        ]
        if len(changed) > _FEW:
            segments = {s.number: s for s in unit_of_work.segments.of_release(release_id)}
        else:
            read = {number: unit_of_work.segments.get(release_id, number) for number in changed}
            segments = {number: read.get(number) or known[number] for number, _ in versions}
        with self._lock:
            self._known[release_id] = segments
            self._known.move_to_end(release_id)
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return tuple(segments.values())
