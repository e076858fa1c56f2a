"""The command line over a real home: database, starter engine, names."""

import io
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from translate_app.cli import main

SAMPLES = Path(__file__).parents[2] / "translate_app" / "data" / "samples"


@dataclass(frozen=True)
class Run:
    """What a command answered."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()


Command = Callable[..., Run]


@pytest.fixture(scope="session")
def prepared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home after `init --offline`, made once."""
    home = tmp_path_factory.mktemp("prepared") / "home"
    assert main(["--home", str(home), "init", "--offline"]) == 0
    return home


@pytest.fixture
def home(prepared_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh copy of a prepared home, without network."""
    folder = tmp_path / "home"
    shutil.copytree(prepared_home, folder)
    monkeypatch.setenv("TRANSLATE_APP_HOME", str(folder))
    monkeypatch.setenv("TRANSLATE_APP_OFFLINE", "1")
    monkeypatch.delenv("TRANSLATE_APP_DATABASE_URL", raising=False)
    return folder


@pytest.fixture
def command(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs `translate-app` with those words; `stdin` is what is typed into it."""

    def run(*words: object, stdin: str = "") -> Run:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8"))
        capsysbinary.readouterr()
        code = main([str(word) for word in words])
        captured = capsysbinary.readouterr()
        return Run(code, captured.out, captured.err.decode("utf-8"))

    return run


@pytest.fixture
def release(home: Path, command: Command) -> str:
    """The first release of the listing, drafted."""
    first = command("ingest", SAMPLES / "harbour-news-listing.en.txt").lines[0]
    assert command("pretranslate", first).code == 0
    return first
