"""The head of every page: product, pages, language, colours, the person."""

from functools import partial

import streamlit as st

from translate_app.i18n import NATIVE_NAMES
from translate_app.web import labels, markup, state
from translate_app.web.context import Context
from translate_app.web.preferences import LONGEST_NAME, Preferences

_NAME_KEY = "name_in_header"


def header(context: Context, preferences: Preferences, here: str) -> None:
    """Draw the head; `here` is the `url_path` of the page that is shown."""
    _ = context.t.gettext
    with st.container(key="app_header", horizontal=True, vertical_alignment="center"):
        st.html(markup.tag("b", "translate_app", class_="brand"), width="content")
        for path, page in context.pages.items():
            if path == here:
                with st.container(key="here", width="content"):
                    _link(page, context)
            else:
                _link(page, context)
        other = preferences.other_language()
        st.button(
            NATIVE_NAMES[other.language],
            key="language",
            help=_("Show the interface in the other language"),
            on_click=partial(state.set_preferences, other),
        )
        st.button(
            _(labels.THEMES[preferences.theme]),
            key="theme",
            help=_("Change between light, dark and the system's colours"),
            on_click=partial(state.set_preferences, preferences.next_theme()),
        )
        with st.popover(preferences.user, key="person"):
            st.text_input(
                _("Your name"),
                value=preferences.user,
                key=_NAME_KEY,
                max_chars=LONGEST_NAME,
                on_change=partial(_rename, preferences, _NAME_KEY),
                help=_("Every change is recorded under this name."),
            )


def introduction(context: Context, preferences: Preferences) -> None:
    """Ask once under which name the person works; the name of the system is offered."""
    if preferences.introduced:
        return
    _ = context.t.gettext
    key = "name_at_first"
    with st.container(
        key="card-introduction", horizontal=True, vertical_alignment="center", gap="small"
    ):
        question = _("Under which name are your changes recorded?")
        st.html(markup.tag("span", question), width="content")
        st.text_input(
            question,
            label_visibility="collapsed",
            value=preferences.user,
            key=key,
            max_chars=LONGEST_NAME,
            width=240,
        )
        st.button(
            _("Use this name"),
            key="introduce",
            type="primary",
            on_click=partial(_rename, preferences, key),
        )


def _link(page: st.Page, context: Context) -> None:
    st.page_link(page, label=page.title)


def _rename(preferences: Preferences, key: str) -> None:
    state.set_preferences(preferences.named(str(state.widget_value(key) or "")))
