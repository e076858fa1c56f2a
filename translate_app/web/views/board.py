"""What waits for the person who looks."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from translate_app.domain.work import Comment
from translate_app.services.release_work import PlannedRelease
from translate_app.web import markup
from translate_app.web.context import Context
from translate_app.web.views.notices import attempt
from translate_app.web.views.pretranslation import follow
from translate_app.web.views.release_card import plain, release_card, tell_moved


def page(context: Context) -> None:
    """Draw the page."""
    t = context.t
    _ = t.gettext
    board = context.application.work.board(context.user)
    st.html(markup.tag("h1", _("Board"), class_="title"))
    place = st.container()
    follow(context)
    sections = (
        ("late", _("Overdue"), board.overdue),
        ("translate", _("For you to translate"), board.mine_to_translate),
        ("review", _("For you to review"), board.mine_to_review),
        ("publish", _("To publish"), board.to_publish),
        ("free", _("Nobody translates these yet"), board.unassigned),
    )
    if not board.mentions and not any(releases for _key, _title, releases in sections):
        _empty(context)
        tell_moved(place)
        return
    _mentions(context, board.mentions)
    shown: set[str] = set()
    for key, title, releases in sections:
        # What is overdue is not shown a second time below.
        _section(context, key, title, [p for p in releases if p.summary.id not in shown])
        shown |= {planned.summary.id for planned in releases}
    tell_moved(place)


def _empty(context: Context) -> None:
    _ = context.t.gettext
    st.html(
        markup.within(
            "div",
            markup.tag("b", _("Nothing waits for you.")),
            markup.tag("span", _("Add a release, or take one from the list.")),
            class_="empty",
        )
    )
    st.page_link(context.pages["releases"], label=_("To the releases"))


def _section(context: Context, key: str, title: str, releases: Sequence[PlannedRelease]) -> None:
    if not releases:
        return
    _heading(context, title, len(releases))
    for planned in releases:
        release_card(context, planned, key)


def _heading(context: Context, title: str, count: int) -> None:
    number = markup.tag("span", context.t.number(count), class_="count")
    st.html(markup.within("h2", markup.tag("span", title), " ", number, class_="part"))


def _mentions(context: Context, comments: Sequence[Comment]) -> None:
    if not comments:
        return
    t = context.t
    _ = t.gettext
    _heading(context, _("Comments for you"), len(comments))
    releases = {each.id: each for each in context.application.queries.releases()}
    for comment in comments:
        release = releases[comment.release_id]
        with st.container(key=f"card-{release.source_language.value}-comment-{comment.id}"):
            segment = _("Segment {number}").format(number=t.number(comment.number))
            st.html(markup.facts((comment.by, t.datetime(comment.at), segment)))
            st.html(markup.tag("div", comment.text, class_="said", dir="auto"))
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.page_link(
                    context.pages["review"],
                    label=plain(release.display_title),
                    query_params={"release": comment.release_id, "segment": str(comment.number)},
                    width="stretch",
                )
                st.button(
                    _("Done"),
                    key=f"resolve-{comment.id}",
                    on_click=partial(_resolve, context, comment.id),
                )


def _resolve(context: Context, comment_id: int) -> None:
    attempt(context, lambda: context.application.comments.resolve(comment_id, context.user))
