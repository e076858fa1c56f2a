"""What stands apart in the source stands apart in every export, approved or not."""

import re
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.formats.editions import LABELS, draft
from translate_app.adapters.formats.exporters import exporters
from translate_app.adapters.formats.page import PageExporter
from translate_app.adapters.formats.plain import PlainExporter
from translate_app.domain.document import UnitKind
from translate_app.domain.language import Language
from translate_app.domain.release import Edition, PublishedSegment, PublishedUnit
from translate_app.domain.segment import SegmentState, Span
from translate_app.pipeline.compose import compose

APPROVED, EDITED, EMPTY = SegmentState.APPROVED, SegmentState.EDITED, SegmentState.EMPTY
GAPS = (" ", "\n", "\n\n", "\t", "\u00a0", "\r\n", "\u2028", "\v", "\x85", "")


def _edition(gaps: Sequence[str], states: Sequence[SegmentState]) -> Edition:
    """One paragraph; its targets are `t1`, `t2`, …, with `gaps` between the sources."""
    sources = [f"s{number}." for number, _ in enumerate(states, 1)]
    text, spans = "", []
    for source, gap in zip(sources, [*gaps, ""], strict=True):
        spans.append(Span(len(text), len(text) + len(source)))
        text += source + gap
    segments = [
        PublishedSegment(number, source, "" if state is EMPTY else f"t{number}", state)
        for number, (source, state) in enumerate(zip(sources, states, strict=True), 1)
    ]
    target = compose(text, spans, [segment.target for segment in segments])
    unit = PublishedUnit(UnitKind.PARAGRAPH, text, target, tuple(segments))
    return replace(draft(Language.ENGLISH), units=(unit,), date=None)


class _Paragraph(HTMLParser):
    """What a browser shows of the paragraph, its line ends as `|`."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.shown = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "p":
            self.inside = not attrs
        if tag == "br" and self.inside:
            self.shown += "|"

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "p"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.shown += re.sub(r"[ \t\r\n]+", " ", data)


def _page(edition: Edition) -> str:
    paragraph = _Paragraph()
    paragraph.feed(PageExporter(LABELS).serialize(edition).decode())
    return paragraph.shown


def test_a_line_end_before_an_open_segment_is_in_the_page() -> None:
    assert re.fullmatch(r"t1\| ?t2", _page(_edition(["\n"], [APPROVED, EDITED])))
    assert re.fullmatch(r"t1\| ?t2", _page(_edition(["\n"], [EDITED, APPROVED])))
    assert re.fullmatch(r"t1\| ?t2", _page(_edition(["\n"], [APPROVED, APPROVED])))
    assert re.fullmatch(r"t1\| ?s2\.", _page(_edition(["\n"], [APPROVED, EMPTY])))


@given(
    gaps_and_states=st.integers(1, 5).flatmap(
        lambda length: st.tuples(
            st.lists(st.sampled_from(GAPS), min_size=length - 1, max_size=length - 1),
            st.lists(st.sampled_from([APPROVED, EDITED, EMPTY]), min_size=length, max_size=length),
        )
    )
)
def test_no_two_segments_are_glued(
    gaps_and_states: tuple[list[str], list[SegmentState]],
) -> None:
    edition = _edition(*gaps_and_states)
    words = [
        segment.target or segment.source for unit in edition.units for segment in unit.segments
    ]
    assert _page(edition).replace("|", " ").split() == words
    plain = PlainExporter(LABELS).serialize(edition).decode().splitlines()[1:]
    bare = re.sub(r"\[[^:\]]*: (\S+)\]", r"\1", "\n".join(plain))
    assert bare.split() == words


@pytest.mark.parametrize("name", sorted(exporters(LABELS)))
@pytest.mark.parametrize("gap", GAPS)
def test_no_format_writes_two_targets_as_one_word(name: str, gap: str) -> None:
    for states in pairwise([APPROVED, EDITED, APPROVED, APPROVED]):
        written = exporters(LABELS)[name].serialize(_edition([gap], states)).decode()
        assert "t1t2" not in re.sub(r"<(?!br)[^>]*>", "", written)
