"""Every translated segment in memory, folded for searching, brought up to date by what changed."""

import threading
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from translate_app.domain.language import LanguagePair
from translate_app.domain.segment import Segment, SegmentState
from translate_app.pipeline.folding import Folded, fold
from translate_app.ports import UnitOfWork, UnitOfWorkFactory

OVERLAP: Final = timedelta(minutes=2)
"""Changes are read again that far back: another process's clock and commit may be late."""

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Remembered:
    """A translated segment, ready to be searched."""

    segment: Segment
    pair: LanguagePair
    title: str
    source: Folded
    target: Folded


@dataclass
class MemoryIndex:
    """The translated segments of all releases. Share one per process; it is thread-safe.

    Built when first asked (about a second for 10,000 segments), then only what changed is
    read. What it gives back is not to be changed.
    """

    unit_of_work: UnitOfWorkFactory
    _all: dict[Key, Remembered] = field(default_factory=dict)
    _approved: dict[LanguagePair, dict[Key, str]] = field(default_factory=dict)
    _releases: dict[str, tuple[LanguagePair, str]] = field(default_factory=dict)
    _newest: datetime | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def translated(self) -> Collection[Remembered]:
        """All that have a translation, whatever their state."""
        with self._lock:
            self._refresh()
            return tuple(self._all.values())

    def approved(self, pair: LanguagePair) -> tuple[Mapping[Key, str], Mapping[Key, Remembered]]:
        """Folded sources of what is approved in a pair, and everything by the same keys."""
        with self._lock:
            self._refresh()
            return dict(self._approved.get(pair, {})), dict(self._all)

    def _refresh(self) -> None:
        since = None if self._newest is None else self._newest - OVERLAP
        with self.unit_of_work() as unit_of_work:
            for segment in unit_of_work.segments.touched(since):
                self._take_in(segment, unit_of_work)

    def _take_in(self, segment: Segment, unit_of_work: UnitOfWork) -> None:
        key = (segment.release_id, segment.number)
        known = self._all.get(key)
        if known is not None and known.segment == segment:
            return
        if segment.changed_at is not None and (
            self._newest is None or segment.changed_at > self._newest
        ):
            self._newest = segment.changed_at
        pair, title = self._release(segment.release_id, unit_of_work)
        self._approved.setdefault(pair, {}).pop(key, None)
        if segment.merged_into is not None or not segment.target.strip():
            self._all.pop(key, None)
            return
        same_source = known is not None and known.segment.source == segment.source
        source = known.source if known is not None and same_source else fold(segment.source)
        self._all[key] = Remembered(segment, pair, title, source, fold(segment.target))
        if segment.state is SegmentState.APPROVED:
            self._approved[pair][key] = source.text

    def _release(self, release_id: str, unit_of_work: UnitOfWork) -> tuple[LanguagePair, str]:
        if release_id not in self._releases:
            release = unit_of_work.releases.get(release_id)
            self._releases[release_id] = (release.pair, release.display_title)
        return self._releases[release_id]
