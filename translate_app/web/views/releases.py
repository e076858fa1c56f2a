"""The list of releases, and the way in for new ones."""

from functools import partial

import streamlit as st

from translate_app.domain.segment import SegmentState
from translate_app.web import markup, state
from translate_app.web.context import Context
from translate_app.web.viewmodels import ReleaseRow, release_row
from translate_app.web.views.add_release import add_release
from translate_app.web.views.pretranslation import drafting_jobs, follow, start_drafting

FIRST_SHOWN = 50
"""Releases drawn at first; a button brings more."""


def page(context: Context) -> None:
    """Draw the page."""
    _ = context.t.gettext
    summaries = context.application.queries.releases()
    st.html(markup.tag("h1", _("Releases"), class_="title"))
    add_release(context, expanded=not summaries)
    follow(context)
    if not summaries:
        st.html(
            markup.within(
                "div",
                markup.tag("b", _("There are no releases yet.")),
                markup.tag("span", _("Paste a text or upload a file above to begin.")),
                class_="empty",
            )
        )
    shown = state.shown_releases(FIRST_SHOWN)
    for summary in summaries[:shown]:
        _card(context, release_row(summary, context.t), summary.counts.get(SegmentState.EMPTY, 0))
    if len(summaries) > shown:
        st.button(
            _("Show more"), key="more", on_click=partial(state.show_releases, shown + FIRST_SHOWN)
        )


def _card(context: Context, row: ReleaseRow, empty: int) -> None:
    _ = context.t.gettext
    with st.container(key=f"card-{row.language.value}-{row.id}"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.page_link(
                context.pages["review"],
                label=_plain(row.title),
                query_params={"release": row.id},
                width="stretch",
            )
            published = _("version {number}").format(number=row.published) if row.published else ""
            chips = [markup.chip(row.state, row.tone)]
            if published:
                chips.append(markup.chip(published, "ok"))
            st.html(markup.within("div", *chips, class_="meta"), width="content")
        st.html(markup.facts((row.pair, *row.facts, row.progress_text)))
        st.html(markup.progress_bar(row.progress, row.progress_text, context.t))
        if empty and not drafting_jobs(context.application).active(row.id):
            st.button(
                _("Draft the translation"),
                key=f"draft-{row.id}",
                on_click=partial(start_drafting, context, row.id),
            )


def _plain(title: str) -> str:
    """A title as a link's label: Streamlit reads Markdown there, so its signs are escaped."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]()#+-.!|~$<>:&" else sign for sign in title)
