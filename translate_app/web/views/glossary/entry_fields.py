"""An entry as the texts of its fields, and back. No Streamlit here."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from translate_app.domain.glossary import (
    CaseRule,
    EntryStatus,
    EntryType,
    ForbiddenForm,
    Gender,
    GlossaryEntry,
)
from translate_app.errors import N_, InvalidEntryError

BLANK: Final = GlossaryEntry(key="", en="", ar="")
SEPARATOR: Final = "::"
"""Between a forbidden form and the reason."""
_LINES: Final = ("en_variants", "ar_variants", "context")
_FORBIDDEN: Final = ("en_forbidden", "ar_forbidden")
_DAYS: Final = ("valid_from", "valid_to")
_TEXTS: Final = ("en", "ar", "en_title", "ar_title", "scope", "authority", "note")
_CHOICES: Final = ("type", "status", "gender", "case", "do_not_translate")
NAMES: Final = (*_TEXTS, *_LINES, *_FORBIDDEN, *_DAYS, *_CHOICES)
"""Fields of `GlossaryEntry` that a person edits."""


def texts_of(entry: GlossaryEntry) -> dict[str, object]:
    """What the fields of an entry show, by name: several forms stand one a line."""
    fields: dict[str, object] = {name: getattr(entry, name) for name in (*_TEXTS, *_CHOICES)}
    for name in _LINES:
        fields[name] = "\n".join(getattr(entry, name))
    for name in _FORBIDDEN:
        forms: tuple[ForbiddenForm, ...] = getattr(entry, name)
        fields[name] = "\n".join(
            f"{form.text} {SEPARATOR} {form.reason}" if form.reason else form.text for form in forms
        )
    for name in _DAYS:
        day: date | None = getattr(entry, name)
        fields[name] = day.isoformat() if day else ""
    return fields


def entry_of(fields: Mapping[str, object], seen: GlossaryEntry) -> GlossaryEntry:
    """The entry that `fields` tell; what has no field is as in `seen`.

    An entry that comes back into use is replaced by none.

    Raises:
        InvalidEntryError: a day is no day.
    """
    text = {name: str(fields.get(name) or "") for name in NAMES}
    kind, status, case = fields.get("type"), fields.get("status"), fields.get("case")
    gender = fields.get("gender")
    status = status if isinstance(status, EntryStatus) else seen.status
    return replace(
        seen,
        en=text["en"],
        ar=text["ar"],
        en_title=text["en_title"],
        ar_title=text["ar_title"],
        scope=text["scope"],
        authority=text["authority"],
        note=text["note"],
        en_variants=tuple(text["en_variants"].splitlines()),
        ar_variants=tuple(text["ar_variants"].splitlines()),
        context=tuple(text["context"].splitlines()),
        en_forbidden=_forbidden(text["en_forbidden"]),
        ar_forbidden=_forbidden(text["ar_forbidden"]),
        valid_from=_day(text["valid_from"], "valid_from", seen.key),
        valid_to=_day(text["valid_to"], "valid_to", seen.key),
        type=kind if isinstance(kind, EntryType) else seen.type,
        status=status,
        case=case if isinstance(case, CaseRule) else seen.case,
        gender=gender if isinstance(gender, Gender) else None,
        do_not_translate=bool(fields.get("do_not_translate")),
        replaced_by=seen.replaced_by if status is EntryStatus.RETIRED else "",
    )


def _forbidden(lines: str) -> tuple[ForbiddenForm, ...]:
    pairs = (line.partition(SEPARATOR) for line in lines.splitlines())
    return tuple(ForbiddenForm(form.strip(), reason.strip()) for form, _, reason in pairs)


def _day(text: str, field: str, key: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise InvalidEntryError(
            key=key, field=field, reason=N_("write the day as 2025-03-14")
        ) from None
