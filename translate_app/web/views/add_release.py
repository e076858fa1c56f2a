"""The form for a new release: paste a text or upload a file."""

from functools import partial

import streamlit as st

from translate_app.domain.language import Language
from translate_app.domain.release import first_words
from translate_app.errors import TranslateAppError
from translate_app.services.ingest_release import IngestReport
from translate_app.web import labels, markup, state
from translate_app.web.context import Context
from translate_app.web.notice import Notice
from translate_app.web.views.pretranslation import start_drafting

_TYPES = (".txt", ".md", ".html", ".htm")
_LARGEST_UPLOAD = 200
"""Mebibytes that the browser may send: what is too large is said in our own words."""
_LANGUAGE_KEY = "language_of_text"
_DETECT = "auto"
_CLIENT_KEY = "client_of_text"
_DRAFT_KEY = "draft_at_once"
_SHOWN_DROPPED = 20


def add_release(context: Context, *, expanded: bool) -> None:
    """Draw the form; what was typed stays while other pages are looked at."""
    _ = context.t.gettext
    text_key, file_key = f"paste-{state.form_round()}", f"upload-{state.form_round()}"
    open_now = expanded or state.form_is_kept_open()
    with st.expander(_("Add a release"), expanded=open_now, key="add_release"):
        _choices(context)  # before the buttons, for those who go by Tab
        paste, upload = st.tabs([_("Paste a text"), _("Upload a file")])
        with paste:
            st.text_area(
                _("Text of the release, English or Arabic"),
                value=state.pasted(),
                key=text_key,
                height=180,
                on_change=partial(_keep, text_key),
                placeholder=_("Headline, date and paragraphs, as they stand on the page"),
            )
            st.button(
                _("Add the text"),
                key="add_text",
                type="primary",
                on_click=partial(_add_text, context, text_key),
            )
        with upload:
            localise_uploader(context)
            st.file_uploader(
                _("A text or a saved web page (txt, md, html; up to 5 MB)"),
                key=file_key,
                max_upload_size=_LARGEST_UPLOAD,
            )
            st.button(
                _("Add the file"),
                key="add_file",
                type="primary",
                on_click=partial(_add_file, context, file_key),
            )


def _choices(context: Context) -> None:
    """What is said of a text before it is added."""
    t = context.t
    _ = t.gettext
    st.pills(
        _("Language of the text"),
        (_DETECT, *Language),
        default=_DETECT,
        required=True,
        format_func=lambda each: _("Detect") if each == _DETECT else t.language_name(each),
        key=_LANGUAGE_KEY,
    )
    clients = context.application.clients.names()
    if clients:
        st.selectbox(
            _("Client, or client/project"),
            ("", *clients),
            format_func=lambda name: name or _("no client"),
            accept_new_options=True,
            key=_CLIENT_KEY,
            width=320,
        )
    st.checkbox(_("Draft the translation at once"), value=True, key=_DRAFT_KEY)


def _keep(key: str) -> None:
    state.set_pasted(str(state.widget_value(key) or ""))


def _add_text(context: Context, key: str) -> None:
    _ = context.t.gettext
    text = str(state.widget_value(key) or "")
    state.set_pasted(text)
    try:
        report = context.application.ingest.text(
            text, _("The pasted text"), _language(), client=_client()
        )
    except TranslateAppError as error:
        _refused(context.t.error(error))
        return
    _added(context, report)


def _add_file(context: Context, key: str) -> None:
    _ = context.t.gettext
    uploaded = state.uploaded(key)
    if uploaded is None:
        _refused(_("Choose a file first."))
        return
    name, content = uploaded
    if not name.lower().endswith(_TYPES):
        words = _("{name} is of a kind that cannot be read: choose a txt, md or html file.")
        _refused(words.format(name=name))
        return
    try:
        report = context.application.ingest.upload(name, content, _language(), client=_client())
    except TranslateAppError as error:
        _refused(context.t.error(error))
        return
    _added(context, report)


def _refused(words: str) -> None:
    """Say why nothing was added; the form stays open with what is in it."""
    state.keep_form_open()
    state.notify(Notice("error", words))


def _language() -> Language | None:
    """The language that the person named; None leaves it to the program."""
    chosen = state.widget_value(_LANGUAGE_KEY)
    return chosen if isinstance(chosen, Language) else None


def _client() -> str:
    """The client, or `client/project`, that the person named; empty for none."""
    return str(state.widget_value(_CLIENT_KEY) or "").strip()


def _added(context: Context, report: IngestReport) -> None:
    """Tell what came in, what was known already and what was left out; queue the drafts."""
    t = context.t
    new = [each.release for each in report.releases if each.is_new]
    known = [each.release for each in report.releases if not each.is_new]
    if new:
        words = t.ngettext("{number} release was added.", "{number} releases were added.", len(new))
        titles = tuple(release.display_title for release in new)
        state.notify(Notice("done", words.format(number=t.number(len(new))), titles))
    if known:
        words = t.ngettext(
            "{number} release was there already.",
            "{number} releases were there already.",
            len(known),
        )
        titles = tuple(release.display_title for release in known)
        state.notify(Notice("note", words.format(number=t.number(len(known))), titles))
    if report.dropped:
        lines = [
            f"{t.gettext(labels.DROP_REASONS[each.reason])}: {first_words(each.text, 100)}"
            for each in report.dropped
        ]
        words = t.ngettext(
            "{number} passage was left out.", "{number} passages were left out.", len(lines)
        )
        more = ("…",) if len(lines) > _SHOWN_DROPPED else ()
        details = (*lines[:_SHOWN_DROPPED], *more)
        state.notify(Notice("note", words.format(number=t.number(len(lines))), details))
    if state.widget_value(_DRAFT_KEY) is not False:
        for release in new:
            start_drafting(context, release.id)
    state.clear_form()


def localise_uploader(context: Context) -> None:
    """The words in the drop zone, where Streamlit has none that a person can use."""
    words = markup.css_text(context.t.gettext("Drop a file here"))
    st.html(f"<style>:root{{--drop-here:{words}}}</style>")
