"""Headings that a text without markup has: told by their looks and by what is around them.

When in doubt a line stays a paragraph. A heading is one short line without a final stop
over a longer paragraph of whole sentences. What looks like one and is none: a line of a
list or of an address (its neighbours are short too), a label (`Contact: …`), a caption, a
dateline, the name of whoever is quoted below it, the mark where a release ends.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from translate_app.domain.document import ReleaseUnit, UnitKind
from translate_app.domain.language import Language
from translate_app.pipeline.dates import date_line, leading_date

NOT_A_TITLE: Final = frozenset(
    ("for immediate release", "press release", "news release", "بيان صحفي", "للنشر الفوري")
)
_LAST: Final = frozenset(("ends", "end", "the end", "more", "انتهى", "النهاية"))
_MOST_WORDS_ON_TOP: Final = 20
_MOST_WORDS_BETWEEN: Final = 10
_LEAST_WORDS_BELOW: Final = 12
_SENTENCE_END: Final = re.compile(r"[.!?؟…][»”’\"')\]]*\Z")
_NO_HEADING_END: Final = tuple(".:;,!…،؛\"'”’»)]-–—")
_OPENING: Final = tuple("-–—*•·◦▪#>|([\"'“‘«@+")
_LABEL: Final = re.compile(r"[:@|/]|\d{4}\Z|\.\s|\d{1,3}[.)]\s|www\.")
_CAPTION: Final = re.compile(
    r"\b(?:photo|photos|picture|image|caption|credit|source|contact)\b|صورة|الصور|تصوير|المصدر|للتواصل",
    re.IGNORECASE,
)


def with_headings(units: Sequence[ReleaseUnit], language: Language) -> tuple[ReleaseUnit, ...]:
    """The units, paragraphs that are headings named as such; no text is changed."""
    return tuple(
        replace(unit, kind=UnitKind.HEADING) if _is_heading(units, place, language) else unit
        for place, unit in enumerate(units)
    )


def _is_heading(units: Sequence[ReleaseUnit], place: int, language: Language) -> bool:
    if place == 0 or place + 1 == len(units):
        return (
            False  # the first line has its own rule (see `ingest`), and nothing ends on a heading
        )
    before, unit, after = units[place - 1 : place + 2]
    on_top = before.kind is UnitKind.DATELINE and all(
        each.kind is UnitKind.DATELINE for each in units[:place]
    )
    most = _MOST_WORDS_ON_TOP if on_top else _MOST_WORDS_BETWEEN
    return (
        _may_be_heading(unit, most, language)
        and (on_top or _is_prose(before, unit))
        and _is_prose(after, unit)
        and not after.text.startswith(_OPENING)
    )


def _is_prose(unit: ReleaseUnit, heading: ReleaseUnit) -> bool:
    """Whether `unit` is a paragraph of whole sentences, clearly longer than `heading`."""
    words, least = len(unit.text.split()), 2 * len(heading.text.split())
    whole = bool(_SENTENCE_END.search(unit.text))
    return unit.kind is UnitKind.PARAGRAPH and whole and words >= max(least, _LEAST_WORDS_BELOW)


def _may_be_heading(unit: ReleaseUnit, most_words: int, language: Language) -> bool:
    text = unit.text
    if unit.kind is not UnitKind.PARAGRAPH or "\n" in text or len(text.split()) > most_words:
        return False
    if text.endswith(_NO_HEADING_END) or text.startswith(_OPENING) or text[0].islower():
        return False
    if text.lower() in NOT_A_TITLE | _LAST or not any(sign.isalpha() for sign in text):
        return False
    if _LABEL.search(text) or _CAPTION.search(text):
        return False
    return not date_line(text, language) and not leading_date(text, language)
