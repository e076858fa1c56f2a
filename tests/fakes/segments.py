"""Segments, and the drafts kept for them, in memory."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from tests.fakes.transaction import FakeTransaction
from translate_app.domain.language import LanguagePair
from translate_app.domain.recipe import Recipe
from translate_app.domain.segment import Draft, Origin, Segment, SegmentChange, SegmentState
from translate_app.errors import SegmentNotFoundError, StaleSegmentError


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
