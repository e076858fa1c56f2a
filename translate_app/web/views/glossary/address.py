"""Which part of the page, and which entry, the address names; it is the only place for that."""

from enum import StrEnum
from typing import Final

import streamlit as st

from translate_app.errors import N_
from translate_app.web import glossary_state

NEW: Final = "new"
"""Stands for an entry that is not there yet; keys have a slash."""
_PART, _ENTRY, _RELEASE = "part", "entry", "release"


class Part(StrEnum):
    """A part of the page."""

    NAMES = "names"
    CANDIDATES = "candidates"
    CORRECTIONS = "corrections"
    FILES = "files"
    CHECK = "check"
    CHANGES = "changes"


PARTS: Final = {
    Part.NAMES: N_("Names"),
    Part.CANDIDATES: N_("Candidates"),
    Part.CORRECTIONS: N_("Corrections"),
    Part.FILES: N_("Import and export"),
    Part.CHECK: N_("Check"),
    Part.CHANGES: N_("Changes"),
}


def part() -> Part:
    """The part that the address names; the names where it names none."""
    named = st.query_params.get(_PART)
    return Part(named) if named in set(Part) else Part.NAMES


def entry() -> str | None:
    """Key of the entry that the address names."""
    return st.query_params.get(_ENTRY) or None


def release() -> str | None:
    """Id of the release that the address names."""
    return st.query_params.get(_RELEASE) or None


def go(part: Part, entry: str | None = None, release: str | None = None) -> None:
    """Show a part, in a callback; what the last action did is not told there again."""
    glossary_state.set_outcome(None)
    lead(part, entry, release)


def lead(part: Part, entry: str | None = None, release: str | None = None) -> None:
    """Change the address only."""
    named = {_PART: None if part is Part.NAMES else part.value, _ENTRY: entry, _RELEASE: release}
    st.query_params.from_dict({name: value for name, value in named.items() if value})


def open_entry(key: str) -> None:
    """Show an entry in its panel, in a callback, and take the keyboard there."""
    glossary_state.ask(False)
    glossary_state.ask_focus()
    go(Part.NAMES, key)


def close_entry() -> None:
    """Show the list alone."""
    glossary_state.forget_opened()
    go(Part.NAMES)
