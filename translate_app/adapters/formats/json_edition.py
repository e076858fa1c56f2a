"""An edition as JSON, for programs.

An object with the members

- `format`: `translate_app.edition`
- `draft`: whether it is no publication, or a segment of it is not approved
- `checksum`: SHA-256 of the canonical form of `content`, null for a draft
- `content`: the edition, schema 1 of `domain.record`, where the canonical form stands too

Bidirectional and other invisible controls inside texts are written as `\\uXXXX`: the
file shows them and cannot be reordered by them, and its reader gets them unchanged.
"""

import json
import re
from dataclasses import dataclass
from typing import Final

from translate_app.adapters.formats.labels import is_draft
from translate_app.domain.record import edition_record
from translate_app.domain.release import Edition

_INVISIBLE: Final = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


@dataclass(frozen=True, slots=True)
class JsonExporter:
    """Writes JSON."""

    format: str = "json"
    extension: str = "json"
    media_type: str = "application/json"

    def serialize(self, edition: Edition) -> bytes:
        """The whole document in UTF-8, members sorted, two spaces of indent."""
        document = {
            "format": "translate_app.edition",
            "draft": is_draft(edition),
            "checksum": edition.checksum,
            "content": edition_record(edition),
        }
        text = json.dumps(document, ensure_ascii=False, sort_keys=True, indent=2)
        return (_INVISIBLE.sub(_escaped, text) + "\n").encode("utf-8")


def _escaped(match: re.Match[str]) -> str:
    """The JSON escape of a character (RFC 8259, section 7)."""
    return json.dumps(match.group())[1:-1]
