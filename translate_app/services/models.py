"""Engine packages: what is installed, and how more comes in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_app.domain.engine import EngineKind, InstalledPackage
from translate_app.domain.language import Language, LanguagePair
from translate_app.ports import EngineCatalogue, Progress

BOTH_PAIRS = (
    LanguagePair(Language.ENGLISH, Language.ARABIC),
    LanguagePair(Language.ARABIC, Language.ENGLISH),
)


@dataclass(frozen=True)
class Models:
    """The engine packages of this home."""

    engines: EngineCatalogue

    def installed(self) -> Sequence[InstalledPackage]:
        """All packages, the preferred one of a pair first, broken ones with their problem."""
        return self.engines.installed()

    def only_starter(self) -> bool:
        """Whether the drafts come from the small bundled engine for want of a better one."""
        working = [package for package in self.installed() if not package.problem]
        return bool(working) and all(package.info.kind is EngineKind.STARTER for package in working)

    def install_starter(self) -> Sequence[InstalledPackage]:
        """Install the bundled engine where it is missing."""
        return self.engines.install_starter()

    def install_official(
        self,
        pairs: Sequence[LanguagePair] = BOTH_PAIRS,
        progress: Progress | None = None,
        *,
        force: bool = False,
    ) -> Sequence[InstalledPackage]:
        """Fetch Argos' own packages.

        Raises:
            DownloadError: they cannot be reached. PackageError: what came is not usable.
        """
        return self.engines.install_official(pairs, progress, force=force)

    def install_firefox(
        self, pairs: Sequence[LanguagePair] = BOTH_PAIRS, *, force: bool = False
    ) -> Sequence[InstalledPackage]:
        """Fetch the models of Firefox Translations.

        Raises:
            DownloadError: they cannot be had. PackageError: what came is not usable.
        """
        return self.engines.install_firefox(pairs, force=force)

    def install_path(
        self, path: Path, *, name: str | None = None, force: bool = False
    ) -> Sequence[InstalledPackage]:
        """Install a package file or a folder of model files.

        Raises:
            PackageError: it is no package, or a broken one; nothing was changed.
        """
        return self.engines.install_path(path, name=name, force=force)

    def remove(self, pair: LanguagePair, name: str) -> None:
        """Remove a package.

        Raises:
            UnknownEngineError: it is not there.
        """
        self.engines.remove(pair, name)
