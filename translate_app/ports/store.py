"""The store: repositories and the transaction over them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self

from translate_app.domain.language import LanguagePair
from translate_app.domain.recipe import Recipe
from translate_app.domain.release import Publication, Release, ReleaseSummary
from translate_app.domain.segment import Draft, Segment, SegmentChange
from translate_app.ports.names import GlossaryRepository, NameRepository
from translate_app.ports.work import CommentRepository, PresenceRepository, WorkRepository


class ReleaseRepository(Protocol):
    """Releases with their units and segments."""

    def add(self, release: Release, segments: Sequence[Segment]) -> None:
        """Store a new release with its (empty) segments.

        Raises:
            ReleaseExistsError: its id or fingerprint is there already.
        """
        ...

    def get(self, release_id: str) -> Release:
        """The release of that id, or of the only id that begins so.

        Raises:
            ReleaseNotFoundError: none. AmbiguousReleaseError: more than one.
        """
        ...

    def by_fingerprint(self, fingerprint: str) -> Release | None:
        """The release with that fingerprint, or None."""
        ...

    def all(self) -> Sequence[Release]:
        """All releases with their units, newest first."""
        ...

    def summaries(self) -> Sequence[ReleaseSummary]:
        """All releases, newest first."""
        ...


class SegmentRepository(Protocol):
    """Segments and their history."""

    def of_release(self, release_id: str, *, merged: bool = False) -> Sequence[Segment]:
        """All segments of a release in the order of the text (`Segment.place`).

        With `merged` those too that became a part of another one.
        """
        ...

    def versions(self, release_id: str) -> Sequence[tuple[int, int]]:
        """Number and version of each segment that `of_release` has, in the same order.

        A segment is the same as long as its version is: who remembers segments learns here
        which ones to read again.
        """
        ...

    def get(self, release_id: str, number: int) -> Segment:
        """One segment, even if it became a part of another one.

        Raises:
            SegmentNotFoundError: there is none of that number.
        """
        ...

    def add(self, parts: Sequence[Segment]) -> None:
        """Add segments that a split made, with numbers that no segment had before.

        Raises:
            StaleSegmentError: a number is taken.
        """
        ...

    def record(self, change: SegmentChange) -> Segment:
        """Append `change` and make it the segment's present state.

        `change.version` must be the segment's present version plus one. A change with a
        span gives the segment that place and source; `merged_into` is as the change says.

        Raises:
            StaleSegmentError: somebody else made that version first; nothing is written.
            SegmentNotFoundError: there is no such segment.
        """
        ...

    def everywhere(self) -> Sequence[Segment]:
        """The segments of all releases, by release and place."""
        ...

    def touched(self, since: datetime | None = None) -> Sequence[Segment]:
        """The segments of all releases that were changed at or after `since`, in any order.

        None: all that were ever changed. Those that became a part of another one are among
        them: who keeps an index has to drop them.
        """
        ...

    def history(self, release_id: str, number: int) -> Sequence[SegmentChange]:
        """All changes of a segment, oldest first."""
        ...

    def changes(
        self,
        release_id: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> Sequence[SegmentChange]:
        """The changes of a release (or of all) from `since` to before `until`, by time."""
        ...

    def approved_pairs(
        self, sources: Collection[str], pair: LanguagePair, besides: str
    ) -> Sequence[tuple[str, str]]:
        """Every approved (source, target) of exactly these texts in other releases.

        `besides` is the id of the release that does not count. Each pair comes once.
        """
        ...

    def approved_target(self, source: str, pair: LanguagePair) -> Draft | None:
        """The latest approved translation of exactly this source text, origin memory."""
        ...


class DraftRepository(Protocol):
    """Machine drafts kept for the next job that meets the same text. The oldest may go."""

    def find(self, sources: Sequence[str], recipe: Recipe) -> Mapping[str, Draft]:
        """Those of `sources` that were drafted after `recipe`, with their drafts."""
        ...

    def keep(self, made: Mapping[str, Draft], recipe: Recipe) -> None:
        """Keep drafts by source text; of drafts kept already the first stays."""
        ...


class PublicationRepository(Protocol):
    """Publications, which are never changed."""

    def add(self, publication: Publication) -> None:
        """Store a publication; its number must be the next one.

        Raises:
            PublicationNumberError: it is not (somebody else published in the meantime).
            ReleaseNotFoundError: there is no release of that id.
        """
        ...

    def of_release(self, release_id: str) -> Sequence[Publication]:
        """All publications of a release, oldest first."""
        ...

    def latest(self) -> Mapping[str, Publication]:
        """The newest publication of every release that has one, by release id."""
        ...

    def get(self, release_id: str, number: int | None = None) -> Publication:
        """One publication, the latest where `number` is None.

        Raises:
            PublicationNotFoundError: there is none of that number.
            NothingPublishedError: the release has no publication at all.
        """
        ...


class UnitOfWork(Protocol):
    """One transaction. Leaving the block without `commit` rolls everything back."""

    releases: ReleaseRepository
    segments: SegmentRepository
    glossary: GlossaryRepository
    names: NameRepository
    publications: PublicationRepository
    drafts: DraftRepository
    work: WorkRepository
    comments: CommentRepository
    presence: PresenceRepository

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Roll back what was not committed and give the connection back."""
        ...

    def lock(self) -> None:
        """Become the only writer until commit, waiting for another one to finish.

        What is read after it stays true until commit. Without it, writing begins at the
        first write, and what was read before that may be out of date by then.
        """
        ...

    def commit(self) -> None:
        """Make it durable; what follows in the block needs another commit."""
        ...


UnitOfWorkFactory = Callable[[], UnitOfWork]
