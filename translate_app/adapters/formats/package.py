"""Office Open XML packages (ISO/IEC 29500-2), looked at before a library parses them."""

import io
import zipfile
from typing import Final

from translate_app.adapters.formats.decode import check_size
from translate_app.errors import N_, InputError, TooLargeError, UnreadableSourceError

MAX_UNPACKED: Final = 64 * 1024 * 1024
"""Limit for all parts together, in bytes; a table of 50,000 names has about half of it."""
MAX_PARTS: Final = 1_000

OLE: Final = b"\xd0\xcf\x11\xe0"
"""Begins files of Office before 2007, and newer ones that a password protects."""
ZIP: Final = b"PK"

BROKEN: Final = N_("the file is damaged or was not sent completely")
_PROTECTED: Final = N_(
    "it is of an old version of Excel or protected by a password: "
    "save it as .xlsx without a password"
)
_OF_ANOTHER_KIND: Final = N_("it is a package of files, but no workbook of Excel")
_DECLARES: Final = N_("it declares a document type or entities, which no table needs")


def check_package(content: bytes, name: str, folder: str) -> None:
    """Raise an error where `content` is no package with a `folder` that is safe to parse.

    The size is that of the unpacked parts; reading a part stops at the size it states.
    Document types are refused: the standard forbids them (part 2, 9.1.4), and entities
    are the way to make a parser fetch files or run out of memory.

    Raises:
        TooLargeError: too many bytes or parts once unpacked.
        UnreadableSourceError: encrypted, damaged, of another kind, or with a document type.
    """
    check_size(len(content), name, MAX_UNPACKED)
    if content.startswith(OLE):
        raise UnreadableSourceError(name=name, reason=_PROTECTED)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_parts(archive.infolist(), name)
            of_kind = any(part.startswith(f"{folder}/") for part in archive.namelist())
            declares = any(_declares(archive.read(part)) for part in archive.infolist())
    except InputError:
        raise
    except Exception as error:  # hostile archives raise all there is, from zlib to struct
        raise UnreadableSourceError(name=name, reason=BROKEN) from error
    if not of_kind:
        raise UnreadableSourceError(name=name, reason=_OF_ANOTHER_KIND)
    if declares:
        raise UnreadableSourceError(name=name, reason=_DECLARES)


def _check_parts(parts: list[zipfile.ZipInfo], name: str) -> None:
    check_size(sum(part.file_size for part in parts), name, MAX_UNPACKED)
    if len(parts) > MAX_PARTS:
        raise TooLargeError(name=name, size=f"> {MAX_PARTS}", limit=str(MAX_PARTS))
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableSourceError(name=name, reason=_PROTECTED)


def _declares(part: bytes) -> bool:
    # Without its zero bytes UTF-16 reads as ASCII.
    plain = part.replace(b"\0", b"")
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain
