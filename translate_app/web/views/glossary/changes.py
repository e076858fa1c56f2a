"""The latest changes of the whole termbase."""

from typing import Final

import streamlit as st

from translate_app.web import markup
from translate_app.web.context import Context
from translate_app.web.views.glossary.pieces import empty
from translate_app.web.views.glossary.steps import brought, draw_steps

_LATEST: Final = 50
_LOOKED_AT: Final = 200
"""Steps; names that the program brought are left out."""


def part(context: Context) -> None:
    """Draw the part."""
    _ = context.t.gettext
    latest = context.application.maintain.recent(_LOOKED_AT)
    steps = [step for step in latest if not brought(step)][:_LATEST]
    if not steps:
        empty(_("Nothing was changed yet."), _("Who changed which name stands here later."))
        return
    words = _(
        "The latest changes, the newest first. "
        "A change cannot be undone once a later one builds on it."
    )
    st.html(markup.tag("p", words, class_="lead"))
    draw_steps(context, steps, named=True)
