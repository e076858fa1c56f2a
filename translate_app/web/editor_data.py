"""A reviewed release as the segment editor wants it. No Streamlit here."""

from collections.abc import Sequence
from typing import Final

from translate_app.domain.document import UnitKind
from translate_app.domain.language import Language
from translate_app.domain.segment import Finding, Segment, SegmentChange, SegmentState
from translate_app.errors import N_
from translate_app.i18n import Translator
from translate_app.services.pretranslate_release import MACHINE
from translate_app.services.queries import ReviewedRelease, ReviewedSegment
from translate_app.web import labels
from translate_app.web.editor_protocol import (
    Ack,
    EditorData,
    FindingRow,
    Group,
    GroupId,
    History,
    HistoryRow,
    Mark,
    NameRow,
    Others,
    SegmentRow,
    Side,
)

_GROUPS: tuple[GroupId, ...] = ("all", "open", "findings", "low", "approved")

LOW_CONFIDENCE: Final = 25
"""A draft whose expected closeness to a person's translation is below this (of 100, see
`pipeline.confidence`) shares little with one: it is to be read first."""


def editor_data(
    reviewed: ReviewedRelease,
    t: Translator,
    history: tuple[int, Sequence[SegmentChange]] | None = None,
    ack: Ack | None = None,
    others: Others | None = None,
) -> EditorData:
    """Everything the editor shows; `history` is of the segment of that number."""
    release = reviewed.release
    headings = {u.position for u in release.units if u.kind is UnitKind.HEADING}
    rows = [
        _segment_row(segment, release.source_language, headings, t) for segment in reviewed.segments
    ]
    data = EditorData(
        release=release.id,
        dir=t.direction,
        source=_side(release.source_language, t),
        target=_side(release.target_language, t),
        total=t.number(len(rows)),
        segments=rows,
        groups=[_group(group, rows, t) for group in _GROUPS],
        labels={name: t.gettext(message) for name, message in labels.EDITOR.items()},
    )
    if history is not None:
        number, changes = history
        steps = [_history_row(change, t) for change in reversed(changes)]
        data["history"] = History(number=number, rows=steps)
    if others is not None:
        data["others"] = others
    if ack is not None:
        data["ack"] = ack
    return data


def groups_of(segment: Segment, findings: Sequence[Finding]) -> list[GroupId]:
    """The filters under which a segment is shown."""
    approved = segment.state is SegmentState.APPROVED
    groups: list[GroupId] = ["all", "approved" if approved else "open"]
    if findings:
        groups.append("findings")
    sure = confidence(segment)
    return [*groups, "low"] if sure is not None and sure < LOW_CONFIDENCE else groups


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


def _group(group: GroupId, rows: Sequence[SegmentRow], t: Translator) -> Group:
    count = sum(group in row["groups"] for row in rows)
    return Group(id=group, label=t.gettext(labels.GROUPS[group]), count=t.number(count))


def _segment_row(
    reviewed: ReviewedSegment, source: Language, headings: set[int], t: Translator
) -> SegmentRow:
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
        changed_by=_person(segment.changed_by, t),
        groups=groups_of(segment, findings),
        source_marks=_source_marks(reviewed, source, missing),
        target_marks=_target_marks(reviewed, findings, t),
        findings=[FindingRow(severity=f.severity.value, text=t.finding(f)) for f in findings],
        names=_names(reviewed, source, missing),
    )


def _state_words(segment: Segment, t: Translator) -> tuple[str, str]:
    """What stands in the state column: a draft says where it comes from and how sure it is."""
    if segment.state is SegmentState.PRETRANSLATED and segment.origin is not None:
        words = confidence_words(confidence(segment), t)
        return t.gettext(labels.ORIGINS[segment.origin]), words
    by = "" if segment.state is SegmentState.EMPTY else _person(segment.changed_by, t)
    return t.gettext(labels.STATES[segment.state]), by


def _person(name: str | None, t: Translator) -> str:
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
        Mark(start=span.start, end=span.end, kind="name", title="")
        for span in reviewed.target_spans
    ]
    found = [
        Mark(start=f.span.start, end=f.span.end, kind="finding", title=t.finding(f))
        for f in findings
        if f.span is not None
    ]
    return [*names, *found]


def _names(reviewed: ReviewedSegment, source: Language, missing: set[str | None]) -> list[NameRow]:
    entries = {match.entry.key: match.entry for match in reviewed.source_matches}
    return [
        NameRow(
            source=entry.name(source),
            target=entry.name(source.other),
            found=entry.name(source) not in missing and bool(reviewed.segment.target.strip()),
        )
        for entry in entries.values()
    ]


def _history_row(change: SegmentChange, t: Translator) -> HistoryRow:
    state = t.gettext(labels.STATES[change.state])
    parts = [state, _person(change.by, t), t.datetime(change.at)]
    return HistoryRow(parts=parts, target=change.target)
