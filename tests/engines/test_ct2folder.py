"""Plain CTranslate2 folders: made here from the starter package, in each family's form."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.contract.engine_contract import EngineContract
from translate_app.adapters.engines.ct2folder import FolderError, Pieces, inspect, pieces_of
from translate_app.adapters.engines.packages import HomeCatalogue
from translate_app.config import bundled
from translate_app.domain.engine import EngineKind
from translate_app.domain.language import Language, LanguagePair
from translate_app.errors import PackageError
from translate_app.ports import Engine

pytestmark = pytest.mark.engine

INTO_ARABIC = LanguagePair(Language.ENGLISH, Language.ARABIC)
INTO_ENGLISH = LanguagePair(Language.ARABIC, Language.ENGLISH)
TEXT = "President Sabbagh called for peace."

MakeFolder = Callable[..., Path]


@pytest.fixture
def own(tmp_path: Path) -> HomeCatalogue:
    return HomeCatalogue(tmp_path / "home" / "packages", bundled("starter"), offline=True)


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter packages, unpacked."""
    folder = tmp_path_factory.mktemp("unpacked")
    for file in bundled("starter").glob("*.argosmodel"):
        with zipfile.ZipFile(file) as archive:
            archive.extractall(folder)
    return folder


@pytest.fixture
def make_folder(unpacked: Path, tmp_path: Path) -> MakeFolder:
    """Makes a model folder: the starter's model with the tokenizer under other names."""
    return folder_maker(unpacked, tmp_path)


@pytest.fixture(scope="session")
def both(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> HomeCatalogue:
    """A home with a folder of its own for each direction."""
    work = tmp_path_factory.mktemp("both")
    catalogue = HomeCatalogue(work / "packages", bundled("starter"), offline=True)
    make = folder_maker(unpacked, work)
    catalogue.install_path(make())
    catalogue.install_path(make("m", "ar_en", ("sentencepiece.model",), 'pair = "ar-en"'))
    return catalogue


def folder_maker(unpacked: Path, work: Path) -> MakeFolder:
    def make(
        name: str = "opus-mt-en-ar",
        pair: str = "en_ar",
        tokenizers: tuple[str, ...] = ("source.spm", "target.spm"),
        note: str | None = None,
    ) -> Path:
        folder = work / name
        shutil.copytree(unpacked / f"{pair}-0_1" / "model", folder)
        for tokenizer in tokenizers:
            shutil.copy(unpacked / f"{pair}-0_1" / "sentencepiece.model", folder / tokenizer)
        if note is not None:
            (folder / "translate_app.toml").write_text(note, encoding="utf-8")
        return folder

    return make


def with_vocabulary(folder: Path, *pieces: str, **config: object) -> Path:
    """The folder with other pieces in place of its last ones: the model keeps its size."""
    path = folder / "shared_vocabulary.json"
    known = json.loads(path.read_text())
    path.write_text(json.dumps([*known[: len(known) - len(pieces)], *pieces]))
    settings = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(settings | config))
    return folder


class TestFolderIntoArabic(EngineContract):
    aligns = True

    @pytest.fixture
    def engine(self, both: HomeCatalogue) -> Engine:
        return both.engine(INTO_ARABIC, "custom")


class TestFolderIntoEnglish(EngineContract):
    aligns = True

    @pytest.fixture
    def engine(self, both: HomeCatalogue) -> Engine:
        return both.engine(INTO_ENGLISH)


def test_same_drafts_as_the_package_it_was_made_of(
    own: HomeCatalogue, make_folder: MakeFolder, catalogue: HomeCatalogue
) -> None:
    (package,) = own.install_path(make_folder())
    assert (package.info.name, package.info.kind) == ("custom", EngineKind.CUSTOM)
    assert package.info.pair == INTO_ARABIC
    assert package.info.version == package.checksum[:12]
    here = own.engine(INTO_ARABIC).translate([TEXT])[0][0]
    there = catalogue.engine(INTO_ARABIC).translate([TEXT])[0][0]
    assert (here.text, here.score) == (there.text, there.score)
    assert tuple(here.alignment) == tuple(there.alignment)


def test_source_folder_is_not_needed_afterwards(
    own: HomeCatalogue, make_folder: MakeFolder
) -> None:
    folder = make_folder()
    (folder / "training.log").write_text("not ours to keep")
    (folder / "README.md").write_text("how it was made")
    (package,) = own.install_path(folder)
    shutil.rmtree(folder)
    assert own.engine(INTO_ARABIC).translate([TEXT])[0][0].text
    kept = {file.name for file in (Path(package.path) / "package").iterdir()}
    assert kept == {
        "README.md",
        "config.json",
        "model.bin",
        "shared_vocabulary.json",
        "source.spm",
        "target.spm",
    }


def test_links_of_a_model_cache_are_followed(
    own: HomeCatalogue, make_folder: MakeFolder, tmp_path: Path
) -> None:
    folder, blobs = make_folder(), tmp_path / "blobs"
    folder.rename(blobs)
    folder.mkdir()
    for file in blobs.iterdir():
        (folder / file.name).symlink_to(file)
    (package,) = own.install_path(folder)
    assert not any(f.is_symlink() for f in (Path(package.path) / "package").iterdir())


def test_note_gives_name_version_and_pair(own: HomeCatalogue, make_folder: MakeFolder) -> None:
    note = 'pair = "en-ar"\nname = "ours"\nversion = "3.1"\nlicence = "CC-BY-4.0"\n'
    (package,) = own.install_path(make_folder("plain", note=note))
    assert package.info.label == "ours en-ar 3.1"
    (renamed,) = own.install_path(make_folder("plain2", note=note), name="theirs")
    assert renamed.info.label == "theirs en-ar 3.1"


def test_prefix_and_suffix_of_the_note_are_used_and_kept_out_of_the_alignment(
    own: HomeCatalogue, make_folder: MakeFolder
) -> None:
    note = 'source_prefix = ["▁peace", "▁peace"]\nsource_suffix = ["▁war"]\n'
    (package,) = own.install_path(make_folder(note=note))
    found = own.engine(INTO_ARABIC).translate([TEXT])[0][0]
    plain = own.install_path(make_folder("plain-en-ar"), name="plain")[0]
    assert found.text != own.engine(INTO_ARABIC, plain.info.name).translate([TEXT])[0][0].text
    assert all(0 <= start < end <= len(TEXT) for start, end, _, _ in found.alignment)
    assert package.info.name == "custom"


@pytest.mark.parametrize(
    ("pieces", "config", "pair", "expected"),
    [
        ((), {}, INTO_ARABIC, Pieces()),
        ((">>ara<<",), {}, INTO_ARABIC, Pieces((">>ara<<",))),
        (
            (),
            {"add_source_eos": False, "decoder_start_token": "</s>"},
            INTO_ARABIC,
            Pieces((), ("</s>",)),
        ),
        (
            ("eng_Latn", "arb_Arab"),
            {"add_source_eos": False},
            INTO_ARABIC,
            Pieces(("eng_Latn",), ("</s>",), "arb_Arab"),
        ),
        (
            ("eng_Latn", "arb_Arab"),
            {"add_source_eos": True},
            INTO_ENGLISH,
            Pieces(("arb_Arab",), (), "eng_Latn"),
        ),
        (
            ("__ar__", "__en__"),
            {"add_source_eos": False},
            INTO_ENGLISH,
            Pieces(("__ar__",), ("</s>",), "__en__"),
        ),
    ],
)
def test_pieces_of_each_family(
    make_folder: MakeFolder,
    pieces: tuple[str, ...],
    config: dict[str, object],
    pair: LanguagePair,
    expected: Pieces,
) -> None:
    folder = with_vocabulary(make_folder("any-ar-en"), *pieces, **config)
    assert pieces_of(folder, pair) == expected


def test_multilingual_model_is_installed_for_both_directions(
    own: HomeCatalogue, make_folder: MakeFolder
) -> None:
    """The model is the starter's, which knows no language pieces: what counts is what it is fed."""
    folder = make_folder("nllb", tokenizers=("sentencepiece.bpe.model",))
    with_vocabulary(folder, "eng_Latn", "arb_Arab", add_source_eos=False)
    packages = own.install_path(folder)
    assert {package.info.pair for package in packages} == {INTO_ARABIC, INTO_ENGLISH}
    found = own.engine(INTO_ARABIC).translate([TEXT])[0][0]
    assert "arb_Arab" not in found.text
    assert found.text


@pytest.mark.parametrize(
    ("files", "pair"),
    [
        ({"tokenizer_config.json": '{"source_lang": "eng", "target_lang": "ara"}'}, INTO_ARABIC),
        ({"tokenizer_config.json": '{"source_lang": "ar", "target_lang": "en"}'}, INTO_ENGLISH),
        ({"translate_app.toml": 'pair = "ar-en"'}, INTO_ENGLISH),
    ],
)
def test_where_the_pair_is_read_from(
    make_folder: MakeFolder, files: dict[str, str], pair: LanguagePair
) -> None:
    folder = make_folder("model")
    for name, content in files.items():
        (folder / name).write_text(content)
    assert inspect(folder).pairs == (pair,)


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("opus-mt-tc-big-en-ar", INTO_ARABIC),
        ("opus-mt_ar_en.ct2", INTO_ENGLISH),
        ("ENG-ARA", INTO_ARABIC),
    ],
)
def test_pair_in_the_folders_name(make_folder: MakeFolder, name: str, pair: LanguagePair) -> None:
    assert inspect(make_folder(name)).pairs == (pair,)


@pytest.mark.parametrize("name", ["model", "en", "en-fr", "en-ar-en", "green-arrow"])
def test_pair_that_is_not_said(own: HomeCatalogue, make_folder: MakeFolder, name: str) -> None:
    with pytest.raises(PackageError, match='pair = "en-ar"'):
        own.install_path(make_folder(name))


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("source.spm", None, "SentencePiece"),
        ("source.spm", b"garbage" * 99, "."),
        ("model.bin", b"garbage" * 99, "."),
        ("config.json", None, "config.json"),
        ("config.json", b"[]", "wrong form"),
        ("config.json", b"{", "JSON"),
        ("config.json", b"[" * 100_000, "JSON|wrong form"),
        ("shared_vocabulary.json", None, "vocabulary"),
        ("shared_vocabulary.json", b"{}", "wrong form"),
        ("shared_vocabulary.json", b'["a"]', "."),
        ("shared_vocabulary.json", b"\xff\xfe", "JSON"),
        ("translate_app.toml", b"pair = ", "translate_app.toml"),
        ("translate_app.toml", b'pair = "en-fr"', "another pair"),
        ("translate_app.toml", b"pair = 3", "wrong value"),
        ("translate_app.toml", b'script = "rm"', "not known"),
        ("translate_app.toml", b"source_prefix = [1]", "wrong value"),
        ("translate_app.toml", b'target_prefix = "<2ar>"', "vocabulary"),
        ("translate_app.toml", b'name = "../../evil"', "name"),
        ("translate_app.toml", b'name = "official"', "name"),
        ("translate_app.toml", b'version = "../1"', "version"),
        ("translate_app.toml", b"#" * 100_000, "far too large"),
    ],
)
def test_broken_folders_are_refused_and_leave_nothing(
    own: HomeCatalogue,
    make_folder: MakeFolder,
    tmp_path: Path,
    name: str,
    content: bytes | None,
    reason: str,
) -> None:
    folder = make_folder()
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    with pytest.raises(PackageError, match=reason):
        own.install_path(folder)
    assert [file for file in (tmp_path / "home").rglob("*") if file.is_file()] == []


def test_inspect_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(FolderError):
        inspect(tmp_path)


@pytest.mark.parametrize("content", [{}, {"model.bin": b""}, {"model.enfr.x.bin": b"x"}])
def test_folders_without_a_model(
    own: HomeCatalogue, tmp_path: Path, content: dict[str, bytes]
) -> None:
    folder = tmp_path / "some-en-ar"
    folder.mkdir()
    for name, written in content.items():
        (folder / name).write_bytes(written)
    with pytest.raises(PackageError, match="some-en-ar"):
        own.install_path(folder)


def test_folder_that_is_far_too_large(
    own: HomeCatalogue, make_folder: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translate_app.adapters.engines.candidates.MAX_FOLDER", 1_000_000)
    with pytest.raises(PackageError, match="too large"):
        own.install_path(make_folder())


def test_files_that_change_while_they_are_copied(
    own: HomeCatalogue, make_folder: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes() + b"x")

    folder = make_folder()
    monkeypatch.setattr("translate_app.adapters.engines.candidates.shutil.copyfile", changed)
    with pytest.raises(PackageError, match="changed"):
        own.install_path(folder)
