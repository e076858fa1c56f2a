"""Small pieces that several parts of the page draw."""

from functools import partial

import streamlit as st

from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.language import Language
from translate_app.web import glossary_state, labels, markup
from translate_app.web.context import Context
from translate_app.web.views.glossary import words


def empty(title: str, advice: str) -> None:
    """Say that there is nothing, and what to do."""
    st.html(
        markup.within("div", markup.tag("b", title), markup.tag("span", advice), class_="empty")
    )


def heading(context: Context, title: str, count: int) -> None:
    """A heading with the number of what stands under it."""
    number = markup.tag("span", context.t.number(count), class_="count")
    st.html(markup.within("h2", markup.tag("span", title), " ", number, class_="part"))


def more(context: Context, part: str, shown: int, total: int, step: int) -> None:
    """The button that shows the next rows of a part, where there are any."""
    if total > shown:
        st.button(
            context.t.gettext("Show more"),
            key=f"more-{part}",
            on_click=partial(glossary_state.show, part, shown + step),
        )


def names(context: Context, entry: GlossaryEntry) -> str:
    """Both names side by side with their variants, the type, and the status unless in use."""
    _ = context.t.gettext
    kind = markup.tag("span", _(labels.ENTRY_TYPES[entry.type]), class_="kind")
    facts = [kind]
    if entry.status in words.STATUSES and words.STATUS_TONES[entry.status] != "ok":
        status = _(words.STATUSES[entry.status])
        facts.append(markup.chip(status, words.STATUS_TONES[entry.status]))
    if entry.scope:
        facts.append(markup.chip(entry.scope))
    return markup.within(
        "div",
        _name(entry, Language.ENGLISH),
        _name(entry, Language.ARABIC),
        markup.within("div", *facts, class_="facts"),
        class_="entry",
    )


def _name(entry: GlossaryEntry, language: Language) -> str:
    name, *variants = entry.forms(language)
    separator = "، " if language is Language.ARABIC else ", "
    others = markup.tag("small", separator.join(variants)) if variants else ""
    return markup.within(
        "div",
        markup.tag("b", name),
        others,
        class_="side",
        lang=language.value,
        dir=language.direction.value,
    )
