"""Unknown names in English text: runs of capitalised words that nothing else explains.

Which words are capitalised for another reason than being a name is told by their place (the
first of a sentence), by lists of words that English always capitalises (days, nationalities,
titles) and by the release itself: a word it also writes in lower case is no name.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from translate_app.domain.candidate import UnknownName
from translate_app.domain.glossary import EntryType
from translate_app.domain.segment import Span
from translate_app.pipeline.transliterate_names import arabic_names
from translate_app.pipeline.unknown_english_words import (
    ABBREVIATED,
    DEMONYMS,
    DOCUMENT,
    EVENT,
    GENERIC,
    LINKS,
    NO_ACRONYM,
    OPENERS,
    ORGANISATION,
    PLACE,
    PLACE_BEFORE,
    RANKS,
    TIMES,
    TITLES,
)

LONGEST: Final = 120
"""Characters of a name at most; what is longer is a list or a headline."""
MOST_WORDS: Final = 8
_HEADLINE: Final = 0.6
"""Share of capitalised words from which a text is in title case and shows no names."""

_NOTHING_ALONE: Final = TITLES | DEMONYMS | TIMES | OPENERS
_NO_NAME: Final = GENERIC | NO_ACRONYM | TITLES | DEMONYMS
_NO_ENDING: Final = TIMES | LINKS | OPENERS | NO_ACRONYM | {"of", "the"}

_WORD: Final = re.compile(r"[^\W\d_](?:[\w’'ʼ‘-]*\w)?(?:\.(?=[A-Z]\.)|(?<=\b[A-Z])\.)?")
_POSSESSIVE: Final = re.compile(r"[’'ʼ‘][sS]?\Z")
_START: Final = re.compile(r"[.!?…:;\n“”\"«»•|][\s“”\"'‘«»(\[•*#-]*\Z")
_PIECE: Final = re.compile(r"\S+")
_ADDRESS_SIGNS: Final = ("@", "://", "www.", "#")
_FULL_STOP: Final = re.compile(r"[.!?…][\s\"'”’»)\]]*\Z")
_SEEN: Final = 40
"""Characters that are looked at for a mark before a word or at the end of a text."""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    opens: bool
    """Whether it stands where any word would be capitalised."""
    joined: bool
    """Whether nothing but a space stands between it and the word before."""
    owns: bool
    """Whether it is a possessive, which ends a name."""
    hidden: bool
    """Whether it belongs to a name of the termbase, or to an address."""

    @property
    def word(self) -> str:
        return self.text.rstrip(".").casefold()

    @property
    def capital(self) -> bool:
        """Whether it is written as a name: Rasma, al-Wadi, HRA."""
        return not self.hidden and self._named_part[:1].isupper()

    @property
    def acronym(self) -> bool:
        letters = self.text.replace(".", "").replace("-", "")
        return len(letters) > 1 and letters.isupper() and letters.isalpha()

    @property
    def _named_part(self) -> str:
        first, hyphen, rest = self.text.partition("-")
        if hyphen and rest[:1].islower() and first.casefold() not in LINKS | {"al", "el"}:
            return ""  # Russian-backed, pre-war
        return rest if hyphen and first in LINKS else self.text


def english_names(
    text: str, known: Sequence[Span], ordinary: Collection[str] = (), named: Collection[str] = ()
) -> Iterator[UnknownName]:
    """The unknown names of `text` in order; `known` are the places of the termbase's names.

    `ordinary` are words that the release writes in lower case too, `named` words that it
    capitalises where only a name would be: what tells about words that open a sentence.
    """
    tokens = _tokens(text, known)
    if _is_headline(text, tokens):
        return
    for run in _runs(tokens):
        name = _trimmed(run, ordinary, named)
        if name and name[-1].end - name[0].start <= LONGEST and len(name) <= MOST_WORDS:
            span = Span(name[0].start, name[-1].end)
            before = [token for token in run if token.end <= span.start]
            kind = _type(name, before, _word_before(tokens, name[0]))
            yield UnknownName(text[span.start : span.end], span, kind)


def lower_case_words(text: str) -> set[str]:
    """The words of `text` that it writes in lower case."""
    return {match[0] for match in _WORD.finditer(text) if match[0][:1].islower()}


def capitalised_words(text: str) -> set[str]:
    """The words, case folded, that `text` capitalises though no sentence begins there."""
    tokens = _tokens(text, ())
    if _is_headline(text, tokens):
        return set()
    return {token.word for token in tokens if token.capital and not token.opens}


def _tokens(text: str, known: Sequence[Span]) -> list[_Token]:
    places = [(span.start, span.end) for span in known] + _addresses(text)
    tokens: list[_Token] = []
    edge = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        owns = _POSSESSIVE.search(match[0]) if match[0][-1:] in "sS’'" else None
        end = start + owns.start() if owns else end
        gap = text[edge:start]
        if gap == ". " and tokens[-1].word in ABBREVIATED:
            gap = " "
        hidden = any(start < last and first < end for first, last in places)
        opens = not tokens or _START.search(gap[-_SEEN:]) is not None
        joined = gap == " " and not (tokens and tokens[-1].owns)
        tokens.append(_Token(text[start:end], start, end, opens, joined, bool(owns), hidden))
        edge = match.end()
    return tokens


def _addresses(text: str) -> list[tuple[int, int]]:
    if not any(sign in text for sign in _ADDRESS_SIGNS):
        return []
    return [
        piece.span()
        for piece in _PIECE.finditer(text)
        if any(sign in piece[0] for sign in _ADDRESS_SIGNS)
    ]


def _is_headline(text: str, tokens: Sequence[_Token]) -> bool:
    """Whether capitals say nothing here: a line in title case, a text all in capitals."""
    words = [token.text for token in tokens if len(token.text) > 3]
    upper = sum(word.isupper() for word in words)
    capital = sum(word[0].isupper() for word in words)
    if len(words) < 4:
        return False
    if upper >= _HEADLINE * len(words):
        return True
    return _FULL_STOP.search(text[-_SEEN:]) is None and capital >= _HEADLINE * len(words)


def _runs(tokens: Sequence[_Token]) -> Iterator[list[_Token]]:
    """Capitalised words in a row, with the particles and `of` that join them."""
    run: list[_Token] = []
    links: list[_Token] = []
    for token in tokens:
        if run and not token.joined:
            yield run
            run, links = [], []
        if token.capital:
            run += [*links, token]
            links = []
        elif run and not token.hidden and _joins(token, run[-1], links):
            links.append(token)
        else:
            if run:
                yield run
            run, links = [], []
    if run:
        yield run


def _joins(token: _Token, last: _Token, links: Sequence[_Token]) -> bool:
    if token.word in LINKS:
        return True
    if token.word == "of":
        return last.word in GENERIC and not links
    return token.word == "the" and bool(links) and links[-1].word == "of"


def _trimmed(
    run: Sequence[_Token], ordinary: Collection[str], named: Collection[str]
) -> list[_Token]:
    """`run` without what is capitalised for other reasons; empty where nothing is left."""
    name = list(run)
    place = max((i for i, token in enumerate(name[:-1]) if token.word in RANKS), default=0)
    if place and name[-1].word not in GENERIC:
        del name[: place + 1]  # Tribal Chairman Karim Haddad
    organisation = name[-1].word in GENERIC and len(name) > 1
    while name and _is_no_beginning(name[0], name, ordinary, named, organisation):
        del name[0]
    while name and name[-1].word in _NO_ENDING:
        del name[-1]
    if not name or (len(name) == 1 and _is_no_name(name[0], ordinary)):
        return []
    if all(token.word in _NOTHING_ALONE for token in name):
        return []
    return name


def _is_no_beginning(
    token: _Token,
    name: Sequence[_Token],
    ordinary: Collection[str],
    named: Collection[str],
    organisation: bool,
) -> bool:
    word = token.word
    if word in OPENERS or word in TIMES or word in ("of", "the"):
        return True
    if word in TITLES:
        return not organisation or len(name) < 3
    if word in DEMONYMS:
        return not organisation
    if token.opens and not token.acronym:
        return word in ordinary or (len(name) == 1 and word not in named)
    return False


def _is_no_name(token: _Token, ordinary: Collection[str]) -> bool:
    word = token.word
    if word in _NO_NAME or len(word) < 2:
        return True
    return not token.acronym and word in ordinary


def _word_before(tokens: Sequence[_Token], first: _Token) -> str:
    place = tokens.index(first)
    return tokens[place - 1].word if place and first.joined else ""


def _type(name: Sequence[_Token], before: Sequence[_Token], preposition: str) -> EntryType:
    words = [token.word for token in name]
    for kinds, kind in (
        (ORGANISATION, EntryType.ORGANISATION),
        (DOCUMENT, EntryType.DOCUMENT),
        (EVENT, EntryType.EVENT),
        (PLACE, EntryType.PLACE),
    ):
        if words[-1] in kinds or (words[0] in kinds and "of" in words):
            return kind
    if not ORGANISATION.isdisjoint(words):
        return EntryType.ORGANISATION
    if (before and before[-1].word in TITLES) or (len(name) > 1 and words[0] in arabic_names()):
        return EntryType.PERSON
    if len(name) == 1 and name[0].acronym:
        return EntryType.ORGANISATION
    return EntryType.PLACE if preposition in PLACE_BEFORE else EntryType.OTHER
