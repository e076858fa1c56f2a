"""What the segments of a release say of one another."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from translate_app.domain.language import LanguagePair
from translate_app.pipeline.checks import CheckContext, known_pairs, run_consistency_checks
from translate_app.services.findings import ReviewedSegment


def with_consistency(
    reviewed: Sequence[ReviewedSegment],
    pair: LanguagePair,
    approved: Iterable[tuple[str, str]] = (),
) -> tuple[ReviewedSegment, ...]:
    """`reviewed`, all segments of a release, with the findings that come from the others.

    `approved` are sources of theirs with the targets approved in other releases. What comes
    of them stands behind a segment's own findings: they are warnings. These findings change
    with other segments, so they are never remembered with the segment.
    """
    siblings = known_pairs(
        (each.segment.number, each.segment.source, each.segment.target) for each in reviewed
    )

    memory = known_pairs((None, source, target) for source, target in approved)

    def looked_at(each: ReviewedSegment) -> ReviewedSegment:
        segment = each.segment
        context = CheckContext(
            segment.source,
            segment.target,
            pair,
            siblings=siblings,
            memory=memory,
            number=segment.number,
        )
        found = run_consistency_checks(context)
        return replace(each, findings=each.findings + found) if found else each

    return tuple(map(looked_at, reviewed))
