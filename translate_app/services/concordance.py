"""The memory of what was translated: texts like this one, and where a text was used."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import Indel, Levenshtein

from translate_app.domain.language import LanguagePair
from translate_app.domain.memory import ConcordanceHit, MemoryMatch
from translate_app.domain.segment import SegmentState
from translate_app.pipeline.folding import fold, folded_words
from translate_app.pipeline.search import find_folded
from translate_app.services.memory_index import Key, MemoryIndex, Remembered

LEAST_QUALITY: Final = 60
"""Below it a translator reads longer than it takes to translate anew."""

_LOOKED_AT: Final = 100
_SLACK: Final = 0.1
"""The likeliest are found by a distance that is ten times faster to work out over the whole
memory (insertions and deletions only), and then judged by the one that quality means."""

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""For what has no time of its change; nothing that is translated lacks one."""


@dataclass(frozen=True)
class TranslationMemory:
    """Looking things up in everything that was translated."""

    index: MemoryIndex

    def matches(
        self,
        source: str,
        pair: LanguagePair,
        limit: int = 5,
        *,
        besides: Key | None = None,
    ) -> tuple[MemoryMatch, ...]:
        """Approved translations of texts like `source`, the most alike first, then the newest.

        Quality is the share of characters that need no change (one minus the normalised
        Levenshtein distance) of the folded texts, in percent and rounded down; only the
        very same text has 100, and less than `LEAST_QUALITY` is not offered. `besides`
        leaves one segment out (release id, number). Of equal texts with equal translations
        the newest is given.
        """
        sources, remembered = self.index.approved(pair)
        wanted = fold(source).text
        likely = process.extract(
            wanted,
            sources,
            scorer=Indel.normalized_similarity,
            score_cutoff=LEAST_QUALITY / 100 - _SLACK,
            limit=_LOOKED_AT,
        )
        matches = [
            _match(remembered[key], source, Levenshtein.normalized_similarity(wanted, text))
            for text, _, key in likely
            if key != besides
        ]
        matches.sort(key=lambda match: match.at)
        distinct = {(m.source, m.target): m for m in matches if m.quality >= LEAST_QUALITY}
        kept = sorted(distinct.values(), key=lambda m: (-m.quality, -m.at.timestamp()))
        return tuple(kept[:limit])

    def concordance(self, text: str, limit: int = 50) -> tuple[ConcordanceHit, ...]:
        """Translated segments of all releases in which `text` stands, in either language.

        Folded: capitals, diacritics, hamza, ة/ه and ى/ي make no difference. Approved
        ones come first, then the newest. Nothing for an empty text.
        """
        wanted = folded_words(text)
        if not wanted:
            return ()
        found = [
            each
            for each in self.index.translated()
            if wanted in each.source.text or wanted in each.target.text
        ]
        found.sort(key=_rank)
        return tuple(_hit(each, wanted) for each in found[:limit])


def _match(remembered: Remembered, source: str, score: float) -> MemoryMatch:
    segment = remembered.segment
    same = segment.source == source
    return MemoryMatch(
        quality=100 if same else min(99, int(score * 100)),
        source=segment.source,
        target=segment.target,
        release_id=segment.release_id,
        number=segment.number,
        by=segment.changed_by or "",
        at=segment.changed_at or _NEVER,
    )


def _rank(remembered: Remembered) -> tuple[bool, float]:
    segment = remembered.segment
    at = segment.changed_at or _NEVER
    return (segment.state is not SegmentState.APPROVED, -at.timestamp())


def _hit(remembered: Remembered, wanted: str) -> ConcordanceHit:
    segment = remembered.segment
    return ConcordanceHit(
        release_id=segment.release_id,
        title=remembered.title,
        number=segment.number,
        pair=remembered.pair,
        source=segment.source,
        target=segment.target,
        source_spans=find_folded(remembered.source, segment.source, wanted),
        target_spans=find_folded(remembered.target, segment.target, wanted),
        state=segment.state,
        by=segment.changed_by or "",
        at=segment.changed_at or _NEVER,
    )
