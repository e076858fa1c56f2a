"""Releases and their publications, in memory."""

from collections.abc import Mapping, Sequence

from tests.fakes.transaction import FakeTransaction
from translate_app.domain.release import Publication, Release, ReleaseSummary
from translate_app.domain.segment import Segment, SegmentState
from translate_app.errors import (
    AmbiguousReleaseError,
    NothingPublishedError,
    PublicationNotFoundError,
    PublicationNumberError,
    ReleaseExistsError,
    ReleaseNotFoundError,
)


class FakeReleaseRepository:
    """Implements `ports.ReleaseRepository`."""

    def __init__(self, transaction: FakeTransaction) -> None:
        self._transaction = transaction

    def add(self, release: Release, segments: Sequence[Segment]) -> None:
        content = self._transaction.write()
        if release.id in content.releases or self.by_fingerprint(release.fingerprint):
            raise ReleaseExistsError(release=release.id)
        content.releases[release.id] = release
        content.segments.update({(s.release_id, s.number): s for s in segments})

    def get(self, release_id: str) -> Release:
        releases = self._transaction.read().releases
        if release_id in releases:
            return releases[release_id]
        found = [key for key in releases if release_id and key.startswith(release_id)]
        if not found:
            raise ReleaseNotFoundError(release=release_id)
        if len(found) > 1:
            raise AmbiguousReleaseError(release=release_id)
        return releases[found[0]]

    def by_fingerprint(self, fingerprint: str) -> Release | None:
        releases = self._transaction.read().releases.values()
        return next((r for r in releases if r.fingerprint == fingerprint), None)

    def all(self) -> Sequence[Release]:
        releases = sorted(self._transaction.read().releases.values(), key=lambda r: r.id)
        return sorted(releases, key=lambda r: r.created_at, reverse=True)

    def summaries(self) -> Sequence[ReleaseSummary]:
        return [self._summary(release) for release in self.all()]

    def _summary(self, release: Release) -> ReleaseSummary:
        content = self._transaction.read()
        counts: dict[SegmentState, int] = {}
        for (release_id, _), segment in content.segments.items():
            if release_id == release.id and segment.merged_into is None:
                counts[segment.state] = counts.get(segment.state, 0) + 1
        published = content.publications.get(release.id, ())
        return ReleaseSummary(
            id=release.id,
            display_title=release.display_title,
            source_language=release.source_language,
            target_language=release.target_language,
            date=release.date,
            category=release.category,
            created_at=release.created_at,
            counts=counts,
            latest_publication=published[-1].number if published else None,
        )


class FakePublicationRepository:
    """Implements `ports.PublicationRepository`."""

    def __init__(self, transaction: FakeTransaction) -> None:
        self._transaction = transaction

    def add(self, publication: Publication) -> None:
        content = self._transaction.write()
        if publication.release_id not in content.releases:
            raise ReleaseNotFoundError(release=publication.release_id)
        earlier = content.publications.get(publication.release_id, ())
        if publication.number != len(earlier) + 1:
            raise PublicationNumberError(
                release=publication.release_id, number=publication.number, next=len(earlier) + 1
            )
        content.publications[publication.release_id] = (*earlier, publication)

    def of_release(self, release_id: str) -> Sequence[Publication]:
        return self._transaction.read().publications.get(release_id, ())

    def latest(self) -> Mapping[str, Publication]:
        return {key: made[-1] for key, made in self._transaction.read().publications.items()}

    def get(self, release_id: str, number: int | None = None) -> Publication:
        published = self.of_release(release_id)
        if not published:
            raise NothingPublishedError(release=release_id)
        wanted = len(published) if number is None else number
        if not 0 < wanted <= len(published):
            raise PublicationNotFoundError(release=release_id, number=number)
        return published[wanted - 1]
