"""A reviewed release as rows of the segment editor. No Streamlit here."""

from collections.abc import Collection, Sequence
from typing import Final

from translate_app.domain.client import HouseStyle
from translate_app.domain.document import UnitKind
from translate_app.domain.glossary import GlossaryMatch
from translate_app.domain.language import Language
from translate_app.domain.release import Release
from translate_app.domain.segment import Finding, Segment, SegmentState, Severity
from translate_app.errors import N_
from translate_app.i18n import Translator
from translate_app.services.findings import ReviewedSegment, mended
from translate_app.services.pretranslate_release import MACHINE
from translate_app.web import labels
from translate_app.web.editor_protocol import (
    EditorData,
    FindingRow,
    Group,
    GroupId,
    Mark,
    NameChoice,
    NameRow,
    SegmentRow,
    Side,
)
from translate_app.web.isolates import finding_words

ALWAYS_SHOWN: Final = frozenset({"all", "open", "findings", "approved"})
"""Filters that are shown though no segment is in them."""

LOW_CONFIDENCE: Final = 25
"""A draft whose expected closeness to a person's translation is below this (of 100, see
`pipeline.confidence`) shares little with one: it is to be read first."""


def editor_data(
    release: Release,
    rows: Sequence[SegmentRow],
    revision: int,
    t: Translator,
    user: str,
    style: HouseStyle,
    people: Sequence[str] = (),
) -> EditorData:
    """The whole release with `rows`, which are of that revision (see `editor_news`).

    `people` can be addressed in comments.
    """
    return EditorData(
        release=release.id,
        revision=revision,
        dir=t.direction,
        user=user,
        source=_side(release.source_language, t),
        target=_side(release.target_language, t),
        digits=style.digits.value,
        segments=list(rows),
        groups=[
            Group(id=group, label=t.gettext(words), always=group in ALWAYS_SHOWN)
            for group, words in labels.GROUPS.items()
        ],
        states={state.label: t.gettext(words) for state, words in labels.STATES.items()},
        types={kind.value: t.gettext(words) for kind, words in labels.ENTRY_TYPES.items()},
        people=[person for person in people if person not in (user, MACHINE)],
        labels={name: t.gettext(message) for name, message in labels.EDITOR.items()},
    )


def groups_of(segment: Segment, findings: Sequence[Finding], user: str) -> list[GroupId]:
    """The filters under which a segment is shown."""
    approved = segment.state is SegmentState.APPROVED
    groups: list[GroupId] = ["all", "approved" if approved else "open"]
    if findings:
        groups.append("findings")
    sure = confidence(segment)
    if sure is not None and sure < LOW_CONFIDENCE:
        groups.append("low")
    if segment.changed_by == user and user:
        groups.append("mine")
    if segment.state is SegmentState.REJECTED:
        groups.append("rejected")
    return groups


def confidence(segment: Segment) -> int | None:
    """How far a draft that nobody has touched can be relied on, 0-100; None for all others."""
    return segment.confidence if segment.state is SegmentState.PRETRANSLATED else None


def confidence_words(value: int | None, t: Translator) -> str:
    """`62`, a value of 0 to 100 that is no share; empty where it is not known."""
    return "" if value is None else t.number(value)


def _side(language: Language, t: Translator) -> Side:
    return Side(
        lang=language.value, dir=language.direction.value, name=t.language_name(language.value)
    )


def headings(release: Release) -> frozenset[int]:
    """Positions of the units that are headings."""
    return frozenset(u.position for u in release.units if u.kind is UnitKind.HEADING)


def segment_row(
    reviewed: ReviewedSegment,
    source: Language,
    headings: Collection[int],
    t: Translator,
    user: str,
) -> SegmentRow:
    """A segment as the document shows it to `user`."""
    segment = reviewed.segment
    # That nothing is written yet is what the state says already.
    findings = [f for f in reviewed.findings if f.check != "empty_target"]
    missing = {f.parameters.get("name") for f in findings if f.check == "term_missing"}
    words, detail = _state_words(segment, t)
    return SegmentRow(
        number=segment.number,
        label=t.number(segment.number),
        unit=segment.unit,
        heading=segment.unit in headings,
        source=segment.source,
        target=segment.target,
        state=segment.state.label,
        state_label=words,
        detail=detail,
        confidence=confidence(segment),
        version=segment.version,
        changed_by=person_words(segment.changed_by, t),
        reason=segment.reason if segment.state is SegmentState.REJECTED else "",
        groups=groups_of(segment, findings, user),
        source_marks=_source_marks(reviewed, source, missing),
        target_marks=_target_marks(reviewed, findings, t),
        findings=[_finding_row(f, segment.target, t) for f in findings],
        names=_names(reviewed, source, missing),
    )


def _state_words(segment: Segment, t: Translator) -> tuple[str, str]:
    """What stands in the state column: a draft says where it comes from and how sure it is."""
    if segment.state is SegmentState.PRETRANSLATED and segment.origin is not None:
        words = confidence_words(confidence(segment), t)
        return t.gettext(labels.ORIGINS[segment.origin]), words
    by = "" if segment.state is SegmentState.EMPTY else person_words(segment.changed_by, t)
    return t.gettext(labels.STATES[segment.state]), by


def person_words(name: str | None, t: Translator) -> str:
    """The name of a person, or words for the machine."""
    return t.gettext(N_("pretranslation")) if name == MACHINE else name or ""


def _source_marks(
    reviewed: ReviewedSegment, source: Language, missing: set[str | None]
) -> list[Mark]:
    translated = bool(reviewed.segment.target.strip())
    return [
        Mark(
            start=match.span.start,
            end=match.span.end,
            kind="missing" if translated and match.entry.name(source) in missing else "name",
            title=match.entry.name(source.other),
        )
        for match in reviewed.source_matches
    ]


def _target_marks(
    reviewed: ReviewedSegment, findings: Sequence[Finding], t: Translator
) -> list[Mark]:
    names = [
        Mark(start=span.start, end=span.end, kind="found", title="")
        for span in reviewed.target_spans
    ]
    found = [
        Mark(
            start=f.span.start,
            end=f.span.end,
            kind="finding" if f.severity is Severity.ERROR else "doubtful",
            title=finding_words(f, t),
        )
        for f in findings
        if f.span is not None
    ]
    return [*names, *found]


def _names(reviewed: ReviewedSegment, source: Language, missing: set[str | None]) -> list[NameRow]:
    matches: dict[str, GlossaryMatch] = {}
    for match in reviewed.source_matches:
        matches.setdefault(match.entry.key, match)
    written = bool(reviewed.segment.target.strip())
    return [
        NameRow(
            key=match.entry.key,
            source=match.entry.name(source),
            target=match.entry.name(source.other),
            found=match.entry.name(source) not in missing and written,
            surface=match.surface,
            choices=_choices(match, source),
        )
        for match in matches.values()
    ]


def _choices(match: GlossaryMatch, source: Language) -> list[NameChoice]:
    """The entries that a name may mean, in an order that no choice changes."""
    if not match.rivals:
        return []
    return [
        NameChoice(
            key=entry.key,
            source=entry.name(source),
            target=entry.name(source.other),
            note=entry.note.splitlines()[0] if entry.note else entry.key,
        )
        for entry in sorted((match.entry, *match.rivals), key=lambda entry: entry.key)
    ]


def _finding_row(finding: Finding, target: str, t: Translator) -> FindingRow:
    return FindingRow(
        severity=finding.severity.value,
        text=finding_words(finding, t),
        mended=mended(finding, target) or "",
    )
