"""Changes to an engine's answer, made all at once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translate_app.domain.language import Language
from translate_app.domain.segment import Span, TermPlacement
from translate_app.pipeline.literals import SlotKind
from translate_app.pipeline.marks import Slot
from translate_app.pipeline.placement import place

_YEAR_WORDS = {
    Language.ARABIC: re.compile(r"(?<!\w)(?P<kept>[وف]?[بلك]?)(?:ال)?(?:عام|سنة)\s+\Z"),
    Language.ENGLISH: re.compile(r"(?<!\w)(?P<kept>)(?:the )?year(?: of)?\s+\Z"),
}
_YEAR = re.compile(r"\d{4}")
_IN = re.compile(r"(?<!\w)[Ii]n(?=\s*\Z)")


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters of the answer that become a slot's text, or go where `slot` is None."""

    span: Span
    slot: int | None
    placement: TermPlacement = TermPlacement.MARK
    lead: str = ""
    """What joins it to what stands before it."""


def _order(edit: Edit) -> tuple[int, int, int]:
    """By place; what goes to one place follows the source."""
    return edit.span.start, edit.span.end, -1 if edit.slot is None else edit.slot


def rewritten(text: str, edits: Sequence[Edit], slots: Sequence[Slot], language: Language) -> str:
    """`text` with the edits made, from its end to its beginning so that places stay true."""
    for edit in sorted(edits, key=_order, reverse=True):
        before, after = text[: edit.span.start], text[edit.span.end :]
        if edit.slot is None:
            text = before + after
        elif edit.placement is not TermPlacement.TRANSLATED:
            slot = slots[edit.slot]
            before = _without_year(before, slot, language) + edit.lead
            text = place(before, slot.text, after, language)
    return text.replace("\uff5f", "").replace("\uff60", "")


def _without_year(before: str, slot: Slot, language: Language) -> str:
    """`before` without the words of a bare year, which an engine takes much behind a mark for."""
    if slot.kind is SlotKind.NUMBER and _YEAR.fullmatch(slot.text):
        return before
    before = _YEAR_WORDS[language].sub(r"\g<kept>", before)
    if language is Language.ENGLISH and slot.date and slot.date.day:
        return _IN.sub(lambda found: "On" if found[0].startswith("I") else "on", before)
    return before
