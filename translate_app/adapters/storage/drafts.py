"""Machine drafts kept for the next job that meets the same text: a cache, nothing more."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, select

from translate_app.adapters.storage.segment_rows import applied_terms, source_hash
from translate_app.adapters.storage.tables import drafts
from translate_app.adapters.storage.transaction import Transaction
from translate_app.domain.recipe import Recipe
from translate_app.domain.segment import Draft, Origin
from translate_app.ports import Clock

CAPACITY = 20_000
"""Drafts kept, about 20 MB; beyond them the oldest go."""

_CHUNK = 500  # SQLite before 3.32 takes no more than 999 parameters

_FOUND = select(drafts.c.source_hash, drafts.c.draft).where(
    drafts.c.recipe == bindparam("wanted_recipe"),
    drafts.c.source_hash.in_(bindparam("wanted", expanding=True)),
)
_COUNT = select(func.count().label("kept")).select_from(drafts)


class SqlDraftRepository:
    """Implements `ports.DraftRepository`."""

    def __init__(self, transaction: Transaction, clock: Clock, capacity: int = CAPACITY) -> None:
        self._transaction = transaction
        self._clock = clock
        self._capacity = capacity

    def find(self, sources: Sequence[str], recipe: Recipe) -> Mapping[str, Draft]:
        """Those of `sources` that were drafted after `recipe`, with their drafts."""
        hashes = {source_hash(source): source for source in sources}
        wanted = list(hashes)
        found: dict[str, Draft] = {}
        for start in range(0, len(wanted), _CHUNK):
            rows = self._transaction.read(
                _FOUND,
                lambda row: (hashes[row.source_hash], _draft(row)),
                wanted_recipe=recipe.fingerprint,
                wanted=wanted[start : start + _CHUNK],
            )
            found.update(rows)
        return found

    def keep(self, made: Mapping[str, Draft], recipe: Recipe) -> None:
        """Keep drafts by source text; of drafts kept already the first stays."""
        # Before looking, so that no other job keeps the same text in between.
        self._transaction.lock()
        known = self.find(list(made), recipe)
        now, fingerprint = self._clock(), recipe.fingerprint
        self._transaction.write(
            insert(drafts),
            [
                {
                    "recipe": fingerprint,
                    "source_hash": source_hash(source),
                    "draft": _columns(draft),
                    "kept_at": now,
                }
                for source, draft in made.items()
                if source not in known
            ],
        )
        self._trim()

    def _trim(self) -> None:
        (count,) = self._transaction.read(_COUNT, lambda row: int(row.kept))
        if count <= self._capacity:
            return
        oldest = (
            select(drafts.c.recipe, drafts.c.source_hash)
            .order_by(drafts.c.kept_at, drafts.c.recipe, drafts.c.source_hash)
            .limit(count - self._capacity)
        )
        rows = self._transaction.read(
            oldest, lambda row: {"old_recipe": row.recipe, "old_hash": row.source_hash}
        )
        self._transaction.write(_DELETE, rows)


_DELETE = delete(drafts).where(
    drafts.c.recipe == bindparam("old_recipe"), drafts.c.source_hash == bindparam("old_hash")
)


def _columns(draft: Draft) -> dict[str, object]:
    return {
        "target": draft.target,
        "origin": draft.origin.value,
        "engine": draft.engine,
        "score": draft.score,
        "terms": [asdict(term) for term in draft.terms],
        "confidence": draft.confidence,
    }


def _draft(row: Row[Any]) -> Draft:
    kept = row.draft
    return Draft(
        target=kept["target"],
        origin=Origin(kept["origin"]),
        engine=kept["engine"],
        score=kept["score"],
        terms=applied_terms(kept["terms"]),
        confidence=kept["confidence"],
    )
