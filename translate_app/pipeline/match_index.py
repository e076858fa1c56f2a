"""A hash index of spellings, searched for the longest match at every word."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from translate_app.pipeline.match_forms import (
    Form,
    Occurrence,
    Spelling,
    accepts,
    article_differences,
    form_of,
    key,
    lookup,
)
from translate_app.pipeline.match_readings import CLITIC_LETTERS, other_numbers, readings
from translate_app.pipeline.match_tokens import Words, words_of

_NOBODY: frozenset[int] = frozenset()


class Found(NamedTuple):
    """Words of a text that spell one name, or several of one spelling."""

    at: Occurrence
    forms: tuple[Form, ...]
    """The spellings that fit best, as many as fit equally well."""

    @property
    def preference(self) -> tuple[int, int, bool, int, int]:
        """Longest first, then the least taken off as clitics, then the first."""
        at = self.at
        return (-at.count, len(at.clitic), at.inflected, at.start - at.end, at.first)


class NameIndex:
    """Spellings of names by their folded words."""

    def __init__(self, spellings: Iterable[Spelling], *, clitics: bool) -> None:
        """Index `spellings`; `clitics` says whether Arabic ones are found behind clitics too."""
        self._clitics = clitics
        self._spellings = list(spellings)
        self._forms: dict[int, Form] = {}
        self._by_key: dict[str, tuple[int, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._inflects = any(spelling.inflects for spelling in self._spellings)
        self.shared = False
        """Whether there are names with one spelling between them."""
        self._build()

    def _build(self) -> None:
        by_key, lengths = self._by_key, self._lengths
        for number, spelling in enumerate(self._spellings):
            found = lookup(spelling.text)
            if found is None:
                continue
            whole, first, count = found
            present = by_key.get(whole)
            if present is None:
                by_key[whole] = (number,)
                known = lengths.get(first, ())
                if count not in known:
                    lengths[first] = (*known, count)
            else:
                by_key[whole] = (*present, number)
                self.shared |= self._spellings[present[0]].name != spelling.name

    def find(self, text: str, without: Collection[int] = _NOBODY) -> list[Found]:
        """What stands in `text` in its order, longest first where names overlap.

        Names whose numbers are in `without` are passed over.
        """
        words = words_of(text)
        found = sorted(self.candidates(text, words, without), key=lambda one: one.preference)
        taken = bytearray(len(words.keys))
        chosen: list[Found] = []
        for one in found:
            first, count = one.at.first, one.at.count
            if not any(taken[first : first + count]):
                taken[first : first + count] = b"\1" * count
                chosen.append(one)
        chosen.sort(key=lambda one: one.at.first)
        return chosen

    def candidates(
        self, text: str, words: Words, without: Collection[int] = _NOBODY
    ) -> Iterator[Found]:
        """Everything that may stand in `text`, whose words are `words`, overlaps included."""
        known, clitics, inflects = self._lengths, self._clitics, self._inflects
        for first, word in enumerate(words.keys):
            if word in known:
                for count in known[word]:
                    yield from self._spelt(text, words, first, "", word, count, without)
            if clitics and word[0] in CLITIC_LETTERS:
                for clitic, rest, alone in readings(word):
                    for count in known.get(rest, ()):
                        if count > 1 or alone:
                            yield from self._spelt(text, words, first, clitic, rest, count, without)
            if inflects and word[-1] == "s":
                yield from self._plurals(text, words, first, without)

    def _spelt(
        self,
        text: str,
        words: Words,
        first: int,
        clitic: str,
        reading: str,
        count: int,
        without: Collection[int],
    ) -> Iterator[Found]:
        """The names that the `count` words from `first` on spell, in this number or another."""
        last = first + count - 1
        if last >= len(words.keys):
            return
        whole = reading if count == 1 else key(words, first, reading, count)
        if whole in self._by_key:
            at = Occurrence(text, words, first, count, clitic, inflected=False)
            found = self._best(self._by_key[whole], at, without)
            if found:
                yield found
                return
        if self._inflects and count > 1:
            stem = whole[: -len(words.keys[last])]
            for number in other_numbers(words.keys[last]):
                if stem + number in self._by_key:
                    at = Occurrence(text, words, first, count, clitic, inflected=True)
                    found = self._best(self._by_key[stem + number], at, without)
                    if found:
                        yield found

    def _plurals(
        self, text: str, words: Words, first: int, without: Collection[int]
    ) -> Iterator[Found]:
        """The names of one word of which a word is the plural."""
        for number in other_numbers(words.keys[first]):
            if 1 in self._lengths.get(number, ()):
                at = Occurrence(text, words, first, 1, "", inflected=True)
                found = self._best(self._by_key[number], at, without)
                if found:
                    yield found

    def _best(
        self, numbers: Collection[int], at: Occurrence, without: Collection[int]
    ) -> Found | None:
        forms = [
            form
            for number in numbers
            if self._spellings[number].name not in without
            and accepts(form := self._form(number), at)
        ]
        if len(forms) > 1:
            differences = [article_differences(form, at) for form in forms]
            least = min(differences)
            forms = [form for form, each in zip(forms, differences, strict=True) if each == least]
        return Found(at, tuple(forms)) if forms else None

    def _form(self, number: int) -> Form:
        form = self._forms.get(number)
        if form is None:
            form = self._forms[number] = form_of(self._spellings[number])
        return form
