"""How the names of the source are spelt in the translation, and which one is meant."""

import re
from collections.abc import Iterator, Sequence

from translate_app.domain.glossary import GlossaryEntry, GlossaryMatch
from translate_app.domain.language import Language
from translate_app.domain.segment import Finding, Severity, Span
from translate_app.pipeline.checks.context import CheckContext
from translate_app.pipeline.folding import fold
from translate_app.pipeline.match import find_forms

_UNWRITTEN = re.compile("[\u0640\u064b-\u065f\u0670\u200c\u200d]")
"""Tatweel, vowel marks and joiners: with or without them a name is spelt right."""
_ARTICLE = "ال"
_SHOWN_NOTE = 60


def term_forbidden(context: CheckContext) -> Iterator[Finding]:
    """A spelling that the termbase forbids for a name of the source, with its reason.

    The id is `term_forbidden_reason` where the maintainer gave one.
    """
    language = context.pair.target
    for entry in _entries(context.expected):
        accepted = entry.forms(language)
        for forbidden in entry.forbidden(language):
            for span in find_forms(context.target, (forbidden.text,), language):
                surface = context.target[span.start : span.end]
                if not _is_forbidden(surface, forbidden.text, accepted):
                    continue
                if _lies_within(span, find_forms(context.target, accepted, language)):
                    continue
                parameters = {
                    "form": surface,
                    "name": entry.name(context.pair.source),
                    "wanted": entry.name(language),
                }
                if forbidden.reason:
                    parameters["reason"] = forbidden.reason
                check = "term_forbidden_reason" if forbidden.reason else "term_forbidden"
                yield Finding(check, Severity.ERROR, parameters, span)


def _is_forbidden(surface: str, forbidden: str, accepted: Sequence[str]) -> bool:
    """Whether `surface` is meant: one that differs from a right spelling by a hamza only is
    to be compared letter by letter, any other one folded.
    """
    folded = fold(forbidden).text
    if all(fold(form).text != folded for form in accepted):
        return True
    return _written(surface) == _written(forbidden)


def _lies_within(span: Span, others: Sequence[Span]) -> bool:
    """Whether `span` is a part of a longer one, as of a right name that holds a wrong one."""
    return any(one != span and one.holds(span) for one in others)


def do_not_translate(context: CheckContext) -> Iterator[Finding]:
    """A name that stays as the source spells it, and is not in the target like that."""
    seen: set[str] = set()
    for match in context.expected:
        if not match.entry.do_not_translate or match.surface in seen:
            continue
        seen.add(match.surface)
        if not re.search(rf"(?<![^\W_]){re.escape(match.surface)}(?![^\W_])", context.target):
            if _joined(match.surface, context.target):
                continue
            yield Finding("do_not_translate", Severity.ERROR, {"name": match.surface})


def _joined(name: str, text: str) -> bool:
    """Whether Arabic clitics stand before the name without a space: والUN, بـUN."""
    clitics = "[وف]?[بلك]?(?:ال)?\u0640?"
    return re.search(rf"(?<!\w){clitics}{re.escape(name)}(?![^\W_])", text) is not None


def term_ambiguous(context: CheckContext) -> Iterator[Finding]:
    """A name that several entries share and nothing decides between: a person must.

    Nothing is asked where all of them are translated alike.
    """
    language = context.pair.target
    seen: set[str] = set()
    for match in context.expected:
        one, *others = (match.entry, *match.rivals)
        others = [each for each in others if each.name(language) != one.name(language)]
        if not others or match.surface in seen:
            continue
        seen.add(match.surface)
        parameters = {
            "name": match.surface,
            "entry": _described(one, language),
            "others": " / ".join(_described(each, language) for each in others),
        }
        spans = find_forms(context.target, match.accepted(language), language)
        span = spans[0] if spans else None
        yield Finding("term_ambiguous", Severity.WARNING, parameters, span)


def _described(entry: GlossaryEntry, language: Language) -> str:
    note = entry.note[:_SHOWN_NOTE]
    return f"{entry.name(language)} ({note})" if note else entry.name(language)


def term_spelling(context: CheckContext) -> Iterator[Finding]:
    """A name spelt as Arabic is often typed: without its hamza, ه for ة, ي for ى.

    Found folded, but no accepted spelling is quite so. Only where the source names it, so
    that words which only look alike are left alone.
    """
    language = context.pair.target
    if language is not Language.ARABIC:
        return
    seen: set[Span] = set()
    for match in context.expected:
        if match.entry.do_not_translate:
            continue
        forms = match.accepted(language)
        for span in find_forms(context.target, forms, language):
            surface = context.target[span.start : span.end]
            wanted = _right_spelling(surface, forms)
            if wanted is not None and span not in seen:
                seen.add(span)
                parameters = {"written": surface, "wanted": wanted}
                yield Finding("term_spelling", Severity.WARNING, parameters, span)


def _right_spelling(surface: str, forms: Sequence[str]) -> str | None:
    """What must stand for `surface`; None where it is right, or not for us to say.

    Behind ل the article's alif is gone: the surface of للقاهرة is لقاهرة.
    """
    written = _written(surface)
    cut = [
        form[dropped:]
        for form in forms
        for dropped in (0, 1, 2)
        if not dropped or form.startswith(_ARTICLE)
    ]
    if written in map(_written, cut):
        return None
    folded = fold(surface).text
    return next((form for form in cut if fold(form).text == folded), None)


def _written(text: str) -> str:
    return " ".join(_UNWRITTEN.sub("", text).split())


def _entries(matches: Sequence[GlossaryMatch]) -> list[GlossaryEntry]:
    return list({match.entry.key: match.entry for match in matches}.values())
