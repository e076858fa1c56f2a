"""Every session_state key, behind typed accessors. Ids, preferences and notices only."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import streamlit as st

from translate_app.domain.candidate import NameCandidate
from translate_app.domain.memory import MemoryMatch
from translate_app.web.editor_events import Ack
from translate_app.web.editor_news import Stock
from translate_app.web.editor_protocol import Found
from translate_app.web.notice import Notice
from translate_app.web.preferences import Preferences

_PREFERENCES: Final = "preferences"
_REPLACED: Final = "replaced"
_RELEASE: Final = "release"
_NOTICES: Final = "notices"
_TOLD: Final = "told"
_ANSWER: Final = "plan_answer"
_UNTOLD: Final = "plan_answer_untold"
_ANEW: Final = "anew"
_ACKS: Final = "acks"
_OPENED: Final = "opened"
_SESSION: Final = "session"
_STOCK: Final = "stock"
_HAS: Final = "has"
_FOUND: Final = "found"
_MEMORY: Final = "memory"
_UNKNOWN: Final = "unknown"
_WATCHED: Final = "watched"
_ASKED: Final = "asked"
_PASTED: Final = "pasted"
_ROUND: Final = "round"
_KEPT_OPEN: Final = "kept_open"
_SHOWN: Final = "shown"
_REMEMBERED_ACKS: Final = 50


def preferences() -> Preferences | None:
    """What the person chose; None in a session's first run."""
    value = st.session_state.get(_PREFERENCES)
    return value if isinstance(value, Preferences) else None


def set_preferences(value: Preferences) -> None:
    """Remember what the person chose."""
    st.session_state[_PREFERENCES] = value


def advised() -> bool:
    """Whether the person has closed the advice to install a better engine."""
    chosen = preferences()
    return chosen is not None and chosen.advised


def set_advised() -> None:
    """Show that advice no more, also when the person comes back another day."""
    chosen = preferences()
    if chosen is not None:
        set_preferences(replace(chosen, advised=True))


def release() -> str | None:
    """Id of the release that was open last in this session."""
    value = st.session_state.get(_RELEASE)
    return value if isinstance(value, str) else None


def set_release(release_id: str) -> None:
    """Remember the open release."""
    st.session_state[_RELEASE] = release_id


def notify(notice: Notice) -> None:
    """Show `notice` when the page is drawn next."""
    st.session_state.setdefault(_NOTICES, []).append(notice)


def notices_are_due() -> bool:
    """Whether something waits to be told when the page is drawn next."""
    return bool(st.session_state.get(_NOTICES))


def take_notices() -> list[Notice]:
    """The notices that are due, and those told before where only a job drew the page anew."""
    told: list[Notice] = st.session_state.get(_TOLD, [])
    due: list[Notice] = st.session_state.get(_NOTICES, [])
    st.session_state[_TOLD] = [*told, *due] if st.session_state.get(_ANEW) else due
    st.session_state[_NOTICES], st.session_state[_ANEW] = [], False
    return list(st.session_state[_TOLD])


def draw_anew() -> None:
    """Run the page again though the person did nothing: what it says stays."""
    st.session_state[_ANEW] = True
    # Streamlit keeps one request for a run: ours would take the place of a link that was
    # clicked meanwhile, and the click would be lost. Here a click that waits goes first.
    st.empty()
    st.rerun()


def set_plan_answer(form: str, notice: Notice) -> None:
    """Remember what came of saving the plan in the form with that key."""
    st.session_state[_ANSWER] = (form, uuid.uuid4().hex, notice)
    st.session_state[_UNTOLD] = True


def plan_answer(form: str) -> tuple[str, Notice] | None:
    """What came of saving in that form last, with an id: the form tells it."""
    of_form, name, notice = st.session_state.get(_ANSWER, ("", "", None))
    if notice is None or of_form != form:
        return None
    st.session_state[_UNTOLD] = False
    return name, notice


def untold_plan_answer() -> Notice | None:
    """What came of saving where its form is gone, as when the card has moved; only once."""
    if not st.session_state.pop(_UNTOLD, False):
        return None
    notice: Notice = st.session_state[_ANSWER][2]
    return notice


def replaced(release_id: str) -> tuple[dict[int, int], bool]:
    """Versions that replacing in a release made last, by segment number; empty where none.

    And whether approved segments were among them.
    """
    last: tuple[str, dict[int, int], bool] = st.session_state.get(_REPLACED, ("", {}, False))
    return (last[1], last[2]) if last[0] == release_id else ({}, False)


def set_replaced(release_id: str, versions: dict[int, int], opened: bool) -> None:
    """Remember what replacing made, so that it can be taken back."""
    st.session_state[_REPLACED] = (release_id, versions, opened)


def acks(release_id: str) -> dict[str, Ack]:
    """Answers already given to the editor of a release, by event id, oldest first."""
    all_acks: dict[str, dict[str, Ack]] = st.session_state.setdefault(_ACKS, {})
    return all_acks.setdefault(release_id, {})


def latest_ack(release_id: str) -> Ack | None:
    """The answer given last."""
    given = acks(release_id)
    return given[next(reversed(given))] if given else None


def add_ack(release_id: str, ack: Ack) -> None:
    """Remember an answer as the latest, and forget the oldest when there are many."""
    given = acks(release_id)
    given.pop(ack["id"], None)
    given[ack["id"]] = ack
    while len(given) > _REMEMBERED_ACKS:
        del given[next(iter(given))]


def session() -> str:
    """Names this window; nobody else has the same name."""
    made: str = st.session_state.setdefault(_SESSION, uuid.uuid4().hex)
    return made


def opened_segment(release_id: str) -> int | None:
    """Number of the segment that is open in the editor of a release."""
    opened: dict[str, int | None] = st.session_state.setdefault(_OPENED, {})
    return opened.get(release_id)


def set_opened_segment(release_id: str, number: int | None) -> None:
    """Remember which segment is open; None where none is."""
    st.session_state.setdefault(_OPENED, {})[release_id] = number


def stock(release_id: str) -> Stock:
    """The rows of a release as this window was sent them; only of the one that is open."""
    kept: tuple[str, Stock] = st.session_state.get(_STOCK, ("", Stock()))
    return kept[1] if kept[0] == release_id else Stock()


def set_stock(release_id: str, value: Stock) -> None:
    """Remember what this window was sent."""
    st.session_state[_STOCK] = (release_id, value)


def has(release_id: str) -> int:
    """Revision of the rows that the browser has, as far as it has said."""
    everywhere: dict[str, int] = st.session_state.get(_HAS, {})
    return everywhere.get(release_id, 0)


def set_has(release_id: str, revision: int) -> None:
    """Remember which rows the browser has."""
    st.session_state.setdefault(_HAS, {})[release_id] = revision


def found() -> Found | None:
    """The answer to the last search through everything."""
    return st.session_state.get(_FOUND)


def set_found(value: Found) -> None:
    """Remember the answer to a search."""
    st.session_state[_FOUND] = value


def memory_of(place: tuple[str, int], source: str) -> tuple[MemoryMatch, ...] | None:
    """What the memory had for the segment (release, number) that was asked about last."""
    kept = st.session_state.get(_MEMORY)
    return kept[1] if kept is not None and kept[0] == (place, source) else None


def set_memory(place: tuple[str, int], source: str, matches: tuple[MemoryMatch, ...]) -> None:
    """Remember what the memory has for a segment."""
    st.session_state[_MEMORY] = ((place, source), matches)


def unknown_names(stamp: tuple[object, ...]) -> Mapping[int, tuple[NameCandidate, ...]] | None:
    """What may be names in the release that is open, by segment, as found for `stamp`."""
    kept = st.session_state.get(_UNKNOWN)
    return kept[1] if kept is not None and kept[0] == stamp else None


def set_unknown_names(
    stamp: tuple[object, ...], found: Mapping[int, tuple[NameCandidate, ...]]
) -> None:
    """Remember what may be names; `stamp` is all that it depends on."""
    st.session_state[_UNKNOWN] = (stamp, found)


def asked(release_id: str) -> frozenset[int]:
    """Numbers of the segments of a release for which other drafts were asked for."""
    everywhere: dict[str, frozenset[int]] = st.session_state.get(_ASKED, {})
    return everywhere.get(release_id, frozenset())


def add_asked(release_id: str, number: int) -> None:
    """Remember that other drafts of a segment were asked for."""
    known = asked(release_id)
    st.session_state.setdefault(_ASKED, {})[release_id] = known | {number}


def watched() -> tuple[int, ...]:
    """Numbers of the jobs whose outcome is still to be told in this session."""
    return tuple(st.session_state.get(_WATCHED, ()))


def watch(number: int) -> None:
    """Tell the outcome of a job in this session, once it has ended."""
    st.session_state[_WATCHED] = tuple(dict.fromkeys((*watched(), number)))


def unwatch(number: int) -> None:
    """The outcome of a job is told."""
    st.session_state[_WATCHED] = tuple(each for each in watched() if each != number)


def pasted() -> str:
    """Text pasted into the form for a new release, kept while other pages are looked at."""
    value = st.session_state.get(_PASTED, "")
    return value if isinstance(value, str) else ""


def set_pasted(text: str) -> None:
    """Keep what was pasted."""
    st.session_state[_PASTED] = text


def form_round() -> int:
    """Part of the form's widget keys: a new number is an empty form."""
    value = st.session_state.get(_ROUND, 0)
    return value if isinstance(value, int) else 0


def form_is_kept_open() -> bool:
    """Whether what was put in was refused and is still there to be corrected."""
    return bool(st.session_state.get(_KEPT_OPEN))


def keep_form_open() -> None:
    """Leave the form open after a refusal."""
    st.session_state[_KEPT_OPEN] = True


def clear_form() -> None:
    """Empty the form for a new release."""
    st.session_state[_KEPT_OPEN] = False
    set_pasted("")
    st.session_state[_ROUND] = form_round() + 1


def widget_value(key: str) -> object:
    """Value of the widget with that key, in its callback."""
    return st.session_state.get(key)


def uploaded(key: str) -> tuple[str, bytes] | None:
    """Name and content of the file in the uploader with that key."""
    value = st.session_state.get(key)
    return (value.name, value.getvalue()) if value is not None else None


def shown_releases(first: int) -> int:
    """How many releases the list draws, `first` to begin with."""
    value = st.session_state.get(_SHOWN, first)
    return value if isinstance(value, int) else first


def show_releases(number: int) -> None:
    """Draw that many releases."""
    st.session_state[_SHOWN] = number
