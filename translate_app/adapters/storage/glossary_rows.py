"""Entries of the termbase as rows of the database and as the JSON of its history."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from translate_app.domain.glossary import (
    CaseRule,
    EntryStatus,
    EntryType,
    ForbiddenForm,
    Gender,
    GlossaryEntry,
)

_DEFAULTS: dict[str, Any] = {
    "en_title": "",
    "ar_title": "",
    "en_forbidden": [],
    "ar_forbidden": [],
    "do_not_translate": False,
    "case": CaseRule.NAME.value,
    "valid_from": None,
    "valid_to": None,
    "scope": "",
    "context": [],
    "replaced_by": "",
}
"""What the first schema did not have; steps recorded then are read with these."""


def columns(entry: GlossaryEntry) -> dict[str, Any]:
    """The columns of an entry by name."""
    return {
        **asdict(entry),
        "type": entry.type.value,
        "status": entry.status.value,
        "en_variants": list(entry.en_variants),
        "ar_variants": list(entry.ar_variants),
        "gender": None if entry.gender is None else entry.gender.value,
        "en_forbidden": [asdict(form) for form in entry.en_forbidden],
        "ar_forbidden": [asdict(form) for form in entry.ar_forbidden],
        "case": entry.case.value,
        "context": list(entry.context),
    }


def document(entry: GlossaryEntry) -> dict[str, Any]:
    """The entry as JSON holds it: as `columns`, days in ISO 8601."""
    days = {"valid_from": entry.valid_from, "valid_to": entry.valid_to}
    return columns(entry) | {name: day.isoformat() if day else None for name, day in days.items()}


def entry_of(row: Mapping[str, Any]) -> GlossaryEntry:
    """The entry that `columns` or `document` was made of.

    Raises:
        ValueError, KeyError, TypeError: the row holds what no entry can be made of.
    """
    given = {**_DEFAULTS, **row}
    return GlossaryEntry(
        key=given["key"],
        en=given["en"],
        ar=given["ar"],
        type=EntryType(given["type"]),
        status=EntryStatus(given["status"]),
        en_variants=tuple(given["en_variants"]),
        ar_variants=tuple(given["ar_variants"]),
        gender=None if given["gender"] is None else Gender(given["gender"]),
        authority=given["authority"],
        note=given["note"],
        en_title=given["en_title"],
        ar_title=given["ar_title"],
        en_forbidden=tuple(ForbiddenForm(**form) for form in given["en_forbidden"]),
        ar_forbidden=tuple(ForbiddenForm(**form) for form in given["ar_forbidden"]),
        do_not_translate=bool(given["do_not_translate"]),
        case=CaseRule(given["case"]),
        valid_from=_day(given["valid_from"]),
        valid_to=_day(given["valid_to"]),
        scope=given["scope"],
        context=tuple(given["context"]),
        replaced_by=given["replaced_by"],
    )


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value
