"""What has been published, newest first, with its downloads."""

import streamlit as st

from translate_app.domain.release import Publication, Release
from translate_app.web import markup
from translate_app.web.context import Context
from translate_app.web.views.downloads import download_buttons


def page(context: Context) -> None:
    """Draw the page."""
    _ = context.t.gettext
    st.html(markup.tag("h1", _("Publications"), class_="title"))
    queries = context.application.queries
    published = [
        (reviewed.release, publication)
        for summary in queries.releases()
        if summary.latest_publication
        for reviewed in [queries.release(summary.id)]
        for publication in reviewed.publications
    ]
    published.sort(key=lambda pair: pair[1].published_at, reverse=True)
    if not published:
        st.html(
            markup.within(
                "div",
                markup.tag("b", _("Nothing is published yet.")),
                markup.tag("span", _("Approve every segment of a release, then publish it.")),
                class_="empty",
            )
        )
    for release, publication in published:
        _card(context, release, publication)


def _card(context: Context, release: Release, publication: Publication) -> None:
    t = context.t
    _ = t.gettext
    key = f"card-{release.source_language.value}-{release.id}-{publication.number}"
    with st.container(key=key):
        title = markup.in_language(
            "div", release.display_title, release.source_language, class_="name"
        )
        version = _("version {number}").format(number=t.number(publication.number))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(title, width="stretch")
            st.html(markup.chip(version, "ok"), width="content")
        st.html(
            markup.facts(
                (
                    t.datetime(publication.published_at),
                    publication.published_by,
                    t.language_name(release.target_language.value),
                )
            )
        )
        checksum = markup.tag("code", publication.checksum, dir="ltr")
        label = markup.tag("span", _("Checksum (SHA-256)"))
        st.html(markup.within("div", label, checksum, class_="meta checksum"))
        download_buttons(context, release.id, publication.number)
