"""Publishing: the approved segments of a release become a numbered, immutable snapshot.

A publication stores its edition as canonical JSON (the schema stands in `domain.record`)
with the SHA-256 of these bytes. The checksum shows that a stored publication, or a copy
of it, is still the one that was published; it is no defence against somebody who may
write to the database and computes it anew.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from translate_app.domain.client import HouseStyle
from translate_app.domain.document import UnitKind
from translate_app.domain.record import (
    SCHEMA,
    canonical_json,
    edition_from_record,
    edition_record,
)
from translate_app.domain.release import (
    Edition,
    Publication,
    PublishedSegment,
    PublishedUnit,
    Release,
    Unit,
)
from translate_app.domain.segment import Segment, SegmentState
from translate_app.errors import (
    NewerPublicationError,
    NotApprovedError,
    NothingToPublishError,
    PublicationError,
    TamperedPublicationError,
)
from translate_app.pipeline.compose import compose


def edition(
    release: Release, segments: Sequence[Segment], style: HouseStyle | None = None
) -> Edition:
    """The draft edition: the release's units with the targets as they stand now.

    A unit's target is its segments' targets with what stood between the source segments;
    a segment that has none yet leaves its place empty.
    """
    by_unit: defaultdict[int, list[Segment]] = defaultdict(list)
    for segment in sorted(segments, key=lambda one: one.place):
        by_unit[segment.unit].append(segment)
    units = tuple(_published_unit(unit, by_unit[unit.position]) for unit in release.units)
    return Edition(
        release_id=release.id,
        source_language=release.source_language,
        target_language=release.target_language,
        title=_target_title(release.title, units),
        source_title=release.title,
        date=release.date,
        category=release.category,
        reference=release.reference,
        units=units,
        style=style or HouseStyle(),
    )


def snapshot(
    release: Release,
    segments: Sequence[Segment],
    number: int,
    at: datetime,
    by: str,
    style: HouseStyle | None = None,
) -> Publication:
    """Publication `number` of `release`, made by `by` at the aware time `at`.

    `style` is the client's house style, which the publication keeps.

    Raises:
        NotApprovedError: a segment is not approved; it names them all.
        NothingToPublishError: there is no segment (a kind of NotApprovedError).
    """
    if not segments:
        raise NothingToPublishError(release=release.id, title=release.display_title)
    still_open = [one.number for one in segments if one.state is not SegmentState.APPROVED]
    if still_open:
        numbers = number_ranges(still_open)
        raise NotApprovedError(release=release.id, title=release.display_title, numbers=numbers)
    published_at = at.astimezone(UTC)
    published = replace(
        edition(release, segments, style), number=number, published_at=published_at, published_by=by
    )
    content = canonical_json(edition_record(published))
    return Publication(
        release_id=release.id,
        number=number,
        published_at=published_at,
        published_by=by,
        checksum=checksum(content),
        content=content,
    )


def edition_of(publication: Publication) -> Edition:
    """The edition that `publication` holds, with its checksum.

    Raises:
        TamperedPublicationError: content and checksum, or content and the publication's
            own number and release, do not belong together.
        NewerPublicationError: its schema is newer than this program.
        PublicationError: the content is no edition.
    """
    named = {"release": publication.release_id, "number": publication.number}
    if checksum(publication.content) != publication.checksum:
        raise TamperedPublicationError(**named)
    try:
        record = json.loads(publication.content)
        schema = record["schema"]
        if isinstance(schema, int) and schema > SCHEMA:
            raise NewerPublicationError(**named)
        published = edition_from_record(record)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise PublicationError(**named) from error
    if (published.release_id, published.number) != (publication.release_id, publication.number):
        raise TamperedPublicationError(**named)
    return replace(published, checksum=publication.checksum)


def checksum(content: str) -> str:
    """SHA-256 of `content` in UTF-8, 64 lower-case hexadecimal digits."""
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def number_ranges(numbers: Iterable[int]) -> str:
    """Numbers as people write them: `3, 5–9`; two neighbours stay apart: `5, 6`."""
    ranges: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    return ", ".join(_worded(first, last) for first, last in ranges)


def _worded(first: int, last: int) -> str:
    if first == last:
        return str(first)
    return f"{first}, {last}" if last == first + 1 else f"{first}–{last}"


def _published_unit(unit: Unit, segments: Sequence[Segment]) -> PublishedUnit:
    return PublishedUnit(
        kind=unit.kind,
        source=unit.text,
        target=compose(unit.text, [one.span for one in segments], [one.target for one in segments]),
        segments=tuple(_published_segment(one) for one in segments),
    )


def _published_segment(segment: Segment) -> PublishedSegment:
    approved = segment.state is SegmentState.APPROVED
    return PublishedSegment(
        number=segment.number,
        source=segment.source,
        target=segment.target,
        state=segment.state,
        approved_by=segment.changed_by if approved else None,
    )


def _target_title(title: str | None, units: Sequence[PublishedUnit]) -> str | None:
    """The target of the heading that carries the release's title, None where none does."""
    if not title:
        return None
    wanted = title.split()
    for unit in units:
        if unit.kind is UnitKind.HEADING and unit.source.split() == wanted:
            return unit.target.strip() or None
    return None
