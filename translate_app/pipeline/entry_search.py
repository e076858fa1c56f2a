"""Finds entries by what a person types: either script, any spelling, parts, slips.

Everything is compared folded (see `folding`). An entry is found, in this order, by a whole
form, by the beginning of one, by the beginnings of words, by a piece of a form, and last by
words that are similar. Similar is a ratio of common letters (Indel similarity, RapidFuzz).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum

from rapidfuzz import fuzz, process

from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.language import Language
from translate_app.pipeline.folding import fold

Ranked = list[tuple[int, float, GlossaryEntry]]
"""Rank, a negative likeness, entry."""

_WORD = re.compile(r"\w+")
_EDGE = "\n"
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
        self._entries: list[GlossaryEntry | None] = []
        self._texts: list[str] = []
        self._places: dict[str, int] = {}
        self._words: dict[str, list[int]] = {}
        for entry in entries:
            self.put(entry)

    def __len__(self) -> int:
        return len(self._places)

    def put(self, entry: GlossaryEntry) -> None:
        """Add an entry, or replace the one of its key."""
        former = self._places.get(entry.key)
        if former is not None:
            self._entries[former] = None
            self._texts[former] = ""
        place = len(self._entries)
        text = _EDGE + "".join(
            fold(form).text.strip() + _EDGE for form in dict.fromkeys(_forms(entry)) if form
        )
        self._entries.append(entry)
        self._texts.append(text)
        self._places[entry.key] = place
        for word in set(_WORD.findall(text)):
            self._words.setdefault(word, []).append(place)

    def find(
        self, query: str, wanted: Callable[[GlossaryEntry], bool] | None = None
    ) -> tuple[GlossaryEntry, ...]:
        """The entries that answer `query`, the best first, then by English name.

        An empty query finds all. `wanted` says which entries may be found at all.
        """
        folded = " ".join(fold(query[:_LONGEST_QUERY]).text.split())
        ranked: Ranked
        if not folded:
            ranked = [(0, 0.0, entry) for entry in self._entries if entry is not None]
        else:
            ranked = self._strict(folded)
            if len(folded) >= _SHORTEST_FUZZY and not any(rank <= Rank.WORD for rank, *_ in ranked):
                ranked += self._similar(folded, {entry.key for *_, entry in ranked})
        if wanted is not None:
            ranked = [found for found in ranked if wanted(found[2])]
        ranked.sort(key=_order)
        return tuple(entry for *_, entry in ranked)

    def _strict(self, query: str) -> Ranked:
        """Entries of which some form has the query, or every word of it."""
        words = query.split()
        found: Ranked = []
        for entry, text in zip(self._entries, self._texts, strict=True):
            if entry is not None and (query in text or all(word in text for word in words)):
                found.append((_rank(query, words, text), 0.0, entry))
        return found

    def _similar(self, query: str, found: set[str]) -> Ranked:
        """Entries that have a word similar to every word of the query."""
        scores: dict[int, float] | None = None
        for word in _WORD.findall(query):
            here = self._places_of(word)
            if scores is not None:
                here = {
                    place: score + scores[place] for place, score in here.items() if place in scores
                }
            scores = here
        return [
            (Rank.SIMILAR, -score, entry)
            for place, score in (scores or {}).items()
            if (entry := self._entries[place]) is not None and entry.key not in found
        ]

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


def _rank(query: str, words: Sequence[str], text: str) -> Rank:
    if _EDGE + query + _EDGE in text:
        return Rank.EXACT
    if _EDGE + query in text:
        return Rank.PREFIX
    if all(re.search(rf"(?<!\w)(?:ال)?{re.escape(word)}", text) for word in words):
        return Rank.WORD
    return Rank.PART


def _order(found: tuple[int, float, GlossaryEntry]) -> tuple[int, float, str, str]:
    rank, score, entry = found
    return rank, score, entry.en.casefold(), entry.key
