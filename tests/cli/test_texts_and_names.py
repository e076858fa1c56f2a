"""segment, translate and the glossary: nothing stored, JSON as scripts rely on."""

from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLES, Command


def test_segment_gives_places_in_the_text(home: Path, command: Command) -> None:
    text = "قال د. كريم حداد إن الطريق مفتوح. وصلت القافلة؟"
    segments = command("segment", "-", "--language", "ar", "--json", stdin=text).json["segments"]
    assert [item["text"] for item in segments] == [
        "قال د. كريم حداد إن الطريق مفتوح.",
        "وصلت القافلة؟",
    ]
    assert all(text[item["start"] : item["end"]] == item["text"] for item in segments)


def test_segment_reads_files_of_any_kind(home: Path, command: Command) -> None:
    listing = command("segment", SAMPLES / "harbour-news-listing.en.txt", "--language", "en")
    page = command("segment", SAMPLES / "convoy-reaches-rasma.en.html", "--language", "en")
    assert len(listing.lines) > 20
    assert page.lines
    assert not any("<" in line for line in page.lines)


def test_translate_keeps_names_and_tells_them(home: Path, command: Command) -> None:
    answer = command(
        "translate", "Nadia Sabbagh visited Rasma.", "--from", "en", "--to", "ar", "--json"
    ).json
    (segment,) = answer["segments"]
    assert set(segment) >= {"source", "target", "origin", "score", "terms"}
    assert {(term["source"], term["target"], term["applied"]) for term in segment["terms"]} == {
        ("Nadia Sabbagh", "نادية الصباغ", True),
        ("Rasma", "رسما", True),
    }
    assert "نادية الصباغ" in segment["target"]
    assert command("releases", "--json").json == {"releases": []}


def test_translate_into_english(home: Path, command: Command) -> None:
    answer = command("translate", "-", "--from", "ar", "--to", "en", stdin="وصلت القافلة إلى رسما.")
    assert answer.code == 0
    assert "Rasma" in answer.text


@pytest.mark.parametrize(
    ("text", "language", "surface", "name", "target"),
    [
        ("met in Rasma today", "en", "Rasma", "Rasma", "رسما"),
        ("وبرسما", "ar", "رسما", "رسما", "Rasma"),
        ("The Authority’s head, Nadia Sabbagh’s", "en", "Nadia Sabbagh", "Nadia Sabbagh", None),
    ],
)
def test_match(
    home: Path,
    command: Command,
    text: str,
    language: str,
    surface: str,
    name: str,
    target: str | None,
) -> None:
    matches = command("glossary", "match", text, "--language", language, "--json").json["matches"]
    (match,) = [item for item in matches if item["name"] == name]
    assert match["surface"] == surface == text[match["start"] : match["end"]]
    assert target is None or match["target"] == target


def test_names_go_in_and_out(home: Path, command: Command, tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text("en,ar,type,ministry\nTel Zaytoun,تل زيتون,place,Water\n", encoding="utf-8")
    report = command("glossary", "import", names)
    assert report.code == 0
    assert "ministry" in report.err
    exported = command("glossary", "export", "--format", "csv").text
    assert "Tel Zaytoun,تل زيتون" in exported
    assert "ministry: Water" in exported


def test_a_broken_row_imports_nothing(home: Path, command: Command, tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text("en,ar,type\nTel Zaytoun,تل زيتون,place\nTel Amal,,place\n", encoding="utf-8")
    refused = command("glossary", "import", names)
    assert refused.code == 1
    assert "line 3" in refused.err
    assert "Tel Zaytoun" not in command("glossary", "export").text
