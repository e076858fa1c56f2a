"""The header of a termbase table: which column holds what."""

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from translate_app.adapters.formats.cells import clean_name, unguarded
from translate_app.errors import N_

USUAL: Final = (
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
"""The columns that are always written, in this order."""

FURTHER: Final = (
    "en_title",
    "ar_title",
    "en_forbidden",
    "ar_forbidden",
    "do_not_translate",
    "case",
    "valid_from",
    "valid_to",
    "scope",
    "context",
    "replaced_by",
)
"""The columns that are written where an entry uses them, so that tables stay narrow."""

FIELDS: Final = (*USUAL, *FURTHER)
"""Every column that the termbase knows."""

DELIMITERS: Final = (",", ";", "\t")

# BCP 47 language tag: script and region may follow, with a hyphen or an underscore.
_LANGUAGE: Final = re.compile(r"(en|ar)(?:[-_](?:latn|arab|[a-z]{2}|[0-9]{3}))*", re.IGNORECASE)
_SPELT_OUT: Final = {"english": "en", "arabic": "ar", "الإنجليزية": "en", "العربية": "ar"}
_PAIR: Final = ("sourcelang", "targetlang", "sourcestring", "targetstring")
"""Columns of a table whose rows name their languages, as the TICO-19 glossaries do."""


class UnusableRowError(Exception):
    """A row that cannot be used; `message` is a gettext id, `parameters` fill its places."""

    def __init__(self, message: str, **parameters: str) -> None:
        self.message = message
        self.parameters = parameters
        super().__init__(message.format(**parameters))

    def worded(self, word: Callable[[str], str]) -> str:
        """The reason in the language of `word`."""
        return word(self.message).format(**self.parameters)


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
    pair: tuple[int, ...] = ()
    """Places of `_PAIR` in a table whose rows name their languages."""

    def arranged(self, cells: list[str]) -> list[str]:
        """`cells` with one column a language, where the table has none.

        Raises:
            UnusableRowError: a row is not of English and Arabic.
        """
        if not self.pair:
            return cells
        cells = cells + [""] * (max(self.pair) + 1 - len(cells))
        source, target, name, translation = (cells[place] for place in self.pair)
        tags = (language_tag(clean_name(source)), language_tag(clean_name(target)))
        if set(tags) != {"en", "ar"}:
            raise UnusableRowError(
                N_("{source} to {target} is not English and Arabic"),
                source=source[:40],
                target=target[:40],
            )
        pair = (name, translation) if tags == ("en", "ar") else (translation, name)
        return [*pair, *_others(cells, self.pair)]


def read_columns(header: list[str]) -> Columns:
    """The columns that `header` names.

    Raises:
        UnusableRowError: a language is missing, or a column stands twice.
    """
    pair = _pair_places(header)
    if pair:
        header = ["en", "ar", *_others(header, pair)]
    known: dict[str, int] = {}
    languages: dict[str, list[tuple[bool, int]]] = {"en": [], "ar": []}
    unknown: dict[int, str] = {}
    for place, cell in enumerate(header):
        title = clean_name(unguarded(cell))
        field = re.sub(r"[\s-]+", "_", title.lower())
        tag = language_tag(title)
        if (field in FIELDS and field in known) or title.lower() in _titles(header[:place]):
            raise UnusableRowError(N_("the column {column} stands twice"), column=title)
        if tag:
            languages[tag].append((title.lower() != tag, place))
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
    return Columns(known, further, unknown, len(header), pair)


def language_tag(title: str) -> str:
    """`en` or `ar` where `title` names one of them, with or without a region; else nothing."""
    found = _LANGUAGE.fullmatch(title)
    return found.group(1).lower() if found else _SPELT_OUT.get(title.lower(), "")


def _pair_places(header: list[str]) -> tuple[int, ...]:
    titles = [clean_name(unguarded(cell)).lower() for cell in header]
    if all(titles.count(title) == 1 for title in _PAIR):
        return tuple(titles.index(title) for title in _PAIR)
    return ()


def _others(cells: list[str], places: tuple[int, ...]) -> list[str]:
    return [cell for place, cell in enumerate(cells) if place not in places]


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
        bool(language_tag(title)) or title.lower().replace(" ", "_") in (*FIELDS, *_PAIR)
        for title in titles
    )
