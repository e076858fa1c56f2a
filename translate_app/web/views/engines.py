"""The installed engine packages."""

import streamlit as st

from translate_app.domain.engine import InstalledPackage
from translate_app.web import labels, markup, viewmodels
from translate_app.web.context import Context
from translate_app.web.views.engine_hint import COMMAND, engine_hint


def page(context: Context) -> None:
    """Draw the page."""
    _ = context.t.gettext
    st.html(markup.tag("h1", _("Engines"), class_="title"))
    packages = context.application.models.installed()
    engine_hint(context)
    if not packages:
        st.html(
            markup.within(
                "div",
                markup.tag("b", _("No engine is installed: nothing can be drafted.")),
                markup.tag("span", _("Install one with this command:")),
                " ",
                markup.tag("code", COMMAND, dir="ltr"),
                class_="empty",
            )
        )
        return
    for package in packages:
        _card(context, package)


def _card(context: Context, package: InstalledPackage) -> None:
    t = context.t
    _ = t.gettext
    info = package.info
    with st.container(key=f"card-engine-{info.name}-{info.pair}"):
        works = (_("works"), "ok") if not package.problem else (_("cannot be used"), "bad")
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            name = _(labels.ENGINE_KINDS[info.kind])
            st.html(markup.tag("div", name, class_="name"), width="stretch")
            st.html(markup.chip(*works), width="content")
        pair = viewmodels.pair_text(info.pair.source, info.pair.target, t)
        version = _("version {number}").format(number=info.version)
        st.html(markup.facts((pair, version, info.label)))
        if package.problem:
            st.html(
                markup.tag(
                    "div", context.t.gettext(package.problem), class_="notice error", dir="auto"
                )
            )
        checksum = markup.tag("code", package.checksum, dir="ltr")
        label = markup.tag("span", _("Checksum (SHA-256)"))
        st.html(markup.within("div", label, checksum, class_="meta checksum"))
