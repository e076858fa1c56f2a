"""The names of the termbase found in a text."""

from dataclasses import dataclass

from translate_app.domain.glossary import GlossaryMatch
from translate_app.domain.language import Language
from translate_app.services.matchers import Matchers


@dataclass(frozen=True)
class Termbase:
    """Looks names up."""

    matchers: Matchers

    def match(self, text: str, language: Language) -> tuple[GlossaryMatch, ...]:
        """The names found in a text, in order."""
        return self.matchers(language).find(text)
