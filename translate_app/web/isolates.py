"""Texts of either direction inside a sentence of the interface. No Streamlit here."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from translate_app.domain.segment import Finding
from translate_app.i18n import Translator

_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"


def isolated(text: str) -> str:
    """`text` in its own direction: what stands around it is not turned round by it.

    Unicode Standard Annex 9, section 2.4: explicit directional isolates.
    """
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"


def side_by_side(texts: Iterable[str]) -> str:
    """Several texts in one line, each in its own direction; empty ones are left out."""
    return " · ".join(isolated(text) for text in texts if text)


def finding_words(finding: Finding, t: Translator) -> str:
    """What a check found; the texts it quotes keep their signs on their side."""
    quoted = {name: isolated(text) for name, text in finding.parameters.items()}
    return t.finding(replace(finding, parameters=quoted))
