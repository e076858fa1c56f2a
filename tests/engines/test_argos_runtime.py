"""How models are run: the best of what the machine has, and the CPU when that fails."""

from pathlib import Path

import ctranslate2
import pytest

from translate_app.adapters.engines import argos_runtime
from translate_app.adapters.engines.argos import ArgosEngine, Loaded, open_package
from translate_app.adapters.engines.argos_runtime import UNUSABLE_CARD, batch_tokens
from translate_app.domain.engine import EngineInfo, EngineKind, Runtime
from translate_app.domain.language import Language, LanguagePair

INTO_ARABIC = LanguagePair(Language.ENGLISH, Language.ARABIC)
INFO = EngineInfo("custom", EngineKind.CUSTOM, INTO_ARABIC, "1")
CPU = Runtime("CTranslate2 4", "cpu", "int8", 2, 1)


@pytest.fixture(autouse=True)
def undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is chosen yet."""
    monkeypatch.setattr(argos_runtime, "_CHOSEN", argos_runtime._Chosen())


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> None:
    """CTranslate2 says that there is a graphics card."""
    supported = ctranslate2.get_supported_compute_types

    def types(device: str) -> set[str]:
        return {"float32", "float16", "int8_float16"} if device == "cuda" else supported(device)

    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 1)
    monkeypatch.setattr(ctranslate2, "get_supported_compute_types", types)


def folder(catalogue: object) -> Path:
    """The unpacked starter package from English."""
    packages = catalogue.installed()  # type: ignore[attr-defined]
    return next(Path(p.path) / "package" for p in packages if p.info.pair == INTO_ARABIC)


def test_every_core_translates_a_batch_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    for cores, expected in ((1, (1, 1)), (2, (2, 1)), (8, (8, 1)), (32, (8, 4))):
        monkeypatch.setattr(argos_runtime, "_cores", lambda cores=cores: cores)
        chosen = argos_runtime.processor("CTranslate2 4")
        assert (chosen.parallel, chosen.threads) == expected


@pytest.mark.parametrize(
    ("supported", "best"),
    [
        ({"float32", "int8", "int8_float32"}, "int8"),
        ({"float32", "int16"}, "int16"),
        ({"float32"}, "float32"),
        (set(), "default"),
    ],
)
def test_the_fastest_number_type_is_taken(
    monkeypatch: pytest.MonkeyPatch, supported: set[str], best: str
) -> None:
    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 0)
    monkeypatch.setattr(ctranslate2, "get_supported_compute_types", lambda _: supported)
    assert argos_runtime.runtime().compute_type == best


def test_a_graphics_card_is_used(card: None) -> None:
    chosen = argos_runtime.runtime()
    assert (chosen.device, chosen.compute_type, chosen.problem) == ("cuda", "int8_float16", "")


@pytest.mark.engine
def test_a_card_that_does_not_work_is_left_alone(card: None, catalogue: object) -> None:
    engine = ArgosEngine(INFO, folder(catalogue))
    assert engine.translate(["Hello."])[0][0].text
    chosen = argos_runtime.runtime()
    assert (chosen.device, chosen.problem) == ("cpu", UNUSABLE_CARD)


def test_a_card_that_breaks_the_question_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> int:
        raise RuntimeError("CUDA driver version is insufficient")

    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", broken)
    chosen = argos_runtime.runtime()
    assert (chosen.device, chosen.problem) == ("cpu", UNUSABLE_CARD)


@pytest.mark.parametrize(
    ("lengths", "tokens"),
    [
        ([10] * 4, 20),  # two texts for each of two threads
        ([10, 70], 70),  # the longest fits
        ([64] * 1000, 2000),  # no more than 2,048 at once, the rounds equal
    ],
)
def test_each_thread_gets_its_share(lengths: list[int], tokens: int) -> None:
    assert batch_tokens(lengths, CPU) == tokens


@pytest.mark.engine
def test_an_idle_engine_is_let_go_and_comes_again(catalogue: object) -> None:
    loads: list[Path] = []

    def load(path: Path) -> Loaded:
        loads.append(path)
        return open_package(path)

    engine = ArgosEngine(INFO, folder(catalogue), load, idle_seconds=0.05)
    first = engine.translate(["Hello."])[0][0].text
    resident = engine._resident
    for _ in range(200):
        if not resident.is_loaded:
            break
        resident._timer.join(0.1) if resident._timer else None
    assert not resident.is_loaded
    assert engine.translate(["Hello."])[0][0].text == first
    assert len(loads) == 2
