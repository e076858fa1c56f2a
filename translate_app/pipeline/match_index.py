"""A hash index of spellings, searched for the longest match at every word."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from translate_app.pipeline.match_forms import (
    Form,
    Occurrence,
    Spelling,
    accepts,
    accepts_inflected,
    article_differences,
    form_of,
    key,
    lookup,
    occurrence,
)
from translate_app.pipeline.match_readings import CLITIC_LETTERS, other_numbers, readings
from translate_app.pipeline.match_tokens import Words, words_of

_NOBODY: frozenset[int] = frozenset()


class Found(NamedTuple):
    """Words of a text that spell one name, or several of one spelling."""

    at: Occurrence
    forms: tuple[Form, ...]
    """The spellings that fit best, as many as fit equally well."""
    inflected: bool
    """Whether the words are in another number than the spellings."""

    @property
    def preference(self) -> tuple[int, int, bool, int, int]:
        """Longest first, then the least taken off as clitics, then the first."""
        at = self.at
        return (-at.length, len(at.clitic), self.inflected, at.start - at.end, at.first)


class NameIndex:
    """Spellings of names by their folded words."""

    def __init__(self, spellings: Iterable[Spelling], *, clitics: bool) -> None:
        """Index `spellings`; `clitics` says whether Arabic ones are found behind clitics too."""
        self._clitics = clitics
        self._spellings = list(spellings)
        self._forms: dict[int, Form] = {}
        self._by_key: dict[str, tuple[int, ...]] = {}
        """Numbers of spellings; where the key is the spelling in another number, inverted."""
        self._lengths: dict[str, tuple[int, ...]] = {}
        """In how many words names are spelt, by their first."""
        self.shared = False
        """Whether there are names with one spelling between them."""
        for number, spelling in enumerate(self._spellings):
            found = lookup(spelling.text)
            if found is not None:
                self._add(number, *found)
                if spelling.inflects:
                    self._add_inflected(number, *found)

    def _add(self, number: int, whole: str, first: str, count: int) -> None:
        present = self._by_key.get(whole)
        if present is None:
            self._by_key[whole] = (number,)
            known = self._lengths.get(first, ())
            if count not in known:
                self._lengths[first] = (*known, count)
        else:
            self._by_key[whole] = (*present, number)
            self.shared = True

    def _add_inflected(self, number: int, whole: str, first: str, count: int) -> None:
        stem, space, last = whole.rpartition(" ")
        if not stem and last[-1] == "s":
            return  # Crews is a name, crew a common word
        for other in other_numbers(last):
            self._add(~number, stem + space + other, first if stem else other, count)

    def find(self, text: str, without: Collection[int] = _NOBODY) -> list[Found]:
        """What stands in `text` in its order, longest first where names overlap.

        Names whose numbers are in `without` are passed over.
        """
        words = words_of(text)
        found = self.candidates(text, words, without)
        if all(one.at.after <= other.at.first for one, other in pairwise(found)):
            return found
        found.sort(key=lambda one: one.preference)
        taken = bytearray(len(words.keys))
        chosen: list[Found] = []
        for one in found:
            first, count = one.at.first, one.at.length
            if not any(taken[first : first + count]):
                taken[first : first + count] = b"\1" * count
                chosen.append(one)
        chosen.sort(key=lambda one: one.at.first)
        return chosen

    def candidates(
        self, text: str, words: Words, without: Collection[int] = _NOBODY
    ) -> list[Found]:
        """Everything that may stand in `text`, whose words are `words`, overlaps included."""
        found = []
        for first, count, clitic, reading in self._places(words):
            whole = reading if count == 1 else key(words, first, reading, count)
            if whole in self._by_key:
                at = occurrence(text, words, first, count, clitic, reading)
                best = self._best(self._by_key[whole], at, without)
                if best is not None:
                    found.append(best)
        return found

    def _places(self, words: Words) -> Iterator[tuple[int, int, str, str]]:
        """Where names may stand: first word, number of words, clitics, the first word's reading."""
        keys, known, clitics = words.keys, self._lengths, self._clitics
        number = len(keys)
        for first, word in enumerate(keys):
            if word in known:
                for count in known[word]:
                    if first + count <= number:
                        yield first, count, "", word
            if clitics and word[0] in CLITIC_LETTERS:
                for clitic, rest in readings(word):
                    for count in known.get(rest, ()):
                        if first + count <= number:
                            yield first, count, clitic, rest

    def _best(
        self, numbers: Sequence[int], at: Occurrence, without: Collection[int]
    ) -> Found | None:
        """Those of the spellings that fit the words best; None where none fits."""
        spellings = self._spellings
        if without:
            numbers = [n for n in numbers if spellings[max(n, ~n)].name not in without]
        forms = [form for n in numbers if n >= 0 and accepts(form := self._form(n), at)]
        inflected = not forms
        if inflected:
            forms = [
                form for n in numbers if n < 0 and accepts_inflected(form := self._form(~n), at)
            ]
        if len(forms) > 1:
            differences = [article_differences(form, at) for form in forms]
            least = min(differences)
            forms = [form for form, each in zip(forms, differences, strict=True) if each == least]
        return Found(at, tuple(forms), inflected) if forms else None

    def _form(self, number: int) -> Form:
        form = self._forms.get(number)
        if form is None:
            form = self._forms[number] = form_of(self._spellings[number])
        return form
