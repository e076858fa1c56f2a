"""Where an entry is used, and its life; each is looked up only when it is asked for."""

from typing import Final

import streamlit as st

from translate_app.domain.glossary import GlossaryEntry
from translate_app.services.entry_usage import PublicationUse, SegmentUse
from translate_app.web import glossary_state, labels, markup, viewmodels
from translate_app.web.context import Context
from translate_app.web.isolates import isolated
from translate_app.web.views.glossary.pieces import heading, more
from translate_app.web.views.glossary.steps import draw_steps
from translate_app.web.views.release_card import plain

_FIRST: Final = 20
_USAGE: Final = "usage"


def entry_more(context: Context, entry: GlossaryEntry) -> None:
    """Draw the two questions, and the answers that were asked for."""
    _ = context.t.gettext
    with st.container(horizontal=True, gap="medium"):
        usage = st.toggle(_("Where it is used"), key="show_usage")
        history = st.toggle(_("History"), key="show_history")
    if usage:
        _usage(context, entry.key)
    if history:
        draw_steps(context, context.application.maintain.history(entry.key), named=False)


def _usage(context: Context, key: str) -> None:
    _ = context.t.gettext
    usage = context.application.maintain.usage(key)
    if not usage.segments and not usage.publications:
        st.html(markup.tag("p", _("No release has it in its source."), class_="lead"))
        return
    heading(context, _("Segments"), len(usage.segments))
    shown = glossary_state.shown(_USAGE, _FIRST)
    for segment in usage.segments[:shown]:
        _segment(context, segment)
    more(context, _USAGE, shown, len(usage.segments), _FIRST)
    if usage.publications:
        heading(context, _("Publications"), len(usage.publications))
        for publication in usage.publications:
            _publication(context, publication)


def _segment(context: Context, use: SegmentUse) -> None:
    t = context.t
    _ = t.gettext
    with st.container(key=f"use-{use.source_language.value}-{use.release_id}-{use.number}"):
        number = _("Segment {number}").format(number=t.number(use.number))
        st.page_link(
            context.pages["review"],
            label=plain(f"{number} · {isolated(use.title)}"),
            query_params={"release": use.release_id, "segment": str(use.number)},
        )
        chips = [markup.chip(_(labels.STATES[use.state]))]
        if use.wrong:
            chips.insert(0, markup.chip(_("another form of the name"), "bad"))
        st.html(
            markup.in_language("div", use.source, use.source_language, class_="said")
            + markup.in_language("div", use.target, use.source_language.other, class_="said text")
            + markup.within("div", *chips, class_="meta")
        )


def _publication(context: Context, use: PublicationUse) -> None:
    t = context.t
    _ = t.gettext
    with st.container(key=f"use-publication-{use.release_id}"):
        version = _("version {number}").format(number=t.number(use.number))
        st.page_link(
            context.pages["review"],
            label=plain(f"{version} · {isolated(use.title)}"),
            query_params={"release": use.release_id},
        )
        numbers = viewmodels.number_list(use.segments, t)
        facts = [
            t.datetime(use.published_at),
            _("Segments: {numbers}").format(numbers=numbers),
        ]
        wrong = viewmodels.number_list(use.wrong, t)
        chips = [markup.chip(_("another form in {numbers}").format(numbers=wrong), "bad")]
        st.html(
            markup.facts(facts) + (markup.within("div", *chips, class_="meta") if use.wrong else "")
        )
