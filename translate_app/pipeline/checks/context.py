"""What a check looks at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from translate_app.domain.glossary import GlossaryMatch
from translate_app.domain.language import LanguagePair
from translate_app.domain.segment import AppliedTerm, Finding


@dataclass(frozen=True, slots=True)
class CheckContext:
    """A segment's two texts and what is known about them."""

    source: str
    target: str
    pair: LanguagePair
    expected: tuple[GlossaryMatch, ...] = ()
    """The names found in the source."""
    applied: tuple[AppliedTerm, ...] = ()
    """What became of them in a machine draft that nobody has edited; else empty."""

    named: tuple[GlossaryMatch, ...] = ()
    """The names found in the target."""


Check = Callable[[CheckContext], Iterator[Finding]]
