"""One Arabic word in Latin letters, by rules, several candidates with their costs.

Arabic does not write short vowels; in an Arab word they are put where two consonants could
not be spoken together (حمدان, Hamdan), in a foreign one only before a last r, l or n. Costs
are judgements about press spellings.
"""

import re
from collections.abc import Iterator
from typing import Final

WIDTH: Final = 16
"""Unfinished candidates kept at each letter."""

Options = tuple[tuple[str, float], ...]

_CONSONANTS: Final[dict[str, Options]] = {
    "ب": (("b", 0.0), ("p", 0.5)),
    "ت": (("t", 0.0),),
    "ث": (("th", 0.0),),
    "ج": (("j", 0.0), ("g", 0.4)),
    "ح": (("h", 0.0),),
    "خ": (("kh", 0.0),),
    "د": (("d", 0.0),),
    "ذ": (("dh", 0.0), ("th", 0.4)),
    "ر": (("r", 0.0),),
    "ز": (("z", 0.0),),
    "س": (("s", 0.0),),
    "ش": (("sh", 0.0), ("ch", 0.6)),
    "ص": (("s", 0.0),),
    "ض": (("d", 0.0), ("dh", 0.4)),
    "ط": (("t", 0.0),),
    "ظ": (("z", 0.0), ("dh", 0.2)),
    "غ": (("gh", 0.0), ("g", 0.3)),
    "ف": (("f", 0.0), ("v", 0.5)),
    "ق": (("q", 0.0), ("k", 0.5)),
    "ك": (("k", 0.0), ("c", 0.5)),
    "ل": (("l", 0.0),),
    "م": (("m", 0.0),),
    "ن": (("n", 0.0),),
    "ه": (("h", 0.0),),
    "پ": (("p", 0.0),),
    "ڤ": (("v", 0.0),),
    "چ": (("ch", 0.0), ("g", 0.3)),
    "گ": (("g", 0.0),),
}
_FOREIGN: Final[dict[str, Options]] = _CONSONANTS | {
    "ب": (("b", 0.0), ("p", 0.25)),
    "ج": (("j", 0.0), ("g", 0.2)),
    "غ": (("g", 0.0),),
    "ف": (("v", 0.1), ("f", 0.1)),
    "ك": (("k", 0.1), ("c", 0.15)),
}
_PAIRS: Final[dict[str, Options]] = {
    "تش": (("ch", 0.0),),
    "كس": (("x", 0.1), ("ks", 0.3)),
    "نغ": (("ng", 0.0),),
}
_SHORT: Final[Options] = (("a", 0.0), ("i", 0.5), ("e", 0.6), ("u", 0.7))
_SEATS: Final[dict[str, Options]] = {
    "أ": (("a", 0.0), ("u", 0.6), ("o", 0.7)),
    "إ": (("i", 0.0), ("e", 0.2)),
    "ؤ": (("u", 0.0), ("", 0.4)),
    "ئ": (("i", 0.0), ("e", 0.1)),
}
_ENDING: Final[Options] = (("a", 0.0), ("ah", 0.2), ("eh", 0.4))
_ENDING_AFTER_A: Final[Options] = (("", 0.0), ("h", 0.3))
_ARAB_LETTERS: Final = re.compile("[حخذصضطظعقةءؤئىأ]|\\Aال")
_FOREIGN_LETTERS: Final = re.compile("[پڤچگ]|تش|غ|وي|يو|و\\Z|[بتجدفكس]ر|[بفكس]ل|[اوي].?[اوي]")


def foreignness(word: str) -> int:
    """Above 0 where `word` looks like a foreign name, below where it looks like an Arab one."""
    return len(_FOREIGN_LETTERS.findall(word)) - 2 * len(_ARAB_LETTERS.findall(word))


def latin_spellings(word: str, *, foreign: bool) -> list[tuple[float, str]]:
    """Spellings of `word`, Arabic letters without tashkeel, in lower case, best first."""
    diminutive = re.fullmatch("[^اويأإآ][^اوي]ي[^اويةىه]", word)
    beams: dict[str, float] = {"": 0.0}
    for options in _Word(word, foreign, diminutive is not None).steps():
        grown: dict[str, float] = {}
        for text, cost in beams.items():
            for spelling, price in options:
                made = text + spelling
                grown[made] = min(grown.get(made, 1e9), cost + price)
        beams = dict(sorted(grown.items(), key=lambda one: one[1])[:WIDTH])
    return sorted((cost, text) for text, cost in beams.items() if text)


class _Word:
    """The letters of one word, and what is written for each."""

    def __init__(self, word: str, foreign: bool, diminutive: bool) -> None:
        self._word = word
        self._foreign = foreign
        self._diminutive = diminutive and not foreign
        self._consonants = _FOREIGN if foreign else _CONSONANTS

    def steps(self) -> Iterator[Options]:
        word, place = self._word, 0
        vowel = False  # whether one is spoken before the letter at `place`
        while place < len(word):
            pair = word[place : place + 2]
            found = _PAIRS.get(pair)
            length = 2 if found else 1
            found = found or self._consonants.get(word[place])
            if found and not self._is_ta_marbuta(place):
                yield found
                place += length
                between = self._between(place, vowel, first=place == length)
                vowel = bool(between)
                if between:
                    yield between
                continue
            yield from self._vowel(place)
            vowel = True
            place += 1

    def _at(self, place: int) -> str:
        return self._word[place] if 0 <= place < len(self._word) else ""

    def _is_consonant(self, place: int) -> bool:
        letter = self._at(place)
        return letter in self._consonants or letter == "ع" or self._is_glide(place)

    def _is_glide(self, place: int) -> bool:
        """Whether و or ي is a consonant here: first in the word, or before a long vowel."""
        letter, following = self._at(place), self._at(place + 1)
        if letter not in ("و", "ي"):
            return False
        if self._foreign:
            return (place == 0 and following in "اوي") or (following == "ا" and place == 0)
        return place == 0 or (following != "" and following in "اىآةوي")

    def _is_ta_marbuta(self, place: int) -> bool:
        """Whether a final ه is a ة without its dots."""
        last = place == len(self._word) - 1 and place > 2
        return last and self._at(place) == "ه" and self._at(place - 1) not in "اوي"

    def _between(self, place: int, after_vowel: bool, *, first: bool) -> Options:
        """The vowel between the consonant before `place` and the one there; () for none."""
        if not self._is_consonant(place):
            return ()
        last = place == len(self._word) - 1
        if self._foreign:
            return self._foreign_between(place, first, last)
        if first:
            return (("a", 0.0), ("u", 0.1), ("", 0.2)) if self._diminutive else _SHORT
        if last and len(self._word) == 3:
            return (("a", 0.05), ("", 0.1), ("e", 0.2))
        if last:
            return (("a", 0.0), ("e", 0.3), ("", 0.4))
        return () if after_vowel else (("a", 0.0), ("", 0.3), ("i", 0.4))

    def _foreign_between(self, place: int, first: bool, last: bool) -> Options:
        letter, before = self._at(place), self._at(place - 1)
        if first:
            return () if self._is_onset(place) else (("e", 0.05), ("a", 0.1), ("i", 0.2))
        if last and letter in "رلن" and before not in "رلن":
            return (("e", 0.0), ("a", 0.3), ("o", 0.3))
        if letter == "ر" and not last and self._is_consonant(place + 1):  # berg, stern
            return (("e", 0.0), ("u", 0.3))
        return ()

    def _is_onset(self, place: int) -> bool:
        """Whether a foreign word may begin with the consonants around `place`."""
        if self._at(place) in ("ر", "ل"):
            return not self._is_consonant(place + 1)
        return self._at(place - 1) in ("س", "ش")

    def _vowel(self, place: int) -> Iterator[Options]:
        letter, last = self._at(place), place == len(self._word) - 1
        before = self._at(place - 1)
        if self._is_glide(place):
            yield from self._glide(place)
        elif letter == "و":
            yield self._waw(place)
        elif letter == "ي":
            yield self._ya(place, last)
        elif letter in _SEATS:
            silent = self._at(place + 1) in ("و", "ي") and letter in ("أ", "إ")
            yield (("", 0.0),) if silent else _SEATS[letter]
        elif letter in "اىآ":
            yield (("a", 0.0), ("", 0.0)) if before == "ع" else (("a", 0.0),)
        elif letter in "ةه":
            yield _ENDING_AFTER_A if before == "ا" else _ENDING
        elif letter == "ع":
            yield from self._ain(place)

    def _waw(self, place: int) -> Options:
        if self._foreign:
            return (
                (("u", 0.0), ("w", 0.2)) if self._at(place - 1) == "ا" else (("o", 0.0), ("u", 0.1))
            )
        if self._at(place - 1) == "ا":
            return (("u", 0.0), ("w", 0.1))
        return (("u", 0.0), ("ou", 0.1), ("o", 0.2), ("aw", 0.5))

    def _ya(self, place: int, last: bool) -> Options:
        if self._diminutive:
            return (("i", 0.0), ("ai", 0.0), ("ei", 0.1))
        if self._at(place - 1) in ("ا", "و"):
            return (("y", 0.0), ("i", 0.0))
        if last:
            return (("i", 0.0), ("y", 0.2))
        if self._at(place - 1) == "ي":
            return (("", 0.0), ("e", 0.1))
        if place == 1 and len(self._word) == 3 and not self._foreign:  # سيف, زين
            return (("ai", 0.0), ("ei", 0.1), ("i", 0.1), ("ay", 0.1))
        return (("i", 0.0), ("e", 0.1)) if self._foreign else (("i", 0.0), ("ai", 0.4), ("ee", 0.4))

    def _glide(self, place: int) -> Iterator[Options]:
        letter = "w" if self._at(place) == "و" else "y"
        following, before = self._at(place + 1), self._at(place - 1)
        if letter == "y" and following == "ة" and before not in ("ا", "و", "ي"):
            yield (("iy", 0.0), ("y", 0.2), ("i", 0.3))
        else:
            yield ((letter, 0.0),)
        if place == 0 and following in self._consonants:
            yield _SHORT

    def _ain(self, place: int) -> Iterator[Options]:
        following = self._at(place + 1)
        if place and following == "ي":
            yield (("a", 0.0), ("", 0.2), ("e", 0.3))
        elif place and not following:
            yield (("a", 0.0), ("", 0.2), ("'", 0.4))
        elif following == "ا":
            yield (("", 0.0), ("'", 0.3))
        elif following in ("و", "ي"):
            yield (("a", 0.0), ("", 0.1))
        elif self._diminutive and not place:
            yield (("a", 0.0), ("o", 0.1), ("u", 0.2))
        else:
            yield (("a", 0.0), ("o", 0.3), ("i", 0.4))
