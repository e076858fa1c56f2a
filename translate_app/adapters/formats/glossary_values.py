"""Cells of a table of names as values: choices, days, forbidden forms."""

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, TypeVar

from translate_app.adapters.formats.cells import clean_name
from translate_app.adapters.formats.glossary_columns import UnusableRowError
from translate_app.domain.glossary import MAX_NAME, ForbiddenForm
from translate_app.errors import N_

_OTHER_SPELLINGS: Final = {
    "organization": "organisation",
    "feminine": "f",
    "female": "f",
    "masculine": "m",
    "male": "m",
}
_YES: Final = frozenset({"yes", "y", "true", "1", "x", "نعم"})
_NO: Final = frozenset({"", "no", "n", "false", "0", "لا"})

_ISO_DAY: Final = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_SHORT_DAY: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_SERIAL_DAY: Final = re.compile(r"(\d{5})(?:\.0+)?")
_EXCEL_EPOCH: Final = date(1899, 12, 30)
"""Day 0 of Excel's count; it holds from March 1900 on (ECMA-376, part 1, 18.17.4)."""

_PIECE: Final = re.compile(r"((?:[^|\\]|\\.|\\\Z)*)(?:\||\Z)", re.DOTALL)
_FORM_AND_REASON: Final = re.compile(r"((?:[^\\]|\\.|\\\Z)*?)::(.*)", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\([|\\:])")

_Choice = TypeVar("_Choice", bound=StrEnum)


def short(text: str, limit: int = MAX_NAME) -> str:
    """`text` itself, if it has no more than `limit` characters.

    Raises:
        UnusableRowError: it has.
    """
    if len(text) > limit:
        raise UnusableRowError(
            N_("{text} … is too long; the limit is {limit} characters"),
            text=text[:40],
            limit=str(limit),
        )
    return text


def key_of(cell: str) -> str:
    """The key in `cell`, if it is one; empty where there is none.

    Raises:
        UnusableRowError: there is a space in it, or it is too long.
    """
    key = short(clean_name(cell))
    if " " in key:
        raise UnusableRowError(N_("there is a space in the key {key}"), key=key)
    return key


def choice(kind: type[_Choice], text: str, default: _Choice, column: str) -> _Choice:
    """The value that `text` names; `default` where it is empty.

    Raises:
        UnusableRowError: there is no such value.
    """
    if not text:
        return default
    value = text.lower()
    try:
        return kind(_OTHER_SPELLINGS.get(value, value))
    except ValueError:
        allowed = ", ".join(one.value for one in kind)
        raise _not_allowed(text, column, allowed) from None


def flag(text: str, column: str) -> bool:
    """Whether `text` says yes; it may be empty.

    Raises:
        UnusableRowError: it says neither yes nor no.
    """
    value = text.lower()
    if value not in _YES | _NO:
        raise _not_allowed(text, column, "yes, no")
    return value in _YES


def day(text: str, column: str) -> date | None:
    """The day that `text` names; None where it is empty.

    Read are ISO 8601, the day number of a spreadsheet, and day, month and year where they
    cannot be taken for each other: 14/3/2025 can be read, 3/4/2025 cannot.

    Raises:
        UnusableRowError: it is no day, or it could be two.
    """
    if not text:
        return None
    try:
        found = _day(text)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise UnusableRowError(
            N_("{value} is no day in the column {column}: write it as 2025-03-14"),
            value=text[:40],
            column=column,
        )
    return found


def _day(text: str) -> date | None:
    if match := _ISO_DAY.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _SERIAL_DAY.fullmatch(text):
        return _EXCEL_EPOCH + timedelta(days=int(match[1]))
    if match := _SHORT_DAY.fullmatch(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if first > 12 or first == second or match[2] == ".":
            return date(year, second, first)
        if second > 12:
            return date(year, first, second)
    return None


def split_forbidden(cell: str) -> tuple[ForbiddenForm, ...]:
    r"""The forbidden forms in `cell`: `form :: reason`, parted by `|`.

    A backslash before `|`, `\` and `:` takes their meaning away.
    """
    found: dict[str, ForbiddenForm] = {}
    if not cell:
        return ()
    for piece in _PIECE.finditer(cell):
        parted = _FORM_AND_REASON.fullmatch(piece[1])
        form, reason = (parted[1], parted[2]) if parted else (piece[1], "")
        text = _plain(form)
        if text:
            found.setdefault(text, ForbiddenForm(short(text), short(_plain(reason))))
    return tuple(found.values())


def join_forbidden(forms: tuple[ForbiddenForm, ...]) -> str:
    """The cell that `split_forbidden` takes apart again."""
    return "|".join(
        f"{_escaped(form.text)} :: {_escaped(form.reason)}" if form.reason else _escaped(form.text)
        for form in forms
    )


def _plain(text: str) -> str:
    return clean_name(_ESCAPED.sub(r"\1", text))


def _escaped(text: str) -> str:
    return re.sub(r"[|\\]|:(?=:)|(?<=:):", r"\\\g<0>", text)


def _not_allowed(text: str, column: str, allowed: str) -> UnusableRowError:
    return UnusableRowError(
        N_("{value} is no {column}; allowed are {allowed}"),
        value=text[:40],
        column=column,
        allowed=allowed,
    )
