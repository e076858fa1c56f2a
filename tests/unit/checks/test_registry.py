"""Running all checks, and wording what they find."""

from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.language import Language
from translate_app.domain.segment import (
    AppliedTerm,
    Finding,
    Origin,
    SegmentState,
    Severity,
    Span,
    TermPlacement,
)
from translate_app.pipeline.checks import CHECK_MESSAGES, CHECKS, message_id, run_checks
from translate_app.pipeline.match import Matcher

from .case import EN_AR

RASMA = GlossaryEntry("place/rasma", "Rasma", "رسما")
INSERTED = AppliedTerm("place/rasma", "Rasma", "رسما", TermPlacement.INSERTED)


@pytest.mark.parametrize("target", ["", " \n\u00a0"])
def test_an_empty_target_has_one_finding(target: str) -> None:
    expected = Matcher([RASMA], Language.ENGLISH).find("Rasma 5.")
    assert run_checks("Rasma 5.", target, EN_AR, expected) == (
        Finding("empty_target", Severity.ERROR, {}),
    )


def test_errors_come_first() -> None:
    expected = Matcher([RASMA], Language.ENGLISH).find("15 from Rasma.")
    findings = run_checks("15 from Rasma.", "خمسون.", EN_AR, expected)
    assert [(finding.check, finding.severity) for finding in findings] == [
        ("term_missing", Severity.ERROR),
        ("number_missing", Severity.WARNING),
    ]


def test_a_right_translation_has_no_findings() -> None:
    expected = Matcher([RASMA], Language.ENGLISH).find("15 from Rasma.")
    assert run_checks("15 from Rasma.", "١٥ من رسما.", EN_AR, expected) == ()


@pytest.mark.parametrize(
    ("origin", "state", "checks"),
    [
        (Origin.MACHINE, SegmentState.PRETRANSLATED, ["term_inserted"]),
        (Origin.HUMAN, SegmentState.EDITED, []),
        (Origin.MACHINE, SegmentState.APPROVED, []),
        (None, SegmentState.PRETRANSLATED, []),
    ],
)
def test_an_inserted_name_is_pointed_out_until_a_person_has_seen_to_it(
    origin: Origin | None, state: SegmentState, checks: list[str]
) -> None:
    findings = run_checks(
        "In Rasma.", "في رسما.", EN_AR, (), applied=(INSERTED,), origin=origin, state=state
    )
    assert [finding.check for finding in findings] == checks
    assert all(finding.span == Span(3, 7) for finding in findings)


def test_every_check_has_a_message_of_its_name() -> None:
    assert {check.__name__ for check in CHECKS} < set(CHECK_MESSAGES)


@pytest.mark.parametrize("check", CHECK_MESSAGES)
def test_messages_are_whole_phrases_with_named_places(check: str) -> None:
    message = message_id(check)
    assert message[0].isupper()
    assert message.endswith(".")
    assert all(
        place is None or place.isidentifier() for _, place, _, _ in Formatter().parse(message)
    )


def test_an_unknown_check_has_no_message() -> None:
    with pytest.raises(KeyError):
        message_id("no_such_check")


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_can_be_checked_and_worded(source: str, target: str) -> None:
    for finding in run_checks(source, target, EN_AR, ()):
        assert message_id(finding.check).format(**finding.parameters)
        if finding.span is not None:
            assert 0 <= finding.span.start < finding.span.end <= len(target)


def test_long_texts_take_no_long_time() -> None:
    source = "1 a.b. " * 20_000 + " " * 20_000 + "x"
    target = "٢ " * 20_000 + "\u2068" * 20_000 + "a." * 20_000
    checks = {finding.check for finding in run_checks(source, target, EN_AR, ())}
    assert checks >= {"numbers_differ", "invisible_characters", "end_punctuation"}
