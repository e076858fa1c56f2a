"""One release: its head, the editor, publishing and downloads."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Literal

import streamlit as st

from translate_app.domain.release import Publication
from translate_app.domain.segment import SegmentState, Severity
from translate_app.errors import ReleaseNotFoundError
from translate_app.services.queries import ReviewedRelease
from translate_app.web import markup, state, viewmodels
from translate_app.web.context import Context
from translate_app.web.viewmodels import PublishDecision
from translate_app.web.views.downloads import download_buttons
from translate_app.web.views.engine_hint import closable_engine_hint
from translate_app.web.views.notices import attempt
from translate_app.web.views.pretranslation import drafting_jobs, follow, start_drafting
from translate_app.web.views.review_editor import draw_editor
from translate_app.web.views.review_tools import tools

RELEASE_PARAMETER = "release"
_PREVIEW_HEIGHT = 620
"""Pixels: what a small laptop shows of a dialog."""


def page(context: Context) -> None:
    """Draw the page of the release that the address names, or that was open last."""
    release_id = open_release(context)
    if release_id is None:
        _nothing_to_review(context)
        return
    try:
        reviewed = context.application.queries.release(release_id)
    except ReleaseNotFoundError as error:
        st.html(markup.tag("div", context.t.error(error), class_="notice error", role="alert"))
        _nothing_to_review(context)
        return
    release_id = reviewed.release.id
    state.set_release(release_id)
    if st.query_params.get(RELEASE_PARAMETER) != release_id:
        st.query_params[RELEASE_PARAMETER] = release_id
    _head(context, reviewed)
    follow(context, release_id)
    draw_editor(context, reviewed)


def open_release(context: Context) -> str | None:
    """Id of the release to show: from the address, from the session, or the newest one."""
    named = st.query_params.get(RELEASE_PARAMETER) or state.release()
    if named:
        return named
    summaries = context.application.queries.releases()
    return summaries[0].id if summaries else None


def _nothing_to_review(context: Context) -> None:
    _ = context.t.gettext
    st.html(
        markup.within(
            "div",
            markup.tag("b", _("No release is open.")),
            markup.tag("span", _("Choose one from the list, or add one there.")),
            class_="empty",
        )
    )
    st.page_link(context.pages["releases"], label=_("Go to the releases"))


def _head(context: Context, reviewed: ReviewedRelease) -> None:
    _ = context.t.gettext
    release = reviewed.release
    segments = [each.segment for each in reviewed.segments]
    title = markup.in_language("h1", release.display_title, release.source_language, class_="title")
    with st.container(key="title", horizontal=True, vertical_alignment="top", gap="small"):
        st.html(title, width="stretch")
        with st.container(key="actions", width="content"):
            st.fragment(_actions)(context, release.id)
    engines = [
        _("Drafts: {engine}").format(engine=label) for label in viewmodels.draft_engines(segments)
    ]
    published = [_published(context, each) for each in reviewed.publications[-1:]]
    work = context.application.work.get(release.id)
    facts = [
        *viewmodels.release_facts(release, context.t),
        *viewmodels.work_facts(work, datetime.now(UTC), context.t),
        *engines,
        *published,
    ]
    counts = viewmodels.state_counts(segments)
    with st.container(key="subtitle", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(markup.facts(facts), width="stretch")
        with st.container(key="tools", horizontal=True, width="content", gap="small"):
            if _wants_drafts(context, release.id, counts):
                st.button(
                    _("Draft the translation"),
                    key="draft",
                    on_click=partial(start_drafting, context, release.id),
                )
            st.fragment(tools)(context, release.id)
    if counts.get(SegmentState.APPROVED, 0) < len(segments):
        closable_engine_hint(context)


def _wants_drafts(context: Context, release_id: str, counts: Mapping[SegmentState, int]) -> bool:
    """Whether segments are empty and nobody is at work on them."""
    at_work = drafting_jobs(context.application).active(release_id)
    return bool(counts.get(SegmentState.EMPTY)) and not at_work


def _actions(context: Context, release_id: str) -> None:
    """Downloads and publishing, drawn anew when one of them is opened.

    The editor saves without drawing the page: what stands here may be older than the text.
    """
    if state.notices_are_due():
        st.rerun()  # something was published: the whole page has to say so
    _ = context.t.gettext
    reviewed = context.application.queries.release(release_id)
    with st.container(horizontal=True, width="content", gap="small"):
        if st.button(_("Preview"), key="preview"):
            st.dialog(_("The page as it would be published now"), width="large")(_preview)(
                context, release_id
            )
        with st.popover(_("Downloads"), key="downloads", on_change="rerun"):
            _downloads(context, release_id, reviewed.publications)
        decision = _decision(context, reviewed)
        weight: Literal["primary", "secondary"] = "primary" if decision.allowed else "secondary"
        # A new number is a new popover: the one that published is closed.
        key = f"publishing-{decision.number}"
        with st.popover(_("Publish…"), key=key, type=weight, on_change="rerun"):
            _publishing(context, reviewed, decision)


def _preview(context: Context, release_id: str) -> None:
    """The page of the draft, in a frame of its own: nothing of it reaches the page around."""
    page = context.application.export(release_id, "html", draft=True).content
    # As an address of its own it has another origin: it could not reach the application.
    address = f"data:text/html;charset=utf-8;base64,{b64encode(page).decode()}"
    st.iframe(address, height=_PREVIEW_HEIGHT, alt=context.t.gettext("Preview"))


def _published(context: Context, publication: Publication) -> str:
    return context.t.gettext("Version {number}, published on {date} by {name}").format(
        number=context.t.number(publication.number),
        date=context.t.datetime(publication.published_at),
        name=publication.published_by,
    )


def _downloads(context: Context, release_id: str, publications: Sequence[Publication]) -> None:
    _ = context.t.gettext
    if publications:
        latest = publications[-1]
        st.html(markup.tag("p", _published(context, latest), class_="lead"))
        download_buttons(context, release_id, latest.number)
    else:
        st.html(markup.tag("p", _("Nothing is published yet."), class_="lead"))
    st.html(markup.tag("p", _("The draft as it stands, marked as a draft:"), class_="lead"))
    download_buttons(context, release_id, draft=True)


def _decision(context: Context, reviewed: ReviewedRelease) -> PublishDecision:
    segments = [each.segment for each in reviewed.segments]
    latest = reviewed.publications[-1].number if reviewed.publications else 0
    published: set[tuple[int, str]] = set()
    if latest:
        edition = context.application.export.edition(reviewed.release.id, latest)
        published = {(s.number, s.target) for unit in edition.units for s in unit.segments}
    unchanged = viewmodels.same_targets(segments, published)
    return viewmodels.publish_decision(segments, latest, unchanged)


def _publishing(context: Context, reviewed: ReviewedRelease, decision: PublishDecision) -> None:
    t = context.t
    _ = t.gettext
    if decision.open_numbers:
        words = _("Segments that are not approved yet, by their numbers: {numbers}").format(
            numbers=viewmodels.number_list(decision.open_numbers, t)
        )
    elif decision.unchanged:
        words = _("Version {number} says the same already.").format(
            number=t.number(decision.number - 1)
        )
    else:
        words = _(
            "This makes version {number}, recorded under the name {name}. "
            "A published version never changes."
        ).format(number=t.number(decision.number), name=context.user)
    st.html(markup.tag("p", words, class_="lead"))
    comments = context.application.comments.of_release(reviewed.release.id)
    unresolved = sorted({comment.number for comment in comments if not comment.resolved})
    if unresolved:
        words = _("Segments with comments that are not resolved, by their numbers: {numbers}")
        numbers = viewmodels.number_list(unresolved, t)
        st.html(markup.tag("p", words.format(numbers=numbers), class_="lead wrong"))
    wrong = [
        each.segment.number
        for each in reviewed.segments
        if any(finding.severity is Severity.ERROR for finding in each.findings)
    ]
    if wrong:
        numbers = viewmodels.number_list(wrong, t)
        words = _("Segments with errors, by their numbers: {numbers}").format(numbers=numbers)
        st.html(markup.tag("p", words, class_="lead wrong"))
    st.button(
        _("Publish version {number}").format(number=t.number(decision.number)),
        key="publish",
        type="primary",
        disabled=not decision.allowed,
        on_click=partial(_publish, context, reviewed.release.id),
    )


def _publish(context: Context, release_id: str) -> None:
    def worded(publication: Publication) -> str:
        words = context.t.gettext("Version {number} is published.")
        return words.format(number=context.t.number(publication.number))

    attempt(context, lambda: context.application.publish(release_id, context.user), worded)
