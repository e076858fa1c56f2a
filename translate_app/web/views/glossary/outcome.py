"""What an action did: said above the part, with the way back and the way on."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from translate_app.errors import TranslateAppError
from translate_app.web import glossary_state, markup, state
from translate_app.web.context import Context
from translate_app.web.glossary_state import Outcome, Undoable
from translate_app.web.notice import Notice
from translate_app.web.views.glossary import words
from translate_app.web.views.glossary.address import Part, go


def draw_outcome(context: Context) -> None:
    """Tell what the last action did; a screen reader is told."""
    told = glossary_state.outcome()
    if told is None:
        return
    _ = context.t.gettext
    details = [markup.within("li", markup.tag("bdi", line)) for line in told.details]
    with st.container(key="card-outcome"):
        st.html(
            markup.within(
                "div",
                markup.tag("span", told.text),
                markup.within("ul", *details) if details else "",
                class_="outcome",
                role="status",
            )
        )
        with st.container(horizontal=True, gap="small"):
            if told.corrections:
                st.button(
                    _("See the corrections"),
                    key="to_corrections",
                    type="primary",
                    on_click=partial(go, Part.CORRECTIONS, told.corrections),
                )
            if told.undo:
                st.button(_("Undo"), key="undo", on_click=partial(undo, context, told.undo))


def refused(context: Context, error: TranslateAppError) -> None:
    """Say why nothing was done."""
    state.notify(Notice("error", words.refusal(error, context.t)))


def act(context: Context, action: Callable[[], Outcome | None]) -> bool:
    """Do something in a callback; a refusal becomes a notice. Whether it was done."""
    glossary_state.set_outcome(None)
    try:
        glossary_state.set_outcome(action())
    except TranslateAppError as error:
        refused(context, error)
        return False
    glossary_state.forget_affected()
    glossary_state.set_findings(None)
    return True


def revision(context: Context) -> int:
    """The revision of the termbase now."""
    latest = context.application.maintain.recent(1)
    return latest[0].change.revision if latest else 0


def undoable(context: Context, keys: Sequence[str], after: int) -> Undoable | None:
    """What has been done to the entries since that revision; None where nothing was."""
    until = revision(context)
    return Undoable(tuple(keys), after, until) if until > after else None


def undo(context: Context, steps: Undoable) -> None:
    """Take an action back, in a callback."""
    maintain = context.application.maintain
    revisions = [
        step.change.revision
        for key in steps.keys
        for step in maintain.history(key)
        if steps.after < step.change.revision <= steps.until and step.change.by == context.user
    ]
    undo_revisions(context, revisions)


def undo_revisions(context: Context, revisions: Sequence[int]) -> None:
    """Put entries back to how they were before these steps, in a callback."""

    def action() -> Outcome:
        t = context.t
        former = context.application.maintain.undo(revisions, context.user)
        count = len(former)
        text = t.ngettext("{number} name is as before.", "{number} names are as before.", count)
        done = Outcome(
            text.format(number=t.number(count)), tuple(words.both(one) for one in former[:10])
        )
        return with_corrections(context, done, former[0].key) if count == 1 else done

    if act(context, action):
        glossary_state.forget_opened()


def with_corrections(context: Context, done: Outcome, key: str) -> Outcome:
    """`done`, and how much of what was translated has another form of the name."""
    t = context.t
    found = context.application.propagation.affected([key])
    segments = len(found.corrections) + len(found.approved)
    lines = []
    if segments:
        text = t.ngettext(
            "{number} segment has another form of the name.",
            "{number} segments have another form of the name.",
            segments,
        )
        lines.append(text.format(number=t.number(segments)))
    if found.published:
        count = len(found.published)
        text = t.ngettext(
            "{number} publication has another form of the name.",
            "{number} publications have another form of the name.",
            count,
        )
        lines.append(text.format(number=t.number(count)))
    if not lines:
        return done
    return replace(done, details=(*done.details, *lines), corrections=key)
