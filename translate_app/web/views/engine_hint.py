"""What to do while only the small starter engine is installed."""

import streamlit as st

from translate_app.web import markup, state
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


def closable_engine_hint(context: Context) -> None:
    """The same where it stands in the way of work: closed once, it stays away."""
    if state.advised() or not context.application.models.only_starter():
        return
    with st.container(key="advice", horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(width="stretch"):
            engine_hint(context)
        st.button(
            context.t.gettext("Close"),
            key="close_advice",
            on_click=state.set_advised,
        )


def install_hint(text: str, command: str) -> None:
    """Advice with the command that follows it."""
    st.html(
        markup.within(
            "div", markup.tag("span", text), " ", markup.tag("code", command), class_="hint"
        )
    )
