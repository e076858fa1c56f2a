"""The list of releases, and the way in for new ones."""

from functools import partial

import streamlit as st

from translate_app.domain.work import ReleaseWork
from translate_app.services.release_work import PlannedRelease
from translate_app.web import markup, state
from translate_app.web.context import Context
from translate_app.web.views.add_release import add_release
from translate_app.web.views.pretranslation import follow
from translate_app.web.views.release_card import release_card

FIRST_SHOWN = 50
"""Releases drawn at first; a button brings more."""


def page(context: Context) -> None:
    """Draw the page."""
    _ = context.t.gettext
    summaries = context.application.queries.releases()
    works = context.application.work.all()
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
    planned = [PlannedRelease(s, works.get(s.id, ReleaseWork(s.id))) for s in summaries]
    archived = sum(each.work.archived for each in planned)
    if archived and not st.toggle(
        _("Show archived releases ({number})").format(number=context.t.number(archived)),
        key="with_archived",
    ):
        planned = [each for each in planned if not each.work.archived]
    shown = state.shown_releases(FIRST_SHOWN)
    for each in planned[:shown]:
        release_card(context, each)
    if len(planned) > shown:
        st.button(
            _("Show more"), key="more", on_click=partial(state.show_releases, shown + FIRST_SHOWN)
        )
