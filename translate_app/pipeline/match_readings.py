"""Other words that a word of a text may stand for: clitics taken off, another number."""

from collections.abc import Iterator
from typing import NamedTuple

from translate_app.pipeline.match_tokens import is_arabic

CLITIC_LETTERS = frozenset("وفبلك")
_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_ARTICLE = "ال"
_CONTRACTED = "لل"
_SURE_LETTERS = 4
_BEFORE_SHORT_NAMES = frozenset("وبل")
_HISSING = ("s", "x", "z", "ch", "sh")


class Reading(NamedTuple):
    """A word read as clitics and the first word of a name."""

    clitic: str
    word: str
    alone: bool
    """Whether this may be a name of one word; else only more words of it make sure."""


def readings(word: str) -> list[Reading]:
    """The ways to read a folded Arabic word as clitics and something else.

    First a conjunction (و ف), then a preposition (ب ل ك), then the article, whose contraction
    لل is read as ل and the article. What is left must be a name as a whole. Short words are
    too often read wrongly (كبير as ك and بير, فنون as ف and نون, بكر as ب and كر): a name of
    one word with fewer than four letters, its article counted, is taken behind و ب ل alone
    or joined, not behind ف or ك, and with fewer than three letters behind no clitic.
    """
    if word[0] not in CLITIC_LETTERS or len(word) < 3 or not is_arabic(word):
        return []
    found = _without_preposition("", word)
    if word[0] in _CONJUNCTIONS:
        rest = word[1:]
        found.append(_reading(word[0], rest))
        found += _without_preposition(word[0], rest)
    return found


def _without_preposition(before: str, word: str) -> list[Reading]:
    if word[0] not in _PREPOSITIONS or len(word) < 3:
        return []
    clitic = before + word[0]
    found = [_reading(clitic, word[1:])]
    if word.startswith(_CONTRACTED):
        # ل + الائتلاف is للائتلاف; اللاذقية loses one ل more in ل + اللاذقية = للاذقية.
        found.append(_reading(clitic, _ARTICLE + word[2:]))
        found.append(_reading(clitic, _ARTICLE + word[1:]))
    return found


def _reading(clitic: str, rest: str) -> Reading:
    letters = len(rest)
    sure = letters >= _SURE_LETTERS or (
        letters == _SURE_LETTERS - 1 and _BEFORE_SHORT_NAMES.issuperset(clitic)
    )
    return Reading(clitic, rest, sure)


def other_numbers(word: str) -> Iterator[str]:
    """What a folded English word may be in the singular, or regularly in the plural."""
    if not (word.isascii() and word.isalpha()):
        return
    if word.endswith("s") and not word.endswith("ss"):
        if word.endswith("ies"):
            yield f"{word[:-3]}y"
        if word.endswith("es") and word[:-2].endswith(_HISSING):
            yield word[:-2]
        yield word[:-1]
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        yield f"{word[:-1]}ies"
    else:
        yield f"{word}es" if word.endswith(_HISSING) else f"{word}s"
