"""The world around: time, people who wait, files in and out, clients."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from translate_app.domain.client import Client
from translate_app.domain.document import Document, SiteProfile
from translate_app.domain.release import Edition


class Clock(Protocol):
    """Tells the time; a test may stop it."""

    def __call__(self) -> datetime:
        """Now, aware, in UTC."""
        ...


class Progress(Protocol):
    """Told how far a long piece of work has come."""

    def __call__(self, done: int, total: int) -> None:
        """`done` of `total` steps (bytes, segments) are finished; `total` 0 is unknown."""
        ...


class ClientSource(Protocol):
    """The clients that releases are translated for, with their house styles and engines."""

    def __call__(self, name: str = "") -> Client:
        """The client of that name; the unnamed one has the defaults.

        Raises:
            UnknownClientError: there is none. SettingsFileError: the file makes no sense.
        """
        ...

    def names(self) -> tuple[str, ...]:
        """Every client that has a name, in the file's order.

        Raises:
            SettingsFileError: the file makes no sense.
        """
        ...


class SourceReader(Protocol):
    """Reads the outside world's files into documents."""

    def read(self, source: str) -> Sequence[Document]:
        """The documents in `source`: a file, a folder, a URL, or `-` for standard input.

        Raises:
            InputError: empty, binary, too large, of unknown encoding, or unreadable.
        """
        ...

    def read_text(self, text: str, name: str) -> Document:
        """A document made of text that is already decoded (pasted, for instance).

        Raises:
            InputError: as `read`.
        """
        ...

    def read_bytes(self, content: bytes, name: str) -> Document:
        """A document made of an uploaded file's bytes; `name` tells the format.

        Raises:
            InputError: as `read`.
        """
        ...

    def plain_text(self, source: str) -> str:
        """The text of a source as it is read, before it is cut into blocks.

        Raises:
            InputError: as `read`.
        """
        ...


class ProfileSource(Protocol):
    """The site profiles: those bundled and those of the home folder."""

    def __call__(self) -> tuple[SiteProfile, ...]:
        """All of them; the home's come first and win over bundled ones of the same name.

        Raises:
            UnreadableSourceError: a profile file is broken; it says which and why.
        """
        ...


class Exporter(Protocol):
    """Writes an edition in one format."""

    @property
    def format(self) -> str:
        """Its name on the command line: `html`, `po`, `json`, `txt`."""
        ...

    @property
    def extension(self) -> str:
        """File extension without the dot."""
        ...

    @property
    def media_type(self) -> str:
        """IANA media type, with charset for text."""
        ...

    def serialize(self, edition: Edition) -> bytes:
        """The whole file."""
        ...
