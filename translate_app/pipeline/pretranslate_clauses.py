"""Cuts a sentence that an engine garbles into clauses, which it garbles less."""

import re
from collections.abc import Sequence

from translate_app.domain.language import Language
from translate_app.domain.segment import Span

_PUNCTUATION = r"(?<=[,;:،؛–—])\s+"
_CUTS = {
    Language.ENGLISH: (
        rf"{_PUNCTUATION}|\s+(?=(?:and|but|that|which|who|while|when|where|after|before|because)\s)",
        rf"{_PUNCTUATION}|\s+(?=(?:and|but|that|which|who|while|when|where|after|before|because|as|for"
        r"|with|in|on|to|from|by|at|between|during)\s)",
    ),
    Language.ARABIC: (
        rf"{_PUNCTUATION}|\s+(?=و?(?:أن|إن|الذي|التي|الذين|حيث|كما|لكن|عندما|بينما|فيما|بعد|قبل)\s)",
        rf"{_PUNCTUATION}|\s+(?=و?(?:أن|إن|الذي|التي|الذين|حيث|كما|لكن|عندما|بينما|فيما|بعد|قبل"
        r"|في|على|من|إلى|عن|مع|بين|خلال)\s)",
    ),
}
"""For each language where clauses begin, and where phrases do."""


def clauses(
    source: str, language: Language, whole: Sequence[Span], least_words: int
) -> tuple[Span, ...]:
    """The clauses of `source` in order, or its phrases where it has only one clause.

    None is shorter than `least_words` words, none begins inside a span of `whole`. White space
    between two of them belongs to neither.
    """
    spans: tuple[Span, ...] = ()
    for pattern in _CUTS[language]:
        spans = _cut(source, pattern, whole, least_words)
        if len(spans) > 1:
            break
    return spans


def _cut(source: str, pattern: str, whole: Sequence[Span], least_words: int) -> tuple[Span, ...]:
    spans, start = [], 0
    for gap in re.finditer(pattern, source):
        inside = any(span.start < gap.end() and gap.start() < span.end for span in whole)
        left, right = source[start : gap.start()], source[gap.end() :]
        if not inside and min(len(left.split()), len(right.split())) >= least_words:
            spans.append(Span(start, gap.start()))
            start = gap.end()
    return (*spans, Span(start, len(source)))
