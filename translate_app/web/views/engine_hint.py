"""What to do while only the small starter engine is installed."""

import streamlit as st

from translate_app.web import markup
from translate_app.web.context import Context

COMMAND = "translate-app models install"


def engine_hint(context: Context) -> None:
    """Say so while drafts come from the starter engine for want of a better one."""
    if not context.application.models.only_starter():
        return
    text = context.t.gettext(
        "Only the small starter engine is installed: its drafts need much editing. "
        "For better drafts install the official engine:"
    )
    install_hint(text, COMMAND)


def install_hint(text: str, command: str) -> None:
    """Advice with the command that follows it."""
    st.html(
        markup.within(
            "div", markup.tag("span", text), " ", markup.tag("code", command), class_="hint"
        )
    )
