"""Fields of an entry <-> data categories of TBX-Basic (ISO 30042:2019, ISO 12620).

What has no category travels in notes of the form `translate_app.field: value`, so that
what this program wrote it reads again without loss.
"""

import re
from typing import Final

from translate_app.domain.glossary import EntryType

V3: Final = "urn:iso:std:iso:30042:ed-2"
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

STATUS: Final = "administrativeStatus"
PREFERRED: Final = "preferredTerm-admn-sts"
ADMITTED: Final = "admittedTerm-admn-sts"
DEPRECATED: Final = "deprecatedTerm-admn-sts"
SUPERSEDED: Final = "supersededTerm-admn-sts"

GENDERS: Final = {"f": "feminine", "m": "masculine"}

IN_NOTES: Final = (
    "key",
    "en_title",
    "ar_title",
    "do_not_translate",
    "case",
    "valid_from",
    "valid_to",
    "context",
    "replaced_by",
)
"""Fields without a category that are written as notes where they have a value."""

_OWN_NOTE: Final = re.compile(r"translate_app\.([a-z_]+): (.*)", re.DOTALL)


def own_note(field: str, value: str) -> str:
    """The note that carries `value`."""
    return f"translate_app.{field}: {value}"


def own_field(note: str) -> tuple[str, str] | None:
    """Field and value of such a note; None for a note by a person."""
    found = _OWN_NOTE.fullmatch(note.strip())
    return (found[1], found[2]) if found else None


def part_of_speech(kind: EntryType) -> str:
    """The value of `partOfSpeech` for a name of that kind."""
    if kind is EntryType.OTHER:
        return "other"
    return "noun" if kind is EntryType.TITLE else "properNoun"


def term_type(form: str) -> str:
    """The value of `termType` for a spelling beside the preferred one."""
    return "acronym" if re.fullmatch(r"(?:[A-Z]\.?){2,10}", form) else "variant"


def split_scope(scope: str) -> tuple[str, str] | None:
    """Client and project of a scope; None where it cannot be put together again."""
    client, slash, project = scope.partition("/")
    if not client or bool(slash) != bool(project) or client != client.strip():
        return None
    return (client, project) if project == project.strip() else None
