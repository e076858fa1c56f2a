"""The latest changes of the whole termbase."""

from typing import Final

import streamlit as st

from translate_app.web import markup
from translate_app.web.context import Context
from translate_app.web.views.glossary.pieces import empty
from translate_app.web.views.glossary.steps import draw_steps

_LATEST: Final = 50


def part(context: Context) -> None:
    """Draw the part."""
    _ = context.t.gettext
    steps = context.application.maintain.recent(_LATEST)
    if not steps:
        empty(_("Nothing was changed yet."), _("Who changed which name stands here later."))
        return
    words = _("The latest changes, the newest first. A step that a later one built on stays.")
    st.html(markup.tag("p", words, class_="lead"))
    draw_steps(context, steps, named=True)
