"""Plain text -> blocks. Also Markdown, as far as press offices use it.

Blank lines separate blocks. Two habits of plain text need a decision, both made by line
length and described in docs/ingest.md: prose wrapped by hand is joined again, and a text
that has a paragraph on every line is cut at its lines. All other line breaks inside a
block are kept.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise

from translate_app.adapters.formats.controls import control_notes, plain_spaces, strip_controls
from translate_app.domain.document import Block, Document, DroppedText, DropReason, UnitKind

_LONGEST_WRAP = 100
"""Nobody wraps prose by hand at more characters than this."""
_SHORTEST_WRAP = 40
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.{0,20000}?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^(title|date):[ \t]*(\S[^\n]*?)[ \t]*$", re.MULTILINE)
_ATX_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t]*#*")  # CommonMark, section 4.2
_ITEM = re.compile(r"[-*•·◦▪–—]\s|\d{1,3}[.)]\s|[#>|🔴⭕]")


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str


def parse_text(text: str, name: str, *, markdown: bool = False) -> Document:
    """The document in `text`, whose line ends are `\\n`.

    `markdown` takes the front matter off (its title and date are used) and reads `#`
    headings; other markup stays as it is. `blocks` is empty where nothing is left.
    """
    text, removed = strip_controls(plain_spaces(text), first_line=1)
    notes = control_notes([removed])
    title, published, skipped = None, None, 0
    front = _FRONT_MATTER.match(text) if markdown else None
    if front:
        title, published = _front_matter(front.group(1))
        notes += (DroppedText(front.group(0).strip(), DropReason.BOILERPLATE, 1),)
        skipped = front.group(0).count("\n")
        text = text[front.end() :]
    blocks = _blocks(text, skipped)
    if markdown:
        blocks = tuple(_read_heading(block) for block in blocks)
    return Document(name, blocks, title=title, published=published, notes=notes)


def _blocks(text: str, skipped: int) -> tuple[Block, ...]:
    lines = [
        _Line(number, line.strip())
        for number, line in enumerate(text.split("\n"), start=skipped + 1)
    ]
    chunks = [
        list(group) for filled, group in groupby(lines, lambda line: bool(line.text)) if filled
    ]
    width = _wrap_width(chunks)
    blocks = []
    for chunk in chunks:
        if width and _is_wrapped(chunk, width):
            blocks.append(_block(chunk, " "))
        elif len(chunks) == 1 or any(len(line.text) > _LONGEST_WRAP for line in chunk):
            blocks.extend(_block([line], "") for line in chunk)
        else:
            blocks.append(_block(chunk, "\n"))
    return tuple(blocks)


def _block(lines: list[_Line], joint: str) -> Block:
    return Block(joint.join(line.text for line in lines), line=lines[0].number)


def _wrap_width(chunks: list[list[_Line]]) -> int:
    """The width at which a hand-wrapped text was wrapped, 0 where it was not.

    Wrapping is greedy: a line ends because the next word would not have fitted. A text
    counts as wrapped where that holds for three lines and for most of those that could show it.
    """
    prose = [chunk for chunk in chunks if _may_be_wrapped(chunk)]
    longest = max((len(line.text) for chunk in chunks for line in chunk), default=0)
    if not _SHORTEST_WRAP <= longest <= _LONGEST_WRAP:
        return 0
    full = [_is_full(*pair, longest) for chunk in prose for pair in pairwise(chunk)]
    return longest if sum(full) >= 3 and sum(full) >= 0.6 * len(full) else 0


def _may_be_wrapped(chunk: list[_Line]) -> bool:
    """Whether a chunk can be wrapped prose: not an address, not a list."""
    if len(chunk) < 2 or len(chunk[0].text) < _SHORTEST_WRAP:
        return False
    return not any(_ITEM.match(line.text) for line in chunk)


def _is_wrapped(chunk: list[_Line], width: int) -> bool:
    return _may_be_wrapped(chunk) and all(_is_full(*pair, width) for pair in pairwise(chunk))


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    next_word = after.text.split(maxsplit=1)[0]
    return len(line.text) + 1 + len(next_word) > width


def _front_matter(content: str) -> tuple[str | None, date | None]:
    """Title and date of YAML front matter, where they are plain scalars."""
    fields = {key: value.strip("\"'") for key, value in _FIELD.findall(content)}
    try:
        published = date.fromisoformat(fields.get("date", "")[:10])
    except ValueError:
        published = None
    title = fields.get("title", "")
    return (None if title[:1] in ("", "|", ">", "[", "{") else title), published


def _read_heading(block: Block) -> Block:
    found = _ATX_HEADING.fullmatch(block.text)
    if not found or not found.group(1):
        return block
    return replace(block, text=found.group(1), kind=UnitKind.HEADING)
