"""Segments, their history, and the memory of what was approved."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update

from translate_app.adapters.storage.segment_rows import (
    change_of,
    content_columns,
    place_columns,
    segment_columns,
    segment_of,
    source_hash,
)
from translate_app.adapters.storage.tables import releases, segment_changes, segments
from translate_app.adapters.storage.transaction import LARGEST_NUMBER, Transaction
from translate_app.domain.language import LanguagePair
from translate_app.domain.segment import Draft, Origin, Segment, SegmentChange, SegmentState
from translate_app.errors import SegmentNotFoundError, StaleSegmentError

# Statements are built once: building one takes longer than SQLite takes to execute it.
_OF_RELEASE = (
    select(segments)
    .where(segments.c.release_id == bindparam("release"), segments.c.merged_into.is_(None))
    .order_by(segments.c.unit, segments.c.span_start, segments.c.number)
)

_VERSIONS = _OF_RELEASE.with_only_columns(segments.c.number, segments.c.version)

_WITH_MERGED = (
    select(segments)
    .where(segments.c.release_id == bindparam("release"))
    .order_by(segments.c.unit, segments.c.span_start, segments.c.number)
)

_EVERYWHERE = (
    select(segments)
    .where(segments.c.merged_into.is_(None))
    .order_by(segments.c.release_id, segments.c.unit, segments.c.span_start, segments.c.number)
)

_TOUCHED = select(segments).where(segments.c.changed_at.is_not(None))

_TOUCHED_SINCE = select(segments).where(segments.c.changed_at >= bindparam("since"))

_ONE = select(segments).where(
    segments.c.release_id == bindparam("release"), segments.c.number == bindparam("wanted")
)

_SWAP = update(segments).where(
    segments.c.release_id == bindparam("release"),
    segments.c.number == bindparam("wanted"),
    segments.c.version == bindparam("expected"),
)

_APPEND = insert(segment_changes)

_CHANGES = select(segment_changes).order_by(
    segment_changes.c.at,
    segment_changes.c.release_id,
    segment_changes.c.number,
    segment_changes.c.version,
)

_HISTORY = (
    select(segment_changes)
    .where(
        segment_changes.c.release_id == bindparam("release"),
        segment_changes.c.number == bindparam("wanted"),
    )
    .order_by(segment_changes.c.version)
)

_APPROVED = (
    select(segments.c.target)
    .join(releases, releases.c.id == segments.c.release_id)
    .where(
        segments.c.source_hash == bindparam("hash"),
        segments.c.state == SegmentState.APPROVED.value,
        segments.c.merged_into.is_(None),
        segments.c.source == bindparam("text"),
        releases.c.source_language == bindparam("from"),
        releases.c.target_language == bindparam("into"),
    )
    .order_by(segments.c.changed_at.desc(), segments.c.release_id, segments.c.number.desc())
    .limit(1)
)


_APPROVED_PAIRS = (
    select(segments.c.source, segments.c.target)
    .distinct()
    .join(releases, releases.c.id == segments.c.release_id)
    .where(
        segments.c.source_hash.in_(bindparam("hashes", expanding=True)),
        segments.c.state == SegmentState.APPROVED.value,
        segments.c.merged_into.is_(None),
        segments.c.release_id != bindparam("besides"),
        releases.c.source_language == bindparam("from"),
        releases.c.target_language == bindparam("into"),
    )
    .order_by(segments.c.source, segments.c.target)
)

_CHUNK = 500
"""Values in one query: databases have a limit."""


class SqlSegmentRepository:
    """Implements `ports.SegmentRepository`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def of_release(self, release_id: str, *, merged: bool = False) -> Sequence[Segment]:
        """All segments of a release in order; none for an id that is not there."""
        query = _WITH_MERGED if merged else _OF_RELEASE
        return self._transaction.read(query, segment_of, release=release_id)

    def versions(self, release_id: str) -> Sequence[tuple[int, int]]:
        """Number and version of each segment that `of_release` has, in the same order."""
        return self._transaction.read(
            _VERSIONS, lambda row: (row.number, row.version), release=release_id
        )

    def everywhere(self) -> Sequence[Segment]:
        """The segments of all releases, by release and place."""
        return self._transaction.read(_EVERYWHERE, segment_of)

    def touched(self, since: datetime | None = None) -> Sequence[Segment]:
        """The segments that were changed at or after `since`, merged ones too."""
        if since is None:
            return self._transaction.read(_TOUCHED, segment_of)
        return self._transaction.read(_TOUCHED_SINCE, segment_of, since=since)

    def add(self, parts: Sequence[Segment]) -> None:
        """Add segments that a split made, with numbers that no segment had before."""
        for part in parts:
            conflict = StaleSegmentError(number=part.number, by="?", target="", version=0)
            self._transaction.write(insert(segments), [segment_columns(part)], conflict=conflict)

    def get(self, release_id: str, number: int) -> Segment:
        """One segment.

        Raises:
            SegmentNotFoundError: there is none of that number.
        """
        wanted = _known_number(release_id, number)
        found = self._transaction.read(_ONE, segment_of, release=release_id, wanted=wanted)
        if not found:
            raise SegmentNotFoundError(release=release_id, number=number)
        return found[0]

    def record(self, change: SegmentChange) -> Segment:
        """Append `change` and make it the segment's present state.

        Compare-and-swap: the row is written only where it still has the version that
        the change was made on, so two writers of one version cannot both succeed.

        Raises:
            StaleSegmentError: somebody else made that version first; nothing is written.
            SegmentNotFoundError: there is no such segment.
        """
        content = content_columns(change)
        swap = {
            "release": change.release_id,
            "wanted": _known_number(change.release_id, change.number),
            "expected": change.version - 1,
            "version": change.version,
            "changed_at": change.at,
            "changed_by": change.by,
            "merged_into": change.merged_into,
            **content,
            **place_columns(change),
        }
        swapped = self._transaction.write(_SWAP, [swap])
        present = self.get(change.release_id, change.number)
        stale = StaleSegmentError(
            number=change.number,
            by=present.changed_by or "?",
            target=present.target,
            version=present.version,
        )
        if swapped != 1:
            raise stale
        step = {
            "release_id": change.release_id,
            "number": change.number,
            "version": change.version,
            "at": change.at,
            "by": change.by,
            "overridden": list(change.overridden),
            "bulk": change.bulk,
            "span_start": change.span.start if change.span else None,
            "span_end": change.span.end if change.span else None,
            "source": change.source,
            "merged_into": change.merged_into,
            **content,
        }
        self._transaction.write(_APPEND, [step], conflict=stale)
        return present

    def history(self, release_id: str, number: int) -> Sequence[SegmentChange]:
        """All changes of a segment, oldest first; none for a segment that is not there."""
        if not 0 < number <= LARGEST_NUMBER:
            return []
        return self._transaction.read(_HISTORY, change_of, release=release_id, wanted=number)

    def changes(
        self,
        release_id: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> Sequence[SegmentChange]:
        """The changes of a release (or of all) from `since` to before `until`, by time."""
        query = _CHANGES
        if release_id is not None:
            query = query.where(segment_changes.c.release_id == release_id)
        if since is not None:
            query = query.where(segment_changes.c.at >= since)
        if until is not None:
            query = query.where(segment_changes.c.at < until)
        return self._transaction.read(query, change_of)

    def approved_pairs(
        self, sources: Collection[str], pair: LanguagePair, besides: str
    ) -> Sequence[tuple[str, str]]:
        """Every approved (source, target) of exactly these texts in other releases."""
        hashes = sorted({source_hash(source) for source in sources})
        return [
            found
            for start in range(0, len(hashes), _CHUNK)
            for found in self._transaction.read(
                _APPROVED_PAIRS,
                lambda row: (str(row.source), str(row.target)),
                **{
                    "hashes": hashes[start : start + _CHUNK],
                    "besides": besides,
                    "from": pair.source.value,
                    "into": pair.target.value,
                },
            )
        ]

    def approved_target(self, source: str, pair: LanguagePair) -> Draft | None:
        """The latest approved translation of exactly this source text, origin memory.

        A segment that was approved once and opened again is not offered. The draft
        names no terms: a person may have rewritten what the machine had placed.
        """
        found = self._transaction.read(
            _APPROVED,
            lambda row: Draft(target=row.target, origin=Origin.MEMORY),
            **{
                "hash": source_hash(source),
                "text": source,
                "from": pair.source.value,
                "into": pair.target.value,
            },
        )
        return found[0] if found else None


def _known_number(release_id: str, number: int) -> int:
    if not 0 < number <= LARGEST_NUMBER:
        raise SegmentNotFoundError(release=release_id, number=number)
    return number
