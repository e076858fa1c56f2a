"""One entry: its fields, edited in place, what contradicts it, where it is used, its life."""

from functools import partial
from typing import Final

import streamlit as st

from translate_app.domain.glossary import CaseRule, EntryStatus, EntryType, Gender, GlossaryEntry
from translate_app.errors import EntryNotFoundError, InvalidEntryError
from translate_app.web import glossary_state, labels, markup
from translate_app.web.components.focus import focus
from translate_app.web.context import Context
from translate_app.web.glossary_state import FIELD, Opened, Outcome
from translate_app.web.views.glossary import address, entry_fields, words
from translate_app.web.views.glossary.address import NEW, Part
from translate_app.web.views.glossary.entry_more import entry_more
from translate_app.web.views.glossary.outcome import (
    act,
    revision,
    undoable,
    with_corrections,
)

_TITLE: Final = "entry-title"
_SMALL: Final = 68
"""Height of a field for a few lines, in pixels."""


def entry_panel(context: Context, key: str) -> None:
    """Draw the panel of the entry of that key, or of a new one."""
    try:
        present = None if key == NEW else context.application.maintain.get(key)
    except EntryNotFoundError as error:
        st.html(markup.tag("div", context.t.error(error), class_="notice error", role="alert"))
        return
    opened = glossary_state.opened()
    if opened is None or opened.key != key:
        opened = Opened(key, present)
        glossary_state.fill(opened, entry_fields.texts_of(present or entry_fields.BLANK))
    with st.container(key="card-entry"):
        _head(context, opened)
        if opened.seen != present:
            _stale(context)
        _warnings(context, opened)
        with st.form("entry", border=False):
            _names(context)
            _further(context, opened.seen)
            _buttons(context, opened)
        if present:
            entry_more(context, present)
    focus(_TITLE, glossary_state.focus())


def _head(context: Context, opened: Opened) -> None:
    _ = context.t.gettext
    entry = opened.seen
    with st.container(horizontal=True, vertical_alignment="top", gap="small"):
        title = words.both(entry) if entry else _("New name")
        lines = markup.tag("h2", title, class_="part", id=_TITLE, tabindex="-1")
        if entry:
            lines += markup.within("div", markup.tag("code", entry.key, dir="ltr"), class_="meta")
        st.html(lines, width="stretch")
        st.button(_("Close"), key="close_entry", on_click=address.close_entry)
    if entry and entry.replaced_by:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(markup.tag("p", _("It was merged into another name."), class_="lead"))
            st.button(
                _("Open that one"),
                key="open_replacing",
                on_click=partial(address.open_entry, entry.replaced_by),
            )


def _stale(context: Context) -> None:
    """Somebody else saved: nothing is overwritten, and what was typed stays."""
    _ = context.t.gettext
    text = _("This name was changed in the meantime. What you typed is not saved.")
    st.html(markup.tag("div", text, class_="notice error", role="alert"))
    st.button(_("Show it as it is now"), key="show_anew", on_click=glossary_state.forget_opened)


def _warnings(context: Context, opened: Opened) -> None:
    """What contradicts the entry, as it is typed where that was asked for, else as saved."""
    entry = opened.seen
    if glossary_state.asked():
        try:
            entry = _typed(opened)
        except InvalidEntryError as error:
            st.html(_notice("error", words.refusal(error, context.t)))
            return
    if entry is None:
        return
    found = context.application.maintain.warnings(entry)
    if not found and glossary_state.asked():
        st.html(_notice("done", context.t.gettext("Nothing contradicts it.")))
    items = [
        markup.within(
            "li",
            markup.tag("i", "", class_=f"dot {words.WEIGHT_TONES[one.weight]}"),
            markup.tag("span", words.said(one, context.t)),
        )
        for one in found
    ]
    if items:
        st.html(markup.within("ul", *items, class_="warnings"))


def _notice(tone: str, text: str) -> str:
    return markup.tag("div", text, class_=f"notice {tone}", role="status")


def _names(context: Context) -> None:
    _ = context.t.gettext
    english, arabic = st.columns(2, gap="small")
    with english:
        _line(context, "en")
        _lines(context, "en_variants")
    with arabic:
        _line(context, "ar")
        _lines(context, "ar_variants")
    st.pills(
        _(words.FIELDS["type"]),
        list(EntryType),
        required=True,
        format_func=lambda each: _(labels.ENTRY_TYPES[each]),
        key=f"{FIELD}type",
    )
    st.pills(
        _(words.FIELDS["status"]),
        list(EntryStatus),
        required=True,
        format_func=lambda each: _(words.STATUSES[each]),
        key=f"{FIELD}status",
        help=_("Only names in use are put into drafts and looked for by the checks."),
    )
    _line(context, "authority", help=_("Where this spelling is the usual one."))
    _lines(context, "note")


def _further(context: Context, entry: GlossaryEntry | None) -> None:
    """What few names need; it is open where the entry has some of it."""
    _ = context.t.gettext
    with st.expander(
        _("Titles, forbidden forms, days, scope…"), expanded=_has_further(entry), key="further"
    ):
        english, arabic = st.columns(2, gap="small")
        forbidden = _("One a line; a reason may follow, so: form :: reason")
        with english:
            _line(context, "en_title", help=_("The title that may stand before the name."))
            _lines(context, "en_forbidden", help=forbidden)
        with arabic:
            _line(context, "ar_title", help=_("The title that may stand before the name."))
            _lines(context, "ar_forbidden", help=forbidden)
        st.pills(
            _(words.FIELDS["gender"]),
            list(Gender),
            format_func=lambda each: _(words.GENDERS[each]),
            key=f"{FIELD}gender",
        )
        st.pills(
            _(words.FIELDS["case"]),
            list(CaseRule),
            required=True,
            format_func=lambda each: _(words.CASES[each]),
            key=f"{FIELD}case",
            help=_("Which capitals the English name must have in a text to be found."),
        )
        st.checkbox(
            _("Do not translate: the name stays as the source spells it"),
            key=f"{FIELD}do_not_translate",
        )
        first, last = st.columns(2, gap="small")
        with first:
            _line(context, "valid_from", placeholder="2025-03-14")
        with last:
            _line(context, "valid_to", placeholder="2025-12-31")
        _line(context, "scope", help=_("A client, or client/project; empty is everybody."))
        _lines(
            context,
            "context",
            help=_("Words, one a line, that tell this name from others of the same spelling."),
        )


def _has_further(entry: GlossaryEntry | None) -> bool:
    blank = entry_fields.BLANK
    fields = (
        *("en_title", "ar_title", "en_forbidden", "ar_forbidden", "gender", "case"),
        *("do_not_translate", "valid_from", "valid_to", "scope", "context"),
    )
    return entry is not None and any(
        getattr(entry, name) != getattr(blank, name) for name in fields
    )


def _line(context: Context, name: str, placeholder: str = "", help: str | None = None) -> None:
    st.text_input(
        context.t.gettext(words.FIELDS[name]),
        key=f"{FIELD}{name}",
        autocomplete="off",
        placeholder=placeholder or None,
        help=help,
    )


def _lines(context: Context, name: str, help: str | None = None) -> None:
    st.text_area(
        context.t.gettext(words.FIELDS[name]), key=f"{FIELD}{name}", height=_SMALL, help=help
    )


def _buttons(context: Context, opened: Opened) -> None:
    _ = context.t.gettext
    with st.container(horizontal=True, gap="small"):
        st.form_submit_button(
            _("Save"), key="save_entry", type="primary", on_click=partial(_save, context, opened)
        )
        st.form_submit_button(
            _("Look for contradictions"),
            key="ask_entry",
            on_click=partial(glossary_state.ask, True),
        )


def _typed(opened: Opened) -> GlossaryEntry:
    fields = glossary_state.typed(entry_fields.NAMES)
    return entry_fields.entry_of(fields, opened.seen or entry_fields.BLANK)


def _save(context: Context, opened: Opened) -> None:
    """Save what was typed; where it is refused it stays in the fields."""
    t = context.t
    maintain = context.application.maintain
    saved: list[GlossaryEntry] = []

    def action() -> Outcome | None:
        before = revision(context)
        entry = maintain.save(_typed(opened), context.user, opened.seen)
        saved.append(entry)
        if entry == opened.seen:
            return Outcome(t.gettext("Nothing was changed."))
        text = t.gettext("{name} is saved.").format(name=words.both(entry))
        done = Outcome(text, undo=undoable(context, [entry.key], before))
        return with_corrections(context, done, entry.key)

    glossary_state.ask(False)
    if act(context, action):
        glossary_state.forget_opened()
        address.lead(Part.NAMES, saved[0].key)
