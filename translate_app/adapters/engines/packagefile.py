"""Package files (`*.argosmodel`): reading what they say and unpacking them safely.

A package is a zip archive of one folder with `metadata.json`, the CTranslate2 model in
`model/` and the tokenizer in `sentencepiece.model` or `bpe.model` (Argos Translate's
documentation of its package format). It comes from outside, so nothing in it is believed.
"""

import hashlib
import json
import re
import stat
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from translate_app.domain.language import Language, LanguagePair
from translate_app.errors import N_, PackageError

MAX_ENTRIES = 500
MAX_UNPACKED = 1536 * 1024 * 1024
MAX_RATIO = 50
_MAX_METADATA = 256 * 1024
_BLOCK = 1024 * 1024
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,39}")
_TOKENIZERS = ("sentencepiece.model", "bpe.model")

_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What `zipfile` raises on a damaged, an encrypted or a strangely packed archive."""


@dataclass(frozen=True, slots=True)
class PackageFile:
    """What a package file says about itself, checked."""

    path: Path
    root: str
    """The one folder that everything in it lies in."""
    pair: LanguagePair
    version: str


def checksum(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def inspect(path: Path) -> PackageFile:
    """Look into a package file without unpacking it.

    Raises:
        PackageError: it is no package, is damaged, or is built to do harm.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _check_entries(path, entries)
            root = _root(path, entries)
            metadata = _metadata(path, archive, root)
    except _ZIP_ERRORS as error:
        raise _refused(path, N_("it is no zip archive, or a damaged one")) from error
    except OSError as error:
        raise PackageError(name=path.name, reason=error.strerror or str(error)) from error
    return PackageFile(path, root, _pair(path, metadata), _version(path, metadata))


def unpack(package: PackageFile, folder: Path) -> Path:
    """Unpack into `folder`, which must be empty; the path of the package's own folder.

    Raises:
        PackageError: it is damaged, or the disk is full.
    """
    try:
        with zipfile.ZipFile(package.path) as archive:
            archive.extractall(folder)
    except _ZIP_ERRORS as error:
        raise _refused(package.path, N_("it is no zip archive, or a damaged one")) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise PackageError(name=package.path.name, reason=reason) from error
    return folder / package.root


def sizes(folder: Path) -> dict[str, int]:
    """The files under `folder` by their POSIX path, with their bytes."""
    return {
        file.relative_to(folder).as_posix(): file.stat().st_size
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def _refused(path: Path, reason: str) -> PackageError:
    return PackageError(name=path.name, reason=reason)


def _check_entries(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES:
        raise _refused(path, N_("it holds too many files"))
    packed, unpacked = path.stat().st_size, sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED or unpacked > max(packed, 1) * MAX_RATIO:
        raise _refused(path, N_("it would unpack to far too much"))
    for entry in entries:
        name = PurePosixPath(entry.filename)
        if name.is_absolute() or ".." in name.parts or re.search(r"[\\:\x00-\x1f]", entry.filename):
            raise _refused(path, N_("it holds a file that would land outside of its folder"))
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise _refused(path, N_("it holds a link or a device instead of a file"))
        if entry.flag_bits & 1:
            raise _refused(path, N_("it is encrypted"))


def _root(path: Path, entries: list[zipfile.ZipInfo]) -> str:
    files = {entry.filename for entry in entries if not entry.is_dir()}
    roots = {name.partition("/")[0] for name in files}
    if len(roots) != 1 or any("/" not in name for name in files):
        raise _refused(path, N_("its files do not lie in one folder"))
    root = roots.pop()
    if f"{root}/metadata.json" not in files:
        raise _refused(path, N_("it has no metadata.json"))
    if f"{root}/model/model.bin" not in files:
        raise _refused(path, N_("it has no model"))
    if not any(f"{root}/{name}" in files for name in _TOKENIZERS):
        raise _refused(path, N_("it has neither sentencepiece.model nor bpe.model"))
    return root


def _metadata(path: Path, archive: zipfile.ZipFile, root: str) -> dict[str, Any]:
    entry = archive.getinfo(f"{root}/metadata.json")
    if entry.file_size > _MAX_METADATA:
        raise _refused(path, N_("its metadata.json cannot be read"))
    try:
        metadata = json.loads(archive.read(entry).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _refused(path, N_("its metadata.json cannot be read")) from error
    if not isinstance(metadata, dict) or metadata.get("type", "translate") != "translate":
        raise _refused(path, N_("it is no translation package"))
    return metadata


def _pair(path: Path, metadata: dict[str, Any]) -> LanguagePair:
    source, target = metadata.get("from_code"), metadata.get("to_code")
    known = {language.value: language for language in Language}
    codes = isinstance(source, str) and isinstance(target, str)
    if not codes or source not in known or target not in known or source == target:
        raise _refused(path, N_("it translates between other languages than en and ar"))
    return LanguagePair(known[source], known[target])


def _version(path: Path, metadata: dict[str, Any]) -> str:
    version = metadata.get("package_version")
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise _refused(path, N_("its metadata.json states no version that can be used"))
    return version
