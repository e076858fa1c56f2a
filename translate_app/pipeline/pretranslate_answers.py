"""Puts segments to an engine, and once more where the answer will not do."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from translate_app.domain.client import HouseStyle
from translate_app.domain.engine import EngineKind, Hypothesis
from translate_app.domain.language import LanguagePair
from translate_app.domain.segment import Span
from translate_app.pipeline.marks import Masked, Slot, mask
from translate_app.pipeline.pathologies import pathologies
from translate_app.pipeline.pretranslate_clauses import clauses
from translate_app.pipeline.pretranslate_place import losses
from translate_app.ports import Engine

CANDIDATES = 4
"""Hypotheses asked for: as many as the beam holds anyway, so that they cost nothing."""

_LONG = 25
_CLAUSE, _PHRASE = 8, 4
"""Words. The starter engine loses half of a segment longer than `_LONG`; in clauses of at
least `_CLAUSE` words it keeps more of it (FLORES dev, from 25 words: chrF +2 to +4). Whatever
lost a name is tried again in phrases of at least `_PHRASE` words."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What all segments of a batch share."""

    engine: Engine
    pair: LanguagePair
    style: HouseStyle


@dataclass(frozen=True, slots=True)
class Plan:
    """A segment that needs the engine, and the way it first goes there."""

    source: str
    slots: tuple[Slot, ...]
    parts: tuple[Masked, ...]


@dataclass(frozen=True, slots=True)
class Faults:
    """What is wrong with an answer; the smaller, the better it is."""

    grave: int = 0
    """Slots lost, and pathologies."""
    replaced: int = 0
    """Names written over what the engine wrote for them."""
    doubled: int = 0
    lost: frozenset[Span] = frozenset()
    """Where the slots that are lost stand in the source."""
    pathologies: int = 0

    @property
    def harmless(self) -> bool:
        """Whether the likeliest answer is taken although names are put right in it."""
        return not self.grave and not self.doubled

    @property
    def rank(self) -> tuple[int, int, int]:
        """By which answers are compared: a doubled mark is deleted and no harm is left."""
        return self.grave, self.replaced, self.doubled


@dataclass(frozen=True, slots=True)
class Answer:
    """What the engine made of a segment, whole or in parts."""

    parts: tuple[tuple[Masked, Hypothesis], ...]
    faults: Faults
    rescued: frozenset[Span] = frozenset()
    """Where slots stand in the source that the likeliest answer lost, and this one has."""


def plan(source: str, slots: tuple[Slot, ...], desk: Desk) -> Plan:
    """`source` as it first goes to the engine: whole, or in clauses where it is too long."""
    if desk.engine.info.kind is EngineKind.STARTER and len(source.split()) >= _LONG:
        return Plan(source, slots, _cut(source, slots, desk, _CLAUSE))
    return Plan(source, slots, (mask(source, Span(0, len(source)), slots, desk.engine.marks),))


def answers(plans: Sequence[Plan], desk: Desk) -> list[Answer]:
    """The best answer to each plan, after a second try where the first lost something or broke.

    One call of the engine for all first tries, and one for all second ones.
    """
    found = [ranked[0] for ranked in _asked([one.parts for one in plans], desk, 1)]
    faulty = [at for at, answer in enumerate(found) if answer.faults.grave]
    again = [(at, parts) for at in faulty for parts in _other_ways(plans[at], desk)]
    for (at, _), ranked in zip(again, _asked([way for _, way in again], desk, 1), strict=True):
        found[at] = _better(found[at], ranked[0])
    return found


def _better(first: Answer, second: Answer) -> Answer:
    """The one that loses less, `first` if both lose as much."""
    if first.faults.rank <= second.faults.rank:
        return first
    lost = first.rescued | first.faults.lost
    return replace(second, rescued=lost - second.faults.lost)


def all_answers(asked: Plan, desk: Desk, count: int) -> list[Answer]:
    """Up to `count` answers along the first way and one along each other way, best first."""
    first, *others = _asked([asked.parts, *_other_ways(asked, desk)], desk, count)
    return sorted([*first, *(ranked[0] for ranked in others)], key=lambda one: one.faults.rank)


def _cut(source: str, slots: tuple[Slot, ...], desk: Desk, least_words: int) -> tuple[Masked, ...]:
    spans = clauses(source, desk.pair.source, [slot.span for slot in slots], least_words)
    return tuple(mask(source, span, slots, desk.engine.marks) for span in spans)


def _other_ways(asked: Plan, desk: Desk) -> Iterator[tuple[Masked, ...]]:
    """The text without marks, where only names are at stake, and its phrases."""
    if any(part.marks and any(part.marks) for part in asked.parts) and all(
        slot.match for slot in asked.slots
    ):
        yield (mask(asked.source, Span(0, len(asked.source)), asked.slots, ()),)
    phrases = _cut(asked.source, asked.slots, desk, _PHRASE)
    if len(phrases) > len(asked.parts):
        yield phrases


def _asked(ways: Sequence[tuple[Masked, ...]], desk: Desk, count: int) -> Iterator[list[Answer]]:
    """For each way to put a segment to the engine its `count` best answers, best first."""
    texts = [part.text for way in ways for part in way]
    results = iter(desk.engine.translate(texts, hypotheses=CANDIDATES) if texts else ())
    for way in ways:
        ranked = [_ranked(part, next(results), desk.pair, count) for part in way]
        depth = min(count, max(len(one.best) for one in ranked))
        lost = frozenset[Span]().union(*(one.likeliest.lost for one in ranked))
        for_each = [[one.best[min(at, len(one.best) - 1)] for one in ranked] for at in range(depth)]
        yield [_joined(way, chosen, lost) for chosen in for_each]


class _Ranked(NamedTuple):
    """The hypotheses for one part."""

    best: list[tuple[Hypothesis, Faults]]
    """Best first."""
    likeliest: Faults
    """What is wrong with the one that the engine likes best."""


def _ranked(part: Masked, found: Sequence[Hypothesis], pair: LanguagePair, count: int) -> _Ranked:
    """The hypotheses for one part. They come with the likeliest first, so that one without a
    fault is the best there is, and no other need be looked at. Where several keep as many
    names, the likeliest of them is the best."""
    judged: list[tuple[Hypothesis, Faults]] = []
    for one in found:
        judged.append((one, _judged(part, one, pair)))
        if count == 1 and judged[-1][1].harmless:
            return _Ranked(judged[-1:], judged[0][1])
    return _Ranked(sorted(judged, key=lambda candidate: candidate[1].rank), judged[0][1])


def _judged(part: Masked, answer: Hypothesis, pair: LanguagePair) -> Faults:
    found = losses(part, answer, pair)
    ills = len(pathologies(part.text, answer.text, pair))
    lost = frozenset(part.slots[slot].span for slot in found.lost)
    return Faults(len(lost) + ills, found.replaced, found.doubled, lost, ills)


def _joined(
    way: Iterable[Masked], chosen: Sequence[tuple[Hypothesis, Faults]], lost: frozenset[Span]
) -> Answer:
    """One answer of those to the parts; `lost` is what the likeliest ones lost."""
    each = [faults for _, faults in chosen]
    total = Faults(
        sum(one.grave for one in each),
        sum(one.replaced for one in each),
        sum(one.doubled for one in each),
        frozenset[Span]().union(*(one.lost for one in each)),
        sum(one.pathologies for one in each),
    )
    parts = zip(way, (found for found, _ in chosen), strict=True)
    return Answer(tuple(parts), total, lost - total.lost)
