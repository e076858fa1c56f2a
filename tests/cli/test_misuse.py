"""Bad input and misuse: one clear sentence, an exit code, and nothing changed."""

import json
import socket
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLES, Command
from translate_app.cli import main


@pytest.fixture
def bad(tmp_path: Path) -> dict[str, Path]:
    """Files that no release is in."""
    contents = {
        "empty.txt": b"",
        "blank.txt": b" \n\t\n",
        "binary.txt": bytes(range(256)) * 20,
        "picture.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        "french.txt": b"123 456 789 000",
        "large.txt": b"The clinic is open. " * (50 * 2**20 // 20),
        "nulls.txt": b"The clinic\0is open in Rasma today.",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return {name: tmp_path / name for name in contents} | {"missing.txt": tmp_path / "missing.txt"}


@pytest.mark.parametrize(
    "name",
    [
        "empty.txt",
        "blank.txt",
        "binary.txt",
        "picture.txt",
        "french.txt",
        "large.txt",
        "nulls.txt",
        "missing.txt",
    ],
)
def test_a_file_without_a_release(
    home: Path, command: Command, bad: dict[str, Path], name: str
) -> None:
    refused = command("ingest", bad[name])
    assert refused.code == 1
    assert refused.out == b""
    assert refused.err.count("\n") == 1
    assert name in refused.err
    assert command("releases", "--json").json == {"releases": []}


def test_windows_1256_is_read(home: Path, command: Command, tmp_path: Path) -> None:
    text = (SAMPLES / "convoy-reaches-rasma.ar.txt").read_text(encoding="utf-8")
    (tmp_path / "old.txt").write_bytes(text.encode("cp1256", "replace"))
    (name,) = command("ingest", tmp_path / "old.txt").lines
    assert "رسما" in command("show", name, "--json").json["display_title"]


@pytest.mark.parametrize("kind", ["no zip", "empty zip", "page"])
def test_a_package_that_is_none(home: Path, command: Command, tmp_path: Path, kind: str) -> None:
    package = tmp_path / "engine.argosmodel"
    if kind == "empty zip":
        with zipfile.ZipFile(package, "w"):
            pass
    else:
        package.write_text("<html>Not found</html>" if kind == "page" else "nothing")
    before = command("models", "list", "--json").json
    refused = command("models", "install", package)
    assert refused.code == 1
    assert refused.err.count("\n") == 1
    assert command("models", "list", "--json").json == before


def test_offline_is_said(home: Path, command: Command) -> None:
    for words in (("models", "install", "en-ar"), ("ingest", "https://harbour.example/news")):
        refused = command(*words)
        assert refused.code == 1
        assert "offline" in refused.err


def test_what_does_not_exist(home: Path, command: Command) -> None:
    for words in (
        ("show", "ffff"),
        ("pretranslate", "ffff"),
        ("publish", "ffff", "--as", "Omar"),
        ("export", "ffff", "--format", "html"),
        ("edit", "ffff", 1, "--target", "x", "--as", "Lina"),
    ):
        refused = command(*words)
        assert refused.code == 1
        assert "ffff" in refused.err
        assert "Traceback" not in refused.err


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["ingest"],
        ["ingest", "x.txt", "--source-language", "fr"],
        ["segment", "-", "--language", "xx"],
        ["approve", "1", "--as", "Omar"],
        ["edit", "1", "0", "--target", "x", "--as", "Lina"],
        ["pretranslate"],
        ["serve", "--port", "0"],
    ],
)
def test_wrong_usage_is_exit_code_2(home: Path, command: Command, words: list[str]) -> None:
    refused = command(*words)
    assert refused.code == 2
    assert refused.out == b""
    assert refused.err


def test_debug_shows_the_traceback(home: Path, command: Command) -> None:
    assert "Traceback" in command("--debug", "show", "ffff").err


def test_an_unexpected_error_is_one_sentence(
    home: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    from translate_app.services.queries import Queries

    def fail(self: Queries) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr(Queries, "releases", fail)
    refused = command("releases")
    assert refused.code == 1
    assert refused.err.count("\n") == 1
    assert "RuntimeError" in refused.err


def test_init_again_loses_nothing(home: Path, command: Command) -> None:
    command("ingest", SAMPLES / "harbour-news-listing.en.txt")
    before = command("releases", "--json").json
    assert command("init", "--offline").code == 0
    assert command("releases", "--json").json == before


def test_doctor(home: Path, command: Command) -> None:
    healthy = command("doctor", "--json")
    assert healthy.code == 0
    assert healthy.json["ok"]
    for metadata in home.rglob("metadata.json"):
        metadata.write_text("{")
    ill = command("doctor", "--json")
    assert ill.code == 1
    assert any(not item["ok"] and item["advice"] for item in ill.json["diagnoses"])


def test_doctor_on_a_database_that_is_none(home: Path, command: Command) -> None:
    for file in home.glob("translate_app.db*"):
        file.unlink()
    (home / "translate_app.db").write_text("this is no database, however long it goes on")
    ill = command("doctor")
    assert ill.code == 1
    assert "PROBLEM" in ill.text


COMMANDS = """
init|ingest|releases|show|segment|translate|pretranslate|edit|approve|reopen|publish|export|serve
doctor|demo|glossary import|glossary export|glossary match|models list|models install|models remove
"""


@pytest.mark.parametrize(
    "name", [name for line in COMMANDS.split("\n") for name in line.split("|") if name]
)
def test_every_command_has_help_with_an_example(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*name.split(), "--help"]) == 0
    assert f"translate-app {name}".strip() in capsys.readouterr().out


def test_help_loads_nothing_heavy() -> None:
    import subprocess
    import sys

    probe = (
        "import sys; from translate_app.cli import main; main(['--help']);"
        "import json; print(json.dumps(sorted(m for m in sys.modules if '.' not in m)),"
        " file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True, text=True)
    loaded = set(json.loads(done.stderr))
    assert not loaded & {
        "ctranslate2",
        "argostranslate",
        "sqlalchemy",
        "streamlit",
        "trafilatura",
        "lxml",
        "babel",
        "numpy",
        "sentencepiece",
    }


def test_doctor_creates_nothing(tmp_path: Path, command: Command) -> None:
    missing = tmp_path / "missing"
    assert command("--home", missing, "doctor").code == 1
    assert not missing.exists()


def test_a_home_that_cannot_be(command: Command, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    refused = command("--home", tmp_path / "file", "init", "--offline")
    assert refused.code == 1
    assert refused.err.count("\n") == 1
    assert "TRANSLATE_APP_HOME" in refused.err


def test_a_port_that_is_taken_is_said_before_anything_starts(home: Path, command: Command) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        refused = command("serve", "--port", port)
    assert refused.code == 1
    assert refused.err.count("\n") == 1
    assert f"--port {port + 1}" in refused.err or port == 65535


def test_an_address_that_is_not_of_this_machine_is_called_so(home: Path, command: Command) -> None:
    refused = command("serve", "--host", "192.0.2.1", "--port", "8599")  # RFC 5737: nobody's
    assert refused.code == 1
    assert refused.err.count("\n") == 1
    assert "192.0.2.1" in refused.err
    assert "already" not in refused.err


def test_doctor_says_that_a_home_cannot_be_used(
    home: Path, command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_text("no folder", encoding="utf-8")
    refused = command("--home", str(file), "doctor")
    assert refused.code == 1
    assert "TRANSLATE_APP_HOME" in refused.out.decode()


def test_an_edit_says_that_an_approval_no_longer_holds(release: str, command: Command) -> None:
    command("approve", release, 2, "--as", "Omar")
    assert "Omar" in command("edit", release, 2, "--target", "نص آخر", "--as", "Lina").err
    assert "Omar" not in command("edit", release, 2, "--target", "نص ثالث", "--as", "Lina").err


def test_init_falls_back_to_the_starter_where_what_came_is_no_package(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_text("<html>Log in to this network</html>")
    offers = [
        {
            "type": "translate",
            "from_code": source,
            "to_code": target,
            "package_version": "9.0",
            "links": [(tmp_path / "page.html").as_uri()],
        }
        for source, target in (("en", "ar"), ("ar", "en"))
    ]
    (tmp_path / "index.json").write_text(json.dumps(offers))
    monkeypatch.setenv("TRANSLATE_APP_MODEL_INDEX", str(tmp_path / "index.json"))
    monkeypatch.delenv("TRANSLATE_APP_OFFLINE", raising=False)
    done = command("--home", tmp_path / "home", "init")
    assert done.code == 0
    assert "The official engine did not come" in done.err
    packages = command("--home", tmp_path / "home", "models", "list", "--json").json["packages"]
    assert {package["name"] for package in packages} == {"starter"}
