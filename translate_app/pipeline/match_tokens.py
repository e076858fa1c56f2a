"""Cuts a text into the words that names are compared by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translate_app.pipeline.folding import Folded, fold

ARABIC = "\u0620-\u065f\u066e-\u06ff\u0750-\u077f\u0870-\u08ff"
"""Arabic letters, as the inside of a character class."""
_LETTER = r"[^\W_]"
_OTHER = rf"[^\W_{ARABIC}]"
_POSSESSIVE = rf"'s(?!{_LETTER})"
_NOTE = r"(?<=\S)\[\d{1,3}\]"
_WORD = re.compile(
    rf"(?P<note>{_NOTE})"
    rf"|(?P<dotted>(?<!{_LETTER})(?:[a-z]\.)+[a-z](?!{_LETTER})\.?)"
    rf"|(?P<number>(?<!{_LETTER})\d+(?:[.,٫٬]\d+)+(?!{_LETTER}))"
    rf"|(?P<arabic>[{ARABIC}]+)"
    rf"|(?P<possessive>(?<={_LETTER}){_POSSESSIVE})"
    rf"|(?P<word>{_OTHER}+(?:'(?!s(?!{_LETTER})){_OTHER}+)*)"
)
# Most texts have nothing inside a word but letters, and then these do, and are faster.
_PLAIN_WORD = re.compile(rf"[{ARABIC}]+|{_OTHER}+")
_ASCII_WORD = re.compile("[a-z0-9]+")
_TRICKY = re.compile(rf"{_LETTER}['.,٫٬]{_LETTER}|{_NOTE}")
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
# The article before a sun letter, as transliterations that follow the sound write it.
_ASSIMILATED = frozenset(
    vowel + letter for vowel in "ae" for letter in ("d", "dh", "n", "r", "s", "sh", "t", "th", "z")
)
_ABBREVIATED = frozenset(
    ("dr", "ft", "gen", "jr", "lt", "mr", "mrs", "ms", "mt", "no", "prof", "rev", "sen", "sgt")
) | {"st"}
_AT_END = re.compile(r"[\s\"'”»)\]]*\Z")
# A name goes on behind these: quotation marks around a part of it, the signs of footnotes.
_PASSED_OVER = " \"'“”„«»‹›*†‡"


@dataclass(slots=True)
class Words:
    """The words of a text in order; the n-th of each list belongs to the n-th word."""

    folded: Folded
    keys: list[str]
    """The words, folded."""
    starts: list[int]
    """Where they begin in the folded text."""
    ends: list[int]
    joints: list[str]
    """How each hangs on the word before: `" "` by space, hyphen, quotation mark or footnote
    mark, else what stands between."""
    articles: dict[int, int]
    """By number of the word where an article before it begins in the folded text: `al-`, `Al `."""

    def start(self, word: int, taken_off: int = 0) -> int:
        """Where a word begins in the source, `taken_off` letters of it left out."""
        return self.folded.offsets[self.starts[word] + taken_off]

    def whole_start(self, word: int) -> int:
        """Where a word begins in the source, with its article."""
        return self.folded.offsets[self.articles.get(word, self.starts[word])]

    def end(self, word: int) -> int:
        """Where a word ends in the source."""
        return self.folded.ends[self.ends[word] - 1]


def words_of(text: str) -> Words:
    """The words of `text`, an Arabic article in Latin letters joined to its word."""
    folded = fold(text)
    words = Words(folded, [], [], [], [], {})
    hidden = _addresses(text)
    if hidden or _TRICKY.search(folded.text):
        _cut_carefully(words, hidden)
    else:
        _cut(words)
    if not _ARTICLES.isdisjoint(words.keys) or (
        "-" in folded.text and not _ASSIMILATED.isdisjoint(words.keys)
    ):
        _join_articles(words)
    return words


def is_arabic(word: str) -> bool:
    """Whether a folded word is written in Arabic letters."""
    return "\u0620" <= word[0] <= "\u08ff"


def ends_text(text: str, place: int) -> bool:
    """Whether nothing but closing marks follows `place`."""
    return _AT_END.match(text, place) is not None


def _cut(words: Words) -> None:
    text = words.folded.text
    keys, starts, ends, joints = words.keys, words.starts, words.ends, words.joints
    edge = 0
    for match in (_ASCII_WORD if text.isascii() else _PLAIN_WORD).finditer(text):
        start, end = match.span()
        gap = text[edge:start]
        joints.append(gap if gap == " " else _joint(gap, keys))
        keys.append(match[0])
        starts.append(start)
        ends.append(end)
        edge = end


def _cut_carefully(words: Words, hidden: list[tuple[int, int]]) -> None:
    """Cut a text with words that hold a point or an apostrophe; `hidden` is passed over."""
    folded = words.folded
    text = folded.text
    edge = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        key, kind = match[0], match.lastgroup
        if kind == "note":
            edge = end
            continue
        place = folded.offsets[start]
        while hidden and hidden[-1][1] <= place:
            hidden.pop()
        if hidden and hidden[-1][0] <= place:
            continue
        if kind == "dotted":
            key = key.replace(".", "")
            if text[end - 1] == "." and ends_text(text, end):
                end -= 1  # the last full stop of a text is not the acronym's alone
        elif kind == "word":
            key = key.replace("'", "")
        words.joints.append(_joint(text[edge:start], words.keys))
        words.keys.append(key)
        words.starts.append(start)
        words.ends.append(end)
        edge = end


def _join_articles(words: Words) -> None:
    """Make the article and its word one word, whose key is without the article."""
    joined = Words(words.folded, [], [], [], [], {})
    skip = False
    for at, key in enumerate(words.keys):
        if skip:
            skip = False
            continue
        joint = words.joints[at]
        start, end = words.starts[at], words.ends[at]
        if _is_article(words, at):
            joined.articles[len(joined.keys)] = start
            key, start, end = words.keys[at + 1], words.starts[at + 1], words.ends[at + 1]
            skip = True
        joined.keys.append(key)
        joined.starts.append(start)
        joined.ends.append(end)
        joined.joints.append(joint)
    words.keys, words.starts, words.ends = joined.keys, joined.starts, joined.ends
    words.joints, words.articles = joined.joints, joined.articles


def _is_article(words: Words, at: int) -> bool:
    """Whether a word is the article of the next one: `al Wadi`, `as-Suq`."""
    key = words.keys[at]
    if at + 1 == len(words.keys) or (key not in _ARTICLES and key not in _ASSIMILATED):
        return False
    word = words.keys[at + 1]
    if words.joints[at + 1] != " " or is_arabic(word):
        return False
    if key in _ARTICLES:
        return word[0].isalpha()
    gap = words.folded.text[words.ends[at] : words.starts[at + 1]]
    return gap == "-" and word.startswith(key[1:])


def _addresses(text: str) -> list[tuple[int, int]]:
    """Where web and mail addresses stand, the last one first."""
    if any(sign in text for sign in _ADDRESS_SIGNS) or _DOMAIN_END.search(text):
        return [match.span() for match in _ADDRESS.finditer(text)][::-1]
    return []


def _joint(gap: str, before: Sequence[str]) -> str:
    if gap in (" ", "-"):
        return " "
    bare = gap.strip(_PASSED_OVER)
    if not bare:
        return " " if gap else ""
    if bare == "." and gap != "." and before and _takes_point(before[-1]):
        return " "
    return bare


def _takes_point(key: str) -> bool:
    """Whether a full stop after the word says that it is short for something."""
    return len(key) == 1 or key in _ABBREVIATED
