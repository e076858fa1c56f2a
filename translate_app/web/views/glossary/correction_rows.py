"""A segment with a wrong name, before and after; a publication with such segments."""

from collections.abc import Sequence
from html import escape
from typing import Literal

import streamlit as st

from translate_app.domain.language import Language
from translate_app.domain.segment import Span
from translate_app.services.corrections import Correction, PublishedCorrection, PublishedPassage
from translate_app.web import labels, markup, viewmodels
from translate_app.web.context import Context
from translate_app.web.isolates import isolated
from translate_app.web.views.glossary import words
from translate_app.web.views.release_card import plain


def correction_row(context: Context, one: Correction, *, fixed: bool = False) -> bool:
    """Draw a segment; whether its checkbox is on. A `fixed` one has none."""
    t = context.t
    _ = t.gettext
    place = f"{one.release_id}-{one.number}"
    with st.container(key=f"card-{one.source_language.value}-correction-{place}"):
        number = _("Segment {number}").format(number=t.number(one.number))
        with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
            chosen = False
            if not fixed:
                chosen = st.checkbox(
                    _("Correct segment {number} of {title}").format(
                        number=t.number(one.number), title=plain(one.release_title)
                    ),
                    value=True,
                    # A segment that was changed since is another proposal.
                    key=f"correction-{place}-{one.version}",
                    label_visibility="collapsed",
                    width="content",
                )
            st.page_link(
                context.pages["review"],
                label=plain(f"{number} · {isolated(one.release_title)}"),
                query_params={"release": one.release_id, "segment": str(one.number)},
                width="stretch",
            )
        names = [words.both(entry) for entry in one.entries]
        facts = markup.facts((t.gettext(labels.STATES[one.state]), *names))
        lines = [markup.in_language("div", one.source, one.source_language, class_="said")]
        lines.append(_text(one.target, one.spans, one.target_language, "del"))
        if one.proposed is not None:
            lines.append(_text(one.proposed, one.proposed_spans, one.target_language, "ins"))
        for entry in one.missing:
            message = _("{name} is missing: a person has to put it in.")
            name = isolated(entry.name(one.target_language))
            lines.append(markup.tag("p", message.format(name=name), class_="lead wrong"))
        st.html(facts + "".join(lines))
    return chosen


def published_row(
    context: Context, publication: PublishedCorrection, *, fixed: bool
) -> list[Correction]:
    """Draw a publication; the corrections of its segments that can be made."""
    t = context.t
    _ = t.gettext
    language = publication.source_language
    with st.container(key=f"card-{language.value}-published-{publication.release_id}"):
        st.page_link(
            context.pages["review"],
            label=plain(publication.release_title),
            query_params={"release": publication.release_id},
        )
        facts = (
            _("version {number}").format(number=t.number(publication.number)),
            t.datetime(publication.published_at),
            publication.published_by,
        )
        passages = [_passage(context, one, language) for one in publication.passages]
        numbers = [one.number for one in publication.passages if one.correction is None]
        again = ""
        if numbers:
            message = _("Already changed since; only publish it anew: segments {numbers}.")
            again = message.format(numbers=viewmodels.number_list(numbers, t))
        st.html(
            markup.facts(facts)
            + "".join(passages)
            + (markup.tag("p", again, class_="lead") if again else "")
        )
    corrections = [one.correction for one in publication.passages if one.correction]
    return [] if fixed else [one for one in corrections if one.proposed is not None]


def _passage(context: Context, one: PublishedPassage, language: Language) -> str:
    t = context.t
    number = t.gettext("Segment {number}").format(number=t.number(one.number))
    source = markup.in_language("div", one.source, language, class_="said")
    lines = [markup.facts((number,)), source, _text(one.target, one.spans, language.other, "del")]
    if one.correction and one.correction.proposed is not None:
        after = one.correction
        lines.append(_text(after.proposed or "", after.proposed_spans, language.other, "ins"))
    return "".join(lines)


def _text(text: str, spans: Sequence[Span], language: Language, name: Literal["del", "ins"]) -> str:
    """A text whose wrong names are struck out, or whose new names are marked as such."""
    pieces, reached = [], 0
    for span in spans:
        pieces.append(escape(text[reached : span.start]))
        pieces.append(markup.tag(name, text[span.start : span.end]))
        reached = span.end
    pieces.append(escape(text[reached:]))
    return markup.within(
        "div",
        *pieces,
        class_="said text changes",
        lang=language.value,
        dir=language.direction.value,
    )
