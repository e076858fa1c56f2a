"""The segment editor on the review page: the document, and the wire that keeps it up to date."""

import time
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

import streamlit as st

from translate_app.domain.candidate import NameCandidate
from translate_app.domain.language import Language
from translate_app.domain.memory import MemoryMatch
from translate_app.domain.segment import Segment, SegmentState
from translate_app.domain.work import Comment
from translate_app.errors import TranslateAppError
from translate_app.services.findings import reviewed_segment
from translate_app.services.queries import ReviewedRelease
from translate_app.services.review_steps import same_person
from translate_app.web import state
from translate_app.web.beside_data import (
    comment_rows,
    found_data,
    history_rows,
    memory_rows,
    unknown_rows,
)
from translate_app.web.components.segment_editor import editor_wire, segment_editor, sent_event
from translate_app.web.context import Context
from translate_app.web.editor_data import editor_data
from translate_app.web.editor_events import parse_event
from translate_app.web.editor_news import Stock, news_of, restock, rows_of
from translate_app.web.editor_protocol import Beside, Others
from translate_app.web.others_data import others_data
from translate_app.web.review_desk import Desk, answer
from translate_app.web.views.pretranslation import asked_drafts, drafting_jobs, other_drafts

LISTEN: Final = 5.0
"""Seconds between two looks at what the others do."""
MATCHES: Final = 3
"""Translations of like texts that are shown: there are four keys for all proposals."""
HITS: Final = 30
"""Segments that a search through everything shows."""


def draw_editor(context: Context, reviewed: ReviewedRelease) -> None:
    """Draw the whole release, and the wire; from then on only the wire runs."""
    release = reviewed.release
    stock = _stocked(context, reviewed)
    # The page sends everything now: what the browser had before does not matter.
    state.set_has(release.id, stock.revision)
    style = context.application.clients(release.client).style
    people = context.application.comments.people()
    data = editor_data(
        release, rows_of(stock), stock.revision, context.t, context.user, style, people
    )
    segment_editor(data, f"editor-{release.id}")
    finished = _finished(reviewed)
    st.fragment(_wire, run_every=LISTEN)(context, release.id, finished)


def _stocked(context: Context, reviewed: ReviewedRelease) -> Stock:
    release_id = reviewed.release.id
    old = state.stock(release_id)
    stock = restock(old, reviewed, context.t, context.user, int(time.time() * 1000))
    state.set_stock(release_id, stock)
    return stock


def _finished(reviewed: ReviewedRelease) -> tuple[object, ...]:
    """What the page around the editor depends on.

    Whether all is approved, whether any is empty, and which names several entries share.
    """
    states = {each.segment.state for each in reviewed.segments}
    shared = {
        match.surface for each in reviewed.segments for match in each.source_matches if match.rivals
    }
    return states <= {SegmentState.APPROVED}, SegmentState.EMPTY in states, shared


def _wire(context: Context, release_id: str, finished: tuple[object, ...]) -> None:
    """News for the browser. Streamlit runs this alone, with each event and now and then."""
    reviewed = context.application.queries.release(release_id)
    if _finished(reviewed) != finished:
        state.draw_anew()
    stock = _stocked(context, reviewed)
    news = news_of(stock, release_id, state.has(release_id))
    ack = state.latest_ack(release_id)
    if ack is not None:
        news["ack"] = ack
    number = state.opened_segment(release_id)
    comments = context.application.comments.of_release(release_id)
    news["commented"] = sorted({each.number for each in comments if not each.resolved})
    if number is not None and number in stock.rows:
        beside = _beside(context, reviewed, number, comments)
        candidates = _unknown(context, release_id, stock.moved).get(number, ())
        beside["unknown"] = unknown_rows(candidates, stock.rows[number].row["names"])
        news["beside"] = beside
    found = state.found()
    if found is not None:
        news["found"] = found
    news["here"] = _people(context, release_id, number)
    news["busy"] = bool(drafting_jobs(context.application).active(release_id))
    key = f"wire-{release_id}"
    source = reviewed.release.source_language
    editor_wire(news, key, partial(_handle, context, release_id, source, key))


def _beside(
    context: Context, reviewed: ReviewedRelease, number: int, comments: Sequence[Comment]
) -> Beside:
    t, services = context.t, context.application
    release = reviewed.release
    beside = Beside(
        number=number,
        history=history_rows(services.queries.history(release.id, number), t),
        comments=comment_rows(comments, number, t),
        memory=memory_rows(_memory(context, reviewed, number), t),
    )
    others = _others(context, reviewed, number)
    if others is not None:
        beside["others"] = others
    return beside


def _unknown(
    context: Context, release_id: str, moved: int
) -> Mapping[int, tuple[NameCandidate, ...]]:
    """What may be names; looked for anew when the termbase or the cut of the text changes."""
    with context.application.unit_of_work() as unit_of_work:
        revision = unit_of_work.glossary.revision()
    stamp = (release_id, moved, revision)
    known = state.unknown_names(stamp)
    if known is None:
        known = context.application.candidates.by_segment(release_id)
        state.set_unknown_names(stamp, known)
    return known


def _memory(context: Context, reviewed: ReviewedRelease, number: int) -> Sequence[MemoryMatch]:
    """Translations of texts like the open segment's; looked up once for each that is opened."""
    source = _segment(reviewed, number).source
    place = (reviewed.release.id, number)
    known = state.memory_of(place, source)
    if known is None:
        pair = reviewed.release.pair
        memory = context.application.memory
        known = tuple(memory.matches(source, pair, MATCHES, besides=place))
        state.set_memory(place, source, known)
    return known


def _segment(reviewed: ReviewedRelease, number: int) -> Segment:
    return next(s.segment for s in reviewed.segments if s.segment.number == number)


def _others(context: Context, reviewed: ReviewedRelease, number: int) -> Others | None:
    """The other drafts of the open segment, as far as they have come."""
    asked = asked_drafts(context, reviewed.release.id)
    if asked is None:
        return None
    segment = _segment(reviewed, number)
    pair = reviewed.release.pair
    matcher = context.application.matchers.for_release(reviewed.release, pair.source)
    look = partial(reviewed_segment, matcher=matcher, pair=pair)
    return others_data(asked, segment, look, context.t)


def _people(context: Context, release_id: str, number: int | None) -> dict[str, list[str]]:
    """Say where this person is; where the others are."""
    presence = context.application.presence
    session = state.session()
    here: dict[str, list[str]] = {}
    try:
        presence.here(release_id, context.user, session, number)
        others = presence.others(release_id, session)
    except TranslateAppError:  # a person without a name is nowhere, and the page goes on
        return here
    for each in others:  # one's own other windows are no company
        if each.number is not None and not same_person(each.person, context.user):
            people = here.setdefault(str(each.number), [])
            if each.person not in people:
                people.append(each.person)
    return here


def _handle(context: Context, release_id: str, source: Language, key: str) -> None:
    """Answer an event; one that was answered before is not carried out again."""
    event = parse_event(sent_event(key))
    if event is None:
        return
    state.set_has(release_id, event["has"])
    ack = state.acks(release_id).get(event["id"])
    if ack is None:
        ack = answer(_desk(context, release_id, source), event)
        if event["kind"] == "open":
            state.set_opened_segment(release_id, event["number"] or None)
        if ack.get("handed"):
            state.set_opened_segment(release_id, ack["handed"])
        if event["kind"] == "others":
            other_drafts(context.application).ask(release_id, event["number"])
            state.add_asked(release_id, event["number"])
        if event["kind"] == "find":
            _find(context, release_id, event["words"])
    state.add_ack(release_id, ack)


def _desk(context: Context, release_id: str, source: Language) -> Desk:
    services = context.application
    return Desk(
        review=services.review,
        comments=services.comments,
        cutting=services.split_merge,
        twins=services.repetitions,
        termbase=services.maintain,
        choices=services.name_choices,
        queue=services.work,
        release_id=release_id,
        source=source,
        by=context.user,
        session=state.session(),
        t=context.t,
    )


def _find(context: Context, release_id: str, words: str) -> None:
    """Search through everything that was translated."""
    with context.application.unit_of_work() as unit_of_work:
        pair = unit_of_work.releases.get(release_id).pair
    hits = context.application.memory.concordance(words, HITS)
    state.set_found(found_data(words, hits, pair, context.t))
