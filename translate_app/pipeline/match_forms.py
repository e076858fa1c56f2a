"""The spellings of names: what they are looked up by, and how an occurrence must look."""

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from translate_app.domain.glossary import CaseRule
from translate_app.pipeline.folding import fold_evenly
from translate_app.pipeline.match_readings import CLITIC_LETTERS
from translate_app.pipeline.match_tokens import (
    ARABIC,
    ASSIMILATED,
    Words,
    ends_text,
    is_arabic,
    words_of,
)

_ACRONYM_LETTERS = 6
_PLURAL_LETTERS = 5
_SURE_LETTERS = 4
# What most names are: words between single spaces or hyphens, and initials.
_PLAIN_NAME = re.compile(
    rf"(?![{ARABIC}]\Z)(?:[a-z0-9]+|[{ARABIC}]+)"
    rf"(?:(?:[ -]|(?:(?<=[ -][a-z])|(?<=^[a-z]))\. )(?:[a-z0-9]+|[{ARABIC}]+))*"
)
_ARTICLE = re.compile("(?<![^ ])(?:al|el) (?=[a-z])")
_TWO_ARTICLES = re.compile("(?:al|el) (?:al|el)(?: |$)")
_QUOTES = {"“": "”", "«": "»", '"': '"', "„": "”", "‹": "›", "‘": "’"}
_QUOTE = re.compile('[“”«»"„‹›‘’]')
_OPENED = re.compile('([“«"„‹‘])(?:[Tt]he )?\\Z')


class Spelling(NamedTuple):
    """One of the spellings of a name."""

    name: int
    """Number of the name it belongs to."""
    text: str
    rank: int = 0
    """0 for the main spelling of the name, 1 for a variant."""
    bare: str = ""
    """The spelling without the title that it begins with; empty where it has none."""
    case: CaseRule = CaseRule.NAME
    inflects: bool = False
    """Whether it is also found in another number: `National Coalitions`."""
    short_behind: str = CLITIC_LETTERS
    """Clitics behind which it is found where it is a word of three letters."""


@dataclass(frozen=True, slots=True)
class Form:
    """A spelling and what its occurrences must look like."""

    spelling: Spelling
    head: str
    """What the spelling has before its first word: an opening quotation mark."""
    tail: str
    """What it has after its last word: a closing bracket, the full stop of `Ltd.`."""
    articles: tuple[bool, ...]
    capital: int | None
    """The word that must begin with a capital; None where none must."""
    acronym: bool


class Occurrence(NamedTuple):
    """Words of a text that spell a name, clitics not included."""

    text: str
    words: Words
    first: int
    length: int
    """Number of words."""
    clitic: str
    start: int
    """Where they begin in the text, the article in Latin letters included."""
    end: int
    reading: str
    """The first word, the clitic taken off."""

    @property
    def after(self) -> int:
        """The word after them."""
        return self.first + self.length

    @property
    def surface(self) -> str:
        """The words as the text spells them."""
        return self.text[self.start : self.end]


def occurrence(
    text: str, words: Words, first: int, count: int, clitic: str, reading: str
) -> Occurrence:
    """`count` words of `text` from `first` on, the first of them read as clitic and `reading`."""
    start = words.start(first, len(clitic)) if clitic else words.whole_start(first)
    end = words.end(first + count - 1)
    return Occurrence(text, words, first, count, clitic, start, end, reading)


def lookup(text: str) -> tuple[str, str, int] | None:
    """What a spelling is looked up by: its key, its first word, the number of its words.

    A leading `the` counts for nothing, as texts use or leave it out freely; where one word
    would remain, a capital keeps it: `The Hague` is not `Hague`. None for a spelling that
    is never found: one without a word in it, or of a single Arabic letter, which is a
    clitic that somebody set apart.
    """
    plain = _plain_key(text)
    if plain:
        return plain, plain.partition(" ")[0], 1 + plain.count(" ")
    words = words_of(text)
    first = _first_word(words, text)
    if first is None:
        return None
    count = len(words.keys) - first
    return key(words, first, words.keys[first], count), words.keys[first], count


def _plain_key(text: str) -> str:
    """The key of a plain name, which most are, found the short way; empty for any other."""
    folded = fold_evenly(text)
    if folded is None or not _PLAIN_NAME.fullmatch(folded):
        return ""
    if "-" in folded:
        if ASSIMILATED.search(folded):
            return ""
        folded = folded.replace("-", " ")
    folded = folded.replace(". ", " ")
    if "l " in folded:
        if _TWO_ARTICLES.search(folded):
            return ""
        folded = _ARTICLE.sub("", folded)
    return "" if folded.startswith("the ") else folded


def key(words: Words, first: int, reading: str, count: int) -> str:
    """What `count` words from `first` on are looked up by; `reading` stands for the first."""
    keys, joint = words.keys, words.joint
    return reading + "".join([joint(at) + keys[at] for at in range(first + 1, first + count)])


def form_of(spelling: Spelling) -> Form:
    """What occurrences of a spelling, one that `lookup` finds a key for, must look like."""
    text = spelling.text
    words = words_of(text)
    first = _first_word(words, text) or 0
    head = text[: words.whole_start(first)].strip()
    return Form(
        spelling,
        "" if any(map(str.isalnum, head)) else head,
        text[words.end(len(words.keys) - 1) :].strip(),
        tuple(at in words.articles for at in range(first, len(words.keys))),
        _capital(spelling, words, first),
        _is_acronym(spelling.bare or text),
    )


def accepts(form: Form, found: Occurrence) -> bool:
    """Whether the words found look as the spelling wants it.

    By the rule for names a name begins with a capital where the spelling does, an acronym is
    all capitals; a title before the name may be small. Behind clitics a short Arabic word
    must be one that is found there.
    """
    if found.clitic and found.length == 1 and not _is_sure(form, found):
        return False
    if found.length == 1 and form.articles[0] and found.first not in found.words.articles:
        return False  # al-Bab is a town, Bab alone may be anything
    spelling = form.spelling
    if spelling.case is CaseRule.ANY:
        return True
    if spelling.case is CaseRule.EXACT:
        return _letters(found.surface) == _letters(spelling.text)
    if form.acronym and not spelling.bare and any(map(str.islower, found.surface)):
        return False
    return _has_capital(form, found)


def accepts_inflected(form: Form, found: Occurrence) -> bool:
    """Whether the words found look as the spelling in another number wants it.

    An acronym takes a small s (`NGOs`); any other name is in the plural a word of
    some length (Aids is not several of Aid).
    """
    spelling, surface = form.spelling, found.surface
    if form.acronym and not spelling.bare:
        return surface[-1] == "s" and surface[:-1].isupper()
    last = found.words.keys[found.first + found.length - 1]
    letters = len(last) + (last[-1] != "s")
    return letters >= _PLURAL_LETTERS and (
        spelling.case is CaseRule.ANY or _has_capital(form, found)
    )


def article_differences(form: Form, found: Occurrence) -> int:
    """In how many words one has the article and the other has not."""
    has = [at in found.words.articles for at in range(found.first, found.first + found.length)]
    return sum(one != other for one, other in zip(form.articles, has, strict=True))


def span_of(form: Form, found: Occurrence) -> tuple[int, int]:
    """Where the form stands in the text, with the marks that belong to its spelling.

    Of quotation marks around a part of the name the span has both or none.
    """
    text, start, end = found.text, found.start, found.end
    if not found.clitic and form.head and text.endswith(form.head, 0, start):
        start -= len(form.head)
    if form.tail and text.startswith(form.tail, end):
        longer = end + len(form.tail)
        if not (form.tail.endswith(".") and ends_text(text, longer)):
            end = longer
    return _with_quotes(text, start, end, found.clitic) if found.length > 1 else (start, end)


def _with_quotes(text: str, start: int, end: int, clitic: str) -> tuple[int, int]:
    inside = text[start:end]
    if not _QUOTE.search(inside):
        return start, end
    for opening, closing in _QUOTES.items():
        opened, closed = inside.count(opening), inside.count(closing)
        alike = opening == closing and opened % 2 == 1
        if (alike or opened > closed) and text.startswith(closing, end):
            return start, end + 1
        before = _OPENED.search(text, max(0, start - 5), start)
        if (alike or closed > opened) and not clitic and before and before[1] == opening:
            return before.start(), end
    return start, end


def _first_word(words: Words, text: str) -> int | None:
    """The first word that counts, None where there is none."""
    keys = words.keys
    if not keys or (len(keys) == 1 and len(keys[0]) == 1 and is_arabic(keys[0])):
        return None
    if len(keys) > 1 and keys[0] == "the":
        is_part_of_name = len(keys) == 2 and text[words.start(0)].isupper()
        return 0 if is_part_of_name else 1
    return 0


def _is_sure(form: Form, found: Occurrence) -> bool:
    """Whether a word of the text is rightly read as clitics and a name of one word.

    Short words are read so too often (كبير as ك and بير, بيان as ب and يان): the article
    counted, a name has four letters, or three and stands behind clitics that its spelling
    allows for that.
    """
    letters = len(found.reading)
    return letters >= _SURE_LETTERS or (
        letters == _SURE_LETTERS - 1 and all(c in form.spelling.short_behind for c in found.clitic)
    )


def _capital(spelling: Spelling, words: Words, first: int) -> int | None:
    """The word, counted from `first`, that must begin with a capital; None where none must."""
    word = first + (words.keys[first] == "the" and len(words.keys) > first + 1)
    if spelling.bare:
        word = max(first, len(words.keys) - len(words_of(spelling.bare).keys))
    return word - first if spelling.text[words.start(word)].isupper() else None


def _has_capital(form: Form, found: Occurrence) -> bool:
    if form.capital is None:
        return True
    return found.text[found.words.start(found.first + form.capital)].isupper()


def _is_acronym(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) <= _ACRONYM_LETTERS and all(letter.isupper() for letter in letters)


def _letters(text: str) -> str:
    """Letters and digits with their capitals, whatever marks they carry and stand between."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text)))
