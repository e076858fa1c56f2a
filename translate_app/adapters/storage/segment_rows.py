"""Segments and their changes as rows, and back."""

import hashlib
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from sqlalchemy import Row

from translate_app.domain.segment import (
    AppliedTerm,
    Origin,
    Segment,
    SegmentChange,
    SegmentState,
    Span,
    TermPlacement,
)


@lru_cache(maxsize=10_000)
def source_hash(source: str) -> str:
    """SHA-256 of a source text, hexadecimal. Any text has one, lone surrogates included."""
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()


def segment_columns(segment: Segment) -> dict[str, object]:
    """A segment as its row."""
    return {
        "release_id": segment.release_id,
        "number": segment.number,
        "unit": segment.unit,
        "span_start": segment.span.start,
        "span_end": segment.span.end,
        "source": segment.source,
        "source_hash": source_hash(segment.source),
        "version": segment.version,
        "changed_at": segment.changed_at,
        "changed_by": segment.changed_by,
        "merged_into": segment.merged_into,
        **content_columns(segment),
    }


def content_columns(step: Segment | SegmentChange) -> dict[str, object]:
    """What a segment and a change of it have in common."""
    return {
        "target": step.target,
        "state": step.state.value,
        "origin": None if step.origin is None else step.origin.value,
        "engine": step.engine,
        "score": step.score,
        "terms": [asdict(term) for term in step.terms],
        "confidence": step.confidence,
        "reason": step.reason,
    }


def place_columns(change: SegmentChange) -> dict[str, object]:
    """The segment's new place, where the change split or merged."""
    if change.span is None or change.source is None:
        return {}
    return {
        "span_start": change.span.start,
        "span_end": change.span.end,
        "source": change.source,
        "source_hash": source_hash(change.source),
    }


def segment_of(row: Row[Any]) -> Segment:
    """A row as its segment."""
    return Segment(
        release_id=row.release_id,
        number=row.number,
        unit=row.unit,
        span=Span(row.span_start, row.span_end),
        source=row.source,
        version=row.version,
        changed_at=row.changed_at,
        changed_by=row.changed_by,
        merged_into=row.merged_into,
        **_content_of(row),
    )


def change_of(row: Row[Any]) -> SegmentChange:
    """A row as its change."""
    return SegmentChange(
        release_id=row.release_id,
        number=row.number,
        version=row.version,
        at=row.at,
        by=row.by,
        overridden=tuple(row.overridden),
        bulk=row.bulk,
        span=None if row.span_start is None else Span(row.span_start, row.span_end),
        source=row.source,
        merged_into=row.merged_into,
        **_content_of(row),
    )


def _content_of(row: Row[Any]) -> dict[str, Any]:
    """What `content_columns` wrote, as fields of a segment or a change."""
    return {
        "target": row.target,
        "state": SegmentState(row.state),
        "origin": None if row.origin is None else Origin(row.origin),
        "engine": row.engine,
        "score": row.score,
        "terms": applied_terms(row.terms),
        "confidence": row.confidence,
        "reason": row.reason,
    }


def applied_terms(stored: list[dict[str, str]]) -> tuple[AppliedTerm, ...]:
    """Terms as they were before JSON."""
    return tuple(
        AppliedTerm(
            entry=term["entry"],
            source=term["source"],
            target=term["target"],
            placement=TermPlacement(term["placement"]),
        )
        for term in stored
    )
