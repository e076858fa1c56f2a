"""Every entry has a key, and no key stands twice."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from translate_app.adapters.formats.glossary_columns import UnusableRowError
from translate_app.adapters.formats.glossary_rows import Row, Word, unusable
from translate_app.domain.entry_keys import digest, slug
from translate_app.domain.glossary import GlossaryEntry
from translate_app.errors import N_


def keyed(rows: Sequence[Row], word: Word) -> Iterator[GlossaryEntry]:
    """The entries of `rows`; one without a key gets `type/slug`, a digest behind it if taken.

    Raises:
        GlossaryFileError: a key stands twice.
    """
    places: dict[str, Row] = {}
    for row in rows:
        if row.entry.key:
            _claim(places, row.entry.key, row, word)
    for row in rows:
        if row.entry.key:
            yield row.entry
            continue
        key = f"{row.entry.type.value}/{slug(row.entry.en)}"
        taken = places.get(key)
        if taken and _names(taken.entry) != _names(row.entry):
            key = f"{key}-{digest(' '.join(_names(row.entry)))}"
        _claim(places, key, row, word)
        yield replace(row.entry, key=key)


def _claim(places: dict[str, Row], key: str, row: Row, word: Word) -> None:
    first = places.setdefault(key, row)
    if first is not row:
        message = N_("the key {key} stands in {file}, line {line}, already")
        twice = UnusableRowError(message, key=key, file=first.file, line=str(first.line))
        raise unusable(row.file, row.line, twice, word)


def _names(entry: GlossaryEntry) -> tuple[str, str]:
    return entry.en, entry.ar
