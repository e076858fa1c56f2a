"""An edition as a gettext PO file, one entry a segment, for other translation tools."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Final

import polib

from translate_app.adapters.formats.bidi import exportable
from translate_app.adapters.formats.labels import is_draft, is_open
from translate_app.domain.language import Language
from translate_app.domain.release import Edition, PublishedSegment, PublishedUnit

_PLURAL_FORMS: Final = {
    Language.ENGLISH: "nplurals=2; plural=(n != 1);",
    # CLDR, Language Plural Rules, Arabic: zero one two few many other.
    Language.ARABIC: "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
    "n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
}
_NO_DATE: Final = datetime(1970, 1, 1, tzinfo=UTC)
# polib and msgfmt read files by line, and these would end one inside a quoted text.
_LINE_BREAKERS: Final = re.compile("[\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class PoExporter:
    """Writes PO files.

    An entry's context is `RELEASE/NUMBER`, so that equal sources stay apart; `fuzzy`
    marks a segment that is not approved; the extracted comment names the unit's kind.
    """

    format: str = "po"
    extension: str = "po"
    media_type: str = "text/x-gettext-translation; charset=utf-8"

    def serialize(self, edition: Edition) -> bytes:
        """The whole file in UTF-8; its dates are the edition's, not those of the export."""
        catalogue = polib.POFile(wrapwidth=0)
        catalogue.metadata = _header(edition)
        if is_draft(edition):
            catalogue.header = "Draft: not approved. Fuzzy entries are open."
        for unit in edition.units:
            for segment in unit.segments:
                catalogue.append(_entry(edition, unit, segment))
        return f"{catalogue}".encode()


def _header(edition: Edition) -> dict[str, str]:
    day = edition.date
    released = datetime.combine(day, time(), UTC) if day else _NO_DATE
    revised = edition.published_at or released
    number = f"publication {edition.number}" if edition.number is not None else "draft"
    person = _one_line(edition.published_by or "") or "nobody"
    return {
        "Project-Id-Version": _one_line(f"{edition.release_id} {number}"),
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": _po_date(released),
        "PO-Revision-Date": _po_date(revised),
        "Last-Translator": f"{person} <>",
        "Language-Team": f"{edition.target_language.value} <>",
        "Language": edition.target_language.value,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": _PLURAL_FORMS[edition.target_language],
        "X-Source-Language": edition.source_language.value,
        "X-Checksum": edition.checksum or "",
    }


def _entry(edition: Edition, unit: PublishedUnit, segment: PublishedSegment) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=f"{edition.release_id}/{segment.number}",
        msgid=_carried(segment.source) or "\ufffd",
        msgstr=_carried(segment.target),
        comment=unit.kind.value,
        occurrences=[(f"{edition.release_id}/{unit.kind.value}", str(segment.number))],
        flags=["fuzzy"] if is_open(segment) else [],
    )


def _carried(text: str) -> str:
    return _LINE_BREAKERS.sub("\n", exportable(text))


def _one_line(text: str) -> str:
    return " ".join(exportable(text).split())


def _po_date(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M+0000")
