"""Unknown names in Arabic text, told by a draft in English: a capitalised name of the draft that
sounds like words of the source is a name there too."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from translate_app.domain.candidate import UnknownName
from translate_app.domain.segment import Span
from translate_app.pipeline.transliterate import similarity
from translate_app.pipeline.unknown_arabic import Token, arabic_tokens, may_be_named
from translate_app.pipeline.unknown_english import english_names, lower_case_words

SURE: Final = 0.82
"""Likeness from which words of the source are the name; see `transliterate.similarity`."""
SHORTEST: Final = 4
"""Letters of a name at least: shorter ones are like too many words."""
FEWEST: Final = 0.4
"""Letters that an Arabic spelling has at least for each Latin one."""
MOST: Final = 1.2
MOST_NAMES: Final = 40
"""Names of one draft that are looked for."""
_CLITICS: Final = re.compile("[وف]?[بلك]|[وف]")


def names_told_by(draft: str, text: str, known: Sequence[Span]) -> list[UnknownName]:
    """The names of `text` that `draft`, its English translation, shows; none overlapping.

    `known` are the places of the termbase's names in `text`.
    """
    taken: list[UnknownName] = []
    if not draft:
        return taken
    tokens = arabic_tokens(text, known)
    names = english_names(draft, (), lower_case_words(draft))
    for name, _ in zip(names, range(MOST_NAMES), strict=False):
        letters = sum(map(str.isalpha, name.surface))
        if letters < SHORTEST or name.surface.isupper():
            continue
        lengths = range(int(FEWEST * letters), int(MOST * letters) + 2)
        places = _places(tokens, len(re.split(r"[\s-]+", name.surface)), text, lengths)
        alike = ((similarity(name.surface, text[at.start : at.end]), at) for at in places)
        best, at = max(alike, key=lambda one: one[0], default=(0.0, Span(0, 0)))
        if best >= SURE and not any(at.overlaps(one.span) for one in taken):
            taken.append(UnknownName(text[at.start : at.end], at, name.type))
    return taken


def _places(tokens: Sequence[Token], words: int, text: str, lengths: range) -> Iterator[Span]:
    """Pieces of about as many words, each also without a clitic at its beginning."""
    for first, token in enumerate(tokens):
        for size in range(max(1, words - 1), words + 2):
            piece = tokens[first : first + size]
            if len(piece) < size or not all(part.joined for part in piece[1:]):
                break
            if not may_be_named(token) or any(part.hidden for part in piece):
                break
            if not may_be_named(piece[-1]) or sum(len(part.key) for part in piece) not in lengths:
                continue
            end = piece[-1].end
            yield Span(token.start, end)
            clitic = _CLITICS.match(text, token.start, token.end)
            if clitic and token.end - clitic.end() > 2:
                yield Span(clitic.end(), end)
