"""Looking at a segment with the termbase and the checks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from translate_app.domain.glossary import GlossaryMatch
from translate_app.domain.language import LanguagePair
from translate_app.domain.release import Release
from translate_app.domain.segment import Finding, Segment, Span
from translate_app.pipeline.checks import fix, message_id, run_checks
from translate_app.pipeline.match import Matcher, find_forms


@dataclass(frozen=True, slots=True)
class ReviewedSegment:
    """A segment with what a reviewer wants to see beside it."""

    segment: Segment
    source_matches: tuple[GlossaryMatch, ...]
    """Names of the termbase in the source."""
    target_spans: tuple[Span, ...]
    """Where those names stand in the target, in order."""
    findings: tuple[Finding, ...]


Examine = Callable[[Release, Sequence[Segment]], Sequence[ReviewedSegment]]
"""Looks at segments of a release with termbase and checks (`Queries.examine`)."""


def reviewed_segment(
    segment: Segment, matcher: Matcher, pair: LanguagePair, target_matcher: Matcher | None = None
) -> ReviewedSegment:
    """`segment` with its names and findings; `matcher` finds names in the source language.

    With a `target_matcher` names that the source does not speak of are found too.
    """
    matches = matcher.find(segment.source)
    spans = {
        span
        for match in matches
        for span in find_forms(segment.target, match.entry.forms(pair.target), pair.target)
    }
    findings = run_checks(
        segment.source,
        segment.target,
        pair,
        matches,
        applied=segment.terms,
        named=target_matcher.find(segment.target) if target_matcher else (),
        origin=segment.origin,
        state=segment.state,
    )
    return ReviewedSegment(segment, matches, _outermost(spans), findings)


def mended(finding: Finding, target: str) -> str | None:
    """The whole `target` with what `finding` points at mended; None where that needs a person."""
    return fix(finding.check, target, finding)


def message_of(finding: Finding) -> str:
    """The message id of a finding, worded in the interface language by `i18n`."""
    return message_id(finding.check)


def _outermost(spans: set[Span]) -> tuple[Span, ...]:
    """The spans in order without those that lie within another (a name inside a longer one)."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
