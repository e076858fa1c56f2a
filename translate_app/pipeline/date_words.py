"""A date in words, in a client's style. Month and weekday names are CLDR's, through Babel."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from translate_app.domain.client import HouseStyle, Months
from translate_app.domain.language import Language
from translate_app.pipeline.digits import digits_for, in_digits

_LOCALES = {
    Months.LEVANTINE: ("ar_SY",),
    Months.EGYPTIAN: ("ar_EG",),
    Months.MAGHREBI: ("ar_DZ",),
    Months.BOTH: ("ar_SY", "ar_EG"),
}
_ENGLISH = "en_GB"
_RANGE = "–"


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date as a text gives it: whatever it leaves out is None."""

    month: int
    """From 1."""
    day: int | None = None
    year: int | None = None
    weekday: int | None = None
    """From 0, Monday."""
    last_day: int | None = None
    """Of a range within the month: 10–12 June."""

    @classmethod
    def of(cls, day: date) -> "CalendarDate":
        """A whole date without its weekday."""
        return cls(day.month, day.day, day.year)


def date_words(when: CalendarDate, language: Language, style: HouseStyle) -> str:
    """`when` as press prose in `language` writes it: day month year, behind the weekday.

    The order is that of CLDR's long date (`d MMMM y`) for `en_GB` and all of `ar`; English
    takes nothing from `style`.
    """
    arabic = language is Language.ARABIC
    codes = _LOCALES[style.months] if arabic else (_ENGLISH,)
    names = dict.fromkeys(_month_name(code, when.month) for code in codes)
    days = _RANGE.join(str(day) for day in (when.day, when.last_day) if day)
    weekday = "" if when.weekday is None else _weekday_name(codes[0], when.weekday)
    pieces = (weekday, days, "/".join(names), str(when.year or ""))
    return in_digits(" ".join(filter(None, pieces)), digits_for(language, style.digits))


@lru_cache(maxsize=64)
def _month_name(code: str, month: int) -> str:
    from babel import Locale  # not at the top: `--help` must not load Babel

    return str(Locale.parse(code).months["format"]["wide"][month])


@lru_cache(maxsize=32)
def _weekday_name(code: str, weekday: int) -> str:
    from babel import Locale  # see above

    return str(Locale.parse(code).days["format"]["wide"][weekday])
