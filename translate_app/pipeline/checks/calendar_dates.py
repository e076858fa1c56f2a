"""Whether both texts name the same days, and shares in the hundred."""

import re
from collections.abc import Iterator, Sequence

from translate_app.domain.segment import Finding, Severity
from translate_app.pipeline.checks.context import CheckContext
from translate_app.pipeline.date_spans import FoundDate, find_dates

_HUNDRED = r"م(?:ئ|ائ|ا)[ةه]"
_PERCENT = re.compile(rf"[%٪]|per\s?cent|hundred|{_HUNDRED}|نسبة")
_FIGURE_PERCENT = re.compile(rf"\d\s?(?:[%٪]|per\s?cent|(?:في\s+|ب)ال{_HUNDRED})")


def dates_differ(context: CheckContext) -> Iterator[Finding]:
    """A date of the source whose day, month or year is another in the target.

    Dates are compared as dates: 28 June 2019, 28/6/2019 and ٢٨ حزيران/يونيو ٢٠١٩ are the same.
    Flagged only where each text has a date that the other lacks, so one left out in words
    (“that day”) is not.
    """
    source = find_dates(context.source, context.pair.source)
    if not source:
        return
    target = list(find_dates(context.target, context.pair.target))
    lacking = [date for date in source if not _take(date, target)]
    for before, after in zip(lacking, target, strict=False):
        parameters = {
            "source": _text(before, context.source),
            "target": _text(after, context.target),
        }
        yield Finding("dates_differ", Severity.WARNING, parameters, after.span)


def _take(date: FoundDate, others: list[FoundDate]) -> bool:
    for other in others:
        if _agree(date, other):
            others.remove(other)
            return True
    return False


def _agree(one: FoundDate, other: FoundDate) -> bool:
    """Whether two dates may be the same day: what one leaves out does not count."""
    ours, theirs = one.date, other.date
    pairs: Sequence[tuple[int | None, int | None]] = (
        (ours.month, theirs.month),
        (ours.day, theirs.day),
        (ours.last_day, theirs.last_day),
        (ours.year, theirs.year),
        (ours.weekday, theirs.weekday),
    )
    return all(a == b for a, b in pairs if a is not None and b is not None)


def percent_missing(context: CheckContext) -> Iterator[Finding]:
    """A figure with a percent sign in the source, and neither sign nor words in the target."""
    found = _FIGURE_PERCENT.search(context.source)
    if found and not _PERCENT.search(context.target):
        yield Finding("percent_missing", Severity.WARNING, {"percent": _around(found)})


def _around(found: re.Match[str]) -> str:
    before = found.string[: found.start()].split()
    joined = before[-1] if before and not found.string[found.start() - 1].isspace() else ""
    return f"{joined}{found[0]}"


def _text(date: FoundDate, text: str) -> str:
    return text[date.span.start : date.span.end]
