"""Servers of engines.toml: what the file may say, and which of them is asked."""

from pathlib import Path

import pytest

from tests.engines.test_libretranslate import Answer, Office, office
from translate_app.adapters.engines.packages import HomeCatalogue
from translate_app.adapters.engines.servers import Servers
from translate_app.config import bundled
from translate_app.domain.engine import EngineKind
from translate_app.domain.language import Language, LanguagePair
from translate_app.errors import (
    EngineFailedError,
    MissingKeyError,
    NoEngineError,
    SettingsFileError,
    UnknownEngineError,
)

INTO_ARABIC = LanguagePair(Language.ENGLISH, Language.ARABIC)
INTO_ENGLISH = LanguagePair(Language.ARABIC, Language.ENGLISH)

__all__ = ["office"]  # the fixture


def servers(folder: Path, content: str, *, offline: bool = False, **environment: str) -> Servers:
    file = folder / "engines.toml"
    file.write_text(content, encoding="utf-8")
    return Servers(file, environment, offline=offline)


def described(url: str, *more: str) -> str:
    return "\n".join(["[engines.office]", 'type = "libretranslate"', f'url = "{url}"', *more])


def test_server_is_listed_with_what_it_answers(tmp_path: Path, office: Office) -> None:
    mine = servers(tmp_path, described(office.address + "/", 'version = "5"'))
    listed = mine.listed()
    assert [package.info.label for package in listed] == ["office en-ar 5", "office ar-en 5"]
    assert {(p.info.kind, p.path, p.problem) for p in listed} == {
        (EngineKind.SERVER, office.address, "")
    }
    office.languages = Answer(b"<html>", 502)
    assert "502" in mine.listed()[0].problem


def test_engine_by_name_with_its_key(tmp_path: Path, office: Office) -> None:
    content = described(office.address, 'api_key_env = "OFFICE_KEY"', 'pairs = ["en-ar"]')
    mine = servers(tmp_path, content, OFFICE_KEY="k3y")
    engine = mine.engine(INTO_ARABIC, "office")
    assert engine is not None
    assert engine.translate(["a"])[0][0].text == "A"
    assert office.asked[0]["api_key"] == "k3y"
    assert mine.engine(INTO_ARABIC, "office") is engine
    assert mine.engine(INTO_ENGLISH, "office") is None
    assert mine.engine(INTO_ARABIC, "other") is None


def test_key_that_is_not_set(tmp_path: Path, office: Office) -> None:
    mine = servers(tmp_path, described(office.address, 'api_key_env = "OFFICE_KEY"'))
    assert "key is not set" in mine.listed()[0].problem
    engine = mine.engine(INTO_ARABIC, "office")
    assert engine is not None
    with pytest.raises(MissingKeyError, match="OFFICE_KEY"):
        engine.translate(["a"])
    assert office.asked == []


def test_offline_reaches_servers_near_by_only(tmp_path: Path, office: Office) -> None:
    near = servers(tmp_path, described(office.address), offline=True)
    assert near.listed()[0].problem == ""
    far = servers(tmp_path, described("https://translate.example.org"), offline=True)
    assert "offline" in far.listed()[0].problem
    with pytest.raises(EngineFailedError, match="offline"):
        far.engine(INTO_ARABIC, "office")


def test_no_file_is_no_server(tmp_path: Path) -> None:
    mine = Servers(tmp_path / "engines.toml", {})
    assert mine.listed() == ()
    assert mine.engine(INTO_ARABIC, "office") is None


def test_catalogue_asks_a_server_by_name_only(tmp_path: Path, office: Office) -> None:
    mine = servers(tmp_path, described(office.address))
    catalogue = HomeCatalogue(tmp_path / "packages", bundled("starter"), servers=mine)
    with pytest.raises(NoEngineError):
        catalogue.engine(INTO_ARABIC)
    assert catalogue.preferred(INTO_ARABIC) is None
    assert catalogue.engine(INTO_ARABIC, "office").info.kind is EngineKind.SERVER
    assert [package.info.name for package in catalogue.servers()] == ["office", "office"]
    assert catalogue.installed() == ()
    with pytest.raises(UnknownEngineError, match="office"):
        catalogue.engine(INTO_ARABIC, "nobody")


@pytest.mark.engine
def test_a_broken_file_leaves_the_packages_alone(tmp_path: Path) -> None:
    mine = servers(tmp_path, "[engines")
    catalogue = HomeCatalogue(tmp_path / "packages", bundled("starter"), servers=mine)
    catalogue.install_starter()
    assert catalogue.engine(INTO_ARABIC).info.name == "starter"
    assert catalogue.engine(INTO_ARABIC, "starter").info.name == "starter"
    with pytest.raises(SettingsFileError):
        catalogue.engine(INTO_ARABIC, "office")


@pytest.mark.parametrize(
    "url",
    [
        "https://translate.example.org",
        "https://translate.example.org:8443/prefix",
        "http://localhost:5000",
        "http://[::1]:5000",
        "http://192.168.7.7",
    ],
)
def test_addresses_that_are_taken(tmp_path: Path, url: str) -> None:
    assert servers(tmp_path, described(url)).names(INTO_ARABIC) == ("office",)


def test_plain_http_must_be_asked_for(tmp_path: Path) -> None:
    far = "http://translate.example.org"
    assert servers(tmp_path, described(far, "plain_http = true")).names(INTO_ARABIC)
    with pytest.raises(SettingsFileError, match="plain_http"):
        servers(tmp_path, described(far)).names(INTO_ARABIC)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("[engines.office]", "engines.office.type"),
        ('[engines.office]\ntype = "deepl"', "engines.office.type"),
        ('[engines.office]\ntype = "libretranslate"', "engines.office.url"),
        (described("ftp://example.org"), "engines.office.url"),
        (described("file:///etc/passwd"), "engines.office.url"),
        (described("https://"), "engines.office.url"),
        (described("https://[1"), "engines.office.url"),
        (described("https://example.org:99999"), "engines.office.url"),
        (described("https://user:secret@example.org"), "engines.office.url"),
        (described("https://example.org/?api_key=secret"), "engines.office.url"),
        (described("https://exa mple.org"), "engines.office.url"),
        (described("http://127.0.0.1.example.org"), "engines.office.url"),
        (described("https://example.org", "api_key = 'secret'"), "engines.office.api_key"),
        (described("https://example.org", "batch = 0"), "engines.office.batch"),
        (described("https://example.org", "batch = true"), "engines.office.batch"),
        (described("https://example.org", "seconds = 0.1"), "engines.office.seconds"),
        (described("https://example.org", "pairs = ['en-fr']"), "engines.office.pairs"),
        (described("https://example.org", "pairs = 'en-ar'"), "engines.office.pairs"),
        (described("https://example.org", "plain_http = 1"), "engines.office.plain_http"),
        (described("https://example.org", "marks = 'yes'"), "engines.office.marks"),
        (described("https://example.org", "version = ''"), "engines.office.version"),
        (described("https://example.org").replace("office", "starter"), "engines.starter"),
        (described("https://example.org").replace("office", "Office"), "engines.Office"),
        ("[engines]\noffice = 3", "engines.office"),
        ("engines = []", "engines"),
        ("[servers]", "servers"),
        ("[engines", "TOML"),
        ("x = 1\nx = 2", "TOML"),
        ("a = " + "[" * 10_000, "TOML"),
        ("#" * 300_000, "TOML"),
    ],
)
def test_mistakes_are_told_with_file_and_key(tmp_path: Path, content: str, key: str) -> None:
    with pytest.raises(SettingsFileError) as caught:
        servers(tmp_path, content).listed()
    assert caught.value.parameters["key"] == key
    assert "engines.toml" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_file_of_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "engines.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsFileError, match="TOML"):
        Servers(tmp_path / "engines.toml", {}).listed()


def test_folder_in_place_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(SettingsFileError):
        Servers(tmp_path, {}).listed()
