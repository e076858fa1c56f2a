"""Change propagation: what a changed entry makes wrong, and putting it right as a batch."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from translate_app.domain.segment import (
    AppliedTerm,
    Origin,
    Segment,
    SegmentState,
    TermPlacement,
)
from translate_app.ports import Clock, UnitOfWork, UnitOfWorkFactory
from translate_app.services.corrections import (
    Affected,
    Correction,
    PublishedCorrection,
    PublishedPassage,
    States,
    correction_of,
    passages_of,
)
from translate_app.services.former_forms import former_states, in_use
from translate_app.services.known_entries import KnownEntries
from translate_app.services.matchers import Matchers
from translate_app.services.occurrences import Occurrences, occurrences
from translate_app.services.review_steps import next_change, person_named


@dataclass(frozen=True, slots=True)
class Applied:
    """What a batch of corrections did."""

    done: tuple[Segment, ...]
    stale: tuple[Correction, ...]
    """Somebody changed the segment in the meantime: it was left alone."""
    approved: tuple[Correction, ...]
    """Approved segments that were left alone, because reopening was not asked for."""
    by_hand: tuple[Correction, ...]
    """Nothing was proposed for them."""


@dataclass(frozen=True)
class Propagation:
    """Find and fix what a change of the termbase makes wrong."""

    unit_of_work: UnitOfWorkFactory
    known: KnownEntries
    matchers: Matchers
    clock: Clock

    def affected(self, keys: Collection[str] | None = None) -> Affected:
        """Everything that the entries `keys` make wrong; None is all of the termbase's.

        A retired entry stands for the
        one that replaced it; other entries that are not approved make nothing wrong.

        Raises:
            EntryNotFoundError: a key is not in the termbase.
        """
        known = self.known()
        with self.unit_of_work() as unit_of_work:
            entries = in_use(sorted(known if keys is None else keys), known)
            states = former_states(unit_of_work, entries, known)
            found = occurrences(unit_of_work, entries, self.matchers)
        return _affected(found, states)

    def apply(self, corrections: Sequence[Correction], by: str, *, reopen: bool = False) -> Applied:
        """Save the proposals under the person's name, in one transaction.

        A corrected segment is edited, its words come from the termbase. Approved segments
        are opened again only with `reopen`. Whatever was changed since it was looked at is
        reported and not overwritten.

        Raises:
            NameRequiredError, NotFoundError.
        """
        person = person_named(by)
        done: list[Segment] = []
        stale, kept, by_hand = [], [], []
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            for correction in corrections:
                present = unit_of_work.segments.get(correction.release_id, correction.number)
                if correction.proposed is None or not correction.proposed.strip():
                    by_hand.append(correction)
                elif present.version != correction.version:
                    stale.append(correction)
                elif present.state >= SegmentState.REVIEWED and not reopen:
                    kept.append(correction)
                elif correction.proposed != present.target:
                    done.append(self._save(unit_of_work, correction, present, person))
            unit_of_work.commit()
        return Applied(tuple(done), tuple(stale), tuple(kept), tuple(by_hand))

    def _save(
        self, unit_of_work: UnitOfWork, correction: Correction, present: Segment, by: str
    ) -> Segment:
        return unit_of_work.segments.record(
            replace(
                next_change(present, by, self.clock(), SegmentState.EDITED),
                target=correction.proposed or "",
                origin=Origin.GLOSSARY,
                engine=None,
                score=None,
                terms=_terms(present, correction),
                confidence=None,
            )
        )


def _affected(found: Occurrences, states: States) -> Affected:
    wrong = [one for each in found.segments if (one := correction_of(each, states))]
    by_place = {(one.release_id, one.number): one for one in wrong}
    published = passages_of(found.published, states, by_place)
    as_published = {
        (publication.release_id, passage.number)
        for publication in published
        for passage in publication.passages
        if passage.correction and passage.correction.state is SegmentState.APPROVED
    }
    unpublished = [one for one in wrong if (one.release_id, one.number) not in as_published]
    return Affected(
        corrections=tuple(one for one in unpublished if one.state < SegmentState.REVIEWED),
        approved=tuple(one for one in unpublished if one.state >= SegmentState.REVIEWED),
        published=published,
        unreadable=tuple(publication.release_id for publication in found.unreadable),
    )


def _terms(present: Segment, correction: Correction) -> tuple[AppliedTerm, ...]:
    """The segment's terms; those of corrected entries say what stands there now."""
    language = correction.target_language
    names = {
        entry.key: entry.name(language)
        for entry in correction.entries
        if entry not in correction.missing and not entry.do_not_translate
    }
    return tuple(
        replace(
            term,
            target=names[term.entry],
            placement=TermPlacement.ALIGNED if not term.applied else term.placement,
        )
        if term.entry in names
        else term
        for term in present.terms
    )


__all__ = [
    "Affected",
    "Applied",
    "Correction",
    "Propagation",
    "PublishedCorrection",
    "PublishedPassage",
]
