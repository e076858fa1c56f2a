"""The engine packages of a home folder: `packages/{name}/{pair}/{version}/`.

Each such folder holds the unpacked package in `package/` and a `receipt.json` that says
where it came from. Which engine is preferred: one that a person installed from a file
(`custom` or a name of its own), then the official one, then the starter.
"""

import re
import shutil
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from translate_app.adapters.engines import packagefile
from translate_app.adapters.engines.argos import ArgosEngine
from translate_app.adapters.engines.download import OFFICIAL_INDEX, PackageIndex, version_key
from translate_app.adapters.engines.receipt import listed, worded, write_receipt
from translate_app.domain.engine import EngineInfo, EngineKind, InstalledPackage
from translate_app.domain.language import Language, LanguagePair
from translate_app.errors import (
    N_,
    DownloadError,
    EngineFailedError,
    NoEngineError,
    PackageError,
    UnknownEngineError,
)
from translate_app.ports import Engine, Progress

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_PREFERENCE = (EngineKind.CUSTOM, EngineKind.OFFICIAL, EngineKind.STARTER)
_PROBES = {Language.ENGLISH: "Hello.", Language.ARABIC: "مرحبا."}
_INCOMING = ".incoming-"
_ATTEMPTS = 3
_STALE_SECONDS = 24 * 3600.0
_PAIRS = {
    str(pair): pair for pair in (LanguagePair(language, language.other) for language in Language)
}


class ArgosCatalogue:
    """Implements `ports.EngineCatalogue` on a folder."""

    def __init__(
        self,
        packages: Path,
        starter: Path,
        *,
        offline: bool = False,
        model_index: str | None = None,
    ) -> None:
        """`packages` need not exist yet; `starter` is the folder of the bundled package files.

        `model_index` is the address or path of an index in place of Argos' own.
        """
        self._packages = packages
        self._starter = starter
        self._offline = offline
        self._index = model_index or OFFICIAL_INDEX
        self._lock = threading.Lock()
        self._engines: dict[Path, tuple[str, Engine]] = {}

    def installed(self) -> tuple[InstalledPackage, ...]:
        """Every package present, broken ones with their problem; preferred ones first."""
        found = [listed(folder, name, pair) for name, pair, folder in self._folders()]
        return tuple(sorted(found, key=_preference))

    def engine(self, pair: LanguagePair, name: str | None = None) -> Engine:
        """The engine of that name, or the preferred one, loaded once and shared.

        Raises:
            NoEngineError: nothing usable for `pair` is installed.
            UnknownEngineError: none is called `name`.
            PackageError: the one called `name` is there, but broken.
        """
        present = [package for package in self.installed() if package.info.pair == pair]
        if name is not None:
            named = [package for package in present if package.info.name == name]
            if not named:
                known = ", ".join(dict.fromkeys(package.info.name for package in present)) or "–"
                raise UnknownEngineError(name=name, known=known)
            if named[0].problem:
                raise PackageError(name=named[0].info.label, reason=named[0].problem)
            return self._shared(named[0])
        for package in present:
            if not package.problem:
                return self._shared(package)
        raise NoEngineError(source=pair.source.value, target=pair.target.value)

    def install_file(self, path: Path, *, name: str = "custom") -> InstalledPackage:
        """Verify and install a package file, atomically (see `ports.EngineCatalogue`).

        It takes the place of a package of the same name and pair. It must translate a word
        before it is let in.
        """
        if not _NAME.fullmatch(name) or name in ("starter", "official"):
            raise PackageError(name=name, reason=N_("this name cannot be given to a package"))
        return self._install(path, name, EngineKind.CUSTOM)

    def install_starter(self) -> tuple[InstalledPackage, ...]:
        """Install the bundled starter packages that are not there yet; those it installed."""
        present = {
            package.info.pair: package.checksum
            for package in self.installed()
            if package.info.kind is EngineKind.STARTER and not package.problem
        }
        return tuple(
            self._install(file, EngineKind.STARTER.value, EngineKind.STARTER)
            for file in sorted(self._starter.glob("*.argosmodel"))
            if packagefile.checksum(file) != present.get(packagefile.inspect(file).pair)
        )

    def install_official(
        self, pairs: Iterable[LanguagePair], progress: Progress | None = None
    ) -> tuple[InstalledPackage, ...]:
        """Fetch the newest official packages and install them; one already here is kept.

        Raises:
            DownloadError: the index or a package cannot be reached, or offline is set.
            PackageError: what came is no usable package.
        """
        if self._offline:
            what = ", ".join(str(pair) for pair in pairs)
            raise DownloadError(what=what, reason=N_("the offline setting is on"))
        index = PackageIndex(self._index)
        return tuple(self._official(index, pair, progress) for pair in pairs)

    def remove(self, pair: LanguagePair, name: str) -> None:
        """Remove an installed package.

        Raises:
            UnknownEngineError: it is not there.
            PackageError: the disk does not let it go.
        """
        folder = self._packages / name / str(pair)
        present = [package.info.name for package in self.installed() if package.info.pair == pair]
        if name not in present:
            known = ", ".join(dict.fromkeys(present)) or "–"
            raise UnknownEngineError(name=name, known=known)
        with self._lock, self._incoming() as aside:
            try:
                folder.rename(aside / "removed")
            except OSError as error:
                raise PackageError(name=f"{name} {pair}", reason=worded(error)) from error
            for version in [key for key in self._engines if key.parent == folder]:
                del self._engines[version]

    def _official(
        self, index: PackageIndex, pair: LanguagePair, progress: Progress | None
    ) -> InstalledPackage:
        offer = index.offer(pair)
        for package in self.installed():
            same = (package.info.kind, package.info.pair, package.info.version) == (
                EngineKind.OFFICIAL,
                pair,
                offer.version,
            )
            if same and not package.problem:
                return package
        with self._incoming() as folder:
            file = folder / f"translate-{pair.source}_{pair.target}.argosmodel"
            index.fetch(offer, file, progress)
            return self._install(file, EngineKind.OFFICIAL.value, EngineKind.OFFICIAL, pair)

    def _install(
        self, path: Path, name: str, kind: EngineKind, wanted: LanguagePair | None = None
    ) -> InstalledPackage:
        package = packagefile.inspect(path)
        if wanted not in (None, package.pair):
            raise PackageError(name=path.name, reason=N_("it is for another language pair"))
        with self._incoming() as folder:
            unpacked = packagefile.unpack(package, folder / "unpacked")
            _try(EngineInfo(name, kind, package.pair, package.version), unpacked, path)
            final = self._packages / name / str(package.pair) / package.version
            try:
                new = folder / "new"
                new.mkdir()
                unpacked.rename(new / "package")
                write_receipt(new, kind, packagefile.checksum(path))
                with self._lock:
                    _put(new, final, folder)
            except OSError as error:
                raise PackageError(name=path.name, reason=worded(error)) from error
        return listed(final, name, package.pair)

    def _shared(self, package: InstalledPackage) -> Engine:
        """One engine for each folder; a new one after the package was replaced."""
        folder = Path(package.path)
        with self._lock:
            checksum, engine = self._engines.get(folder, ("", None))
            if engine is None or checksum != package.checksum:
                engine = ArgosEngine(package.info, folder / "package")
                self._engines[folder] = (package.checksum, engine)
            return engine

    def _folders(self) -> Iterator[tuple[str, LanguagePair, Path]]:
        for folder in sorted(self._packages.glob("*/*/*")):
            name, pair = folder.parts[-3:-1]
            if folder.is_dir() and not name.startswith(".") and pair in _PAIRS:
                yield name, _PAIRS[pair], folder

    @contextmanager
    def _incoming(self) -> Iterator[Path]:
        """A folder beside the packages, on the same disk, that goes away at the end."""
        try:
            self._packages.mkdir(parents=True, exist_ok=True)
            for left in self._packages.glob(f"{_INCOMING}*"):  # by a process that was killed
                if time.time() - left.stat().st_mtime > _STALE_SECONDS:
                    shutil.rmtree(left, ignore_errors=True)
            folder = tempfile.TemporaryDirectory(
                prefix=_INCOMING, dir=self._packages, ignore_cleanup_errors=True
            )
        except OSError as error:
            raise PackageError(name=str(self._packages), reason=worded(error)) from error
        with folder as path:
            yield Path(path)


def _preference(package: InstalledPackage) -> tuple[int, tuple[int, ...], str, str]:
    newest_first = tuple(-number for number in version_key(package.info.version))
    return (
        _PREFERENCE.index(package.info.kind),
        newest_first,
        package.info.name,
        str(package.info.pair),
    )


def _try(info: EngineInfo, folder: Path, path: Path) -> None:
    """Translate one word, so that no package is let in that cannot.

    Raises:
        PackageError: it cannot.
    """
    try:
        answer = ArgosEngine(info, folder).translate([_PROBES[info.pair.source]])
    except EngineFailedError as error:
        raise PackageError(name=path.name, reason=str(error.parameters["reason"])) from error
    if not answer[0][0].text.strip():
        raise PackageError(name=path.name, reason=N_("it translates nothing"))


def _put(new: Path, final: Path, aside: Path) -> None:
    """Move `new` to `final`; what was installed for that name and pair goes to `aside`."""
    final.parent.mkdir(parents=True, exist_ok=True)
    others = [folder for folder in final.parent.iterdir() if folder != final]
    for attempt in range(_ATTEMPTS):
        if final.exists():
            final.rename(aside / f"replaced-{attempt}")
        try:
            new.rename(final)
        except OSError:
            if attempt == _ATTEMPTS - 1 or not final.exists():
                raise
        else:  # otherwise another process has just put its own there
            break
    for number, other in enumerate(others):
        other.rename(aside / f"other-{number}")
