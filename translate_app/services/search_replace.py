"""Search a release, and replace in its translations with a look beforehand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from translate_app.domain.segment import Origin, Segment, SegmentState, Span
from translate_app.pipeline.search import find_all, replace_at
from translate_app.ports import Clock, UnitOfWorkFactory
from translate_app.services.review_steps import next_change, person_named, present_segment


class Side(StrEnum):
    """Which text is searched."""

    SOURCE = "source"
    TARGET = "target"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for."""

    text: str
    folded: bool = False
    """Whether capitals, diacritics, hamza, ة/ه, ى/ي and kinds of digits make no difference."""
    whole_word: bool = False

    def find(self, text: str) -> tuple[Span, ...]:
        """Every place in `text`."""
        return find_all(text, self.text, folded=self.folded, whole_word=self.whole_word)


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A segment in which the text stands."""

    number: int
    source_spans: tuple[Span, ...]
    target_spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Replacement:
    """What replacing would do to one segment."""

    number: int
    version: int
    """The version that was looked at."""
    before: str
    after: str
    spans: tuple[Span, ...]
    """Places in `before`."""
    settled: bool
    """Whether it is approved (or approved once): left alone unless one asks."""


@dataclass(frozen=True)
class SearchAndReplace:
    """Search and replace within one release."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    def find(
        self, release_id: str, search: Search, side: Side = Side.BOTH
    ) -> tuple[SearchHit, ...]:
        """The segments in which the text stands, in order.

        Raises:
            NotFoundError: there is no such release.
        """
        hits = (
            SearchHit(
                segment.number,
                search.find(segment.source) if side is not Side.TARGET else (),
                search.find(segment.target) if side is not Side.SOURCE else (),
            )
            for segment in self._segments(release_id)
        )
        return tuple(hit for hit in hits if hit.source_spans or hit.target_spans)

    def preview(self, release_id: str, search: Search, replacement: str) -> tuple[Replacement, ...]:
        """What replacing in the translations would do; nothing is changed.

        Raises:
            NotFoundError: there is no such release.
        """
        return tuple(_replacements(self._segments(release_id), search, replacement))

    def apply(
        self,
        release_id: str,
        search: Search,
        replacement: str,
        versions: Mapping[int, int],
        by: str,
        *,
        reopen_approved: bool = False,
    ) -> tuple[Segment, ...]:
        """Replace in the segments of those numbers, all or none of them.

        `versions` are the numbers that the person chose from the preview, with the
        versions that it showed. Approved segments are left alone, or with
        `reopen_approved` opened again. Returns the segments that changed.

        Raises:
            StaleSegmentError: somebody changed one of them since; nothing is written.
            NotFoundError, NameRequiredError.
        """
        person = person_named(by)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            release = unit_of_work.releases.get(release_id)
            chosen = [
                present_segment(unit_of_work, release.id, number, version)
                for number, version in versions.items()
            ]
            texts = {
                each.number: each.after
                for each in _replacements(chosen, search, replacement)
                if reopen_approved or not each.settled
            }
            at = self.clock()
            changed = []
            for segment in chosen:
                if segment.number not in texts:
                    continue
                text = texts[segment.number] if texts[segment.number].strip() else ""
                state = SegmentState.EDITED if text else SegmentState.EMPTY
                change = replace(
                    next_change(segment, person, at, state),
                    target=text,
                    origin=Origin.HUMAN if text else None,
                    engine=None,
                    score=None,
                    terms=(),
                    confidence=None,
                )
                changed.append(unit_of_work.segments.record(change))
            unit_of_work.commit()
        return tuple(changed)

    def _segments(self, release_id: str) -> Iterable[Segment]:
        with self.unit_of_work() as unit_of_work:
            release = unit_of_work.releases.get(release_id)
            return unit_of_work.segments.of_release(release.id)


def _replacements(
    segments: Iterable[Segment], search: Search, replacement: str
) -> Iterable[Replacement]:
    for segment in segments:
        spans = search.find(segment.target)
        after = replace_at(segment.target, spans, replacement)
        if after != segment.target:
            settled = segment.state >= SegmentState.REVIEWED
            yield Replacement(
                segment.number, segment.version, segment.target, after, spans, settled
            )
