"""What concerns the whole page of the browser: direction, language, colours, cookies."""

from pathlib import Path

import streamlit as st

from translate_app.web.preferences import Preferences

_SCRIPT = Path(__file__).parent / "shell.js"


def shell(preferences: Preferences, direction: str) -> None:
    """Set the page's `dir`, `lang` and theme, and remember the preferences in cookies."""
    mount = st.components.v2.component(
        "translate_app.shell", js=_SCRIPT.read_text(encoding="utf-8")
    )
    data = {
        "language": preferences.language,
        "dir": direction,
        "theme": preferences.theme,
        "cookies": preferences.cookies(),
    }
    mount(data=data, key="shell", height="content")
