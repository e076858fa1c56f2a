"""What the shells show: releases, one release with everything, the history of a segment."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from translate_app.domain.release import Publication, Release, ReleaseSummary
from translate_app.domain.segment import Segment, SegmentChange
from translate_app.ports import UnitOfWorkFactory
from translate_app.services.consistency import with_consistency
from translate_app.services.findings import ReviewedSegment, reviewed_segment
from translate_app.services.known_segments import KnownSegments
from translate_app.services.matchers import Matchers
from translate_app.services.reviewed_cache import ReviewedCache


@dataclass(frozen=True, slots=True)
class ReviewedRelease:
    """A release with its segments, their names and findings, and its publications."""

    release: Release
    segments: tuple[ReviewedSegment, ...]
    publications: tuple[Publication, ...]


@dataclass(frozen=True)
class Queries:
    """Reading, which changes nothing."""

    unit_of_work: UnitOfWorkFactory
    matchers: Matchers
    cache: ReviewedCache = field(default_factory=ReviewedCache)
    segments: KnownSegments = field(default_factory=KnownSegments)

    def releases(self) -> Sequence[ReleaseSummary]:
        """All releases, newest first."""
        with self.unit_of_work() as unit_of_work:
            return unit_of_work.releases.summaries()

    def release(self, release_id: str) -> ReviewedRelease:
        """One release with everything a reviewer looks at.

        Raises:
            ReleaseNotFoundError, AmbiguousReleaseError.
        """
        with self.unit_of_work() as unit_of_work:
            release = unit_of_work.releases.get(release_id)
            segments = self.segments(unit_of_work, release.id)
            publications = tuple(unit_of_work.publications.of_release(release.id))
        return ReviewedRelease(release, self.examine(release, segments), publications)

    def examine(self, release: Release, segments: Sequence[Segment]) -> tuple[ReviewedSegment, ...]:
        """`segments`, all those of `release` in order, with their names and findings.

        The rules of approval ask here too, so that they block what the reviewer is shown;
        of only some of the segments the findings that are errors are the same.
        """
        pair = release.pair
        matcher = self.matchers.for_release(release, pair.source)
        looked_with = (matcher, pair, self.matchers.for_release(release, pair.target))
        alone = [
            self.cache(segment, looked_with, partial(reviewed_segment, segment, *looked_with))
            for segment in segments
        ]
        with self.unit_of_work() as unit_of_work:
            sources = {segment.source for segment in segments}
            approved = unit_of_work.segments.approved_pairs(sources, pair, release.id)
        look = partial(with_consistency, alone, pair, approved)
        return self.cache.together(release.id, alone, approved, look)

    def history(self, release_id: str, number: int) -> Sequence[SegmentChange]:
        """All changes of a segment, oldest first.

        Raises:
            NotFoundError: there is no such release or segment.
        """
        with self.unit_of_work() as unit_of_work:
            release = unit_of_work.releases.get(release_id)
            unit_of_work.segments.get(release.id, number)
            return unit_of_work.segments.history(release.id, number)


__all__ = ["Queries", "ReviewedRelease", "ReviewedSegment"]
