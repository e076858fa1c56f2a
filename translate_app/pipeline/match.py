"""Finds the names of the termbase in running text, Arabic ones behind their clitics too.

Words are compared folded (see `folding`); a name begins and ends at a word's edge, judged by
letters, marks and digits. In English a hyphen (`UN-led`) and a possessive (`Coalition’s`)
are edges as well, quotation marks and footnote marks inside a name are passed over
(`Syrian “Coalition”`, `Coalition[1] of`), and an occurrence must be capitalised as the rule
of its entry says. Regular plurals of a name that is no person's and no place's are found as
well, marked as inflected: what must stand for them no termbase says.

A clitic is not part of the match. Where ل and the article ال have become لل, the first
letter is the clitic and the span begins at the second: in للقاهرة the clitic is ل and the
span covers لقاهرة. So the clitic is left at the end of what stands before a span, and
`placement.place(text[: span.start], name, text[span.end :], language)` puts any other name
in the place of the one found, its contraction spelt anew.
"""

import copy
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from translate_app.domain.glossary import (
    CaseRule,
    EntryStatus,
    EntryType,
    GlossaryEntry,
    GlossaryMatch,
    MatchContext,
)
from translate_app.domain.language import Language
from translate_app.domain.segment import Span
from translate_app.pipeline.match_forms import Spelling, lookup, span_of
from translate_app.pipeline.match_homographs import (
    Surroundings,
    choice_key,
    evidence,
    meant,
    target,
)
from translate_app.pipeline.match_index import Found, NameIndex
from translate_app.pipeline.match_tokens import words_of

_ANYWHERE = MatchContext()
_CONTRACTING = "ل"
"""The clitic behind which a name that begins with the article begins otherwise (للقاهرة)."""
_SHORT_PLACES_BEHIND = "وبل"
_SHORT_NAMES_BEHIND = "و"
"""A name of three letters is found behind these clitics alone: بحلب is in Aleppo, but بيان is
no word of a man named يان, nor كبير one of a man named بير."""
_UNINFLECTED = frozenset((EntryType.PERSON, EntryType.PLACE))


class Matcher:
    """The approved names of a termbase in one language, ready to be found in texts."""

    def __init__(self, entries: Iterable[GlossaryEntry], language: Language) -> None:
        """Index every accepted spelling of the approved `entries` in `language`."""
        self.language = language
        self._entries = tuple(
            sorted(
                (entry for entry in entries if entry.status is EntryStatus.APPROVED),
                key=lambda entry: entry.key,
            )
        )
        self._index = NameIndex(
            _spellings(self._entries, language), clitics=language is Language.ARABIC
        )
        self._conditional = tuple(
            number
            for number, entry in enumerate(self._entries)
            if entry.scope or entry.valid_from or entry.valid_to
        )
        self._around = Surroundings(_ANYWHERE)
        self._without = self._barred(_ANYWHERE)

    def within(self, context: MatchContext) -> "Matcher":
        """The same names, found as they are meant in `context`."""
        bound = copy.copy(self)
        bound._around = Surroundings(context)
        bound._without = self._barred(context)
        return bound

    def find(self, text: str, context: MatchContext | None = None) -> tuple[GlossaryMatch, ...]:
        """The names in `text` in its order, none overlapping; a longer name wins.

        Entries that do not hold in `context` (the matcher's own where none is given) are
        not found. Which of several entries of one spelling is meant, `match_homographs`
        decides; a match that it cannot decide carries the others as rivals.
        """
        if context is not None:
            return self.within(context).find(text)
        return tuple(self._match(found, text) for found in self._index.find(text, self._without))

    def fingerprint(self) -> str:
        """A digest of what its context decides; two contexts of one digest find the same.

        Empty where nothing in the termbase depends on the context.
        """
        left_out = [self._entries[number].key for number in sorted(self._without)]
        spoken_of = sorted(set(self._spoken_of())) if self._index.shared else []
        if not left_out and not spoken_of:
            return ""
        text = json.dumps([left_out, spoken_of])
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def _match(self, found: Found, text: str) -> GlossaryMatch:
        entry, form, rivals = meant(found, self._entries, self._around, self.language)
        start, end = span_of(form, found.at)
        return GlossaryMatch(
            entry,
            Span(start, end),
            text[start:end],
            found.at.clitic,
            titled=bool(form.spelling.bare),
            rivals=rivals,
            inflected=found.inflected,
        )

    def _barred(self, context: MatchContext) -> frozenset[int]:
        """The numbers of the entries that do not hold in `context`."""
        entries = self._entries
        return frozenset(
            number
            for number in self._conditional
            if not entries[number].serves(context.scope)
            or not (context.on is None or entries[number].holds(context.on))
        )

    def _spoken_of(self) -> Iterator[tuple[str, str, tuple[int, ...]]]:
        """For the names in the context's text that several entries share, what tells them apart."""
        context = self._around.context
        words = words_of(context.text)
        for found in self._index.candidates(context.text, words, self._without):
            entries = {form.spelling.name: form for form in found.forms}
            leads = {
                target(self._entries[name], bool(form.spelling.bare), self.language)
                for name, form in entries.items()
            }
            for name, form in entries.items() if len(leads) > 1 else ():
                entry = self._entries[name]
                phrases = evidence(entry, found.at.length, self.language)
                chosen = context.choices.get(
                    choice_key(form.spelling.bare or form.spelling.text) or "", ""
                )
                said = tuple(sorted(self._around.mentions(phrases)))
                if chosen or said:
                    yield entry.key, chosen, said


def spelling_of(surface: str, entry: GlossaryEntry, language: Language) -> str | None:
    """The spelling of `entry`, folded, that `surface` is, None where it is none.

    `surface` is what a match of the entry has; a person's choice is remembered under what
    comes back, which is the same for the name with its title, in the plural, contracted.
    """
    index = NameIndex(_spellings([entry], language), clitics=language is Language.ARABIC)
    for before in ("", *_CONTRACTING) if language is Language.ARABIC else ("",):
        text = before + surface
        for found in index.find(text):
            form = found.forms[0]
            if span_of(form, found.at) == (len(before), len(text)):
                return choice_key(form.spelling.bare or form.spelling.text)
    return None


def find_forms(text: str, forms: Sequence[str], language: Language) -> tuple[Span, ...]:
    """Where any of `forms` stands in `text` as a name, clitics not included."""
    found = _index(tuple(forms), language).find(text)
    return tuple(Span(*span_of(one.forms[0], one.at)) for one in found)


def contains(text: str, forms: Sequence[str], language: Language) -> bool:
    """Whether any of `forms`, the accepted spellings of one name, stands in `text`."""
    return bool(_index(tuple(forms), language).find(text))


@lru_cache(maxsize=4096)
def _index(forms: tuple[str, ...], language: Language) -> NameIndex:
    spellings = (Spelling(0, form, min(rank, 1)) for rank, form in enumerate(forms))
    return NameIndex(spellings, clitics=language is Language.ARABIC)


def _spellings(entries: Sequence[GlossaryEntry], language: Language) -> Iterator[Spelling]:
    """How each entry is spelt; one that is not translated also as the other language has it."""
    for number, entry in enumerate(entries):
        forms = entry.forms(language)
        if entry.do_not_translate:
            forms = tuple(dict.fromkeys((*forms, *entry.forms(language.other))))
        case = entry.case
        inflects = (
            language is Language.ENGLISH
            and case is not CaseRule.EXACT
            and entry.type not in _UNINFLECTED
        )
        behind = _SHORT_PLACES_BEHIND if entry.type is EntryType.PLACE else _SHORT_NAMES_BEHIND
        title = entry.title(language)
        for rank, form in enumerate(forms):
            yield Spelling(number, form, min(rank, 1), "", case, inflects, behind)
            if title and lookup(form) is not None:
                yield Spelling(
                    number, f"{title} {form}", min(rank, 1), form, case, inflects, behind
                )
