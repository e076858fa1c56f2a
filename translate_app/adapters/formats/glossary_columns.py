"""The header of a termbase table: which column holds what."""

import csv
import re
from dataclasses import dataclass
from typing import Final

from translate_app.adapters.formats.cells import clean_name, unguarded
from translate_app.errors import N_

FIELDS: Final = (
    "key",
    "en",
    "ar",
    "type",
    "status",
    "en_variants",
    "ar_variants",
    "gender",
    "authority",
    "note",
)
"""The columns that the termbase knows, in the order in which it writes them."""

DELIMITERS: Final = (",", ";", "\t")

# BCP 47 language tag: script and region may follow, with a hyphen or an underscore.
_LANGUAGE: Final = re.compile(r"(en|ar)(?:[-_](?:latn|arab|[a-z]{2}|[0-9]{3}))*", re.IGNORECASE)


class UnusableRowError(Exception):
    """A row that cannot be used; `message` is a gettext id, `parameters` fill its places."""

    def __init__(self, message: str, **parameters: str) -> None:
        self.message = message
        self.parameters = parameters
        super().__init__(message.format(**parameters))


@dataclass(frozen=True, slots=True)
class Columns:
    """Places of the columns, from 0."""

    known: dict[str, int]
    """By the name of the field; `en` and `ar` are the preferred names."""
    further: dict[str, tuple[int, ...]]
    """More columns of a language (`en-GB` beside `en`): their names are variants."""
    unknown: dict[int, str]
    """Other columns, with their title as written."""
    count: int


def read_columns(header: list[str]) -> Columns:
    """The columns that `header` names.

    Raises:
        UnusableRowError: a language is missing, or a column stands twice.
    """
    known: dict[str, int] = {}
    languages: dict[str, list[tuple[bool, int]]] = {"en": [], "ar": []}
    unknown: dict[int, str] = {}
    for place, cell in enumerate(header):
        title = clean_name(unguarded(cell))
        field = re.sub(r"[\s-]+", "_", title.lower())
        language = _LANGUAGE.fullmatch(title)
        if (field in FIELDS and field in known) or title.lower() in _titles(header[:place]):
            raise UnusableRowError(N_("the column {column} stands twice"), column=title)
        if language:
            name = language.group(1).lower()
            languages[name].append((title.lower() != name, place))
        elif field in FIELDS:
            known[field] = place
        else:
            unknown[place] = title or str(place + 1)
    further = {}
    for name, places in languages.items():
        if not places:
            raise UnusableRowError(
                N_("there is no column {column}: the first line names the columns, en and ar"),
                column=name,
            )
        first, *others = sorted(places)
        known[name] = first[1]
        further[name] = tuple(place for _, place in others)
    return Columns(known, further, unknown, len(header))


def _titles(cells: list[str]) -> set[str]:
    return {title for cell in cells if (title := clean_name(unguarded(cell)).lower())}


def sniff_delimiter(line: str) -> str:
    """The delimiter under which `line`, the header, names most columns that are known."""
    return max(DELIMITERS, key=lambda delimiter: _recognised(line, delimiter))


def _recognised(line: str, delimiter: str) -> int:
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return 0
    titles = (clean_name(unguarded(cell)) for cell in cells)
    return sum(
        bool(_LANGUAGE.fullmatch(title)) or title.lower().replace(" ", "_") in FIELDS
        for title in titles
    )
