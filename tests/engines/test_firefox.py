"""Firefox Translations: with Mozilla's models where they are, without them everywhere."""

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from tests.contract.engine_contract import EngineContract
from translate_app.adapters.engines.firefox import FirefoxEngine, find_files
from translate_app.adapters.engines.packages import HomeCatalogue
from translate_app.config import bundled
from translate_app.domain.engine import EngineInfo, EngineKind, Hypothesis
from translate_app.domain.language import Language, LanguagePair
from translate_app.errors import DownloadError, EngineFailedError, NoEngineError, PackageError

INTO_ARABIC = LanguagePair(Language.ENGLISH, Language.ARABIC)
INTO_ENGLISH = LanguagePair(Language.ARABIC, Language.ENGLISH)
INFO = EngineInfo("firefox", EngineKind.FIREFOX, INTO_ARABIC, "1")

MODELS = os.environ.get("TRANSLATE_APP_FIREFOX_MODELS", "")
"""Folder with `en-ar/` and `ar-en/` as `fxtranslate models add` makes them."""

if MODELS:

    class TestMozillasModels(EngineContract):
        """Collected only where the models are: they are 60 MB and not ours to hand on."""

        @pytest.fixture(scope="class", params=["en-ar", "ar-en"])
        def engine(
            self, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
        ) -> FirefoxEngine:
            home = tmp_path_factory.mktemp("firefox") / "packages"
            catalogue = HomeCatalogue(home, bundled("starter"), offline=True)
            (package,) = catalogue.install_path(Path(MODELS) / request.param)
            engine = catalogue.engine(package.info.pair, "firefox")
            assert isinstance(engine, FirefoxEngine)
            return engine


class OneThread:
    """Stands in for the library's translator: like it, it refuses another thread than its own."""

    made = 0

    def __init__(self, model: bytes, source: bytes, target: bytes, shortlist: bytes | None) -> None:
        if model == b"broken":
            raise ValueError("trace ended mid-record (truncated)")
        type(self).made += 1
        self._parts = (model, source, target, shortlist)
        self._thread = threading.get_ident()

    def translate(self, text: str) -> str:
        text.encode()  # as a Rust string must be
        assert threading.get_ident() == self._thread
        if text == "panic":
            raise type("PanicException", (BaseException,), {})("index out of bounds")
        return f" {text.upper()} "

    def translate_long(self, text: str) -> str:
        return f"long {len(text)}"


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The library with a translator and downloads that need no model of Mozilla's."""

    def add_models(source: str, target: str, folder: str, progress: bool) -> dict[str, str]:
        made = Path(folder) / f"{source}-{target}"
        made.mkdir(parents=True)
        write_model(made, f"{source}{target}")
        return {"kind": "direct"}

    module = ModuleType("fxtranslate")
    module.__spec__ = SimpleNamespace(name="fxtranslate")  # type: ignore[assignment]
    module.Translator = OneThread  # type: ignore[attr-defined]
    module.discovery = SimpleNamespace(add_models=add_models)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "fxtranslate", module)
    OneThread.made = 0
    return module


@pytest.fixture
def no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "translate_app.adapters.engines.firefox.importlib.util.find_spec", lambda name: None
    )


@pytest.fixture
def own(tmp_path: Path) -> HomeCatalogue:
    return HomeCatalogue(tmp_path / "home" / "packages", bundled("starter"))


def write_model(folder: Path, both: str, content: bytes = b"model", split: bool = False) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"model.{both}.intgemm.alphas.bin").write_bytes(content)
    for name in ("srcvocab", "trgvocab") if split else ("vocab",):
        (folder / f"{name}.{both}.spm").write_bytes(name.encode())
    (folder / f"lex.50.50.{both}.s2t.bin").write_bytes(b"lex")
    return folder


@pytest.mark.usefixtures("library")
class TestEngine(EngineContract):
    @pytest.fixture
    def engine(self, tmp_path: Path) -> FirefoxEngine:
        return FirefoxEngine(INFO, write_model(tmp_path / "model", "enar"))


@pytest.mark.usefixtures("library")
def test_one_translator_in_one_thread_whoever_asks(tmp_path: Path) -> None:
    engine = FirefoxEngine(INFO, write_model(tmp_path / "model", "enar"))
    answers: list[str] = []
    threads = [
        threading.Thread(target=lambda: answers.append(engine.translate(["a"])[0][0].text))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == ["A"] * 8
    assert OneThread.made == 1


@pytest.mark.usefixtures("library")
def test_long_texts_are_split_by_the_library_so_that_nothing_is_cut_off(tmp_path: Path) -> None:
    engine = FirefoxEngine(INFO, write_model(tmp_path / "model", "enar"))
    assert engine.translate(["a " * 300])[0][0] == Hypothesis("long 599", None)


@pytest.mark.usefixtures("library")
def test_panic_of_the_library_is_an_engine_failure(tmp_path: Path) -> None:
    engine = FirefoxEngine(INFO, write_model(tmp_path / "model", "enar"))
    with pytest.raises(EngineFailedError, match="index out of bounds"):
        engine.translate(["panic"])
    assert engine.translate(["a"])[0][0].text == "A"


def test_files_of_a_shared_and_of_two_vocabularies(tmp_path: Path) -> None:
    shared = find_files(write_model(tmp_path / "one", "enar"))
    assert shared is not None
    assert (shared.pair, shared.source_vocabulary) == (INTO_ARABIC, shared.target_vocabulary)
    assert shared.shortlist is not None
    assert len(shared.all) == 3
    two = find_files(write_model(tmp_path / "two", "aren", split=True))
    assert two is not None
    assert (two.pair, two.target_vocabulary.name) == (INTO_ENGLISH, "trgvocab.aren.spm")


@pytest.mark.parametrize("both", ["enfr", "arar", "xxyy"])
def test_models_of_other_languages_are_passed_over(tmp_path: Path, both: str) -> None:
    assert find_files(write_model(tmp_path / "model", both)) is None


@pytest.mark.usefixtures("library")
def test_download_is_installed_and_used_by_name_only(own: HomeCatalogue, tmp_path: Path) -> None:
    installed = own.install_firefox([INTO_ARABIC, INTO_ENGLISH])
    assert [package.info.name for package in installed] == ["firefox", "firefox"]
    assert all(package.info.version == package.checksum[:12] for package in installed)
    assert own.engine(INTO_ARABIC, "firefox").translate(["a"])[0][0].text == "A"
    with pytest.raises(NoEngineError):
        own.engine(INTO_ARABIC)
    assert not list((tmp_path / "home" / "packages").glob(".*"))


@pytest.mark.usefixtures("library")
def test_folder_is_installed_too(own: HomeCatalogue, tmp_path: Path) -> None:
    folder = write_model(tmp_path / "model", "aren", split=True)
    (package,) = own.install_path(folder)
    assert (package.info.kind, package.info.pair) == (EngineKind.FIREFOX, INTO_ENGLISH)
    shutil.rmtree(folder)
    assert own.engine(INTO_ENGLISH, "firefox").translate(["a"])[0][0].text == "A"


@pytest.mark.usefixtures("library")
def test_broken_model_is_refused(own: HomeCatalogue, tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="truncated"):
        own.install_path(write_model(tmp_path / "model", "enar", b"broken"))
    assert own.installed() == ()


def test_pivot_is_no_model(own: HomeCatalogue, library: ModuleType) -> None:
    library.discovery = SimpleNamespace(  # type: ignore[attr-defined]
        add_models=lambda *arguments: {"kind": "pivot", "pivot": "en"}
    )
    with pytest.raises(DownloadError, match="no direct model"):
        own.install_firefox([INTO_ARABIC])


def test_offline_downloads_nothing(tmp_path: Path) -> None:
    offline = HomeCatalogue(tmp_path / "packages", bundled("starter"), offline=True)
    with pytest.raises(DownloadError, match="offline"):
        offline.install_firefox([INTO_ARABIC])


@pytest.mark.usefixtures("no_library")
def test_without_the_library_one_is_told_how_to_get_it(own: HomeCatalogue, tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="pip install fxtranslate"):
        own.install_firefox([INTO_ARABIC])
    with pytest.raises(PackageError, match="pip install fxtranslate"):
        own.install_path(write_model(tmp_path / "model", "enar"))


def test_library_that_was_removed_is_the_packages_problem(
    own: HomeCatalogue, library: ModuleType, request: pytest.FixtureRequest
) -> None:
    own.install_firefox([INTO_ARABIC])
    request.getfixturevalue("no_library")
    assert "pip install fxtranslate" in own.installed()[0].problem
    with pytest.raises(PackageError, match="pip install fxtranslate"):
        own.engine(INTO_ARABIC, "firefox")


@pytest.mark.parametrize("content", [b"", b"x" * 1000, b"\xff" * 100_000, b"\0" * 4096])
def test_the_library_itself_refuses_garbage(
    own: HomeCatalogue, tmp_path: Path, content: bytes
) -> None:
    with pytest.raises(PackageError):
        own.install_path(write_model(tmp_path / "model", "enar", content))


def test_the_library_itself_finds_no_list_of_models(
    own: HomeCatalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", "http://127.0.0.1:9/records")
    with pytest.raises(DownloadError, match="Firefox Translations en-ar could not be downloaded"):
        own.install_firefox([INTO_ARABIC])
