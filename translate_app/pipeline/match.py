"""Finds the names of the termbase in running text, Arabic ones behind their clitics too.

Words are compared folded (see `folding`); a name begins and ends at a word's edge, judged by
letters, marks and digits. In English a hyphen (`UN-led`) and a possessive (`Coalition’s`)
are edges as well, and an occurrence must be capitalised as its name is.

A clitic is not part of the match. Where ل and the article ال have become لل, the first
letter is the clitic and the span begins at the second: in للقاهرة the clitic is ل and the
span covers لقاهرة. So the clitic is left at the end of what stands before a span, and
`placement.place(text[: span.start], name, text[span.end :], language)` puts any other name
in the place of the one found, its contraction spelt anew.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from translate_app.domain.glossary import EntryStatus, GlossaryEntry, GlossaryMatch
from translate_app.domain.language import Language
from translate_app.domain.segment import Span
from translate_app.pipeline.match_index import NameIndex


class Matcher:
    """The approved names of a termbase in one language, ready to be found in texts."""

    def __init__(self, entries: Iterable[GlossaryEntry], language: Language) -> None:
        """Index every accepted spelling of the approved `entries` in `language`."""
        self.language = language
        self._entries = tuple(
            sorted(
                (entry for entry in entries if entry.status is EntryStatus.APPROVED),
                key=lambda entry: entry.key,
            )
        )
        self._index = NameIndex(
            (entry.forms(language) for entry in self._entries),
            clitics=language is Language.ARABIC,
        )

    def find(self, text: str) -> tuple[GlossaryMatch, ...]:
        """The names in `text` in its order, none overlapping; a longer name wins.

        A spelling shared by several entries goes to the one that spells it exactly so, then
        to one whose main name it is, then to the first key.
        """
        return tuple(
            GlossaryMatch(
                self._entries[hit.name],
                Span(hit.start, hit.end),
                text[hit.start : hit.end],
                hit.clitic,
            )
            for hit in self._index.find(text)
        )


def find_forms(text: str, forms: Sequence[str], language: Language) -> tuple[Span, ...]:
    """Where any of `forms` stands in `text` as a name, clitics not included."""
    return tuple(Span(hit.start, hit.end) for hit in _index(tuple(forms), language).find(text))


def contains(text: str, forms: Sequence[str], language: Language) -> bool:
    """Whether any of `forms`, the accepted spellings of one name, stands in `text`."""
    return bool(find_forms(text, forms, language))


@lru_cache(maxsize=4096)
def _index(forms: tuple[str, ...], language: Language) -> NameIndex:
    return NameIndex((forms,), clitics=language is Language.ARABIC)
