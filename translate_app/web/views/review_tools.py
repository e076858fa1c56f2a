"""What one does to a whole release: find and replace, approve in bulk, say who is meant."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.segment import Segment
from translate_app.services.queries import ReviewedRelease
from translate_app.services.review_segment import bulk_candidates
from translate_app.web import markup, state
from translate_app.web.context import Context
from translate_app.web.views.find_replace import find_and_replace
from translate_app.web.views.notices import attempt

_SURE: Final = 60
"""Confidence that bulk approval begins with."""


def tools(context: Context, reviewed: ReviewedRelease) -> None:
    """Draw the tools; one that has nothing to do is left out."""
    _ = context.t.gettext
    with st.popover(_("Find and replace…"), key="replacing"):
        find_and_replace(context, reviewed)
    if bulk_candidates(reviewed.segments, 0):
        with st.popover(_("Approve in bulk…"), key="bulk"):
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
    with st.popover(title if open_ones else _("Names chosen"), key="namesakes"):
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
    return f"{entry.en} = {entry.ar} ({told})"


def _choose(context: Context, release_id: str, surface: str, key: str) -> None:
    entry = state.widget_value(key)
    if not isinstance(entry, GlossaryEntry):
        return
    choices, key = context.application.name_choices, entry.key
    attempt(context, lambda: choices.choose(release_id, surface, key, context.user))
