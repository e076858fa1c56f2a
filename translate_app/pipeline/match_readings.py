"""Other words that a word of a text may stand for: clitics taken off, another number."""

from collections.abc import Iterator
from functools import lru_cache

from translate_app.pipeline.match_tokens import is_arabic

CLITIC_LETTERS = "وفبلك"
_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_ARTICLE = "ال"
_CONTRACTED = "لل"
_HISSING = ("s", "x", "z", "ch", "sh")


@lru_cache(maxsize=16384)
def readings(word: str) -> tuple[tuple[str, str], ...]:
    """The ways to read a folded Arabic word as clitics and something else.

    First a conjunction (و ف), then a preposition (ب ل ك), then the article, whose contraction
    لل is read as ل and the article.
    """
    if word[0] not in CLITIC_LETTERS or len(word) < 3 or not is_arabic(word):
        return ()
    found = _without_preposition("", word)
    if word[0] in _CONJUNCTIONS:
        found.append((word[0], word[1:]))
        found += _without_preposition(word[0], word[1:])
    return tuple(found)


def _without_preposition(before: str, word: str) -> list[tuple[str, str]]:
    if word[0] not in _PREPOSITIONS or len(word) < 3:
        return []
    clitic = before + word[0]
    found = [(clitic, word[1:])]
    if word.startswith(_CONTRACTED):
        # ل + الائتلاف is للائتلاف; اللاذقية loses one ل more in ل + اللاذقية = للاذقية.
        found += [(clitic, _ARTICLE + word[2:]), (clitic, _ARTICLE + word[1:])]
    return found


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
