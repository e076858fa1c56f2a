"""Which engine runs an installed package, told from its kind and its files."""

from pathlib import Path

from translate_app.adapters.engines import ct2folder, firefox
from translate_app.adapters.engines.argos import ArgosEngine
from translate_app.domain.engine import EngineInfo, EngineKind
from translate_app.ports import Engine


def engine_of(info: EngineInfo, folder: Path) -> Engine:
    """The engine over the unpacked package in `folder`; nothing is loaded yet."""
    if info.kind is EngineKind.FIREFOX:
        return firefox.FirefoxEngine(info, folder)
    if ct2folder.is_model_folder(folder):
        return ArgosEngine(info, folder, ct2folder.opener(info.pair))
    return ArgosEngine(info, folder)


def missing_library(kind: EngineKind) -> str:
    """What must be installed before engines of this kind run; empty where nothing is missing."""
    if kind is EngineKind.FIREFOX and not firefox.is_library_there():
        return firefox.NO_LIBRARY
    return ""
