"""Whether the same words are translated alike in a release, and as they were before."""

from collections.abc import Iterator, Mapping

from translate_app.domain.segment import Finding, Severity
from translate_app.pipeline.checks.context import CheckContext, KnownPair, wording

_SHOWN = 80
_FEWEST_WORDS = 3
"""Shorter texts are rightly translated in several ways, and several texts in their way."""

_Index = Mapping[str, tuple[KnownPair, ...]]


def translated_otherwise(context: CheckContext) -> Iterator[Finding]:
    """The same source stands in the release with another translation."""
    other = _other_target(context, context.siblings.by_source)
    if other is not None:
        parameters = {"number": str(other.number), "other": other.target[:_SHOWN]}
        yield Finding("translated_otherwise", Severity.WARNING, parameters)


def differs_from_memory(context: CheckContext) -> Iterator[Finding]:
    """The same source was approved before with another translation, and never with this one."""
    known = context.memory.by_source
    if not known:
        return
    ours = wording(context.target)
    before = known.get(wording(context.source), ())
    if before and all(wording(pair.target) != ours for pair in before):
        parameters = {"other": before[0].target[:_SHOWN]}
        yield Finding("differs_from_memory", Severity.WARNING, parameters)


def same_translation(context: CheckContext) -> Iterator[Finding]:
    """Another source of the release, or of the memory, has this very translation."""
    for known in (context.siblings.by_target, context.memory.by_target):
        if not known:
            continue
        ours, words = wording(context.source), wording(context.target)
        if len(words.split()) < _FEWEST_WORDS:
            return
        for pair in known.get(words, ()):
            if not _is_own(pair, context) and wording(pair.source) != ours:
                parameters = {"other": pair.source[:_SHOWN]}
                yield Finding("same_translation", Severity.WARNING, parameters)
                return


def _other_target(context: CheckContext, known: _Index) -> KnownPair | None:
    if not known:
        return None
    ours = wording(context.target)
    return next(
        (
            pair
            for pair in known.get(wording(context.source), ())
            if not _is_own(pair, context) and wording(pair.target) != ours
        ),
        None,
    )


def _is_own(pair: KnownPair, context: CheckContext) -> bool:
    """Whether the pair is the segment itself, as it was saved last."""
    return pair.number is not None and pair.number == context.number
