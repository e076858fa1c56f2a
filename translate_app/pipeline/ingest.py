"""Documents -> releases. Pure: reads no file, asks no clock.

A listing page is cut at its datelines by the first site profile that finds one; any
other document is one release. Nothing is lost: each character of the document ends up
in a unit or in `Harvest.dropped`.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from translate_app.domain.document import (
    Block,
    Document,
    DroppedText,
    DropReason,
    Harvest,
    IncomingRelease,
    ReleaseUnit,
    SiteProfile,
    UnitKind,
)
from translate_app.domain.language import Language
from translate_app.errors import UnknownLanguageError
from translate_app.pipeline.dates import date_line, leading_date, parse_date
from translate_app.pipeline.detect import detect_language
from translate_app.pipeline.ingest_headings import NOT_A_TITLE, with_headings

_LONGEST_LINE = 300
"""Characters; a profile's patterns are not tried on longer lines."""
_SOURCE_LINE_REACH = 300
_LONGEST_TITLE = 150


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a block: datelines and footers may share a block with their neighbours."""

    text: str
    block: int
    kind: UnitKind
    number: int


@dataclass(frozen=True, slots=True)
class _Dateline:
    """Where a release begins in a listing, and what the line says."""

    index: int
    date: date | None
    category: str | None


def harvest(
    document: Document, profiles: Sequence[SiteProfile], language: Language | None = None
) -> Harvest:
    """The releases in `document`, and what is part of none.

    `releases` is empty where the document has no text besides page furniture: the caller
    says NoReleaseFoundError. `language` is what the person states; without it the letters
    of each release decide, and where they are not clear, the profile or the page.

    Raises:
        UnknownLanguageError: the language of a release cannot be told.
    """
    lines = _lines(document.blocks)
    for profile in profiles:
        datelines = _datelines(lines, profile)
        if datelines:
            return _cut_listing(document, lines, datelines, profile, language)
    release = _single_release(document, language)
    return Harvest((release,) if release else (), document.notes)


def fingerprint(release: IncomingRelease, target_language: Language) -> str:
    """SHA-256 (hexadecimal) by which the same release is recognised.

    Over the language pair and the unit texts with white space normalised; not over the
    reference, so that a release is the same from whatever file it comes.
    """
    texts = (" ".join(unit.text.split()) for unit in release.units)
    content = "\n".join((f"{release.language.value}-{target_language.value}", *texts))
    return hashlib.sha256(content.encode()).hexdigest()


def _lines(blocks: Iterable[Block]) -> tuple[_Line, ...]:
    return tuple(
        _Line(text.strip(), position, block.kind, block.line and block.line + offset)
        for position, block in enumerate(blocks)
        for offset, text in enumerate(block.text.split("\n"))
        if text.strip()
    )


# A listing page


def _datelines(lines: Sequence[_Line], profile: SiteProfile) -> tuple[_Dateline, ...]:
    pattern = re.compile(profile.dateline)
    found = []
    for index, line in enumerate(lines):
        match = pattern.fullmatch(line.text) if len(line.text) <= _LONGEST_LINE else None
        if match:
            groups = match.groupdict()
            stated = parse_date(groups["date"] or "", profile.date_formats, profile.language)
            found.append(_Dateline(index, stated, groups.get("category")))
    return tuple(found)


def _cut_listing(
    document: Document,
    lines: Sequence[_Line],
    datelines: Sequence[_Dateline],
    profile: SiteProfile,
    language: Language | None,
) -> Harvest:
    starts = [_start(lines, dateline, profile) for dateline in datelines]
    dropped = [*document.notes, *_drop(lines[: starts[0]], DropReason.SITE_HEADER)]
    releases = []
    for dateline, (start, end) in zip(datelines, pairwise([*starts, len(lines)]), strict=True):
        body, furniture = _without_furniture(lines[dateline.index + 1 : end], profile)
        units = _listed_units(lines[start : dateline.index + 1], body, profile)
        if body:
            releases.append(_listed_release(units, dateline, document, profile, language))
        else:
            dropped += _drop(lines[start : dateline.index + 1], DropReason.BOILERPLATE)
        dropped += furniture
    return Harvest(tuple(releases), tuple(dropped))


def _start(lines: Sequence[_Line], dateline: _Dateline, profile: SiteProfile) -> int:
    """Where the release of `dateline` begins: at a headline just before it, or there."""
    if dateline.index == 0:
        return 0
    before = lines[dateline.index - 1]
    if before.text == dateline.category or _matches(before, profile.header):
        return dateline.index
    return dateline.index - _is_heading(before, profile)


def _is_heading(line: _Line, profile: SiteProfile) -> bool:
    stated = (profile.heading,) if profile.heading else ()
    return line.kind is UnitKind.HEADING or _matches(line, stated)


def _matches(line: _Line, patterns: Iterable[str]) -> bool:
    if len(line.text) > _LONGEST_LINE:
        return False
    return any(re.fullmatch(pattern, line.text) for pattern in patterns)


def _without_furniture(
    lines: Sequence[_Line], profile: SiteProfile
) -> tuple[Sequence[_Line], list[DroppedText]]:
    """The lines of a release, and the footer and the next page's header that follow them.

    A footer ends the page: nothing after it belongs to the release.
    """
    end = next(
        (index for index, line in enumerate(lines) if _matches(line, profile.footer)), len(lines)
    )
    footer = _drop(lines[end:], DropReason.SITE_FOOTER)
    last = end
    while last and _matches(lines[last - 1], profile.header):
        last -= 1
    return lines[:last], [*_drop(lines[last:end], DropReason.SITE_HEADER), *footer]


def _listed_units(
    head: Sequence[_Line], body: Sequence[_Line], profile: SiteProfile
) -> tuple[ReleaseUnit, ...]:
    units = [ReleaseUnit(UnitKind.HEADING, line.text) for line in head[:-1]]
    units.append(ReleaseUnit(UnitKind.DATELINE, head[-1].text))
    if len(units) == 1 and body and _is_heading(body[0], profile):
        units.append(ReleaseUnit(UnitKind.HEADING, body[0].text))
        body = body[1:]
    for _, group in groupby(body, lambda line: line.block):
        block = list(group)
        units.append(ReleaseUnit(block[0].kind, "\n".join(line.text for line in block)))
    return (*units[:-1], *_split_source_line(units[-1], profile))


def _split_source_line(unit: ReleaseUnit, profile: SiteProfile) -> tuple[ReleaseUnit, ...]:
    """`unit` and the source line at its end as a unit of its own, if there is one."""
    if not profile.source_line or unit.kind in (UnitKind.DATELINE, UnitKind.HEADING):
        return (unit,)
    reach = max(0, len(unit.text) - _SOURCE_LINE_REACH)
    for found in re.finditer(profile.source_line, unit.text[reach:]):
        if reach + found.end() == len(unit.text) and found["source_line"]:
            place = reach + found.start("source_line")
            rest = unit.text[:place].rstrip()
            source = ReleaseUnit(UnitKind.SOURCE_LINE, unit.text[place:].strip())
            return (ReleaseUnit(unit.kind, rest), source) if rest else (source,)
    return (unit,)


def _listed_release(
    units: tuple[ReleaseUnit, ...],
    dateline: _Dateline,
    document: Document,
    profile: SiteProfile,
    language: Language | None,
) -> IncomingRelease:
    stated = profile.language or document.language
    told = _language_of(units, document.name, language, stated)
    if not _has_headings(document):
        units = with_headings(units, told)
    return IncomingRelease(
        units=units,
        language=told,
        title=_first_text(units, UnitKind.HEADING),
        date=dateline.date,
        category=dateline.category,
        source_line=_first_text(units, UnitKind.SOURCE_LINE),
        reference=document.name,
    )


# A document that is one release


def _single_release(document: Document, language: Language | None) -> IncomingRelease | None:
    if not document.blocks:
        return None
    units = tuple(ReleaseUnit(block.kind, block.text) for block in document.blocks)
    told = _language_of(units, document.name, language, document.language)
    units = _with_datelines(units, told)
    units = _with_title(units, document.title)
    if document.title is None and not _has_headings(document):
        units = with_headings(units, told)
    return IncomingRelease(
        units=units,
        language=told,
        title=_first_text(units, UnitKind.HEADING) or document.title,
        date=document.published or _date_of(units, told),
        reference=document.name,
    )


def _with_datelines(units: tuple[ReleaseUnit, ...], language: Language) -> tuple[ReleaseUnit, ...]:
    """The units, with lines that are nothing but a date as datelines of their own."""
    result: list[ReleaseUnit] = []
    for unit in units:
        if unit.kind is not UnitKind.PARAGRAPH:
            result.append(unit)
            continue
        lines = unit.text.split("\n")
        for is_date, group in groupby(lines, lambda line: bool(date_line(line, language))):
            kind = UnitKind.DATELINE if is_date else UnitKind.PARAGRAPH
            result.append(ReleaseUnit(kind, "\n".join(group)))
    return tuple(result)


def _with_title(units: tuple[ReleaseUnit, ...], stated: str | None) -> tuple[ReleaseUnit, ...]:
    """The units with the title as a heading: found, told by its looks, or put in front."""
    headings = [unit.text for unit in units[:3] if unit.kind is UnitKind.HEADING]
    if headings and (stated is None or any(text in stated or stated in text for text in headings)):
        return units
    place = 1 if units[0].text.strip(" :.").lower() in NOT_A_TITLE else 0
    if stated is None:
        is_title = _looks_like_title(units[place : place + 2])
    else:
        is_title = any(unit.text == stated for unit in units[place : place + 1])
    if is_title:
        heading = ReleaseUnit(UnitKind.HEADING, units[place].text)
        return (*units[:place], heading, *units[place + 1 :])
    return (ReleaseUnit(UnitKind.HEADING, stated), *units) if stated else units


def _looks_like_title(units: Sequence[ReleaseUnit]) -> bool:
    """Whether the first of two units is short, without a final stop, and above a text."""
    if len(units) < 2 or units[0].kind is not UnitKind.PARAGRAPH or "\n" in units[0].text:
        return False
    title, after = units
    if len(title.text) > _LONGEST_TITLE or title.text.endswith(tuple(".:;,!…،؛")):
        return False
    return after.kind is UnitKind.DATELINE or len(after.text) > len(title.text)


def _date_of(units: Iterable[ReleaseUnit], language: Language) -> date | None:
    """The date of the first dateline, else of a dateline at the head of a paragraph."""
    paragraphs = []
    for unit in units:
        if unit.kind is UnitKind.DATELINE:
            return date_line(unit.text.split("\n")[0], language)
        if unit.kind is UnitKind.PARAGRAPH:
            paragraphs.append(unit.text)
    dates = (leading_date(text, language) for text in paragraphs[:2])
    return next((found for found in dates if found), None)


# Both


def _language_of(
    units: Sequence[ReleaseUnit], name: str, told: Language | None, stated: Language | None
) -> Language:
    # A page's or a profile's word comes last: `lang="en"` on Arabic pages is common.
    language = told or detect_language("\n".join(unit.text for unit in units)) or stated
    if language is None:
        raise UnknownLanguageError(name=name)
    return language


def _has_headings(document: Document) -> bool:
    """Whether the format says what is a heading: then nothing is guessed."""
    return any(block.kind is UnitKind.HEADING for block in document.blocks)


def _first_text(units: Iterable[ReleaseUnit], kind: UnitKind) -> str | None:
    return next((unit.text for unit in units if unit.kind is kind), None)


def _drop(lines: Iterable[_Line], reason: DropReason) -> list[DroppedText]:
    return [DroppedText(line.text, reason, line.number) for line in lines]
