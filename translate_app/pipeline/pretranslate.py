"""From source segments to drafts: memory, then glossary, then engine.

Names of the termbase go through the engine as marks, numbers too where marks are left over.
An answer that lost or doubled a mark is tried again clause by clause, and as plain text in
case the engine knows the name; what is still lost is put where its neighbours went.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from translate_app.domain.engine import EngineKind, Hypothesis
from translate_app.domain.glossary import GlossaryMatch
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import AppliedTerm, Draft, Origin, Span, TermPlacement
from translate_app.pipeline.marks import Masked, Slot, mask, slots_of, without_marks
from translate_app.pipeline.match import Matcher, contains
from translate_app.pipeline.pretranslate_clauses import clauses
from translate_app.pipeline.pretranslate_place import Settled, faults, settle
from translate_app.pipeline.pretranslate_tidy import tidy
from translate_app.ports import Engine

Memory = Callable[[str], Draft | None]
"""Looks up an approved translation of exactly this source text."""

CANDIDATES = 6
"""Hypotheses asked for: among six one with every mark is found more often than among four
(87 % against 83 % of the marks exactly once, starter engine), at a fifth more time."""

_LONG = 25
_CLAUSE, _PHRASE = 8, 4
"""Words. The starter engine loses half of a segment longer than `_LONG`; in clauses of at
least `_CLAUSE` words it keeps more of it (FLORES dev, from 25 words: chrF +2 to +4). Whatever
lost a name is tried again in phrases of at least `_PHRASE` words."""

_ARTICLE = re.compile(r"\b[Tt]he\s+$")
_COMMON = frozenset(
    {"A", "An", "And", "As", "At", "By", "He", "In", "It", "On", "She", "The", "They"}
)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A segment that needs the engine."""

    source: str
    slots: tuple[Slot, ...]
    parts: tuple[Masked, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the engine made of a segment, whole or in parts."""

    parts: tuple[tuple[Masked, Hypothesis], ...]
    lost: int
    doubled: int


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
    drafts: dict[str, Draft] = {}
    plans: list[_Plan] = []
    for source in dict.fromkeys(sources):
        matches = matcher.find(source)
        draft = memory(source) or _from_glossary(source, matches, pair.target)
        if draft is None:
            plans.append(_plan(source, slots_of(source, matches, pair.target), engine, pair))
        else:
            drafts[source] = draft
    for plan, answer in zip(plans, _answers(plans, engine, pair), strict=True):
        drafts[plan.source] = _draft(plan, answer, engine.info.label, pair.target)
    return [drafts[source] for source in sources]


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


def _from_glossary(
    source: str, matches: Sequence[GlossaryMatch], language: Language
) -> Draft | None:
    """The draft of a segment that is nothing but names, signs and numbers."""
    slots = slots_of(source, matches, language)
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
    terms = _terms(((slot, TermPlacement.WHOLE) for slot in slots), language)
    origin = Origin.GLOSSARY if terms else Origin.MACHINE
    return Draft(tidy(without_marks(target), source, language), origin, terms=terms)


def _plan(source: str, slots: tuple[Slot, ...], engine: Engine, pair: LanguagePair) -> _Plan:
    """The way `source` first goes to the engine: whole, or in clauses where it is too long."""
    if engine.info.kind is EngineKind.STARTER and len(source.split()) >= _LONG:
        return _Plan(source, slots, _cut(source, slots, engine, pair, _CLAUSE))
    return _Plan(source, slots, (mask(source, Span(0, len(source)), slots, engine.marks),))


def _cut(
    source: str, slots: tuple[Slot, ...], engine: Engine, pair: LanguagePair, least_words: int
) -> tuple[Masked, ...]:
    spans = clauses(source, pair.source, [slot.span for slot in slots], least_words)
    return tuple(mask(source, span, slots, engine.marks) for span in spans)


def _answers(plans: Sequence[_Plan], engine: Engine, pair: LanguagePair) -> list[_Answer]:
    """The best answer to each plan, after a second try where the first lost something."""
    found = _translated([plan.parts for plan in plans], engine, pair.target)
    faulty = [at for at, answer in enumerate(found) if answer.lost or answer.doubled]
    retries = [(at, parts) for at in faulty for parts in _other_ways(plans[at], engine, pair)]
    for (at, _), answer in zip(
        retries, _translated([parts for _, parts in retries], engine, pair.target), strict=True
    ):
        found[at] = min(found[at], answer, key=lambda one: (one.lost, one.doubled))
    return found


def _other_ways(plan: _Plan, engine: Engine, pair: LanguagePair) -> Iterable[tuple[Masked, ...]]:
    """The text without marks, and its clauses; the former only where no number is at stake."""
    if engine.marks and all(slot.match for slot in plan.slots):
        yield (mask(plan.source, Span(0, len(plan.source)), plan.slots, ()),)
    phrases = _cut(plan.source, plan.slots, engine, pair, _PHRASE)
    if len(phrases) > len(plan.parts):
        yield phrases


def _translated(
    ways: Sequence[tuple[Masked, ...]], engine: Engine, language: Language
) -> list[_Answer]:
    """For each way to put a segment to the engine the best of its hypotheses."""
    texts = [part.text for way in ways for part in way]
    results = iter(engine.translate(texts, hypotheses=CANDIDATES) if texts else ())
    answers = []
    for way in ways:
        parts = tuple((part, _best(part, next(results), language)) for part in way)
        counts = [faults(part, found.text, language) for part, found in parts]
        answers.append(_Answer(parts, sum(c[0] for c in counts), sum(c[1] for c in counts)))
    return answers


def _best(masked: Masked, found: Sequence[Hypothesis], language: Language) -> Hypothesis:
    """The first of those that lost and doubled the fewest marks; they come best first."""
    return min(found, key=lambda one: faults(masked, one.text, language))


def _draft(plan: _Plan, answer: _Answer, engine: str, language: Language) -> Draft:
    settled = [settle(masked, found, language) for masked, found in answer.parts]
    target = tidy(_joined(answer, settled, language), plan.source, language)
    if not any(target.startswith(slot.text) for slot in plan.slots):  # al-Wadi stays al-Wadi
        target = target[:1].upper() + target[1:]
    weights = [max(1, len(masked.text)) for masked, _ in answer.parts]
    scores = [found.score for _, found in answer.parts]
    score = sum(w * s for w, s in zip(weights, scores, strict=True)) / sum(weights)
    placed = [
        (slot, placement if _stands(slot, target, language) else TermPlacement.MISSING)
        for (masked, _), one in zip(answer.parts, settled, strict=True)
        for slot, placement in zip(masked.slots, one.placements, strict=True)
    ]
    return Draft(target, Origin.MACHINE, engine, score, _terms(placed, language))


def _joined(answer: _Answer, settled: Sequence[Settled], language: Language) -> str:
    """The parts as one text; each but the last ends as its source part does."""
    if len(settled) == 1:
        return settled[0].text
    texts = [
        tidy(one.text, masked.text, language)
        for (masked, _), one in zip(answer.parts, settled, strict=True)
    ]
    return " ".join(texts[:1] + [_inside(text) for text in texts[1:] if text])


def _inside(text: str) -> str:
    """A part that does not begin the segment: without the capital of a common first word."""
    first, space, rest = text.partition(" ")
    return first.lower() + space + rest if first in _COMMON else text


def _stands(slot: Slot, target: str, language: Language) -> bool:
    forms = slot.match.entry.forms(language) if slot.match else (slot.text,)
    return slot.text in target or contains(target, forms, language)


def _terms(
    placed: Iterable[tuple[Slot, TermPlacement]], language: Language
) -> tuple[AppliedTerm, ...]:
    """What became of the names among the slots."""
    return tuple(
        AppliedTerm(
            slot.match.entry.key, slot.match.surface, slot.match.entry.name(language), placement
        )
        for slot, placement in placed
        if slot.match
    )
