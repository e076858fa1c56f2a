"""Publications: added, read, never changed."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, func, insert, select

from translate_app.adapters.storage.tables import publications, releases
from translate_app.adapters.storage.transaction import Transaction
from translate_app.domain.release import Publication
from translate_app.errors import (
    NothingPublishedError,
    PublicationNotFoundError,
    PublicationNumberError,
    ReleaseNotFoundError,
)


class SqlPublicationRepository:
    """Implements `ports.PublicationRepository`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def add(self, publication: Publication) -> None:
        """Store a publication.

        Raises:
            PublicationNumberError: its number is not the next one (somebody else
                published in the meantime).
            ReleaseNotFoundError: there is no release of that id.
        """
        self._transaction.lock()
        number = self._next(publication.release_id)
        refusal = PublicationNumberError(
            release=publication.release_id, number=publication.number, next=number
        )
        if publication.number != number:
            raise refusal
        self._transaction.write(insert(publications), [asdict(publication)], conflict=refusal)

    def of_release(self, release_id: str) -> Sequence[Publication]:
        """All publications of a release, oldest first; none for an id that is not there."""
        return self._transaction.read(
            select(publications)
            .where(publications.c.release_id == release_id)
            .order_by(publications.c.number),
            _publication,
        )

    def latest(self) -> Mapping[str, Publication]:
        """The newest publication of every release that has one, by release id."""
        newest = (
            select(publications.c.release_id, func.max(publications.c.number).label("number"))
            .group_by(publications.c.release_id)
            .subquery()
        )
        found = self._transaction.read(
            select(publications).join(
                newest,
                (newest.c.release_id == publications.c.release_id)
                & (newest.c.number == publications.c.number),
            ),
            _publication,
        )
        return {publication.release_id: publication for publication in found}

    def get(self, release_id: str, number: int | None = None) -> Publication:
        """One publication, the latest where `number` is None.

        Raises:
            PublicationNotFoundError: there is none of that number.
            NothingPublishedError: the release has no publication at all.
        """
        published = self.of_release(release_id)
        if not published:
            raise NothingPublishedError(release=release_id)
        if number is None:
            return published[-1]
        for publication in published:
            if publication.number == number:
                return publication
        raise PublicationNotFoundError(release=release_id, number=number)

    def _next(self, release_id: str) -> int:
        found = self._transaction.read(
            select(releases.c.id, func.max(publications.c.number).label("latest"))
            .outerjoin(publications, publications.c.release_id == releases.c.id)
            .where(releases.c.id == release_id)
            .group_by(releases.c.id),
            lambda row: int(row.latest or 0) + 1,
        )
        if not found:
            raise ReleaseNotFoundError(release=release_id)
        return found[0]


def _publication(row: Row[Any]) -> Publication:
    return Publication(
        release_id=row.release_id,
        number=row.number,
        published_at=row.published_at,
        published_by=row.published_by,
        checksum=row.checksum,
        content=row.content,
    )
