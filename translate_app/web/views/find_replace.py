"""Find and replace in the translations of a release: a look first, and a way back."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

import streamlit as st

from translate_app.domain.language import Language
from translate_app.domain.segment import Segment
from translate_app.services.queries import ReviewedRelease
from translate_app.services.search_replace import Replacement, Search
from translate_app.web import markup, state
from translate_app.web.context import Context
from translate_app.web.isolates import finding_words
from translate_app.web.views.notices import attempt

_SHOWN: Final = 30
"""Replacements that the preview shows."""


def find_and_replace(context: Context, reviewed: ReviewedRelease) -> None:
    """Draw the form, what replacing would do, and the way back from what was done last."""
    t = context.t
    _ = t.gettext
    release = reviewed.release
    _way_back(context, release.id)
    st.html(markup.tag("p", _("In the translations of this release"), class_="lead"))
    text = st.text_input(_("Find"), key="replace_find", autocomplete="off")
    words = st.text_input(_("Put in its place"), key="replace_with", autocomplete="off")
    folded = st.checkbox(_("Forgive capitals, vowel signs and hamza"), key="replace_folded")
    whole = st.checkbox(_("Whole words only"), key="replace_whole")
    if not text:
        return
    search = Search(text, folded=folded, whole_word=whole)
    found = context.application.search_replace.preview(release.id, search, words)
    if not found:
        st.html(markup.tag("p", _("No translation has it."), class_="lead", role="status"))
        return
    left_out = _look(context, found, release.target_language)
    settled = sum(each.settled for each in found)
    reopen = bool(settled) and st.checkbox(
        _("Approved ones too ({number}); they are open again then").format(
            number=t.number(settled)
        ),
        key="replace_approved",
    )
    chosen = [
        each for each in found if (reopen or not each.settled) and each.number not in left_out
    ]
    versions = {each.number: each.version for each in chosen}
    replacing = context.application.search_replace.apply
    st.button(
        t.ngettext(
            "Replace in {number} segment", "Replace in {number} segments", len(chosen)
        ).format(number=t.number(len(chosen))),
        key="replace",
        type="primary",
        disabled=not chosen,
        on_click=partial(
            _change,
            context,
            release.id,
            partial(
                replacing, release.id, search, words, versions, context.user, reopen_approved=reopen
            ),
            opened=reopen,
        ),
    )


def _look(context: Context, found: Sequence[Replacement], language: Language) -> set[int]:
    """The texts as they would be, and what the checks would say of them.

    Returns the numbers of the segments that the person takes out.
    """
    t = context.t
    spoilt = sum(bool(each.findings) for each in found)
    if spoilt:
        words = t.ngettext(
            "In {number} segment the checks would find something that they do not find now.",
            "In {number} segments the checks would find something that they do not find now.",
            spoilt,
        )
        text = words.format(number=t.number(spoilt))
        st.html(markup.tag("p", text, class_="lead wrong", role="status"))
    # Those that something speaks against must be among the ones that are shown.
    shown = sorted(found, key=lambda each: not each.findings)[:_SHOWN]
    left_out = set()
    for each in shown:
        with st.container(key=f"replacement-{each.number}", horizontal=True, gap="small"):
            # Of another version the person has not said anything yet.
            key = f"replace-{each.number}-{each.version}"
            if not st.checkbox(t.number(each.number), value=True, key=key):
                left_out.add(each.number)
            st.html(_texts(context, each, language), width="stretch")
    if len(found) > _SHOWN:
        left = len(found) - _SHOWN
        more = t.ngettext("and {number} more", "and {number} more", left)
        st.html(markup.tag("p", more.format(number=t.number(left)), class_="lead"))
    return left_out


def _texts(context: Context, each: Replacement, language: Language) -> str:
    t = context.t
    before = markup.within("div", markup.marked(each.before, each.spans, "del"))
    after = markup.within("div", markup.marked(each.after, each.new_spans, "ins"))
    sides = {"lang": language.value, "dir": language.direction.value}
    findings = [
        markup.tag("p", finding_words(finding, t), class_="wrong") for finding in each.findings
    ]
    texts = markup.within("div", before, after, **sides)
    return markup.within("div", texts, *findings, class_="replacement")


def _way_back(context: Context, release_id: str) -> None:
    """What was replaced last in this release, while it can be taken back."""
    replaced, opened = state.replaced(release_id)
    if not replaced:
        return
    t = context.t
    taking = context.application.search_replace.take_back
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        words = t.ngettext(
            "{number} segment was changed.", "{number} segments were changed.", len(replaced)
        )
        st.html(markup.tag("p", words.format(number=t.number(len(replaced))), class_="lead"))
        st.button(
            t.gettext("Take it back"),
            key="replace_back",
            on_click=partial(
                _change,
                context,
                release_id,
                partial(taking, release_id, replaced, context.user),
                opened=opened,
                back=True,
            ),
        )


def _change(
    context: Context,
    release_id: str,
    change: Callable[[], Sequence[Segment]],
    *,
    opened: bool,
    back: bool = False,
) -> None:
    """Carry out `change`, tell what it did, and remember the way back from it.

    `opened` says whether approved segments were among those that were replaced.
    """
    t = context.t

    def worded(changed: Sequence[Segment]) -> str:
        versions = {segment.number: segment.version for segment in changed}
        state.set_replaced(release_id, {} if back else versions, opened)
        text = t.ngettext(
            "{number} segment was changed.", "{number} segments were changed.", len(changed)
        )
        if back:
            text = t.ngettext(
                "{number} segment has its former text again.",
                "{number} segments have their former texts again.",
                len(changed),
            )
        told = text.format(number=t.number(len(changed)))
        if back and opened:
            told += " " + t.gettext("What was approved before is open: a person approves it anew.")
        return told

    attempt(context, change, worded)
