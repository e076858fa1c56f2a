"""Segments of a text: where one sentence ends and the next begins.

Each place where a segment may end is put to the rules of `segment_rules`; where they
have no opinion the `sentencex` library decides. Ends inside quotations and brackets
are then weighed by `segment_quotes`. When in doubt a text is not split: two sentences
in one segment cost a translator less than half a sentence.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from translate_app.domain.language import Language
from translate_app.domain.segment import Span
from translate_app.pipeline.segment_quotes import (
    BIDI_MARKS,
    CLOSING_BRACKETS,
    OPENING_BRACKETS,
    QUOTATION_MARKS,
    Stretch,
    drop_inner_ends,
    find_brackets,
    find_quotations,
    mark_before,
)
from translate_app.pipeline.segment_rules import AROUND_WORD, Stop, ends_segment, is_title_case

_CONTEXT = 60
"""How many characters on either side of a stop the rules look at: some eight words."""

_CLOSING = re.escape(QUOTATION_MARKS + CLOSING_BRACKETS + BIDI_MARKS) + "¹²³⁰⁴-⁹*†‡"
_OPENING = re.escape(QUOTATION_MARKS + OPENING_BRACKETS + BIDI_MARKS)
_FOOTNOTE = r"\[[\d*]{1,3}\]"

# Possessive and without a condition at the end, so that no line takes quadratic time.
_STOP = re.compile(
    r"(?P<stop>[.!?…؟۔‼⁇⁈⁉]++(?:[ \u00a0][.!?…؟]+)*+)"
    rf"(?P<closing>(?:[{_CLOSING}]|{_FOOTNOTE}|[ \u00a0\u202f]»)*+(?:[ \u00a0]?{_FOOTNOTE})*+)"
    rf"(?P<gap>\s*+)(?P<opening>[{_OPENING}]*+)"
)
_SEMICOLON = re.compile(r"؛\s+(?=\S)")


def segment(text: str, language: Language, *, semicolon_ends: bool = False) -> tuple[Span, ...]:
    """The segments of a unit or of a whole text, in order.

    A span excludes the white space around its segment, and what stands between two
    spans is white space or nothing. A line break always ends a segment; ، never does,
    and ؛ only with `semicolon_ends`. Text of white space alone has no segments.

    A quotation of several sentences is split between them when each of the two has
    three words or more; a shorter one, and one that is a part of the sentence around
    it, stays whole.
    """
    spans: list[Span] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        cuts = _ends(line, language)
        if semicolon_ends:
            cuts = sorted({*cuts, *(m.start() + 1 for m in _SEMICOLON.finditer(line))})
        spans.extend(_spans(line, offset, cuts))
        offset += len(line)
    return tuple(spans)


def _spans(line: str, offset: int, cuts: list[int]) -> Iterator[Span]:
    """The pieces of `line` between `cuts`; one without a word stays with its neighbour."""
    pieces: list[str] = []
    for begin, end in pairwise([0, *cuts, len(line)]):
        if pieces and not (_has_word(line[begin:end]) and _has_word(pieces[-1])):
            pieces[-1] += line[begin:end]
        else:
            pieces.append(line[begin:end])
    for piece in pieces:
        if words := piece.strip():
            begin = offset + piece.index(words)
            yield Span(begin, begin + len(words))
        offset += len(piece)


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def _ends(line: str, language: Language) -> list[int]:
    """The places in `line` after which another segment begins, its own end left out."""
    matches = list(_STOP.finditer(line))
    if not matches:
        return []
    quotations = find_quotations(line)
    brackets = find_brackets(line)
    closed_at = {stretch.end: stretch for stretch in [*brackets, *quotations]}
    title_case = is_title_case(line)
    ends: list[int] = []
    start = 0
    for match in matches:
        # A mark between two spaces, as in `. " He`, may open or close: not split.
        if match.end() == len(line) or line[match.end()].isspace():
            continue
        if not match["gap"] and not _may_run_on(line, match):
            continue
        stop = _stop(line, start, match, closed_at, title_case)
        if ends_segment(stop, language):
            start = match.end("closing")
            ends.append(start)
    if not ends:
        return []
    return drop_inner_ends(line, ends, quotations, brackets)


def _may_run_on(line: str, match: re.Match[str]) -> bool:
    """Whether letters stand on both sides of a stop without white space: most are `28.6.2019`."""
    after = line[match.end()]
    return line[max(0, match.start() - 2) : match.start()].isalpha() and not after.islower()


def _stop(
    line: str, start: int, match: re.Match[str], closed_at: dict[int, Stretch], title_case: bool
) -> Stop:
    """The stop of `match` with what the rules look at, in a segment that begins at `start`."""
    begin = match.start()
    head = line[max(start, begin - _CONTEXT) : begin]
    closing = range(match.end("stop") + 1, match.end("closing") + 1)
    closed = next((closed_at[end] for end in closing if end in closed_at), None)
    word = "" if line[begin - 1 : begin].isspace() else "".join(head.split()[-1:])
    return Stop(
        before=head,
        word=word.strip(AROUND_WORD),
        mark=match["stop"][-_CONTEXT:],
        closing=match["closing"],
        gap=match["gap"],
        opening=match["opening"],
        after=line[match.end() : match.end() + _CONTEXT],
        first=begin - start <= _CONTEXT and head.strip() == word,
        closed_after=None if closed is None else mark_before(line, closed),
        title_case=title_case,
    )
