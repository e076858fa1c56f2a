"""Which characters of a text a model's pieces stand for."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import overload

_UNVOWELLED = {*map(chr, range(0x064B, 0x0653)), "\u0670", "\u0640"}
"""Tanwin, tashkeel, dagger alif, tatweel: the starter packages were trained without them."""


Row = tuple[int, int, int, int]
"""Source start, source end, target start, target end: see `domain.engine.Hypothesis`."""


class Alignment(Sequence[Row]):
    """Rows that are worked out when somebody first looks at them.

    Few hypotheses are ever looked at so closely, and the work took a sixth of a job.
    """

    def __init__(self, build: Callable[[], Iterable[Row]]) -> None:
        self._build = build

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        return tuple(self._build())

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        """The row, or rows, at that place."""
        return self._rows[index]

    def __len__(self) -> int:
        """Number of rows."""
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        """Whether `other` has the same rows."""
        return isinstance(other, Sequence) and self._rows == tuple(other)

    def __hash__(self) -> int:
        """As a tuple of the rows."""
        return hash(self._rows)


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
