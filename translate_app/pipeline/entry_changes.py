"""What maintainers do to an entry, as pure functions: clean, refuse, merge, compare."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import Enum
from typing import Final, cast

from translate_app.domain.glossary import (
    MAX_NAME,
    MAX_NOTE,
    EntryStatus,
    EntryType,
    ForbiddenForm,
    GlossaryEntry,
)
from translate_app.domain.language import Language
from translate_app.errors import N_, DifferentNamesError, InvalidEntryError
from translate_app.pipeline.folding import fold

MAX_FORMS: Final = 100
"""Variants, forbidden forms or context words of one entry."""

_JOINERS = "\u200c\u200d"
_SHOWN_BETWEEN = " | "


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of an entry before and after a change, as text; empty where nothing was."""

    field: str
    """Name of the field of `GlossaryEntry`."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class EntryChange:
    """What a bulk edit sets; None leaves a field as it is."""

    status: EntryStatus | None = None
    type: EntryType | None = None
    scope: str | None = None
    authority: str | None = None
    add_note: str | None = None
    """A line that is added to the note, unless it is there."""

    def applied(self, entry: GlossaryEntry) -> GlossaryEntry:
        """`entry` with this change. An entry that comes back into use is replaced by none."""
        back_in_use = self.status is not None and self.status is not EntryStatus.RETIRED
        lines = entry.note.splitlines()
        if self.add_note and self.add_note not in lines:
            lines.append(self.add_note)
        return replace(
            entry,
            status=entry.status if self.status is None else self.status,
            type=entry.type if self.type is None else self.type,
            scope=entry.scope if self.scope is None else self.scope,
            authority=entry.authority if self.authority is None else self.authority,
            note="\n".join(lines),
            replaced_by="" if back_in_use else entry.replaced_by,
        )


def cleaned(entry: GlossaryEntry) -> GlossaryEntry:
    """`entry` without what nobody means: invisible characters, needless spaces, repetitions.

    A variant that is the name itself goes, as does an empty one. Text is in Unicode's
    form NFC. Joiners inside a word stay: they are spelling.
    """
    en, ar = _line(entry.en), _line(entry.ar)
    return replace(
        entry,
        en=en,
        ar=ar,
        en_title=_line(entry.en_title),
        ar_title=_line(entry.ar_title),
        authority=_line(entry.authority),
        scope=_line(entry.scope),
        replaced_by=_line(entry.replaced_by),
        note="\n".join(_line(line) for line in entry.note.splitlines()).strip("\n"),
        en_variants=_distinct(entry.en_variants, en),
        ar_variants=_distinct(entry.ar_variants, ar),
        en_forbidden=_forbidden(entry.en_forbidden),
        ar_forbidden=_forbidden(entry.ar_forbidden),
        context=_distinct(entry.context),
    )


def refuse_invalid(entry: GlossaryEntry) -> None:
    """Refuse what cannot be saved; `entry` is cleaned.

    Raises:
        InvalidEntryError: it names the field and the reason.
    """
    for field, reason in _faults(entry):
        raise InvalidEntryError(key=entry.key, field=field, reason=reason)


def merged(
    keep: GlossaryEntry, others: Sequence[GlossaryEntry], *, accept_all: bool = False
) -> GlossaryEntry:
    """`keep` with what `others`, entries of the same thing, know.

    Forms of one language become variants where the names agree in the other language, or
    where `accept_all` says that they are right; what `keep` forbids stays forbidden. Notes
    are joined, forbidden forms and context words too; gender, titles and authority are
    taken where `keep` has none.

    Raises:
        DifferentNamesError: an entry shares neither name, and `accept_all` is not set.
    """
    for other in others:
        agreeing = {language for language in Language if _agree(keep, other, language)}
        if not agreeing and not accept_all:
            raise DifferentNamesError(keep=keep.key, other=other.key)
        taken = {
            language: other.forms(language)
            if accept_all or language.other in agreeing
            else other.forms(language)[1:]
            if language in agreeing
            else ()
            for language in Language
        }
        keep = _with(keep, other, taken)
    return cleaned(keep)


def retired(entry: GlossaryEntry, replaced_by: str = "") -> GlossaryEntry:
    """`entry` out of use; `replaced_by` is the key of the one to use instead."""
    return replace(entry, status=EntryStatus.RETIRED, replaced_by=replaced_by or entry.replaced_by)


def differences(before: GlossaryEntry, after: GlossaryEntry) -> tuple[FieldChange, ...]:
    """What differs between two states of an entry, in the order of its fields."""
    return tuple(
        FieldChange(field.name, shown(old), shown(new))
        for field in fields(GlossaryEntry)
        if (old := getattr(before, field.name)) != (new := getattr(after, field.name))
    )


def shown(value: object) -> str:
    """The value of a field as text: several forms with ` | ` between them, days in ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, ForbiddenForm):
        return f"{value.text} ({value.reason})" if value.reason else value.text
    if isinstance(value, tuple):
        return _SHOWN_BETWEEN.join(shown(one) for one in cast("tuple[object, ...]", value))
    if isinstance(value, date):
        return value.isoformat()
    return str(value.value) if isinstance(value, Enum) else str(value)


def _line(text: str) -> str:
    visible = "".join(
        character
        for character in unicodedata.normalize("NFC", text)
        if character.isspace()
        or character in _JOINERS
        or unicodedata.category(character) not in ("Cf", "Cc")
    )
    return " ".join(visible.split()).strip(_JOINERS + " ")


def _distinct(forms: Sequence[str], name: str = "") -> tuple[str, ...]:
    lines = dict.fromkeys(_line(form) for form in forms)
    return tuple(line for line in lines if line and line != name)


def _forbidden(forms: Sequence[ForbiddenForm]) -> tuple[ForbiddenForm, ...]:
    found: dict[str, ForbiddenForm] = {}
    for form in forms:
        text = _line(form.text)
        if text:
            found.setdefault(text, ForbiddenForm(text, _line(form.reason)))
    return tuple(found.values())


def _faults(entry: GlossaryEntry) -> Iterator[tuple[str, str]]:
    """Fields that cannot stay as they are, with a message id that says why."""
    for language in Language:
        if not entry.name(language):
            yield language.value, N_("the name is missing")
        elif _wrong_script(entry, language):
            yield language.value, N_("the name is in the script of the other language")
        yield from _contradictions(entry, language)
    yield from _sizes(entry)
    if entry.valid_from and entry.valid_to and entry.valid_to < entry.valid_from:
        yield "valid_to", N_("the last day comes before the first")
    if entry.replaced_by and entry.replaced_by == entry.key:
        yield "replaced_by", N_("an entry cannot replace itself")


def _contradictions(entry: GlossaryEntry, language: Language) -> Iterator[tuple[str, str]]:
    accepted = {*entry.forms(language), entry.titled(language)}
    if any(form.text in accepted for form in entry.forbidden(language)):
        yield f"{language.value}_forbidden", N_("a form is accepted and forbidden at once")


def _sizes(entry: GlossaryEntry) -> Iterator[tuple[str, str]]:
    for field in fields(GlossaryEntry):
        value = getattr(entry, field.name)
        texts = list(_texts(value))
        longest = MAX_NOTE if field.name == "note" else MAX_NAME
        if isinstance(value, tuple) and len(value) > MAX_FORMS:
            yield field.name, N_("there are more than 100")
        if any(len(text) > longest for text in texts):
            yield field.name, N_("it is too long")
        if any(unicodedata.category(sign) in ("Cs", "Co", "Cn") for text in texts for sign in text):
            yield field.name, N_("it holds characters that no font shows")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, ForbiddenForm):
        yield from (value.text, value.reason)
    elif isinstance(value, tuple):
        for one in cast("tuple[object, ...]", value):
            yield from _texts(one)


def _wrong_script(entry: GlossaryEntry, language: Language) -> bool:
    """Whether the name has letters, and none of the script of `language`.

    A name that is not translated, and an acronym in Arabic, may be Latin.
    """
    name = entry.name(language)
    letters = [character for character in name if character.isalpha()]
    arabic = [letter for letter in letters if "ARABIC" in unicodedata.name(letter, "")]
    if language is Language.ENGLISH:
        return bool(letters) and len(arabic) == len(letters) and not entry.do_not_translate
    return bool(letters) and not arabic and not (entry.do_not_translate or name.isupper())


def _agree(one: GlossaryEntry, other: GlossaryEntry, language: Language) -> bool:
    return fold(one.name(language)).text == fold(other.name(language)).text


def _with(
    keep: GlossaryEntry, other: GlossaryEntry, taken: dict[Language, tuple[str, ...]]
) -> GlossaryEntry:
    def variants(language: Language) -> tuple[str, ...]:
        refused = {form.text for form in keep.forbidden(language)}
        found = (*keep.forms(language)[1:], *taken[language])
        return tuple(form for form in found if form not in refused)

    def forbidden(language: Language) -> tuple[ForbiddenForm, ...]:
        accepted = {keep.name(language), keep.titled(language), *variants(language)}
        added = (form for form in other.forbidden(language) if form.text not in accepted)
        return (*keep.forbidden(language), *added)

    notes = dict.fromkeys(note for note in (keep.note, other.note) if note)
    return replace(
        keep,
        en_variants=variants(Language.ENGLISH),
        ar_variants=variants(Language.ARABIC),
        en_forbidden=forbidden(Language.ENGLISH),
        ar_forbidden=forbidden(Language.ARABIC),
        gender=keep.gender or other.gender,
        en_title=keep.en_title or other.en_title,
        ar_title=keep.ar_title or other.ar_title,
        authority=keep.authority or other.authority,
        note="\n".join(notes),
        context=(*keep.context, *other.context),
    )
