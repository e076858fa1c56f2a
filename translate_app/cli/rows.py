"""The JSON of the command line: names here are what scripts rely on."""

from __future__ import annotations  # the services are named below and not loaded

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from translate_app.cli.console import TRANSLATOR
from translate_app.domain.document import DroppedText
from translate_app.domain.engine import InstalledPackage
from translate_app.domain.glossary import GlossaryMatch
from translate_app.domain.language import Language
from translate_app.domain.release import Publication, ReleaseSummary
from translate_app.domain.report import DayRow, KeptRow, SegmentTimeRow
from translate_app.domain.segment import AppliedTerm, Finding, Segment
from translate_app.domain.work import ReleaseWork

if TYPE_CHECKING:
    from translate_app.services.engines import ListedEngine
    from translate_app.services.ingest_release import IngestedRelease
    from translate_app.services.queries import ReviewedRelease, ReviewedSegment
    from translate_app.services.translate_text import TranslatedSegment

Row = dict[str, Any]


def ingested(item: IngestedRelease) -> Row:
    """A release as `ingest` reports it."""
    release = item.release
    return {
        "id": release.id,
        "new": item.is_new,
        "title": release.display_title,
        "source_language": release.source_language.value,
        "target_language": release.target_language.value,
        "date": release.date.isoformat() if release.date else None,
        "category": release.category,
        "client": release.client or None,
    }


def dropped(passage: DroppedText) -> Row:
    """A passage left out."""
    return {"text": passage.text, "reason": passage.reason.value, "line": passage.line}


def summary(item: ReleaseSummary) -> Row:
    """A release in a list."""
    return {
        "id": item.id,
        "title": item.display_title,
        "source_language": item.source_language.value,
        "target_language": item.target_language.value,
        "date": item.date.isoformat() if item.date else None,
        "category": item.category,
        "created_at": item.created_at.isoformat(),
        "state": item.state.value,
        "segments": item.total,
        "approved": item.approved,
        "counts": {state.label: number for state, number in sorted(item.counts.items())},
        "publication": item.latest_publication,
    }


def reviewed(item: ReviewedRelease) -> Row:
    """A release with all that is in it."""
    release = item.release
    return {
        "id": release.id,
        "title": release.title,
        "display_title": release.display_title,
        "source_language": release.source_language.value,
        "target_language": release.target_language.value,
        "date": release.date.isoformat() if release.date else None,
        "category": release.category,
        "source_line": release.source_line,
        "reference": release.reference,
        "created_at": release.created_at.isoformat(),
        "client": release.client or None,
        "units": [
            {
                "position": unit.position,
                "kind": unit.kind.value,
                "text": unit.text,
                "segments": [
                    reviewed_segment(each)
                    for each in item.segments
                    if each.segment.unit == unit.position
                ],
            }
            for unit in release.units
        ],
        "publications": [publication(each) for each in item.publications],
    }


def reviewed_segment(item: ReviewedSegment) -> Row:
    """A segment with its findings."""
    return segment(item.segment) | {"findings": [finding(each) for each in item.findings]}


def segment(item: Segment) -> Row:
    """A segment as it stands."""
    return {
        "number": item.number,
        "source": item.source,
        "target": item.target,
        "state": item.state.label,
        "origin": item.origin.value if item.origin else None,
        "engine": item.engine,
        "score": item.score,
        "confidence": item.confidence,
        "version": item.version,
        "changed_at": item.changed_at.isoformat() if item.changed_at else None,
        "changed_by": item.changed_by,
        "reason": item.reason or None,
        "terms": [term(each) for each in item.terms],
    }


def term(item: AppliedTerm) -> Row:
    """A glossary name in a draft."""
    return {
        "entry": item.entry,
        "source": item.source,
        "target": item.target,
        "applied": item.applied,
        "placement": item.placement.value,
    }


def finding(item: Finding) -> Row:
    """What a check found, with its sentence."""
    return {
        "check": item.check,
        "severity": item.severity.value,
        "message": TRANSLATOR.finding(item),
        "start": item.span.start if item.span else None,
        "end": item.span.end if item.span else None,
    }


def work(item: ReleaseWork) -> Row:
    """What is planned for a release."""
    return {
        "release": item.release_id,
        "translator": item.translator or None,
        "reviewer": item.reviewer or None,
        "due_at": item.due_at.isoformat() if item.due_at else None,
        "embargo_until": item.embargo_until.isoformat() if item.embargo_until else None,
        "priority": item.priority.value,
        "archived": item.archived,
        "changed_at": item.changed_at.isoformat() if item.changed_at else None,
        "changed_by": item.changed_by,
    }


def report(item: DayRow | SegmentTimeRow | KeptRow) -> Row:
    """A row of a report."""
    row = asdict(item)
    if isinstance(item, DayRow):
        row["day"] = item.day.isoformat()
    return row


def publication(item: Publication) -> Row:
    """A publication without its content."""
    return {
        "number": item.number,
        "published_at": item.published_at.isoformat(),
        "published_by": item.published_by,
        "checksum": item.checksum,
    }


def translated(item: TranslatedSegment) -> Row:
    """A segment of a text that is not stored."""
    return {
        "source": item.source,
        "target": item.draft.target,
        "origin": item.draft.origin.value,
        "engine": item.draft.engine,
        "score": item.draft.score,
        "confidence": item.draft.confidence,
        "terms": [term(each) for each in item.draft.terms],
    }


def match(item: GlossaryMatch, language: Language) -> Row:
    """A name found in a text."""
    return {
        "entry": item.entry.key,
        "name": item.entry.name(language),
        "target": item.entry.name(language.other),
        "surface": item.surface,
        "start": item.span.start,
        "end": item.span.end,
        "clitic": item.clitic,
        "type": item.entry.type.value,
    }


def package(item: InstalledPackage) -> Row:
    """An engine package."""
    return {
        "name": item.info.name,
        "kind": item.info.kind.value,
        "pair": str(item.info.pair),
        "version": item.info.version,
        "path": item.path,
        "checksum": item.checksum,
        "problem": item.problem or None,
    }


def engine(item: ListedEngine) -> Row:
    """An engine of the list."""
    return {**package(item.package), "preferred": item.is_preferred}
