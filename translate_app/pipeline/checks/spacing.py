"""Spaces and line breaks."""

import re
from collections.abc import Iterator

from translate_app.domain.segment import Finding, Severity, Span
from translate_app.pipeline.checks.context import CheckContext

_SPACES = re.compile(r"[^\S\r\n]{2,}")
_EDGE = re.compile(r"\A\s+|\s+\Z")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029]")
# A dot that more dots follow is an ellipsis, one that a word follows begins it (.com).
_BEFORE_MARK = re.compile(
    r"(?<=[\w\"'”’»)\]%٪])[^\S\r\n]+(?P<mark>[،؛؟.:!,;?])(?=[\s\"'”’»)\]]|\Z)"
)


def double_space(context: CheckContext) -> Iterator[Finding]:
    """White space of more than one character within a line."""
    for match in _SPACES.finditer(context.target):
        yield Finding("double_space", Severity.WARNING, {}, Span(*match.span()))


def edge_space(context: CheckContext) -> Iterator[Finding]:
    """White space at the beginning or end that the source does not have there."""
    text, source = context.target, context.source
    for found in _EDGE.finditer(text):
        there = source[:1] if found.start() == 0 else source[-1:]
        if not there.isspace():
            yield Finding("edge_space", Severity.WARNING, {}, Span(*found.span()))


def space_before_punctuation(context: CheckContext) -> Iterator[Finding]:
    """A space before a comma, semicolon, question mark, full stop, colon or exclamation mark."""
    for found in _BEFORE_MARK.finditer(context.target):
        span = Span(found.start(), found.start("mark"))
        yield Finding("space_before_punctuation", Severity.WARNING, {"mark": found["mark"]}, span)


def line_breaks(context: CheckContext) -> Iterator[Finding]:
    """More or fewer line breaks than the source has."""
    source, target = (
        len(_BREAK.findall(text.strip())) for text in (context.source, context.target)
    )
    if source != target:
        parameters = {"source": str(source), "target": str(target)}
        yield Finding("line_breaks", Severity.WARNING, parameters)
