"""Characters that do not belong in a translation."""

import re
import unicodedata
from collections.abc import Iterator

from translate_app.domain.segment import Finding, Severity, Span
from translate_app.pipeline.checks.context import CheckContext
from translate_app.pipeline.pathologies import INVISIBLE

_SPACES = re.compile(r"[^\S\r\n]{2,}")
_ISOLATES = "\u2066\u2067\u2068"
_POP_ISOLATE = "\u2069"


def double_space(context: CheckContext) -> Iterator[Finding]:
    """White space of more than one character within a line."""
    for match in _SPACES.finditer(context.target):
        yield Finding("double_space", Severity.WARNING, {}, Span(*match.span()))


def invisible_characters(context: CheckContext) -> Iterator[Finding]:
    """Bidi marks and overrides, zero-width and control characters, once for each character.

    Joiners have a use in Arabic, and isolates in pairs are the proper way to set off a run
    of the other direction (Unicode Standard Annex #9): both are allowed.
    """
    allowed = _paired_isolates(context.target)
    seen: set[str] = set()
    for match in INVISIBLE.finditer(context.target):
        if match[0] in seen or match.start() in allowed:
            continue
        seen.add(match[0])
        code = f"U+{ord(match[0]):04X}"
        name = unicodedata.name(match[0], "")
        parameters = {"character": f"{code} {name}".strip()}
        yield Finding("invisible_characters", Severity.WARNING, parameters, Span(*match.span()))


def _paired_isolates(text: str) -> set[int]:
    """Indices of isolate initiators and the pops that close them."""
    opened: list[int] = []
    paired: set[int] = set()
    for index, character in enumerate(text):
        if character in _ISOLATES:
            opened.append(index)
        elif character == _POP_ISOLATE and opened:
            paired.update((opened.pop(), index))
    return paired
