"""Entries of the made-up termbase that the matching tests use."""

from collections.abc import Iterable

from translate_app.domain.glossary import GlossaryEntry, GlossaryMatch
from translate_app.domain.language import Language
from translate_app.pipeline.match import Matcher


def english(*names: str) -> list[GlossaryEntry]:
    """Entries with these English names, their Arabic left as a number."""
    return [
        GlossaryEntry(f"other/{number}", name, f"اسم {number}") for number, name in enumerate(names)
    ]


def arabic(*names: str) -> list[GlossaryEntry]:
    """Entries with these Arabic names, their English left as a number."""
    return [
        GlossaryEntry(f"other/{number}", f"Name {number}", name)
        for number, name in enumerate(names)
    ]


def found(
    entries: Iterable[GlossaryEntry], language: Language, text: str
) -> tuple[GlossaryMatch, ...]:
    """The names of `entries` in `text`."""
    return Matcher(entries, language).find(text)
