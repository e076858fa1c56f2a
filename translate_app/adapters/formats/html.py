"""HTML page -> blocks, by trafilatura. Nothing in the page is run, nothing is fetched.

What trafilatura leaves out as page furniture is reported as dropped, so that a paragraph
it takes for furniture by mistake can be seen.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import trafilatura

from translate_app.adapters.formats.controls import (
    Removed,
    control_notes,
    plain_spaces,
    strip_controls,
)
from translate_app.domain.document import Block, Document, DroppedText, DropReason, UnitKind
from translate_app.domain.language import Language
from translate_app.errors import N_, UnreadableSourceError

MAX_ELEMENTS = 50_000
MAX_ATTRIBUTES = 1_000
"""In one tag. libxml2 takes quadratic time for them; real pages stay below a hundred."""

TOO_MANY_ELEMENTS = N_("the page has more than 50,000 elements")
TOO_MANY_ATTRIBUTES = N_("a tag of the page has more than 1,000 attributes")
BROKEN_PAGE = N_("the page is too broken to be read")

_TAG_START = re.compile("<[A-Za-z]")
_TAG_REST = re.compile(r"""(?:[^>=]|=\s*"[^"]*"|=\s*'[^']*'|=)*+""")
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""")
_PROLOG = re.compile(r"\A\s*<\?xml[^>]{0,400}\?>")
_KINDS = {"head": UnitKind.HEADING, "item": UnitKind.LIST_ITEM, "quote": UnitKind.QUOTE}
_CONTAINERS = frozenset(("body", "list", "table", "row", "cell", "item", "quote", "div", "article"))
_INLINE = frozenset(("hi", "ref", "lb", "del", "graphic", "span", "code"))
_UNREAD = frozenset(("script", "style", "template", "noscript", "title", "head"))
# HTML Living Standard, 4.3: these are never part of the text, unless an article has them.
_FURNITURE = (
    "//nav|//aside"
    "|//footer[not(ancestor::article or ancestor::blockquote)]"
    "|//header[not(ancestor::article or ancestor::main or descendant::h1)]"
)
_LANDMARKS = "//article|//main|//header|//form"
_MAX_LINK_SHARE = 0.2


def parse_html(html: str, name: str) -> Document:
    """The document in a page. `blocks` is empty where the page has no content.

    Title and date come from the page's metadata, the language from its `lang` attribute.

    Raises:
        UnreadableSourceError: too many elements or attributes, or beyond repair.
    """
    _check_attributes(html, name)
    try:
        tree = _load(html)
        if tree is None:
            return Document(name, ())
        if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
            raise UnreadableSourceError(name=name, reason=TOO_MANY_ELEMENTS)
        texts = list(_texts(tree))
        language = _language(tree)
        captions = _free_captions(tree)
        for element in tree.xpath(_FURNITURE):
            element.drop_tree()
        content = _extract(_framed(tree))
    except (ValueError, RecursionError, AttributeError, TypeError) as error:
        raise UnreadableSourceError(name=name, reason=BROKEN_PAGE) from error
    found = _blocks(content.body, UnitKind.PARAGRAPH) if content else iter(())
    blocks, removed = _clean(found, captions)
    title, removed_from_title = strip_controls(_one_line((content and content.title) or ""))
    return Document(
        name,
        blocks,
        title=title or None,
        published=_date(content.date if content else None),
        language=language,
        notes=(*control_notes([*removed, removed_from_title]), *_left_out(texts, blocks, title)),
    )


def _load(html: str) -> Any:
    # Decoded already: an encoding declared in the prolog would now be wrong.
    html = _PROLOG.sub("", html)
    # A fragment is wrapped: trafilatura refuses what has no html element.
    if not re.search(r"<html[\s>/]", html[:20_000], re.IGNORECASE):
        html = f"<html><body>{html}</body></html>"
    return trafilatura.load_html(html)


def _extract(tree: Any) -> Any:
    """Recall before precision: what is lost here is missed later, what is too much is seen."""
    return trafilatura.bare_extraction(
        tree,
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        # Guessing a date from anywhere in the page does more harm than having none.
        date_extraction_params={
            "extensive_search": False,
            "original_date": True,
            "outputformat": "%Y-%m-%d",
        },
    )


def _free_captions(tree: Any) -> frozenset[str]:
    """The texts of the page's captions, which become paragraphs: trafilatura drops figures."""
    captions = set()
    for caption in tree.xpath("//figure//figcaption"):
        captions.add(_one_line(caption.text_content()))
        caption.tag = "p"
    for figure in tree.xpath("//figure"):
        figure.tag = "div"
    return frozenset(captions)


def _framed(tree: Any) -> Any:
    """`tree`, its body marked as an article where the page has no landmark.

    Without one trafilatura falls back to picking paragraphs, which loses headings
    and lists of pages that a content system or a word processor wrote.
    """
    body = tree.find("body")
    if body is None or tree.xpath(_LANDMARKS):
        return tree
    whole = len(_one_line(" ".join(body.itertext())))
    linked = sum(len(_one_line(" ".join(link.itertext()))) for link in body.iter("a"))
    if linked > _MAX_LINK_SHARE * whole:
        return tree
    for link in list(body.iter("a")):
        link.drop_tag()  # else a list of links, such as related documents, counts as a menu
    body.tag = "article"
    frame = body.makeelement("body")
    tree.replace(body, frame)
    frame.append(body)
    return tree


def _blocks(element: Any, kind: UnitKind) -> Iterator[Block]:
    """Blocks under an element of trafilatura's tree (its TEI-like tags), in order."""
    kind = _KINDS.get(element.tag, kind)
    run = [element.text or ""]
    for child in element:
        if element.tag in _CONTAINERS and child.tag not in _INLINE:
            yield from _block("".join(run), kind)
            yield from _blocks(child, kind)
            run = [child.tail or ""]
        else:
            run += [_inline_text(child), child.tail or ""]
    yield from _block("".join(run), kind)


def _inline_text(element: Any) -> str:
    if element.tag == "lb":
        return "\n"
    return (element.text or "") + "".join(
        _inline_text(child) + (child.tail or "") for child in element
    )


def _block(text: str, kind: UnitKind) -> Iterator[Block]:
    lines = (_one_line(line) for line in text.split("\n"))
    joined = "\n".join(line for line in lines if line)
    if joined:
        yield Block(joined, kind)


def _clean(
    blocks: Iterator[Block], captions: frozenset[str]
) -> tuple[tuple[Block, ...], list[dict[str, Removed]]]:
    kept, removals = [], []
    for block in blocks:
        text, removed = strip_controls(plain_spaces(block.text))
        removals.append(removed)
        if text.strip():
            kind = UnitKind.CAPTION if _one_line(block.text) in captions else block.kind
            kept.append(Block(text.strip(), kind))
    return tuple(kept), removals


def _texts(tree: Any) -> Iterator[tuple[str, int]]:
    """Every visible text node of the page on one line, with its line in the file."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag not in _UNREAD and element.text:
            yield _one_line(element.text), element.sourceline or 0
        if element.tail:
            yield _one_line(element.tail), element.sourceline or 0


def _left_out(
    texts: list[tuple[str, int]], blocks: tuple[Block, ...], title: str
) -> Iterator[DroppedText]:
    """The page's texts that are in no block, neighbours joined."""
    content = _one_line(" ".join([title, *(block.text for block in blocks)]))
    run: list[str] = []
    first = 0
    for text, line in [*texts, ("", 0)]:
        clean = _one_line(strip_controls(plain_spaces(text))[0])
        if clean and clean not in content:
            first = first if run else line
            run.append(clean)
        elif run and (clean or not line):
            yield DroppedText(" · ".join(run), DropReason.BOILERPLATE, first)
            run = []


def _check_attributes(html: str, name: str) -> None:
    position = 0
    while start := _TAG_START.search(html, position):
        rest = _TAG_REST.match(html, start.end())
        position = rest.end() if rest else start.end()
        # Below 4,000 characters there is no room for that many.
        if position - start.end() > 4_000:
            attributes = _VALUE.sub(" ", html[start.end() : position]).split()
            if len(attributes) > MAX_ATTRIBUTES:
                raise UnreadableSourceError(name=name, reason=TOO_MANY_ATTRIBUTES)


def _language(tree: Any) -> Language | None:
    code = (tree.get("lang") or tree.get("xml:lang") or "").strip().lower()
    return next((each for each in Language if code.split("-")[0] == each.value), None)


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _one_line(text: str) -> str:
    # Not str.split(): it would take no-break spaces for ordinary ones.
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip(" ")
