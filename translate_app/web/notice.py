"""Something to tell the person. No Streamlit here."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["done", "note", "error"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the person on the next page that is drawn."""

    tone: Tone
    text: str
    details: tuple[str, ...] = ()
