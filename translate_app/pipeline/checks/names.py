"""Whether the names of the source stand in the translation."""

import re
from collections.abc import Iterator
from typing import Final

from translate_app.domain.glossary import EntryType, GlossaryMatch
from translate_app.domain.segment import Finding, Severity, TermPlacement
from translate_app.pipeline.checks.context import CheckContext
from translate_app.pipeline.checks.loose_names import adjective_of, scattered
from translate_app.pipeline.folding import fold
from translate_app.pipeline.match import contains, find_forms

_NAMED: Final = frozenset({EntryType.PERSON, EntryType.PLACE, EntryType.ORGANISATION})
_WORD = re.compile(r"\w+")
_STEM = 3
"""Letters that a name and its adjective share (Syria, Syrian; روسيا, روسي)."""
_PREFIXES = ("", "و", "ف", "ب", "ل", "ال", "وال", "بال", "لل")


def term_missing(context: CheckContext) -> Iterator[Finding]:
    """A name whose accepted spellings all are absent from the target, clitics allowed.

    Two cases are often the right translation and give a warning: a country or town that
    stands there as an adjective (`US forces`, القوات الأمريكية; `term_as_adjective`), and a
    name whose words stand apart (“the Syrian armed opposition”; `term_scattered`).

    Where several entries share the name in the source, that of any of them will do:
    `term_ambiguous` asks which one is meant.
    """
    source, target = context.pair.source, context.pair.target
    by_entry: dict[str, list[GlossaryMatch]] = {}
    for match in context.expected:
        if not (match.entry.do_not_translate or match.inflected):
            by_entry.setdefault(match.entry.key, []).append(match)
    for matches in by_entry.values():
        entry = matches[0].entry
        accepted = [form for match in matches for form in match.accepted(target)]
        accepted += [
            form for one in matches for rival in one.rivals for form in rival.forms(target)
        ]
        forms = tuple(dict.fromkeys(accepted))
        if contains(context.target, forms, target):
            continue
        parameters = {"name": entry.name(source), "target": entry.name(target)}
        adjective = adjective_of(entry, context.target, target)
        if adjective is not None:
            parameters["form"] = context.target[adjective.start : adjective.end]
            yield Finding("term_as_adjective", Severity.WARNING, parameters, adjective)
        elif scattered(forms, context.target, target):
            yield Finding("term_scattered", Severity.WARNING, parameters)
        else:
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


def term_lost_once(context: CheckContext) -> Iterator[Finding]:
    """A draft that has a name less often than its source, though it has it.

    Only of drafts: a person may well write a pronoun where the source says the name again.
    """
    lost = {term.entry for term in context.applied if term.placement is TermPlacement.MISSING}
    for key in sorted(lost):
        matches = [match for match in context.expected if match.entry.key == key]
        forms = [form for match in matches for form in match.accepted(context.pair.target)]
        found = find_forms(context.target, tuple(dict.fromkeys(forms)), context.pair.target)
        if found and len(found) < len(matches):
            parameters = {
                "name": matches[0].entry.name(context.pair.source),
                "source": str(len(matches)),
                "target": str(len(found)),
            }
            yield Finding("term_lost_once", Severity.WARNING, parameters)


def term_unexpected(context: CheckContext) -> Iterator[Finding]:
    """A name of the termbase in the target that the source does not speak of.

    Small engines invent names ("she said" becomes "Russia said"). What the source names,
    even by an adjective, is passed over; so are one-word surnames and bodies, which are
    ordinary words too often. Of the FLORES-200 dev references 0.1 % into Arabic and 0.7 %
    into English are flagged.
    """
    if not context.named:
        return
    stems = _stems(context.source)
    for match in context.named:
        if _is_telling(match) and not _is_spoken_of(match, context.source, stems, context):
            parameters = {
                "name": match.surface,
                "source": match.entry.name(context.pair.source),
            }
            yield Finding("term_unexpected", Severity.WARNING, parameters, match.span)


def _is_telling(match: GlossaryMatch) -> bool:
    kind = match.entry.type
    return kind in _NAMED and (kind is EntryType.PLACE or len(match.surface.split()) > 1)


def _is_spoken_of(
    match: GlossaryMatch, source: str, stems: set[str], context: CheckContext
) -> bool:
    forms = match.entry.forms(context.pair.source)
    if contains(source, forms, context.pair.source):
        return True
    words = [word for form in forms for word in _WORD.findall(fold(form).text)]
    return any(word[:_STEM] in stems for word in words)


def _stems(text: str) -> set[str]:
    """The first letters of every word of `text`, with and without Arabic prefixes."""
    return {
        word[len(prefix) :][:_STEM]
        for word in _WORD.findall(fold(text).text)
        for prefix in _PREFIXES
        if word.startswith(prefix)
    }
