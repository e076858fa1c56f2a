"""Finding a text in a text, exactly or by its folded spelling, and replacing it."""

import unicodedata
from collections.abc import Sequence

from translate_app.domain.segment import Span
from translate_app.pipeline.folding import Folded, fold


def find_all(
    text: str, query: str, *, folded: bool = False, whole_word: bool = False
) -> tuple[Span, ...]:
    """Every place of `query` in `text`, from the left, none overlapping another.

    Exactly as written, or with `folded` by the spelling under which names are compared
    (capitals, diacritics, hamza, ة and ى, digits of any script; see `pipeline.folding`).
    With `whole_word` no letter or digit may stand before or after. An empty query is
    nowhere.
    """
    if not folded:
        return tuple(_places(text, query, whole_word, None))
    return find_folded(fold(text), text, fold(query).text, whole_word=whole_word)


def find_folded(
    folded: Folded, text: str, query: str, *, whole_word: bool = False
) -> tuple[Span, ...]:
    """Like `find_all` where `text` and the query are folded already."""
    return tuple(_places(text, query, whole_word, folded))


def replace_at(text: str, spans: Sequence[Span], replacement: str) -> str:
    """`text` with the piece at each of `spans`, in order, replaced."""
    parts, reached = [], 0
    for span in spans:
        parts += [text[reached : span.start], replacement]
        reached = span.end
    return "".join([*parts, text[reached:]])


def replaced_spans(spans: Sequence[Span], replacement: str) -> tuple[Span, ...]:
    """Where the replacements stand in the text that `replace_at` makes."""
    moved, places = 0, []
    for span in spans:
        start = span.start + moved
        places.append(Span(start, start + len(replacement)))
        moved += len(replacement) - (span.end - span.start)
    return tuple(places)


def _places(text: str, query: str, whole_word: bool, folded: Folded | None) -> list[Span]:
    haystack = text if folded is None else folded.text
    found: list[Span] = []
    start = haystack.find(query) if query else -1
    while start >= 0:
        end = start + len(query)
        span = Span(start, end) if folded is None else folded.source_span(start, end)
        free = not found or span.start >= found[-1].end
        if free and not (whole_word and _within_word(text, span)):
            found.append(span)
            start = haystack.find(query, end)
        else:
            start = haystack.find(query, start + 1)
    return found


def _within_word(text: str, span: Span) -> bool:
    around = (text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1])
    return any(map(_is_word, around))


def _is_word(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "LNM"
