"""The main job from a script: ingest to published page, under the names scripts rely on."""

import hashlib
import json
from pathlib import Path

import polib
import pytest

from tests.cli.conftest import SAMPLES, Command

LISTING = SAMPLES / "harbour-news-listing.en.txt"


def test_ingest_prints_an_id_a_line_and_recognises_what_is_there(
    home: Path, command: Command
) -> None:
    first = command("ingest", LISTING)
    assert first.code == 0
    assert len(first.lines) == 2
    assert "Home Media Center" in first.err

    again = command("ingest", LISTING, "--json")
    assert [(item["id"], item["new"]) for item in again.json["releases"]] == [
        (name, False) for name in first.lines
    ]
    assert {item["reason"] for item in again.json["dropped"]} == {"site_header", "site_footer"}
    listed = command("releases", "--json").json["releases"]
    assert {item["id"] for item in listed} == set(first.lines)
    assert {item["date"] for item in listed} == {"2025-03-14"}


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("convoy-reaches-rasma.en.html", "en"),
        ("convoy-reaches-rasma.ar.txt", "ar"),
        ("harbour-news-listing.ar.txt", "ar"),
    ],
)
def test_every_sample_is_taken_in_in_its_language(
    home: Path, command: Command, file: str, source: str
) -> None:
    found = command("ingest", SAMPLES / file, "--json").json["releases"]
    assert found
    assert {item["source_language"] for item in found} == {source}


def test_ingest_from_standard_input(home: Path, command: Command) -> None:
    text = "Nadia Sabbagh opened the clinic in Rasma on Friday."
    (name,) = command("ingest", "-", stdin=text).lines
    shown = command("show", name, "--json").json
    assert [unit["text"] for unit in shown["units"]] == [text]


def test_from_draft_to_published_page(release: str, command: Command, tmp_path: Path) -> None:
    shown = command("show", release, "--json").json
    segments = [segment for unit in shown["units"] for segment in unit["segments"]]
    assert {segment["state"] for segment in segments} == {"pretranslated"}
    assert all(term["applied"] for segment in segments for term in segment["terms"])
    assert not any(
        finding["check"] == "term_missing"
        for segment in segments
        for finding in segment["findings"]
    )

    refused = command("publish", release, "--as", "Omar")
    assert refused.code == 1
    assert refused.err.count("\n") == 1
    assert "1" in refused.err

    assert command("edit", release, 2, "--target", "جملة من إنسان.", "--as", "Lina").code == 0
    overridden = ("--override", "names no one")
    assert command("approve", release, 2, "--as", "Omar", *overridden).code == 0
    assert command("approve", release, "--all", "--as", "Omar").code == 0
    assert command("publish", release, "--as", "Omar").lines == ["1"]

    page = tmp_path / "page.html"
    assert command("export", release, "--format", "html", "-o", page).code == 0
    html = page.read_text(encoding="utf-8")
    assert 'lang="ar"' in html
    assert 'dir="rtl"' in html
    assert "جملة من إنسان." in html

    assert command("export", release, "--format", "po", "-o", tmp_path).code == 0
    (po_file,) = tmp_path.glob("*.po")
    po = polib.pofile(str(po_file))
    assert [entry.msgid for entry in po] == [segment["source"] for segment in segments]
    assert not any("fuzzy" in entry.flags for entry in po)

    exported = command("export", release, "--format", "json").json
    canonical = json.dumps(
        exported["content"], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    assert hashlib.sha256(canonical.encode()).hexdigest() == exported["checksum"]
    assert "جملة من إنسان." in command("export", release, "--format", "txt").text


def test_an_older_publication_stays_as_it_was(release: str, command: Command) -> None:
    command("approve", release, "--all", "--as", "Omar")
    command("publish", release, "--as", "Omar")
    first = command("export", release, "--format", "txt").out
    command("reopen", release, 2, "--as", "Lina")
    command("edit", release, 2, "--target", "نص جديد تماما.", "--as", "Lina")
    command("approve", release, 2, "--as", "Omar", "--override", "names no one")
    assert command("publish", release, "--as", "Omar").lines == ["2"]
    assert command("export", release, "--format", "txt", "--version", 1).out == first
    assert command("export", release, "--format", "txt").out != first


def test_drafts_only_when_asked_for_and_marked(release: str, command: Command) -> None:
    assert command("export", release, "--format", "html").code == 1
    draft = command("export", release, "--format", "html", "--draft")
    assert draft.code == 0
    assert "مسودة" in draft.text
    both = command("export", release, "--format", "html", "--draft", "--version", 1)
    assert both.code == 2


def test_an_id_may_be_shortened(release: str, command: Command) -> None:
    assert command("show", release[:4], "--json").json["id"] == release
