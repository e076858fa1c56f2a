"""The catalogue of engine packages on a folder: installing, listing, preferring, removing."""

import json
import stat
import zipfile
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from translate_app.adapters.engines import packagefile
from translate_app.adapters.engines.packages import HomeCatalogue
from translate_app.config import bundled
from translate_app.domain.engine import EngineKind
from translate_app.domain.language import Language, LanguagePair
from translate_app.errors import (
    EngineFailedError,
    NoEngineError,
    PackageError,
    UnknownEngineError,
)

pytestmark = pytest.mark.engine

INTO_ARABIC = LanguagePair(Language.ENGLISH, Language.ARABIC)
INTO_ENGLISH = LanguagePair(Language.ARABIC, Language.ENGLISH)
HOSTILE = Path(__file__).resolve().parents[2] / ".." / "shared" / "eval" / "hostile" / "zip"

Rewritten = Callable[..., Path]


@pytest.fixture
def own(tmp_path: Path) -> HomeCatalogue:
    """A catalogue on a folder that does not exist yet."""
    return HomeCatalogue(tmp_path / "home" / "packages", bundled("starter"), offline=True)


@pytest.fixture
def rewritten(tmp_path: Path, starter_file: Path) -> Rewritten:
    """Makes a copy of the starter package with metadata, files or names changed."""

    def make(
        metadata: Mapping[str, object] | bytes | None = None,
        leave_out: str | None = None,
        extra: Mapping[str, bytes] | None = None,
    ) -> Path:
        path = tmp_path / "changed.argosmodel"
        with zipfile.ZipFile(starter_file) as old, zipfile.ZipFile(path, "w") as new:
            for entry in old.infolist():
                content = old.read(entry)
                if leave_out and leave_out in entry.filename:
                    continue
                if entry.filename.endswith("metadata.json") and metadata is not None:
                    changed = (
                        {**json.loads(content), **metadata}
                        if isinstance(metadata, Mapping)
                        else metadata
                    )
                    content = (
                        changed if isinstance(changed, bytes) else json.dumps(changed).encode()
                    )
                new.writestr(entry.filename, content)
            for name, content in (extra or {}).items():
                new.writestr(name, content)
        return path

    return make


def left_behind(catalogue_home: Path) -> list[Path]:
    """Everything that a refused package left on the disk."""
    return [file for file in catalogue_home.rglob("*") if file.is_file()]


def test_starter_is_installed_once(own: HomeCatalogue) -> None:
    first = own.install_starter()
    assert {str(package.info.pair) for package in first} == {"en-ar", "ar-en"}
    assert all(package.info.kind is EngineKind.STARTER for package in first)
    assert all(not package.problem for package in first)
    assert own.install_starter() == ()
    assert set(own.installed()) == set(first)


def test_damaged_starter_is_installed_again(own: HomeCatalogue) -> None:
    package = own.install_starter()[0]
    (Path(package.path) / "package" / "model" / "model.bin").write_bytes(b"cut off")
    assert [one.info.pair for one in own.install_starter()] == [package.info.pair]
    assert all(not one.problem for one in own.installed())


def test_installed_file_is_preferred_and_found_by_name(
    own: HomeCatalogue, rewritten: Rewritten
) -> None:
    own.install_starter()
    file = rewritten({"package_version": "2.0"})
    (mine,) = own.install_path(file)
    assert (mine.info.name, mine.info.version) == ("custom", "2.0")
    assert mine.checksum == packagefile.checksum(file)
    assert own.engine(INTO_ARABIC).info == mine.info
    assert own.engine(INTO_ARABIC, "starter").info.kind is EngineKind.STARTER
    assert own.engine(INTO_ENGLISH).info.name == "starter"


def test_new_version_takes_the_place_of_the_old(own: HomeCatalogue, rewritten: Rewritten) -> None:
    own.install_path(rewritten({"package_version": "2.0"}), name="ours")
    before = own.engine(INTO_ARABIC)
    own.install_path(rewritten({"package_version": "1.5"}), name="ours")
    assert [package.info.version for package in own.installed()] == ["1.5"]
    assert own.engine(INTO_ARABIC) is not before
    assert own.engine(INTO_ARABIC).translate(["Peace."])[0][0].text


def test_engine_is_loaded_once_and_shared(own: HomeCatalogue) -> None:
    own.install_starter()
    assert own.engine(INTO_ARABIC) is own.engine(INTO_ARABIC, "starter")


def test_remove(own: HomeCatalogue) -> None:
    own.install_starter()
    own.remove(INTO_ARABIC, "starter")
    assert [package.info.pair for package in own.installed()] == [INTO_ENGLISH]
    with pytest.raises(UnknownEngineError):
        own.remove(INTO_ARABIC, "starter")
    with pytest.raises(UnknownEngineError):
        own.remove(INTO_ENGLISH, "../../..")


def test_nothing_installed(own: HomeCatalogue) -> None:
    assert own.installed() == ()
    with pytest.raises(NoEngineError):
        own.engine(INTO_ARABIC)
    with pytest.raises(UnknownEngineError):
        own.engine(INTO_ARABIC, "official")


def test_unknown_name_says_which_are_there(own: HomeCatalogue) -> None:
    own.install_starter()
    with pytest.raises(UnknownEngineError, match="starter"):
        own.engine(INTO_ARABIC, "official")


@pytest.mark.parametrize("damage", ["receipt", "model", "receipt_type", "receipt_kind", "gone"])
def test_broken_package_is_listed_with_its_problem(own: HomeCatalogue, damage: str) -> None:
    folder = Path(own.install_starter()[0].path)
    if damage == "receipt":
        (folder / "receipt.json").write_text("{")
    elif damage == "receipt_type":
        (folder / "receipt.json").write_text('{"kind": "starter", "files": [1]}')
    elif damage == "receipt_kind":
        receipt = (folder / "receipt.json").read_text()
        (folder / "receipt.json").write_text(receipt.replace('"starter"', '"fake"'))
    elif damage == "model":
        (folder / "package" / "model" / "model.bin").unlink()
    else:
        for file in [*folder.rglob("*")]:
            if file.is_file():
                file.unlink()
    broken = [package for package in own.installed() if package.problem]
    assert [Path(package.path) for package in broken] == [folder]
    with pytest.raises(NoEngineError):
        own.engine(broken[0].info.pair)
    with pytest.raises(PackageError):
        own.engine(broken[0].info.pair, "starter")


def test_two_processes_install_at_the_same_time(tmp_path: Path) -> None:
    both = [HomeCatalogue(tmp_path / "packages", bundled("starter")) for _ in range(2)]
    with ThreadPoolExecutor() as pool:
        for installing in [pool.submit(one.install_starter) for one in both]:
            installing.result()
    assert [package.problem for package in both[0].installed()] == ["", ""]
    assert both[1].engine(INTO_ARABIC).translate(["Peace."])[0][0].text


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "packages").write_text("a file in its place")
    own = HomeCatalogue(tmp_path / "packages", bundled("starter"))
    assert own.installed() == ()
    with pytest.raises(PackageError, match="packages"):
        own.install_starter()


def test_strange_folders_are_passed_over(own: HomeCatalogue, tmp_path: Path) -> None:
    own.install_starter()
    (tmp_path / "home" / "packages" / "x" / "fr-de" / "1").mkdir(parents=True)
    (tmp_path / "home" / "packages" / "note.txt").write_text("hello")
    assert len(own.installed()) == 2


@pytest.mark.parametrize("name", ["starter", "official", "../x", "", "A b", "x" * 60])
def test_names_that_cannot_be_given(own: HomeCatalogue, starter_file: Path, name: str) -> None:
    with pytest.raises(PackageError):
        own.install_path(starter_file, name=name)


@pytest.mark.parametrize(
    ("metadata", "reason"),
    [
        ({"from_code": "fr"}, "other languages"),
        ({"from_code": "ar", "to_code": "ar"}, "other languages"),
        ({"from_code": ["en"]}, "other languages"),
        ({"type": "sbd"}, "no translation package"),
        ({"package_version": "../../1"}, "no version"),
        ({"package_version": 3}, "no version"),
        (b"{", "cannot be read"),
        (b"[]", "no translation package"),
        (b"[" * 100_000, "cannot be read"),
        (b" " * 300_000, "cannot be read"),
    ],
)
def test_metadata_that_is_refused(
    own: HomeCatalogue,
    rewritten: Rewritten,
    tmp_path: Path,
    metadata: Mapping[str, object] | bytes,
    reason: str,
) -> None:
    with pytest.raises(PackageError, match=reason):
        own.install_path(rewritten(metadata))
    assert left_behind(tmp_path / "home") == []


@pytest.mark.parametrize("missing", ["metadata.json", "model/", "sentencepiece.model"])
def test_incomplete_package_is_refused(
    own: HomeCatalogue, rewritten: Rewritten, tmp_path: Path, missing: str
) -> None:
    with pytest.raises(PackageError):
        own.install_path(rewritten(leave_out=missing))
    assert left_behind(tmp_path / "home") == []


@pytest.mark.parametrize(
    "name",
    ["../evil.txt", "/evil.txt", "en_ar-0_1/../../evil.txt", "..\\evil.txt", "C:evil", "evil.txt"],
)
def test_files_outside_of_the_folder_are_refused(
    own: HomeCatalogue, rewritten: Rewritten, tmp_path: Path, name: str
) -> None:
    with pytest.raises(PackageError):
        own.install_path(rewritten(extra={name: b"evil"}))
    assert left_behind(tmp_path / "home") == []
    assert not list(tmp_path.glob("**/evil*"))


def test_link_is_refused(own: HomeCatalogue, rewritten: Rewritten) -> None:
    file = rewritten()
    link = zipfile.ZipInfo("en_ar-0_1/passwd")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(PackageError, match="link"):
        own.install_path(file)


def test_bombs_are_refused(own: HomeCatalogue, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.argosmodel"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("en_ar/model/model.bin", b"\0" * 20_000_000)
    with pytest.raises(PackageError, match="far too much"):
        own.install_path(bomb)
    with zipfile.ZipFile(bomb, "w") as archive:
        for number in range(packagefile.MAX_ENTRIES + 1):
            archive.writestr(f"en_ar/{number}", b"")
    with pytest.raises(PackageError, match="too many files"):
        own.install_path(bomb)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_truncated_package_is_refused(
    own: HomeCatalogue, starter_file: Path, tmp_path: Path, share: float
) -> None:
    content = starter_file.read_bytes()
    cut = tmp_path / "cut.argosmodel"
    cut.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(PackageError, match="zip archive"):
        own.install_path(cut)
    assert left_behind(tmp_path / "home") == []


def test_damage_inside_is_noticed(own: HomeCatalogue, starter_file: Path, tmp_path: Path) -> None:
    content = bytearray(starter_file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    damaged = tmp_path / "damaged.argosmodel"
    damaged.write_bytes(content)
    with pytest.raises(PackageError):
        own.install_path(damaged)
    assert left_behind(tmp_path / "home") == []


def test_model_that_does_not_load_is_refused_and_the_old_one_stays(
    own: HomeCatalogue, rewritten: Rewritten, tmp_path: Path
) -> None:
    own.install_path(rewritten({"package_version": "1.0"}))
    broken = rewritten(
        {"package_version": "2.0"},
        leave_out="model.bin",
        extra={"en_ar-0_1/model/model.bin": b"no model" * 100},
    )
    with pytest.raises(PackageError):
        own.install_path(broken)
    assert [package.info.version for package in own.installed()] == ["1.0"]
    assert [f.name for f in (tmp_path / "home" / "packages").iterdir()] == ["custom"]


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04 and then nothing"])
def test_other_files_are_refused(own: HomeCatalogue, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.argosmodel"
    path.write_bytes(content)
    with pytest.raises(PackageError, match="zip archive"):
        own.install_path(path)


def test_missing_file_and_folder_are_refused(own: HomeCatalogue, tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.argosmodel", tmp_path):
        with pytest.raises(PackageError):
            own.install_path(path)


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the hostile files are not here")
def test_hostile_archives_are_refused(own: HomeCatalogue, tmp_path: Path) -> None:
    files = [file for file in sorted(HOSTILE.iterdir()) if file.is_file()]
    assert files
    for file in files:
        with pytest.raises(PackageError):
            own.install_path(file)
    assert left_behind(tmp_path / "home") == []


def test_same_file_again_changes_nothing(own: HomeCatalogue, starter_file: Path) -> None:
    (first,) = own.install_path(starter_file)
    receipt = Path(first.path) / "receipt.json"
    written = receipt.stat().st_mtime_ns
    assert own.install_path(starter_file) == (first,)
    assert receipt.stat().st_mtime_ns == written


def test_same_version_with_other_content_needs_force(
    own: HomeCatalogue, rewritten: Rewritten, starter_file: Path
) -> None:
    (first,) = own.install_path(starter_file)
    other = rewritten(extra={"en_ar-0_1/NOTES": b"another build"})
    with pytest.raises(PackageError, match="--force"):
        own.install_path(other)
    assert own.installed() == (first,)
    (forced,) = own.install_path(other, force=True)
    assert forced.checksum == packagefile.checksum(other)
    assert own.installed() == (forced,)


def test_damaged_package_is_mended_by_its_own_file_only(
    own: HomeCatalogue, rewritten: Rewritten, starter_file: Path
) -> None:
    (first,) = own.install_path(starter_file)
    (Path(first.path) / "package" / "model" / "model.bin").write_bytes(b"cut off")
    with pytest.raises(PackageError, match="--force"):
        own.install_path(rewritten(extra={"en_ar-0_1/NOTES": b"another build"}))
    assert own.install_path(starter_file) == (first,)
    assert own.installed()[0].problem == ""


def test_newer_program_brings_another_starter_of_the_same_version(
    own: HomeCatalogue, rewritten: Rewritten, tmp_path: Path
) -> None:
    own.install_starter()
    bundle = tmp_path / "starter"
    bundle.mkdir()
    file = rewritten(extra={"en_ar-0_1/NOTES": b"another build"})
    file.rename(bundle / file.name)
    newer = HomeCatalogue(tmp_path / "home" / "packages", bundle, offline=True)
    (package,) = newer.install_starter()
    assert package.checksum == packagefile.checksum(bundle / file.name)


def test_damage_that_sizes_do_not_show_fails_as_an_engine_and_not_as_the_program(
    own: HomeCatalogue,
) -> None:
    package = own.install_starter()[0]
    model = Path(package.path) / "package" / "model" / "model.bin"
    model.write_bytes(b"\xff" * model.stat().st_size)
    with pytest.raises(EngineFailedError):
        own.engine(package.info.pair).translate(["Hello."])
