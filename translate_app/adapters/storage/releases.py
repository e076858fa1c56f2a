"""Releases with their units, and the list of them."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    Integer,
    Row,
    Select,
    and_,
    bindparam,
    case,
    func,
    insert,
    or_,
    select,
)

from translate_app.adapters.storage import tables
from translate_app.adapters.storage.segment_rows import segment_columns
from translate_app.adapters.storage.tables import publications, releases, units
from translate_app.adapters.storage.transaction import Transaction
from translate_app.domain.document import UnitKind
from translate_app.domain.language import Language
from translate_app.domain.release import Release, ReleaseSummary, Unit
from translate_app.domain.segment import Segment, SegmentState
from translate_app.errors import AmbiguousReleaseError, ReleaseExistsError, ReleaseNotFoundError

KNOWN_TEXTS = 64
"""Releases whose units are remembered; those not read for the longest time go first."""


class KnownTexts:
    """The units of releases read before: once stored they never change. Share one a store.

    It is thread-safe. A text is known by the fingerprint that was made of it.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, str], tuple[Unit, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(
        self, release_id: str, fingerprint: str, read: Callable[[], Iterable[Unit]]
    ) -> tuple[Unit, ...]:
        """The units of a release, `read` where they are not known."""
        key = (release_id, fingerprint)
        with self._lock:
            known = self._known.get(key)
        if known is None:
            known = tuple(read())
        with self._lock:
            self._known[key] = known
            self._known.move_to_end(key)
            while len(self._known) > KNOWN_TEXTS:
                self._known.popitem(last=False)
        return known


class SqlReleaseRepository:
    """Implements `ports.ReleaseRepository`."""

    def __init__(self, transaction: Transaction, texts: KnownTexts) -> None:
        self._transaction = transaction
        self._texts = texts

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
        # An id may be the beginning of a longer one; written in full it means itself.
        found = self._read(_BY_ID, wanted=release_id)
        if not found and release_id:
            found = self._read(_BY_BEGINNING, length=len(release_id), wanted=release_id)
        if not found:
            raise ReleaseNotFoundError(release=release_id)
        if len(found) > 1:
            raise AmbiguousReleaseError(release=release_id)
        return found[0]

    def by_fingerprint(self, fingerprint: str) -> Release | None:
        """The release with that fingerprint, or None."""
        found = self._read(_BY_FINGERPRINT, wanted=fingerprint)
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

    def _read(self, query: Select[Any], **parameters: object) -> list[Release]:
        bare = self._transaction.read(query, lambda row: _release(row, ()), **parameters)
        return [replace(each, units=self._units(each)) for each in bare]

    def _units(self, release: Release) -> tuple[Unit, ...]:
        return self._texts(
            release.id,
            release.fingerprint,
            lambda: self._transaction.read(_UNITS, _unit, release=release.id),
        )


# Statements are built once: building one takes longer than SQLite takes to execute it.
_UNITS = select(units).where(units.c.release_id == bindparam("release")).order_by(units.c.position)

_BY_ID = select(releases).where(releases.c.id == bindparam("wanted"))

_BY_FINGERPRINT = select(releases).where(releases.c.fingerprint == bindparam("wanted"))

_BY_BEGINNING = (
    select(releases)
    .where(func.substr(releases.c.id, 1, bindparam("length", type_=Integer)) == bindparam("wanted"))
    .order_by(releases.c.id)
    .limit(2)
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
