"""The doctor says what engines run with."""

from pathlib import Path

from tests.cli.conftest import Command
from translate_app.adapters.engines.argos_runtime import UNUSABLE_CARD
from translate_app.bootstrap import Application
from translate_app.domain.engine import Runtime
from translate_app.services.doctor import Diagnosis, _run_with


def test_what_engines_run_with(home: Path, command: Command) -> None:
    answer = command("doctor", "--json")
    (row,) = [row for row in answer.json["diagnoses"] if row["subject"] == "Engines run with"]
    runtime = Application.runtime(Application.__new__(Application))
    assert row["ok"]
    assert row["detail"].startswith("CTranslate2 4.")
    assert f"{runtime.device}, {runtime.compute_type}, {runtime.parallel} ×" in row["detail"]


def test_a_card_that_cannot_be_used_is_told_with_what_to_do() -> None:
    runtime = Runtime("CTranslate2 4.8", "cpu", "int8", 2, 1, UNUSABLE_CARD)
    assert _run_with(runtime) == Diagnosis(
        "Engines run with", True, "CTranslate2 4.8, cpu, int8, 2 × 1", UNUSABLE_CARD
    )
