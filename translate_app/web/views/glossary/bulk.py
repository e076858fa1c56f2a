"""One change to many entries: set a field, retire, merge."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from typing import Final

import streamlit as st

from translate_app.domain.glossary import EntryStatus, EntryType, GlossaryEntry
from translate_app.errors import N_, DifferentNamesError, EntryNotFoundError, TranslateAppError
from translate_app.services.maintain_glossary import EntryChange, differences
from translate_app.web import glossary_state, labels, markup, state
from translate_app.web.context import Context
from translate_app.web.glossary_state import Outcome
from translate_app.web.views.glossary import words
from translate_app.web.views.glossary.outcome import act, revision, undoable, with_corrections
from translate_app.web.views.glossary.steps import changes_table


class Action(StrEnum):
    """What can be done with several entries."""

    STATUS = "status"
    TYPE = "type"
    SCOPE = "scope"
    AUTHORITY = "authority"
    RETIRE = "retire"
    MERGE = "merge"


_ACTIONS: Final = {
    Action.STATUS: N_("Set the status"),
    Action.TYPE: N_("Set the type"),
    Action.SCOPE: N_("Set the scope"),
    Action.AUTHORITY: N_("Set the authority"),
    Action.RETIRE: N_("Retire"),
    Action.MERGE: N_("Merge"),
}
_ACTION, _VALUE, _KEEP, _ALL = "bulk_action", "bulk_value", "bulk_keep", "bulk_accept_all"


def bulk_bar(context: Context) -> None:
    """Draw what can be done with the entries that are chosen; nothing where none is."""
    keys = glossary_state.picked()
    if not keys:
        return
    t = context.t
    _ = t.gettext
    entries = _entries(context, keys)
    with st.container(key="card-bulk"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            text = t.ngettext("{number} name is chosen", "{number} names are chosen", len(entries))
            chosen = [markup.tag("bdi", entry.en) for entry in entries[:12]]
            st.html(
                markup.tag("b", text.format(number=t.number(len(entries))), role="status")
                + markup.within("div", *chosen, class_="meta"),
                width="stretch",
            )
            st.button(_("Choose none"), key="pick_none", on_click=glossary_state.pick_none)
        actions = [each for each in Action if each is not Action.MERGE or len(entries) > 1]
        action = st.pills(
            _("What to do with them"),
            actions,
            format_func=lambda each: _(_ACTIONS[each]),
            key=_ACTION,
        )
        if action is Action.MERGE:
            _merge(context, entries)
        elif action is not None:
            _change(context, action, entries)


def _entries(context: Context, keys: Sequence[str]) -> list[GlossaryEntry]:
    found = []
    for key in keys:
        try:
            found.append(context.application.maintain.get(key))
        except EntryNotFoundError:  # another termbase was restored in the meantime
            continue
    return found


def _change(context: Context, action: Action, entries: Sequence[GlossaryEntry]) -> None:
    t = context.t
    _ = t.gettext
    key = f"{_VALUE}_{action}"
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        if action is Action.STATUS:
            _pills(_("Status"), list(EntryStatus), words.STATUSES, context, key)
        elif action is Action.TYPE:
            _pills(_("Type"), list(EntryType), labels.ENTRY_TYPES, context, key)
        elif action is Action.SCOPE:
            advice = _("A client, or client/project; empty is everybody.")
            st.text_input(_("Scope"), key=key, width=320, help=advice)
        elif action is Action.AUTHORITY:
            st.text_input(_("Authority"), key=key, width=320)
        text = t.ngettext("Change {number} name", "Change {number} names", len(entries))
        if action is Action.RETIRE:
            text = t.ngettext("Retire {number} name", "Retire {number} names", len(entries))
        st.button(
            text.format(number=t.number(len(entries))),
            key="bulk_do",
            type="primary",
            on_click=partial(_do, context, action, [entry.key for entry in entries]),
        )


def _pills(
    label: str,
    options: Sequence[StrEnum],
    named: "dict[EntryStatus, str] | dict[EntryType, str]",
    context: Context,
    key: str,
) -> None:
    wording = {option.value: message for option, message in named.items()}
    st.pills(
        label,
        options,
        default=options[0] if key not in st.session_state else None,
        required=True,
        format_func=lambda each: context.t.gettext(wording[each.value]),
        key=key,
    )


def _do(context: Context, action: Action, keys: list[str]) -> None:
    """Change or retire, in a callback."""
    maintain = context.application.maintain
    if action is Action.RETIRE:
        _many(context, keys, lambda: maintain.retire(keys, context.user))
        return
    value = state.widget_value(f"{_VALUE}_{action}")
    change = EntryChange(
        status=value if isinstance(value, EntryStatus) else None,
        type=value if isinstance(value, EntryType) else None,
        scope=str(value or "") if action is Action.SCOPE else None,
        authority=str(value or "") if action is Action.AUTHORITY else None,
    )
    _many(context, keys, lambda: maintain.bulk(keys, change, context.user))


def _many(context: Context, keys: Sequence[str], change: Callable[[], int]) -> None:
    t = context.t

    def action() -> Outcome:
        before = revision(context)
        count = change()
        text = t.ngettext("{number} name was changed.", "{number} names were changed.", count)
        return Outcome(text.format(number=t.number(count)), undo=undoable(context, keys, before))

    if act(context, action):
        glossary_state.pick_none()
        glossary_state.forget_opened()


def _merge(context: Context, entries: Sequence[GlossaryEntry]) -> None:
    _ = context.t.gettext
    by_key = {entry.key: entry for entry in entries}
    keep = st.radio(
        _("Which one stays? The others are retired, and their spellings go into it."),
        list(by_key),
        format_func=lambda key: words.both(by_key[key]),
        key=_KEEP,
    )
    others = [key for key in by_key if key != keep]
    accept_all = bool(state.widget_value(_ALL))
    try:
        result = context.application.maintain.merged(keep, others, accept_all=accept_all)
    except DifferentNamesError as error:
        _ask_all(context, error)
        return
    except TranslateAppError as error:
        _told("error", words.refusal(error, context.t))
        return
    if accept_all:
        _accept_all(context)
    found = differences(by_key[keep], result)
    if found:
        st.html(changes_table(context, found))
    else:
        _told("note", _("Nothing is added to it: the others have no further spellings."))
    st.button(
        _("Merge into {name}").format(name=by_key[keep].en),
        key="merge",
        type="primary",
        on_click=partial(_do_merge, context, keep, others, accept_all),
    )


def _ask_all(context: Context, error: DifferentNamesError) -> None:
    _told("error", words.refusal(error, context.t))
    _accept_all(context)


def _accept_all(context: Context) -> None:
    st.checkbox(
        context.t.gettext("They are one and the same: every spelling of each is right"), key=_ALL
    )


def _told(tone: str, text: str) -> None:
    st.html(markup.tag("div", text, class_=f"notice {tone}", role="status"))


def _do_merge(context: Context, keep: str, others: list[str], accept_all: bool) -> None:
    """Merge, in a callback."""
    t = context.t

    def action() -> Outcome:
        before = revision(context)
        entry = context.application.maintain.merge(
            keep, others, context.user, accept_all=accept_all
        )
        text = t.gettext("Merged into {name}.").format(name=words.both(entry))
        done = Outcome(text, undo=undoable(context, [keep, *others], before))
        return with_corrections(context, done, keep)

    if act(context, action):
        glossary_state.pick_none()
        glossary_state.forget_opened()
        glossary_state.put(_ALL, False)
