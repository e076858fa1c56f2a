"""The machine and the programs that figures were measured with."""

import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

from translate_app import __version__
from translate_app.adapters.engines.argos_runtime import runtime


def describe() -> dict[str, Any]:
    """Processor, memory, versions, and how busy it was otherwise."""
    chosen = runtime()
    return {
        "processor": _field("/proc/cpuinfo", "model name") or platform.processor(),
        "cores": os.cpu_count(),
        "memory_gib": _memory(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "versions": {
            name: version(name)
            for name in ("ctranslate2", "sentencepiece", "argos-translate-lt", "sqlalchemy")
        }
        | {"translate_app": __version__},
        "runtime": f"{chosen.device}, {chosen.compute_type}, {chosen.parallel} × {chosen.threads}",
        "load_at_start": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
    }


def _field(file: str, name: str) -> str:
    path = Path(file)
    if not path.exists():
        return ""
    lines = (line.partition(":") for line in path.read_text(encoding="utf-8").splitlines())
    return next((value.strip() for key, _, value in lines if key.strip() == name), "")


def _memory() -> float | None:
    kib = _field("/proc/meminfo", "MemTotal").split()
    return round(int(kib[0]) / 2**20, 1) if kib else None
