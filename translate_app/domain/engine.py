"""What an engine says about itself and about its drafts."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from translate_app.domain.language import LanguagePair


class EngineKind(StrEnum):
    """Where an engine's package comes from. The official one is preferred once present."""

    STARTER = "starter"
    OFFICIAL = "official"
    CUSTOM = "custom"
    FIREFOX = "firefox"
    """Firefox Translations."""
    SERVER = "server"
    """Another program, asked over HTTP."""
    FAKE = "fake"


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """An engine for one language pair."""

    name: str
    """Name for scripts and settings: `starter`, `official`, `custom`, a server's name."""
    kind: EngineKind
    pair: LanguagePair
    version: str

    @property
    def label(self) -> str:
        """What a draft records as its engine: `starter en-ar 0.1`."""
        return f"{self.name} {self.pair} {self.version}"


@dataclass(frozen=True, slots=True)
class Runtime:
    """How models are run on this machine, as `doctor` shows it."""

    library: str
    """Name and version: `CTranslate2 4.8`."""
    device: str
    """`cpu` or `cuda`."""
    compute_type: str
    """Number type of the arithmetic: `int8`, `float16`."""
    parallel: int
    """Batches translated at the same time."""
    threads: int
    """Threads working on one batch."""
    problem: str = ""
    """Message id of why a better device is not used; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """An engine's candidate for one text."""

    text: str
    score: float | None
    """Mean log probability per token; 0 is certain, more negative is less so. None where
    the engine tells none (Firefox Translations, LibreTranslate): not known, not certain."""
    alignment: Sequence[tuple[int, int, int, int]] = ()
    """Attention as (source start, source end, target start, target end), characters of
    both texts, one row for each target piece: the source piece it looked at most.
    Empty where the engine gives none."""


@dataclass(frozen=True, slots=True)
class InstalledPackage:
    """An engine package in the home folder, or a server, as `engines list` shows it."""

    info: EngineInfo
    path: str
    """Its folder, or its address."""
    checksum: str
    """SHA-256 of what it was installed from: the package file, or the names and
    checksums of the files of a folder. Empty for a server."""
    problem: str = ""
    """Why it cannot be used; empty where it works."""
