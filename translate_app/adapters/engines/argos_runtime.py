"""CTranslate2 as this machine runs it best: device, number type, threads."""

import math
import os
import threading
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from translate_app.domain.engine import Runtime
from translate_app.errors import N_

MOST_PARALLEL = 8
"""Batches translated at the same time on a CPU; each needs working memory of its own."""

UNUSABLE_CARD = N_(
    "There is a graphics card, but it cannot be used, so the CPU translates: "
    "install the card's CUDA libraries (cuBLAS, cuDNN)."
)

_TYPES = {
    "cpu": ("int8", "int8_float32", "int16", "float32"),
    "cuda": ("int8_float16", "int8_bfloat16", "float16", "int8_float32", "int8", "float32"),
}
"""Fastest first. On a CPU that has no fast 8-bit arithmetic CTranslate2 does not list int8."""


@dataclass
class _Chosen:
    """What was chosen in this process, looked for once."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    runtime: Runtime | None = None


_CHOSEN = _Chosen()


def runtime() -> Runtime:
    """How models are run here; a graphics card counts once a model has run on it."""
    with _CHOSEN.lock:
        if _CHOSEN.runtime is None:
            _CHOSEN.runtime = _look()
        return _CHOSEN.runtime


def open_translator(model: Path) -> Any:
    """A `ctranslate2.Translator` for the model folder, on the graphics card where one works.

    Raises:
        RuntimeError, ValueError: the folder holds no model that can be loaded.
    """
    chosen = runtime()
    if chosen.device != "cpu":
        try:
            translator = _load(model, chosen)
            # A card without its libraries fails only while translating.
            translator.translate_batch([["a"]], max_decoding_length=1)
        except (RuntimeError, ValueError):
            translator = _load(model, processor(chosen.library))  # a damaged model fails again
            with _CHOSEN.lock:
                _CHOSEN.runtime = replace(processor(chosen.library), problem=UNUSABLE_CARD)
        return translator
    return _load(model, chosen)


def processor(library: str) -> Runtime:
    """The CPU with one thread for each batch and as many batches at once as it has cores.

    Two batches on one thread each took half the time of one batch on two threads
    (docs/benchmarks.md): a small model's matrices are not worth dividing.
    """
    import ctranslate2

    cores = _cores()
    parallel = min(cores, MOST_PARALLEL)
    supported = ctranslate2.get_supported_compute_types("cpu")
    return Runtime(library, "cpu", _best("cpu", supported), parallel, max(1, cores // parallel))


def batch_tokens(lengths: list[int], chosen: Runtime, most: int = 2048) -> int:
    """Tokens in one batch, so that every thread gets its share of texts of these `lengths`."""
    longest, total = max(lengths), sum(lengths)
    rounds = math.ceil(total / (most * chosen.parallel))
    return max(longest, math.ceil(total / (chosen.parallel * rounds)))


def _look() -> Runtime:
    # imported here: it takes a third of a second, and many commands translate nothing
    import ctranslate2

    library = f"CTranslate2 {ctranslate2.__version__}"
    try:
        if ctranslate2.get_cuda_device_count():
            supported = ctranslate2.get_supported_compute_types("cuda")
            return Runtime(library, "cuda", _best("cuda", supported), 1, 1)
    except (RuntimeError, ValueError):
        return replace(processor(library), problem=UNUSABLE_CARD)
    return processor(library)


def _best(device: str, supported: set[str]) -> str:
    return next((name for name in _TYPES[device] if name in supported), "default")


def _cores() -> int:
    """The cores that this process may use: a container may be given fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _load(model: Path, chosen: Runtime) -> Any:
    import ctranslate2

    return ctranslate2.Translator(
        str(model),
        device=chosen.device,
        compute_type=chosen.compute_type,
        inter_threads=chosen.parallel,
        intra_threads=chosen.threads,
    )
