"""What stands beside an unpacked package: where it came from and what belongs to it."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from translate_app.adapters.engines import packagefile
from translate_app.adapters.engines.loading import missing_library
from translate_app.domain.engine import EngineInfo, EngineKind, InstalledPackage
from translate_app.domain.language import LanguagePair
from translate_app.errors import N_


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is noted beside an unpacked package."""

    kind: EngineKind
    checksum: str
    installed_at: str
    files: dict[str, int]
    """Path and bytes of every file, so that a damaged folder is noticed."""


def listed(folder: Path, name: str, pair: LanguagePair) -> InstalledPackage:
    """A package folder as it is; one that cannot be used says why, and raises nothing."""
    receipt = _read_receipt(folder)
    kind = receipt.kind if receipt else _kind_by_name(name)
    info = EngineInfo(name, kind, pair, folder.name)
    if receipt is None:
        return InstalledPackage(info, str(folder), "", N_("its receipt.json cannot be read"))
    problem = ""
    try:
        if packagefile.sizes(folder / "package") != receipt.files:
            problem = N_("files are missing or damaged; install it again")
    except OSError as error:
        problem = worded(error)
    problem = problem or missing_library(kind)
    return InstalledPackage(info, str(folder), receipt.checksum, problem)


def _kind_by_name(name: str) -> EngineKind:
    own = (EngineKind.STARTER, EngineKind.OFFICIAL, EngineKind.FIREFOX)
    return next((kind for kind in own if kind.value == name), EngineKind.CUSTOM)


def _read_receipt(folder: Path) -> Receipt | None:
    try:
        content: Any = json.loads((folder / "receipt.json").read_text(encoding="utf-8"))
        kind = EngineKind(content["kind"])
        if kind in (EngineKind.FAKE, EngineKind.SERVER):  # no package is one
            return None
        return Receipt(
            kind,
            str(content["checksum"]),
            str(content["installed_at"]),
            {str(name): int(size) for name, size in content["files"].items()},
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def write_receipt(folder: Path, kind: EngineKind, checksum: str) -> None:
    """Note in `folder` what `package/` in it is."""
    content = {
        "kind": kind.value,
        "checksum": checksum,
        "installed_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "files": packagefile.sizes(folder / "package"),
    }
    (folder / "receipt.json").write_text(json.dumps(content, indent=1), encoding="utf-8")


def worded(error: OSError) -> str:
    """What the operating system says is wrong."""
    return error.strerror or str(error)
