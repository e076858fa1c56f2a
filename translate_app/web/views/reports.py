"""What was done, how long it took, and what of the drafts people kept."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Final

import streamlit as st

from translate_app.domain.release import ReleaseSummary
from translate_app.domain.report import DayRow, KeptRow, SegmentTimeRow
from translate_app.web import labels, markup
from translate_app.web.context import Context
from translate_app.web.markup import Cell

_PERIODS: Final = (7, 30, 365, 0)
"""Days to look back; 0 is everything."""
_SLOWEST: Final = 20


def page(context: Context) -> None:
    """Draw the page."""
    t = context.t
    _ = t.gettext
    st.html(markup.tag("h1", _("Reports"), class_="title"))
    days = st.pills(
        _("Period"),
        _PERIODS,
        default=30,
        required=True,
        format_func=lambda each: _period(context, each),
        key="report_period",
    )
    since = datetime.now(UTC) - timedelta(days=days) if days else None
    reports = context.application.reports
    daily = reports.days(since, zone=context.t.zone)
    kept = reports.kept(since=since)
    times = reports.times(since=since)
    if not daily and not kept:
        st.html(
            markup.within(
                "div",
                markup.tag("b", _("Nothing was done in this time.")),
                markup.tag("span", _("Reports are made of what people edit and approve.")),
                class_="empty",
            )
        )
        return
    _days(context, daily)
    _kept(context, kept)
    _times(context, times)


def _period(context: Context, days: int) -> str:
    t = context.t
    if not days:
        return t.gettext("All")
    if days == _PERIODS[2]:
        return t.gettext("A year")
    return t.ngettext("{number} day", "{number} days", days).format(number=t.number(days))


def _days(context: Context, rows: Sequence[DayRow]) -> None:
    t = context.t
    _ = t.gettext
    heads = (_("Day"), _("Who"), _("Words edited"), _("Words approved"), _("Minutes"))
    most = max((max(row.words, row.approved_words) for row in rows), default=0)
    lines = [
        (
            _plain(t.date(row.day)),
            _name(row.person),
            _bar(context, row.words, most, "edit"),
            _bar(context, row.approved_words, most, "ok"),
            _plain(t.number(round(row.minutes)), "number"),
        )
        for row in sorted(rows, key=lambda row: (row.day, row.person), reverse=True)
    ]
    _table(context, _("Work by day"), heads, lines, DayRow, rows, "days")


def _kept(context: Context, rows: Sequence[KeptRow]) -> None:
    t = context.t
    _ = t.gettext
    heads = (
        _("Draft from"),
        _("Names of the glossary"),
        _("Segments"),
        _("Kept of the draft (chrF)"),
        _("Approved unchanged"),
    )
    lines = [
        (
            _name(_engine(context, row.engine)),
            _plain(_(labels.DRAFT_NAMES[row.names])),
            _plain(t.number(row.segments), "number"),
            _bar(context, round(row.kept), 100, "mt"),
            _plain(t.percent(row.unchanged / row.segments), "number"),
        )
        for row in rows
    ]
    _table(context, _("How much of the drafts was kept"), heads, lines, KeptRow, rows, "kept")


def _engine(context: Context, engine: str) -> str:
    words = {origin.value: words for origin, words in labels.ORIGINS.items()}
    return context.t.gettext(words[engine]) if engine in words else engine


def _times(context: Context, rows: Sequence[SegmentTimeRow]) -> None:
    t = context.t
    _ = t.gettext
    heads = (_("Release"), _("Segment"), _("Who"), _("Words"), _("Seconds"))
    releases = {each.id: each for each in context.application.queries.releases()}
    taken = [row for row in rows if round(row.seconds)]
    slowest = sorted(taken, key=lambda row: row.seconds, reverse=True)[:_SLOWEST]
    most = max((row.seconds for row in slowest), default=0.0)
    lines = [
        (
            _title(releases[row.release_id]),
            _plain(t.number(row.number), "number"),
            _name(row.person),
            _plain(t.number(row.words), "number"),
            _bar(context, round(row.seconds), round(most), "edit"),
        )
        for row in slowest
    ]
    _table(context, _("Segments that took longest"), heads, lines, SegmentTimeRow, rows, "segments")


def _plain(text: str, class_: str = "") -> Cell:
    return Cell(markup.tag("span", text), class_)


def _name(text: str) -> Cell:
    """A cell whose text may be of the other direction; it begins where its column does."""
    return Cell(markup.tag("bdi", text))


def _title(release: ReleaseSummary) -> Cell:
    """A cell with the title of a release, in its language."""
    return Cell(markup.in_language("bdi", release.display_title, release.source_language))


def _bar(context: Context, value: int, most: int, tone: str) -> Cell:
    """A cell with its number and a bar beside it."""
    share = 100 * value / most if most else 0.0
    number = markup.tag("span", context.t.number(value))
    return Cell(f'{number}<i class="{tone}" style="width:{share:.1f}%"></i>', "measure")


def _table(
    context: Context,
    title: str,
    heads: Sequence[str],
    lines: Sequence[Sequence[Cell]],
    kind: type[DayRow] | type[KeptRow] | type[SegmentTimeRow],
    rows: Sequence[DayRow | KeptRow | SegmentTimeRow],
    name: str,
) -> None:
    """A report with the way to take it away as CSV; nothing is drawn where it is empty."""
    if not lines:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(markup.tag("h2", title, class_="part"), width="stretch")
        st.download_button(
            "CSV",
            data=partial(context.application.reports.csv, kind, rows),
            file_name=f"{name}.csv",
            mime="text/csv; charset=utf-8",
            key=f"csv-{name}",
            on_click="ignore",
        )
    st.html(markup.table(heads, lines, "report"))
