"""An edition as plain text: the target as people paste it into a mail."""

from dataclasses import dataclass

from translate_app.adapters.formats.bidi import exportable
from translate_app.adapters.formats.labels import (
    DRAFT,
    NOT_APPROVED,
    NOT_TRANSLATED,
    Labels,
    is_draft,
    is_open,
)
from translate_app.adapters.formats.pieces import Piece, target_pieces
from translate_app.domain.document import UnitKind
from translate_app.domain.language import Language
from translate_app.domain.release import Edition, PublishedUnit


@dataclass(frozen=True, slots=True)
class PlainExporter:
    """Writes plain text: a blank line between units, line ends `\\n`, no BOM."""

    labels: Labels
    format: str = "txt"
    extension: str = "txt"
    media_type: str = "text/plain; charset=utf-8"

    def serialize(self, edition: Edition) -> bytes:
        """The whole text in UTF-8.

        The dateline stands behind the heading, made of the release's date where no unit
        says it. A draft begins with a line that says so, and its open segments stand in
        square brackets with what they lack.
        """
        language = edition.target_language
        blocks = [self._unit(unit, language) for unit in edition.units]
        if edition.date and all(unit.kind is not UnitKind.DATELINE for unit in edition.units):
            kinds = [unit.kind for unit in edition.units]
            place = kinds.index(UnitKind.HEADING) + 1 if UnitKind.HEADING in kinds else 0
            blocks.insert(place, self.labels.format_date(language, edition.date, edition.style))
        if is_draft(edition):
            blocks.insert(0, f"*** {self.labels.text(language, DRAFT)} ***")
        shown = (exportable(block).strip("\n") for block in blocks)
        return ("\n\n".join(block for block in shown if block.strip()) + "\n").encode("utf-8")

    def _unit(self, unit: PublishedUnit, language: Language) -> str:
        if not any(is_open(segment) for segment in unit.segments):
            return unit.target
        return "".join(self._piece(piece, language) for piece in target_pieces(unit))

    def _piece(self, piece: Piece, language: Language) -> str:
        # Closed by itself: an unpaired control in it must not reach the brackets.
        text = exportable(piece.text)
        if not piece.is_open:
            return text
        lacks = self.labels.text(language, NOT_TRANSLATED if piece.is_source else NOT_APPROVED)
        return f"[{lacks}: {text}]"
