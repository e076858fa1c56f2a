"""The page of the checks says what they say."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_page_of_the_checks_is_current() -> None:
    made = subprocess.run(
        [
            sys.executable,
            "-c",
            "import runpy; print(runpy.run_path('docs/checks.py')['reference'](), end='')",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    current = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert made.stdout == current, "run `python docs/checks.py`"
