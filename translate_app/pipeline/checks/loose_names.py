"""Finds names in another guise: the adjective of a place, the words of a name apart."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.domain.segment import Span
from translate_app.pipeline.folding import fold

_SHORTEST_STEM = 3
_ARTICLE = "ال"
# All folded: ة is ه, ى is ي.
_ARABIC_ENDINGS = ("ييه", "يه", "يا", "ي", "ه", "ا")
_ENGLISH_ENDINGS = ("ey", "ia", "a", "e", "o", "y")
_AFTER_STEM: Final = {
    Language.ARABIC: r"(?:ان|ين|يون|يين|يتان|يتين|يات|يا|يه|ي)",
    Language.ENGLISH: r"(?:ians?|eans?|ans?|ns?|ese|is?|ish|ic|ite?s?|ers?)",
}
_BEFORE_STEM: Final = {
    Language.ARABIC: r"[وف]?(?:[بك]?(?:ال)?|لل?)",
    Language.ENGLISH: "",
}


def adjective_of(entry: GlossaryEntry, text: str, language: Language) -> Span | None:
    """Where `text` has an adjective of the place that `entry` names.

    The adjective of a name of several words is that of its last one (الولايات المتحدة
    الأمريكية, أمريكي). Irregular ones (France, French) are not found.
    """
    if entry.type is not EntryType.PLACE:
        return None
    pattern = _pattern(entry.forms(language), language)
    folded = fold(text)
    found = pattern and pattern.search(folded.text)
    return folded.source_span(*found.span()) if found else None


def scattered(forms: tuple[str, ...], text: str, language: Language) -> bool:
    """Whether all words of a name stand in `text`, in another order or with words between.

    `Syrian opposition` in “the Syrian armed opposition”; prefixes and article do not count.
    """
    folded = fold(text).text
    return any(
        len(words := fold(form).text.split()) > 1
        and all(_word(word, language).search(folded) for word in words)
        for form in forms
    )


@lru_cache(maxsize=1024)
def _word(word: str, language: Language) -> re.Pattern[str]:
    bare = word.removeprefix(_ARTICLE) if language is Language.ARABIC else word
    return re.compile(rf"(?<!\w){_BEFORE_STEM[language]}{re.escape(bare)}(?!\w)")


@lru_cache(maxsize=1024)
def _pattern(forms: tuple[str, ...], language: Language) -> re.Pattern[str] | None:
    stems = sorted(set(_stems(forms, language)), key=len, reverse=True)
    if not stems:
        return None
    stem = "|".join(map(re.escape, stems))
    return re.compile(rf"(?<!\w){_BEFORE_STEM[language]}(?:{stem}){_AFTER_STEM[language]}(?!\w)")


def _stems(forms: tuple[str, ...], language: Language) -> Iterator[str]:
    arabic = language is Language.ARABIC
    for form in forms:
        words = fold(form).text.split()
        word = words[-1] if words else ""
        if len(words) > 1 and arabic and not word.endswith("يه"):
            continue  # المتحدة of المملكة المتحدة is no place
        if arabic:
            word = word.removeprefix(_ARTICLE)
        for ending in ("", *(_ARABIC_ENDINGS if arabic else _ENGLISH_ENDINGS)):
            stem = word.removesuffix(ending)
            if word.endswith(ending) and len(stem) >= _SHORTEST_STEM:
                yield stem
