"""The spellings of names: what they are looked up by, and how an occurrence must look."""

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from translate_app.domain.glossary import CaseRule
from translate_app.pipeline.folding import fold_evenly
from translate_app.pipeline.match_tokens import ARABIC, Words, ends_text, is_arabic, words_of

_ACRONYM_LETTERS = 6
# What most names are: words of one script between single spaces, none of them an article.
_PLAIN_NAME = re.compile(
    rf"(?!the |[{ARABIC}]\Z)(?:(?!(?:al|el) )[a-z0-9]+|[{ARABIC}]+)"
    rf"(?: (?:(?!(?:al|el) )[a-z0-9]+|[{ARABIC}]+))*"
)
_QUOTES = {"“": "”", "«": "»", '"': '"', "„": "”", "‹": "›", "‘": "’"}
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


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Words of a text that spell a name, clitics not included."""

    text: str
    words: Words
    first: int
    count: int
    clitic: str
    inflected: bool
    """Whether they spell it in another number."""

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        if self.clitic:
            return self.words.start(self.first, len(self.clitic))
        return self.words.whole_start(self.first)

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.words.end(self.first + self.count - 1)

    @property
    def surface(self) -> str:
        """The words as the text spells them."""
        return self.text[self.start : self.end]


def lookup(text: str) -> tuple[str, str, int] | None:
    """What a spelling is looked up by: its key, its first word, the number of its words.

    A leading `the` counts for nothing, as texts use or leave it out freely; where one word
    would remain, a capital keeps it: `The Hague` is not `Hague`. None for a spelling that
    is never found: one without a word in it, or of a single Arabic letter, which is a
    clitic that somebody set apart.
    """
    folded = fold_evenly(text)
    if folded is not None and _PLAIN_NAME.fullmatch(folded):
        return folded, folded.partition(" ")[0], 1 + folded.count(" ")
    words = words_of(text)
    first = _first_word(words, text)
    if first is None:
        return None
    return key(words, first), words.keys[first], len(words.keys) - first


def key(words: Words, first: int = 0, reading: str = "", count: int | None = None) -> str:
    """What `count` words from `first` on are looked up by; `reading` stands for the first."""
    end = len(words.keys) if count is None else first + count
    rest = zip(words.joints[first + 1 : end], words.keys[first + 1 : end], strict=True)
    return (reading or words.keys[first]) + "".join([joint + word for joint, word in rest])


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
    all capitals; a title before the name may be small.
    """
    if found.count == 1 and form.articles[0] and found.first not in found.words.articles:
        return False  # al-Bab is a town, Bab alone may be anything
    spelling = form.spelling
    if found.inflected:
        return spelling.inflects and _has_capital(form, found) and _is_plural_of(form, found)
    if spelling.case is CaseRule.ANY:
        return True
    if spelling.case is CaseRule.EXACT:
        return _letters(found.surface) == _letters(spelling.text)
    if form.acronym and not spelling.bare and any(map(str.islower, found.surface)):
        return False
    return _has_capital(form, found)


def article_differences(form: Form, found: Occurrence) -> int:
    """In how many words one has the article and the other has not."""
    has = [at in found.words.articles for at in range(found.first, found.first + found.count)]
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
    return _with_quotes(text, start, end, found.clitic)


def _with_quotes(text: str, start: int, end: int, clitic: str) -> tuple[int, int]:
    inside = text[start:end]
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


def _capital(spelling: Spelling, words: Words, first: int) -> int | None:
    """The word, counted from `first`, that must begin with a capital; None where none must."""
    word = first + (words.keys[first] == "the" and len(words.keys) > first + 1)
    if spelling.bare:
        word = len(words.keys) - len(words_of(spelling.bare).keys)
    return word - first if spelling.text[words.start(word)].isupper() else None


def _has_capital(form: Form, found: Occurrence) -> bool:
    if form.capital is None:
        return True
    return found.text[found.words.start(found.first + form.capital)].isupper()


def _is_acronym(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) <= _ACRONYM_LETTERS and all(letter.isupper() for letter in letters)


def _is_plural_of(form: Form, found: Occurrence) -> bool:
    """An acronym takes a small s (`NGOs`); any other name is a word of some length."""
    if form.acronym:
        return found.surface[-1] == "s" and found.surface[:-1].isupper()
    return len(found.words.keys[found.first + found.count - 1]) > _ACRONYM_LETTERS - 2


def _letters(text: str) -> str:
    """Letters and digits with their capitals, whatever marks they carry and stand between."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text)))
