"""Finds the names of a release that the termbase lacks: candidates for it.

Precision before recall: what is offered to maintainers should nearly always be a name, and a
name that matters comes back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translate_app.domain.candidate import UnknownName
from translate_app.domain.glossary import GlossaryMatch
from translate_app.domain.language import Language
from translate_app.pipeline.unknown_arabic import arabic_names
from translate_app.pipeline.unknown_by_draft import names_told_by
from translate_app.pipeline.unknown_english import (
    capitalised_words,
    english_names,
    lower_case_words,
)


@dataclass(frozen=True, slots=True)
class WordUse:
    """How a release writes its words: evidence about words that open a sentence."""

    lower_case: frozenset[str] = frozenset()
    """Words it writes in lower case."""
    capitalised: frozenset[str] = frozenset()
    """Words, case folded, that it capitalises inside sentences."""


def word_use(texts: Iterable[str], language: Language) -> WordUse:
    """The evidence in the segments of a release; Arabic, which has no capitals, has none."""
    if language is Language.ARABIC:
        return WordUse()
    lower: set[str] = set()
    capital: set[str] = set()
    for text in texts:
        lower |= lower_case_words(text)
        capital |= capitalised_words(text)
    return WordUse(frozenset(lower), frozenset(capital))


def unknown_names(
    text: str,
    language: Language,
    matches: Sequence[GlossaryMatch],
    use: WordUse | None = None,
    draft: str = "",
) -> tuple[UnknownName, ...]:
    """The names in `text`, in order, that are none of `matches`, none overlapping.

    `use` is the evidence of the whole release; without it that of `text` alone is taken.
    `draft` is a translation into English: its capitals tell the names of an Arabic text.
    """
    known = [match.span for match in matches]
    if language is Language.ARABIC:
        told = names_told_by(draft, text, known)
        shown = arabic_names(text, [*known, *(name.span for name in told)])
        return tuple(sorted((*told, *shown), key=lambda name: name.span.start))
    use = use or word_use([text], language)
    return tuple(english_names(text, known, use.lower_case, use.capitalised))
