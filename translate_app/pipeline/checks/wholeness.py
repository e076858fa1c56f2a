"""Whether the translation as a whole is one."""

import re
from collections.abc import Iterator

from translate_app.domain.segment import Finding, Severity, Span
from translate_app.pipeline.checks.context import CheckContext

_SAME = str.maketrans("؟؛،۔", "?;,.")
_CLOSING = "\"'’”»›)]}\u200e\u200f\u2069 \t\r\n\u00a0\u202f"
_ENDS = ".!?:;,…"
_ACRONYM_AT_END = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}\Z")
_ACRONYM_LENGTH = 12
_SHOWN = 24
_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"(?<!\S)\S*(?:://|@|www\.)\S*")


def same_as_source(context: CheckContext) -> Iterator[Finding]:
    """The source repeated, where it holds words and not only numbers and addresses."""
    source = " ".join(context.source.split())
    if source == " ".join(context.target.split()) and _LETTER.search(_ADDRESS.sub("", source)):
        yield Finding("same_as_source", Severity.WARNING, {}, Span(0, len(context.target)))


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
