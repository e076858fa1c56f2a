"""The termbase: its entries, and the names found in a text."""

from collections.abc import Sequence
from dataclasses import dataclass

from translate_app.domain.glossary import GlossaryEntry, GlossaryMatch
from translate_app.domain.language import Language
from translate_app.ports import UnitOfWorkFactory
from translate_app.services.matchers import Matchers


@dataclass(frozen=True)
class Termbase:
    """Looks names up."""

    unit_of_work: UnitOfWorkFactory
    matchers: Matchers

    def entries(self) -> Sequence[GlossaryEntry]:
        """Every entry, by key."""
        with self.unit_of_work() as unit_of_work:
            return unit_of_work.glossary.all()

    def match(self, text: str, language: Language) -> tuple[GlossaryMatch, ...]:
        """The names found in a text, in order."""
        return self.matchers(language).find(text)
