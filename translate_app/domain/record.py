"""An edition as plain data: what a publication stores and what the JSON export carries.

Schema 1, an object with the members

- `schema`: 1
- `release`: release id
- `source_language`, `target_language`: BCP 47 tags
- `title` (target language), `source_title`, `category`: text or null
- `date`: `YYYY-MM-DD` or null
- `reference`: where the source came from, a file name or an address
- `number`: publication number from 1, null for a draft
- `published_at`: RFC 3339 time in UTC or null; `published_by`: name or null
- `units`: in reading order, each with `kind`, `source`, `target` and `segments`; a
  segment has `number`, `source`, `target`, `state` (`empty`, `pretranslated`, `edited`,
  `approved`) and `approved_by` (name or null)
- `style`: the client's `digits` (`latn`, `arab`) and `months` (`levantine`, `egyptian`,
  `maghrebi`, `both`); absent where it is Latin digits and Levantine months

There are no floats in it. Its canonical form is JSON with sorted members, `,` and `:`
without spaces, and every character but those JSON must escape written as itself; the
checksum of a publication is the SHA-256 of that form in UTF-8.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from translate_app.domain.client import Digits, HouseStyle, Months
from translate_app.domain.document import UnitKind
from translate_app.domain.language import Language
from translate_app.domain.release import Edition, PublishedSegment, PublishedUnit
from translate_app.domain.segment import SegmentState

SCHEMA: Final = 1

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def canonical_json(record: Mapping[str, Any]) -> str:
    """The canonical form of `record`. Lone surrogates, which UTF-8 lacks, become U+FFFD."""
    text = json.dumps(
        record, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return _LONE_SURROGATE.sub("\ufffd", text)


def edition_record(edition: Edition) -> dict[str, Any]:
    """`edition` as plain data in the present schema; the checksum is not part of it."""
    record = {
        "schema": SCHEMA,
        "release": edition.release_id,
        "source_language": edition.source_language.value,
        "target_language": edition.target_language.value,
        "title": edition.title,
        "source_title": edition.source_title,
        "date": edition.date.isoformat() if edition.date else None,
        "category": edition.category,
        "reference": edition.reference,
        "number": edition.number,
        "published_at": _utc(edition.published_at) if edition.published_at else None,
        "published_by": edition.published_by,
        "units": [_unit_record(unit) for unit in edition.units],
    }
    if edition.style != HouseStyle():
        record["style"] = {
            "digits": edition.style.digits.value,
            "months": edition.style.months.value,
        }
    return record


def edition_from_record(record: Mapping[str, Any]) -> Edition:
    """The edition that `edition_record` made `record` of; its checksum is None.

    Raises:
        KeyError, TypeError, ValueError: it is no record of this schema.
    """
    if record["schema"] != SCHEMA:
        raise ValueError(record["schema"])
    at = record["published_at"]
    return Edition(
        release_id=record["release"],
        source_language=Language(record["source_language"]),
        target_language=Language(record["target_language"]),
        title=record["title"],
        source_title=record["source_title"],
        date=date.fromisoformat(record["date"]) if record["date"] else None,
        category=record["category"],
        reference=record["reference"],
        units=tuple(_unit(unit) for unit in record["units"]),
        number=record["number"],
        published_at=datetime.fromisoformat(at) if at else None,
        published_by=record["published_by"],
        style=_style(record["style"]) if "style" in record else HouseStyle(),
    )


def _style(record: Mapping[str, str]) -> HouseStyle:
    return HouseStyle(Digits(record["digits"]), Months(record["months"]))


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _unit_record(unit: PublishedUnit) -> dict[str, Any]:
    return {
        "kind": unit.kind.value,
        "source": unit.source,
        "target": unit.target,
        "segments": [
            {
                "number": segment.number,
                "source": segment.source,
                "target": segment.target,
                "state": segment.state.label,
                "approved_by": segment.approved_by,
            }
            for segment in unit.segments
        ],
    }


def _unit(record: Mapping[str, Any]) -> PublishedUnit:
    return PublishedUnit(
        kind=UnitKind(record["kind"]),
        source=record["source"],
        target=record["target"],
        segments=tuple(
            PublishedSegment(
                number=segment["number"],
                source=segment["source"],
                target=segment["target"],
                state=SegmentState[segment["state"].upper()],
                approved_by=segment["approved_by"],
            )
            for segment in record["segments"]
        ),
    )
