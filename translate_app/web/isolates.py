"""Texts of either direction inside a sentence of the interface. No Streamlit here."""

from collections.abc import Iterable
from dataclasses import replace

from translate_app.domain.segment import Finding
from translate_app.i18n import Translator
from translate_app.i18n import isolated as isolated


def side_by_side(texts: Iterable[str]) -> str:
    """Several texts in one line, each in its own direction; empty ones are left out."""
    return " · ".join(isolated(text) for text in texts if text)


def finding_words(finding: Finding, t: Translator) -> str:
    """What a check found; the texts it quotes keep their signs on their side."""
    quoted = {name: isolated(text) for name, text in finding.parameters.items()}
    return t.finding(replace(finding, parameters=quoted))
