"""Replace in the translations of a release, with a look beforehand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from translate_app.domain.segment import Finding, Segment, SegmentState, Span
from translate_app.pipeline.search import find_all, replace_at, replaced_spans
from translate_app.ports import Clock, UnitOfWorkFactory
from translate_app.services.findings import Examine, ReviewedSegment
from translate_app.services.review_steps import (
    person_named,
    present_segment,
    taken_back,
    written,
)


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
class Replacement:
    """What replacing would do to one segment."""

    number: int
    version: int
    """The version that was looked at."""
    before: str
    after: str
    spans: tuple[Span, ...]
    """Places in `before`."""
    new_spans: tuple[Span, ...]
    """The same places in `after`."""
    settled: bool
    """Whether it is approved (or approved once): left alone unless one asks."""
    findings: tuple[Finding, ...] = ()
    """What the checks would find then and do not find now, a name that is broken for one."""


@dataclass(frozen=True)
class SearchAndReplace:
    """Replacing within one release."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    examine: Examine

    def preview(self, release_id: str, search: Search, replacement: str) -> tuple[Replacement, ...]:
        """What replacing in the translations would do; nothing is changed.

        Raises:
            NotFoundError: there is no such release.
        """
        with self.unit_of_work() as unit_of_work:
            release = unit_of_work.releases.get(release_id)
            segments = {s.number: s for s in unit_of_work.segments.of_release(release.id)}
        found = tuple(_replacements(segments.values(), search, replacement))
        present = [segments[each.number] for each in found]
        written_anew = [
            replace(segment, target=each.after, state=SegmentState.EDITED)
            for segment, each in zip(present, found, strict=True)
        ]
        before, after = self.examine(release, present), self.examine(release, written_anew)
        return tuple(
            replace(each, findings=_brought(old, new))
            for each, old, new in zip(found, before, after, strict=True)
        )

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
            unit_of_work.lock()  # what is read must stay true until it is written
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
                change = written(segment, texts[segment.number], person, at)
                changed.append(unit_of_work.segments.record(change))
            unit_of_work.commit()
        return tuple(changed)

    def take_back(
        self, release_id: str, versions: Mapping[int, int], by: str
    ) -> tuple[Segment, ...]:
        """Bring back what stood before the replacing that made `versions`.

        A segment that somebody has changed since keeps what it has. One that was approved
        before is open (see `review_steps.taken_back`). Returns the segments that changed.

        Raises:
            NotFoundError, NameRequiredError.
        """
        person = person_named(by)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            release = unit_of_work.releases.get(release_id)
            at = self.clock()
            changed = []
            for number, version in versions.items():
                segment = unit_of_work.segments.get(release.id, number)
                if segment.version != version:
                    continue
                steps = unit_of_work.segments.history(release.id, number)[-2:]
                if len(steps) < 2 or steps[0].target == segment.target:
                    continue  # that step replaced nothing
                change = taken_back(segment, steps[0], person, at)
                changed.append(unit_of_work.segments.record(change))
            unit_of_work.commit()
        return tuple(changed)


def _brought(before: ReviewedSegment, after: ReviewedSegment) -> tuple[Finding, ...]:
    """The findings of `after` that `before` has not."""
    known = [(finding.check, finding.parameters) for finding in before.findings]
    return tuple(f for f in after.findings if (f.check, f.parameters) not in known)


def _replacements(
    segments: Iterable[Segment], search: Search, replacement: str
) -> Iterable[Replacement]:
    for segment in segments:
        spans = search.find(segment.target)
        after = replace_at(segment.target, spans, replacement)
        if after != segment.target:
            settled = segment.state >= SegmentState.REVIEWED
            yield Replacement(
                segment.number,
                segment.version,
                segment.target,
                after,
                spans,
                replaced_spans(spans, replacement),
                settled,
            )
