"""Releases, segments and names of the Harbour Relief Authority, as tests store them."""

from datetime import UTC, date, datetime, timedelta

from translate_app.domain.document import UnitKind
from translate_app.domain.glossary import EntryType, Gender, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.domain.release import Publication, Release, Unit
from translate_app.domain.segment import (
    AppliedTerm,
    Origin,
    Segment,
    SegmentChange,
    SegmentState,
    Span,
    TermPlacement,
)

NOON = datetime(2024, 3, 5, 12, 0, 0, 250_000, tzinfo=UTC)
TEXT = "Nadia Sabbagh visited Rasma. She met Karim Haddad.\nThe camp is open again."
SOURCES = (
    ("Nadia Sabbagh visited Rasma.", Span(0, 28)),
    ("She met Karim Haddad.", Span(29, 50)),
    ("The camp is open again.", Span(51, 74)),
)
TERM = AppliedTerm("place/rasma", "Rasma", "رسما", TermPlacement.ALIGNED)
RASMA = GlossaryEntry(
    key="place/rasma",
    en="Rasma",
    ar="رسما",
    type=EntryType.PLACE,
    en_variants=("Rassma", "Rasma town"),
    ar_variants=("رَسما",),
)
NADIA = GlossaryEntry(
    key="person/nadia-sabbagh",
    en="Nadia Sabbagh",
    ar="نادية الصباغ",
    type=EntryType.PERSON,
    gender=Gender.FEMININE,
    authority="statutes, art. 2",
    note="heads the authority",
)


def release(release_id: str = "a1b2c3d4", **differences: object) -> Release:
    """A release of three segments, English into Arabic, with the fields given changed."""
    fields: dict[str, object] = {
        "id": release_id,
        "fingerprint": f"{release_id:-<64}",
        "source_language": Language.ENGLISH,
        "target_language": Language.ARABIC,
        "units": (
            Unit(0, UnitKind.DATELINE, "5 March 2024"),
            Unit(1, UnitKind.PARAGRAPH, TEXT),
        ),
        "title": "Camp opens again",
        "date": date(2024, 3, 5),
        "category": "News",
        "source_line": None,
        "reference": "rasma.txt",
        "created_at": NOON,
    }
    return Release(**{**fields, **differences})  # type: ignore[arg-type]


def segments(release_id: str = "a1b2c3d4") -> tuple[Segment, ...]:
    """The empty segments of `release`."""
    return tuple(
        Segment(release_id, number, 1, span, source, "", SegmentState.EMPTY, 0)
        for number, (source, span) in enumerate(SOURCES, start=1)
    )


def change(number: int = 1, version: int = 1, **differences: object) -> SegmentChange:
    """An edit by Salma, `version` minutes after noon, with the fields given changed."""
    fields: dict[str, object] = {
        "release_id": "a1b2c3d4",
        "number": number,
        "version": version,
        "at": NOON + timedelta(minutes=version),
        "by": "Salma",
        "state": SegmentState.EDITED,
        "target": f"هدف {version}",
        "origin": Origin.HUMAN,
    }
    return SegmentChange(**{**fields, **differences})  # type: ignore[arg-type]


def machine_draft(number: int = 1, version: int = 1) -> SegmentChange:
    """A draft with everything that an engine's draft has."""
    return change(
        number,
        version,
        by="pretranslate",
        state=SegmentState.PRETRANSLATED,
        target="زارت نادية الصباغ رسما.",
        origin=Origin.MACHINE,
        engine="starter en-ar 0.1",
        score=-0.4375,
        terms=(TERM,),
        confidence=62,
    )


def publication(number: int = 1, release_id: str = "a1b2c3d4") -> Publication:
    """A publication; its content only looks like one."""
    return Publication(release_id, number, NOON, "Salma", "0" * 64, f'{{"number": {number}}}')
