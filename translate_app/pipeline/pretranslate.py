"""From source segments to drafts: memory, then glossary, then engine."""

from collections.abc import Callable, Sequence
from datetime import date

from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import Draft, Origin
from translate_app.pipeline.match import Matcher
from translate_app.ports import Engine

Memory = Callable[[str], Draft | None]
"""Looks up an approved translation of exactly this source text."""


def pretranslate(
    sources: Sequence[str],
    *,
    matcher: Matcher,
    engine: Engine,
    memory: Memory,
    pair: LanguagePair,
) -> list[Draft]:
    """A draft for each of `sources`, in order; none is left out.

    Raises:
        EngineFailedError: the engine broke; nothing of this batch is done.
    """
    known = {source: memory(source) for source in sources}
    unknown = [source for source, draft in known.items() if draft is None]
    for source, hypotheses in zip(unknown, engine.translate(unknown), strict=True):
        best = hypotheses[0]
        known[source] = Draft(best.text, Origin.MACHINE, engine.info.label, best.score)
    return [draft for source in sources if (draft := known[source]) is not None]


def dateline_draft(
    day: date,
    category: Draft | None,
    target_language: Language,
    long_date: Callable[[date, Language], str],
) -> Draft:
    """The draft of a dateline: the date as `target_language` writes it, and the category.

    `category` is its translation with its origin, None where the dateline has none.
    `long_date` words the date (Babel's long format, the client's choice of months and
    digits); this stage knows no locale.
    """
    words = long_date(day, target_language)
    if category is None or not category.target:
        return Draft(words, Origin.GLOSSARY)
    return Draft(
        f"{words} – {category.target}",
        category.origin,
        category.engine,
        category.score,
        category.terms,
    )
