"""Cuts a text into the words that names are compared by."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, chain

from translate_app.pipeline.folding import Folded, fold

ARABIC = "\u0620-\u065f\u066e-\u06ff\u0750-\u077f\u0870-\u08ff"
"""Arabic letters, as the inside of a character class."""
_LETTER = r"[^\W_]"
_OTHER = rf"[^\W_{ARABIC}]"
_POSSESSIVE = rf"'s(?!{_LETTER})"
_NOTE = r"(?<=\S)\[\d{1,3}\]"
# What stands before a word, and the word; at the end of a text an empty one.
_WORD = re.compile(
    r"([^\w'\[]*+.*?)("
    rf"{_NOTE}"
    rf"|(?<!{_LETTER})(?:[a-z]\.)+[a-z](?!{_LETTER})\.?"
    rf"|(?<!{_LETTER})\d+(?:[.,٫٬]\d+)+(?!{_LETTER})"
    rf"|[{ARABIC}]+"
    rf"|(?<={_LETTER}){_POSSESSIVE}"
    rf"|{_OTHER}+(?:'(?!s(?!{_LETTER})){_OTHER}+)*"
    r"|\Z)",
    re.DOTALL,
)
# Most texts have nothing inside a word but letters, and then these do, and are faster.
_PLAIN_WORD = re.compile(rf"([\W_]*+)([{ARABIC}]+|{_OTHER}+|\Z)")
_ASCII_WORD = re.compile(r"([^a-z0-9]*+)([a-z0-9]+|\Z)")
_TRICKY = re.compile(r"['.,٫٬\[](?<=\S.)[^\W_]", re.DOTALL)
_NOTES = re.compile(r"\[\d{1,3}\]")
# Names inside addresses stay as they are: a translated address leads nowhere.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*"
    r"|(?<!\w)@\w+"
    r"|(?<![\w.-])(?:[\w-]++\.)+(?:com|edu|gov|info|int|net|org)(?!\w)",
    re.IGNORECASE,
)
_ADDRESS_SIGNS = ("@", "://", "www.", "WWW.")
_DOMAIN_END = re.compile(r"\.(?:com|edu|gov|info|int|net|org)(?!\w)", re.IGNORECASE)
_ARTICLES = frozenset(("al", "el"))
ASSIMILATED = re.compile(r"(?<![a-z0-9])[ae](dh?|n|r|sh?|th?|z)-(?=\1)")
"""The article before a sun letter, as transliterations that follow the sound write it."""
_LONGEST_ARTICLE = 3
_ABBREVIATED = frozenset(
    ("dr", "ft", "gen", "jr", "lt", "mr", "mrs", "ms", "mt", "no", "prof", "rev", "sen", "sgt")
) | {"st"}
_AT_END = re.compile(r"[\s\"'”»)\]]*\Z")
# A name goes on behind these: quotation marks around a part of it, the signs of footnotes.
_PASSED_OVER = " \"'“”„«»‹›*†‡"


@dataclass(slots=True)
class Words:
    """The words of a text in order."""

    folded: Folded
    keys: list[str]
    """The words, folded."""
    edges: list[int]
    """Where each begins, with its article, and ends in the folded text, one after the other."""
    articles: dict[int, int]
    """By number of a word that has an article before it (`al-`, `Al `) where the word itself
    begins in the folded text."""

    def joint(self, word: int) -> str:
        """How a word hangs on the one before: `" "` by space, hyphen, quotation mark or
        footnote mark, else what stands between them."""
        gap = self.folded.text[self.edges[2 * word - 1] : self.edges[2 * word]]
        return " " if gap in (" ", "-") else _joint(gap, self.keys[word - 1])

    def start(self, word: int, taken_off: int = 0) -> int:
        """Where a word begins in the source, `taken_off` letters of it left out."""
        at = self.articles.get(word) if self.articles else None
        return self.folded.offsets[(self.edges[2 * word] if at is None else at) + taken_off]

    def whole_start(self, word: int) -> int:
        """Where a word begins in the source, with its article."""
        return self.folded.offsets[self.edges[2 * word]]

    def end(self, word: int) -> int:
        """Where a word ends in the source."""
        return self.folded.ends[self.edges[2 * word + 1] - 1]


def words_of(text: str) -> Words:
    """The words of `text`, an Arabic article in Latin letters joined to its word."""
    folded = fold(text)
    flat = folded.text
    hidden = _addresses(text)
    tricky = bool(hidden) or _TRICKY.search(flat) is not None
    pattern = _WORD if tricky else _ASCII_WORD if flat.isascii() else _PLAIN_WORD
    pieces = list(chain.from_iterable(pattern.findall(flat)))
    while pieces and not pieces[-1]:
        del pieces[-2:]
    words = Words(folded, pieces[1::2], list(accumulate(map(len, pieces))), {})
    if tricky:
        _settle(words, hidden)
    if not _ARTICLES.isdisjoint(words.keys) or ("-" in flat and ASSIMILATED.search(flat)):
        _join_articles(words)
    return words


def is_arabic(word: str) -> bool:
    """Whether a folded word is written in Arabic letters."""
    return "\u0620" <= word[0] <= "\u08ff"


def ends_text(text: str, place: int) -> bool:
    """Whether nothing but closing marks follows `place`."""
    return _AT_END.match(text, place) is not None


def _settle(words: Words, hidden: list[tuple[int, int]]) -> None:
    """Take points and apostrophes out of words, and footnotes and what is `hidden` out of all."""
    text, keys, edges = words.folded.text, words.keys, words.edges
    dropped = set()
    for at, key in enumerate(keys):
        if key.isalnum() or key[0].isdecimal():
            continue
        if key[0] == "[":
            dropped.add(at)
        elif "." in key:
            keys[at] = key.replace(".", "")
            if key[-1] == "." and ends_text(text, edges[2 * at + 1]):
                edges[2 * at + 1] -= 1  # the last full stop of a text is not the acronym's alone
        elif key[0] != "'":
            keys[at] = key.replace("'", "")
    numbers = range(len(keys))
    for span in hidden:
        first, after = (bisect_left(numbers, place, key=words.whole_start) for place in span)
        dropped.update(range(first, after))
    if dropped:
        kept = [at for at in numbers if at not in dropped]
        words.keys = [keys[at] for at in kept]
        words.edges = [edge for at in kept for edge in edges[2 * at : 2 * at + 2]]


def _join_articles(words: Words) -> None:
    """Make the article and its word one word, whose key is without the article."""
    keys: list[str] = []
    edges: list[int] = []
    article = False
    for at, key in enumerate(words.keys):
        start, end = words.edges[2 * at : 2 * at + 2]
        if article:
            words.articles[len(keys) - 1] = start
            keys[-1], edges[-1] = key, end
            article = False
        else:
            article = len(key) <= _LONGEST_ARTICLE and _is_article(words, at)
            keys.append(key)
            edges += (start, end)
    words.keys, words.edges = keys, edges


def _is_article(words: Words, at: int) -> bool:
    """Whether a word is the article of the next one: `al Wadi`, `as-Suq`."""
    key, text = words.keys[at], words.folded.text
    if at + 1 == len(words.keys):
        return False
    word = words.keys[at + 1]
    if key in _ARTICLES:
        return word[0].isalpha() and not is_arabic(word) and words.joint(at + 1) == " "
    return ASSIMILATED.match(text, words.edges[2 * at]) is not None


def _addresses(text: str) -> list[tuple[int, int]]:
    """Where web and mail addresses stand."""
    if any(sign in text for sign in _ADDRESS_SIGNS) or _DOMAIN_END.search(text):
        return [match.span() for match in _ADDRESS.finditer(text)]
    return []


def _joint(gap: str, before: str) -> str:
    bare = _NOTES.sub("", gap).strip(_PASSED_OVER)
    if not bare:
        return " " if gap else ""
    if bare == "." and gap != "." and _takes_point(before):
        return " "
    return bare


def _takes_point(key: str) -> bool:
    """Whether a full stop after the word says that it is short for something."""
    return len(key) == 1 or key in _ABBREVIATED
