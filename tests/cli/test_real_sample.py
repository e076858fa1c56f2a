"""The listing that users have, read in place: two releases, every name right when published."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command

LISTING = Path(__file__).parents[3] / "shared" / "samples" / "coalition-news-2019-06-28.txt"

pytestmark = pytest.mark.skipif(not LISTING.exists(), reason="the real sample is not here")


def segments(release: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for unit in release["units"]:
        yield from unit["segments"]


@pytest.fixture
def releases(home: Path, command: Command) -> list[str]:
    found = command("ingest", LISTING)
    assert "Home Media Center" in found.err
    assert command("pretranslate", "--all").code == 0
    return found.lines


def test_two_releases_with_all_that_the_listing_says(releases: list[str], command: Command) -> None:
    shown = [command("show", name, "--json").json for name in releases]
    assert [len(each["units"]) for each in shown] == [13, 10]
    for each in shown:
        kinds = [unit["kind"] for unit in each["units"]]
        assert kinds == ["dateline", *["paragraph"] * (len(kinds) - 2), "source_line"]
        assert (each["date"], each["category"]) == ("2019-06-28", "Coalition News")
        assert each["source_line"] == each["units"][-1]["text"]
        assert each["source_line"].startswith("(Source: ")
        assert each["title"] is None


def test_every_name_stands_in_the_drafts_and_in_the_published_page(
    releases: list[str], command: Command
) -> None:
    for name in releases:
        drafts = list(segments(command("show", name, "--json").json))
        terms = [term for draft in drafts for term in draft["terms"]]
        assert len(terms) > 25
        for draft in drafts:
            assert all(term["applied"] for term in draft["terms"])
            assert "term_missing" not in {finding["check"] for finding in draft["findings"]}
        assert command("approve", name, "--all", "--as", "Omar").code == 0
        assert command("publish", name, "--as", "Omar").lines == ["1"]
        text = command("export", name, "--format", "txt").text
        for target in ("الائتلاف", "الرئيس مصطفى", "سوريا"):
            assert target in text
        page = command("export", name, "--format", "html").text
        assert '<html lang="ar" dir="rtl">' in page
        assert "28 حزيران 2019" in page
    assert "فرانسوا سينيمو" in text
    assert "قرار مجلس الأمن 2254" in text
