"""Segments of a release are held against one another."""

from dataclasses import replace

from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import Finding, Segment, SegmentState, Severity, Span
from translate_app.services.consistency import with_consistency
from translate_app.services.findings import ReviewedSegment

PAIR = LanguagePair(Language.ENGLISH, Language.ARABIC)
OWN = Finding("double_space", Severity.WARNING, {})


def reviewed(number: int, source: str, target: str) -> ReviewedSegment:
    span = Span(0, len(source))
    segment = Segment("r1", number, 0, span, source, target, SegmentState.EDITED, version=1)
    return ReviewedSegment(segment, (), (), (OWN,))


FIRST = reviewed(1, "The road is open.", "الطريق مفتوح.")
BRIDGE = reviewed(2, "The bridge is open.", "الجسر مفتوح.")


def test_twins_translated_otherwise_are_told_of_one_another() -> None:
    twin = reviewed(3, "The road is open", "الدرب سالك.")
    first, bridge, third = with_consistency([FIRST, BRIDGE, twin], PAIR)
    assert bridge is BRIDGE
    for found, number in ((first, "3"), (third, "1")):
        own, other = found.findings
        assert own is OWN
        assert (other.check, other.parameters["number"]) == ("translated_otherwise", number)


def test_an_empty_twin_and_one_translated_alike_are_no_matter() -> None:
    empty, alike = (
        reviewed(3, "The road is open", ""),
        reviewed(4, "The road is open", "الطريق مفتوح"),
    )
    release = [FIRST, BRIDGE, empty, alike]
    assert list(with_consistency(release, PAIR)) == release


def test_what_was_found_goes_when_the_other_segment_changes() -> None:
    twin = reviewed(3, "The road is open", "الدرب سالك.")
    with_consistency([FIRST, twin], PAIR)
    mended = replace(twin, segment=replace(twin.segment, target="الطريق مفتوح."))
    assert with_consistency([FIRST, mended], PAIR)[0] is FIRST


def test_what_was_approved_elsewhere_otherwise_is_told() -> None:
    approved = [("The road is open.", "الدرب سالك."), ("The bridge is open.", "الجسر مفتوح.")]
    first, bridge = with_consistency([FIRST, BRIDGE], PAIR, approved)
    assert bridge is BRIDGE
    assert [each.check for each in first.findings] == [OWN.check, "differs_from_memory"]
    assert first.findings[1].parameters == {"other": "الدرب سالك."}
