"""Finds entries by what a person types: either script, any spelling, parts, slips.

Everything is compared folded (see `folding`). An entry is found, in this order, by a whole
form, by the beginning of one, by the beginnings of words, by a piece of a form, and last by
words that are similar. Similar is a ratio of common letters (Indel similarity, RapidFuzz).
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from enum import IntEnum

from rapidfuzz import fuzz, process

from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.language import Language
from translate_app.pipeline.folding import folded_words

_WORD = re.compile(r"\w+")
_EDGE = "\n"
"""Stands around every form of an entry."""
_BEGIN = "\t"
"""Stands before every word of an entry, the Arabic article taken off or not."""
_SHORTEST_FUZZY = 3
_LONGEST_QUERY = 300
_SIMILAR_SHORT, _SIMILAR_LONG = 74.0, 66.0
"""Least similarity of a word of up to five letters, and of a longer one: Mohamed and
Muhammad have 67, Sabag and Sabbagh 83, Rasma and Basma 80."""
_MANY_WORDS = 400
"""Similar words of the termbase that a word of the query stands for, the best of them."""


class Rank(IntEnum):
    """How well an entry answers a query; smaller is better."""

    EXACT = 0
    PREFIX = 1
    WORD = 2
    PART = 3
    SIMILAR = 4


class EntryIndex:
    """The entries of a termbase by their folded forms. Not for several threads at once."""

    def __init__(self, entries: Iterable[GlossaryEntry] = ()) -> None:
        """Index `entries`; `put` adds more."""
        self._entries: list[GlossaryEntry] = []
        self._texts: list[str] = []
        self._places: dict[str, int] = {}
        self._words: dict[str, list[int]] = {}
        self._order: list[int] = []
        self._sort_keys: list[tuple[str, str]] = []
        self._sorted = True
        for entry in entries:
            self.put(entry)

    def __len__(self) -> int:
        return len(self._places)

    def put(self, entry: GlossaryEntry) -> None:
        """Add an entry, or replace the one of its key, of which the old place stays unused."""
        place = self._places[entry.key] = len(self._entries)
        forms = [form for form in dict.fromkeys(map(folded_words, _forms(entry))) if form]
        words = dict.fromkeys(word for form in forms for word in _WORD.findall(form))
        begins = {word.removeprefix("ال") for word in words} | set(words)
        self._entries.append(entry)
        self._texts.append(
            _EDGE + _EDGE.join(forms) + _EDGE + "".join(_BEGIN + word for word in begins)
        )
        for word in words:
            self._words.setdefault(word, []).append(place)
        self._order.append(place)
        self._sort_keys.append((entry.en.casefold(), entry.key))
        self._sorted = False

    def find(
        self, query: str, wanted: Callable[[GlossaryEntry], bool] | None = None
    ) -> tuple[GlossaryEntry, ...]:
        """The entries that answer `query`, the best first, then by English name.

        An empty query finds all. `wanted` says which entries may be found at all.
        """
        folded = folded_words(query[:_LONGEST_QUERY])
        places = self._in_order()
        if wanted is not None:
            places = [place for place in places if wanted(self._entries[place])]
        if folded:
            places = self._ranked(folded, places)
        return tuple(map(self._entries.__getitem__, places))

    def holding(self, forms: Iterable[str]) -> tuple[GlossaryEntry, ...]:
        """The entries that have one of `forms`, whole but in any spelling, by English name."""
        whole = {_EDGE + folded + _EDGE for form in forms if (folded := folded_words(form))}
        return tuple(
            self._entries[place]
            for place in self._in_order()
            if any(form in self._texts[place] for form in whole)
        )

    def _in_order(self) -> list[int]:
        """The places in use, by English name."""
        if not self._sorted:
            current = set(self._places.values())
            self._order = [place for place in self._order if place in current]
            self._order.sort(key=self._sort_keys.__getitem__)  # quick: few are out of order
            self._sorted = True
        return self._order

    def _ranked(self, query: str, places: Sequence[int]) -> list[int]:
        """Those of `places` that answer the query, by rank and else in the order given."""
        whole, beginning = _EDGE + query + _EDGE, _EDGE + query
        words = _WORD.findall(query)
        several = len(words) > 1
        begun = [_BEGIN + word for word in words]
        ranks: dict[Rank, list[int]] = {rank: [] for rank in Rank}
        for place in places:
            text = self._texts[place]
            if query not in text and not (several and all(word in text for word in words)):
                continue
            if whole in text:
                ranks[Rank.EXACT].append(place)
            elif beginning in text:
                ranks[Rank.PREFIX].append(place)
            else:
                begins = all(word in text for word in begun)
                ranks[Rank.WORD if begins else Rank.PART].append(place)
        if len(query) >= _SHORTEST_FUZZY and not any(
            ranks[rank] for rank in (Rank.EXACT, Rank.PREFIX, Rank.WORD)
        ):
            ranks[Rank.SIMILAR] = self._similar(words, places, set(ranks[Rank.PART]))
        return [place for rank in Rank for place in ranks[rank]]

    def _similar(
        self, words: Sequence[str], places: Iterable[int], besides: Collection[int]
    ) -> list[int]:
        """Entries that have a word similar to every one of `words`, the most similar first."""
        scores: dict[int, float] | None = None
        for word in words:
            here = self._places_of(word)
            if scores is not None:
                here = {
                    place: score + scores[place] for place, score in here.items() if place in scores
                }
            scores = here
        found = scores or {}
        allowed = [place for place in places if place in found and place not in besides]
        return sorted(allowed, key=lambda place: -found[place])

    def _places_of(self, word: str) -> dict[int, float]:
        """Where words similar to `word` stand, each with the best of their similarities."""
        least = _SIMILAR_SHORT if len(word) <= 5 else _SIMILAR_LONG
        similar = process.extract(
            word,
            self._words.keys(),
            scorer=fuzz.ratio,
            score_cutoff=least,
            limit=_MANY_WORDS,
        )
        places: dict[int, float] = {}
        for known, score, _ in similar:
            for place in self._words[known]:
                places.setdefault(place, score)  # the best word comes first
        return places


def _forms(entry: GlossaryEntry) -> Sequence[str]:
    """Everything that an entry may be looked for by."""
    forms = [entry.en, entry.ar, entry.key, *entry.en_variants, *entry.ar_variants]
    for language in Language:
        if entry.title(language):
            forms += [entry.titled(language), entry.title(language)]
        forms += [form.text for form in entry.forbidden(language)]
    return forms
