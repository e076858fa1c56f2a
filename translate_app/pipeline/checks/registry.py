"""All checks, their messages, and the one function that runs them."""

from collections.abc import Sequence
from typing import Final

from translate_app.domain.glossary import GlossaryMatch
from translate_app.domain.language import LanguagePair
from translate_app.domain.segment import AppliedTerm, Finding, Origin, SegmentState, Severity
from translate_app.errors import N_
from translate_app.pipeline.checks.characters import double_space, invisible_characters
from translate_app.pipeline.checks.context import Check, CheckContext
from translate_app.pipeline.checks.names import term_inserted, term_missing, term_unexpected
from translate_app.pipeline.checks.numerals import numbers_differ
from translate_app.pipeline.checks.wholeness import (
    end_punctuation,
    length_ratio,
    looped,
    same_as_source,
    wrong_script,
)

CHECKS: Final[tuple[Check, ...]] = (
    term_missing,
    term_inserted,
    term_unexpected,
    numbers_differ,
    same_as_source,
    wrong_script,
    looped,
    length_ratio,
    invisible_characters,
    double_space,
    end_punctuation,
)

CHECK_MESSAGES: Final[dict[str, str]] = {
    "empty_target": N_("There is no translation yet."),
    "term_missing": N_("The source names {name}, but {target} is not in the translation."),
    "term_inserted": N_("The engine lost {name}: check where {target} stands."),
    "term_unexpected": N_(
        "The source does not speak of {source}, but {name} stands in the translation."
    ),
    "numbers_differ": N_("Number differs: {source} in the source, {target} in the translation."),
    "number_missing": N_("The number {number} is in the source, but not in the translation."),
    "number_added": N_("The number {number} is in the translation, but not in the source."),
    "same_as_source": N_("The translation is the same as the source."),
    "wrong_script": N_("These words are not translated: {words}."),
    "looped": N_("The same words come again and again: {words}."),
    "length_ratio": N_(
        "Check that nothing is left out or added: the translation has {percent} percent of "
        "the length of the source."
    ),
    "invisible_characters": N_("There is an invisible character ({character}): delete it."),
    "double_space": N_("There is more than one space in a row."),
    "end_punctuation": N_("The source ends with “{source}”, the translation with “{target}”."),
}


def message_id(check: str) -> str:
    """The message of a check, an English sentence with {named} places and gettext id.

    A finding's parameters fill the places.

    Raises:
        KeyError: there is no check of that id.
    """
    return CHECK_MESSAGES[check]


def run_checks(
    source: str,
    target: str,
    pair: LanguagePair,
    expected: Sequence[GlossaryMatch],
    *,
    applied: Sequence[AppliedTerm] = (),
    named: Sequence[GlossaryMatch] = (),
    origin: Origin | None = None,
    state: SegmentState = SegmentState.EDITED,
) -> tuple[Finding, ...]:
    """What is doubtful in a segment, errors first.

    `expected` are the names found in `source`, `named` those in `target`. `applied`, `origin`
    and `state` are the segment's: how names came into a draft matters only until a person
    has changed it.
    """
    if not target.strip():
        return (Finding("empty_target", Severity.ERROR, {}),)
    is_draft = origin is Origin.MACHINE and state is SegmentState.PRETRANSLATED
    context = CheckContext(
        source, target, pair, tuple(expected), tuple(applied) if is_draft else (), tuple(named)
    )
    findings = (finding for check in CHECKS for finding in check(context))
    return tuple(sorted(findings, key=lambda finding: finding.severity is not Severity.ERROR))
