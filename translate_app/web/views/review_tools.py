"""What one does to a whole release: find and replace, approve in bulk, say who is meant."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from translate_app.domain.glossary import GlossaryEntry, GlossaryMatch
from translate_app.errors import TranslateAppError
from translate_app.services.queries import ReviewedRelease
from translate_app.services.review_segment import bulk_candidates
from translate_app.services.search_replace import Replacement, Search
from translate_app.web import markup, state
from translate_app.web.context import Context
from translate_app.web.notice import Notice

_SHOWN: Final = 30
"""Replacements that the preview shows."""
_SURE: Final = 60
"""Confidence that bulk approval begins with."""


def tools(context: Context, reviewed: ReviewedRelease) -> None:
    """Draw the tools; one that has nothing to do is left out."""
    _ = context.t.gettext
    with st.popover(_("Find and replace…"), key="replacing"):
        _replacing(context, reviewed)
    if bulk_candidates(reviewed.segments, 0):
        with st.popover(_("Approve in bulk…"), key="bulk"):
            _bulk(context, reviewed)
    rivals = _undecided(reviewed)
    if rivals:
        title = _("Names to choose ({number})").format(number=context.t.number(len(rivals)))
        with st.popover(title, key="namesakes"):
            for match in rivals:
                _namesakes(context, reviewed, match)


def _replacing(context: Context, reviewed: ReviewedRelease) -> None:
    t = context.t
    _ = t.gettext
    language = reviewed.release.target_language
    st.html(markup.tag("p", _("In the translations of this release"), class_="lead"))
    text = st.text_input(_("Find"), key="replace_find", autocomplete="off")
    words = st.text_input(_("Put in its place"), key="replace_with", autocomplete="off")
    folded = st.checkbox(_("Forgive capitals, vowel signs and hamza"), key="replace_folded")
    whole = st.checkbox(_("Whole words only"), key="replace_whole")
    if not text:
        return
    search = Search(text, folded=folded, whole_word=whole)
    found = context.application.search_replace.preview(reviewed.release.id, search, words)
    if not found:
        st.html(markup.tag("p", _("No translation has it."), class_="lead", role="status"))
        return
    for each in found[:_SHOWN]:
        before = markup.marked(each.before, each.spans, "del")
        number = markup.tag("b", t.number(each.number))
        after = markup.tag("div", each.after)
        attributes = {"lang": language.value, "dir": language.direction.value}
        row = markup.within(
            "div",
            markup.within("div", number),
            markup.within("div", markup.within("div", before), after, **attributes),
            class_="replacement",
        )
        st.html(row)
    if len(found) > _SHOWN:
        left = len(found) - _SHOWN
        more = t.ngettext("and {number} more", "and {number} more", left)
        st.html(markup.tag("p", more.format(number=t.number(left)), class_="lead"))
    settled = sum(each.settled for each in found)
    reopen = bool(settled) and st.checkbox(
        _("Approved ones too ({number}); they are open again then").format(
            number=t.number(settled)
        ),
        key="replace_approved",
    )
    chosen = [each for each in found if reopen or not each.settled]
    st.button(
        t.ngettext(
            "Replace in {number} segment", "Replace in {number} segments", len(chosen)
        ).format(number=t.number(len(chosen))),
        key="replace",
        type="primary",
        disabled=not chosen,
        on_click=partial(_replace, context, reviewed.release.id, search, words, chosen, reopen),
    )


def _replace(
    context: Context,
    release_id: str,
    search: Search,
    words: str,
    chosen: Sequence[Replacement],
    reopen: bool,
) -> None:
    versions = {each.number: each.version for each in chosen}
    try:
        changed = context.application.search_replace.apply(
            release_id, search, words, versions, context.user, reopen_approved=reopen
        )
    except TranslateAppError as error:
        state.notify(Notice("error", context.t.error(error)))
        return
    text = context.t.ngettext(
        "{number} segment was changed.", "{number} segments were changed.", len(changed)
    )
    state.notify(Notice("done", text.format(number=context.t.number(len(changed)))))


def _bulk(context: Context, reviewed: ReviewedRelease) -> None:
    t = context.t
    _ = t.gettext
    words = _(
        "Machine drafts that nobody has edited and in which the checks found nothing. "
        "They are recorded as approved in bulk."
    )
    st.html(markup.tag("p", words, class_="lead"))
    least = st.number_input(
        _("Confidence of at least"), 0, 100, _SURE, step=5, key="bulk_confidence"
    )
    sure = bulk_candidates(reviewed.segments, int(least))
    st.button(
        t.ngettext("Approve {number} segment", "Approve {number} segments", len(sure)).format(
            number=t.number(len(sure))
        ),
        key="bulk_approve",
        type="primary",
        disabled=not sure,
        on_click=partial(_approve, context, reviewed.release.id, int(least)),
    )


def _approve(context: Context, release_id: str, least: int) -> None:
    try:
        approved = context.application.review.bulk_approve(release_id, least, context.user)
    except TranslateAppError as error:
        state.notify(Notice("error", context.t.error(error)))
        return
    text = context.t.ngettext(
        "{number} segment was approved.", "{number} segments were approved.", len(approved)
    )
    state.notify(Notice("done", text.format(number=context.t.number(len(approved)))))


def _undecided(reviewed: ReviewedRelease) -> list[GlossaryMatch]:
    """The names of the release that several entries share, each once."""
    found: dict[str, GlossaryMatch] = {}
    for each in reviewed.segments:
        for match in each.source_matches:
            if match.rivals:
                found.setdefault(match.surface, match)
    return list(found.values())


def _namesakes(context: Context, reviewed: ReviewedRelease, match: GlossaryMatch) -> None:
    _ = context.t.gettext
    release = reviewed.release
    entries = (match.entry, *match.rivals)
    st.radio(
        _("Who or what is {name}?").format(name=match.surface),
        entries,
        index=None,
        format_func=partial(_named, context),
        key=f"meant-{release.id}-{match.surface}",
        on_change=partial(_choose, context, release.id, match.surface),
    )


def _named(context: Context, entry: GlossaryEntry) -> str:
    """An entry in a list of namesakes: both names, and what tells it from the others."""
    told = entry.note.splitlines()[0] if entry.note else entry.key
    return f"{entry.en} = {entry.ar} ({told})"


def _choose(context: Context, release_id: str, surface: str) -> None:
    entry = state.widget_value(f"meant-{release_id}-{surface}")
    if not isinstance(entry, GlossaryEntry):
        return
    try:
        context.application.name_choices.choose(release_id, surface, entry.key, context.user)
    except TranslateAppError as error:
        state.notify(Notice("error", context.t.error(error)))
