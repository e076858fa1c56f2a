"""An edition as a self-contained HTML page, for the screen and for paper.

No script, no external resource; a Content-Security-Policy says so to the browser. The
page carries the language and direction of the target; runs of the other direction are
isolated by `<bdi>`, so that a foreign name cannot disturb the order of what surrounds
it (W3C, Inline markup and bidirectional text in HTML).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from html import escape
from importlib.resources import files
from itertools import groupby
from string import Template
from typing import Final
from urllib.parse import urlsplit

from translate_app.adapters.formats.bidi import isolate_runs, markup_text
from translate_app.adapters.formats.labels import (
    CHECKSUM,
    DRAFT,
    LANGUAGE_NAMES,
    NOT_APPROVED,
    NOT_TRANSLATED,
    ORIGINAL,
    PUBLICATION,
    PUBLISHED,
    TRANSLATED_FROM,
    Labels,
    is_draft,
    is_open,
)
from translate_app.adapters.formats.pieces import Piece, target_pieces
from translate_app.domain.document import UnitKind
from translate_app.domain.language import Language
from translate_app.domain.release import Edition, PublishedUnit, first_words

_SHORT_CHECKSUM: Final = 12
_DESCRIPTION_LENGTH: Final = 160


@dataclass(frozen=True, slots=True)
class PageExporter:
    """Writes HTML pages."""

    labels: Labels
    format: str = "html"
    extension: str = "html"
    media_type: str = "text/html; charset=utf-8"

    def serialize(self, edition: Edition) -> bytes:
        """The whole page in UTF-8; the same edition gives the same bytes."""
        language = edition.target_language
        draft = is_draft(edition)
        page = _template().substitute(
            lang=language.value,
            dir=language.direction.value,
            title=_attribute(_title(edition)),
            description=_attribute(_description(edition)),
            robots='<meta name="robots" content="noindex">\n' if draft else "",
            css=_package_text("page.css"),
            banner=self._banner(language) if draft else "",
            body=self._body(edition),
            footer="\n".join(self._footer(edition)),
        )
        return page.encode("utf-8")

    def _banner(self, language: Language) -> str:
        def word(message: str) -> str:
            return escape(self.labels.text(language, message))

        return (
            f'<p class="banner" role="note"><strong>{word(DRAFT)}</strong> '
            f'<mark class="open">{word(NOT_APPROVED)}</mark> '
            f'<mark class="missing">{word(NOT_TRANSLATED)}</mark></p>\n'
        )

    def _body(self, edition: Edition) -> str:
        blocks = []
        generated = self._generated_dateline(edition)
        headings = 0
        for kind, group in groupby(edition.units, key=lambda unit: unit.kind):
            inner = [self._unit_text(unit, edition) for unit in group]
            if kind is UnitKind.LIST_ITEM:
                blocks.append(
                    "<ul>\n" + "\n".join(f"<li>{text}</li>" for text in inner) + "\n</ul>"
                )
                continue
            for text in inner:
                level = "h2" if headings else "h1"
                headings += kind is UnitKind.HEADING
                blocks.append(_block(kind, text, level, edition.date))
                if generated and kind is UnitKind.HEADING:
                    blocks.append(generated)
                    generated = ""
        return "\n".join([generated, *blocks] if generated else blocks)

    def _generated_dateline(self, edition: Edition) -> str:
        """A dateline made of the release's date, empty where a unit says it."""
        if not edition.date or any(unit.kind is UnitKind.DATELINE for unit in edition.units):
            return ""
        words = self.labels.format_date(edition.target_language, edition.date, edition.style)
        return f'<p class="dateline">{_time(edition.date, escape(words))}</p>'

    def _unit_text(self, unit: PublishedUnit, edition: Edition) -> str:
        if not any(is_open(segment) for segment in unit.segments):
            return _inline(unit.target.strip("\n"), edition.target_language)
        return "".join(self._piece(piece, edition) for piece in _trimmed(target_pieces(unit)))

    def _piece(self, piece: Piece, edition: Edition) -> str:
        if not piece.is_open:
            return _inline(piece.text, edition.target_language)
        shown = edition.source_language if piece.is_source else edition.target_language
        message = NOT_TRANSLATED if piece.is_source else NOT_APPROVED
        title = escape(self.labels.text(edition.target_language, message))
        name = "missing" if piece.is_source else "open"
        return (
            f'<mark class="{name}" lang="{shown.value}" dir="{shown.direction.value}" '
            f'title="{title}">{_inline(piece.text, shown)}</mark>'
        )

    def _footer(self, edition: Edition) -> Iterable[str]:
        language = edition.target_language

        def row(message: str, value: str) -> str:
            label = escape(self.labels.text(language, message))
            return f"<div><dt>{label}</dt><dd>{value}</dd></div>"

        if edition.number is not None:
            yield row(PUBLICATION, str(edition.number))
        if edition.published_at is not None:
            words = self.labels.format_date(language, edition.published_at.date(), edition.style)
            yield row(PUBLISHED, _time(edition.published_at, escape(words)))
        if edition.checksum:
            short = escape(edition.checksum[:_SHORT_CHECKSUM])
            yield row(CHECKSUM, f'<bdi dir="ltr"><code title="SHA-256">{short}</code></bdi>')
        address = _web_address(edition.reference)
        if address:
            yield row(ORIGINAL, address)
        name = LANGUAGE_NAMES[edition.source_language]
        yield row(TRANSLATED_FROM, escape(self.labels.text(language, name)))


def _trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without line ends around them all; those between two are of the text."""
    kept = list(pieces)
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip("\n"))
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip("\n"))
    return kept


def _block(kind: UnitKind, text: str, heading: str, day: date | None) -> str:
    match kind:
        case UnitKind.HEADING:
            return f"<{heading}>{text}</{heading}>"
        case UnitKind.DATELINE:
            return f'<p class="dateline">{_time(day, text) if day else text}</p>'
        case UnitKind.QUOTE:
            return f"<blockquote>\n<p>{text}</p>\n</blockquote>"
        case UnitKind.CAPTION:
            return f"<figure>\n<figcaption>{text}</figcaption>\n</figure>"
        case UnitKind.SOURCE_LINE:
            return f'<p class="source-line">{text}</p>'
        case _:
            return f"<p>{text}</p>"


def _inline(text: str, base: Language) -> str:
    """`text` as phrasing content: escaped, foreign runs isolated, line ends as `<br>`."""
    parts = []
    for run in isolate_runs(markup_text(text), base):
        words = escape(run.text).replace("\n", "<br>\n")
        parts.append(f'<bdi dir="{run.direction.value}">{words}</bdi>' if run.direction else words)
    return "".join(parts)


def _time(moment: date | datetime, words: str) -> str:
    stamp = moment.isoformat().replace("+00:00", "Z")
    return f'<time datetime="{stamp}">{words}</time>'


def _title(edition: Edition) -> str:
    """The headline, else the first words of the text: a page needs a title."""
    if edition.title:
        return edition.title
    texts = (unit.target for unit in edition.units if unit.kind is not UnitKind.DATELINE)
    return first_words(next((text for text in texts if text.strip()), edition.release_id))


def _description(edition: Edition) -> str:
    texts = (unit.target for unit in edition.units if unit.kind is UnitKind.PARAGRAPH)
    return first_words(next((text for text in texts if text.strip()), ""), _DESCRIPTION_LENGTH)


def _attribute(text: str) -> str:
    """`text` on one line for an attribute or the title, where no markup can isolate."""
    return escape(" ".join(markup_text(text).split()))


def _web_address(reference: str) -> str:
    """A link to where the source came from, or nothing.

    Names of files are the newsroom's own affair and mean nothing to a reader.
    """
    plain = " ".join(markup_text(reference).split())
    if not is_web_address(plain):
        return ""
    address = escape(plain)
    return f'<bdi dir="ltr"><a href="{address}" rel="noopener">{address}</a></bdi>'


def is_web_address(text: str) -> bool:
    """Whether `text` is an http or https address that is safe to link, without a password."""
    if any(character.isspace() for character in text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
    except ValueError:
        return False


@cache
def _template() -> Template:
    return Template(_package_text("page.html"))


@cache
def _package_text(name: str) -> str:
    page = files("translate_app").joinpath("data", "page", name)
    return page.read_text(encoding="utf-8")
