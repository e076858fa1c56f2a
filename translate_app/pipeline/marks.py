"""Hides names and numbers behind marks that an engine copies, so that it cannot garble them.

What is hidden keeps its place: every mask knows where each slot stands, in the source and in
the text that the engine sees.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translate_app.domain.glossary import GlossaryMatch
from translate_app.domain.language import Language
from translate_app.domain.segment import Span

MARK = re.compile("\uff5f[0-9]\uff60")
"""A mark as the starter packages know it: ｟0｠ to ｟9｠."""

_BRACKETS = {ord("\uff5f"): "(", ord("\uff60"): ")"}

_VERBATIM = re.compile(
    r"(?:https?://|www\.)[^\s<>\"«»]*[\w/]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<!\w)[@#]\w+"
    r"|(?:(?<![\w.,٫٬])|(?<=\b[وفبلك])|(?<=\b[وفبلك]\u0640))\d+(?:[.,:/٫٬-]\d+)*(?:\s?[%٪])?(?!\w)"
)
"""Addresses, handles, and numbers with their separators and percent sign; the clitic before
an Arabic number stays outside, as that of a name does."""

_LATIN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬٪", "01234567890123456789.,%")


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of a source whose counterpart in the target is known."""

    span: Span
    """Its place in the source; clitics of a name are not part of it."""
    text: str
    """What must stand in the target."""
    match: GlossaryMatch | None = None
    """The name it is; None for a number or an address."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A stretch of a source as the engine sees it."""

    text: str
    slots: tuple[Slot, ...]
    places: tuple[Span, ...]
    """Where each slot stands in `text`."""
    marks: tuple[str, ...]
    """The mark of each slot, empty where the slot was left as it is."""


def without_marks(text: str) -> str:
    """`text` with round brackets in place of the characters that marks are made of."""
    return text.translate(_BRACKETS)


def slots_of(
    source: str, matches: Sequence[GlossaryMatch], target_language: Language
) -> tuple[Slot, ...]:
    """The names of `source`, and the numbers and addresses outside of them, in order.

    Numbers keep their value; on the way into English their digits become Latin ones.
    """
    slots = [Slot(found.span, found.entry.name(target_language), found) for found in matches]
    taken = [found.span for found in matches]
    for verbatim in _VERBATIM.finditer(source):
        start, end = verbatim.span()
        if not any(span.start < end and start < span.end for span in taken):
            text = verbatim.group()
            if target_language is Language.ENGLISH:
                text = text.translate(_LATIN_DIGITS)
            slots.append(Slot(Span(start, end), text))
    return tuple(sorted(slots, key=lambda slot: slot.span.start))


def mask(source: str, stretch: Span, slots: Sequence[Slot], marks: Sequence[str]) -> Masked:
    """`stretch` of `source` with `marks` in place of its slots, names before numbers.

    A name beyond the number of marks stays as it is and keeps its slot; a number beyond it
    loses its slot. Characters that look like a mark become round brackets.
    """
    inside = [s for s in slots if stretch.start <= s.span.start and s.span.end <= stretch.end]
    hidden = sorted(inside, key=lambda slot: slot.match is None)[: len(marks)]
    kept = [slot for slot in inside if slot.match is not None or slot in hidden]
    free = iter(marks)
    text, last = "", stretch.start
    places: list[Span] = []
    used: list[str] = []
    for slot in kept:
        text += without_marks(source[last : slot.span.start])
        used.append(next(free) if slot in hidden else "")
        shown = used[-1] or without_marks(source[slot.span.start : slot.span.end])
        places.append(Span(len(text), len(text) + len(shown)))
        text, last = text + shown, slot.span.end
    text += without_marks(source[last : stretch.end])
    return Masked(text, tuple(kept), tuple(places), tuple(used))
