"""Whether both texts name the same numbers, whatever digits and words they use."""

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from translate_app.domain.language import Language
from translate_app.domain.segment import Finding, Severity, Span
from translate_app.pipeline.checks.context import CheckContext
from translate_app.pipeline.checks.number_words import NUMBER_WORDS
from translate_app.pipeline.checks.numbers import Number, numbers
from translate_app.pipeline.match import contains, find_forms

_TWO = Decimal(2)
_DUAL = re.compile(r"[^\W\d_]{2}(?:ان|ين)(?!\w)")
"""What an Arabic dual ends with: ساعتين says 2 hours. Some plurals do as well."""


def numbers_differ(context: CheckContext) -> Iterator[Finding]:
    """Numbers that one text has and the other has not, compared by value.

    A number may be spelt out (one, both, مئة, ألفين), and one that stands in a glossary name is
    accounted for where the name stands on both sides. A warning only: words for numbers,
    duals and other ways of counting are beyond this check.
    """
    missing, added = _unpaired(numbers(context.source), numbers(context.target))
    if not missing and not added:
        return
    in_source, in_target = _named(context)
    pair = context.pair
    missing = _unexplained(missing, in_source, context.target, pair.target)
    added = _unexplained(added, in_target, context.source, pair.source)
    yield from _findings(missing, added)


def _unpaired(
    source: Iterable[Number], target: Iterable[Number]
) -> tuple[list[Number], list[Number]]:
    """The numbers of either text that have no partner of the same value in the other."""
    free = dict(enumerate(target))
    by_value: defaultdict[Decimal, deque[int]] = defaultdict(deque)
    for position, number in free.items():
        for value in number.values:
            by_value[value].append(position)
    missing: list[Number] = []
    for number in source:
        if not any(_take(by_value[value], free) for value in number.values):
            missing.append(number)
    return missing, list(free.values())


def _take(positions: deque[int], free: dict[int, Number]) -> bool:
    """Use up the first of `positions` that is still free."""
    while positions:
        if free.pop(positions.popleft(), None) is not None:
            return True
    return False


def _named(context: CheckContext) -> tuple[list[Span], list[Span]]:
    """Where the names that stand in both texts stand, in the source and in the target."""
    language = context.pair.target
    in_source: list[Span] = []
    in_target: set[Span] = set()
    for match in context.expected:
        spans = find_forms(context.target, match.entry.forms(language), language)
        if spans:
            in_source.append(match.span)
            in_target.update(spans)
    return in_source, list(in_target)


def _unexplained(
    found: Sequence[Number], named: Sequence[Span], other: str, language: Language
) -> list[Number]:
    """Those of `found` that the text `other` may not leave out and does not spell out."""
    covered = {place for span in named for place in range(span.start, span.end)}
    words = NUMBER_WORDS[language]
    spelt_out = {
        value
        for value in {value for number in found for value in number.values}
        if value in words and contains(other, words[int(value)], language)
    }
    if language is Language.ARABIC and _DUAL.search(other):
        spelt_out.add(_TWO)
    return [
        number
        for number in found
        if not number.optional
        and number.span.start not in covered
        and not number.values & spelt_out
    ]


def _findings(missing: Sequence[Number], added: Sequence[Number]) -> Iterator[Finding]:
    for left, right in zip(missing, added, strict=False):
        parameters = {"number": left.text, "source": left.text, "target": right.text}
        yield Finding("numbers_differ", Severity.WARNING, parameters, right.span)
    for number in missing[len(added) :]:
        yield Finding("number_missing", Severity.WARNING, {"number": number.text})
    for number in added[len(missing) :]:
        yield Finding("number_added", Severity.WARNING, {"number": number.text}, number.span)
