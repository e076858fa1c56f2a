"""glossary fix and glossary usage, from a script."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.fixture
def renamed(home: Path, release: str, command: Command, tmp_path: Path) -> str:
    """The key of Rasma, renamed after a release was drafted."""
    key = command("glossary", "match", "Rasma", "--language", "en", "--json").json["matches"][0][
        "entry"
    ]
    names = tmp_path / "names.csv"
    names.write_text(f"key,en,ar,type\n{key},Rasma,الرسمة,place\n", encoding="utf-8")
    assert command("glossary", "import", names).code == 0
    return key


def test_a_renamed_place_is_put_right_everywhere(
    renamed: str, release: str, command: Command
) -> None:
    listed = command("glossary", "fix", "--dry-run", renamed, "--json")
    corrections = listed.json["corrections"]
    assert corrections
    assert not any(one["done"] for one in corrections)
    fixed = command("glossary", "fix", renamed, "--as", "Lina", "--json").json["corrections"]
    assert [one["done"] for one in fixed] == [one["proposed"] is not None for one in corrections]
    shown = command("show", release, "--json").json
    changed = {one["segment"]: one["proposed"] for one in corrections if one["proposed"]}
    assert changed
    segments = [one for unit in shown["units"] for one in unit["segments"]]
    targets = {one["number"]: one["target"] for one in segments}
    assert all(targets[number] == text for number, text in changed.items())
    left = command("glossary", "fix", renamed, "--dry-run", "--json").json["corrections"]
    assert all(one["proposed"] is None for one in left)


def test_the_list_is_readable(renamed: str, release: str, command: Command) -> None:
    listed = command("glossary", "fix", "--dry-run", renamed)
    assert any(line.startswith("  + ") and "الرسمة" in line for line in listed.lines)
    assert any(line.startswith("  - ") and "رسما" in line for line in listed.lines)
    assert command("glossary", "fix", renamed, "--as", "Lina").err


def test_usage_tells_where_and_what_is_wrong(renamed: str, release: str, command: Command) -> None:
    used = command("glossary", "usage", renamed, "--json").json
    assert used["entry"] == renamed
    assert {one["release"] for one in used["segments"]} >= {release}
    assert any(one["wrong"] for one in used["segments"])
    assert any(line.startswith("! ") for line in command("glossary", "usage", renamed).lines)


def test_misuse_is_said_in_a_sentence(home: Path, command: Command) -> None:
    assert command("glossary", "fix").code == 2
    unknown = command("glossary", "fix", "place/nowhere", "--as", "Lina")
    assert (unknown.code, "place/nowhere" in unknown.err) == (1, True)
    assert command("glossary", "usage", "place/nowhere").code == 1
    assert command("glossary", "fix", "--as", " ").code == 1
