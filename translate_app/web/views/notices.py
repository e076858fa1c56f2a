"""What the last action had to say."""

import streamlit as st

from translate_app.web import markup, state


def show_notices() -> None:
    """Draw the notices that are due; a screen reader is told."""
    for notice in state.take_notices():
        details = [markup.within("li", markup.tag("bdi", text)) for text in notice.details]
        st.html(
            markup.within(
                "div",
                markup.tag("span", notice.text),
                markup.within("ul", *details) if details else "",
                class_=f"notice {notice.tone}",
                role="alert" if notice.tone == "error" else "status",
            )
        )
