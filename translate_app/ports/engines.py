"""Machine translation."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from translate_app.domain.engine import EngineInfo, Hypothesis, InstalledPackage
from translate_app.domain.language import LanguagePair
from translate_app.ports.world import Progress


class Engine(Protocol):
    """Machine translation for one language pair."""

    @property
    def info(self) -> EngineInfo:
        """Name, kind, pair and version."""
        ...

    @property
    def marks(self) -> tuple[str, ...]:
        """Strings this engine was trained to copy to their place; empty where it was not."""
        ...

    def translate(
        self, texts: Sequence[str], *, hypotheses: int = 1
    ) -> Sequence[Sequence[Hypothesis]]:
        """Translate each of `texts` on its own, in one batch. Several threads may ask at once.

        Returns, for each text in order, at least one and at most `hypotheses`
        candidates, best first. An empty text gives an empty hypothesis with score 0.

        Raises:
            EngineFailedError: the engine broke; no partial result.
        """
        ...


class EngineCatalogue(Protocol):
    """The engine packages of a home folder and the servers it knows."""

    def installed(self) -> tuple[InstalledPackage, ...]:
        """Every package present, broken ones with their problem; preferred ones first."""
        ...

    def servers(self) -> tuple[InstalledPackage, ...]:
        """Every server and pair of `engines.toml`, each asked whether it is there.

        Raises:
            SettingsFileError: the file makes no sense.
        """
        ...

    def preferred(self, pair: LanguagePair) -> str | None:
        """Name of the engine that translates `pair` where nobody asks for another."""
        ...

    def engine(self, pair: LanguagePair, name: str | None = None) -> Engine:
        """The engine of that name, or the preferred one, loaded once and shared.

        Raises:
            NoEngineError: nothing usable for `pair` is installed.
            UnknownEngineError: none is called `name`.
            PackageError: the package called `name` is broken.
            SettingsFileError: `name` is no package, and `engines.toml` makes no sense.
        """
        ...

    def install_path(
        self, path: Path, *, name: str | None = None, force: bool = False
    ) -> tuple[InstalledPackage, ...]:
        """Verify and install a package file or a folder of model files, atomically.

        A model of several languages makes one package for each direction. `name` wins over
        the name that the package has of itself. `force` lets it replace a package of the
        same version with other content.

        Raises:
            PackageError: it is no package, or one that cannot be used; nothing was changed.
        """
        ...

    def install_firefox(
        self, pairs: Iterable[LanguagePair], *, force: bool = False
    ) -> tuple[InstalledPackage, ...]:
        """Fetch Mozilla's models and install them under the name `firefox`.

        Raises:
            DownloadError: they cannot be reached, the library is missing, or offline is set.
            PackageError: what came cannot be used.
        """
        ...

    def install_starter(self) -> tuple[InstalledPackage, ...]:
        """Install the bundled starter packages that are not there yet."""
        ...

    def install_official(
        self,
        pairs: Iterable[LanguagePair],
        progress: Progress | None = None,
        *,
        force: bool = False,
    ) -> tuple[InstalledPackage, ...]:
        """Fetch the official packages from the index and install them.

        A package of the newest version that is there and works is kept, unless `force`.

        Raises:
            DownloadError: the index or a package cannot be reached, or offline is set.
            PackageError: what came is no usable package.
        """
        ...

    def remove(self, pair: LanguagePair, name: str) -> None:
        """Remove an installed package.

        Raises:
            UnknownEngineError: it is not there.
        """
        ...
