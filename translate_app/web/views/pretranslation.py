"""Drafting on the pages: jobs run in the server, the pages follow and can stop them."""

from functools import partial
from typing import Final

import streamlit as st

from translate_app.bootstrap import Application
from translate_app.web import markup, state
from translate_app.web.context import Context
from translate_app.web.drafting_jobs import DraftingJob, DraftingJobs
from translate_app.web.drafting_words import drafting_facts, drafting_outcome
from translate_app.web.other_drafts import Asked, OtherDrafts, engine_names

POLL: Final = 0.4
"""Seconds between two looks at what goes on in the server."""

FIRST_LOOK: Final = 0.5
"""Seconds that a page waits for the first drafts before it is drawn: with a warm engine they
are there in half of it, and drawing the page twice would take longer."""


@st.cache_resource(show_spinner=False)
def drafting_jobs(_application: Application) -> DraftingJobs:
    """The jobs of this server, one registry for all sessions."""
    # Asked for with each job: a test may put another service in its place.
    return DraftingJobs(lambda *words, **more: _application.pretranslate(*words, **more))


@st.cache_resource(show_spinner=False)
def other_drafts(_application: Application) -> OtherDrafts:
    """The other drafts that were asked for on this server."""
    return OtherDrafts(
        lambda *words: _application.alternatives(*words), partial(engine_names, _application)
    )


def start_drafting(context: Context, release_id: str) -> None:
    """Draft a release in the background; its outcome is told in this session."""
    with context.application.unit_of_work() as unit_of_work:
        title = unit_of_work.releases.get(release_id).display_title
    jobs = drafting_jobs(context.application)
    number = jobs.start(release_id, title)
    state.watch(number)
    jobs.wait_for_drafts(number, FIRST_LOOK)


def tell_outcomes(context: Context) -> None:
    """Turn the jobs of this session that have ended into notices; called before these are drawn."""
    jobs = drafting_jobs(context.application)
    for number in state.watched():
        job = jobs.get(number)
        if job is None or job.ended:
            state.unwatch(number)
        if job is not None and job.ended:
            state.notify(drafting_outcome(job, context.t))


def follow(context: Context, release_id: str | None = None) -> None:
    """Draw the jobs under way, of a release or of all, and follow them while the page is open.

    The page is drawn anew only when a job has ended or another has begun: what a job has done
    meanwhile reaches the editor by its wire, and drawing a long release for every batch would
    keep its reader from the links of the page.
    """
    active = drafting_jobs(context.application).active(release_id)
    for job in active:
        state.watch(job.number)
    if state.watched():
        shown = tuple(job.number for job in active)
        st.fragment(_under_way, run_every=POLL)(context, release_id, shown)


def _under_way(context: Context, release_id: str | None, shown: tuple[int, ...]) -> None:
    """What the server is at. Streamlit runs this alone, again and again."""
    jobs = drafting_jobs(context.application)
    watched = [jobs.get(number) for number in state.watched()]
    active = jobs.active(release_id)
    ended = any(job is None or job.ended for job in watched)
    if ended or tuple(job.number for job in active) != shown:
        state.draw_anew()
    for job in active:
        _card(context, job, jobs.clock(), named=release_id is None)


def asked_drafts(context: Context, release_id: str | None) -> Asked | None:
    """The other drafts of the open segment, where this session asked for them."""
    number = state.opened_segment(release_id) if release_id else None
    if release_id is None or number is None or number not in state.asked(release_id):
        return None
    return other_drafts(context.application).asked(release_id, number)


def _card(context: Context, job: DraftingJob, now: float, *, named: bool) -> None:
    _ = context.t.gettext
    facts = drafting_facts(job, now, context.t)
    with st.container(
        key=f"card-drafting-{job.number}", horizontal=True, vertical_alignment="center", gap="small"
    ):
        with st.container(width="stretch", gap="small"):
            if named:
                st.html(markup.within("div", markup.tag("bdi", job.title), class_="name"))
            st.html(markup.facts(facts))
            share = job.done / job.total if job.total else 0.0
            st.html(markup.drafting_bar(share, facts[0]))
        st.button(
            _("Stop drafting"),
            key=f"stop-{job.number}",
            disabled=job.stopping,
            on_click=drafting_jobs(context.application).cancel,
            args=(job.number,),
        )
