"""Drafting on the page: releases wait in the session and are drafted one after the other."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from translate_app.errors import TranslateAppError
from translate_app.web import state
from translate_app.web.context import Context
from translate_app.web.state import Notice


def draft_waiting(context: Context, place: DeltaGenerator) -> None:
    """Pretranslate what waits, with a progress bar in `place`, and draw the page anew.

    A click elsewhere interrupts the run of the page; what is drafted is saved by then,
    the release goes on waiting, and the next run takes it up again.
    """
    if not state.waiting():
        return
    while state.waiting():
        release_id = state.waiting()[0]
        try:
            _draft(context, release_id, place)
        except TranslateAppError as error:
            state.notify(Notice("error", context.t.error(error)))
        state.waiting().remove(release_id)
    st.rerun()


def _draft(context: Context, release_id: str, place: DeltaGenerator) -> None:
    t = context.t
    title = context.application.queries.release(release_id).release.display_title
    with place.container(key=f"card-drafting-{release_id}"):
        bar = st.progress(0.0, text=t.gettext("Drafting: {title}").format(title=title))

    def show(done: int, total: int) -> None:
        words = t.gettext("Drafting: {title} ({done} of {total})").format(
            title=title, done=t.number(done), total=t.number(total)
        )
        bar.progress(min(1.0, done / total) if total else 1.0, text=words)

    report = context.application.pretranslate(release_id, progress=show)
    if report.done:
        words = t.ngettext(
            "{number} segment was drafted.", "{number} segments were drafted.", report.done
        )
        state.notify(Notice("done", words.format(number=t.number(report.done))))
