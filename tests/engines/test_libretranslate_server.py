"""The LibreTranslate adapter against a real server: in CI always, elsewhere when asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.engine_contract import TEXTS, EngineContract
from tests.engines.libretranslate_server import WANTED, running_server
from translate_app.adapters.engines.libretranslate import LibreTranslateEngine, ServerSettings
from translate_app.adapters.engines.packages import HomeCatalogue
from translate_app.domain.language import Language, LanguagePair
from translate_app.errors import EngineFailedError

INTO_ARABIC = LanguagePair(Language.ENGLISH, Language.ARABIC)
INTO_ENGLISH = LanguagePair(Language.ARABIC, Language.ENGLISH)

pytestmark = pytest.mark.engine
if not WANTED:
    pytest.skip(
        "LibreTranslate is started in CI; here with LIBRETRANSLATE_TESTS=1",
        allow_module_level=True,
    )


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_server(tmp_path_factory.mktemp("libretranslate")) as started:
        yield started


def engine_at(address: str, pair: LanguagePair, **changes: object) -> LibreTranslateEngine:
    settings = ServerSettings("office", address, **changes)  # type: ignore[arg-type]
    return LibreTranslateEngine(settings, pair, lambda: "the-key")


class TestServerIntoArabic(EngineContract):
    @pytest.fixture
    def engine(self, address: str) -> LibreTranslateEngine:
        return engine_at(address, INTO_ARABIC, marks=True)


class TestServerIntoEnglish(EngineContract):
    @pytest.fixture
    def engine(self, address: str) -> LibreTranslateEngine:
        return engine_at(address, INTO_ENGLISH, batch=1, marks=True)


def test_check(address: str) -> None:
    engine_at(address, INTO_ARABIC).check()
    with pytest.raises(EngineFailedError, match="404"):
        engine_at(f"{address}/elsewhere", INTO_ARABIC).check()


def test_same_draft_as_the_package_it_runs(address: str, catalogue: HomeCatalogue) -> None:
    """It runs the starter package too, so the wire must neither lose nor change anything."""
    texts = TEXTS[Language.ENGLISH]
    here = catalogue.engine(INTO_ARABIC).translate(texts)
    there = engine_at(address, INTO_ARABIC).translate(texts)
    assert [found[0].text for found in there] == [found[0].text for found in here]


def test_its_refusals_are_worded(tmp_path: Path) -> None:
    with running_server(tmp_path, "--char-limit", "20", "--alternatives-limit", "0") as small:
        engine = engine_at(small, INTO_ARABIC)
        with pytest.raises(EngineFailedError, match="limit"):
            engine.translate(["The Harbour Relief Authority opened a school."])
        assert engine.translate(["Peace."])[0][0].text
    with pytest.raises(EngineFailedError, match="office en-ar"):
        engine.translate(["Peace."])
