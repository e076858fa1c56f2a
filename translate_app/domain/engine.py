"""What an engine says about itself and about its drafts."""

from dataclasses import dataclass
from enum import StrEnum

from translate_app.domain.language import LanguagePair


class EngineKind(StrEnum):
    """Where an engine's package comes from. The official one is preferred once present."""

    STARTER = "starter"
    OFFICIAL = "official"
    CUSTOM = "custom"
    FAKE = "fake"


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """An engine for one language pair."""

    name: str
    """Name for scripts and settings: `starter`, `official`, `custom`."""
    kind: EngineKind
    pair: LanguagePair
    version: str

    @property
    def label(self) -> str:
        """What a draft records as its engine: `starter en-ar 0.1`."""
        return f"{self.name} {self.pair} {self.version}"


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """An engine's candidate for one text."""

    text: str
    score: float
    """Mean log probability per token; 0 is certain, more negative is less so."""
    alignment: tuple[tuple[int, int, int, int], ...] = ()
    """Attention as (source start, source end, target start, target end), characters of
    both texts, one row for each target piece: the source piece it looked at most.
    Empty where the engine gives none."""


@dataclass(frozen=True, slots=True)
class InstalledPackage:
    """An engine package in the home folder, as `models list` shows it."""

    info: EngineInfo
    path: str
    checksum: str
    """SHA-256 of the package file it was installed from."""
    problem: str = ""
    """Why it cannot be used; empty where it works."""
