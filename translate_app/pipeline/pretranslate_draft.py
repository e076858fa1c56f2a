"""Makes a draft of an engine's answer: names in place, punctuation, digits, what went wrong."""

from collections.abc import Iterable, Sequence

from translate_app.domain.language import Language
from translate_app.domain.segment import AppliedTerm, Draft, Origin, TermPlacement
from translate_app.pipeline.confidence import Signs, confidence
from translate_app.pipeline.digits import digits_for, with_digits
from translate_app.pipeline.literals import SlotKind
from translate_app.pipeline.marks import Slot
from translate_app.pipeline.match import find_forms
from translate_app.pipeline.pathologies import mended, pathologies
from translate_app.pipeline.pretranslate_answers import Answer, Desk, Plan
from translate_app.pipeline.pretranslate_place import Settled, settle
from translate_app.pipeline.pretranslate_tidy import tidy

_COMMON = frozenset(
    {"A", "An", "And", "As", "At", "By", "He", "In", "It", "On", "She", "The", "They"}
)


def draft_of(plan: Plan, answer: Answer, desk: Desk) -> Draft:
    """The draft that `answer` becomes; every name of the plan stands in it."""
    language = desk.pair.target
    settled = [settle(masked, found, desk.pair) for masked, found in answer.parts]
    target = _finished(_joined(answer, settled, language), plan, desk)
    placed = [
        (slot, _way(slot, placement, answer))
        for (masked, _), one in zip(answer.parts, settled, strict=True)
        for slot, placement in zip(masked.slots, one.placements, strict=True)
    ]
    placed = _standing(placed, target, language)
    signs = signs_of(plan, answer, target, desk)
    return Draft(
        target,
        Origin.MACHINE,
        desk.engine.info.label,
        signs.score,
        terms_of(placed, language),
        confidence(signs, language) if target else 0,
    )


def signs_of(plan: Plan, answer: Answer, target: str, desk: Desk) -> Signs:
    """What tells how good `target`, the draft made of `answer`, is likely to be."""
    left = len(pathologies(plan.source, target, desk.pair))
    words = plan.source.split()
    return Signs(
        _score(answer),
        words=len(words),
        characters=sum(map(len, words)),
        ratio=len(target) / max(1, len(plan.source)),
        hidden=len(plan.slots),
        lost=len(answer.faults.lost),
        doubled=answer.faults.doubled,
        pathologies=max(left, answer.faults.pathologies),
    )


def _finished(text: str, plan: Plan, desk: Desk) -> str:
    """`text` mended and tidied, its numbers in the client's digits, with a capital."""
    language = desk.pair.target
    kept = [slot.text for slot in plan.slots]
    target = tidy(mended(plan.source, text, desk.pair, kept), plan.source, language)
    literals = [slot.text for slot in plan.slots if slot.kind is SlotKind.LITERAL]
    target = with_digits(target, digits_for(language, desk.style.digits), literals)
    if any(target.startswith(text) for text in kept):  # al-Wadi stays al-Wadi
        return target
    return target[:1].upper() + target[1:]


def _score(answer: Answer) -> float | None:
    """The mean of the parts' scores by their length; None where the engine gives none."""
    scored = [
        (max(1, len(masked.text)), found.score)
        for masked, found in answer.parts
        if found.score is not None
    ]
    total = sum(weight for weight, _ in scored)
    return sum(weight * score for weight, score in scored) / total if scored else None


def _joined(answer: Answer, settled: Sequence[Settled], language: Language) -> str:
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


def _way(slot: Slot, placement: TermPlacement, answer: Answer) -> TermPlacement:
    kept = placement in (TermPlacement.MARK, TermPlacement.TRANSLATED)
    return TermPlacement.CHOSEN if kept and slot.span in answer.rescued else placement


def _standing(
    placed: Sequence[tuple[Slot, TermPlacement]], target: str, language: Language
) -> list[tuple[Slot, TermPlacement]]:
    """`placed` with those missing that `target` has not as often as the source has."""
    left: dict[tuple[str, ...], int] = {}
    found = []
    for slot, placement in placed:
        forms = slot.match.accepted(language) if slot.match else (slot.text,)
        if forms not in left:
            left[forms] = max(len(find_forms(target, forms, language)), target.count(slot.text))
        left[forms] -= 1
        found.append((slot, placement if left[forms] >= 0 else TermPlacement.MISSING))
    return found


def terms_of(
    placed: Iterable[tuple[Slot, TermPlacement]], language: Language
) -> tuple[AppliedTerm, ...]:
    """What became of the names among the slots."""
    return tuple(
        AppliedTerm(
            slot.match.entry.key, slot.match.surface, slot.match.target(language), placement
        )
        for slot, placement in placed
        if slot.match
    )
