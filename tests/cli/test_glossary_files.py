"""The commands for files of names, over a real home."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Command

GLOSSARY = Path(__file__).parents[2] / "glossary"


@pytest.mark.usefixtures("home")
class TestFiles:
    @pytest.mark.parametrize("form", ["csv", "tbx", "xlsx"])
    def test_what_is_exported_is_imported_again(
        self, command: Command, tmp_path: Path, form: str
    ) -> None:
        file = tmp_path / f"names.{form}"
        assert command("glossary", "export", "--format", form, "-o", file).code == 0

        run = command("glossary", "import", file)

        assert run.code == 0
        assert "Names added: 0, changed: 0, unchanged: " in run.err

    def test_another_form_is_wrong_usage(self, command: Command) -> None:
        assert command("glossary", "export", "--format", "pdf").code == 2

    def test_a_dry_run_shows_what_would_be_done(self, command: Command, tmp_path: Path) -> None:
        file = tmp_path / "names.csv"
        file.write_text(
            "key,en,ar\nplace/rasma,Rasma,رازما\nother/new,Tel Zero,تل الصفر\n", "utf-8"
        )

        run = command("glossary", "import", file, "--dry-run")

        assert run.code == 0
        assert "+ other/new  Tel Zero  تل الصفر" in run.lines
        assert "~ place/rasma  ar: رسما → رازما" in run.lines
        assert "Names added: 1, changed: 1, unchanged: 0." in run.err
        again = command("glossary", "import", file, "--dry-run")
        assert again.lines == run.lines

    def test_conflicts_are_said_and_can_be_left_out(self, command: Command, tmp_path: Path) -> None:
        file = tmp_path / "names.csv"
        file.write_text("key,en,ar\nother/two,Rasma,رازما\nother/new,Tel Zero,تل الصفر\n", "utf-8")

        run = command("glossary", "import", file, "--skip-conflicts", "--as", "Karim")

        assert "Names added: 1, changed: 0, unchanged: 0." in run.err
        assert "! other/two place/rasma  “Rasma” leads to different targets" in run.err

    def test_sync_goes_both_ways(self, command: Command, tmp_path: Path) -> None:
        folder = tmp_path / "glossary"
        shutil.copytree(GLOSSARY, folder)
        before = {file.name: file.read_bytes() for file in folder.iterdir()}
        run = command("glossary", "sync", folder, "--as", "Karim")
        assert (run.code, run.text) == (0, "")
        assert {file.name: file.read_bytes() for file in folder.iterdir()} == before

        places = folder / "places.csv"
        with places.open("a", encoding="utf-8") as file:
            file.write("place/tel-zero,Tel Zero,تل الصفر,place,approved,,,,invented,\n")
        names = tmp_path / "names.csv"
        names.write_text("key,en,ar,type\nperson/zed,Zed Haddad,زد حداد,person\n", "utf-8")
        command("glossary", "import", names, "--as", "Nadia")

        dry = command("glossary", "sync", folder, "--dry-run")
        run = command("glossary", "sync", folder, "--as", "Karim")

        assert (
            run.lines
            == dry.lines
            == [
                "→ places.csv  place/tel-zero  Tel Zero  تل الصفر",
                "← people.csv  person/zed  Zed Haddad  زد حداد",
            ]
        )
        people = (
            before["people.csv"] + "person/zed,Zed Haddad,زد حداد,person,approved,,,,,\n".encode()
        )
        assert (folder / "people.csv").read_bytes() == people

    def test_a_conflict_is_shown_field_by_field(self, command: Command, tmp_path: Path) -> None:
        folder = tmp_path / "glossary"
        folder.mkdir()
        file = folder / "places.csv"
        file.write_text("key,en,ar,type\nplace/rasma,Rasma,رازما,place\n", "utf-8")

        run = command("glossary", "sync", folder, "--as", "Karim", "--dry-run")

        assert run.code == 1
        assert "! places.csv  place/rasma  ar: رازما ≠ رسما" in run.lines
        assert command("glossary", "sync", folder, "--prefer", "nobody", "--as", "K").code == 2
        assert command("glossary", "sync", folder).code == 2
        assert command("glossary", "sync", tmp_path / "absent", "--as", "K").code == 1


class TestCheck:
    def test_the_seed_has_no_errors(self, command: Command) -> None:
        run = command("glossary", "check", GLOSSARY)

        assert run.code == 0
        assert "of them errors: 0." in run.err
        assert all(line.startswith("note ") for line in run.lines)

    def test_errors_end_in_exit_code_1(self, command: Command, tmp_path: Path) -> None:
        file = tmp_path / "names.csv"
        file.write_text("key,en,ar,note\na/b,Rasma,Rasma,x\n", "utf-8")

        run = command("glossary", "check", file, "--json")

        assert run.code == 1
        (finding,) = run.json["findings"]
        assert finding.pop("id").startswith("wrong_script-")
        assert finding == {
            "rule": "wrong_script",
            "severity": "error",
            "keys": ["a/b"],
            "parameters": {"form": "Rasma"},
            "message": "“Rasma” is in the script of the other language.",
        }

    def test_the_termbase_and_its_use(self, command: Command, home: Path) -> None:
        run = command("glossary", "check", "--unused", "--json")

        assert run.code == 0
        rules = {finding["rule"] for finding in run.json["findings"]}
        assert rules == {"common_word", "unused"}
