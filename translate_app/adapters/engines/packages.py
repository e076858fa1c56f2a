"""The engines of a home folder: installed packages, and the servers of `engines.toml`.

Which package is preferred: one that a person installed from a file or folder (`custom` or
a name of its own), then the official one, then the starter. Firefox Translations and
servers are used where they are asked for, by name or by a client's setting.
"""

import threading
from collections.abc import Iterable
from pathlib import Path

from translate_app.adapters.engines import candidates, firefox
from translate_app.adapters.engines.candidates import Candidate
from translate_app.adapters.engines.download import OFFICIAL_INDEX, PackageIndex, version_key
from translate_app.adapters.engines.loading import engine_of
from translate_app.adapters.engines.servers import OFFLINE, Servers
from translate_app.adapters.engines.store import PackageStore, is_name
from translate_app.domain.engine import EngineKind, InstalledPackage
from translate_app.domain.language import LanguagePair
from translate_app.errors import (
    N_,
    DownloadError,
    NoEngineError,
    PackageError,
    UnknownEngineError,
)
from translate_app.ports import Engine, Progress

_PREFERENCE = (EngineKind.CUSTOM, EngineKind.OFFICIAL, EngineKind.STARTER)
_RESERVED = frozenset(kind.value for kind in EngineKind if kind is not EngineKind.CUSTOM)


class HomeCatalogue:
    """Implements `ports.EngineCatalogue` on a folder."""

    def __init__(
        self,
        packages: Path,
        starter: Path,
        *,
        offline: bool = False,
        model_index: str | None = None,
        servers: Servers | None = None,
    ) -> None:
        """`packages` need not exist yet; `starter` is the folder of the bundled package files.

        `model_index` is the address or path of an index in place of Argos' own.
        """
        self._packages = packages
        self._starter = starter
        self._offline = offline
        self._index = model_index or OFFICIAL_INDEX
        self._servers = servers or Servers(packages.parent / "engines.toml", {}, offline=offline)
        self._store = PackageStore(packages)
        self._lock = threading.Lock()
        self._engines: dict[Path, tuple[str, Engine]] = {}

    def installed(self) -> tuple[InstalledPackage, ...]:
        """Every package present, broken ones with their problem; preferred ones first."""
        return tuple(sorted(self._store.listed(), key=_rank))

    def servers(self) -> tuple[InstalledPackage, ...]:
        """Every server and pair, asked whether it is there (see `ports.EngineCatalogue`)."""
        return self._servers.listed()

    def preferred(self, pair: LanguagePair) -> str | None:
        """Name of the engine that translates `pair` where nobody asks for another."""
        package = self._preferred(self._present(pair))
        return package.info.name if package else None

    def engine(self, pair: LanguagePair, name: str | None = None) -> Engine:
        """The engine of that name, or the preferred one (see `ports.EngineCatalogue`).

        A package goes before a server of the same name.
        """
        present = self._present(pair)
        if name is not None:
            return self._named(pair, name, present)
        package = self._preferred(present)
        if package is None:
            raise NoEngineError(source=pair.source.value, target=pair.target.value)
        return self._shared(package)

    def install_path(
        self, path: Path, *, name: str | None = None, force: bool = False
    ) -> tuple[InstalledPackage, ...]:
        """Verify and install a package file or a folder (see `ports.EngineCatalogue`)."""
        if name is not None and (not is_name(name) or name in _RESERVED):
            raise PackageError(name=name, reason=N_("this name cannot be given to a package"))
        found: tuple[Candidate, ...]
        if path.is_dir():
            found = candidates.from_folder(path, name)
        else:
            own = EngineKind.CUSTOM
            found = (candidates.from_file(path, name or own.value, own),)
        for candidate in found:
            if candidate.kind is EngineKind.CUSTOM and candidate.name in _RESERVED:
                raise PackageError(
                    name=candidate.name, reason=N_("this name cannot be given to a package")
                )
        return tuple(self._store.admit(candidate, force=force) for candidate in found)

    def install_starter(self) -> tuple[InstalledPackage, ...]:
        """Install the bundled starter packages that are not there yet; those it installed."""
        kind = EngineKind.STARTER
        present = {
            (package.info.pair, package.checksum)
            for package in self.installed()
            if package.info.kind is kind and not package.problem
        }
        found = [
            candidates.from_file(file, kind.value, kind)
            for file in sorted(self._starter.glob("*.argosmodel"))
        ]
        return tuple(
            self._store.admit(candidate)
            for candidate in found
            if (candidate.pair, candidate.checksum) not in present
        )

    def install_official(
        self,
        pairs: Iterable[LanguagePair],
        progress: Progress | None = None,
        *,
        force: bool = False,
    ) -> tuple[InstalledPackage, ...]:
        """Fetch the newest official packages (see `ports.EngineCatalogue`)."""
        wanted = self._online(pairs)
        index = PackageIndex(self._index)
        return tuple(self._official(index, pair, progress, force) for pair in wanted)

    def install_firefox(
        self, pairs: Iterable[LanguagePair], *, force: bool = False
    ) -> tuple[InstalledPackage, ...]:
        """Fetch Mozilla's models (see `ports.EngineCatalogue`)."""
        installed = []
        for pair in self._online(pairs):
            with self._store.workspace() as work:
                folder = firefox.download(pair, work / "models")
                for candidate in candidates.from_folder(folder):
                    if candidate.pair != pair:
                        raise _other_pair(candidate.what)
                    installed.append(self._store.admit(candidate, force=force))
        return tuple(installed)

    def remove(self, pair: LanguagePair, name: str) -> None:
        """Remove an installed package.

        Raises:
            UnknownEngineError: it is not there.
            PackageError: the disk does not let it go.
        """
        present = [package.info.name for package in self._present(pair)]
        if name not in present:
            raise UnknownEngineError(name=name, known=_listed(present))
        self._store.discard(name, pair)
        folder = self._packages / name / str(pair)
        with self._lock:
            for version in [key for key in self._engines if key.parent == folder]:
                del self._engines[version]

    def _present(self, pair: LanguagePair) -> list[InstalledPackage]:
        return [package for package in self.installed() if package.info.pair == pair]

    def _preferred(self, present: Iterable[InstalledPackage]) -> InstalledPackage | None:
        usable = (p for p in present if p.info.kind in _PREFERENCE and not p.problem)
        return next(usable, None)

    def _named(self, pair: LanguagePair, name: str, present: list[InstalledPackage]) -> Engine:
        for package in present:
            if package.info.name == name:
                if package.problem:
                    raise PackageError(name=package.info.label, reason=package.problem)
                return self._shared(package)
        server = self._servers.engine(pair, name)
        if server is not None:
            return server
        names = [package.info.name for package in present]
        raise UnknownEngineError(name=name, known=_listed([*names, *self._servers.names(pair)]))

    def _online(self, pairs: Iterable[LanguagePair]) -> tuple[LanguagePair, ...]:
        wanted = tuple(pairs)
        if self._offline:
            raise DownloadError(what=", ".join(map(str, wanted)), reason=OFFLINE)
        return wanted

    def _official(
        self, index: PackageIndex, pair: LanguagePair, progress: Progress | None, force: bool
    ) -> InstalledPackage:
        offer, kind = index.offer(pair), EngineKind.OFFICIAL
        for package in self._present(pair):
            same = (package.info.kind, package.info.version) == (kind, offer.version)
            if same and not package.problem and not force:
                return package
        with self._store.workspace() as folder:
            file = folder / f"translate-{pair.source}_{pair.target}.argosmodel"
            index.fetch(offer, file, progress)
            candidate = candidates.from_file(file, kind.value, kind)
            if candidate.pair != pair:
                raise _other_pair(candidate.what)
            return self._store.admit(candidate, force=force)

    def _shared(self, package: InstalledPackage) -> Engine:
        """One engine for each folder; a new one after the package was replaced."""
        folder = Path(package.path)
        with self._lock:
            checksum, engine = self._engines.get(folder, ("", None))
            if engine is None or checksum != package.checksum:
                engine = engine_of(package.info, folder / "package")
                self._engines[folder] = (package.checksum, engine)
            return engine


def _rank(package: InstalledPackage) -> tuple[int, tuple[int, ...], str, str]:
    """Sorts the preferred package of a pair to the front."""
    newest_first = tuple(-number for number in version_key(package.info.version))
    kind = package.info.kind
    place = _PREFERENCE.index(kind) if kind in _PREFERENCE else len(_PREFERENCE)
    return place, newest_first, package.info.name, str(package.info.pair)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names)) or "–"


def _other_pair(what: str) -> PackageError:
    return PackageError(name=what, reason=N_("it is for another language pair"))
