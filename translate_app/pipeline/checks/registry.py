"""All checks and the one function that runs them."""

from collections.abc import Sequence
from typing import Final

from translate_app.domain.glossary import GlossaryMatch
from translate_app.domain.language import LanguagePair
from translate_app.domain.segment import AppliedTerm, Finding, Origin, SegmentState, Severity
from translate_app.pipeline.checks.calendar_dates import dates_differ, percent_missing
from translate_app.pipeline.checks.characters import (
    invisible_characters,
    lookalikes,
    misplaced_ta_marbuta,
    persian_letters,
    tatweel,
    tripled_letter,
)
from translate_app.pipeline.checks.consistency import (
    differs_from_memory,
    same_translation,
    translated_otherwise,
)
from translate_app.pipeline.checks.context import Check, CheckContext, KnownPairs
from translate_app.pipeline.checks.literal_checks import (
    address_missing,
    handle_missing,
    symbol_differs,
)
from translate_app.pipeline.checks.messages import CHECK_MESSAGES
from translate_app.pipeline.checks.names import (
    term_inserted,
    term_lost_once,
    term_missing,
    term_unexpected,
)
from translate_app.pipeline.checks.numerals import numbers_differ
from translate_app.pipeline.checks.punctuation import (
    brackets_unbalanced,
    end_punctuation,
    foreign_punctuation,
    quotes_mixed,
    quotes_unbalanced,
)
from translate_app.pipeline.checks.spacing import (
    double_space,
    edge_space,
    line_breaks,
    space_before_punctuation,
)
from translate_app.pipeline.checks.terms import (
    do_not_translate,
    term_ambiguous,
    term_forbidden,
    term_spelling,
)
from translate_app.pipeline.checks.wholeness import (
    length_ratio,
    looped,
    repeated_word,
    same_as_source,
    sentence_lost,
    untranslated,
    wrong_script,
)

CONSISTENCY_CHECKS: Final[tuple[Check, ...]] = (
    translated_otherwise,
    differs_from_memory,
    same_translation,
)
"""Those that look beyond the segment."""

CHECKS: Final[tuple[Check, ...]] = (
    term_missing,
    term_forbidden,
    do_not_translate,
    term_ambiguous,
    term_spelling,
    term_inserted,
    term_lost_once,
    term_unexpected,
    numbers_differ,
    dates_differ,
    percent_missing,
    address_missing,
    symbol_differs,
    handle_missing,
    same_as_source,
    wrong_script,
    untranslated,
    looped,
    repeated_word,
    length_ratio,
    sentence_lost,
    line_breaks,
    *CONSISTENCY_CHECKS,
    invisible_characters,
    lookalikes,
    persian_letters,
    misplaced_ta_marbuta,
    tatweel,
    tripled_letter,
    double_space,
    edge_space,
    space_before_punctuation,
    foreign_punctuation,
    brackets_unbalanced,
    quotes_unbalanced,
    quotes_mixed,
    end_punctuation,
)


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
    siblings: KnownPairs | None = None,
    memory: KnownPairs | None = None,
    number: int | None = None,
) -> tuple[Finding, ...]:
    """What is doubtful in a segment, errors first.

    `expected` are the names found in `source`, `named` those in `target`. `applied`, `origin`
    and `state` are the segment's: how names came into a draft matters only until a person
    has changed it. `siblings` are the pairs of its release, among which it has `number`,
    `memory` those of other releases; without them nothing is said of consistency.
    """
    if not target.strip():
        return (Finding("empty_target", Severity.ERROR, {}),)
    is_draft = origin is Origin.MACHINE and state is SegmentState.PRETRANSLATED
    context = CheckContext(
        source,
        target,
        pair,
        tuple(expected),
        tuple(applied) if is_draft else (),
        tuple(named),
        siblings or _NONE,
        memory or _NONE,
        number,
    )
    findings = (finding for check in CHECKS for finding in check(context))
    return tuple(sorted(findings, key=lambda finding: finding.severity is not Severity.ERROR))


def run_consistency_checks(context: CheckContext) -> tuple[Finding, ...]:
    """The findings that other segments give rise to, for callers who know the rest already."""
    if not context.target.strip():
        return ()
    return tuple(finding for check in CONSISTENCY_CHECKS for finding in check(context))


_NONE: Final = KnownPairs()
