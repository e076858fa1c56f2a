"""Reviewed segments, remembered: looking at one takes a millisecond, and a page shows hundreds."""

import operator
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Final

from translate_app.domain.segment import Segment
from translate_app.services.findings import ReviewedSegment

REMEMBERED: Final = 10_000
"""Segments; the ones that were not looked at for the longest time go first."""


RELEASES: Final = 32
"""Releases of which is remembered what their segments say of one another."""

_Together = tuple[Sequence[ReviewedSegment], Sequence[tuple[str, str]], tuple[ReviewedSegment, ...]]


class ReviewedCache:
    """What was found in segments, until they or what they were looked at with changes.

    Share one per process: it is thread-safe, and while one thread looks at a release the
    others wait for the answer instead of working it out again.
    """

    def __init__(self, remembered: int = REMEMBERED) -> None:
        self._remembered = remembered
        self._known: OrderedDict[tuple[str, int], tuple[tuple[object, ...], ReviewedSegment]]
        self._known = OrderedDict()
        self._together: OrderedDict[str, _Together] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(
        self, segment: Segment, looked_with: tuple[object, ...], look: Callable[[], ReviewedSegment]
    ) -> ReviewedSegment:
        """`look()`, or its earlier answer for an equal segment and equal `looked_with`.

        `looked_with` is everything else that the answer depends on: matchers, pair, rules.
        """
        key = (segment.release_id, segment.number)
        with self._lock:
            known = self._known.get(key)
            if known is None or known[0] != looked_with or not _same(known[1].segment, segment):
                known = (looked_with, look())
                self._known[key] = known
            self._known.move_to_end(key)
            while len(self._known) > self._remembered:
                self._known.popitem(last=False)
        return known[1]

    def together(
        self,
        release_id: str,
        alone: Sequence[ReviewedSegment],
        approved: Sequence[tuple[str, str]],
        look: Callable[[], tuple[ReviewedSegment, ...]],
    ) -> tuple[ReviewedSegment, ...]:
        """`look()`, or its earlier answer for the same reviewed segments of a release.

        The answer depends on `alone`, each a remembered one, and on what is approved elsewhere.
        """
        with self._lock:
            before = self._together.get(release_id)
        if before is not None and before[1] == approved and _all_same(before[0], alone):
            return before[2]
        found = look()
        with self._lock:
            self._together[release_id] = (alone, approved, found)
            self._together.move_to_end(release_id)
            while len(self._together) > RELEASES:
                self._together.popitem(last=False)
        return found


def _same(one: Segment, other: Segment) -> bool:
    return one is other or one == other


def _all_same(some: Sequence[object], others: Sequence[object]) -> bool:
    return len(some) == len(others) and all(map(operator.is_, some, others))
