"""The continuous document in which segments are read, edited and approved.

`web.editor_protocol` says what goes to the browser and what comes back.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import streamlit as st

from translate_app.web.editor_protocol import EditorData

_FOLDER = Path(__file__).parent
_PARTS = (
    "text.js",
    "drafts.js",
    "outbox.js",
    "row.js",
    "others.js",
    "panels.js",
    "editor.js",
    "actions.js",
    "drawing.js",
)
"""One module in the browser; later parts use earlier ones."""


def script() -> str:
    """The whole JavaScript module."""
    return "\n".join((_FOLDER / part).read_text(encoding="utf-8") for part in _PARTS)


def style() -> str:
    """The style sheet of the component's shadow root."""
    return (_FOLDER / "editor.css").read_text(encoding="utf-8")


def segment_editor(data: EditorData, key: str, on_event: Callable[[], None]) -> None:
    """Draw the editor; `on_event` runs when `sent_event(key)` has something new."""
    mount = st.components.v2.component("translate_app.segment_editor", css=style(), js=script())
    mount(data=data, key=key, on_event_change=on_event)


def sent_event(key: str) -> object:
    """What the browser sent last, as it came: see `editor_protocol.parse_event`."""
    value: object = st.session_state.get(key)
    # The component's state reads like a mapping; None until it is mounted.
    return value["event"] if isinstance(value, Mapping) and "event" in value else None
