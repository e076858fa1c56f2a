"""Checks of a translated segment: small pure functions that yield findings."""

from translate_app.pipeline.checks.context import Check, CheckContext
from translate_app.pipeline.checks.registry import (
    CHECK_MESSAGES,
    CHECKS,
    message_id,
    run_checks,
)

__all__ = ["CHECKS", "CHECK_MESSAGES", "Check", "CheckContext", "message_id", "run_checks"]
