"""TBX files, read: version 2 (martif, TBX-Basic) and version 3 in the styles DCA and DCT.

The two versions name the same levels differently (ISO 30042:2008 and :2019): termEntry is
conceptEntry, langSet is langSec, tig and ntig are termSec. In DCA a data category is the
attribute `type` of a general element, in DCT it is the name of the element.

The parser loads no document type, expands no entity and opens no connection.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from translate_app.adapters.formats.cells import clean_name, clean_note, join_variants
from translate_app.adapters.formats.decode import check_size, check_text, decode
from translate_app.adapters.formats.glossary_columns import (
    FIELDS,
    UnusableRowError,
    language_tag,
)
from translate_app.adapters.formats.glossary_rows import (
    MAX_BYTES,
    Row,
    Table,
    Word,
    entry_of,
    unusable,
)
from translate_app.adapters.formats.glossary_values import join_forbidden
from translate_app.adapters.formats.tbx_fields import GENDERS, STATUS, XML_LANG, own_field
from translate_app.domain.glossary import MAX_NAME, EntryType, ForbiddenForm
from translate_app.errors import N_, EncodingError, UnreadableSourceError

_ROOTS: Final = frozenset({"martif", "tbx"})
_ENTRIES: Final = frozenset({"termEntry", "conceptEntry"})
_SECTIONS: Final = frozenset({"langSet", "langSec"})
_TERMS: Final = frozenset({"tig", "ntig", "termSec"})
_GROUPS: Final = frozenset({"termGrp", "descripGrp", "adminGrp", "termNoteGrp", "termCompGrp"})
_UNTOLD: Final = frozenset(
    {
        *("term", "partOfSpeech", "termType", "grammaticalNumber", "transac", "transacGrp"),
        *("termCompList", "date"),
    }
)
"""What says nothing about a name that the termbase keeps."""
_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]*\?>")
_ENCODING: Final = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{2,40})""")
_ONE_BYTE: Final = {
    "windows-1256": "cp1256",
    "iso-8859-6": "iso8859_6",
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
}

_Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Term:
    """A spelling, with what its file says about it."""

    text: str
    status: str
    """`preferred`, `admitted`, `deprecated`, `superseded`, or empty."""
    facts: tuple[_Fact, ...]

    @property
    def gender(self) -> str:
        told = dict(self.facts).get("grammaticalGender", "").lower()
        return next((code for code, word in GENDERS.items() if word == told), "")


def parse(content: bytes, name: str, word: Word = str) -> Table:
    """The entries of `content` that have a name in English and in Arabic.

    Raises:
        GlossaryFileError: an entry cannot be used; it names its line.
        UnreadableSourceError: it is no TBX, declares entities, or no entry has both names.
    """
    rows: list[Row] = []
    skipped = 0
    kept: dict[str, None] = {}
    for element in _tree(_decoded(content, name), name).iter("{*}*"):
        if _local(element) not in _ENTRIES:
            continue
        cells, categories = _cells(element)
        if not (cells["en"] and cells["ar"]):
            skipped += 1
            continue
        kept.update(dict.fromkeys(categories))
        line = int(str(element.sourceline))
        try:
            rows.append(Row(name, line, entry_of(cells)))
        except UnusableRowError as error:
            raise unusable(name, line, error, word) from None
    if not rows:
        reason = N_("no entry in it has a name in English and in Arabic")
        raise UnreadableSourceError(name=name, reason=word(reason))
    return Table(tuple(rows), tuple(_notes(name, skipped, kept, word)))


def _decoded(content: bytes, name: str) -> str:
    """The text of `content`; a one-byte encoding that it declares is not doubted."""
    declared = _ENCODING.match(content)
    codec = _ONE_BYTE.get(declared[1].decode("ascii").lower()) if declared else None
    if codec is None:
        return decode(content, name, limit=MAX_BYTES)
    check_size(len(content), name, MAX_BYTES)
    try:
        return check_text(content.decode(codec), name)
    except UnicodeDecodeError:
        raise EncodingError(name=name) from None


def _tree(text: str, name: str) -> etree._Element:
    if "<!ENTITY" in text:
        raise UnreadableSourceError(name=name, reason=N_("it declares entities; TBX needs none"))
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        # Decoded already: what the declaration says about the encoding is past.
        root = etree.fromstring(_DECLARATION.sub("", text).encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        reason = N_("it is not well-formed XML")
        raise UnreadableSourceError(name=name, reason=reason) from error
    if _local(root).lower() not in _ROOTS:
        raise UnreadableSourceError(name=name, reason=N_("it is XML but no TBX"))
    return root


def _cells(entry: etree._Element) -> tuple[dict[str, str], list[str]]:
    """The cells of an entry by field, and the categories that only its note keeps."""
    terms: dict[str, list[_Term]] = {"en": [], "ar": []}
    facts = list(_facts(entry))
    for section in entry:
        tag = language_tag(section.get(XML_LANG) or section.get("lang") or "")
        if _local(section) in _SECTIONS and tag:
            facts += _facts(section)
            terms[tag] += _section_terms(section)
    cells, extra = _concept_cells(facts)
    for language, found in terms.items():
        live, forbidden, retired = _sorted_terms(found)
        cells[language] = live[0].text if live else ""
        cells[f"{language}_variants"] = join_variants(tuple(term.text for term in live[1:]))
        cells[f"{language}_forbidden"] = join_forbidden(
            tuple(ForbiddenForm(term.text, _reason(term)) for term in forbidden)
        )
        if retired:
            cells.setdefault("status", "retired")
        extra += [fact for term in live for fact in _extra(term)]
        extra += [("note", _long_reason(term)) for term in forbidden if _long_reason(term)]
    genders = (term.gender for language in ("ar", "en") for term in terms[language])
    cells.setdefault("gender", next(filter(None, genders), ""))
    told = [text if category == "note" else f"{category}: {text}" for category, text in extra]
    cells["note"] = "\n".join(dict.fromkeys(filter(None, (cells.get("note", ""), *told))))
    return cells, [category for category, _ in extra if category != "note"]


def _concept_cells(facts: list[_Fact]) -> tuple[dict[str, str], list[_Fact]]:
    """Cells that the facts about an entry fill, and the facts that are left."""
    cells: dict[str, str] = {}
    extra: list[_Fact] = []
    scope = {"customerSubset": "", "projectSubset": ""}
    for category, text in facts:
        own = own_field(text) if category == "note" else None
        if own and own[0] in FIELDS:
            cells[own[0]] = own[1]
        elif category == "subjectField" and text.lower() in {kind.value for kind in EntryType}:
            cells["type"] = text.lower()
        elif category in scope and not scope[category]:
            scope[category] = text
        elif category == "source" and "authority" not in cells and len(text) <= MAX_NAME:
            cells["authority"] = text
        else:
            extra.append((category, text))
    cells.setdefault("scope", "/".join(filter(None, scope.values())))
    return cells, extra


def _facts(element: etree._Element) -> Iterator[_Fact]:
    """Category and text of everything that is said at the level of `element`."""
    for child in element:
        name = _local(child)
        if name in _SECTIONS | _TERMS:
            continue
        if name in _GROUPS:
            yield from _facts(child)
            continue
        category = child.get("type") or name
        text = clean_note(_text(child)) or child.get("target")
        if text and not {category, name} & _UNTOLD:
            yield category, text


def _section_terms(section: etree._Element) -> Iterator[_Term]:
    for holder in section:
        found = holder.find(".//{*}term")
        if _local(holder) not in _TERMS or found is None:
            continue
        text = clean_name(_text(found))
        facts = tuple(_facts(holder))
        if text:
            yield _Term(text, _status(facts), facts)


def _status(facts: tuple[_Fact, ...]) -> str:
    told = dict(facts)
    value = (told.get(STATUS) or told.get("normativeAuthorization") or "").lower()
    for status, beginnings in {
        "preferred": ("preferred", "standardized"),
        "deprecated": ("deprecated", "notrecommended", "forbidden"),
        "superseded": ("superseded", "obsolete"),
        "admitted": ("admitted", "legal", "regulated"),
    }.items():
        if value.startswith(beginnings):
            return status
    return ""


def _sorted_terms(terms: list[_Term]) -> tuple[list[_Term], list[_Term], bool]:
    """Names that are used, the preferred first; forbidden ones; whether all are of the past."""
    live = [term for term in terms if term.status not in ("deprecated", "superseded")]
    past = [term for term in terms if term.status == "superseded"]
    forbidden = [term for term in terms if term.status == "deprecated"]
    if not live:
        return past, forbidden, bool(past)
    live.sort(key=lambda term: term.status != "preferred")
    return live, forbidden + past, False


def _extra(term: _Term) -> Iterator[_Fact]:
    for category, text in term.facts:
        if category not in (STATUS, "normativeAuthorization", "grammaticalGender"):
            yield category, text


def _reason(term: _Term) -> str:
    reason = " ".join(text for category, text in term.facts if category == "note")
    return reason if len(reason) <= MAX_NAME else ""


def _long_reason(term: _Term) -> str:
    reasons = [text for category, text in term.facts if category == "note"]
    return "" if _reason(term) or not reasons else f"{term.text}: {' '.join(reasons)}"


def _notes(name: str, skipped: int, kept: dict[str, None], word: Word) -> Iterator[str]:
    if skipped:
        message = N_("{name}: entries without a name in English and in Arabic: {number}.")
        yield word(message).format(name=name, number=skipped)
    for category in kept:
        message = N_("{name}: the category {category} is kept in the note.")
        yield word(message).format(name=name, category=category)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _text(element: etree._Element) -> str:
    """The text in `element`, inline markup taken away."""
    return "".join(str(piece) for piece in element.itertext("{*}*"))
