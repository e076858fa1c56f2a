"""Good translations are hardly ever flagged; skipped where the texts are not there."""

from functools import cache

import pytest

from tests.benchmarks.checks import (
    AR_EN,
    EN_AR,
    EVAL,
    MOST_ERRORS,
    MOST_WARNINGS,
    Checked,
    checked,
    flores,
    milliseconds,
    releases,
    totals,
)
from translate_app.domain.language import LanguagePair
from translate_app.domain.segment import Severity

pytestmark = pytest.mark.skipif(not (EVAL / "mt").exists(), reason="no texts beside the checkout")


@cache
def references(pair: LanguagePair) -> list[Checked]:
    return list(checked([*flores(), *releases()], pair))


@pytest.mark.parametrize("pair", [EN_AR, AR_EN], ids=str)
def test_references_stay_within_the_budget(pair: LanguagePair) -> None:
    found = totals(references(pair))
    assert found[Severity.ERROR].of > 1000
    assert found[Severity.ERROR].share < MOST_ERRORS
    assert found[Severity.WARNING].share < MOST_WARNINGS


def test_all_checks_on_a_segment_take_less_than_a_millisecond() -> None:
    assert milliseconds(flores()[0][:200])["median"] < 1
