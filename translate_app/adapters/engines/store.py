"""The folder of installed packages: `packages/{name}/{pair}/{version}/`.

Each such folder holds the package's files in `package/` and a `receipt.json` that says
where they came from.
"""

import re
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translate_app.adapters.engines.candidates import Candidate
from translate_app.adapters.engines.loading import engine_of
from translate_app.adapters.engines.receipt import listed, worded, write_receipt
from translate_app.domain.engine import EngineInfo, EngineKind, InstalledPackage
from translate_app.domain.language import Language, LanguagePair
from translate_app.errors import N_, EngineFailedError, PackageError

PAIRS = {
    str(pair): pair for pair in (LanguagePair(language, language.other) for language in Language)
}
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,39}")
_PROBES = {Language.ENGLISH: "Hello.", Language.ARABIC: "مرحبا."}
_INCOMING = ".incoming-"
_ATTEMPTS = 3
_STALE_SECONDS = 24 * 3600.0


def is_name(name: str) -> bool:
    """Whether an engine can be called so: it becomes a folder's name and a word of commands."""
    return bool(_NAME.fullmatch(name))


class PackageStore:
    """Lists, admits and discards packages; several processes may do so at once."""

    def __init__(self, folder: Path) -> None:
        """`folder` need not exist yet."""
        self._folder = folder
        self._lock = threading.Lock()

    def listed(self) -> list[InstalledPackage]:
        """Every package present, broken ones with their problem."""
        return [listed(folder, name, pair) for name, pair, folder in self._folders()]

    def admit(self, candidate: Candidate, *, force: bool = False) -> InstalledPackage:
        """Install a candidate in place of the package of the same name and pair.

        It must translate a word first. One that is there already, to the byte, stays as it is.

        Raises:
            PackageError: it cannot be used, or has other content than the installed package
                of the same version and `force` is not set; nothing was changed.
        """
        name, pair, version = candidate.name, candidate.pair, candidate.version
        if not is_name(name):
            raise PackageError(name=name, reason=N_("this name cannot be given to a package"))
        if not _VERSION.fullmatch(version):
            raise PackageError(
                name=candidate.what, reason=N_("it states no version that can be used")
            )
        final = self._folder / name / str(pair) / version
        present = listed(final, name, pair) if final.exists() else None
        if present and not force:
            if present.checksum == candidate.checksum and not present.problem:
                return present
            own = candidate.kind is EngineKind.STARTER  # comes with the program, like its code
            if not own and present.checksum not in ("", candidate.checksum):
                raise PackageError(
                    name=candidate.what,
                    reason=N_(
                        "its content differs from the installed package of the same version; "
                        "if that is right, say --force"
                    ),
                )
        self._put_in_place(candidate, final)
        return listed(final, name, pair)

    def discard(self, name: str, pair: LanguagePair) -> None:
        """Remove a package.

        Raises:
            PackageError: the disk does not let it go.
        """
        with self._lock, self.workspace() as aside:
            try:
                (self._folder / name / str(pair)).rename(aside / "removed")
            except OSError as error:
                raise PackageError(name=f"{name} {pair}", reason=worded(error)) from error

    @contextmanager
    def workspace(self) -> Iterator[Path]:
        """A folder beside the packages, on the same disk, that goes away at the end."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for left in self._folder.glob(f"{_INCOMING}*"):  # by a process that was killed
                if time.time() - left.stat().st_mtime > _STALE_SECONDS:
                    shutil.rmtree(left, ignore_errors=True)
            folder = tempfile.TemporaryDirectory(
                prefix=_INCOMING, dir=self._folder, ignore_cleanup_errors=True
            )
        except OSError as error:
            raise PackageError(name=str(self._folder), reason=worded(error)) from error
        with folder as path:
            yield Path(path)

    def _put_in_place(self, candidate: Candidate, final: Path) -> None:
        with self.workspace() as work:
            try:
                staged = candidate.stage(work / "staged")
                _try(candidate, staged)
                new = work / "new"
                new.mkdir()
                staged.rename(new / "package")
                write_receipt(new, candidate.kind, candidate.checksum)
                with self._lock:
                    _put(new, final, work)
            except OSError as error:
                raise PackageError(name=candidate.what, reason=worded(error)) from error

    def _folders(self) -> Iterator[tuple[str, LanguagePair, Path]]:
        for folder in sorted(self._folder.glob("*/*/*")):
            name, pair = folder.parts[-3:-1]
            if folder.is_dir() and not name.startswith(".") and pair in PAIRS:
                yield name, PAIRS[pair], folder


def _try(candidate: Candidate, folder: Path) -> None:
    """Translate a word, so that no package is let in that cannot.

    Raises:
        PackageError: it cannot.
    """
    info = EngineInfo(candidate.name, candidate.kind, candidate.pair, candidate.version)
    try:
        answer = engine_of(info, folder).translate([_PROBES[candidate.pair.source]])
    except EngineFailedError as error:
        reason = str(error.parameters["reason"])
        raise PackageError(name=candidate.what, reason=reason) from error
    if not answer[0][0].text.strip():
        raise PackageError(name=candidate.what, reason=N_("it translates nothing"))


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
