"""Which of the two languages a text is in, told by its letters. No guess when unclear."""

import re

from translate_app.domain.language import Language

_LATIN = re.compile(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_NOT_ARABIC = re.compile("[پچژگٹڈڑںےہھڤۆێڵڕ]")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH_WORDS = frozenset(("the", "of", "and", "to", "for", "with"))

_FEWEST_LETTERS = 5
_CLEAR_SHARE = 2 / 3
_SAMPLE = 200_000


def detect_language(text: str) -> Language | None:
    """English or Arabic where at least two thirds of the letters say so, else None.

    None also for fewer than five letters, for Persian, Urdu and Kurdish (told by letters
    that Arabic has not; Arabic typed with ک and ی is still Arabic) and for a Latin text of
    40 words or more that has hardly any of the commonest English words.
    """
    text = text[:_SAMPLE]
    letters = sum(character.isalpha() for character in text)
    if letters < _FEWEST_LETTERS:
        return None
    arabic = len(_ARABIC.findall(text))
    latin = len(_LATIN.findall(text))
    if arabic >= _CLEAR_SHARE * letters:
        return Language.ARABIC if len(_NOT_ARABIC.findall(text)) <= 0.015 * arabic else None
    if latin >= _CLEAR_SHARE * letters and _may_be_english(text):
        return Language.ENGLISH
    return None


def _may_be_english(text: str) -> bool:
    words = _WORD.findall(text.lower())
    return len(words) < 40 or sum(word in _ENGLISH_WORDS for word in words) >= 0.04 * len(words)
