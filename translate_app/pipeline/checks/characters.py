"""Characters that do not belong in a translation."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from translate_app.domain.language import Language
from translate_app.domain.segment import Finding, Severity, Span
from translate_app.pipeline.checks.context import CheckContext
from translate_app.pipeline.pathologies import INVISIBLE

_ISOLATES = "\u2066\u2067\u2068"
_POP_ISOLATE = "\u2069"
_ARABIC = "\u0620-\u063f\u0641-\u064a\u066e-\u06d3"
_MARKS = "\u064b-\u065f\u0670"
# Between Arabic letters only: هـ is the sign of the Hijri era, بـ leads to another script.
_TATWEEL = re.compile(rf"(?<=[{_ARABIC}{_MARKS}])\u0640+(?=[{_ARABIC}{_MARKS}])")
_TRIPLED = re.compile(r"(?P<letter>[^\W\d_])(?P=letter){2,}", re.IGNORECASE)
# Before a pronoun ة is written ت (مشاركته); no other letter follows it in a word.
_INNER_TA = re.compile(rf"[{_ARABIC}{_MARKS}]+ة[{_MARKS}]*[{_ARABIC}][{_ARABIC}{_MARKS}]*")
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"\w+")
_ROMAN = re.compile(r"[IVXLCDM]+\Z")
_ADDRESS = re.compile(r"[@#_/]|\w\.\w")

PERSIAN_LETTERS: Final = str.maketrans(
    {
        "\u06a9": "ك",  # keheh
        "\u06aa": "ك",  # swash kaf
        "\u06cc": "ي",  # Farsi yeh
        "\u06d2": "ي",  # yeh barree
        "\u06be": "ه",  # heh doachashmee
        "\u06c1": "ه",  # heh goal
        "\u06d5": "ه",  # ae
        **{chr(0x6F0 + digit): chr(0x660 + digit) for digit in range(10)},
    }
)
"""Letters and digits of Persian, Urdu and Kurdish keyboards that look like Arabic ones
(Unicode Standard, section 9.2), and the Arabic ones."""
_PERSIAN = re.compile(f"[{''.join(map(chr, PERSIAN_LETTERS))}]")
_PERSIAN_WORD = re.compile("[\u067e\u0686\u0698\u06af\u06c6\u06ce\u06b5\u0679\u0688\u0691]")
"""Letters that only a word of another language has: all of it is left as it is."""

_LATIN = "A-Za-z\u00c0-\u024f"
LOOKALIKES: Final = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧον",
    "ABESIJKMHOPCTYXaesijopcyxdqwABEZHIKMNOPTYXov",
)
"""Cyrillic and Greek letters that look like Latin ones (Unicode Technical Standard #39,
confusables)."""
_LOOKALIKE = re.compile(f"[{''.join(map(chr, LOOKALIKES))}]")
_HAS_LATIN = re.compile(f"[{_LATIN}]")
_ALL_LATIN = re.compile(rf"[{_LATIN}\d_]+")
_LATIN_INSIDE = re.compile(rf"(?<=[{_ARABIC}{_MARKS}])[{_LATIN}\u0370-\u052f]+(?=[{_ARABIC}])")


def misplaced_ta_marbuta(context: CheckContext) -> Iterator[Finding]:
    """ة inside a word, where Arabic writes ت: engines join pieces so (مشاركةه)."""
    if context.pair.target is not Language.ARABIC:
        return
    for match in _INNER_TA.finditer(context.target):
        yield Finding(
            "misplaced_ta_marbuta",
            Severity.WARNING,
            {"word": match[0]},
            Span(match.start(), match.end()),
        )


def invisible_characters(context: CheckContext) -> Iterator[Finding]:
    """Bidi marks and overrides, zero-width and control characters, once for each character.

    Joiners have a use in Arabic, and isolates in pairs are the proper way to set off a run
    of the other direction (Unicode Standard Annex #9): both are allowed.
    """
    allowed = paired_isolates(context.target)
    seen: set[str] = set()
    for match in INVISIBLE.finditer(context.target):
        if match[0] in seen or match.start() in allowed:
            continue
        seen.add(match[0])
        code = f"U+{ord(match[0]):04X}"
        name = unicodedata.name(match[0], "")
        parameters = {"character": f"{code} {name}".strip()}
        yield Finding("invisible_characters", Severity.ERROR, parameters, Span(*match.span()))


def paired_isolates(text: str) -> set[int]:
    """Indices of isolate initiators and the pops that close them."""
    opened: list[int] = []
    paired: set[int] = set()
    for index, character in enumerate(text):
        if character in _ISOLATES:
            opened.append(index)
        elif character == _POP_ISOLATE and opened:
            paired.update((opened.pop(), index))
    return paired


def lookalikes(context: CheckContext) -> Iterator[Finding]:
    """A Cyrillic or Greek letter in a Latin word, or other letters within an Arabic one."""
    if context.target.isascii():
        return
    for word in _WORD.finditer(context.target):
        if word[0].isascii() or word[0] in context.source:
            continue
        letters = "".join(_lookalikes_in(word[0]))
        if letters:
            parameters = {"letters": letters, "word": word[0]}
            latin = word[0].translate(LOOKALIKES)
            if _ALL_LATIN.fullmatch(latin):
                parameters["wanted"] = latin
            yield Finding("lookalikes", Severity.ERROR, parameters, Span(*word.span()))


def _lookalikes_in(word: str) -> Iterator[str]:
    if _HAS_LATIN.search(word):
        yield from dict.fromkeys(_LOOKALIKE.findall(word))
    yield from _LATIN_INSIDE.findall(word)


def persian_letters(context: CheckContext) -> Iterator[Finding]:
    """Letters of a Persian keyboard in an Arabic word: they look right and are never found."""
    if context.pair.target is not Language.ARABIC or not _PERSIAN.search(context.target):
        return
    for word in _WORD.finditer(context.target):
        found = _PERSIAN.search(word[0])
        if found and not _PERSIAN_WORD.search(word[0]) and word[0] not in context.source:
            parameters = {"word": word[0], "wanted": word[0].translate(PERSIAN_LETTERS)}
            yield Finding("persian_letters", Severity.WARNING, parameters, Span(*word.span()))


def tatweel(context: CheckContext) -> Iterator[Finding]:
    """Letters drawn out with tatweel: it belongs to headlines on paper, not to text."""
    for found in _TATWEEL.finditer(context.target):
        yield Finding("tatweel", Severity.WARNING, {}, Span(*found.span()))


def tripled_letter(context: CheckContext) -> Iterator[Finding]:
    """One letter three times on end, where the source draws no word out (`Nooo`).

    Roman numerals and addresses are passed over.
    """
    if not _TRIPLED.search(context.target) or _TRIPLED.search(context.source):
        return
    for token in _TOKEN.finditer(context.target):
        if _ADDRESS.search(token[0]):
            continue
        for word in _WORD.finditer(token[0]):
            found = _TRIPLED.search(word[0])
            if found and not _ROMAN.match(word[0]):
                start = token.start() + word.start() + found.start()
                span = Span(start, start + len(found[0]))
                yield Finding("tripled_letter", Severity.WARNING, {"word": word[0]}, span)
