"""What concerns the whole page of the browser: direction, language, colours, cookies, phrases."""

from pathlib import Path

import streamlit as st

from translate_app.i18n import Translator
from translate_app.web.components.shell.phrases import phrases
from translate_app.web.preferences import Preferences

_FOLDER = Path(__file__).parent


def shell(preferences: Preferences, t: Translator) -> None:
    """Set the page's `dir`, `lang` and theme, and remember the preferences in cookies."""
    scripts = [_FOLDER / name for name in ("wording.js", "shell.js")]
    mount = st.components.v2.component(
        "translate_app.shell", js="\n".join(each.read_text(encoding="utf-8") for each in scripts)
    )
    data = {
        "language": preferences.language,
        "dir": t.direction,
        "theme": preferences.theme,
        "cookies": preferences.cookies(),
        "words": phrases(t),
    }
    mount(data=data, key="shell", height="content")
