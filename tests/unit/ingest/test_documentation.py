"""The example of docs/ingest.md is a working profile, and does what the page says."""

import re
from datetime import date
from pathlib import Path

import pytest

from translate_app.adapters.formats.text import parse_text
from translate_app.adapters.profiles import MAX_PATTERN, parse_profile
from translate_app.adapters.sources import MAX_FILES, MAX_FOLDER_BYTES
from translate_app.domain.document import DropReason
from translate_app.pipeline.ingest import harvest

PAGE = Path(__file__).parents[3] / "docs" / "ingest.md"

pytestmark = pytest.mark.skipif(not PAGE.is_file(), reason="docs are not part of a wheel")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found.group(1)


def test_the_example_profile_cuts_the_example_page() -> None:
    profile = parse_profile(block("toml"), "x")
    found = harvest(parse_text(block("text"), "page"), (profile,))
    first, second = found.releases
    assert (first.date, second.date) == (date(2025, 3, 14), date(2025, 3, 12))
    assert (first.title, first.category) == ("TWELVE TRUCKS REACH RASMA", "Convoys")
    assert first.source_line == "[Source: Harbour Relief Authority]"
    assert [each.text for each in found.dropped] == ["Harbour News", "Page 1 of 9", "Older posts »"]


def test_every_reason_and_limit_is_documented() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"`{reason.value}`" in text for reason in DropReason)
    assert f"{MAX_FILES:,} files and {MAX_FOLDER_BYTES // 2**20} MiB" in text
    assert f"more than {MAX_PATTERN} characters" in text
