"""The continuous document in which segments are read, edited and approved.

Two components that find each other in the browser: the document gets the whole release when
the page is drawn, the wire carries events to Python and news back. `web.editor_protocol` says
what they say.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import streamlit as st

from translate_app.web.editor_protocol import EditorData, News

_FOLDER = Path(__file__).parent
_WIRE = ("wire.js", "wire_mount.js")
_DOCUMENT = (
    "wire.js",
    "text.js",
    "rendering.js",
    "differences.js",
    "kept.js",
    "drafts.js",
    "outbox.js",
    "connection.js",
    "shelf.js",
    "tips.js",
    "field.js",
    "conflict.js",
    "row.js",
    "others.js",
    "history.js",
    "panels.js",
    "mentions.js",
    "editor.js",
    "names.js",
    "comments.js",
    "saving.js",
    "queue.js",
    "actions.js",
    "panes.js",
    "keys.js",
    "drawing.js",
    "under.js",
    "offers.js",
    "mount.js",
)
"""One module in the browser; later parts use earlier ones."""


def script() -> str:
    """The whole JavaScript module of the document."""
    return _joined(_DOCUMENT)


def wire_script() -> str:
    """The JavaScript module of the wire."""
    return _joined(_WIRE)


def style() -> str:
    """The style sheet of the component's shadow root."""
    return (_FOLDER / "editor.css").read_text(encoding="utf-8")


def segment_editor(data: EditorData, key: str) -> None:
    """Draw the document."""
    mount = st.components.v2.component("translate_app.segment_editor", css=style(), js=script())
    mount(data=data, key=key)


def editor_wire(news: News, key: str, on_event: Callable[[], None]) -> None:
    """Send `news`; `on_event` runs when `sent_event(key)` has something new."""
    mount = st.components.v2.component("translate_app.editor_wire", js=wire_script())
    mount(data=news, key=key, on_event_change=on_event, height="content")


def sent_event(key: str) -> object:
    """What the browser sent last, as it came: see `editor_events.parse_event`."""
    value: object = st.session_state.get(key)
    # The component's state reads like a mapping; None until it is mounted.
    return value["event"] if isinstance(value, Mapping) and "event" in value else None


def _joined(parts: tuple[str, ...]) -> str:
    return "\n".join((_FOLDER / part).read_text(encoding="utf-8") for part in parts)
