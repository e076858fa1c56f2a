"""What a window of the editor has been sent, and what is new since. No Streamlit here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from translate_app.i18n import Translator
from translate_app.services.findings import ReviewedSegment
from translate_app.services.queries import ReviewedRelease
from translate_app.web.editor_data import headings, segment_row
from translate_app.web.editor_protocol import News, SegmentRow


@dataclass(frozen=True, slots=True)
class StockedRow:
    """A row with what it was made of."""

    revision: int
    """When it changed last."""
    reviewed: ReviewedSegment
    row: SegmentRow


@dataclass(frozen=True, slots=True)
class Stock:
    """The rows of a release as one window shows them; each knows when it changed last."""

    revision: int = 0
    wording: tuple[str, str] = ("", "")
    """Language and person that the rows are worded for."""
    rows: Mapping[int, StockedRow] = field(default_factory=dict)
    """By segment number, in the order of the text."""
    moved: int = 0
    """Revision at which segments came, went or moved."""


def restock(old: Stock, reviewed: ReviewedRelease, t: Translator, user: str, moment: int) -> Stock:
    """The rows of `reviewed`: what is in `old` and has not changed is kept as it is.

    `moment` is the time in milliseconds. Revisions are such moments, so that a browser that
    comes with the revision of an earlier session is behind every later one.
    """
    revision, wording = max(old.revision + 1, moment), (t.language, user)
    known = old.rows if old.wording == wording else {}
    release = reviewed.release
    heads = headings(release)
    rows = {}
    for each in reviewed.segments:
        number = each.segment.number
        stocked = known.get(number)
        if stocked is None or stocked.reviewed is not each:
            row = segment_row(each, release.source_language, heads, t, user)
            same = stocked is not None and stocked.row == row
            stocked = StockedRow(stocked.revision if stocked and same else revision, each, row)
        rows[number] = stocked
    moved = old.moved if list(rows) == list(old.rows) else revision
    changed = moved == revision or any(each.revision == revision for each in rows.values())
    return Stock(revision if changed else old.revision, wording, rows, moved)


def rows_of(stock: Stock) -> list[SegmentRow]:
    """All rows, in the order of the text."""
    return [each.row for each in stock.rows.values()]


def news_of(stock: Stock, release_id: str, has: int) -> News:
    """What a browser that has revision `has` lacks; all of it where that is not known here."""
    since = has if has <= stock.revision else 0
    news = News(
        release=release_id,
        revision=stock.revision,
        rows=[each.row for each in stock.rows.values() if each.revision > since],
    )
    if stock.moved > since:
        news["numbers"] = list(stock.rows)
    return news
