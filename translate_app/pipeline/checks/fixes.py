"""What mends a finding without a person's judgement: the editor offers it as one click."""

from collections.abc import Callable
from typing import Final

from translate_app.domain.language import Language
from translate_app.domain.segment import Finding, Span
from translate_app.pipeline.checks.characters import paired_isolates
from translate_app.pipeline.pathologies import INVISIBLE
from translate_app.pipeline.placement import place

_Fix = Callable[[str, Finding, Span], str]
_ARABIC = range(0x620, 0x700)


def fix(check_id: str, target: str, finding: Finding) -> str | None:
    """The whole `target` with what `finding` points at mended.

    None where the check's findings need a person, or where the finding was made on another
    text: its span must lie in `target` and hold what it held then.
    """
    mend = _FIXES.get(check_id)
    span = finding.span
    if mend is None or span is None or not 0 <= span.start < span.end <= len(target):
        return None
    held = finding.parameters.get(_HOLDS.get(check_id, ""), target[span.start : span.end])
    if target[span.start : span.end] != held:
        return None
    mended = mend(target, finding, span)
    return mended if mended != target else None


def _without(target: str, finding: Finding, span: Span) -> str:
    return target[: span.start] + target[span.end :]


def _one_space(target: str, finding: Finding, span: Span) -> str:
    return f"{target[: span.start]} {target[span.end :]}"


def _once(target: str, finding: Finding, span: Span) -> str:
    return target[: span.start] + target[span.start : span.end].split()[0] + target[span.end :]


def _wanted(target: str, finding: Finding, span: Span) -> str:
    """What the check says must stand there; it does not always know."""
    wanted = finding.parameters.get("wanted")
    return target if wanted is None else target[: span.start] + wanted + target[span.end :]


def _name(target: str, finding: Finding, span: Span) -> str:
    """Another name in the place of one, behind its clitics, the contraction spelt anew."""
    name = finding.parameters["wanted"]
    arabic = any(ord(letter) in _ARABIC for letter in name)
    language = Language.ARABIC if arabic else Language.ENGLISH
    return place(target[: span.start], name, target[span.end :], language)


def _visible(target: str, finding: Finding, span: Span) -> str:
    """The text without any stray invisible character: one finding stands for all of a kind."""
    kept = paired_isolates(target)
    return INVISIBLE.sub(lambda found: found[0] if found.start() in kept else "", target)


_FIXES: Final[dict[str, _Fix]] = {
    "double_space": _one_space,
    "edge_space": _without,
    "space_before_punctuation": _without,
    "tatweel": _without,
    "repeated_word": _once,
    "foreign_punctuation": _wanted,
    "persian_letters": _wanted,
    "term_spelling": _wanted,
    "term_forbidden": _name,
    "term_forbidden_reason": _name,
    "invisible_characters": _visible,
    "lookalikes": _wanted,
}
_HOLDS: Final = {
    "foreign_punctuation": "mark",
    "persian_letters": "word",
    "term_spelling": "written",
    "term_forbidden": "form",
    "term_forbidden_reason": "form",
    "lookalikes": "word",
}
"""The parameter that says what the span held when the finding was made."""

FIXABLE: Final = frozenset(_FIXES)
"""Ids of the checks whose findings can be mended at a click."""
