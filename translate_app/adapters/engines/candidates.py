"""What a person can point at to install: a package file, or a folder of model files."""

import hashlib
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from translate_app.adapters.engines import ct2folder, firefox, packagefile
from translate_app.domain.engine import EngineKind
from translate_app.domain.language import LanguagePair
from translate_app.errors import N_, PackageError

MAX_FOLDER = 8 * 1024 * 1024 * 1024
"""Bytes: NLLB with 3.3 billion parameters takes 3.4 GB in int8."""

_CT2_FILES = (
    "model.bin",
    "*.json",
    "*_vocabulary.txt",
    "*.spm",
    "*.model",
    ct2folder.NOTE,
)
_PAPERS = ("README*", "LICENSE*", "LICENCE*", "NOTICE*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A package that could be installed: looked at, not tried yet."""

    what: str
    """What a person calls it: the name of the file or folder."""
    name: str
    """The engine's name where nobody gives it another."""
    kind: EngineKind
    pair: LanguagePair
    version: str
    checksum: str
    stage: Callable[[Path], Path]
    """Puts its files into a folder that does not exist yet; gives the package's own folder.
    Raises PackageError or OSError."""


def from_file(path: Path, name: str, kind: EngineKind) -> Candidate:
    """The candidate in a package file.

    Raises:
        PackageError: it is no package, is damaged, or is built to do harm.
    """
    package = packagefile.inspect(path)
    return Candidate(
        what=path.name,
        name=name,
        kind=kind,
        pair=package.pair,
        version=package.version,
        checksum=packagefile.checksum(path),
        stage=lambda folder: packagefile.unpack(package, folder),
    )


def from_folder(path: Path, name: str | None = None) -> tuple[Candidate, ...]:
    """The candidates in a folder: one, or one for each direction of a multilingual model.

    `name` wins over the name that a model has of itself.

    Raises:
        PackageError: there is no model in it that can be used.
    """
    what = path.resolve().name or str(path)
    try:
        if ct2folder.is_model_folder(path):
            return _ct2(path, what, name)
        files = firefox.find_files(path)
        if files is not None:
            return (_firefox(path, what, name, files),)
    except ct2folder.FolderError as error:
        raise PackageError(name=what, reason=str(error)) from error
    except OSError as error:
        raise PackageError(name=what, reason=error.strerror or str(error)) from error
    raise PackageError(
        name=what,
        reason=N_("it holds neither model.bin nor a model of Firefox Translations for en and ar"),
    )


def _ct2(path: Path, what: str, name: str | None) -> tuple[Candidate, ...]:
    model = ct2folder.inspect(path)
    files = _matching(path, (*_CT2_FILES, *_PAPERS))
    checksum = _checksum(what, files)
    return tuple(
        Candidate(
            what=what,
            name=name or model.name or EngineKind.CUSTOM.value,
            kind=EngineKind.CUSTOM,
            pair=pair,
            version=model.version or checksum[:12],
            checksum=checksum,
            stage=_copier(what, files, checksum),
        )
        for pair in model.pairs
    )


def _firefox(path: Path, what: str, name: str | None, files: firefox.FirefoxFiles) -> Candidate:
    copied = (*files.all, *_matching(path, _PAPERS))
    checksum = _checksum(what, copied)
    return Candidate(
        what=what,
        name=name or EngineKind.FIREFOX.value,
        kind=EngineKind.FIREFOX,
        pair=files.pair,
        version=checksum[:12],
        checksum=checksum,
        stage=_copier(what, copied, checksum),
    )


def _matching(path: Path, patterns: Iterable[str]) -> tuple[Path, ...]:
    """The regular files directly in `path` (links are followed) of one of these names."""
    return tuple(sorted({f for pattern in patterns for f in path.glob(pattern) if f.is_file()}))


def _checksum(what: str, files: Iterable[Path]) -> str:
    """SHA-256 over the names and SHA-256 of `files`, by name.

    Raises:
        PackageError: they are too large to read them all.
    """
    ordered = sorted(files, key=lambda file: file.name)
    if sum(file.stat().st_size for file in ordered) > MAX_FOLDER:
        raise PackageError(name=what, reason=N_("its files are far too large"))
    lines = [f"{packagefile.checksum(file)}  {file.name}\n" for file in ordered]
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def _copier(what: str, files: tuple[Path, ...], checksum: str) -> Callable[[Path], Path]:
    def copied(folder: Path) -> Path:
        folder.mkdir()
        for file in files:
            shutil.copyfile(file, folder / file.name)
        if _checksum(what, folder.iterdir()) != checksum:
            raise PackageError(name=what, reason=N_("it was changed while it was being copied"))
        return folder

    return copied
