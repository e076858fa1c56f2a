"""The termbase as TBX 3 (ISO 30042:2019), dialect TBX-Basic, in the style DCA."""

from collections.abc import Mapping, Sequence
from typing import Final, cast

from lxml import etree

from translate_app.adapters.formats.bidi import exportable
from translate_app.adapters.formats.glossary_rows import plain_cells
from translate_app.adapters.formats.tbx_fields import (
    ADMITTED,
    DEPRECATED,
    GENDERS,
    IN_NOTES,
    PREFERRED,
    STATUS,
    SUPERSEDED,
    V3,
    XML_LANG,
    own_field,
    own_note,
    part_of_speech,
    split_scope,
    term_type,
)
from translate_app.domain.glossary import EntryStatus, ForbiddenForm, GlossaryEntry
from translate_app.domain.language import Language

_NAMESPACE: Final = cast("dict[str, str]", {None: V3})  # the stubs do not know the default one


def serialize(entries: Sequence[GlossaryEntry]) -> bytes:
    """The entries as TBX, UTF-8."""
    root = etree.Element(f"{{{V3}}}tbx", nsmap=_NAMESPACE)
    root.set("style", "dca")
    root.set("type", "TBX-Basic")
    root.set(XML_LANG, "en")
    source = _put(_put(_put(root, "tbxHeader"), "fileDesc"), "sourceDesc")
    _put(source, "p", "translate_app")
    body = _put(_put(root, "text"), "body")
    for number, entry in enumerate(entries, start=1):
        _concept(body, number, entry)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _concept(body: etree._Element, number: int, entry: GlossaryEntry) -> None:
    cells = plain_cells(entry)
    concept = _put(body, "conceptEntry")
    concept.set("id", f"c{number}")
    _put(concept, "descrip", entry.type.value, "subjectField")
    scope = split_scope(cells["scope"])
    if scope:
        _put(concept, "admin", scope[0], "customerSubset")
        if scope[1]:
            _put(concept, "admin", scope[1], "projectSubset")
    if cells["authority"]:
        _put(concept, "admin", cells["authority"], "source")
    for note in _notes(cells, scope_told=bool(scope)):
        _put(concept, "note", note)
    for language in Language:
        section = _put(concept, "langSec")
        section.set(XML_LANG, language.value)
        _terms(section, entry, language, cells)


def _notes(cells: Mapping[str, str], scope_told: bool) -> list[str]:
    note = cells["note"]
    own = [field for field in IN_NOTES if cells[field]]
    if cells["status"] != EntryStatus.APPROVED.value:
        own.append("status")
    if cells["scope"] and not scope_told:
        own.append("scope")
    if own_field(note):  # a person's note that looks like one of ours
        own.append("note")
        note = ""
    return [*([note] if note else []), *(own_note(field, cells[field]) for field in own)]


def _terms(
    section: etree._Element, entry: GlossaryEntry, language: Language, cells: Mapping[str, str]
) -> None:
    retired = entry.status is EntryStatus.RETIRED
    name, *variants = entry.forms(language)
    first = _term(section, name, SUPERSEDED if retired else PREFERRED)
    _put(first, "termNote", part_of_speech(entry.type), "partOfSpeech")
    if cells["gender"]:
        _put(first, "termNote", GENDERS[cells["gender"]], "grammaticalGender")
    for form in variants:
        term = _term(section, form, SUPERSEDED if retired else ADMITTED)
        _put(term, "termNote", term_type(form), "termType")
    for forbidden in entry.forbidden(language):
        _forbidden(section, forbidden)


def _forbidden(section: etree._Element, form: ForbiddenForm) -> None:
    term = _term(section, form.text, DEPRECATED)
    if form.reason:
        _put(term, "note", form.reason)


def _term(section: etree._Element, text: str, status: str) -> etree._Element:
    term = _put(section, "termSec")
    _put(term, "term", text)
    _put(term, "termNote", status, STATUS)
    return term


def _put(
    parent: etree._Element,
    name: str,
    text: str = "",
    category: str = "",
) -> etree._Element:
    element = etree.SubElement(parent, f"{{{V3}}}{name}")
    if text:
        element.text = exportable(text)
    if category:
        element.set("type", category)
    return element
