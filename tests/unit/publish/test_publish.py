"""Draft editions, publications, and reading them back."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.domain.client import Digits, HouseStyle, Months
from translate_app.domain.document import UnitKind
from translate_app.domain.language import Language
from translate_app.domain.record import canonical_json
from translate_app.domain.release import Edition, PublishedSegment, PublishedUnit, Release, Unit
from translate_app.domain.segment import Segment, SegmentState, Span
from translate_app.errors import (
    NewerPublicationError,
    NotApprovedError,
    NothingToPublishError,
    PublicationError,
    StoreError,
    TamperedPublicationError,
)
from translate_app.pipeline.publish import (
    checksum,
    edition,
    edition_of,
    number_ranges,
    snapshot,
)

AT = datetime(2019, 7, 1, 9, 30, tzinfo=UTC)
HEADING = "New clinic in Rasma"
PARAGRAPH = "A clinic opened.  It serves al-Wadi camp."


def _release(title: str | None = HEADING) -> Release:
    return Release(
        id="1a2b3c4d",
        fingerprint="f" * 64,
        source_language=Language.ENGLISH,
        target_language=Language.ARABIC,
        units=(Unit(0, UnitKind.HEADING, HEADING), Unit(1, UnitKind.PARAGRAPH, PARAGRAPH)),
        title=title,
        date=date(2019, 6, 28),
        category="News",
        source_line=None,
        reference="clinic.txt",
        created_at=AT,
    )


def _segment(number: int, unit: int, span: Span, source: str, target: str) -> Segment:
    return Segment(
        release_id="1a2b3c4d",
        number=number,
        unit=unit,
        span=span,
        source=source,
        target=target,
        state=SegmentState.APPROVED,
        version=2,
        changed_at=AT,
        changed_by="Salma Kanaan",
    )


def _segments() -> tuple[Segment, ...]:
    return (
        _segment(1, 0, Span(0, 19), HEADING, "عيادة جديدة في رسما"),
        _segment(2, 1, Span(0, 16), "A clinic opened.", "افتتحت عيادة."),
        _segment(3, 1, Span(18, 41), "It serves al-Wadi camp.", "وهي تخدم مخيم الوادي."),
    )


def test_draft_edition_puts_targets_where_the_sources_stood() -> None:
    first, second, third = _segments()
    still_open = replace(second, state=SegmentState.EDITED)

    assert edition(_release(), [third, first, still_open]) == Edition(
        release_id="1a2b3c4d",
        source_language=Language.ENGLISH,
        target_language=Language.ARABIC,
        title="عيادة جديدة في رسما",
        source_title=HEADING,
        date=date(2019, 6, 28),
        category="News",
        reference="clinic.txt",
        units=(
            PublishedUnit(
                UnitKind.HEADING,
                HEADING,
                "عيادة جديدة في رسما",
                (
                    PublishedSegment(
                        1, HEADING, "عيادة جديدة في رسما", SegmentState.APPROVED, "Salma Kanaan"
                    ),
                ),
            ),
            PublishedUnit(
                UnitKind.PARAGRAPH,
                PARAGRAPH,
                "افتتحت عيادة.  وهي تخدم مخيم الوادي.",
                (
                    PublishedSegment(
                        2, "A clinic opened.", "افتتحت عيادة.", SegmentState.EDITED, None
                    ),
                    PublishedSegment(
                        3,
                        "It serves al-Wadi camp.",
                        "وهي تخدم مخيم الوادي.",
                        SegmentState.APPROVED,
                        "Salma Kanaan",
                    ),
                ),
            ),
        ),
    )


@pytest.mark.parametrize("title", [None, "", "A title of the page only"])
def test_a_title_that_is_no_heading_has_no_translation(title: str | None) -> None:
    assert edition(_release(title), _segments()).title is None


def test_a_heading_that_is_not_translated_gives_no_title() -> None:
    first, *others = _segments()
    empty = replace(first, target="", state=SegmentState.EMPTY)

    assert edition(_release(), [empty, *others]).title is None


def test_a_publication_reads_back_as_the_numbered_edition() -> None:
    publication = snapshot(_release(), _segments(), 3, AT, "Karim Haddad")

    assert edition_of(publication) == replace(
        edition(_release(), _segments()),
        number=3,
        published_at=AT,
        published_by="Karim Haddad",
        checksum=publication.checksum,
    )


def test_a_publication_keeps_the_house_style_of_its_day() -> None:
    style = HouseStyle(Digits.ARABIC, Months.EGYPTIAN)
    publication = snapshot(_release(), _segments(), 1, AT, "Karim Haddad", style)

    assert edition_of(publication).style == style
    assert '"style":{"digits":"arab","months":"egyptian"}' in publication.content
    plain = snapshot(_release(), _segments(), 1, AT, "Karim Haddad", HouseStyle())
    assert "style" not in plain.content
    assert edition_of(plain).style == HouseStyle()


def test_the_content_is_canonical_and_the_checksum_is_over_its_bytes() -> None:
    publication = snapshot(_release(), _segments(), 1, AT, "Karim Haddad")

    assert publication.content == json.dumps(
        json.loads(publication.content),
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    assert publication.checksum == hashlib.sha256(publication.content.encode()).hexdigest()
    assert '"published_at":"2019-07-01T09:30:00Z"' in publication.content


def test_the_order_of_segments_and_the_zone_of_the_clock_do_not_matter() -> None:
    damascus = AT.astimezone(timezone(timedelta(hours=3)))

    first = snapshot(_release(), _segments(), 1, AT, "Karim Haddad")
    second = snapshot(_release(), _segments()[::-1], 1, damascus, "Karim Haddad")

    assert first == second


def test_open_segments_are_named() -> None:
    heading, *_ = _segments()
    segments = [
        replace(
            heading,
            number=number,
            state=SegmentState.EDITED if number in (3, 5, 6, 7, 9, 10) else SegmentState.APPROVED,
        )
        for number in range(1, 12)
    ]

    with pytest.raises(NotApprovedError) as caught:
        snapshot(_release(), segments, 1, AT, "Karim Haddad")

    assert caught.value.parameters == {
        "release": "1a2b3c4d",
        "title": _release().display_title,
        "numbers": "3, 5–7, 9, 10",
    }


@pytest.mark.parametrize(
    "state", [state for state in SegmentState if state is not SegmentState.APPROVED]
)
def test_every_state_before_approved_refuses(state: SegmentState) -> None:
    segments = [*_segments()[:2], replace(_segments()[2], state=state)]

    with pytest.raises(NotApprovedError, match="not approved: 3"):
        snapshot(_release(), segments, 1, AT, "Karim Haddad")


def test_a_release_without_segments_is_refused() -> None:
    with pytest.raises(NothingToPublishError, match="no segment") as caught:
        snapshot(_release(), [], 1, AT, "Karim Haddad")

    assert isinstance(caught.value, NotApprovedError)


def test_a_changed_content_is_noticed() -> None:
    publication = snapshot(_release(), _segments(), 1, AT, "Karim Haddad")
    changed = replace(publication, content=publication.content.replace("عيادة", "مدرسة"))

    with pytest.raises(TamperedPublicationError, match="Publication 1 of release 1a2b3c4d"):
        edition_of(changed)


def test_a_content_of_another_publication_is_noticed() -> None:
    publication = snapshot(_release(), _segments(), 1, AT, "Karim Haddad")

    for other in (replace(publication, number=2), replace(publication, release_id="ffff")):
        with pytest.raises(TamperedPublicationError) as caught:
            edition_of(other)
        assert isinstance(caught.value, StoreError)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "null",
        "[]",
        "7",
        "{}",
        '{"schema":1}',
        '{"schema":0}',
        '{"schema":1,"units":3}',
        "[" * 9999,
    ],
)
def test_a_content_that_is_no_edition_is_an_error_of_ours(content: str) -> None:
    publication = snapshot(_release(), _segments(), 1, AT, "Karim Haddad")

    with pytest.raises(PublicationError):
        edition_of(replace(publication, content=content, checksum=checksum(content)))


def test_a_newer_schema_asks_for_an_update() -> None:
    publication = snapshot(_release(), _segments(), 1, AT, "Karim Haddad")
    content = canonical_json({**json.loads(publication.content), "schema": 2})

    with pytest.raises(NewerPublicationError, match="update the program"):
        edition_of(replace(publication, content=content, checksum=checksum(content)))


@given(
    targets=st.tuples(st.text(), st.text(), st.text()),
    by=st.text(st.characters(exclude_categories=["Cs"])),
    at=st.datetimes(timezones=st.just(UTC)),
    day=st.none() | st.dates(),
)
def test_any_text_comes_back(
    targets: tuple[str, str, str], by: str, at: datetime, day: date | None
) -> None:
    segments = [
        replace(one, target=target) for one, target in zip(_segments(), targets, strict=True)
    ]
    release = replace(_release(), date=day)

    publication = snapshot(release, segments, 1, at, by)
    back = edition_of(publication)

    publication.content.encode("utf-8")
    assert (back.published_at, back.published_by, back.date) == (at, by, day)
    assert [one.target for unit in back.units for one in unit.segments] == [
        "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in target)
        for target in targets
    ]


@pytest.mark.parametrize(
    ("numbers", "worded"),
    [
        ([], ""),
        ([4], "4"),
        ([1, 2], "1, 2"),
        ([1, 2, 3], "1–3"),
        ([9, 3, 5, 6, 7, 8, 3], "3, 5–9"),
    ],
)
def test_number_ranges(numbers: list[int], worded: str) -> None:
    assert number_ranges(numbers) == worded
