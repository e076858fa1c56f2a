"""Reports: what was done, how long it took, what of the drafts was kept."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime, tzinfo
from enum import Enum

from translate_app.domain.report import DayRow, KeptRow, SegmentTimeRow
from translate_app.domain.segment import Segment, SegmentChange, SegmentState
from translate_app.pipeline import effort
from translate_app.ports import UnitOfWorkFactory
from translate_app.services.pretranslate_release import MACHINE

Row = DayRow | SegmentTimeRow | KeptRow
Cells = Sequence[Sequence[str | int | float]]


@dataclass(frozen=True)
class Reports:
    """Reading, which changes nothing. Times are aware; `since` is included, `until` is not."""

    unit_of_work: UnitOfWorkFactory
    serialize: Callable[[Sequence[str], Cells], bytes]
    """Header and cells as CSV."""

    def days(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        zone: tzinfo | None = None,
    ) -> tuple[DayRow, ...]:
        """Words, approvals and minutes by day and person; days are those of `zone`.

        None is the time zone of this machine.
        """
        changes, segments = self._read_around(since, until)
        taken = _within(effort.steps(changes, MACHINE), since, until)
        return effort.days(taken, _words(segments), zone)

    def times(
        self,
        release_id: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> tuple[SegmentTimeRow, ...]:
        """How long each person took over each segment, of one release or of all.

        Raises:
            NotFoundError: there is no such release.
        """
        # Not of one release alone: what somebody did before may have been in another.
        changes, segments = self._read_around(since, until)
        wanted = None if release_id is None else self._id(release_id)
        taken = _within(effort.steps(changes, MACHINE), since, until)
        chosen = (s for s in taken if wanted is None or s.change.release_id == wanted)
        return effort.times(chosen, _words(segments))

    def kept(
        self,
        release_id: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> tuple[KeptRow, ...]:
        """How much of the drafts stands in what was approved, by engine and names.

        Segments count that stand approved now and were changed last in that time.

        Raises:
            NotFoundError: there is no such release.
        """
        wanted = None if release_id is None else self._id(release_id)
        changes, segments = self._read(wanted)
        approved = [
            segment
            for segment in segments
            if segment.state is SegmentState.APPROVED
            and segment.changed_at is not None
            and _in_time(segment.changed_at, since, until)
        ]
        return effort.kept(changes, approved)

    def csv(self, kind: type[Row], rows: Sequence[Row]) -> bytes:
        """Rows of one `kind` as CSV; the header names its fields. No cell is a formula."""
        header = [each.name for each in fields(kind)]
        return self.serialize(header, [cells(row) for row in rows])

    def _id(self, release_id: str) -> str:
        with self.unit_of_work() as unit_of_work:
            return unit_of_work.releases.get(release_id).id

    def _read_around(
        self, since: datetime | None, until: datetime | None
    ) -> tuple[Sequence[SegmentChange], Sequence[Segment]]:
        """The releases that were worked on in that time, with all changes of theirs.

        What a change did is told from those before it; other releases need not be read.
        """
        if since is None:
            return self._read(None)
        with self.unit_of_work() as unit_of_work:
            recent = unit_of_work.segments.changes(None, since - effort.BREAK, until)
            changes: list[SegmentChange] = []
            segments: list[Segment] = []
            for release_id in sorted({change.release_id for change in recent}):
                changes += unit_of_work.segments.changes(release_id)
                segments += unit_of_work.segments.of_release(release_id)
        changes.sort(key=lambda change: (change.at, change.release_id))
        return changes, segments

    def _read(self, release_id: str | None) -> tuple[Sequence[SegmentChange], Sequence[Segment]]:
        with self.unit_of_work() as unit_of_work:
            if release_id is None:
                return unit_of_work.segments.changes(), unit_of_work.segments.everywhere()
            return (
                unit_of_work.segments.changes(release_id),
                unit_of_work.segments.of_release(release_id),
            )


def cells(row: Row) -> list[str | int | float]:
    """The values of a row as text and numbers."""
    return [_cell(value) for value in asdict(row).values()]


def _cell(value: object) -> str | int | float:
    if isinstance(value, Enum):
        return str(value.value)
    return value if isinstance(value, int | float) else str(value)


def _words(segments: Iterable[Segment]) -> dict[effort.Key, int]:
    return {(s.release_id, s.number): effort.word_count(s.source) for s in segments}


def _within(
    taken: Iterable[effort.Step], since: datetime | None, until: datetime | None
) -> Iterable[effort.Step]:
    return (step for step in taken if _in_time(step.change.at, since, until))


def _in_time(moment: datetime, since: datetime | None, until: datetime | None) -> bool:
    return (since is None or moment >= since) and (until is None or moment < until)
