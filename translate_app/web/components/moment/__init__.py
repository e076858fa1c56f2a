"""A field for a day and a time, the browser's own: its picker speaks the reader's language."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

_FOLDER = Path(__file__).parent


def moment_field(
    label: str, value: datetime | None, key: str, on_change: Callable[[], None]
) -> None:
    """Draw the field with `value` in it; `on_change` runs when `picked(key)` is another."""
    mount = st.components.v2.component(
        "translate_app.moment",
        css=(_FOLDER / "moment.css").read_text(encoding="utf-8"),
        js=(_FOLDER / "moment.js").read_text(encoding="utf-8"),
    )
    iso = value.astimezone(UTC).isoformat() if value else ""
    mount(
        data={"label": label, "value": iso},
        key=key,
        on_moment_change=on_change,
        height="content",
    )


def picked(key: str) -> datetime | None:
    """The moment that was picked last, aware; None where the field was emptied."""
    value: object = st.session_state.get(key)
    return read_moment(value["moment"] if isinstance(value, Mapping) else None)


def read_moment(value: object) -> datetime | None:
    """The moment that the browser sent: ISO 8601 with an offset. Anything else is none."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
