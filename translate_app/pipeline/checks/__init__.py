"""Checks of a translated segment: small pure functions that yield findings."""

from translate_app.pipeline.checks.context import (
    Check,
    CheckContext,
    KnownPair,
    KnownPairs,
    known_pairs,
)
from translate_app.pipeline.checks.fixes import FIXABLE, fix
from translate_app.pipeline.checks.messages import CHECK_MESSAGES
from translate_app.pipeline.checks.registry import (
    CHECKS,
    message_id,
    run_checks,
    run_consistency_checks,
)

__all__ = [
    "CHECKS",
    "CHECK_MESSAGES",
    "FIXABLE",
    "Check",
    "CheckContext",
    "KnownPair",
    "KnownPairs",
    "fix",
    "known_pairs",
    "message_id",
    "run_checks",
    "run_consistency_checks",
]
