"""Where an engine's attention says that a stretch of the source came to stand."""

from translate_app.domain.engine import Hypothesis
from translate_app.domain.segment import Span

_STOPS = " .!?؟…"


def looks_at(answer: Hypothesis, target: Span, source: Span) -> bool:
    """Whether a piece of `target` looked at a piece of `source`."""
    return any(
        target.start < end and start < target.end and source.start < last and first < source.end
        for first, last, start, end in answer.alignment
    )


def stretch_of(answer: Hypothesis, source: Span) -> Span | None:
    """The whole words of the answer that look at `source`."""
    rows = [
        (start, end)
        for first, last, start, end in answer.alignment
        if source.start < last and first < source.end
    ]
    rows = [row for row in rows if any(map(str.isalnum, answer.text[slice(*row)]))]
    if not rows:
        return None
    start, end = min(row[0] for row in rows), max(row[1] for row in rows)
    while start > 0 and answer.text[start - 1].isalnum():
        start -= 1
    return Span(start, word_end(answer.text, end))


def strays(answer: Hypothesis, stretch: Span, source: Span) -> bool:
    """Whether much of `stretch` looks at something else than `source`."""
    rows = [row for row in answer.alignment if stretch.start <= row[2] and row[3] <= stretch.end]
    elsewhere = [row for row in rows if row[1] <= source.start or source.end <= row[0]]
    return 2 * len(elsewhere) > len(rows)


def after_neighbour(answer: Hypothesis, source_start: int) -> int:
    """Behind the words that look at what stands left of `source_start`; else the end.

    Never behind the full stop that ends the text.
    """
    last = len(answer.text.rstrip(_STOPS))
    left = [row for row in answer.alignment if row[1] <= source_start]
    if left:
        nearest = max(row[1] for row in left)
        end = max(row[3] for row in left if row[1] == nearest)
        return min(word_end(answer.text, end), last)
    return 0 if answer.alignment and source_start == 0 else last


def word_end(text: str, at: int) -> int:
    """The end of the word that `at` lies in."""
    while at < len(text) and text[at].isalnum():
        at += 1
    return at
