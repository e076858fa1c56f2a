"""Names that releases mention and the termbase lacks: accept them or say that they are none."""

from functools import partial
from typing import Final

import streamlit as st

from translate_app.domain.candidate import CandidateContext, NameCandidate
from translate_app.domain.glossary import EntryType
from translate_app.domain.language import Language
from translate_app.errors import ReleaseNotFoundError
from translate_app.web import glossary_state, labels, markup, state
from translate_app.web.context import Context
from translate_app.web.glossary_state import Outcome
from translate_app.web.isolates import isolated
from translate_app.web.views.glossary import address, words
from translate_app.web.views.glossary.address import Part
from translate_app.web.views.glossary.outcome import act, revision, undoable
from translate_app.web.views.glossary.pieces import empty, more
from translate_app.web.views.release_card import plain

_FIRST: Final = 25
_PART: Final = Part.CANDIDATES.value
_RELEASE: Final = "candidates_release"


def part(context: Context) -> None:
    """Draw the part."""
    t = context.t
    _ = t.gettext
    titles = {each.id: each.display_title for each in context.application.queries.releases()}
    if not titles:
        empty(_("There are no releases yet."), _("Names are found in the releases that come in."))
        return
    release = address.release()
    _filter(context, titles, release)
    found = context.application.candidates
    try:
        rows = found.of_release(release) if release else found.all()
    except ReleaseNotFoundError as error:
        st.html(markup.tag("div", t.error(error), class_="notice error", role="alert"))
        return
    shown = glossary_state.shown(_PART, _FIRST)
    if not rows:
        empty(_("Every name is known."), _("New ones are found as releases come in."))
        _dismissed(context)
        return
    text = t.ngettext("{number} name is not known", "{number} names are not known", len(rows))
    st.html(markup.tag("p", text.format(number=t.number(len(rows))), class_="lead", role="status"))
    for row in rows[:shown]:
        _candidate(context, row, titles)
    more(context, _PART, shown, len(rows), _FIRST)
    _dismissed(context)


def _filter(context: Context, titles: dict[str, str], release: str | None) -> None:
    _ = context.t.gettext
    known = ["", *titles]
    # The address says which; the widget only shows it.
    glossary_state.put(_RELEASE, release if release in titles else "")
    st.selectbox(
        _("Release"),
        known,
        format_func=lambda each: titles.get(each, _("All releases")),
        key=_RELEASE,
        width=520,
        on_change=_choose,
    )


def _choose() -> None:
    glossary_state.show(_PART)
    address.go(Part.CANDIDATES, release=str(state.widget_value(_RELEASE) or "") or None)


def _candidate(context: Context, row: NameCandidate, titles: dict[str, str]) -> None:
    t = context.t
    _ = t.gettext
    name = f"{row.language.value}-{row.surface}"
    target = f"target-{name}"
    other = row.language.other
    if row.proposals and state.widget_value(target) is None:
        glossary_state.put(target, row.proposals[0])
    with st.container(key=f"card-candidate-{name}"):
        times = t.ngettext("{number} time", "{number} times", row.count)
        within = t.ngettext("in {number} release", "in {number} releases", row.releases)
        counts = (
            times.format(number=t.number(row.count)),
            within.format(number=t.number(row.releases)),
        )
        st.html(
            markup.in_language("div", row.surface, row.language, class_="name")
            + markup.facts(counts)
            + "".join(_sentence(one, row.language) for one in row.contexts[:1])
        )
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            st.text_input(
                t.gettext("In {language}").format(language=t.language_name(other)),
                key=target,
                width=260,
                autocomplete="off",
            )
            for proposal in row.proposals[1:4]:
                st.button(
                    proposal,
                    key=f"propose-{name}-{proposal}",
                    help=_("Put this spelling into the field"),
                    on_click=partial(glossary_state.put, target, proposal),
                )
        _kind(context, row, name)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button(
                _("Accept"),
                key=f"accept-{name}",
                type="primary",
                on_click=partial(_accept, context, row, target, f"kind-{name}"),
            )
            st.button(
                _("Not a name"),
                key=f"dismiss-{name}",
                help=_("It is not offered again."),
                on_click=partial(_dismiss, context, row),
            )
            for place in row.contexts[:1]:
                number = _("Segment {number}").format(number=t.number(place.number))
                title = titles.get(place.release_id, place.release_id)
                st.page_link(
                    context.pages["review"],
                    label=plain(f"{number} · {isolated(title)}"),
                    query_params={"release": place.release_id, "segment": str(place.number)},
                    width="stretch",
                )


def _sentence(place: CandidateContext, language: Language) -> str:
    text = markup.marked(place.source, [place.span])
    return markup.within(
        "div", text, class_="said marked", lang=language.value, dir=language.direction.value
    )


def _kind(context: Context, row: NameCandidate, name: str) -> None:
    _ = context.t.gettext
    st.pills(
        _("Type"),
        list(EntryType),
        default=row.type,
        required=True,
        format_func=lambda each: _(labels.ENTRY_TYPES[each]),
        key=f"kind-{name}",
        label_visibility="collapsed",
    )


def _accept(context: Context, row: NameCandidate, target: str, kind: str) -> None:
    """Make an entry of it, in a callback."""
    t = context.t
    chosen = state.widget_value(kind)

    def action() -> Outcome:
        before = revision(context)
        entry = context.application.candidates.accept(
            row.surface,
            row.language,
            str(state.widget_value(target) or ""),
            chosen if isinstance(chosen, EntryType) else row.type,
            context.user,
        )
        text = t.gettext("{name} is a name of the glossary now.")
        return Outcome(
            text.format(name=words.both(entry)), undo=undoable(context, [entry.key], before)
        )

    act(context, action)


def _dismiss(context: Context, row: NameCandidate) -> None:
    """It is no name, in a callback."""

    def action() -> Outcome:
        context.application.candidates.dismiss(row.surface, row.language, context.user)
        text = context.t.gettext("{name} is not offered again.")
        return Outcome(text.format(name=isolated(row.surface)))

    act(context, action)


def _dismissed(context: Context) -> None:
    """What was said to be no name, where it is asked for."""
    t = context.t
    _ = t.gettext
    if not st.toggle(_("Show dismissed names"), key="show_dismissed"):
        return
    rows = context.application.candidates.dismissed()
    if not rows:
        st.html(markup.tag("p", _("Nothing was."), class_="lead"))
    for row in rows:
        name = f"{row.language.value}-{row.surface}"
        with st.container(
            key=f"card-dismissed-{name}", horizontal=True, vertical_alignment="center", gap="small"
        ):
            st.html(
                markup.in_language("div", row.surface, row.language, class_="name")
                + markup.facts((row.by, t.datetime(row.at))),
                width="stretch",
            )
            st.button(
                _("Take back"),
                key=f"recall-{name}",
                on_click=partial(_recall, context, row.surface, row.language),
            )


def _recall(context: Context, surface: str, language: Language) -> None:
    """It may be a name after all, in a callback."""

    def action() -> None:
        context.application.candidates.recall(surface, language, context.user)

    act(context, action)
