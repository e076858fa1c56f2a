"""Finding the segments in a unit's target again."""

from hypothesis import given
from hypothesis import strategies as st

from translate_app.adapters.formats.pieces import Piece, target_pieces
from translate_app.domain.document import UnitKind
from translate_app.domain.release import PublishedSegment, PublishedUnit
from translate_app.domain.segment import SegmentState, Span
from translate_app.pipeline.compose import compose

OPEN, APPROVED, EMPTY = SegmentState.EDITED, SegmentState.APPROVED, SegmentState.EMPTY


def _unit(source: str, *segments: tuple[str, str, SegmentState]) -> PublishedUnit:
    published = []
    spans = []
    done = 0
    for number, (text, target, state) in enumerate(segments, 1):
        start = source.index(text, done)
        done = start + len(text)
        spans.append(Span(start, done))
        published.append(PublishedSegment(number, text, target, state))
    target = compose(source, spans, [one.target for one in published])
    return PublishedUnit(UnitKind.PARAGRAPH, source, target, tuple(published))


def test_open_segments_stand_apart() -> None:
    unit = _unit("One. Two.\nThree.", ("One.", "1", APPROVED), ("Two.", "2", OPEN))

    assert target_pieces(unit) == (
        Piece("1"),
        Piece(" "),
        Piece("2", is_open=True),
        Piece("\nThree."),
    )


def test_a_segment_without_target_shows_its_source() -> None:
    unit = _unit("One. Two.", ("One.", "", EMPTY), ("Two.", "2", APPROVED))

    assert target_pieces(unit)[0] == Piece("One.", is_open=True, is_source=True)


def test_segments_that_touch_in_the_source() -> None:
    unit = _unit("One.Two.", ("One.", "1", APPROVED), ("Two.", "2", OPEN))

    assert target_pieces(unit) == (Piece("1"), Piece(" "), Piece("2", is_open=True))


def test_what_does_not_fit_is_one_piece() -> None:
    segments = (PublishedSegment(1, "elsewhere", "1", OPEN),)
    unit = PublishedUnit(UnitKind.PARAGRAPH, "One.", "1", segments)

    assert target_pieces(unit) == (Piece("1", is_open=True),)


@given(
    targets=st.lists(st.text().filter(str.strip), max_size=4), gap=st.sampled_from(["", " ", "\n"])
)
def test_the_pieces_of_a_translated_unit_join_to_its_target(targets: list[str], gap: str) -> None:
    sources = [f"{number}." for number in range(len(targets))]
    unit = _unit(
        gap.join(sources), *((one, two, OPEN) for one, two in zip(sources, targets, strict=True))
    )

    assert "".join(piece.text for piece in target_pieces(unit)) == unit.target
