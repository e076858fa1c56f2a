"""Takes the keyboard, and the view, to an element of the page."""

from pathlib import Path

import streamlit as st

_SCRIPT = Path(__file__).parent / "focus.js"


def focus(element: str, number: int) -> None:
    """Focus the element with that id whenever `number` is another; 0 leaves the focus alone."""
    mount = st.components.v2.component(
        "translate_app.focus", js=_SCRIPT.read_text(encoding="utf-8")
    )
    mount(data={"element": element, "number": number}, key="focus", height="content")
