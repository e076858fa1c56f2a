"""Reads the numbers of a text by their value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from translate_app.domain.segment import Span
from translate_app.pipeline.checks.number_words import MAGNITUDES

# `\d` is a digit of any script, and `Decimal` reads them all. A run of more than 40 digits
# is read in pieces: it is no quantity, and values without limit would cost time.
_NUMBER = re.compile(
    r"""
    (?P<date>(?<![\d./-])\d{1,2}(?P<stroke>[./-])\d{1,2}(?P=stroke)(?:\d{4}|\d\d)(?![./-]?\d))
    |(?P<grouped>(?<!\d)\d{1,3}
        (?:(?P<mark>[,٬،\u00a0\u2009\u202f])\d{3}(?:(?P=mark)\d{3})*|(?:\.\d{3}){2,})
        (?!\d)(?:(?<!\.\d{3})[.٫]\d{1,40})?)
    |(?P<decimal>(?<!\d[,،])\d{1,40}(?:[.٫]\d{1,40}|[,،]\d{1,2}(?![\d,،])))
    |(?P<whole>\d{1,40})
    """,
    re.VERBOSE,
)
_NO_DIGIT = re.compile(r"\D")
_THOUSANDS_BY_POINT = re.compile(r"\d{1,3}\.\d{3}\Z")
_ORDINAL_OR_DECADE = re.compile(r"(?:st|nd|rd|th|['’]?s)(?![^\W_])")
_FULL_HOUR = re.compile(r":[0٠]{2}")
"""The minutes of 17:00, which may well be 5 p.m."""
_AFTERNOON = re.compile(r"(?::\d\d)?\s?(?:p\.?m\b|مساء|بعد الظهر|عصر)", re.IGNORECASE)
_NOON = 12
_LAST_MONTH = 12
_MAGNITUDE = re.compile(
    rf"[\s-](?P<word>{'|'.join(sorted(MAGNITUDES, key=len, reverse=True))})(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text."""

    text: str
    """As the text writes it."""
    span: Span
    values: frozenset[Decimal]
    """Its value; two where `2.254` may be a decimal or written by thousands, in `2 million`,
    which is 2 and 2,000,000, and in `5 p.m.`, which is 5 and 17."""
    optional: bool = False
    """Whether the other language may well say it in words: `21st`, the month of a date."""


def numbers(text: str) -> Iterator[Number]:
    """The numbers of `text` in order: digits of any script, decimals and thousands.

    A date such as 28.6.2019 is three numbers, a list such as 1,2,3 its items. Signs and
    units are not part of a number.
    """
    for match in _NUMBER.finditer(text):
        if match["date"]:
            yield from _parts_of_date(match)
        else:
            optional = _ORDINAL_OR_DECADE.match(text, match.end()) is not None
            optional = (
                optional or _FULL_HOUR.fullmatch(text, match.start() - 1, match.end()) is not None
            )
            values = _values(match)
            if _AFTERNOON.match(text, match.end()):
                values |= {value + _NOON for value in values if value < _NOON}
            magnitude = _MAGNITUDE.match(text, match.end())
            if magnitude:
                values |= {value * MAGNITUDES[magnitude["word"]] for value in values}
            yield Number(match[0], Span(*match.span()), values, optional)


def _values(match: re.Match[str]) -> frozenset[Decimal]:
    written = match[0]
    if match["grouped"]:
        head, point, fraction = _split_fraction(written)
        return frozenset((Decimal(_NO_DIGIT.sub("", head) + point + fraction),))
    values = {Decimal(_NO_DIGIT.sub(".", written))}
    if _THOUSANDS_BY_POINT.match(written):
        values.add(Decimal(_NO_DIGIT.sub("", written)))
    return frozenset(values)


def _split_fraction(written: str) -> tuple[str, str, str]:
    """A number with thousands, cut before its fraction; a repeated point is no fraction's."""
    for point in ".٫":
        head, found, fraction = written.rpartition(point)
        if found and point not in head:
            return head, ".", fraction
    return written, "", ""


def _parts_of_date(match: re.Match[str]) -> Iterator[Number]:
    """Day, month and year; what may be a month is optional, as the other side may name it."""
    start = match.start()
    pieces = match[0].split(match["stroke"])
    for position, piece in enumerate(pieces):
        value = Decimal(piece)
        is_month = position < len(pieces) - 1 and value <= _LAST_MONTH
        yield Number(piece, Span(start, start + len(piece)), frozenset((value,)), is_month)
        start += len(piece) + 1
