"""Other people's files, read in place where they lie beside the checkout."""

import contextlib
import json
import time
from pathlib import Path

import pytest

from translate_app.adapters.formats.decode import decode
from translate_app.adapters.profiles import ProfileFolders
from translate_app.adapters.sources import Sources
from translate_app.config import bundled
from translate_app.domain.document import Harvest
from translate_app.domain.language import Language
from translate_app.errors import InputError
from translate_app.pipeline.ingest import harvest

SHARED = Path(__file__).resolve().parents[3].parent / "shared"
SAMPLE = SHARED / "samples" / "coalition-news-2019-06-28.txt"
ENCODINGS = SHARED / "eval" / "hostile" / "encodings"
PROFILES = ProfileFolders(bundled("profiles"), Path("nowhere"))()

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared sets are not here")


def ink(text: str) -> str:
    return "".join(sorted("".join(text.split())))


def all_ink(found: Harvest) -> str:
    units = [unit.text for release in found.releases for unit in release.units]
    return ink("".join([*units, *(each.text for each in found.dropped)]))


def test_the_real_listing_is_two_releases() -> None:
    (document,) = Sources().read(str(SAMPLE))
    found = harvest(document, PROFILES)
    assert [len(release.units) for release in found.releases] == [1 + 11 + 1, 1 + 8 + 1]
    text = SAMPLE.read_text(encoding="utf-8")
    for release in found.releases:
        assert (release.language, str(release.date)) == (Language.ENGLISH, "2019-06-28")
        assert release.category == "Coalition News"
        assert release.title is None
        assert release.source_line == "(Source: Syrian Coalition’s Media Department)"
        assert release.units[0].text == "28 June 2019 In Coalition News"
        paragraphs = [unit.text for unit in release.units if unit.kind.value == "paragraph"]
        places = [text.index(paragraph) for paragraph in paragraphs]
        assert places == sorted(places)
    assert [each.reason.value for each in found.dropped] == ["site_header", "site_footer"]
    assert all_ink(found) == ink(text)


def _encodings() -> list[tuple[str, str]]:
    index = SHARED / "eval" / "hostile" / "index.jsonl"
    if not index.is_file():
        return []
    rows = [json.loads(line) for line in index.read_text(encoding="utf-8").splitlines()]
    return [
        (Path(row["file"]).name, row["true_encoding"]) for row in rows if row.get("true_encoding")
    ]


@pytest.mark.parametrize(("name", "encoding"), _encodings())
def test_encodings_are_told_as_their_collector_says(name: str, encoding: str) -> None:
    content = (ENCODINGS / name).read_bytes()
    expected = content.decode(encoding).replace("\r\n", "\n").removeprefix("\ufeff")
    assert decode(content, name) == expected


@pytest.mark.parametrize("name", ["govuk_utf16le_bom.txt", "govuk_utf16be_nobom.txt"])
def test_utf_16_gives_the_gold_text(name: str) -> None:
    gold = (ENCODINGS / "GOLD_govuk_ar.utf8.txt").read_bytes()
    found = decode((ENCODINGS / name).read_bytes(), name)
    assert found[:1000] == decode(gold, "gold")[:1000]


@pytest.mark.parametrize(
    "name",
    ["govuk_mojibake_utf8_as_cp1252.txt", "govuk_wtf8_lone_surrogate.txt", "govuk_nul.txt"],
)
def test_damaged_files_are_refused(name: str) -> None:
    with pytest.raises(InputError):
        Sources().read(str(ENCODINGS / name))


def test_every_hostile_file_is_read_or_refused_in_time() -> None:
    files = [path for path in sorted((SHARED / "eval" / "hostile").rglob("*")) if path.is_file()]
    assert files
    for path in files:
        started = time.perf_counter()
        with contextlib.suppress(InputError):
            for document in Sources().read(str(path)):
                harvest(document, PROFILES)
        assert time.perf_counter() - started < 10, path.name


@pytest.mark.parametrize(
    "path", sorted((SHARED / "eval" / "releases" / "govuk").glob("*.html")), ids=lambda p: p.name
)
def test_government_pages_keep_nearly_all_their_text(path: Path) -> None:
    record = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    (document,) = Sources().read(str(path))
    stated = None if path.stem.endswith((".en", ".ar")) else Language.ARABIC
    (release,) = harvest(document, PROFILES, stated).releases
    assert release.title == record["title"].strip()
    kept = len(ink("".join(unit.text for unit in release.units)))
    left_out = len(ink("".join(note.text for note in document.notes)))
    assert left_out < 0.06 * kept


def test_markdown_with_front_matter() -> None:
    files = sorted((SHARED / "eval" / "releases" / "syrian_archive").glob("*.md"))
    for path in files:
        (document,) = Sources().read(str(path))
        language = Language.ARABIC if path.stem.endswith(".ar") else Language.ENGLISH
        (release,) = harvest(document, PROFILES, language).releases
        assert document.title
        assert release.title
        assert "layout:" not in "".join(unit.text for unit in release.units)
