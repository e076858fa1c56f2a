"""Which entry is meant where several have one spelling."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, TypeVar

from translate_app.domain.glossary import CaseRule, GlossaryEntry, MatchContext
from translate_app.domain.language import Language
from translate_app.pipeline.match_forms import Form, Spelling, lookup
from translate_app.pipeline.match_index import Found, NameIndex
from translate_app.pipeline.match_tokens import Words, words_of

Score = TypeVar("Score", int, tuple[int, int])


class Meant(NamedTuple):
    """An entry, the form of it that stands in the text, and whom else it may be."""

    entry: GlossaryEntry
    form: Form
    rivals: tuple[GlossaryEntry, ...] = ()


@dataclass(slots=True)
class Surroundings:
    """What a context says of entries; what was looked up in its text is remembered."""

    context: MatchContext
    _words: Words | None = None
    _said: dict[tuple[str, ...], frozenset[int]] = field(default_factory=dict)

    def mentions(self, phrases: tuple[str, ...]) -> frozenset[int]:
        """The numbers of those phrases that the context's text has."""
        said = self._said.get(phrases)
        if said is None:
            if self._words is None:
                self._words = words_of(self.context.text)
            said = self._said[phrases] = _mentioned(self.context.text, self._words, phrases)
        return said


def meant(
    found: Found, entries: Sequence[GlossaryEntry], around: Surroundings, language: Language
) -> Meant:
    """The entry that the words found stand for.

    A person's choice comes first, then the narrower scope, then who is spoken of: the entry
    more of whose context words and longer forms stand in the release or the segment, then
    in the segment alone. Entries that are still equal are rivals where they lead to other
    targets; of them the exact spelling goes first, then a main name, then the key.
    """
    if len(found.forms) == 1:
        return Meant(entries[found.forms[0].spelling.name], found.forms[0])
    surface = found.at.surface
    ranked = sorted(
        found.forms,
        key=lambda form: (
            form.spelling.text != surface,
            form.spelling.rank,
            entries[form.spelling.name].key,
        ),
    )
    one_each = {form.spelling.name: form for form in reversed(ranked)}
    ranked = [form for form in ranked if one_each[form.spelling.name] is form]
    chosen = [form for form in ranked if _is_chosen(form, entries, around.context)]
    if chosen:
        return Meant(entries[chosen[0].spelling.name], chosen[0])
    if len(ranked) > 1:
        ranked = _narrowest(ranked, entries)
    if len(ranked) > 1:
        ranked = _spoken_of(ranked, found, entries, around, language)
    first, *others = ranked
    entry = entries[first.spelling.name]
    titled = bool(first.spelling.bare)
    rivals = [
        entries[form.spelling.name]
        for form in others
        if target(entries[form.spelling.name], bool(form.spelling.bare), language)
        != target(entry, titled, language)
    ]
    return Meant(entry, first, tuple(rivals))


def target(entry: GlossaryEntry, titled: bool, language: Language) -> str | None:
    """What an entry found in `language` leads to; None where the surface is kept."""
    if entry.do_not_translate:
        return None
    return entry.titled(language.other) if titled else entry.name(language.other)


def choice_key(text: str) -> str | None:
    """The spelling, folded, under which a person's choice for a name is remembered."""
    found = lookup(text)
    return found[0] if found else None


def evidence(entry: GlossaryEntry, words: int, language: Language) -> tuple[str, ...]:
    """What speaks for an entry where its spelling of so many words is another's too."""
    longer = (form for form in entry.forms(language) if len(words_of(form).keys) > words)
    return (*entry.context, *longer)


def _is_chosen(form: Form, entries: Sequence[GlossaryEntry], context: MatchContext) -> bool:
    if not context.choices:
        return False
    spelling = form.spelling
    key = choice_key(spelling.bare or spelling.text)
    return key is not None and context.choices.get(key) == entries[spelling.name].key


def _narrowest(forms: Sequence[Form], entries: Sequence[GlossaryEntry]) -> list[Form]:
    return _most(forms, [_depth(entries[form.spelling.name].scope) for form in forms])


def _depth(scope: str) -> int:
    return 1 + scope.count("/") if scope else 0


def _spoken_of(
    forms: Sequence[Form],
    found: Found,
    entries: Sequence[GlossaryEntry],
    around: Surroundings,
    language: Language,
) -> list[Form]:
    scores = []
    for form in forms:
        phrases = evidence(entries[form.spelling.name], found.at.length, language)
        here = _mentioned(found.at.text, found.at.words, phrases) if phrases else frozenset()
        there = around.mentions(phrases) if phrases else here
        scores.append((len(here | there), len(here)))
    return _most(forms, scores)


def _mentioned(text: str, words: Words, phrases: tuple[str, ...]) -> frozenset[int]:
    found = _index(phrases).candidates(text, words)
    return frozenset(form.spelling.name for one in found for form in one.forms)


@lru_cache(maxsize=1024)
def _index(phrases: tuple[str, ...]) -> NameIndex:
    spellings = (Spelling(at, phrase, case=CaseRule.ANY) for at, phrase in enumerate(phrases))
    return NameIndex(spellings, clitics=True)


def _most(forms: Sequence[Form], scores: Sequence[Score]) -> list[Form]:
    highest = max(scores)
    return [form for form, score in zip(forms, scores, strict=True) if score == highest]
