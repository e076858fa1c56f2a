"""What was found in a segment is remembered, and never longer than it is true."""

from dataclasses import replace

from translate_app.domain.segment import Segment, SegmentState, Span
from translate_app.services.findings import ReviewedSegment
from translate_app.services.reviewed_cache import ReviewedCache

SEGMENT = Segment("r1", 1, 0, Span(0, 1), "x", "نص", SegmentState.EDITED, version=1)


class Looking:
    """Counts how often somebody looks."""

    def __init__(self, remembered: int = 10) -> None:
        self.cache = ReviewedCache(remembered)
        self.count = 0

    def at(self, segment: Segment, *looked_with: object) -> ReviewedSegment:
        def look() -> ReviewedSegment:
            self.count += 1
            return ReviewedSegment(segment, (), (), ())

        return self.cache(segment, looked_with, look)


def test_the_same_segment_is_looked_at_once() -> None:
    looking = Looking()
    first = looking.at(SEGMENT, "matcher")
    assert looking.at(replace(SEGMENT), "matcher") is first
    assert looking.count == 1


def test_a_changed_segment_is_looked_at_anew() -> None:
    looking = Looking()
    looking.at(SEGMENT)
    changed = replace(SEGMENT, target="آخر", version=2)
    assert looking.at(changed).segment == changed
    assert looking.count == 2


def test_a_changed_termbase_is_looked_at_anew() -> None:
    looking = Looking()
    looking.at(SEGMENT, object())
    looking.at(SEGMENT, object())
    assert looking.count == 2


def test_what_nobody_looked_at_for_long_is_forgotten() -> None:
    looking = Looking(remembered=2)
    others = [replace(SEGMENT, number=number) for number in (1, 2, 3)]
    for segment in others:
        looking.at(segment)
    looking.at(others[1])
    assert looking.count == 3
    looking.at(others[0])
    assert looking.count == 4


def test_what_segments_say_of_one_another_is_looked_at_once() -> None:
    cache, looks = ReviewedCache(), []

    def look() -> tuple[ReviewedSegment, ...]:
        looks.append(1)
        return (ReviewedSegment(SEGMENT, (), (), ()),)

    alone = [ReviewedSegment(SEGMENT, (), (), ())]
    first = cache.together("r1", alone, [], look)
    assert cache.together("r1", list(alone), [], look) is first
    assert cache.together("r1", [replace(alone[0])], [], look) is not first
    cache.together("r1", alone, [("x", "y")], look)
    cache.together("r1", [], [("x", "y")], look)
    cache.together("r2", [], [("x", "y")], look)
    assert len(looks) == 5
