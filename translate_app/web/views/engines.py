"""Part of the settings: the engines of this home by language pair: packages and servers."""

from collections.abc import Sequence

import streamlit as st

from translate_app.domain.engine import EngineKind, InstalledPackage
from translate_app.domain.language import LanguagePair
from translate_app.errors import SettingsFileError
from translate_app.services.engines import ListedEngine
from translate_app.web import labels, markup, viewmodels
from translate_app.web.context import Context
from translate_app.web.views.engine_hint import COMMAND, engine_hint, install_hint


def part(context: Context) -> None:
    """Draw the engines, a part of the settings."""
    _ = context.t.gettext
    listed = _listed(context)
    engine_hint(context)
    if not listed:
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
    for pair in dict.fromkeys(each.package.info.pair for each in listed):
        _pair(context, pair, [each for each in listed if each.package.info.pair == pair])
    kinds = {each.package.info.kind for each in listed if not each.package.problem}
    if EngineKind.FIREFOX not in kinds:
        text = _("Firefox Translations gives the best drafts of the free engines. To install it:")
        install_hint(text, f"{COMMAND} firefox")


def _listed(context: Context) -> Sequence[ListedEngine]:
    """Every engine; where a settings file makes no sense, that is said beside the packages."""
    try:
        return context.application.list_engines()
    except SettingsFileError as error:
        st.html(markup.tag("div", context.t.error(error), class_="notice error", role="alert"))
        packages = context.application.models.installed()
        return [ListedEngine(package, is_preferred=False) for package in packages]


def _pair(context: Context, pair: LanguagePair, listed: Sequence[ListedEngine]) -> None:
    words = viewmodels.pair_text(pair.source, pair.target, context.t)
    st.html(markup.tag("h2", words, class_="part"))
    for each in listed:
        _card(context, each)
    if not any(each.is_preferred for each in listed):
        text = context.t.gettext("No engine of this pair works: nothing can be drafted.")
        st.html(markup.tag("div", text, class_="notice error"))


def _card(context: Context, listed: ListedEngine) -> None:
    _ = context.t.gettext
    package = listed.package
    info = package.info
    # The place tells two packages of one name and pair apart: an old version may lie there.
    key = f"card-engine-{info.name}-{info.pair}-{info.version}"
    with st.container(key="".join(c if c.isalnum() else "-" for c in key)):
        chips = [markup.chip(_("works"), "ok")]
        if package.problem:
            chips = [markup.chip(_("cannot be used"), "bad")]
        elif listed.is_preferred:
            chips.insert(0, markup.chip(_("drafts where nobody asks for another"), "edit"))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            name = _(labels.ENGINE_KINDS[info.kind])
            st.html(markup.tag("div", name, class_="name"), width="stretch")
            st.html(markup.within("div", *chips, class_="meta"), width="content")
        version = _("package version {number}").format(number=info.version)
        st.html(markup.facts((info.name, version)))
        if package.problem:
            words = markup.tag("span", _(package.problem), dir="auto")
            st.html(markup.within("div", words, class_="notice error"))
        st.html(_origin(package, context))


def _origin(package: InstalledPackage, context: Context) -> str:
    """Address of a server, checksum of a package."""
    _ = context.t.gettext
    server = package.info.kind is EngineKind.SERVER
    label = _("Address") if server else _("Checksum (SHA-256)")
    code = markup.tag("code", package.path if server else package.checksum, dir="ltr")
    return markup.within("div", markup.tag("span", label), code, class_="meta checksum")
