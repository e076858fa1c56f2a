"""Whether the translation as a whole is one."""

import re
from collections.abc import Iterator

from translate_app.domain.segment import Finding, Severity, Span
from translate_app.pipeline.checks.context import CheckContext
from translate_app.pipeline.pathologies import foreign_prose, is_copy, length_fault, loop

_SAME = str.maketrans("؟؛،۔", "?;,.")
_CLOSING = "\"'’”»›)]}\u200e\u200f\u2069 \t\r\n\u00a0\u202f"
_ENDS = ".!?:;,…"
_ACRONYM_AT_END = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}\Z")
_ACRONYM_LENGTH = 12
_SHOWN = 24


def same_as_source(context: CheckContext) -> Iterator[Finding]:
    """The source repeated, where it holds words and not only numbers and addresses."""
    if is_copy(context.source, context.target):
        yield Finding("same_as_source", Severity.WARNING, {}, Span(0, len(context.target)))


def looped(context: CheckContext) -> Iterator[Finding]:
    """The same words again and again, where the source does not repeat any."""
    span = loop(context.target)
    if span and not loop(context.source):
        words = context.target[span.start : span.end][:_SHOWN]
        yield Finding("looped", Severity.WARNING, {"words": words}, span)


def length_ratio(context: CheckContext) -> Iterator[Finding]:
    """Far longer or shorter than translations of such a source are."""
    if length_fault(context.source, context.target, context.pair.target):
        share = len(context.target.strip()) / max(1, len(context.source.strip()))
        yield Finding("length_ratio", Severity.WARNING, {"percent": f"{share:.0%}".rstrip("%")})


def wrong_script(context: CheckContext) -> Iterator[Finding]:
    """Words left in the other language, or in a script that is neither's."""
    span = foreign_prose(context.source, context.target, context.pair.target)
    if span and not is_copy(context.source, context.target):
        words = context.target[span.start : span.end][:_SHOWN]
        yield Finding("wrong_script", Severity.WARNING, {"words": words}, span)


def end_punctuation(context: CheckContext) -> Iterator[Finding]:
    """Another mark at the end than the source has; Arabic marks count as their Latin twins."""
    source, target = _without_closing(context.source), _without_closing(context.target)
    if not source or not target or _end(source) == _end(target):
        return
    if _ACRONYM_AT_END.search(source[-_ACRONYM_LENGTH:]) and not _end(target):
        return  # the full stop of `in the U.S.` may be the acronym's alone
    parameters = {"source": _last_word(source), "target": _last_word(target)}
    span = Span(len(target) - 1, len(target))
    yield Finding("end_punctuation", Severity.WARNING, parameters, span)


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
