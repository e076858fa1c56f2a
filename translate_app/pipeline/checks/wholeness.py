"""Whether the translation as a whole is one."""

import re
from collections.abc import Iterator, Sequence

from translate_app.domain.language import Language
from translate_app.domain.segment import Finding, Severity, Span
from translate_app.pipeline.checks.context import CheckContext
from translate_app.pipeline.pathologies import foreign_prose, is_copy, length_fault, loop

_SHOWN = 24


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LATIN = "A-Za-z\u00c0-\u024f"
_ARABIC = "\u0620-\u064a\u0671-\u06d3"
_ASIDE = re.compile(r"[\"“”„«(\[‘'][^\"“”„«»()\[\]]{1,200}[\"“”„»)\]’']")
_TOKEN = re.compile(r"\S+")
_IN_ADDRESS = re.compile(r"://|[@#_/]|\w\.\w")
_LATIN_RUN = re.compile(
    rf"(?<![\w’'-])[{_LATIN}][{_LATIN}’'-]*(?: +[{_LATIN}][{_LATIN}’'-]*)*(?!\w)"
)
_ARABIC_RUN = re.compile(rf"[{_ARABIC}]+(?:\s+[{_ARABIC}]+)*")
_SENTENCE_END = re.compile(
    rf"(?<![\s.][{_LATIN}{_ARABIC}])(?<!\bMr)(?<!\bDr)(?<!\bSt)(?<!\bNo)"
    r"(?:[!؟?…]|\.(?!\.))[\"'’”»)\]]*(?:\s+(?=[^\W\da-z]|[\"'“”«(\[])|\Z)"
)
_LOST = 0.7
"""Share of the usual length below which a translation with fewer ends has lost a sentence."""
_USUAL_LENGTH = {Language.ARABIC: 0.87, Language.ENGLISH: 1.15}
"""Median length of translations for their source, see `pathologies.LENGTH_BOUNDS`."""
_REPEATED = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]+)[^\S\r\n]+(?P=word)(?![\w-])", re.IGNORECASE)
_MAY_REPEAT = _words(
    """had that very so bye no ha
    جدا جداً رويدا رويداً مهلا مهلاً قليلا قليلاً صفا صفاً دكا دكاً كثيرا كثيراً واحدا واحداً شبرا شبراً
    بيتا بيتاً بابا باباً حرفا حرفاً كلمة خطوة نقطة زنقة دار حارة مرة اثنين ثلاثة لا نعم كلا هيا آه
    بي سي دي تي جي اي إي"""
)
"""What both languages say twice on purpose: emphasis, and the Arabic distributive
(`خطوة خطوة`, step by step); and the Arabic names of Latin letters (بي بي سي)."""


def same_as_source(context: CheckContext) -> Iterator[Finding]:
    """The source repeated, where it holds words and not only numbers and addresses."""
    if is_copy(context.source, context.target):
        yield Finding("same_as_source", Severity.WARNING, {}, Span(0, len(context.target)))


def looped(context: CheckContext) -> Iterator[Finding]:
    """The same words again and again, where the source does not repeat any."""
    span = loop(context.target)
    if span and not loop(context.source):
        words = context.target[span.start : span.end][:_SHOWN]
        yield Finding("looped", Severity.WARNING, {"words": words}, span)


def length_ratio(context: CheckContext) -> Iterator[Finding]:
    """Far longer or shorter than translations of such a source are."""
    if length_fault(context.source, context.target, context.pair.target):
        share = len(context.target.strip()) / max(1, len(context.source.strip()))
        yield Finding("length_ratio", Severity.WARNING, {"percent": f"{share:.0%}".rstrip("%")})


def wrong_script(context: CheckContext) -> Iterator[Finding]:
    """Words left in the other language, or in a script that is neither's."""
    span = foreign_prose(context.source, context.target, context.pair.target)
    if span and not is_copy(context.source, context.target):
        words = context.target[span.start : span.end][:_SHOWN]
        yield Finding("wrong_script", Severity.WARNING, {"words": words}, span)


def untranslated(context: CheckContext) -> Iterator[Finding]:
    """Words of the other script that are no name, acronym, address or quotation.

    In Arabic a Latin run counts where a word of it begins small (`coordinator`), in English
    every Arabic run; `wrong_script` speaks of longer ones. What the termbase leaves in the
    source's spelling is right.
    """
    if foreign_prose(context.source, context.target, context.pair.target):
        return
    arabic = context.pair.target is Language.ARABIC
    pattern = _LATIN_RUN if arabic else _ARABIC_RUN
    if not pattern.search(context.target):
        return
    kept = [match.surface for match in context.expected if match.entry.do_not_translate]
    for run in pattern.finditer(_blanked(context.target, kept)):
        if arabic and not _is_plain_word(run[0], context.source):
            continue
        parameters = {"words": run[0][:_SHOWN]}
        yield Finding("untranslated", Severity.WARNING, parameters, Span(*run.span()))


def _is_plain_word(run: str, source: str) -> bool:
    """Whether a Latin run is words of the source and not a name with small particles."""
    words = run.split()
    return all(word[0].islower() and len(word) > 2 for word in words) and run in source


def _blanked(text: str, kept: Sequence[str]) -> str:
    """`text` with asides, addresses and `kept` as signs, so that places stay."""
    for pattern in (_ASIDE, *(re.compile(re.escape(each)) for each in kept)):
        text = pattern.sub(_sign, text)
    return _TOKEN.sub(
        lambda found: _sign(found) if _IN_ADDRESS.search(found[0]) else found[0], text
    )


def _sign(found: re.Match[str]) -> str:
    return "|" * len(found[0])


def repeated_word(context: CheckContext) -> Iterator[Finding]:
    """A word that stands twice in a row, where the source has nothing of the kind.

    `looped` speaks of more than two. Reduplications that are good style are passed over.
    """
    if _REPEATED.search(context.source) or loop(context.target):
        return
    named = [match.span for match in context.named]
    for found in _REPEATED.finditer(context.target):
        word, span = found["word"], Span(*found.span())
        is_name = any(one.holds(span) for one in named)
        if word.casefold() not in _MAY_REPEAT and not is_name:
            yield Finding("repeated_word", Severity.WARNING, {"word": word}, span)


def sentence_lost(context: CheckContext) -> Iterator[Finding]:
    """Far fewer sentence ends than the source has, in a translation that is short as well."""
    before = len(_SENTENCE_END.findall(context.source.strip()))
    if before < 2:
        return
    after = max(1, len(_SENTENCE_END.findall(context.target.strip())))
    usual = _USUAL_LENGTH[context.pair.target] * len(context.source.strip())
    if after < before and len(context.target.strip()) < _LOST * usual:
        parameters = {"source": str(before), "target": str(after)}
        yield Finding("sentence_lost", Severity.WARNING, parameters)
