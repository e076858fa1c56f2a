"""What can be set: one's own preferences, what clients want, which engines draft."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from translate_app.domain.client import Client
from translate_app.domain.language import Language
from translate_app.errors import SettingsFileError
from translate_app.i18n import NATIVE_NAMES
from translate_app.services.publish_release import press_date
from translate_app.web import labels, markup, state
from translate_app.web.context import Context
from translate_app.web.markup import Cell
from translate_app.web.preferences import LANGUAGES, LONGEST_NAME, THEMES, Preferences
from translate_app.web.views import engines

_EXAMPLE: Final = date(2019, 1, 28)
"""A day whose month has another name in each region."""


def page(context: Context) -> None:
    """Draw the page."""
    _ = context.t.gettext
    st.html(markup.tag("h1", _("Settings"), class_="title"))
    yours, clients, drafting = st.tabs([_("Yours"), _("Clients"), _("Engines")])
    with yours:
        _yours(context)
    with clients:
        _clients(context)
    with drafting:
        engines.part(context)


def _yours(context: Context) -> None:
    preferences = state.preferences()
    if preferences is None:
        return
    _ = context.t.gettext
    with st.container(key="card-yours"):
        st.pills(
            _("Language of the interface"),
            LANGUAGES,
            default=preferences.language,
            required=True,
            format_func=NATIVE_NAMES.__getitem__,
            key="settings_language",
            on_change=partial(_choose, preferences.spoken, "settings_language"),
        )
        st.pills(
            _("Colours"),
            THEMES,
            default=preferences.theme,
            required=True,
            format_func=lambda theme: _(labels.THEMES[theme]),
            key="settings_theme",
            on_change=partial(_choose, preferences.themed, "settings_theme"),
        )
        st.text_input(
            _("Your name"),
            value=preferences.user,
            key="settings_name",
            max_chars=LONGEST_NAME,
            width=320,
            help=_("Every change is recorded under this name."),
            on_change=partial(_choose, preferences.named, "settings_name"),
        )


def _choose(change: Callable[[str], Preferences], key: str) -> None:
    state.set_preferences(change(str(state.widget_value(key) or "")))


def _clients(context: Context) -> None:
    _ = context.t.gettext
    source = context.application.clients
    try:
        clients = [source(name) for name in ("", *source.names())]
    except SettingsFileError as error:  # the other settings stay within reach
        st.html(markup.tag("div", context.t.error(error), class_="notice error", role="alert"))
        return
    heads = (_("Client"), _("Dates and numbers in Arabic"), _("Engines"), _("Approval"))
    lines = [_client_cells(context, client) for client in clients]
    st.html(markup.table(heads, lines, "clients"))
    st.html(
        markup.within(
            "p",
            markup.tag("span", _("Clients are described in this file:")),
            " ",
            markup.tag("code", str(context.application.settings.clients), dir="ltr"),
            class_="lead",
        )
    )


def _client_cells(context: Context, client: Client) -> tuple[Cell, ...]:
    _ = context.t.gettext
    day = press_date(Language.ARABIC, _EXAMPLE, client.style)
    names = [f"{pair}: {name}" for pair, name in client.engines.items()]
    chosen = [markup.tag("bdi", name, dir="ltr") for name in names]
    rules = []
    if client.review.second_approval:
        rules.append(_("Two people approve each segment."))
    if not client.review.approver_may_be_last_editor:
        rules.append(_("Nobody approves a text of their own."))
    return (
        Cell(markup.tag("bdi", client.name or _("Default"))),
        Cell(markup.in_language("bdi", day, Language.ARABIC)),
        Cell(" ".join(chosen) or markup.tag("span", _("the best one installed"))),
        Cell(markup.tag("span", " ".join(rules) or _("One person approves."))),
    )
