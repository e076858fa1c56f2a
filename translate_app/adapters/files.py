"""Writing a file for a person: the whole of it or nothing."""

import os
import tempfile
from pathlib import Path

from translate_app.errors import UnwritableFileError


def write_file(path: Path, content: bytes) -> None:
    """Write `content` to `path` through a temporary file beside it and a rename.

    Raises:
        UnwritableFileError: the folder is missing, the disk is full, it is not allowed.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    except OSError as error:
        raise UnwritableFileError(name=path, reason=error.strerror or error) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UnwritableFileError(name=path, reason=error.strerror or error) from error


def _umask() -> int:
    """The process's umask, which the system only tells by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
