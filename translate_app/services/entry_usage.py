"""Where an entry is used: the segments and publications in whose sources it stands."""

from dataclasses import dataclass, replace
from datetime import datetime

from translate_app.domain.glossary import EntryStatus, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.domain.segment import SegmentState
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.propagate import judge
from translate_app.ports import UnitOfWork, UnitOfWorkFactory
from translate_app.services.corrections import States
from translate_app.services.former_forms import former_states
from translate_app.services.known_entries import KnownEntries
from translate_app.services.matchers import Matchers
from translate_app.services.occurrences import Names, Occurrences, occurrences


@dataclass(frozen=True, slots=True)
class SegmentUse:
    """A segment in whose source the name stands."""

    release_id: str
    title: str
    """Of the release."""
    number: int
    source: str
    target: str
    state: SegmentState
    wrong: bool
    """Whether the target has no accepted form of the name, or one that is not accepted.
    False for an empty one, and for an entry that is not in use."""
    source_language: Language


@dataclass(frozen=True, slots=True)
class PublicationUse:
    """A newest publication with the name in its source."""

    release_id: str
    number: int
    title: str
    published_at: datetime
    segments: tuple[int, ...]
    """Numbers of the segments that have the name."""
    wrong: tuple[int, ...]
    """Those of them in which it is wrong."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Where an entry is used, the newest release first."""

    entry: GlossaryEntry
    segments: tuple[SegmentUse, ...]
    publications: tuple[PublicationUse, ...]


@dataclass(frozen=True)
class EntryUsage:
    """Looks through the store for an entry."""

    unit_of_work: UnitOfWorkFactory
    known: KnownEntries
    matchers: Matchers

    def __call__(self, key: str) -> Usage:
        """Where the entry of that key is used.

        One that is not approved is looked for as if it were, without regard to others.

        Raises:
            EntryNotFoundError: there is none.
        """
        with self.unit_of_work() as unit_of_work:
            entry = unit_of_work.glossary.get(key)
            states: States = {}
            if entry.status is EntryStatus.APPROVED:
                states = former_states(unit_of_work, [entry], self.known())
            found = self._found(unit_of_work, entry)
        return _usage(entry, found, states)

    def _found(self, unit_of_work: UnitOfWork, entry: GlossaryEntry) -> Occurrences:
        if entry.status is EntryStatus.APPROVED:
            return occurrences(unit_of_work, [entry], self.matchers)
        alone = replace(entry, status=EntryStatus.APPROVED)
        return occurrences(unit_of_work, [alone], lambda language: Matcher([alone], language))


def _usage(entry: GlossaryEntry, found: Occurrences, states: States) -> Usage:
    def wrong(target: str, names: Names, language: Language) -> bool:
        if entry.key not in states or not target.strip():
            return False
        return judge(target, entry, names, states[entry.key], language) is not None

    segments = tuple(
        SegmentUse(
            release_id=one.release.id,
            title=one.release.display_title,
            number=one.segment.number,
            source=one.segment.source,
            target=one.segment.target,
            state=one.segment.state,
            wrong=wrong(one.segment.target, one.names, one.release.target_language),
            source_language=one.release.source_language,
        )
        for one in found.segments
    )
    publications: dict[str, PublicationUse] = {}
    for each in found.published:
        number = each.segment.number
        present = publications.get(each.release.id) or PublicationUse(
            each.release.id,
            each.publication.number,
            each.release.display_title,
            each.publication.published_at,
            (),
            (),
        )
        bad = wrong(each.segment.target, each.names, each.release.target_language)
        publications[each.release.id] = replace(
            present,
            segments=(*present.segments, number),
            wrong=(*present.wrong, number) if bad else present.wrong,
        )
    return Usage(entry, segments, tuple(publications.values()))
