"""The glossary page's part of session_state, behind typed accessors."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.termbase_finding import TermbaseFinding
from translate_app.services.corrections import Affected
from translate_app.services.glossary_files import ImportPreview

_SHOWN: Final = "glossary_shown"
_PICKED: Final = "glossary_picked"
_OPENED: Final = "glossary_opened"
_FOCUS: Final = "glossary_focus"
_ASKED: Final = "glossary_asked"
_OUTCOME: Final = "glossary_outcome"
_AFFECTED: Final = "glossary_affected"
_PREVIEW: Final = "glossary_preview"
_ROUND: Final = "glossary_round"
_FINDINGS: Final = "glossary_findings"
FIELD: Final = "entry-"
"""What the keys of an entry's fields begin with."""
_PICK: Final = "pick-"


@dataclass(frozen=True, slots=True)
class Undoable:
    """Steps of entries that one action made."""

    keys: tuple[str, ...]
    after: int
    """Revision of the termbase before the action."""
    until: int
    """Revision after it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the last action did, and what can be done about it."""

    text: str
    details: tuple[str, ...] = ()
    undo: Undoable | None = None
    corrections: str = ""
    """Key of an entry of which something is wrong now in releases; empty where nothing is."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The entry in the panel."""

    key: str
    """Empty for a new one."""
    seen: GlossaryEntry | None
    """The entry as the person was shown it; None for a new one."""


def shown(part: str, first: int) -> int:
    """How many rows a part draws, `first` to begin with."""
    everywhere: dict[str, int] = st.session_state.get(_SHOWN, {})
    return everywhere.get(part, first)


def show(part: str, number: int | None = None) -> None:
    """Draw that many rows of a part; without a number as many as in the beginning."""
    everywhere: dict[str, int] = dict(st.session_state.get(_SHOWN, {}))
    everywhere.pop(part, None)
    if number is not None:
        everywhere[part] = number
    st.session_state[_SHOWN] = everywhere


def picked() -> tuple[str, ...]:
    """Keys of the entries that are chosen for a change of many, in the order of choosing."""
    return tuple(st.session_state.get(_PICKED, ()))


def pick_key(key: str) -> str:
    """Key of the checkbox of an entry; it shows whether the entry is chosen."""
    st.session_state[f"{_PICK}{key}"] = key in picked()
    return f"{_PICK}{key}"


def take_pick(key: str) -> None:
    """Remember what the checkbox of an entry says now."""
    others = tuple(one for one in picked() if one != key)
    st.session_state[_PICKED] = (*others, key) if st.session_state.get(_PICK + key) else others


def pick_none() -> None:
    """Nothing is chosen any more."""
    st.session_state[_PICKED] = ()


def opened() -> Opened | None:
    """The entry whose fields are filled; None where the fields are not on the page."""
    value = st.session_state.get(_OPENED)
    return value if isinstance(value, Opened) and f"{FIELD}en" in st.session_state else None


def fill(value: Opened, texts: Mapping[str, object]) -> None:
    """Open an entry: its fields, by name, show `texts`."""
    st.session_state[_OPENED] = value
    for name, text in texts.items():
        st.session_state[f"{FIELD}{name}"] = text


def forget_opened() -> None:
    """Whatever the panel shows next is read anew."""
    st.session_state[_OPENED] = None


def typed(names: Iterable[str]) -> dict[str, object]:
    """What stands in the fields of those names."""
    return {name: st.session_state.get(f"{FIELD}{name}") for name in names}


def focus() -> int:
    """Counts the entries that were opened: a new number takes the keyboard to the panel."""
    value = st.session_state.get(_FOCUS, 0)
    return value if isinstance(value, int) else 0


def ask_focus() -> None:
    """Take the keyboard to the panel."""
    st.session_state[_FOCUS] = focus() + 1


def asked() -> bool:
    """Whether the fields as they are typed are to be looked at for contradictions."""
    return bool(st.session_state.get(_ASKED))


def ask(value: bool) -> None:
    """Look at the fields as they are typed, or no longer."""
    st.session_state[_ASKED] = value


def outcome() -> Outcome | None:
    """What the last action did."""
    return st.session_state.get(_OUTCOME)


def set_outcome(value: Outcome | None) -> None:
    """Remember what the last action did; None is nothing to tell."""
    st.session_state[_OUTCOME] = value


def affected(key: str | None, drawn: str) -> Affected | None:
    """What was found wrong for an entry, or for all of them (None).

    It is forgotten when the page was left: then the widget `drawn` is gone, and segments
    may be others by now.
    """
    kept: tuple[str | None, Affected] | None = st.session_state.get(_AFFECTED)
    return kept[1] if kept and kept[0] == key and drawn in st.session_state else None


def set_affected(key: str | None, value: Affected) -> None:
    """Remember what is wrong."""
    st.session_state[_AFFECTED] = (key, value)


def forget_affected() -> None:
    """What is wrong is looked for anew."""
    st.session_state[_AFFECTED] = None


def preview(digest: str) -> ImportPreview | None:
    """What importing the file of that digest would do, where it was looked at."""
    kept: tuple[str, ImportPreview] | None = st.session_state.get(_PREVIEW)
    return kept[1] if kept and kept[0] == digest else None


def set_preview(digest: str, value: ImportPreview) -> None:
    """Remember what importing would do."""
    st.session_state[_PREVIEW] = (digest, value)


def upload_round() -> int:
    """Part of the uploader's key: a new number is an empty uploader."""
    value = st.session_state.get(_ROUND, 0)
    return value if isinstance(value, int) else 0


def clear_upload() -> None:
    """Empty the uploader and forget the preview."""
    st.session_state[_ROUND] = upload_round() + 1
    forget_preview()


def forget_preview() -> None:
    """The uploaded file is looked at anew."""
    st.session_state[_PREVIEW] = None


def findings() -> Sequence[TermbaseFinding] | None:
    """What the last check found; None before the first."""
    return st.session_state.get(_FINDINGS)


def set_findings(value: Sequence[TermbaseFinding] | None) -> None:
    """Remember what a check found."""
    st.session_state[_FINDINGS] = value


def put(key: str, value: object) -> None:
    """Set the widget with that key, in a callback."""
    st.session_state[key] = value
