"""Punctuation: of the right script, in pairs, and at the end as in the source."""

import re
from collections.abc import Iterator
from typing import Final

from translate_app.domain.language import Language
from translate_app.domain.segment import Finding, Severity, Span
from translate_app.pipeline.checks.context import CheckContext

_SAME = str.maketrans("؟؛،۔", "?;,.")
_CLOSING = "\"'’”“»›)]}*\u200e\u200f\u2069 \t\r\n\u00a0\u202f"
_ENDS = ".!?:;,…"
_OF_ITEM = frozenset(("", ".", ",", ";"))
_ACRONYM_AT_END = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}\Z")
_ACRONYM_LENGTH = 12
_SHOWN = 24

PUNCTUATION: Final = {
    Language.ARABIC: {",": "،", ";": "؛", "?": "؟"},
    Language.ENGLISH: {"،": ",", "؛": ";", "؟": "?"},
}
"""Marks of the other script and what the language has for them."""
_ARABIC = "\u0620-\u065f\u0670-\u06d3"
_CLOSERS = "\"'’”»)\\]"
_FOREIGN: Final = {
    Language.ARABIC: re.compile(
        rf"(?<=[{_ARABIC}\d%٪{_CLOSERS}])\s?(?P<mark>[,;?])(?=[\s{_CLOSERS}{_ARABIC}]|\Z)"
    ),
    Language.ENGLISH: re.compile(rf"(?<![{_ARABIC}])(?P<mark>[،؛؟])"),
}

_BRACKETS: Final = {")": "(", "]": "[", "}": "{"}
_ENUMERATION = re.compile(r"(?:(?<=\A)|(?<=[\s،,;؛:]))\w{1,3}\)")
"""`1)` and `أ)` before an item of a list."""
_FAMILIES: Final = (
    re.compile(r"(?<!\d)\"(?P<inside>[^\"]*)\""),
    re.compile(r"[“”„](?P<inside>[^“”„]*)[“”]"),
    re.compile(r"«(?P<inside>[^«»]*)»"),
)
"""Quotations in straight, curly and angle marks. Curly ones also stand the other way round
in Arabic, so either may open. A straight mark behind a digit is an inch or a second."""
_MARKS: Final = (re.compile(r'(?<!\d)"'), re.compile("[“”„]"), re.compile("[«»]"))


def end_punctuation(context: CheckContext) -> Iterator[Finding]:
    """Another mark at the end than the source has; Arabic marks count as their Latin twins.

    A semicolon at the end, or a comma of the source, is that of an item in a list, which each
    language may end in its way, with a full stop or with nothing.
    """
    source, target = _without_closing(context.source), _without_closing(context.target)
    if not source or not target or _end(source) == _end(target):
        return
    ends = {_end(source), _end(target)}
    if (";" in ends or _end(source) == ",") and ends <= _OF_ITEM:
        return
    if _ACRONYM_AT_END.search(source[-_ACRONYM_LENGTH:]) and not _end(target):
        return  # the full stop of `in the U.S.` may be the acronym's alone
    parameters = {"source": _last_word(source), "target": _last_word(target)}
    span = Span(len(target) - 1, len(target))
    yield Finding("end_punctuation", Severity.WARNING, parameters, span)


def foreign_punctuation(context: CheckContext) -> Iterator[Finding]:
    """A comma, semicolon or question mark of the other script behind a word of this one."""
    text, language = context.target, context.pair.target
    for found in _FOREIGN[language].finditer(text):
        span = Span(*found.span("mark"))
        wanted = PUNCTUATION[language][found["mark"]]
        parameters = {"mark": found["mark"], "wanted": wanted}
        yield Finding("foreign_punctuation", Severity.WARNING, parameters, span)


def brackets_unbalanced(context: CheckContext) -> Iterator[Finding]:
    """A bracket that opens and does not close, or the reverse, where the source has none such."""
    place = _lone(context.target)
    if place is not None and _lone(context.source) is None:
        parameters = {"bracket": context.target[place]}
        span = Span(place, place + 1)
        yield Finding("brackets_unbalanced", Severity.WARNING, parameters, span)


def quotes_unbalanced(context: CheckContext) -> Iterator[Finding]:
    """A quotation that opens and does not close, or the reverse, where the source's are whole.

    A quotation of several segments is open in the source too and is passed over.
    """
    lone = _lone_quotes(context.target)
    if len(lone) == 1 and not _lone_quotes(context.source):
        parameters = {"mark": context.target[lone[0]]}
        span = Span(lone[0], lone[0] + 1)
        yield Finding("quotes_unbalanced", Severity.WARNING, parameters, span)


def quotes_mixed(context: CheckContext) -> Iterator[Finding]:
    """A quotation that opens with one kind of mark and closes with another, or two kinds for
    quotations of the same level; one kind inside another is good style.
    """
    if _mixture(context.source):
        return
    mixed = _mixture(context.target)
    if mixed:
        marks = " ".join(dict.fromkeys(context.target[place] for place in mixed))
        span = Span(mixed[0], mixed[0] + 1)
        yield Finding("quotes_mixed", Severity.WARNING, {"marks": marks}, span)


def _mixture(text: str) -> list[int]:
    """Where marks of several kinds stand in one another's place; empty where they do not."""
    lone = _lone_quotes(text)
    if len(lone) > 1:
        return lone
    spans = [[found.span() for found in family.finditer(text)] for family in _FAMILIES]
    used = [family for family in spans if family]
    if len(used) < 2 or any(_nested(family, used) for family in used):
        return []
    return [family[0][0] for family in used]


def _nested(family: list[tuple[int, int]], used: list[list[tuple[int, int]]]) -> bool:
    """Whether all quotations of a family lie within those of the others."""
    others = [span for other in used if other is not family for span in other]
    return all(any(a < start and end < b for a, b in others) for start, end in family)


def _lone_quotes(text: str) -> list[int]:
    """For every kind of quotation mark that is not in pairs, the place of its last one."""
    lone = []
    for marks in _MARKS:
        places = [found.start() for found in marks.finditer(text)]
        if len(places) % 2:
            lone.append(places[-1])
    return sorted(lone)


def _lone(text: str) -> int | None:
    """Where the first bracket stands that has no partner."""
    passed_over = {found.end() - 1 for found in _ENUMERATION.finditer(text)}
    opened: list[int] = []
    first: int | None = None
    openers = frozenset(_BRACKETS.values())
    for place, character in enumerate(text):
        if character in openers:
            opened.append(place)
        elif character in _BRACKETS:
            if opened and text[opened[-1]] == _BRACKETS[character]:
                opened.pop()
            elif place not in passed_over and first is None:
                first = place
    return first if first is not None or not opened else opened[0]


def _without_closing(text: str) -> str:
    return text.rstrip(_CLOSING)


def _end(text: str) -> str:
    """The mark that ends `text` in its Latin form, empty where a word ends it."""
    text = text.translate(_SAME)
    if text.endswith(("…", "...")):
        return "…"
    return text[-1] if text[-1] in _ENDS else ""


def _last_word(text: str) -> str:
    return text.split()[-1][-_SHOWN:]
