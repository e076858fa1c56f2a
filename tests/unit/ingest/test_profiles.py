"""Profiles are read from two folders; a broken one says what is wrong with it."""

from pathlib import Path

import pytest

from translate_app.adapters.profiles import ProfileFolders, parse_profile
from translate_app.config import bundled
from translate_app.domain.document import SiteProfile
from translate_app.domain.language import Language
from translate_app.errors import UnreadableSourceError

MINIMAL = "dateline = '(?P<date>.+) In (?P<category>.+)'\n"


def test_a_profile_is_its_file() -> None:
    text = MINIMAL + (
        'language = "ar"\ndate_formats = ["d MMMM y"]\nheader = ["A", "B"]\nfooter = ["C"]\n'
        "source_line = '(?P<source_line>[(]Source.*)'\nheading = '[A-Z].*'\n"
    )
    assert parse_profile(text, "harbour") == SiteProfile(
        name="harbour",
        dateline="(?P<date>.+) In (?P<category>.+)",
        date_formats=("d MMMM y",),
        language=Language.ARABIC,
        header=("A", "B"),
        footer=("C",),
        source_line="(?P<source_line>[(]Source.*)",
        heading="[A-Z].*",
    )


def test_bundled_profiles_are_sound() -> None:
    profiles = ProfileFolders(bundled("profiles"), Path("nowhere"))()
    assert [profile.name for profile in profiles] == ["k2-listing-ar", "k2-listing-en"]


def test_the_home_comes_first_and_wins_by_name(tmp_path: Path) -> None:
    shipped, home = tmp_path / "shipped", tmp_path / "home"
    for folder in (shipped, home):
        folder.mkdir()
    (shipped / "a.toml").write_text(MINIMAL, encoding="utf-8")
    (shipped / "b.toml").write_text(MINIMAL, encoding="utf-8")
    (home / "z.toml").write_text(f'name = "a"\nheading = "own"\n{MINIMAL}', encoding="utf-8")
    (home / "notes.txt").write_text("no profile", encoding="utf-8")
    found = ProfileFolders(shipped, home)()
    assert [(profile.name, profile.heading) for profile in found] == [("a", "own"), ("b", None)]


def test_missing_folders_hold_no_profiles(tmp_path: Path) -> None:
    assert ProfileFolders(tmp_path / "a", tmp_path / "b")() == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"dateline = ", "Invalid value"),
        (b"\xff\xfe", "utf-8"),
        (b"header = []\n", "dateline is missing"),
        (b"dateline = '(?P<category>x)'\n", "date"),
        (b"dateline = '(?P<date>'\n", "no regular expression"),
        (MINIMAL.encode() + b"hedaer = []\n", "unknown key hedaer"),
        (MINIMAL.encode() + b"footer = 'x'\n", "footer must be a list"),
        (MINIMAL.encode() + b"footer = [1]\n", "footer must be a list"),
        (MINIMAL.encode() + b"footer = ['(']\n", "footer is no regular expression"),
        (MINIMAL.encode() + b"heading = 3\n", "heading must be a text"),
        (MINIMAL.encode() + b'language = "fr"\n', "en or ar"),
        (MINIMAL.encode() + b"source_line = 'Source.*'\n", "source_line"),
        (b"dateline = '(?P<date>" + b"x" * 600 + b")'\n", "longer than 500"),
        (MINIMAL.encode() + b"header = ['(a+)+b']\n", "repeats a repetition"),
        (MINIMAL.encode() + b"header = ['(?:a*b?)*']\n", "repeats a repetition"),
        (MINIMAL.encode() + b"header = [" + b"'x'," * 60 + b"]\n", "more than 50"),
        (MINIMAL.encode() + b"#" * 70_000, "64 KiB"),
    ],
)
def test_a_broken_profile_is_named_with_its_fault(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    (tmp_path / "broken.toml").write_bytes(content)
    with pytest.raises(UnreadableSourceError) as caught:
        ProfileFolders(tmp_path, tmp_path / "none")()
    assert "broken.toml" in str(caught.value)
    assert reason in str(caught.value)
