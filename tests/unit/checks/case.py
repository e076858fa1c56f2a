"""The base of the checks' tests: a subclass brings data only."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import Formatter
from typing import ClassVar

import pytest

from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import AppliedTerm, Finding, Severity, Span
from translate_app.pipeline.checks import Check, CheckContext, message_id
from translate_app.pipeline.match import Matcher

EN_AR = LanguagePair(Language.ENGLISH, Language.ARABIC)
AR_EN = LanguagePair(Language.ARABIC, Language.ENGLISH)


@dataclass(frozen=True)
class Good:
    """Two texts in which the check finds nothing."""

    source: str
    target: str
    pair: LanguagePair = EN_AR
    applied: tuple[AppliedTerm, ...] = ()


@dataclass(frozen=True)
class Bad:
    """Two texts and the one thing the check finds in them."""

    source: str
    target: str
    parameters: dict[str, str]
    at: str | None = None
    """The piece of the target that the finding points at, by its first occurrence."""
    finding: str | None = None
    """Id of the finding where it is not that of the check."""
    pair: LanguagePair = EN_AR
    applied: tuple[AppliedTerm, ...] = ()


class CheckCase:
    """Good and bad cases of one check."""

    check: ClassVar[Check]
    severity: ClassVar[Severity] = Severity.WARNING
    entries: ClassVar[Sequence[GlossaryEntry]] = ()
    good: ClassVar[Sequence[Good]]
    bad: ClassVar[Sequence[Bad]]

    def findings(self, case: Good | Bad) -> list[Finding]:
        expected = Matcher(self.entries, case.pair.source).find(case.source)
        named = Matcher(self.entries, case.pair.target).find(case.target)
        context = CheckContext(case.source, case.target, case.pair, expected, case.applied, named)
        return list(type(self).check(context))

    def test_good(self, good_case: Good) -> None:
        assert self.findings(good_case) == []

    def test_bad(self, bad_case: Bad) -> None:
        span = None
        if bad_case.at is not None:
            start = bad_case.target.index(bad_case.at)
            span = Span(start, start + len(bad_case.at))
        name = bad_case.finding or type(self).check.__name__
        assert self.findings(bad_case) == [Finding(name, self.severity, bad_case.parameters, span)]

    def test_message_has_a_place_for_nothing_else(self, bad_case: Bad) -> None:
        message = message_id(bad_case.finding or type(self).check.__name__)
        places = {place for _, place, _, _ in Formatter().parse(message) if place}
        assert places <= set(bad_case.parameters)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Spread a subclass's data over its tests."""
    for fixture, data in (("good_case", "good"), ("bad_case", "bad")):
        if fixture in metafunc.fixturenames:
            metafunc.parametrize(fixture, getattr(metafunc.cls, data))
