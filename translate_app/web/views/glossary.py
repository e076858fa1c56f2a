"""The names: both languages side by side, with a search."""

from html import escape

import streamlit as st

from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.web import labels, markup, viewmodels
from translate_app.web.context import Context


def page(context: Context) -> None:
    """Draw the page."""
    t = context.t
    _ = t.gettext
    entries = context.application.glossary.entries()
    st.html(markup.tag("h1", _("Glossary"), class_="title"))
    types = [kind for kind in EntryType if any(entry.type is kind for entry in entries)]
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        query = st.text_input(
            _("Find in both languages"), key="glossary_query", width=320, autocomplete="off"
        )
        kind = st.pills(
            _("Type"),
            types,
            format_func=lambda each: _(labels.ENTRY_TYPES[each]),
            key="glossary_type",
        )
    rows = viewmodels.search_entries(entries, query or "", kind)
    words = t.ngettext("{number} name", "{number} names", rows.total).format(
        number=t.number(rows.total)
    )
    if rows.total > len(rows.entries):
        words += " · " + _("the first {number} are shown: search to see others").format(
            number=t.number(len(rows.entries))
        )
    st.html(markup.tag("p", words, class_="lead", role="status"))
    if rows.entries:
        st.html(_table(context, rows.entries))
    elif not entries:
        _empty(_("The glossary is empty."), _("Run translate-app init to load the names."))
    else:
        _empty(_("No name fits."), _("Try another spelling, or the other language."))


def _empty(title: str, advice: str) -> None:
    st.html(
        markup.within("div", markup.tag("b", title), markup.tag("span", advice), class_="empty")
    )


def _table(context: Context, entries: tuple[GlossaryEntry, ...]) -> str:
    _ = context.t.gettext
    heads = [
        markup.tag("th", context.t.language_name("en"), scope="col"),
        markup.tag("th", context.t.language_name("ar"), scope="col"),
        markup.tag("th", _("Type"), scope="col", class_="type"),
        markup.tag("th", _("Note"), scope="col", class_="wide"),
    ]
    rows = [
        markup.within(
            "tr",
            _names(entry, Language.ENGLISH),
            _names(entry, Language.ARABIC),
            markup.tag("td", _(labels.ENTRY_TYPES[entry.type]), class_="type"),
            markup.within("td", markup.tag("small", entry.note, dir="auto"), class_="wide"),
        )
        for entry in entries
    ]
    table = markup.within(
        "table",
        markup.within("thead", markup.within("tr", *heads)),
        markup.within("tbody", *rows),
    )
    return markup.within("div", table, class_="table")


def _names(entry: GlossaryEntry, language: Language) -> str:
    """The preferred spelling, and under it the others that are accepted."""
    name, *variants = entry.forms(language)
    separator = "، " if language is Language.ARABIC else ", "
    others = markup.tag("small", separator.join(variants)) if variants else ""
    return markup.within(
        "td", escape(name), others, lang=language.value, dir=language.direction.value
    )
