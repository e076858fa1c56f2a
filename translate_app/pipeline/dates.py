"""Dates as press releases write them, read with the month names of CLDR.

Source: Unicode Technical Standard #35, part 4 (Dates), section 8, for the date patterns;
CLDR through Babel for the names. Only the fields that a dateline has are known:
`d`, `M`/`L` (a number up to two letters, a name from three on), `y`, `E`.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from translate_app.domain.language import Language
from translate_app.pipeline.folding import fold

if TYPE_CHECKING:
    from babel import Locale

DEFAULT_FORMATS: dict[Language, tuple[str, ...]] = {
    Language.ENGLISH: (
        "d MMMM y",
        "MMMM d, y",
        "EEEE, d MMMM y",
        "EEEE, MMMM d, y",
        "d MMM y",
        "MMM d, y",
        "y-MM-dd",
    ),
    Language.ARABIC: ("d MMMM، y", "EEEE، d MMMM، y", "d/M/y", "y/M/d", "d-M-y", "y-MM-dd"),
}
"""Tried in order where no profile says otherwise. Commas in a pattern are optional."""

# Month names differ between Arab countries (CLDR, ar_*): Levant, Maghreb, Mauritania, Gulf.
_LOCALES = {
    Language.ENGLISH: ("en", "en_GB"),
    Language.ARABIC: ("ar", "ar_SY", "ar_DZ", "ar_MA", "ar_MR"),
}
_FIELD = re.compile(r"'(?P<quoted>[^']*)'|(?P<field>E+|d+|[ML]+|y+)|(?P<space>\s+)|(?P<other>.)")
_LONGEST_LINE = 80
"""Characters; a longer line is no dateline."""


def parse_date(text: str, formats: Sequence[str], language: Language | None) -> date | None:
    """The date that `text` is, by the first of the CLDR patterns `formats` that fits.

    Digits may be of any script, commas are optional, two month names with a slash must
    mean the same month. `language` None takes the names of both. A day that does not
    exist (31 June) gives None.
    """
    if len(text) > _LONGEST_LINE:
        return None
    folded = fold(text).text.strip()
    for pattern in formats:
        found = _compiled(pattern, language).fullmatch(folded)
        parsed = found and _as_date(found, language)
        if parsed:
            return parsed
    return None


def date_line(text: str, language: Language) -> date | None:
    """The date of a line that is nothing but a date in one of the usual forms."""
    return parse_date(text.strip(" .()"), DEFAULT_FORMATS[language], language)


def leading_date(text: str, language: Language) -> date | None:
    """The date of a dateline at the head of a paragraph (`Rasma, 3 March 2024 – ...`)."""
    head = re.split(r"\s[–—-]+\s|[–—]|\n", text[:_LONGEST_LINE], maxsplit=1)
    if len(head) < 2:
        return None
    after_place = re.split(r"[,،:(]\s*", head[0], maxsplit=1)[-1]
    return date_line(head[0], language) or date_line(after_place, language)


@lru_cache(maxsize=256)
def _compiled(pattern: str, language: Language | None) -> re.Pattern[str]:
    named: set[str] = set()

    def once(group: re.Match[str]) -> str:
        """A field that a pattern repeats (`d d`) is read where it stands first."""
        repeated = group["name"] in named
        named.add(group["name"])
        return "(?:" if repeated else group[0]

    pieces = "".join(_piece(found, language) for found in _FIELD.finditer(pattern))
    return re.compile(re.sub(r"\(\?P<(?P<name>\w+)>", once, pieces))


def _piece(found: re.Match[str], language: Language | None) -> str:
    field = found["field"]
    if found["space"]:
        return r"\s*"
    if not field:
        literal = fold(found["quoted"] or found["other"] or "").text
        return r"\s*[,،]?" if literal in (",", "،") else re.escape(literal)
    if field[0] == "d":
        return r"(?P<day>\d{1,2})(?:st|[nr]d|th)?\b"
    if field[0] == "y":
        return r"(?P<year>\d{4})(?:\s?م\b)?"
    if field[0] == "E":
        return alternatives(weekday_names(language))
    if len(field) < 3:
        return r"(?P<month>\d{1,2})"
    names = alternatives(month_names(language))
    return rf"(?P<name>{names})\.?(?:\s*/\s*(?P<second>{names}))?"


def _as_date(found: re.Match[str], language: Language | None) -> date | None:
    groups = found.groupdict()
    if not {"day", "year"} <= groups.keys():
        return None
    months = month_names(language)
    number = months[groups["name"]] if groups.get("name") else int(groups.get("month") or 0)
    if groups.get("second") and months[groups["second"]] != number:
        return None
    try:
        return date(int(groups["year"]), number, int(groups["day"]))
    except ValueError:
        return None


def alternatives(names: Iterable[str]) -> str:
    """A pattern for any of `names`."""
    # The longest first: `march` before `mar`.
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + ")"


@lru_cache(maxsize=3)
def month_names(language: Language | None) -> dict[str, int]:
    """Folded month names, wide and abbreviated, to their numbers."""
    names: dict[str, int] = {}
    for locale in _locales(language):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    names.setdefault(fold(name).text.rstrip("."), number)
    return names


@lru_cache(maxsize=3)
def weekday_names(language: Language | None) -> dict[str, int]:
    """Folded names of the days of the week, wide and abbreviated, to 0 (Monday) to 6."""
    names: dict[str, int] = {}
    for locale in _locales(language):
        for width in ("wide", "abbreviated"):
            for number, name in locale.days["format"][width].items():
                names.setdefault(fold(name).text, number)
    return names


def _locales(language: Language | None) -> "list[Locale]":
    from babel import Locale  # not at the top: `--help` must not load Babel

    languages = (language,) if language else tuple(Language)
    return [Locale.parse(code) for each in languages for code in _LOCALES[each]]
