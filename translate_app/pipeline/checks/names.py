"""Whether the names of the source stand in the translation."""

from collections.abc import Iterator

from translate_app.domain.segment import Finding, Severity, TermPlacement
from translate_app.pipeline.checks.context import CheckContext
from translate_app.pipeline.match import contains, find_forms


def term_missing(context: CheckContext) -> Iterator[Finding]:
    """A name whose accepted spellings all are absent from the target, clitics allowed."""
    entries = {match.entry.key: match.entry for match in context.expected}
    for entry in entries.values():
        if not contains(context.target, entry.forms(context.pair.target), context.pair.target):
            parameters = {
                "name": entry.name(context.pair.source),
                "target": entry.name(context.pair.target),
            }
            yield Finding("term_missing", Severity.ERROR, parameters)


def term_inserted(context: CheckContext) -> Iterator[Finding]:
    """A name that the engine lost and that was put where its attention pointed."""
    seen: dict[str, int] = {}
    for term in context.applied:
        if term.placement is not TermPlacement.INSERTED:
            continue
        spans = find_forms(context.target, (term.target,), context.pair.target)
        number = seen.get(term.target, 0)
        seen[term.target] = number + 1
        parameters = {"name": term.source, "target": term.target}
        span = spans[number] if number < len(spans) else None
        yield Finding("term_inserted", Severity.WARNING, parameters, span)
