"""The list of names with its search, and the entry that is open beside it."""

from functools import partial
from typing import Final, TypeVar

import streamlit as st

from translate_app.domain.glossary import EntryStatus, EntryType, GlossaryEntry
from translate_app.services.maintain_glossary import Found
from translate_app.web import glossary_state, labels, markup, state
from translate_app.web.context import Context
from translate_app.web.views.glossary import address, words
from translate_app.web.views.glossary.address import NEW, Part, open_entry
from translate_app.web.views.glossary.bulk import bulk_bar
from translate_app.web.views.glossary.entry_panel import entry_panel
from translate_app.web.views.glossary.pieces import empty, more, names

_ROWS: Final = 50
_PART: Final = Part.NAMES.value
_QUERY, _TYPES, _STATUSES, _SCOPE = (
    "glossary_query",
    "glossary_type",
    "glossary_status",
    "glossary_scope",
)
_ANY: Final = "*"
"""Any scope; none is called so."""
Choice = TypeVar("Choice")


def part(context: Context) -> None:
    """Draw the part."""
    key = address.entry()
    if key is None:
        _list(context)
        return
    with st.container(key="with_panel"):
        listed, panel = st.columns([11, 10], gap="medium")
        with listed:
            _list(context)
        with panel:
            entry_panel(context, key)


def _list(context: Context) -> None:
    _filters(context)
    found = _found(context)
    _count(context, found)
    bulk_bar(context)
    if not found.entries:
        _nothing(context)
        return
    with st.container(key="entries"):
        for entry in found.entries:
            _row(context, entry)
    more(context, _PART, len(found.entries), found.total, _ROWS)


def _filters(context: Context) -> None:
    _ = context.t.gettext
    from_start = partial(glossary_state.show, _PART)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input(
            _("Find in both languages"),
            key=_QUERY,
            width=320,
            autocomplete="off",
            placeholder=_("Any spelling, a part of a name, a key"),
            on_change=from_start,
        )
        scopes = context.application.maintain.scopes()
        if scopes:
            st.selectbox(
                _("Scope"),
                (_ANY, "", *scopes),
                format_func=lambda scope: {_ANY: _("All"), "": _("Everybody")}.get(scope, scope),
                key=_SCOPE,
                width=200,
                on_change=from_start,
            )
        st.button(_("New name"), key="new_name", on_click=partial(open_entry, NEW))
    with st.container(horizontal=True, gap="medium"):
        st.pills(
            _("Type"),
            list(EntryType),
            selection_mode="multi",
            format_func=lambda each: _(labels.ENTRY_TYPES[each]),
            key=_TYPES,
            width="content",
            on_change=from_start,
        )
        st.pills(
            _("Status"),
            list(EntryStatus),
            selection_mode="multi",
            format_func=lambda each: _(words.STATUSES[each]),
            key=_STATUSES,
            width="content",
            on_change=from_start,
        )


def _found(context: Context) -> Found:
    scope = state.widget_value(_SCOPE)
    return context.application.maintain.search(
        str(state.widget_value(_QUERY) or ""),
        types=_chosen(_TYPES, EntryType),
        statuses=_chosen(_STATUSES, EntryStatus),
        scope=scope if isinstance(scope, str) and scope != _ANY else None,
        limit=glossary_state.shown(_PART, _ROWS),
    )


def _chosen(key: str, kind: type[Choice]) -> list[Choice]:
    value = state.widget_value(key)
    return [one for one in value if isinstance(one, kind)] if isinstance(value, list) else []


def _count(context: Context, found: Found) -> None:
    t = context.t
    text = t.ngettext("{number} name", "{number} names", found.total).format(
        number=t.number(found.total)
    )
    if found.total > len(found.entries):
        first = t.gettext("the first {number} are shown")
        text += " · " + first.format(number=t.number(len(found.entries)))
    st.html(markup.tag("p", text, class_="lead", role="status"))


def _nothing(context: Context) -> None:
    _ = context.t.gettext
    if context.application.maintain.search(limit=0).total:
        empty(_("No name fits."), _("Try another spelling, the other language, or fewer filters."))
    else:
        empty(
            _("The glossary is empty."),
            _("Run translate-app init to load the names, import a file, or add a name."),
        )


def _row(context: Context, entry: GlossaryEntry) -> None:
    _ = context.t.gettext
    is_open = address.entry() == entry.key
    key = f"{'open' if is_open else 'row'}-{entry.key}"
    with st.container(
        key=key, horizontal=True, vertical_alignment="center", gap="small", wrap=False
    ):
        st.checkbox(
            _("Choose {name}").format(name=entry.en),
            key=glossary_state.pick_key(entry.key),
            label_visibility="collapsed",
            width="content",
            on_change=partial(glossary_state.take_pick, entry.key),
        )
        st.html(names(context, entry), width="stretch")
        st.button(
            _("Edit"),
            key=f"see-{entry.key}",
            on_click=partial(open_entry, entry.key),
        )
