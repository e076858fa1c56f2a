"""Releases with their units, and the list of them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, and_, case, func, insert, or_, select

from translate_app.adapters.storage import tables
from translate_app.adapters.storage.segment_rows import segment_columns
from translate_app.adapters.storage.tables import publications, releases, units
from translate_app.adapters.storage.transaction import Transaction
from translate_app.domain.document import UnitKind
from translate_app.domain.language import Language
from translate_app.domain.release import Release, ReleaseSummary, Unit
from translate_app.domain.segment import Segment, SegmentState
from translate_app.errors import AmbiguousReleaseError, ReleaseExistsError, ReleaseNotFoundError


class SqlReleaseRepository:
    """Implements `ports.ReleaseRepository`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def add(self, release: Release, segments: Sequence[Segment]) -> None:
        """Store a new release with its segments.

        Raises:
            ReleaseExistsError: its id or fingerprint is there already.
        """
        self._transaction.write(
            insert(releases),
            [_release_columns(release)],
            conflict=ReleaseExistsError(release=release.id),
        )
        self._transaction.write(
            insert(units),
            [
                {
                    "release_id": release.id,
                    "position": unit.position,
                    "kind": unit.kind.value,
                    "text": unit.text,
                }
                for unit in release.units
            ],
        )
        self._transaction.write(insert(tables.segments), [segment_columns(s) for s in segments])

    def get(self, release_id: str) -> Release:
        """The release of that id, or of the only id that begins so.

        Raises:
            ReleaseNotFoundError: none. AmbiguousReleaseError: more than one.
        """
        ids = self._transaction.read(
            select(releases.c.id)
            .where(func.substr(releases.c.id, 1, len(release_id)) == release_id)
            .order_by(func.length(releases.c.id))
            .limit(2),
            lambda row: str(row.id),
        )
        if not release_id or not ids:
            raise ReleaseNotFoundError(release=release_id)
        # An id may be the beginning of a longer one; written in full it means itself.
        if len(ids) > 1 and ids[0] != release_id:
            raise AmbiguousReleaseError(release=release_id)
        return self._one(releases.c.id == ids[0])[0]

    def by_fingerprint(self, fingerprint: str) -> Release | None:
        """The release with that fingerprint, or None."""
        found = self._one(releases.c.fingerprint == fingerprint)
        return found[0] if found else None

    def summaries(self) -> Sequence[ReleaseSummary]:
        """All releases, newest first; four queries, however many there are."""
        counts: dict[str, dict[SegmentState, int]] = {}
        for release_id, state, count in self._transaction.read(
            select(
                tables.segments.c.release_id,
                tables.segments.c.state,
                func.count().label("segments"),
            )
            .where(tables.segments.c.merged_into.is_(None))
            .group_by(tables.segments.c.release_id, tables.segments.c.state),
            lambda row: (row.release_id, SegmentState(row.state), row.segments),
        ):
            counts.setdefault(release_id, {})[state] = count
        latest: dict[str, int] = dict(
            self._transaction.read(
                select(
                    publications.c.release_id, func.max(publications.c.number).label("latest")
                ).group_by(publications.c.release_id),
                lambda row: (row.release_id, row.latest),
            )
        )
        openings: dict[str, Unit] = dict(
            self._transaction.read(_OPENINGS, lambda row: (row.release_id, _unit(row)))
        )

        def summary(row: Row[Any]) -> ReleaseSummary:
            opening = openings.get(row.id)
            release = _release(row, () if opening is None else (opening,))
            return ReleaseSummary(
                id=release.id,
                display_title=release.display_title,
                source_language=release.source_language,
                target_language=release.target_language,
                date=release.date,
                category=release.category,
                created_at=release.created_at,
                counts=counts.get(release.id, {}),
                latest_publication=latest.get(release.id),
            )

        return self._transaction.read(
            select(releases).order_by(releases.c.created_at.desc(), releases.c.id), summary
        )

    def all(self) -> Sequence[Release]:
        """All releases with their units, newest first."""
        texts: dict[str, list[Unit]] = {}
        rows = self._transaction.read(
            select(units).order_by(units.c.release_id, units.c.position),
            lambda row: (str(row.release_id), _unit(row)),
        )
        for release_id, unit in rows:
            texts.setdefault(release_id, []).append(unit)
        return self._transaction.read(
            select(releases).order_by(releases.c.created_at.desc(), releases.c.id),
            lambda row: _release(row, tuple(texts.get(row.id, ()))),
        )

    def _one(self, condition: Any) -> list[Release]:
        texts = self._transaction.read(
            select(units)
            .join(releases, releases.c.id == units.c.release_id)
            .where(condition)
            .order_by(units.c.position),
            _unit,
        )
        return self._transaction.read(
            select(releases).where(condition), lambda row: _release(row, tuple(texts))
        )


_IS_OPENING = units.c.kind.in_([UnitKind.PARAGRAPH.value, UnitKind.HEADING.value])

_RANKED = (
    select(
        units,
        func.row_number()
        .over(
            partition_by=units.c.release_id,
            order_by=[case((_IS_OPENING, 0), else_=1), units.c.position],
        )
        .label("rank"),
    )
    .join(
        releases,
        and_(
            releases.c.id == units.c.release_id,
            or_(releases.c.title.is_(None), releases.c.title == ""),
        ),
    )
    .subquery()
)

_OPENINGS = select(_RANKED).where(_RANKED.c.rank == 1)
"""For each release without a headline the one unit that `Release.display_title` looks at."""


def _release_columns(release: Release) -> dict[str, object]:
    return {
        "id": release.id,
        "fingerprint": release.fingerprint,
        "source_language": release.source_language.value,
        "target_language": release.target_language.value,
        "title": release.title,
        "date": release.date,
        "category": release.category,
        "source_line": release.source_line,
        "reference": release.reference,
        "created_at": release.created_at,
        "client": release.client,
        "project": release.project,
    }


def _release(row: Row[Any], texts: tuple[Unit, ...]) -> Release:
    return Release(
        id=row.id,
        fingerprint=row.fingerprint,
        source_language=Language(row.source_language),
        target_language=Language(row.target_language),
        units=texts,
        title=row.title,
        date=row.date,
        category=row.category,
        source_line=row.source_line,
        reference=row.reference,
        created_at=row.created_at,
        client=row.client,
        project=row.project,
    )


def _unit(row: Row[Any]) -> Unit:
    return Unit(position=row.position, kind=UnitKind(row.kind), text=row.text)
