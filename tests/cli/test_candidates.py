"""`translate-app glossary candidates`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command

TEXT = """\
Water reaches the coast

Samir Mansour met farmers in Tel Zarwan on Monday. He said that the road to Tel Zarwan is open.

Write to press@harbour.example for more.
"""


@pytest.fixture
def news(home: Path, command: Command, tmp_path: Path) -> str:
    file = tmp_path / "news.txt"
    file.write_text(TEXT, encoding="utf-8")
    return command("ingest", file).lines[0]


def test_names_are_listed_with_spellings_to_choose_from(news: str, command: Command) -> None:
    run = command("glossary", "candidates", news)
    assert run.code == 0
    first, second = run.lines
    assert first.split() == ["2", "Tel", "Zarwan", "[place]", *first.split()[4:]]
    assert "تل زروان" in first
    assert "Samir Mansour  [person]  سمير منصور" in second
    assert "2" in run.err


def test_json_says_where_each_stands(news: str, command: Command) -> None:
    rows = command("glossary", "candidates", news, "--json").json["candidates"]
    assert [row["surface"] for row in rows] == ["Tel Zarwan", "Samir Mansour"]
    first = rows[0]
    assert (first["language"], first["type"], first["releases"]) == ("en", "place", 1)
    assert len(first["contexts"]) == first["count"] == 2
    for context in first["contexts"]:
        assert context["release"] == news
        assert context["source"][context["start"] : context["end"]] == "Tel Zarwan"


def test_without_a_release_all_are_looked_at(news: str, command: Command) -> None:
    rows = command("glossary", "candidates", "--json").json["candidates"]
    assert "Tel Zarwan" in [row["surface"] for row in rows]


def test_drafting_leaves_the_names_on_the_list(news: str, command: Command) -> None:
    assert command("pretranslate", news).code == 0
    rows = command("glossary", "candidates", news, "--json").json["candidates"]
    assert [row["surface"] for row in rows] == ["Tel Zarwan", "Samir Mansour"]


def test_an_imported_name_is_no_candidate(news: str, command: Command, tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text("en,ar,type\nTel Zarwan,تل زروان,place\n", encoding="utf-8")
    assert command("glossary", "import", names).code == 0
    rows = command("glossary", "candidates", news, "--json").json["candidates"]
    assert [row["surface"] for row in rows] == ["Samir Mansour"]


def test_an_unknown_release_is_one_clear_line(home: Path, command: Command) -> None:
    run = command("glossary", "candidates", "ffffffff")
    assert (run.code, run.out) == (1, b"")
    assert len(run.err.strip().splitlines()) == 1
