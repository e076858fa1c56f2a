"""From source segments to drafts: memory, then glossary, then engine.

Names, dates, addresses and numbers go through the engine as marks, names first where marks
are few. An answer that lost one, or that is no translation (see `pathologies`), is tried
again clause by clause, and as plain text in case the engine knows the name; what is still
lost is put where its neighbours went, what is still wrong is mended.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from translate_app.domain.client import HouseStyle
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import Draft, Origin, TermPlacement
from translate_app.pipeline.confidence import CERTAIN
from translate_app.pipeline.date_words import CalendarDate, date_words
from translate_app.pipeline.marks import Slot, slots_of, without_marks
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.pretranslate_answers import Desk, all_answers, answers, plan
from translate_app.pipeline.pretranslate_draft import draft_of, terms_of
from translate_app.pipeline.pretranslate_tidy import tidy
from translate_app.ports import Engine

Memory = Callable[[str], Draft | None]
"""Looks up a translation of exactly this source text that need not be made again."""

_DEFAULT_STYLE = HouseStyle()
_ARTICLE = re.compile(r"\b[Tt]he\s+$")


def pretranslate(
    sources: Sequence[str],
    *,
    matcher: Matcher,
    engine: Engine,
    memory: Memory,
    pair: LanguagePair,
    style: HouseStyle = _DEFAULT_STYLE,
) -> list[Draft]:
    """A draft for each of `sources`, in order; none is left out.

    Raises:
        EngineFailedError: the engine broke; nothing of this batch is done.
    """
    desk = Desk(engine, pair, style)
    drafts: dict[str, Draft] = {}
    plans = []
    for source in dict.fromkeys(sources):
        matches = matcher.find(source)
        slots = slots_of(source, matches, pair, style)
        draft = _remembered(source, memory) or _from_glossary(source, slots, pair.target)
        if draft is None:
            plans.append(plan(source, slots, desk))
        else:
            drafts[source] = draft
    for one, answer in zip(plans, answers(plans, desk), strict=True):
        drafts[one.source] = draft_of(one, answer, desk)
    return [drafts[source] for source in sources]


def alternatives(
    source: str,
    *,
    matcher: Matcher,
    engine: Engine,
    pair: LanguagePair,
    style: HouseStyle = _DEFAULT_STYLE,
    count: int = 4,
) -> list[Draft]:
    """Up to `count` different drafts of one segment, the most reliable first.

    Names, dates and numbers are in place in each. The memory is not asked; a segment that
    is nothing but names has one draft.

    Raises:
        EngineFailedError: the engine broke.
    """
    desk = Desk(engine, pair, style)
    slots = slots_of(source, matcher.find(source), pair, style)
    whole = _from_glossary(source, slots, pair.target)
    if whole is not None:
        return [whole]
    asked = plan(source, slots, desk)
    found: dict[str, Draft] = {}
    for answer in all_answers(asked, desk, count):
        draft = draft_of(asked, answer, desk)
        if draft.target:
            found.setdefault(draft.target, draft)
    ranked = sorted(found.values(), key=lambda draft: -(draft.confidence or 0))
    return ranked[:count]


def dateline_draft(
    day: date,
    category: Draft | None,
    target_language: Language,
    style: HouseStyle = _DEFAULT_STYLE,
) -> Draft:
    """The draft of a dateline: the date as `target_language` writes it, and the category.

    `category` is its translation with its origin, None where the dateline has none.
    """
    words = date_words(CalendarDate.of(day), target_language, style)
    if category is None or not category.target:
        return Draft(words, Origin.GLOSSARY, confidence=CERTAIN)
    return replace(category, target=f"{words} – {category.target}")


def _remembered(source: str, memory: Memory) -> Draft | None:
    """What the memory has; a person approved it, unless it is an engine's draft kept."""
    draft = memory(source)
    if draft and draft.origin is Origin.MEMORY and draft.confidence is None:
        return replace(draft, confidence=CERTAIN)
    return draft


def _from_glossary(source: str, slots: Sequence[Slot], language: Language) -> Draft | None:
    """The draft of a segment that is nothing but names, dates, signs and numbers."""
    ends = [0, *(slot.span.end for slot in slots)]
    starts = [*(slot.span.start for slot in slots), len(source)]
    between = [source[end:start] for end, start in zip(ends, starts, strict=True)]
    for at, slot in enumerate(slots):
        if slot.match:
            between[at] = _ARTICLE.sub("", between[at])
    if any(map(str.isalpha, "".join(between))):
        return None
    names = [*(slot.text for slot in slots), ""]
    target = "".join(f"{gap}{name}" for gap, name in zip(between, names, strict=True))
    terms = terms_of(((slot, TermPlacement.WHOLE) for slot in slots), language)
    origin = Origin.GLOSSARY if terms else Origin.MACHINE
    target = tidy(without_marks(target), source, language)
    return Draft(target, origin, terms=terms, confidence=CERTAIN)
