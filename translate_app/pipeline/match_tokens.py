"""Cuts a text into the words that names are compared by."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from translate_app.pipeline.folding import Folded, fold

_ARABIC = "\u0620-\u065f\u066e-\u06ff\u0750-\u077f\u0870-\u08ff"
_LETTER = r"[^\W_]"
_OTHER = rf"[^\W_{_ARABIC}]"
_POSSESSIVE = rf"'s(?!{_LETTER})"
_WORD = re.compile(
    rf"(?P<dotted>(?<!{_LETTER})(?:[a-z]\.)+[a-z](?!{_LETTER})\.?)"
    rf"|(?P<number>(?<!{_LETTER})\d+(?:[.,٫٬]\d+)+(?!{_LETTER}))"
    rf"|(?P<arabic>[{_ARABIC}]+)"
    rf"|(?P<possessive>(?<={_LETTER}){_POSSESSIVE})"
    rf"|(?P<word>{_OTHER}+(?:'(?!s(?!{_LETTER})){_OTHER}+)*)"
)
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
_ASSIMILATED = re.compile(r"[ae](?:dh?|n|r|sh?|th?|z)\Z")
_LONGEST_ARTICLE = 3
_ABBREVIATED = frozenset(
    ("dr", "ft", "gen", "jr", "lt", "mr", "mrs", "ms", "mt", "no", "prof", "rev", "sen", "sgt")
) | {"st"}
_AT_END = re.compile(r"[\s\"'”»)\]]*\Z")


class Token(NamedTuple):
    """A word of a text, folded."""

    key: str
    at: int
    """Its place in the folded text."""
    start: int
    """Its place in the source text."""
    end: int
    joint: str
    """How it hangs on the word before: `" "` by space or hyphen, else what stands between."""
    arabic: bool = False
    article: int | None = None
    """Where an article before it begins in the source: `al-`, `el-`, `Al `."""


def tokens(text: str) -> tuple[list[Token], Folded]:
    """The words of `text` in order, an Arabic article in Latin letters joined to its word."""
    folded = fold(text)
    hidden = _addresses(text)
    found: list[Token] = []
    edge = 0
    may_be_article = False
    for match in _WORD.finditer(folded.text):
        start, end = match.span()
        place = folded.offsets[start]
        while hidden and hidden[-1][1] <= place:
            hidden.pop()
        if hidden and hidden[-1][0] <= place:
            continue
        key, kind = match[0], match.lastgroup
        if kind == "dotted":
            key = key.replace(".", "")
            if folded.text[end - 1] == "." and ends_text(folded.text, end):
                end -= 1  # the last full stop of a text is not the acronym's alone
        elif kind == "word":
            key = key.replace("'", "")
        gap = folded.text[edge:start]
        joint = gap if gap == " " else _joint(gap, found)
        place_end = folded.ends[end - 1]
        if may_be_article and kind == "word" and joint == " " and _is_article(found[-1], key, gap):
            article = found.pop()
            found.append(Token(key, start, place, place_end, article.joint, False, article.start))
            may_be_article = False
        else:
            found.append(Token(key, start, place, place_end, joint, kind == "arabic"))
            may_be_article = kind == "word" and len(key) <= _LONGEST_ARTICLE
        edge = end
    return found, folded


def _addresses(text: str) -> list[tuple[int, int]]:
    """Where web and mail addresses stand, the last one first."""
    if any(sign in text for sign in _ADDRESS_SIGNS) or _DOMAIN_END.search(text):
        return [match.span() for match in _ADDRESS.finditer(text)][::-1]
    return []


def ends_text(text: str, place: int) -> bool:
    """Whether nothing but closing marks follows `place`."""
    return _AT_END.match(text, place) is not None


def _joint(gap: str, found: Sequence[Token]) -> str:
    bare = gap.strip()
    if not bare:
        return " " if gap else ""
    if gap == "-":
        return " "
    if bare == "." and gap != "." and found and _takes_point(found[-1].key):
        return " "
    return bare


def _takes_point(key: str) -> bool:
    """Whether a full stop after the word says that it is short for something."""
    return len(key) == 1 or key in _ABBREVIATED


def _is_article(before: Token, word: str, gap: str) -> bool:
    if before.key in _ARTICLES:
        return word[0].isalpha()
    return (
        gap == "-"
        and word.startswith(before.key[1:])
        and _ASSIMILATED.match(before.key) is not None
    )
