"""The script that Streamlit runs: preferences, head, and the page that is asked for."""

import getpass
from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from translate_app import i18n
from translate_app.bootstrap import Application, build
from translate_app.errors import TranslateAppError
from translate_app.web import markup, state
from translate_app.web.components.shell import shell
from translate_app.web.context import Context
from translate_app.web.preferences import Preferences, browser_language, from_cookies
from translate_app.web.views import (
    board,
    glossary,
    memory,
    nowhere,
    publications,
    releases,
    reports,
    review,
    settings,
)
from translate_app.web.views.header import header, introduction
from translate_app.web.views.notices import show_notices
from translate_app.web.views.nowhere import unknown_name
from translate_app.web.views.pretranslation import tell_outcomes

_STYLES = [Path(__file__).parent / "static" / name for name in ("theme.css", "glossary.css")]


@st.cache_resource(show_spinner=False)
def application() -> Application:
    """The services, one set for all sessions; each call opens its own transaction."""
    return build()


def preferences_of(services: Application) -> Preferences:
    """What this person chose: in this session, else before, in this browser."""
    chosen = state.preferences()
    if chosen is None:
        try:
            user = getpass.getuser()
        except (OSError, KeyError):  # no entry for the user id, as in some containers
            user = ""
        language = browser_language(st.context.locale, services.settings.language)
        chosen = from_cookies(dict(st.context.cookies), language, user)
        state.set_preferences(chosen)
    return chosen


def main() -> None:
    """Draw one page."""
    st.set_page_config(page_title="translate_app", page_icon="🌐", layout="wide")
    services = application()
    preferences = preferences_of(services)
    t = i18n.translator(preferences.language, st.context.timezone or "")
    style = "".join(sheet.read_text(encoding="utf-8") for sheet in _STYLES)
    st.html(f"<style>{style}</style>")
    shell(preferences, t)
    context = Context(services, t, preferences.user)
    pages = context.pages
    for path, title, draw in _pages(t):
        pages[path] = st.Page(
            partial(_draw, draw, context),
            title=title,
            url_path=path,
        )
    # Streamlit knows its default page under no path, so that one only leads on.
    start = st.Page(partial(_start, context), title="translate_app", url_path="start", default=True)
    page = st.navigation([start, *pages.values(), *_missing(context)], position="hidden")
    if page == start:
        page.run()
    here = next((path for path, known in pages.items() if known == page), "")
    header(context, preferences, here)
    with st.container(key="page"):
        # A place of their own: what comes and goes here must not move what stands below.
        with st.container(key="notices"):
            introduction(context, preferences)
            tell_outcomes(context)
            show_notices()
        page.run()


def _pages(t: i18n.Translator) -> list[tuple[str, str, Callable[[Context], None]]]:
    """Path, title and drawing function of every page, in the order of the head."""
    _ = t.gettext
    return [
        ("board", _("Board"), board.page),
        ("releases", _("Releases"), releases.page),
        ("review", _("Review"), review.page),
        ("glossary", _("Glossary"), glossary.page),
        ("memory", _("Memory"), memory.page),
        ("publications", _("Publications"), publications.page),
        ("reports", _("Reports"), reports.page),
        ("settings", _("Settings"), settings.page),
    ]


def _missing(context: Context) -> list[st.Page]:
    """A page for an address that has none; without it Streamlit would say so in its own words."""
    asked = unknown_name(st.context.url, {"start", *context.pages})
    draw = partial(_draw, nowhere.page, context)
    return [st.Page(draw, title="translate_app", url_path=asked)] if asked else []


def _start(context: Context) -> None:
    """Where a visit begins: on the board, or where the first release comes in."""
    path = "board" if context.application.queries.releases() else "releases"
    st.switch_page(context.pages[path])


def _draw(draw: Callable[[Context], None], context: Context) -> None:
    """A page; what goes wrong on it becomes one clear sentence."""
    try:
        draw(context)
    except TranslateAppError as error:
        st.html(markup.tag("div", context.t.error(error), class_="notice error", role="alert"))


if __name__ == "__main__":
    main()
