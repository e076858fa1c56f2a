"""What one does to a whole release: find and replace, approve in bulk, say who is meant."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from translate_app.domain.glossary import GlossaryEntry, NameChoice
from translate_app.domain.segment import Segment
from translate_app.services.queries import ReviewedRelease
from translate_app.services.review_segment import bulk_candidates
from translate_app.web import markup, state
from translate_app.web.context import Context
from translate_app.web.isolates import isolated, side_by_side
from translate_app.web.views.find_replace import find_and_replace
from translate_app.web.views.notices import attempt

_SURE: Final = 60
"""Confidence that bulk approval begins with."""


def tools(context: Context, release_id: str) -> None:
    """Draw the tools, anew when one is opened; one that has nothing to do is left out.

    The editor saves without drawing the page: what stands here may be older than the text.
    """
    if state.notices_are_due():
        st.rerun()  # something was done to the release: the whole page has to say so
    _ = context.t.gettext
    reviewed = context.application.queries.release(release_id)
    with st.container(horizontal=True, width="content", gap="small"):
        with st.popover(_("Find and replace…"), key="replacing", on_change="rerun"):
            find_and_replace(context, reviewed)
        if bulk_candidates(reviewed.segments, 0):
            with st.popover(_("Approve in bulk…"), key="bulk", on_change="rerun"):
                _bulk(context, reviewed)
        _names_to_choose(context, reviewed)


def _bulk(context: Context, reviewed: ReviewedRelease) -> None:
    t = context.t
    _ = t.gettext
    words = _(
        "Machine drafts that nobody has edited and in which the checks found nothing. "
        "They are recorded as approved in bulk."
    )
    st.html(markup.tag("p", words, class_="lead"))
    least = st.number_input(
        _("Confidence of at least"), 0, 100, _SURE, step=5, key="bulk_confidence"
    )
    sure = bulk_candidates(reviewed.segments, int(least))
    st.button(
        t.ngettext("Approve {number} segment", "Approve {number} segments", len(sure)).format(
            number=t.number(len(sure))
        ),
        key="bulk_approve",
        type="primary",
        disabled=not sure,
        on_click=partial(_approve, context, reviewed.release.id, int(least)),
    )


def _approve(context: Context, release_id: str, least: int) -> None:
    def worded(approved: Sequence[Segment]) -> str:
        text = context.t.ngettext(
            "{number} segment was approved.", "{number} segments were approved.", len(approved)
        )
        return text.format(number=context.t.number(len(approved)))

    review = context.application.review
    attempt(context, lambda: review.bulk_approve(release_id, least, context.user), worded)


def _names_to_choose(context: Context, reviewed: ReviewedRelease) -> None:
    """The names of the release that several entries share: to choose, or chosen before."""
    _ = context.t.gettext
    release_id = reviewed.release.id
    matches = {match.surface: match for each in reviewed.segments for match in each.source_matches}
    open_ones = [match for match in matches.values() if match.rivals]
    decided = context.application.name_choices.decided(release_id, matches)
    if not open_ones and not decided:
        return
    title = _("Names to choose ({number})").format(number=context.t.number(len(open_ones)))
    title = title if open_ones else _("Names chosen")
    with st.popover(title, key="namesakes", on_change="rerun"):
        for match in open_ones:
            _namesakes(context, release_id, match.surface, (match.entry, *match.rivals), None)
        for surface, known in decided.items():
            _namesakes(context, release_id, surface, known.among, known.chosen)


def _namesakes(
    context: Context,
    release_id: str,
    surface: str,
    entries: Sequence[GlossaryEntry],
    chosen: GlossaryEntry | None,
) -> None:
    # Another choice makes other radio buttons: what Streamlit kept of these would be shown.
    key = f"meant-{release_id}-{surface}-{chosen.key if chosen else ''}"
    st.radio(
        context.t.gettext("Who or what is {name}?").format(name=surface),
        entries,
        index=entries.index(chosen) if chosen else None,
        format_func=_named,
        key=key,
        on_change=partial(_choose, context, release_id, surface, key),
    )


def _named(entry: GlossaryEntry) -> str:
    """An entry in a list of namesakes: both names, and what tells it from the others."""
    told = entry.note.splitlines()[0] if entry.note else entry.key
    return f"{isolated(entry.en)} = {isolated(entry.ar)} ({isolated(told)})"


def _choose(context: Context, release_id: str, surface: str, key: str) -> None:
    entry = state.widget_value(key)
    if not isinstance(entry, GlossaryEntry):
        return
    meant = entry

    def worded(_choice: NameChoice) -> str:
        words = context.t.gettext("In this release {name} is {meant}.")
        return words.format(name=isolated(surface), meant=side_by_side((meant.en, meant.ar)))

    choices = context.application.name_choices
    attempt(context, lambda: choices.choose(release_id, surface, meant.key, context.user), worded)
