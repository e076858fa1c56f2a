"""A unit's target cut into its segments again, so that open ones can be marked."""

from dataclasses import dataclass

from translate_app.adapters.formats.labels import is_open
from translate_app.domain.release import PublishedSegment, PublishedUnit


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of a unit: a segment, or what stands between two."""

    text: str
    is_open: bool = False
    """Not approved."""
    is_source: bool = False
    """Not translated yet: the text is the source."""


def target_pieces(unit: PublishedUnit) -> tuple[Piece, ...]:
    """The target of `unit` in order. An open segment without target shows its source.

    Where segments and texts do not fit together the target is one piece, open if one of
    its segments is.
    """
    gaps = _gaps(unit)
    composed = "".join(
        gap + segment.target for gap, segment in zip(gaps, unit.segments, strict=False)
    )
    if not gaps or composed + gaps[-1] != unit.target:
        return (Piece(unit.target, any(is_open(one) for one in unit.segments)),)
    pieces = []
    for gap, segment in zip(gaps, unit.segments, strict=False):
        pieces += [Piece(gap), _segment_piece(segment)]
    pieces.append(Piece(gaps[-1]))
    return tuple(piece for piece in pieces if piece.text)


def _segment_piece(segment: PublishedSegment) -> Piece:
    if is_open(segment) and not segment.target.strip():
        return Piece(segment.source, is_open=True, is_source=True)
    return Piece(segment.target, is_open(segment))


def _gaps(unit: PublishedUnit) -> list[str]:
    """What stands before, between and behind the segments; empty if they do not fit.

    Segments that touch in the source have a space between them in the target.
    """
    gaps: list[str] = []
    done = 0
    for segment in unit.segments:
        start = unit.source.find(segment.source, done)
        if start < 0:
            return []
        gaps.append(unit.source[done:start] or (" " if gaps else ""))
        done = start + len(segment.source)
    return [*gaps, unit.source[done:]]
