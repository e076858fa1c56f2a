"""Which characters of a text a model's pieces stand for."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_UNVOWELLED = {*map(chr, range(0x064B, 0x0653)), "\u0670", "\u0640"}
"""Tanwin, tashkeel, dagger alif, tatweel: the starter packages were trained without them."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text as the model gets it."""

    text: str
    places: tuple[int, ...]
    """For each of its characters, where it stands in the text that was handed in."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span `start` to `end` (not empty) in the text that was handed in."""
        return self.places[start], self.places[end - 1] + 1


def prepare(text: str, arabic: bool) -> Prepared:
    """`text` without Arabic vowel marks and tatweel where it is `arabic`."""
    places = tuple(at for at, letter in enumerate(text) if not (arabic and letter in _UNVOWELLED))
    return Prepared("".join(text[at] for at in places), places)


def piece_spans(pieces: Sequence[str], text: str) -> list[tuple[int, int] | None]:
    """For each piece the characters of `text` it stands for, None where it has none.

    Tokenizers normalise (NFKC, spaces, case), so both sides are compared in a folded form
    and, where that still differs, by the longest common runs.
    """
    letters = list(_folded(enumerate(text)))
    parts = list(
        _folded((at, letter) for at, piece in enumerate(pieces) for letter in _bare(piece))
    )
    spans: list[tuple[int, int] | None] = [None] * len(pieces)
    for at, piece in _paired(letters, parts):
        known = spans[piece]
        spans[piece] = (min(known[0], at), max(known[1], at + 1)) if known else (at, at + 1)
    return spans


def _paired(
    letters: list[tuple[int, str]], parts: list[tuple[int, str]]
) -> Iterable[tuple[int, int]]:
    one, other = [folded for _, folded in letters], [folded for _, folded in parts]
    if one == other:
        return [(at, piece) for (at, _), (piece, _) in zip(letters, parts, strict=True)]
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return [
        (letters[block.a + k][0], parts[block.b + k][0])
        for block in blocks
        for k in range(block.size)
    ]


def _bare(piece: str) -> str:
    """A piece without the signs that SentencePiece (▁) and BPE (@@) put for spaces."""
    return piece.replace("\u2581", "").removesuffix("@@")


def _folded(letters: Iterable[tuple[int, str]]) -> Iterable[tuple[int, str]]:
    for at, letter in letters:
        for folded in unicodedata.normalize("NFKC", letter).casefold():
            if not folded.isspace():
                yield at, folded
