"""The documents are true: commands in them run, links lead somewhere, the reference is current."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from translate_app.cli import main

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "CHANGELOG.md"]
LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)(?:#[^)]*)?\)")
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.DOTALL | re.MULTILINE)
NEVER_RUN = ("make ", "translate-app serve", "translate-app models install", "git ", "apt-get ")


def test_the_command_reference_is_current() -> None:
    made = subprocess.run(
        [
            sys.executable,
            "-c",
            "import runpy; print(runpy.run_path('docs/commands.py')['reference'](), end='')",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    current = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert made.stdout == current, "run `python docs/commands.py`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def commands_of(page: Path) -> list[str]:
    return [
        line
        for block in BLOCK.findall(page.read_text(encoding="utf-8"))
        for line in block.splitlines()
        if line and not line.startswith(("#", *NEVER_RUN))
    ]


@pytest.fixture(scope="module")
def new_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home after `init`, made once."""
    home = tmp_path_factory.mktemp("new") / "home"
    assert main(["--home", str(home), "init", "--offline"]) == 0
    return home


@pytest.mark.parametrize("page", [*filter(commands_of, PAGES)], ids=lambda page: page.name)
def test_commands_run(page: Path, new_home: Path, tmp_path: Path) -> None:
    """Every line of the ```sh blocks of a page, in order, in one new home."""
    shutil.copytree(new_home, tmp_path / "home")
    environment = os.environ | {
        "TRANSLATE_APP_HOME": str(tmp_path / "home"),
        "TRANSLATE_APP_OFFLINE": "1",
        "TRANSLATE_APP_LANGUAGE": "en",
    }
    command = shlex.join([sys.executable, "-m", "translate_app"])
    script = "\n".join(
        [
            "set -e",
            f'translate-app() {{ {command} "$@"; }}',
            *commands_of(page),
        ]
    )
    (tmp_path / "work").mkdir()
    for name in ("translate_app", "glossary", "docs"):
        (tmp_path / "work" / name).symlink_to(ROOT / name)
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=tmp_path / "work",
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
