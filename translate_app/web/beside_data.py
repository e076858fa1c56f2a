"""What stands beside the open segment of the editor. No Streamlit here."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from rapidfuzz.fuzz import partial_ratio

from translate_app.domain.candidate import NameCandidate
from translate_app.domain.language import LanguagePair
from translate_app.domain.memory import ConcordanceHit, MemoryMatch
from translate_app.domain.segment import SegmentChange, SegmentState, Span
from translate_app.domain.work import Comment
from translate_app.errors import N_
from translate_app.i18n import Translator
from translate_app.web import labels
from translate_app.web.editor_data import person_words
from translate_app.web.editor_protocol import (
    CommentRow,
    Found,
    FoundRow,
    HistoryRow,
    Mark,
    MemoryRow,
    NameRow,
    UnknownNameRow,
)
from translate_app.web.isolates import isolated, side_by_side

PROPOSALS: Final = 3
"""Spellings that are offered for a name that the termbase does not have."""


ONE_SITTING: Final = timedelta(minutes=10)
"""Between two saves of one person that the history shows as one step."""

GONE_ON: Final = 75
"""Per cent of the shorter text that is found again where one was written on from the other."""


def history_rows(history: Sequence[SegmentChange], t: Translator) -> list[HistoryRow]:
    """The steps of a segment, latest first; `history` is oldest first, as it is stored.

    Texts are saved while they are typed: what a person saved in one sitting is one step.
    """
    return [
        HistoryRow(
            parts=[
                t.gettext(labels.STATES[change.state]),
                person_words(change.by, t),
                t.datetime(change.at),
            ],
            target=change.target,
            reason=change.reason,
        )
        for change in reversed(_sittings(history))
    ]


def _sittings(history: Sequence[SegmentChange]) -> list[SegmentChange]:
    """The steps without those whose text the same person's next save soon went on with."""
    steps: list[SegmentChange] = []
    for change in history:
        if steps and _typed_on(steps[-1], change):
            steps[-1] = change
        else:
            steps.append(change)
    return steps


def _typed_on(before: SegmentChange, change: SegmentChange) -> bool:
    """Whether both are plain saves of one person, the second soon after the first.

    Where little is left of the first text it stays a step: one may want it back.
    """
    plain = all(
        each.state is SegmentState.EDITED and each.span is None and each.merged_into is None
        for each in (before, change)
    )
    soon = before.by == change.by and change.at - before.at <= ONE_SITTING
    return plain and soon and partial_ratio(before.target, change.target) >= GONE_ON


def memory_rows(matches: Sequence[MemoryMatch], t: Translator) -> list[MemoryRow]:
    """Translations of like texts, as they came: the closest first."""
    return [
        MemoryRow(
            source=match.source,
            target=match.target,
            quality=match.quality,
            quality_label=t.number(match.quality),
            where=side_by_side((person_words(match.by, t), t.day(match.at))),
        )
        for match in matches
    ]


def comment_rows(comments: Sequence[Comment], number: int, t: Translator) -> list[CommentRow]:
    """What was said about the segment of that number, oldest first."""
    return [
        CommentRow(
            id=comment.id,
            reply_to=comment.reply_to or 0,
            by=comment.by,
            at=t.datetime(comment.at),
            text=comment.text,
            resolved=comment.resolved,
        )
        for comment in comments
        if comment.number == number
    ]


def unknown_rows(
    candidates: Sequence[NameCandidate], names: Sequence[NameRow]
) -> list[UnknownNameRow]:
    """What may be a name of a segment in which `names` are known already."""
    known = {form for name in names for form in (name["source"], name["surface"])}
    return [
        UnknownNameRow(
            source=candidate.surface,
            type=candidate.type.value,
            proposals=list(candidate.proposals[:PROPOSALS]),
        )
        for candidate in candidates
        if candidate.surface not in known
    ]


def found_data(
    query: str, hits: Sequence[ConcordanceHit], pair: LanguagePair, t: Translator
) -> Found:
    """What a search through everything found; the sides stand as those of a release of `pair`."""
    return Found(query=query, rows=[_found_row(hit, pair, t) for hit in hits])


def _found_row(hit: ConcordanceHit, pair: LanguagePair, t: Translator) -> FoundRow:
    where = t.gettext(N_("{title}, segment {number}"))
    sides = [(hit.source, hit.source_spans), (hit.target, hit.target_spans)]
    if hit.pair.source != pair.source:
        sides.reverse()
    (source, source_spans), (target, target_spans) = sides
    return FoundRow(
        source=source,
        target=target,
        source_marks=_hits(source_spans),
        target_marks=_hits(target_spans),
        where=where.format(title=isolated(hit.title), number=t.number(hit.number)),
    )


def _hits(spans: Sequence[Span]) -> list[Mark]:
    return [Mark(start=span.start, end=span.end, kind="hit", title="") for span in spans]
