"""Cuts a text into the words that names are compared by."""

import re
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
_ARTICLES = frozenset(("al", "el"))
# The article before a sun letter, as transliterations that follow the sound write it.
_ASSIMILATED = re.compile(r"[ae](?:dh?|n|r|sh?|th?|z)\Z")
_ABBREVIATED = frozenset(
    [
        "dr",
        "ft",
        "gen",
        "jr",
        "lt",
        "mr",
        "mrs",
        "ms",
        "mt",
        "no",
        "prof",
        "rev",
        "sen",
        "sgt",
        "st",
    ]
)
_CLOSING = re.compile(r"[\s\"'”»)\]]*\Z")


class Token(NamedTuple):
    """A word of a text, folded."""

    key: str
    start: int
    """Its place in the source text."""
    end: int
    joint: str
    """How it hangs on the word before: `" "` by space or hyphen, else what stands between."""
    article: int | None = None
    """Where an article `al-`, `el-`, `Al ` before it begins."""
    arabic: bool = False
    at: int = 0
    """Its place in the folded text."""


def tokens(text: str) -> tuple[list[Token], Folded]:
    """The words of `text` in order, an Arabic article in Latin letters joined to its word."""
    folded = fold(text)
    hidden = [match.span() for match in _ADDRESS.finditer(text)]
    found: list[Token] = []
    pending: Token | None = None
    gap_start = 0
    for match in _WORD.finditer(folded.text):
        token = _token(match, folded, gap_start, found[-1] if found else None)
        if any(start <= token.start < end for start, end in hidden):
            continue
        gap = folded.text[gap_start : match.start()]
        gap_start = token.at + match.end() - match.start()
        if match["dotted"] and token.end < folded.ends[match.end() - 1]:
            gap_start -= 1
        if pending and token.joint == " " and _is_article(pending.key, token.key, gap):
            found[-1] = token._replace(article=pending.start, joint=pending.joint)
            pending = None
            continue
        found.append(token)
        pending = token if match["word"] else None
    return found, folded


def _token(match: re.Match[str], folded: Folded, gap_start: int, before: Token | None) -> Token:
    start, end = match.span()
    key = match[0]
    if match["dotted"]:
        key = key.replace(".", "")
        if folded.text[end - 1] == "." and _CLOSING.match(folded.text, end):
            end -= 1  # at the end of a text the last full stop is also that of the text
    elif match["word"]:
        key = key.replace("'", "")
    return Token(
        key,
        folded.offsets[start],
        folded.ends[end - 1],
        _joint(folded.text[gap_start:start], before),
        arabic=match["arabic"] is not None,
        at=start,
    )


def _joint(gap: str, before: Token | None) -> str:
    bare = gap.strip()
    if not bare:
        return " " if gap else ""
    if gap == "-":
        return " "
    if bare == "." and gap != "." and before and _takes_point(before.key):
        return " "
    return bare


def _takes_point(key: str) -> bool:
    """Whether a full stop after the word says that it is short for something."""
    return len(key) == 1 or key in _ABBREVIATED


def _is_article(key: str, word: str, gap: str) -> bool:
    if key in _ARTICLES:
        return word[:1].isalpha()
    return gap == "-" and word.startswith(key[1:]) and _ASSIMILATED.match(key) is not None
