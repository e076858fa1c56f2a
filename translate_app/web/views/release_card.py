"""A release as the list and the board show it, with the plan for it."""

from datetime import UTC, datetime
from functools import partial
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from translate_app.domain.segment import SegmentState
from translate_app.domain.work import Priority, ReleaseWork
from translate_app.services.release_work import PlannedRelease
from translate_app.web import labels, markup, state
from translate_app.web.components.plan import plan_form, read_plan, saved
from translate_app.web.context import Context
from translate_app.web.viewmodels import release_row, work_facts
from translate_app.web.views.notices import attempt, show_notice
from translate_app.web.views.pretranslation import drafting_jobs, start_drafting

_TONES: Final = {Priority.URGENT: "bad", Priority.HIGH: "mt", Priority.LOW: "none"}


def release_card(context: Context, planned: PlannedRelease, place: str = "") -> None:
    """Draw the card; `place` tells cards of one release on one page apart.

    What is not there is drawn empty: Streamlit tells parts by their place, and the open form
    of the plan would be made anew, without what was typed, when one before it comes or goes.
    """
    _ = context.t.gettext
    row, work = release_row(planned.summary, context.t), planned.work
    key = "-".join(filter(None, (f"card-{row.language.value}", place, row.id)))
    with st.container(key=key):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.page_link(
                context.pages["review"],
                label=plain(row.title),
                query_params={"release": row.id},
                width="stretch",
            )
            st.html(markup.within("div", *_chips(context, planned), class_="meta"), width="content")
        now = datetime.now(UTC)
        st.html(markup.facts((row.pair, *row.facts, row.progress_text)))
        facts = work_facts(work, now, context.t)
        if facts:
            st.html(markup.facts(facts))
        else:
            st.empty()
        st.html(markup.progress_bar(row.progress, row.progress_text, context.t))
        with st.container(horizontal=True, gap="small"):
            _buttons(context, planned, place)


def tell_moved(place: DeltaGenerator) -> None:
    """Say in `place` what came of saving a plan whose card has left its part of the page.

    Called after the cards: the form of a card that stayed says it by itself.
    """
    notice = state.untold_plan_answer()
    if notice is not None:
        with place:
            show_notice(notice)


def plain(title: str) -> str:
    """A title as a link's label: Streamlit reads Markdown there, so its signs are escaped."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]()#+-.!|~$<>:&" else sign for sign in title)


def _chips(context: Context, planned: PlannedRelease) -> list[str]:
    _ = context.t.gettext
    row, work = release_row(planned.summary, context.t), planned.work
    chips = []
    if work.archived:
        chips.append(markup.chip(_("archived"), "none"))
    if planned.overdue(datetime.now(UTC)):
        chips.append(markup.chip(_("overdue"), "bad"))
    if work.priority in _TONES:
        chips.append(markup.chip(_(labels.PRIORITIES[work.priority]), _TONES[work.priority]))
    chips.append(markup.chip(row.state, row.tone))
    if row.published:
        version = _("version {number}").format(number=context.t.number(row.published))
        chips.append(markup.chip(version, "ok"))
    return chips


def _buttons(context: Context, planned: PlannedRelease, place: str) -> None:
    _ = context.t.gettext
    release_id, work = planned.summary.id, planned.work
    empty = planned.summary.counts.get(SegmentState.EMPTY, 0)
    if empty and not work.archived and not drafting_jobs(context.application).active(release_id):
        st.button(
            _("Draft the translation"),
            key="-".join(filter(None, ("draft", place, release_id))),
            on_click=partial(start_drafting, context, release_id),
        )
    else:
        st.empty()
    if (
        not work.translator
        and not work.archived
        and planned.summary.approved < planned.summary.total
    ):
        st.button(
            _("I translate it"),
            key=f"take-{place}-{release_id}",
            on_click=partial(_take, context, work),
        )
    else:
        st.empty()
    with st.popover(_("Plan…"), key=f"plan-{place}-{release_id}"):
        _plan(context, work, f"{place}-{release_id}")


def _plan(context: Context, work: ReleaseWork, name: str) -> None:
    _ = context.t.gettext
    people = sorted({context.user, *context.application.comments.people()})
    key = f"planned-{name}"
    words = {
        "translator": _("Translator"),
        "reviewer": _("Reviewer"),
        "priority": _("Priority"),
        "due_at": _("Due"),
        "embargo_until": _("Embargo until"),
        "save": _("Save the plan"),
        **{each.value: _(labels.PRIORITIES[each]) for each in Priority},
    }
    save = partial(_planned, context, work, key)
    plan_form(work, people, words, key, save, state.plan_answer(key))
    st.button(
        _("Put it back") if work.archived else _("Archive"),
        key=f"archive-{name}",
        help=_("Lists and the board leave it out; nothing of it is lost."),
        on_click=partial(_archive, context, work),
    )


def _planned(context: Context, work: ReleaseWork, key: str) -> None:
    wanted = read_plan(saved(key), work)
    if wanted is not None:
        plans, words = context.application.work, context.t.gettext("Saved")
        attempt(
            context,
            lambda: plans.plan(wanted, context.user),
            lambda _planned: words,
            partial(state.set_plan_answer, key),
        )


def _take(context: Context, work: ReleaseWork) -> None:
    plans = context.application.work
    attempt(
        context,
        lambda: plans.assign(
            work.release_id,
            context.user,
            translator=context.user,
            expected_version=work.version,
        ),
    )


def _archive(context: Context, work: ReleaseWork) -> None:
    plans = context.application.work
    attempt(context, lambda: plans.archive(work.release_id, context.user, not work.archived))
