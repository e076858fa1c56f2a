"""The names: everything that a maintainer does with the termbase."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from translate_app.web import glossary_state, markup, state
from translate_app.web.context import Context
from translate_app.web.views.glossary import (
    address,
    candidates,
    changes,
    check,
    corrections,
    files,
    names,
)
from translate_app.web.views.glossary.address import PARTS, Part
from translate_app.web.views.glossary.outcome import draw_outcome

_PART_KEY: Final = "glossary_part"
_DRAWN: Final[dict[Part, Callable[[Context], None]]] = {
    Part.NAMES: names.part,
    Part.CANDIDATES: candidates.part,
    Part.CORRECTIONS: corrections.part,
    Part.FILES: files.part,
    Part.CHECK: check.part,
    Part.CHANGES: changes.part,
}


def page(context: Context) -> None:
    """Draw the page: only the part that the address names is made."""
    _ = context.t.gettext
    part = address.part()
    st.html(markup.tag("h1", _("Glossary"), class_="title"))
    glossary_state.put(_PART_KEY, part)
    st.pills(
        _("Part of the glossary"),
        list(Part),
        required=True,
        format_func=lambda each: _(PARTS[each]),
        key=_PART_KEY,
        on_change=_choose,
        label_visibility="collapsed",
    )
    draw_outcome(context)
    _DRAWN[part](context)


def _choose() -> None:
    chosen = state.widget_value(_PART_KEY)
    if isinstance(chosen, Part):
        address.go(chosen)
