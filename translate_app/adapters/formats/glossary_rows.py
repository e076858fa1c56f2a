"""A row of a table of names <-> an entry; the same for CSV and for spreadsheets."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from translate_app.adapters.formats.bidi import exportable
from translate_app.adapters.formats.cells import (
    clean_name,
    clean_note,
    guarded,
    join_variants,
    split_variants,
    unguarded,
)
from translate_app.adapters.formats.glossary_columns import (
    FURTHER,
    USUAL,
    Columns,
    UnusableRowError,
    read_columns,
)
from translate_app.adapters.formats.glossary_values import (
    choice,
    day,
    flag,
    join_forbidden,
    key_of,
    short,
    split_forbidden,
)
from translate_app.domain.glossary import (
    MAX_NOTE,
    CaseRule,
    EntryStatus,
    EntryType,
    Gender,
    GlossaryEntry,
)
from translate_app.errors import N_, GlossaryFileError, TooLargeError, UnwritableFileError

MAX_BYTES: Final = 64 * 1024 * 1024
"""Size limit of a termbase file: 50,000 names as TBX, its most talkative form."""
MAX_ROWS: Final = 50_000
MAX_CELL: Final = 32_767
"""What Excel keeps of a cell, in characters; it cuts off what is longer."""
_SHOWN_LINES: Final = 10

Word = Callable[[str], str]
"""Gettext in the language of the interface, for reasons and notes."""


@dataclass(frozen=True, slots=True)
class Row:
    """An entry (its key may be empty) and where it stood."""

    file: str
    line: int
    entry: GlossaryEntry
    cleaned: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What a file of names holds."""

    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    fields: frozenset[str] | None = None
    """Fields that its columns tell; None is all."""


def unusable(name: str, line: int, error: UnusableRowError, word: Word) -> GlossaryFileError:
    """The error that tells a person about a row that cannot be used."""
    return GlossaryFileError(name=name, line=line, reason=error.worded(word))


def read_table(name: str, lines: Iterable[tuple[int, list[str]]], word: Word) -> Table:
    """The entries of a table; `lines` are its rows that are not blank, with their numbers.

    Raises:
        GlossaryFileError: a row cannot be used.
        TooLargeError: it has more than `MAX_ROWS` rows.
    """
    columns: Columns | None = None
    rows: list[Row] = []
    for line, cells in lines:
        try:
            if columns is None:
                columns = read_columns(cells)
            elif len(rows) == MAX_ROWS:
                limit = word(N_("{number} rows")).format(number=MAX_ROWS)
                raise TooLargeError(name=name, size=f"> {limit}", limit=limit)
            else:
                rows.append(read_row(name, line, cells, columns))
        except UnusableRowError as error:
            raise unusable(name, line, error, word) from None
    return Table(tuple(rows), _notes(name, rows, columns, word), _told(columns))


def _told(columns: Columns | None) -> frozenset[str] | None:
    if columns is None:
        return None
    variants = {f"{language}_variants" for language, places in columns.further.items() if places}
    note = {"note"} if columns.unknown else set()
    return frozenset({"key", "en", "ar", *columns.known, *variants, *note})


def read_row(file: str, line: int, cells: list[str], columns: Columns) -> Row:
    """The entry in `cells`, its key empty where the row gives none.

    Raises:
        UnusableRowError: a cell cannot be used.
    """
    cells = columns.arranged(cells)
    if any(cell.strip() for cell in cells[columns.count :]):
        raise UnusableRowError(
            N_("there are more cells than columns: quote a cell that holds the delimiter")
        )
    raw = [unguarded(cell) for cell in cells] + [""] * (columns.count - len(cells))
    cleaned = any(clean_note(cell) != cell for cell in raw)
    named = {field: raw[place] for field, place in columns.known.items()}
    for language, places in columns.further.items():
        field = f"{language}_variants"
        if places:
            further = tuple(clean_name(raw[place]) for place in places)
            named[field] = f"{join_variants(further)}|{named.get(field, '')}"
    kept = [clean_note(named.get("note", "")), *kept_notes(raw, columns.unknown)]
    named["note"] = "\n".join(filter(None, kept))
    return Row(file, line, entry_of(named), cleaned)


def header(entries: Iterable[GlossaryEntry]) -> tuple[str, ...]:
    """The columns that `entries` need: the usual ones, and of the others those in use."""
    used: set[str] = set()
    for entry in entries:
        cells = plain_cells(entry)
        used.update(field for field in FURTHER if cells[field])
    return (*USUAL, *(field for field in FURTHER if field in used))


def table(entries: Sequence[GlossaryEntry]) -> list[list[str]]:
    """Header and rows, no cell of which a spreadsheet takes for a formula.

    Raises:
        UnwritableFileError: a cell is longer than spreadsheets keep.
    """
    fields = header(entries)
    return [list(fields), *(safe_cells(entry, fields) for entry in entries)]


def safe_cells(entry: GlossaryEntry, fields: Iterable[str]) -> list[str]:
    """The row of `entry`; raises as `table`."""
    cells = plain_cells(entry)
    made = [guarded(cells[field]) for field in fields]
    if any(len(cell) > MAX_CELL for cell in made):
        reason = N_("a cell has more characters than spreadsheets keep")
        raise UnwritableFileError(name=entry.key, reason=reason)
    return made


def plain_cells(entry: GlossaryEntry) -> dict[str, str]:
    """The cells of `entry` by the name of their column, not guarded against formulas."""
    cells = {
        "key": entry.key,
        "en": entry.en,
        "ar": entry.ar,
        "type": entry.type.value,
        "status": entry.status.value,
        "en_variants": join_variants(entry.en_variants),
        "ar_variants": join_variants(entry.ar_variants),
        "gender": entry.gender.value if entry.gender else "",
        "authority": entry.authority,
        "note": entry.note,
        "en_title": entry.en_title,
        "ar_title": entry.ar_title,
        "en_forbidden": join_forbidden(entry.en_forbidden),
        "ar_forbidden": join_forbidden(entry.ar_forbidden),
        "do_not_translate": "yes" if entry.do_not_translate else "",
        "case": "" if entry.case is CaseRule.NAME else entry.case.value,
        "valid_from": entry.valid_from.isoformat() if entry.valid_from else "",
        "valid_to": entry.valid_to.isoformat() if entry.valid_to else "",
        "scope": entry.scope,
        "context": join_variants(entry.context),
        "replaced_by": entry.replaced_by,
    }
    return {field: exportable(cell) for field, cell in cells.items()}


def kept_notes(raw: Sequence[str], unknown: dict[int, str]) -> list[str]:
    """What the note keeps of the columns that are not known."""
    cells = ((title, clean_note(raw[place])) for place, title in unknown.items())
    return [f"{title}: {text}" for title, text in cells if text]


def entry_of(cells: Mapping[str, str]) -> GlossaryEntry:
    """The entry that `cells`, by the name of their field, describe; a field may be absent.

    Raises:
        UnusableRowError: a cell cannot be used.
    """

    def name(field: str) -> str:
        cell = cells.get(field)
        return short(clean_name(cell)) if cell else ""

    def several(field: str, but: str = "") -> tuple[str, ...]:
        cell = cells.get(field)
        found = dict.fromkeys(split_variants(cell)) if cell else {}
        return tuple(short(one) for one in found if one != but)

    en, ar = (_required(name(language), language) for language in ("en", "ar"))
    gender = name("gender")
    return GlossaryEntry(
        key=key_of(cells.get("key", "")),
        en=en,
        ar=ar,
        type=choice(EntryType, name("type"), EntryType.OTHER, "type"),
        status=choice(EntryStatus, name("status"), EntryStatus.APPROVED, "status"),
        en_variants=several("en_variants", but=en),
        ar_variants=several("ar_variants", but=ar),
        gender=choice(Gender, gender, Gender.FEMININE, "gender") if gender else None,
        authority=name("authority"),
        note=short(clean_note(cells.get("note", "")), MAX_NOTE),
        en_title=name("en_title"),
        ar_title=name("ar_title"),
        en_forbidden=split_forbidden(cells.get("en_forbidden", "")),
        ar_forbidden=split_forbidden(cells.get("ar_forbidden", "")),
        do_not_translate=flag(name("do_not_translate"), "do_not_translate"),
        case=choice(CaseRule, name("case"), CaseRule.NAME, "case"),
        valid_from=day(name("valid_from"), "valid_from"),
        valid_to=day(name("valid_to"), "valid_to"),
        scope=name("scope"),
        context=several("context"),
        replaced_by=key_of(cells.get("replaced_by", "")),
    )


def _required(name: str, language: str) -> str:
    if not name:
        raise UnusableRowError(N_("the name in the column {column} is missing"), column=language)
    return name


def _notes(name: str, rows: Sequence[Row], columns: Columns | None, word: Word) -> tuple[str, ...]:
    message = N_("{name}: the column {column} is not known; it is kept in the note.")
    unknown = columns.unknown.values() if columns else ()
    notes = [word(message).format(name=name, column=column) for column in unknown]
    lines = [str(row.line) for row in rows if row.cleaned]
    if lines:
        shown = ", ".join(lines[:_SHOWN_LINES]) + (" …" if len(lines) > _SHOWN_LINES else "")
        message = N_(
            "{name}: invisible characters or needless spaces were removed in line {lines}."
        )
        notes.append(word(message).format(name=name, lines=shown))
    return tuple(notes)
