"""What changed names make wrong in releases, and putting it right in one press."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from translate_app.errors import EntryNotFoundError
from translate_app.services.corrections import Affected, Correction
from translate_app.services.propagation import Applied
from translate_app.web import glossary_state, markup, state
from translate_app.web.context import Context
from translate_app.web.glossary_state import Outcome
from translate_app.web.isolates import isolated
from translate_app.web.views.glossary import address, words
from translate_app.web.views.glossary.address import Part
from translate_app.web.views.glossary.correction_rows import correction_row, published_row
from translate_app.web.views.glossary.outcome import act
from translate_app.web.views.glossary.pieces import empty, heading, more

_FIRST: Final = 50
_PART: Final = Part.CORRECTIONS.value
_LOOK: Final = "look_again"
_REOPEN: Final = "reopen_approved"


def part(context: Context) -> None:
    """Draw the part: for the entry that the address names, or for all of them."""
    t = context.t
    _ = t.gettext
    key = address.entry()
    try:
        affected = _affected(context, key)
    except EntryNotFoundError as error:
        st.html(markup.tag("div", t.error(error), class_="notice error", role="alert"))
        return
    _head(context, key)
    if not (affected.corrections or affected.approved or affected.published):
        empty(
            _("Every name stands as the glossary has it."),
            _("After a name is changed, the segments that still have the former one stand here."),
        )
    chosen = [*_open(context, affected.corrections), *_approved(context, affected)]
    _by_hand(context, affected)
    if chosen or affected.corrections or affected.approved:
        _correct(context, chosen)
    _unreadable(context, affected)


def _affected(context: Context, key: str | None) -> Affected:
    known = glossary_state.affected(key, _LOOK)
    if known is None:
        known = context.application.propagation.affected([key] if key else None)
        glossary_state.set_affected(key, known)
    return known


def _head(context: Context, key: str | None) -> None:
    _ = context.t.gettext
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if key:
            entry = context.application.maintain.get(key)
            st.html(markup.tag("div", words.both(entry), class_="name"), width="stretch")
            st.button(
                _("Open the name"), key="open_name", on_click=partial(address.open_entry, key)
            )
            st.button(
                _("All names"), key="all_names", on_click=partial(address.go, Part.CORRECTIONS)
            )
        else:
            text = _("Segments in which a name does not stand as the glossary has it.")
            st.html(markup.tag("p", text, class_="lead"), width="stretch")
        st.button(_("Look again"), key=_LOOK, on_click=glossary_state.forget_affected)


def _open(context: Context, corrections: Sequence[Correction]) -> list[Correction]:
    """Draw the open segments with a proposal; those whose checkbox is on."""
    ready = [one for one in corrections if one.proposed is not None]
    if not ready:
        return []
    shown = glossary_state.shown(_PART, _FIRST)
    heading(context, context.t.gettext("Segments to correct"), len(ready))
    chosen = [one for one in ready[:shown] if correction_row(context, one)]
    more(context, _PART, shown, len(ready), _FIRST)
    return chosen


def _approved(context: Context, affected: Affected) -> list[Correction]:
    """Draw what is approved or published; what is to be opened again and corrected."""
    _ = context.t.gettext
    ready = [one for one in affected.approved if one.proposed is not None]
    if not ready and not affected.published:
        return []
    chosen: list[Correction] = []
    reopen = bool(state.widget_value(_REOPEN))
    if ready:
        heading(context, _("Approved segments"), len(ready))
        chosen += [one for one in ready if correction_row(context, one, fixed=not reopen)]
    if affected.published:
        heading(context, _("Publications that need a correction"), len(affected.published))
        for publication in affected.published:
            chosen += published_row(context, publication, fixed=not reopen)
    st.toggle(
        _("Open them again and correct them"),
        key=_REOPEN,
        help=_("They have to be approved anew; a publication has to be published anew."),
    )
    return chosen if reopen else []


def _by_hand(context: Context, affected: Affected) -> None:
    _ = context.t.gettext
    rows = [one for one in (*affected.corrections, *affected.approved) if one.proposed is None]
    if not rows:
        return
    heading(context, _("By hand"), len(rows))
    text = _("The name stands nowhere in these: a person has to put it in.")
    st.html(markup.tag("p", text, class_="lead"))
    for one in rows[:_FIRST]:
        correction_row(context, one, fixed=True)


def _correct(context: Context, chosen: list[Correction]) -> None:
    t = context.t
    text = t.ngettext("Correct {number} segment", "Correct {number} segments", len(chosen))
    with st.container(key="correct_bar"):
        st.button(
            text.format(number=t.number(len(chosen))),
            key="correct",
            type="primary",
            disabled=not chosen,
            on_click=partial(_apply, context, chosen),
        )


def _unreadable(context: Context, affected: Affected) -> None:
    _ = context.t.gettext
    for release_id in affected.unreadable:
        text = _("The publication of {release} cannot be read.").format(release=release_id)
        st.html(markup.tag("div", text, class_="notice error", role="alert"))


def _apply(context: Context, chosen: list[Correction]) -> None:
    """Correct what was chosen, in a callback."""

    def action() -> Outcome:
        reopen = bool(state.widget_value(_REOPEN))
        return _told(
            context, context.application.propagation.apply(chosen, context.user, reopen=reopen)
        )

    act(context, action)


def _told(context: Context, applied: Applied) -> Outcome:
    t = context.t
    count = len(applied.done)
    text = t.ngettext("{number} segment was corrected.", "{number} segments were corrected.", count)
    changed = t.gettext("{title}, segment {number}: somebody changed it; it was left alone.")
    stale = tuple(
        changed.format(title=isolated(one.release_title), number=t.number(one.number))
        for one in applied.stale
    )
    return Outcome(text.format(number=t.number(count)), stale)
