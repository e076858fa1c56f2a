"""Spaces and line breaks."""

from translate_app.pipeline.checks.spacing import (
    double_space,
    edge_space,
    line_breaks,
    space_before_punctuation,
)

from .case import Bad, CheckCase, Good


class TestDoubleSpace(CheckCase):
    check = double_space
    good = (Good("", "في رسما\nاليوم"), Good("", ""))
    bad = (
        Bad("", "في  رسما", {}, at="  "),
        Bad("", "في \u00a0\tرسما", {}, at=" \u00a0\t"),
    )


class TestEdgeSpace(CheckCase):
    check = edge_space
    good = (Good("In Rasma", "في رسما"), Good("In Rasma ", "في رسما "))
    bad = (
        Bad("In Rasma", "في رسما\n", {}, at="\n"),
        Bad("In Rasma ", " في", {}, at=" "),
        Bad("In Rasma", "\u00a0في", {}, at="\u00a0"),
    )


class TestSpaceBeforePunctuation(CheckCase):
    check = space_before_punctuation
    good = (
        Good("", "في رسما، واليوم؟"),
        Good("", "ثم ... وصل"),
        Good("", "وصل .NET و :a"),
    )
    bad = (
        Bad("", "في رسما ، واليوم", {"mark": "،"}, at=" ،"),
        Bad("", "«رسما» .", {"mark": "."}, at=" ."),
    )

    def test_bad(self, bad_case: Bad) -> None:
        """The span is the space alone, which `at` could not tell from the others."""
        (found,) = self.findings(bad_case)
        place = bad_case.target.index(bad_case.at or "")
        assert found.parameters == bad_case.parameters
        assert found.span is not None
        assert (found.span.start, found.span.end) == (place, place + 1)


class TestLineBreaks(CheckCase):
    check = line_breaks
    good = (Good("a\nb", "أ\r\nب"), Good("a", "أ\n"))
    bad = (
        Bad("a\nb", "أ ب", {"source": "1", "target": "0"}),
        Bad("a", "أ\u2028ب\nج", {"source": "0", "target": "2"}),
    )
