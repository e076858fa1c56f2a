"""Finds dates in running text: `28 June 2019`, `June 28`, `٢٨ حزيران/يونيو ٢٠١٩`, `28/6/2019`.

Names are CLDR's (see `dates`), compared folded; digits may be of any script. What may be two
dates (3/4/2019 in English, where day and month change places between countries) is none.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from translate_app.domain.language import Language
from translate_app.domain.segment import Span
from translate_app.pipeline.date_words import CalendarDate
from translate_app.pipeline.dates import alternatives, month_names, weekday_names
from translate_app.pipeline.folding import fold

_LEAP_YEAR = 2000
_BEGIN = r"(?:(?<![\w./:+-])|(?<=\b[وفبلك]))"
_END = r"(?![\w]|[./:-]\d)"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_DAYS = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
_NUMERIC = (
    r"(?P<day>\d{1,2})(?P<stroke>[./-])(?P<month>\d{1,2})(?P=stroke)" + _YEAR,
    _YEAR + r"(?P<stroke>[/-])(?P<month>\d{1,2})(?P=stroke)(?P<day>\d{1,2})",
)
_FIGURE = re.compile(r"[\d/(\u2044\uff0f]")
_IN = re.compile(r"\bin\s+\Z")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and its place in a text; clitics before it are not part of the place."""

    span: Span
    date: CalendarDate


def find_dates(text: str, language: Language) -> tuple[FoundDate, ...]:
    """The dates of `text` in order, none overlapping.

    A date has a day and a month, or a month and a year, or a month under both of its Arabic
    names; year and weekday are taken along where they stand there. A day that does not
    exist (31 June) is no date.
    """
    if not _FIGURE.search(text):
        return ()
    folded = fold(text)
    found: list[FoundDate] = []
    for pattern in _patterns(language):
        for hit in pattern.finditer(folded.text):
            span = folded.source_span(*hit.span())
            free = all(span.end <= one.span.start or one.span.end <= span.start for one in found)
            when = free and _read(hit, text[span.start : span.end], language)
            if when:
                found.append(FoundDate(span, when))
    return tuple(sorted(found, key=lambda one: one.span.start))


@lru_cache(maxsize=2)
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    """Fuller forms first: what one has found is not found again by the next."""
    worded = _arabic() if language is Language.ARABIC else _english()
    return tuple(re.compile(f"{_BEGIN}{one}{_END}") for one in (*worded, *_NUMERIC))


def _english() -> Iterator[str]:
    month = rf"(?P<name>{alternatives(month_names(Language.ENGLISH))})"
    weekday = rf"(?:(?P<weekday>{alternatives(weekday_names(Language.ENGLISH))})\b[.,]?\s+)?"
    yield rf"{weekday}{_DAYS}\s+(?:of\s+)?{month}(?:\.?,?\s+{_YEAR}(?!\d))?"
    yield rf"{weekday}{month}\.?\s+{_DAYS}(?:,?\s+{_YEAR}(?!\d))?"
    yield rf"{month}\.?,?\s+{_YEAR}"


def _arabic() -> Iterator[str]:
    one = alternatives(month_names(Language.ARABIC)).replace(r"\ ", r"\s+")
    second = rf"\s*[/(]\s*(?P<second>{one})\)?"
    month = rf"(?P<name>{one})(?:{second})?"
    days = alternatives(weekday_names(Language.ARABIC))
    weekday = rf"(?:(?:يوم\s+)?(?P<weekday>{days})[,،]?\s+)?"
    year = rf"[,،]?\s+(?:(?:من\s+)?(?:ال)?(?:عام|سنه)\s+)?{_YEAR}(?!\d)(?:\s?م\b)?"
    yield rf"{weekday}{_DAYS}\s+(?:من\s+)?(?:شهر\s+)?{month}(?:{year})?"
    yield rf"{month}{year}"
    yield rf"(?P<name>{one}){second}"


def _read(hit: re.Match[str], written: str, language: Language) -> CalendarDate | None:
    groups = hit.groupdict()
    day, last, year = (int(groups.get(key) or 0) for key in ("day", "last", "year"))
    if groups.get("stroke"):
        return _numeric(day, int(groups["month"]), year, language)
    if language is Language.ENGLISH and not _is_named(hit, written):
        return None
    names = month_names(language)
    month = names[" ".join(groups["name"].split())]
    second = groups.get("second")
    if second and names[" ".join(second.split())] != month:
        return None
    weekday = groups.get("weekday")
    days = {"day": day, "last_day": last} if day else {}
    if any(value and not _exists(value, month, year) for value in days.values()):
        return None
    if last and last <= day:
        return None
    return CalendarDate(
        month,
        day or None,
        year or None,
        weekday_names(language)[weekday] if weekday else None,
        last or None,
    )


def _is_named(hit: re.Match[str], written: str) -> bool:
    """Whether an English month is one: with a capital, and no count of people in June."""
    groups = hit.groupdict()
    at = hit.start("name") - hit.start()
    if not written[at : at + 1].isupper():  # `they may 5`, `march 12 miles`
        return False
    month_first = bool(groups.get("day")) and hit.start("name") < hit.start("day")
    return bool(groups.get("year") or not month_first) or not _IN.search(
        hit.string[: hit.start()][-10:]
    )


def _numeric(day: int, month: int, year: int, language: Language) -> CalendarDate | None:
    """Day first; in English only where nobody could read it month first."""
    if month > 12 and language is Language.ENGLISH:
        day, month = month, day
    elif language is Language.ENGLISH and day <= 12 and day != month:
        return None
    return CalendarDate(month, day, year) if _exists(day, month, year) else None


def _exists(day: int, month: int, year: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or _LEAP_YEAR, month)[1]
