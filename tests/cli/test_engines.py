"""Choosing an engine: engines list, models install, --engine, --client, clients.toml, doctor."""

import shutil
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLES, Command
from tests.engines.test_libretranslate import Office, office
from translate_app.config import bundled

__all__ = ["office"]  # the fixture

TO_ARABIC = ("--from", "en", "--to", "ar", "--json")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A CTranslate2 folder made of the starter package."""
    with zipfile.ZipFile(bundled("starter") / "translate-en_ar-0_1.argosmodel") as archive:
        archive.extractall(tmp_path / "unpacked")
    unpacked, made = tmp_path / "unpacked" / "en_ar-0_1", tmp_path / "opus-mt-en-ar"
    shutil.copytree(unpacked / "model", made)
    for name in ("source.spm", "target.spm"):
        shutil.copy(unpacked / "sentencepiece.model", made / name)
    return made


@pytest.fixture
def server(home: Path, office: Office) -> Office:
    """A server that the home knows as `office`."""
    (home / "engines.toml").write_text(
        f'[engines.office]\ntype = "libretranslate"\nurl = "{office.address}"\nversion = "7"\n'
    )
    return office


def test_list_of_all_kinds(command: Command, server: Office, folder: Path) -> None:
    assert command("models", "install", folder, "--name", "ours").code == 0
    listed = command("engines", "list", "--json").json["engines"]
    assert [
        (row["pair"], row["name"], row["kind"], row["preferred"], row["problem"]) for row in listed
    ] == [
        ("en-ar", "ours", "custom", True, None),
        ("en-ar", "starter", "starter", False, None),
        ("en-ar", "office", "server", False, None),
        ("ar-en", "starter", "starter", True, None),
        ("ar-en", "office", "server", False, None),
    ]
    lines = command("engines", "list").lines
    assert lines[0].startswith("en-ar  * ours")
    assert len(lines) == 5


def test_silent_server_is_listed_with_its_problem(command: Command, server: Office) -> None:
    server.server_close()
    rows = command("engines", "list", "--json").json["engines"]
    assert next(row for row in rows if row["name"] == "office")["problem"]


def test_translate_with_each_engine(command: Command, server: Office, folder: Path) -> None:
    assert command("models", "install", folder, "--name", "ours").code == 0
    for name, label in (("ours", "ours en-ar"), ("starter", "starter en-ar"), ("office", "office")):
        done = command("translate", "The delegation arrived.", *TO_ARABIC, "--engine", name)
        (segment,) = done.json["segments"]
        assert segment["engine"].startswith(label)
        assert segment["target"]
    assert segment["engine"] == "office en-ar 7"
    assert segment["score"] is None


def test_default_client_chooses_and_a_flag_wins(
    command: Command, home: Path, server: Office
) -> None:
    (home / "clients.toml").write_text('[default]\nen-ar = "office"\n')
    chosen = command("translate", "The delegation arrived.", *TO_ARABIC).json["segments"][0]
    assert chosen["engine"] == "office en-ar 7"
    named = command("translate", "The delegation arrived.", *TO_ARABIC, "--engine", "starter")
    assert named.json["segments"][0]["engine"].startswith("starter")
    preferred = [
        r["name"] for r in command("engines", "list", "--json").json["engines"] if r["preferred"]
    ]
    assert preferred == ["office", "starter"]


def test_release_of_a_client_is_drafted_by_the_clients_engine(
    command: Command, home: Path, server: Office
) -> None:
    (home / "clients.toml").write_text('[clients.harbour]\nen-ar = "office"\n')
    sample = SAMPLES / "harbour-news-listing.en.txt"
    taken = command("ingest", sample, "--client", "harbour", "--json").json["releases"]
    assert {release["client"] for release in taken} == {"harbour"}
    release = taken[0]["id"]
    assert command("pretranslate", release).code == 0
    shown = command("show", release, "--json").json
    engines = {s["engine"] for unit in shown["units"] for s in unit["segments"] if s["engine"]}
    assert engines == {"office en-ar 7"}
    again = command("ingest", sample, "--json").json["releases"][0]
    assert (again["id"], again["new"], again["client"]) == (release, False, "harbour")


def test_unknown_client_stores_nothing(command: Command, home: Path) -> None:
    done = command("ingest", SAMPLES / "harbour-news-listing.en.txt", "--client", "nobody")
    assert (done.code, "nobody" in done.err) == (1, True)
    assert command("releases", "--json").json["releases"] == []


@pytest.mark.parametrize("name", ["clients.toml", "engines.toml"])
def test_broken_settings_file_is_named_and_the_rest_goes_on(
    command: Command, home: Path, name: str
) -> None:
    (home / name).write_text('[default]\ndigits = "roman"\n')
    listed = command("engines", "list")
    assert (listed.code, name in listed.err) == (1, True)
    assert command("models", "list").code == 0
    doctor = command("doctor", "--json")
    wrong = [row for row in doctor.json["diagnoses"] if not row["ok"]]
    assert doctor.code == 1
    assert [name in row["reason"] for row in wrong] == [True]


def test_doctor_names_a_server_that_is_silent_and_a_client_without_engine(
    command: Command, home: Path, server: Office
) -> None:
    assert command("doctor").code == 0
    server.server_close()
    (home / "clients.toml").write_text('[clients.harbour]\nar-en = "firefox"\n')
    text = command("doctor").text
    assert server.address in text
    assert "harbour: There is no engine named firefox" in text


def test_install_tells_how_a_firefox_model_is_used(
    command: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = command("models", "install", "firefox", "en-ar")
    assert (done.code, "Firefox" in done.err or "offline" in done.err) == (1, True)


@pytest.mark.usefixtures("home")
def test_names_go_with_one_file(command: Command, folder: Path) -> None:
    assert command("models", "install", "en-ar", "--name", "x").code == 2
    assert command("models", "install", folder, folder, "--name", "x").code == 2
    assert command("models", "install", folder, "--name", "starter").code == 1


@pytest.mark.usefixtures("home")
def test_other_content_of_the_same_version_wants_force(command: Command, folder: Path) -> None:
    (folder / "translate_app.toml").write_text('version = "1"')
    assert command("models", "install", folder).lines == ["custom en-ar 1"]
    (folder / "README.md").write_text("made anew")
    refused = command("models", "install", folder)
    assert (refused.code, "--force" in refused.err) == (1, True)
    assert command("models", "install", folder, "--force").lines == ["custom en-ar 1"]
