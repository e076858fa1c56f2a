"""What has been translated before: a search over every release, in both languages."""

from itertools import groupby
from typing import Final

import streamlit as st

from translate_app.domain.language import Language
from translate_app.domain.memory import ConcordanceHit
from translate_app.domain.segment import SegmentState
from translate_app.web import labels, markup, viewmodels
from translate_app.web.context import Context
from translate_app.web.editor_data import person_words
from translate_app.web.views.release_card import plain

_SHOWN: Final = 100
_TONES: Final = {SegmentState.APPROVED: "ok", SegmentState.PRETRANSLATED: "mt"}


def page(context: Context) -> None:
    """Draw the page."""
    t = context.t
    _ = t.gettext
    st.html(markup.tag("h1", _("Memory"), class_="title"))
    text = st.text_input(
        _("Find a word or a phrase in all releases, in either language"),
        key="memory_query",
        width=420,
        autocomplete="off",
    )
    if not (text or "").strip():
        _empty(
            _("How was it translated before?"),
            _("The search forgives vowel signs, hamza and capitals; approved texts stand first."),
        )
        return
    hits = context.application.memory.concordance(text, _SHOWN)
    if not hits:
        _empty(_("No release has it."), _("Try another spelling, or fewer words."))
        return
    words = t.ngettext("{number} segment", "{number} segments", len(hits)).format(
        number=t.number(len(hits))
    )
    if len(hits) == _SHOWN:
        words += " · " + _("there may be more: search for more words")
    st.html(markup.tag("p", words, class_="lead", role="status"))
    for release_id, found in groupby(hits, key=lambda hit: hit.release_id):
        _release(context, release_id, list(found))


def _empty(title: str, advice: str) -> None:
    st.html(
        markup.within("div", markup.tag("b", title), markup.tag("span", advice), class_="empty")
    )


def _release(context: Context, release_id: str, hits: list[ConcordanceHit]) -> None:
    first = hits[0]
    language = first.pair.source
    with st.container(key=f"card-{language.value}-{release_id}-{first.number}"):
        st.page_link(
            context.pages["review"],
            label=plain(first.title),
            query_params={"release": release_id, "segment": str(first.number)},
        )
        st.html(
            markup.facts((viewmodels.pair_text(first.pair.source, first.pair.target, context.t),))
        )
        rows = [_row(context, hit) for hit in hits]
        st.html(
            markup.within(
                "div", markup.within("table", markup.within("tbody", *rows)), class_="table found"
            )
        )


def _row(context: Context, hit: ConcordanceHit) -> str:
    t = context.t
    state = markup.chip(t.gettext(labels.STATES[hit.state]), _TONES.get(hit.state, "edit"))
    # Each in its own direction: a date beside an Arabic name must not turn round.
    told = [markup.tag("bdi", each) for each in (person_words(hit.by, t), t.day(hit.at))]
    who = markup.within("small", " · ".join(told))
    return markup.within(
        "tr",
        _side(hit.source, hit.pair.source, hit),
        _side(hit.target, hit.pair.target, hit),
        markup.within("td", state, who, class_="type"),
    )


def _side(text: str, language: Language, hit: ConcordanceHit) -> str:
    spans = hit.source_spans if language is hit.pair.source else hit.target_spans
    return markup.within(
        "td", markup.marked(text, spans), lang=language.value, dir=language.direction.value
    )
