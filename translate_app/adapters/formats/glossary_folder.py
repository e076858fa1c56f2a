"""A folder of CSV files of names that people keep under version control."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from translate_app.adapters.files import write_file
from translate_app.adapters.formats.glossary_keys import keyed
from translate_app.adapters.formats.glossary_reader import GlossaryFileReader, csv_files
from translate_app.adapters.formats.glossary_rewrite import rewritten
from translate_app.domain.glossary import GlossaryEntry
from translate_app.errors import N_, UnreadableSourceError, UnwritableFileError


@dataclass(frozen=True, slots=True)
class CsvFolder:
    """Implements `ports.GlossaryFolder`."""

    reader: GlossaryFileReader = field(default_factory=GlossaryFileReader)

    def read(self, folder: Path) -> Mapping[str, Sequence[GlossaryEntry]]:
        """The entries of every CSV file of `folder` in their order, by the name of the file.

        Raises:
            GlossaryFileError: a row cannot be used, or a key stands twice in the folder.
            InputError: the folder or a file cannot be read.
        """
        if not folder.is_dir():
            reason = self.reader.word(N_("there is no such folder"))
            raise UnreadableSourceError(name=str(folder), reason=reason)
        tables = {
            file.name: self.reader.table(self.reader.content(file), file.name).rows
            for file in csv_files(folder)
        }
        rows = [row for of_file in tables.values() for row in of_file]
        entries = keyed(rows, self.reader.word)
        return {name: tuple(next(entries) for _ in rows) for name, rows in tables.items()}

    def write(self, folder: Path, file: str, entries: Sequence[GlossaryEntry]) -> None:
        """Make `file` of `folder` hold `entries`, the whole of it or nothing.

        An entry that the file holds stays in its row, further ones follow the last row,
        and the file keeps its header, delimiter, encoding and line ends.

        Raises:
            UnwritableFileError: it cannot be written, or its encoding lacks a letter.
        """
        path = folder / file
        before = self.reader.content(path) if path.exists() else b""
        try:
            content = rewritten(before, file, entries)
        except UnicodeEncodeError as error:
            reason = N_("its encoding lacks a letter: save it as UTF-8")
            raise UnwritableFileError(name=path, reason=reason) from error
        if content != before:
            write_file(path, content)
