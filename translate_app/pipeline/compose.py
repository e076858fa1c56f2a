"""A unit's translation put together from those of its segments."""

from collections.abc import Sequence

from translate_app.domain.segment import Span


def compose(unit_text: str, spans: Sequence[Span], texts: Sequence[str]) -> str:
    """`unit_text` with each span's piece replaced by the text for it, in order.

    What stands before, between and after the spans is kept, line breaks too; where
    nothing stood between two, a space does now. `spans` are in order and do not overlap.
    Raises ValueError when there are not as many `texts` as `spans`.
    """
    parts: list[str] = []
    reached = 0
    for span, text in zip(spans, texts, strict=True):
        between = unit_text[reached : span.start]
        parts += [between if between or not parts else " ", text]
        reached = span.end
    return "".join([*parts, unit_text[reached:]])
