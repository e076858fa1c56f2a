"""Names from files, with a look at what they would change, and names into files."""

import hashlib
from functools import partial
from typing import Final

import streamlit as st

from translate_app.errors import TranslateAppError
from translate_app.services.glossary_files import ImportPreview
from translate_app.web import glossary_state, markup, state
from translate_app.web.context import Context
from translate_app.web.glossary_state import Outcome
from translate_app.web.views.add_release import localise_uploader
from translate_app.web.views.glossary import words
from translate_app.web.views.glossary.outcome import act, undoable
from translate_app.web.views.glossary.pieces import heading, names
from translate_app.web.views.glossary.steps import changes_table

_SHOWN: Final = 50
_SKIP: Final = "skip_clashing"
_FORMATS: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "tbx": "application/x-tbx",
}


def part(context: Context) -> None:
    """Draw the part."""
    _ = context.t.gettext
    st.html(markup.tag("h2", _("Import"), class_="part"))
    localise_uploader(context)
    key = f"glossary_file-{glossary_state.upload_round()}"
    st.file_uploader(_("A file of names (csv, xlsx, tbx)"), key=key)
    uploaded = state.uploaded(key)
    if uploaded is not None:
        _preview(context, *uploaded)
    _export(context)


def _preview(context: Context, name: str, content: bytes) -> None:
    digest = hashlib.sha256(name.encode() + b"\0" + content).hexdigest()
    preview = glossary_state.preview(digest)
    if preview is None:
        try:
            preview = context.application.glossary_files.preview(content, name)
        except TranslateAppError as error:
            message = words.refusal(error, context.t)
            st.html(markup.tag("div", message, class_="notice error", role="alert"))
            return
        glossary_state.set_preview(digest, preview)
    _summary(context, preview)
    _clashes(context, preview)
    skip = preview.clashing if state.widget_value(_SKIP) and preview.clashes else frozenset()
    _added(context, preview)
    _changed(context, preview)
    count = len(preview.added) + len(preview.changed) - len(skip)
    t = context.t
    text = t.ngettext("Import {number} name", "Import {number} names", count)
    st.button(
        text.format(number=t.number(count)),
        key="import",
        type="primary",
        disabled=not count,
        on_click=partial(_import, context, preview, skip),
    )


def _summary(context: Context, preview: ImportPreview) -> None:
    t = context.t
    _ = t.gettext
    counts = (
        _("new: {number}").format(number=t.number(len(preview.added))),
        _("changed: {number}").format(number=t.number(len(preview.changed))),
        _("as they are: {number}").format(number=t.number(preview.unchanged)),
        _("clashes: {number}").format(number=t.number(len(preview.clashes))),
    )
    lines = [markup.within("li", markup.tag("bdi", line)) for line in preview.notes]
    st.html(
        markup.within(
            "div",
            markup.tag("b", _("What the file would do")),
            markup.facts(counts),
            markup.within("ul", *lines) if lines else "",
            class_="notice note",
            role="status",
        )
    )


def _clashes(context: Context, preview: ImportPreview) -> None:
    t = context.t
    _ = t.gettext
    if not preview.clashes:
        return
    heading(context, _("Clashes"), len(preview.clashes))
    items = [
        markup.within(
            "li",
            markup.tag("i", "", class_=f"dot {words.WEIGHT_TONES[one.weight]}"),
            markup.within(
                "span",
                markup.tag("span", words.said(one, t)),
                markup.within("small", *(markup.tag("code", key, dir="ltr") for key in one.keys)),
            ),
        )
        for one in preview.clashes[:_SHOWN]
    ]
    st.html(markup.within("ul", *items, class_="warnings"))
    _others(context, len(preview.clashes))
    st.toggle(_("Leave out the names that clash"), key=_SKIP)


def _added(context: Context, preview: ImportPreview) -> None:
    if preview.added:
        heading(context, context.t.gettext("New names"), len(preview.added))
        rows = [
            markup.within("div", names(context, entry), class_="entry-row")
            for entry in preview.added[:_SHOWN]
        ]
        st.html(markup.within("div", *rows, class_="entry-rows"))
        _others(context, len(preview.added))


def _changed(context: Context, preview: ImportPreview) -> None:
    if preview.changed:
        heading(context, context.t.gettext("Changed names"), len(preview.changed))
        for planned in preview.changed[:_SHOWN]:
            st.html(
                markup.within(
                    "div",
                    markup.tag("div", words.both(planned.after), class_="name"),
                    markup.within(
                        "div", markup.tag("code", planned.after.key, dir="ltr"), class_="meta"
                    ),
                    changes_table(context, planned.fields),
                    class_="entry-rows padded",
                )
            )
        _others(context, len(preview.changed))


def _others(context: Context, total: int) -> None:
    """Say how many more there are than are shown."""
    t = context.t
    left = total - _SHOWN
    if left > 0:
        text = t.ngettext("and {number} more", "and {number} more", left)
        st.html(markup.tag("p", text.format(number=t.number(left)), class_="lead"))


def _import(context: Context, preview: ImportPreview, skip: frozenset[str]) -> None:
    """Store what the preview shows, in a callback."""
    t = context.t

    def action() -> Outcome:
        done = context.application.glossary_files.apply(preview, context.user, skip)
        text = t.gettext("Names added: {added}, changed: {changed}, unchanged: {unchanged}.")
        keys = [entry.key for entry in preview.added]
        keys += [one.after.key for one in preview.changed]
        wanted = [key for key in keys if key not in skip]
        return Outcome(
            text.format(
                added=t.number(done.added),
                changed=t.number(done.changed),
                unchanged=t.number(done.unchanged),
            ),
            undo=undoable(context, wanted, preview.revision),
        )

    if act(context, action):
        glossary_state.clear_upload()
    else:
        glossary_state.forget_preview()


def _export(context: Context) -> None:
    _ = context.t.gettext
    st.html(markup.tag("h2", _("Export"), class_="part"))
    text = _("The whole termbase, retired names and candidates included.")
    st.html(markup.tag("p", text, class_="lead"))
    with st.container(horizontal=True, gap="small"):
        for name, media_type in _FORMATS.items():
            st.download_button(
                name.upper(),
                data=partial(context.application.glossary_files.export, name),
                file_name=f"glossary.{name}",
                mime=media_type,
                key=f"export-{name}",
                on_click="ignore",
            )
