"""What is wrong in the termbase itself."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from translate_app.domain.termbase_finding import TermbaseFinding, Weight
from translate_app.errors import TranslateAppError
from translate_app.web import glossary_state, markup, state
from translate_app.web.context import Context
from translate_app.web.views.glossary import words
from translate_app.web.views.glossary.address import open_entry
from translate_app.web.views.glossary.outcome import refused
from translate_app.web.views.glossary.pieces import empty, heading, more

_FIRST: Final = 25
_KEYS: Final = 6
"""Entries of a finding that are named; the sentence tells of the others."""
_UNUSED: Final = "check_unused"


def part(context: Context) -> None:
    """Draw the part."""
    _ = context.t.gettext
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.button(
            _("Check now"), key="check_now", type="primary", on_click=partial(_check, context)
        )
        st.toggle(_("Tell names that no release uses, too"), key=_UNUSED)
    found = glossary_state.findings()
    if found is None:
        empty(
            _("Is the termbase sound?"),
            _("The check looks for contradictions, doubles, wrong scripts, invisible characters."),
        )
    elif not found:
        empty(_("Nothing is wrong."), _("Check again after names were changed or imported."))
    else:
        for weight in Weight:
            _weight(context, weight, [one for one in found if one.weight is weight])


def _check(context: Context) -> None:
    """Look through the termbase, in a callback."""
    unused = bool(state.widget_value(_UNUSED))
    try:
        glossary_state.set_findings(context.application.glossary_check(unused=unused))
    except TranslateAppError as error:
        refused(context, error)


def _weight(context: Context, weight: Weight, found: Sequence[TermbaseFinding]) -> None:
    if not found:
        return
    heading(context, context.t.gettext(words.WEIGHTS[weight]), len(found))
    name = f"check-{weight.value}"
    shown = glossary_state.shown(name, _FIRST)
    with st.container(key=f"findings-{weight.value}"):
        for finding in found[:shown]:
            _finding(context, finding)
    more(context, name, shown, len(found), _FIRST)


def _finding(context: Context, finding: TermbaseFinding) -> None:
    with st.container(
        key=f"finding-{finding.id}", horizontal=True, vertical_alignment="center", gap="small"
    ):
        text = words.said(finding, context.t)
        tone = words.WEIGHT_TONES[finding.weight]
        st.html(
            markup.within(
                "div",
                markup.tag("i", "", class_=f"dot {tone}"),
                markup.tag("span", text),
                class_="finding",
            ),
            width="stretch",
        )
        known = context.application.known_entries()
        with st.container(horizontal=True, width="content", gap="small"):
            for key in finding.keys[:_KEYS]:
                st.button(
                    words.both(known[key]) if key in known else key,
                    key=f"see-{finding.id}-{key}",
                    on_click=partial(open_entry, key),
                )
