"""Finds what an engine wrote for a name without telling where: by its sound or its words.

A name is taken for found only where one stretch of the answer is clearly more like it than
any other, so that no other word of the answer is written over.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from translate_app.domain.glossary import EntryType, GlossaryMatch
from translate_app.domain.language import Language
from translate_app.domain.segment import Span
from translate_app.pipeline.folding import fold
from translate_app.pipeline.transliterate import similarity

_WORD = re.compile(r"[^\W_]+(?:['’.-](?!s(?!\w))[^\W_]+)*")
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
_CLITIC = re.compile(r"[وف]?[بكل]?(?=\w{3})")
_PREFIX = re.compile(r"(?:[وف]?(?:[بك]?ال|لل)|[وف])(?=\w{3})")
_ENOUGH, _ENOUGH_SHORT = 0.68, 0.85
"""Likeness from which on a stretch is taken; a name of fewer sounds is sooner like any word."""
_ENOUGH_CAPITAL = 0.6
_SHORT = 4
"""Letters of a short name."""
_CLEARLY = 0.08
"""By how much the best stretch must be more like the name than the next one."""
_BY_LETTERS, _A_WORD = 0.1, 0.02
_SAME_WORD = 0.8
_HARDLY = 0.4
"""Below this nothing is worth a closer look."""
_FUNCTION = frozenset(
    ("the", "of", "for", "and", "in", "on", "to", "a", "an", "في", "من", "علي", "الي", "عن")
)


def similar_stretch(
    answer: str, match: GlossaryMatch, source: Language, taken: Sequence[Span], wanted: int = 1
) -> Span | None:
    """The first stretch of `answer` that renders `match`, though not in an accepted form.

    `wanted` says how often it is looked for. An Arabic clitic stays outside of the stretch;
    in English it begins with a capital where the name does. None where no stretch outside of
    `taken` is like enough, or more than `wanted` are.
    """
    if match.entry.do_not_translate:
        return None
    target = source.other
    found = sorted(
        (
            (_likeness(written, match, source), span)
            for span, written in _stretches(answer, match, target, taken)
        ),
        key=lambda one: (-round(one[0], 6), -one[1].start),
    )
    apart: list[tuple[float, Span]] = []
    for value, span in found:
        if not any(span.overlaps(other) for _, other in apart):
            apart.append((value, span))
        if len(apart) > wanted:
            break
    rival = apart[wanted][0] if len(apart) > wanted else 0.0
    least = max(_enough(match, target), rival + _CLEARLY)
    return min((span for value, span in apart if value >= least), key=_start, default=None)


def _enough(match: GlossaryMatch, target: Language) -> float:
    """The likeness that will do: a capital tells a name from most words already."""
    if _capital(match, target):
        return _ENOUGH_CAPITAL
    letters = min(len(re.sub(r"\W", "", match.surface)), len(match.target(target)))
    return _ENOUGH_SHORT if letters <= _SHORT else _ENOUGH


def _capital(match: GlossaryMatch, target: Language) -> bool:
    return target is Language.ENGLISH and match.target(target)[:1].isupper()


def _start(span: Span) -> int:
    return span.start


def is_exact(answer: str, span: Span, forms: Sequence[str]) -> bool:
    """Whether one of `forms` stands at `span` to the letter, and not only its like (اسوان).

    Marks that Arabic may leave out do not count.
    """
    written = _MARKS.sub("", answer[span.start : span.end])
    if answer[max(0, span.start - 1) : span.start + 1] == "لل":
        return any(written in (form[1:], form[2:]) for form in forms if form.startswith("ال"))
    return any(_MARKS.sub("", form) in written for form in forms)


def _stretches(
    answer: str, match: GlossaryMatch, target: Language, taken: Sequence[Span]
) -> Iterator[tuple[Span, str]]:
    """Runs of about as many words as the name has, with and without clitics.

    With each what is written there, an article that is contracted with ل written out.
    """
    words = [Span(*found.span()) for found in _WORD.finditer(answer)]
    forms = match.accepted(target)
    counts = {len(form.split()) for form in (match.surface, *forms)}
    edges = {fold(form.split()[at]).text for form in forms if form.strip() for at in (0, -1)}
    outside = _FUNCTION - edges
    for first, word in enumerate(words):
        starts = _starts(answer, word) if target is Language.ARABIC else (word.start,)
        for count in range(max(1, min(counts) - 1), max(counts) + 2):
            piece = words[first : first + count]
            ends = [fold(answer[at.start : at.end]).text for at in (piece[0], piece[-1])]
            small = _capital(match, target) and not answer[word.start].isupper()
            if len(piece) < count or small or outside.intersection(ends):
                continue
            for start in starts:
                span = Span(start, piece[-1].end)
                if not any(span.overlaps(one) for one in taken):
                    contracted = start > word.start and answer[start - 1 : start + 1] == "لل"
                    written = answer[start : span.end]
                    yield span, f"ا{written}" if contracted else written


def _starts(answer: str, word: Span) -> Sequence[int]:
    """Where a name may begin in a word: at its beginning, or behind a clitic."""
    found = _CLITIC.match(answer, word.start, word.end)
    return range(word.start, found.end() + 1) if found else (word.start,)


def _likeness(written: str, match: GlossaryMatch, source: Language) -> float:
    """0 to 1: how like `written` is to the name, by sound or by the words it is made of.

    Its letters decide between stretches that are as like, and the longer one wins then.
    """
    names, forms = (match.surface, match.entry.name(source)), match.accepted(source.other)
    if source is Language.ENGLISH:
        value = max(similarity(name, written) for name in names)
    else:
        value = max(similarity(written, name) for name in names)
    one_word = all(len(_words(form)) < 2 for form in forms)
    if match.entry.type is EntryType.PERSON or one_word:
        spelt = max(_spelt(written, form) for form in forms)
        value = max(value, spelt)
    else:  # half of a long name has most of its letters, but it is not the name
        value = max(value, *(_worded(written, form) for form in forms))
        if value < _HARDLY:
            return value
        spelt = max(_spelt(written, form) for form in forms)
    by_words = _A_WORD * len(written.split())
    return _BY_LETTERS * spelt + (1 - _BY_LETTERS) * value + by_words


def _worded(written: str, form: str) -> float:
    """The share of words that both have, their order and articles left aside.

    A word in another's place is no worse than none, so that it is written over as well.
    """
    ours, theirs = _words(written), _words(form)
    if min(len(ours), len(theirs)) < 2:
        return 0.0
    left = list(theirs)
    for word in ours:
        hit = next((one for one in left if _same_word(word, one)), None)
        if hit is not None:
            left.remove(hit)
    return (len(theirs) - len(left)) / max(len(ours), len(theirs))


# What follows is asked again and again for the stretches of one answer.


@lru_cache(maxsize=16384)
def _same_word(one: str, other: str) -> bool:
    return one == other or (one[:1] == other[:1] and _ratio(one, other) >= _SAME_WORD)


@lru_cache(maxsize=16384)
def _spelt(written: str, form: str) -> float:
    return _ratio(fold(written).text, fold(form).text)


def _ratio(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _HARDLY or matcher.quick_ratio() < _HARDLY:
        return 0.0
    return matcher.ratio()


@lru_cache(maxsize=16384)
def _words(text: str) -> tuple[str, ...]:
    folded = (fold(word).text for word in text.split())
    return tuple(_PREFIX.sub("", word) for word in folded if word not in _FUNCTION)
