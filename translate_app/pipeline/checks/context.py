"""What a check looks at."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from translate_app.domain.glossary import GlossaryMatch
from translate_app.domain.language import LanguagePair
from translate_app.domain.segment import AppliedTerm, Finding
from translate_app.pipeline.folding import fold


@dataclass(frozen=True, slots=True)
class KnownPair:
    """A source and the translation that somebody gave it, in this release or elsewhere."""

    source: str
    target: str
    number: int | None = None
    """Number of the segment in this release; None for a pair of the memory."""


@dataclass(frozen=True, slots=True)
class KnownPairs:
    """Pairs by either text, compared folded and by their words alone."""

    by_source: Mapping[str, tuple[KnownPair, ...]] = field(default_factory=dict)
    by_target: Mapping[str, tuple[KnownPair, ...]] = field(default_factory=dict)


def known_pairs(pairs: Iterable[tuple[int | None, str, str]]) -> KnownPairs:
    """Number (None for the memory), source and target of pairs; empty targets are left out."""
    by_source: defaultdict[str, list[KnownPair]] = defaultdict(list)
    by_target: defaultdict[str, list[KnownPair]] = defaultdict(list)
    for number, source, target in pairs:
        if target.strip():
            pair = KnownPair(source, target, number)
            by_source[wording(source)].append(pair)
            by_target[wording(target)].append(pair)
    return KnownPairs(
        {key: tuple(found) for key, found in by_source.items()},
        {key: tuple(found) for key, found in by_target.items()},
    )


@lru_cache(maxsize=16_384)  # the texts of a release are compared anew with every change of one
def wording(text: str) -> str:
    """The words of `text` folded, without the punctuation between and around them."""
    kept = (each if each.isalnum() else " " for each in fold(text).text)
    return " ".join("".join(kept).split())


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
    siblings: KnownPairs = field(default_factory=KnownPairs)
    """The segments of the release; the segment itself may be among them."""
    memory: KnownPairs = field(default_factory=KnownPairs)
    """Approved translations of other releases."""
    number: int | None = None
    """The segment's own number in `siblings`."""


Check = Callable[[CheckContext], Iterator[Finding]]
