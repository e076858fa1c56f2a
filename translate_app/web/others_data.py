"""Other drafts of a segment as the segment editor wants them. No Streamlit here."""

from collections.abc import Callable
from dataclasses import replace

from translate_app.domain.segment import Draft, Segment, SegmentState
from translate_app.i18n import Translator
from translate_app.services.findings import ReviewedSegment
from translate_app.web.editor_data import confidence_words
from translate_app.web.editor_protocol import EngineAnswer, Mark, OtherDraft, Others
from translate_app.web.other_drafts import Asked, EngineDrafts

Look = Callable[[Segment], ReviewedSegment]
"""Finds the names in a segment, see `services.findings.reviewed_segment`."""


def others_data(asked: Asked, segment: Segment, look: Look, t: Translator) -> Others:
    """What has been answered for `segment`."""
    return Others(
        complete=asked.complete,
        engines=[_answer(each, segment, look, t) for each in asked.engines],
    )


def _answer(answer: EngineDrafts, segment: Segment, look: Look, t: Translator) -> EngineAnswer:
    made_by = next((draft.engine for draft in answer.drafts if draft.engine), answer.engine)
    return EngineAnswer(
        name=made_by,
        problem=t.error(answer.problem) if answer.problem else "",
        drafts=[_draft(draft, segment, look, t) for draft in answer.drafts],
    )


def _draft(draft: Draft, segment: Segment, look: Look, t: Translator) -> OtherDraft:
    written = replace(
        segment,
        target=draft.target,
        state=SegmentState.PRETRANSLATED,
        origin=draft.origin,
        terms=draft.terms,
    )
    spans = look(written).target_spans
    marks = [Mark(start=span.start, end=span.end, kind="found", title="") for span in spans]
    return OtherDraft(
        text=draft.target, marks=marks, confidence=confidence_words(draft.confidence, t)
    )
