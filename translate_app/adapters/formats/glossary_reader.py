"""Files of names in any form: told apart by their content, a folder of them as one."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from translate_app.adapters.formats import glossary_csv
from translate_app.adapters.formats.decode import check_size
from translate_app.adapters.formats.glossary_keys import keyed
from translate_app.adapters.formats.glossary_rows import MAX_BYTES, Row, Table, Word
from translate_app.adapters.formats.package import OLE, ZIP
from translate_app.domain.glossary import GlossaryContent, GlossaryEntry
from translate_app.errors import N_, UnreadableSourceError

_BEFORE_MARKUP = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"


@dataclass(frozen=True, slots=True)
class GlossaryFileReader:
    """Reads CSV, XLSX and TBX; implements `ports.GlossaryReader`."""

    word: Word = str

    def __call__(self, path: Path) -> tuple[tuple[GlossaryEntry, ...], tuple[str, ...]]:
        """The entries of the file `path`, or of all `*.csv` of the folder, and notes.

        Raises:
            GlossaryFileError: a row cannot be used; it names file and line.
            InputError: a file cannot be read, or there is none.
        """
        return self._entries(self.table(self.content(file), file.name) for file in self._of(path))

    def parse(self, content: bytes, name: str) -> tuple[tuple[GlossaryEntry, ...], tuple[str, ...]]:
        """The entries in `content`, the bytes of a file called `name`, and notes.

        Raises: as calling the reader.
        """
        return self._entries([self.table(content, name)])

    def read(self, source: Path | bytes, name: str) -> GlossaryContent:
        """All that a file says, from its path or its bytes. A folder tells every field.

        Raises: as calling the reader.
        """
        if isinstance(source, Path):
            if source.is_dir():
                return GlossaryContent(*self(source))
            source = self.content(source)
        table = self.table(source, name)
        return GlossaryContent(*self._entries([table]), fields=table.fields)

    def table(self, content: bytes, name: str) -> Table:
        """The rows in `content`, whatever its form; keys may be missing in it."""
        check_size(len(content), name, MAX_BYTES)
        if content.startswith((ZIP, OLE)):
            # openpyxl takes 0.2 s to load, which no CSV file shall wait for.
            from translate_app.adapters.formats import glossary_xlsx

            return glossary_xlsx.parse(content, name, self.word)
        if content[:100].lstrip(_BEFORE_MARKUP).startswith(b"<"):
            from translate_app.adapters.formats import tbx_read  # lxml, for the same reason

            return tbx_read.parse(content, name, self.word)
        return glossary_csv.parse(content, name, self.word)

    def content(self, file: Path) -> bytes:
        """The bytes of `file`, which is not read if it is too large."""
        try:
            check_size(file.stat().st_size, file.name, MAX_BYTES)
            return file.read_bytes()
        except FileNotFoundError:
            reason = self.word(N_("there is no such file"))
            raise UnreadableSourceError(name=str(file), reason=reason) from None
        except OSError as error:
            raise UnreadableSourceError(name=str(file), reason=error.strerror or error) from error

    def _of(self, path: Path) -> list[Path]:
        if not path.is_dir():
            return [path]
        files = csv_files(path)
        if not files:
            reason = self.word(N_("there is no CSV file in it"))
            raise UnreadableSourceError(name=str(path), reason=reason)
        return files

    def _entries(
        self, tables: Iterable[Table]
    ) -> tuple[tuple[GlossaryEntry, ...], tuple[str, ...]]:
        rows: list[Row] = []
        notes: list[str] = []
        for table in tables:
            rows += table.rows
            notes += table.notes
        return tuple(keyed(rows, self.word)), tuple(notes)


def csv_files(folder: Path) -> list[Path]:
    """The CSV files of `folder`, by name."""
    return sorted(file for file in folder.iterdir() if file.suffix.lower() == ".csv")
