"""Where documents come from: files, folders, addresses, standard input, pasted text."""

import errno
import re
import stat
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from translate_app.adapters.fetch import NOT_HTTP, fetch
from translate_app.adapters.formats.decode import MAX_BYTES, check_size, check_text, decode
from translate_app.adapters.formats.text import parse_text
from translate_app.domain.document import Document, DroppedText, DropReason
from translate_app.errors import N_, BinaryInputError, EncodingError, UnreadableSourceError

STANDARD_INPUT = "-"
MAX_FILES = 1_000
"""In one folder."""
MAX_FOLDER_BYTES = 64 * 1024 * 1024

_EXTENSIONS = frozenset((".txt", ".md", ".html", ".htm"))
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_XML_START = re.compile(r"\s*<\?xml[\s>]")

OFFLINE = N_("the program is set to work offline")
NOT_FOUND = N_("there is no such file or folder")
NOT_PERMITTED = N_("reading it is not permitted")
NOT_A_FILE = N_("it is a device or a pipe, not a file")
NO_FILES = N_("the folder holds no .txt, .md, .html or .htm file")
TOO_MANY_FILES = N_("the folder holds more than 1,000 files")
BROKEN_NAME = N_("its name cannot be used")
DEVICE_FAILED = N_("the disk or the connection failed")


class Sources:
    """Reads sources into documents (`ports.SourceReader`).

    `offline` refuses addresses before any connection is made. `stdin` replaces the
    process' standard input in tests.
    """

    def __init__(self, *, offline: bool = False, stdin: BinaryIO | None = None) -> None:
        self._offline = offline
        self._stdin = stdin

    def read(self, source: str) -> Sequence[Document]:
        """The documents in a file, a folder (its texts and pages, by name), a URL, or `-`.

        Raises:
            InputError: empty, binary, too large, of unknown encoding, or unreadable.
        """
        if source == STANDARD_INPUT:
            return (self.read_bytes(self._standard_input(), source),)
        if _ADDRESS.match(source):
            return (self._read_address(source),)
        try:
            mode = Path(source).stat().st_mode
            if stat.S_ISDIR(mode):
                return self._read_folder(Path(source))
            return (self._read_file(Path(source)),)
        except (OSError, ValueError) as error:  # ValueError: a NUL in the name
            raise UnreadableSourceError(name=_shown(source), reason=_reason(error)) from error

    def read_text(self, text: str, name: str) -> Document:
        """A document made of text that is already decoded (pasted, for instance).

        Raises:
            InputError: empty, too large, with lone surrogates or NULs.
        """
        check_size(len(text), name)
        text = check_text(text, name)
        try:
            check_size(len(text.encode()), name)
        except UnicodeEncodeError:  # pragma: no cover - check_text refuses surrogates
            raise EncodingError(name=name) from None
        return _parse(text, name)

    def read_bytes(self, content: bytes, name: str) -> Document:
        """A document made of an uploaded file's bytes; `name` tells the format.

        Raises:
            InputError: as `read`.
        """
        return _parse(decode(content, name), name)

    def plain_text(self, source: str) -> str:
        """The text of a file or of standard input, its places those of the decoded text.

        A page, which has no plain text of its own, gives its blocks with blank lines
        between them, and so does a folder or an address.

        Raises:
            InputError: as `read`.
        """
        if source == STANDARD_INPUT:
            text, name = decode(self._standard_input(), source), source
        elif not _ADDRESS.match(source) and Path(source).is_file():
            text, name = decode(self._content(Path(source)), _shown(source)), source
        else:
            text, name = "", source
        if text and not _is_page(text, name):
            return text
        documents = [_parse(text, name)] if text else self.read(source)
        return "\n\n".join(block.text for document in documents for block in document.blocks)

    def _standard_input(self) -> bytes:
        return (self._stdin or sys.stdin.buffer).read(MAX_BYTES + 1)

    def _read_address(self, address: str) -> Document:
        if not address.lower().startswith(("http://", "https://")):
            raise UnreadableSourceError(name=address, reason=NOT_HTTP)
        if self._offline:
            raise UnreadableSourceError(name=address, reason=OFFLINE)
        page = fetch(address)
        text = decode(page.content, address, charset=page.charset)
        html = page.media_type in ("text/html", "application/xhtml+xml")
        return _parse(text, address, html=html, markdown=page.media_type == "text/markdown")

    def _read_file(self, path: Path) -> Document:
        return self.read_bytes(self._content(path), _shown(path.name))

    def _content(self, path: Path) -> bytes:
        name = _shown(path.name)
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableSourceError(name=name, reason=NOT_A_FILE)
        # Before a byte is read; the bounded read is for a file that grows meanwhile.
        check_size(found.st_size, name)
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)

    def _read_folder(self, folder: Path) -> Sequence[Document]:
        entries = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        files = [path for path in entries if path.is_file()]
        chosen = [path for path in files if path.suffix.lower() in _EXTENSIONS]
        name = _shown(str(folder))
        if not chosen:
            raise UnreadableSourceError(name=name, reason=NO_FILES)
        if len(chosen) > MAX_FILES:
            raise UnreadableSourceError(name=name, reason=TOO_MANY_FILES)
        check_size(sum(path.stat().st_size for path in chosen), name, MAX_FOLDER_BYTES)
        first, *others = [self._read_file(path) for path in chosen]
        ignored = ", ".join(_shown(path.name) for path in files if path not in chosen)
        if ignored:
            note = DroppedText(ignored, DropReason.BOILERPLATE)
            first = replace(first, notes=(*first.notes, note))
        return (first, *others)


def _parse(text: str, name: str, *, html: bool = False, markdown: bool = False) -> Document:
    """By what the server says, then by the extension, then by how the text begins."""
    if html or _is_page(text, name):
        # Loaded only for a page: trafilatura takes a second to import.
        from translate_app.adapters.formats.html import parse_html

        return parse_html(text, name)
    if _XML_START.match(text):
        # A feed or a word processor's file: its markup would end up in the translation.
        raise BinaryInputError(name=name)
    return parse_text(text, name, markdown=markdown or Path(name).suffix.lower() == ".md")


def _is_page(text: str, name: str) -> bool:
    suffix = Path(name).suffix.lower()
    return suffix in (".html", ".htm", ".xhtml") or _HTML_START.match(text) is not None


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return NOT_FOUND
    if isinstance(error, PermissionError):
        return NOT_PERMITTED
    if isinstance(error, OSError) and error.errno != errno.ENAMETOOLONG:
        return DEVICE_FAILED
    return BROKEN_NAME


def _shown(name: str) -> str:
    """A file name that can be stored: bytes that are no UTF-8 become `?`."""
    return name.encode("utf-8", "replace").decode()
