"""Every session_state key, behind typed accessors. Ids, preferences and notices only."""

from dataclasses import dataclass
from typing import Final, Literal

import streamlit as st

from translate_app.web.editor_protocol import Ack
from translate_app.web.preferences import Preferences

_PREFERENCES: Final = "preferences"
_RELEASE: Final = "release"
_NOTICES: Final = "notices"
_ACKS: Final = "acks"
_OPENED: Final = "opened"
_WAITING: Final = "waiting"
_PASTED: Final = "pasted"
_ROUND: Final = "round"
_SHOWN: Final = "shown"
_REMEMBERED_ACKS: Final = 50

Tone = Literal["done", "note", "error"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the person on the next page that is drawn."""

    tone: Tone
    text: str
    details: tuple[str, ...] = ()


def preferences() -> Preferences | None:
    """What the person chose; None in a session's first run."""
    value = st.session_state.get(_PREFERENCES)
    return value if isinstance(value, Preferences) else None


def set_preferences(value: Preferences) -> None:
    """Remember what the person chose."""
    st.session_state[_PREFERENCES] = value


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


def take_notices() -> list[Notice]:
    """The notices that are due; each is handed out once.

    While releases wait for pretranslation the page is drawn anew when they are done:
    the notices are handed out again then.
    """
    notices: list[Notice] = st.session_state.get(_NOTICES, [])
    if not waiting():
        st.session_state[_NOTICES] = []
    return list(notices)


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


def opened_segment(release_id: str) -> int | None:
    """Number of the segment that is open in the editor of a release."""
    opened: dict[str, int] = st.session_state.setdefault(_OPENED, {})
    return opened.get(release_id)


def set_opened_segment(release_id: str, number: int) -> None:
    """Remember which segment is open."""
    st.session_state.setdefault(_OPENED, {})[release_id] = number


def waiting() -> list[str]:
    """Ids of the releases that wait for pretranslation, in order."""
    value: list[str] = st.session_state.setdefault(_WAITING, [])
    return value


def wait_for_pretranslation(release_id: str) -> None:
    """Queue a release for pretranslation."""
    if release_id not in waiting():
        waiting().append(release_id)


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


def clear_form() -> None:
    """Empty the form for a new release."""
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
