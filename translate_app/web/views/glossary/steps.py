"""Steps in the life of entries: who changed what, when, with the way back."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from translate_app.services.entry_history import EntryStep
from translate_app.services.glossary_files import PROGRAM
from translate_app.services.maintain_glossary import FieldChange
from translate_app.web import markup
from translate_app.web.context import Context
from translate_app.web.views.glossary import words
from translate_app.web.views.glossary.address import open_entry
from translate_app.web.views.glossary.outcome import undo_revisions


def draw_steps(context: Context, steps: Sequence[EntryStep], *, named: bool) -> None:
    """Draw steps; `named` says of which entry each is, and opens it."""
    for step in steps:
        _step(context, step, named=named)


def brought(step: EntryStep) -> bool:
    """Whether the program brought the entry: nobody did that, so nobody takes it back."""
    return step.change.by == PROGRAM or (step.created and step.change.by is None)


def changes_table(context: Context, changes: Sequence[FieldChange]) -> str:
    """Field by field, what was there and what came."""
    t = context.t
    rows = [
        markup.within(
            "tr",
            markup.tag("th", t.gettext(words.FIELDS[change.field]), scope="row"),
            markup.within(
                "td",
                markup.within(
                    "div",
                    _side("del", words.value(change, change.before, t)),
                    _side("ins", words.value(change, change.after, t)),
                ),
            ),
        )
        for change in changes
    ]
    return markup.within("table", markup.within("tbody", *rows), class_="changes")


def _side(name: str, text: str) -> str:
    return markup.tag(name, text, dir="auto") if text else ""


def _step(context: Context, step: EntryStep, *, named: bool) -> None:
    t = context.t
    _ = t.gettext
    change = step.change
    with st.container(key=f"card-step-{change.revision}"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            who = _("loaded from files") if change.by in (None, PROGRAM) else change.by
            what = _("added") if step.created else _("changed")
            facts = markup.facts((what, who, t.datetime(change.at)))
            name = markup.tag("div", words.both(change.entry), class_="name") if named else ""
            st.html(name + facts, width="stretch")
            if named:
                st.button(
                    _("Edit"),
                    key=f"step-open-{change.revision}",
                    on_click=partial(open_entry, change.entry.key),
                )
            if step.latest and not brought(step):
                st.button(
                    _("Undo"),
                    key=f"step-undo-{change.revision}",
                    on_click=partial(undo_revisions, context, [change.revision]),
                )
        if step.differences:
            st.html(changes_table(context, step.differences))
