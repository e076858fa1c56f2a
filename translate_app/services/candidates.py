"""Names that releases mention and the termbase lacks: found, counted, accepted, dismissed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from translate_app.domain.candidate import CandidateContext, NameCandidate, UnknownName
from translate_app.domain.entry_keys import entry_key
from translate_app.domain.glossary import (
    DismissedName,
    EntryStatus,
    EntryType,
    GlossaryEntry,
)
from translate_app.domain.language import Language
from translate_app.domain.release import Release
from translate_app.domain.segment import Segment
from translate_app.pipeline.entry_changes import cleaned, refuse_invalid
from translate_app.pipeline.transliterate import to_arabic, to_latin
from translate_app.ports import Clock, UnitOfWork, UnitOfWorkFactory
from translate_app.services.found_names import FoundNames, Places, Waiting, compared
from translate_app.services.review_steps import person_named

SHOWN_CONTEXTS: Final = 5


@dataclass(frozen=True)
class Candidates:
    """Names for the termbase, if somebody accepts them."""

    unit_of_work: UnitOfWorkFactory
    found: FoundNames
    clock: Clock

    def of_release(self, release_id: str) -> tuple[NameCandidate, ...]:
        """The unknown names of one release, the most frequent first.

        Raises:
            ReleaseNotFoundError, AmbiguousReleaseError.
        """
        with self.unit_of_work() as unit_of_work:
            release = unit_of_work.releases.get(release_id)
            segments = unit_of_work.segments.of_release(release.id)
            return self._rows(unit_of_work, [(release, segments)])

    def by_segment(self, release_id: str) -> Mapping[int, tuple[NameCandidate, ...]]:
        """The unknown names of one release by the numbers of the segments they stand in.

        Raises:
            ReleaseNotFoundError, AmbiguousReleaseError.
        """
        with self.unit_of_work() as unit_of_work:
            release = unit_of_work.releases.get(release_id)
            segments = unit_of_work.segments.of_release(release.id)
            places = self._places(unit_of_work, [(release, segments)])
        names: dict[int, list[NameCandidate]] = defaultdict(list)
        for (language, _), found in places.items():
            row = _row(language, found)
            for number in dict.fromkeys(segment.number for _, segment in found):
                names[number].append(row)
        return {number: tuple(rows) for number, rows in names.items()}

    def all(self) -> tuple[NameCandidate, ...]:
        """The unknown names of all releases, the most frequent first."""
        with self.unit_of_work() as unit_of_work:
            releases = unit_of_work.releases.all()
            segments: dict[str, list[Segment]] = defaultdict(list)
            for segment in unit_of_work.segments.everywhere():
                segments[segment.release_id].append(segment)
            return self._rows(unit_of_work, [(one, segments[one.id]) for one in releases])

    def accept(
        self,
        surface: str,
        language: Language,
        target: str,
        kind: EntryType,
        by: str,
    ) -> GlossaryEntry:
        """Make an approved entry for everybody of `surface`, a name in `language`, and `target`.

        An entry of the same two names that holds for everybody is approved instead of doubled.

        Raises:
            InvalidEntryError: a name is empty, too long, or of the wrong kind.
            NameRequiredError: nobody says who accepts it.
        """
        person = person_named(by)
        names = {language: surface, language.other: target}
        entry = cleaned(
            GlossaryEntry(
                key="",
                en=names[Language.ENGLISH],
                ar=names[Language.ARABIC],
                type=kind,
            )
        )
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            present = unit_of_work.glossary.all()
            same = next((one for one in present if _same_names(one, entry)), None)
            if same is None:
                taken = {one.key for one in present}
                entry = replace(entry, key=entry_key(kind, entry.en, entry.ar, taken))
            else:
                entry = replace(same, status=EntryStatus.APPROVED, replaced_by="")
            refuse_invalid(entry)
            unit_of_work.glossary.upsert([entry], by=person)
            unit_of_work.names.recall(self._decision(surface, language, person))
            unit_of_work.commit()
        return entry

    def dismiss(self, surface: str, language: Language, by: str) -> None:
        """Remember that `surface` is no name for the termbase; it is not offered again.

        Nothing happens where the name is empty.

        Raises:
            NameRequiredError: nobody says who dismisses it.
        """
        decision = self._decision(surface, language, person_named(by))
        if not decision.surface:
            return
        with self.unit_of_work() as unit_of_work:
            unit_of_work.names.dismiss(decision)
            unit_of_work.commit()

    def recall(self, surface: str, language: Language, by: str) -> None:
        """Take a dismissal back; nothing happens where there is none.

        Raises:
            NameRequiredError: nobody says who takes it back.
        """
        with self.unit_of_work() as unit_of_work:
            unit_of_work.names.recall(self._decision(surface, language, person_named(by)))
            unit_of_work.commit()

    def dismissed(self) -> Sequence[DismissedName]:
        """What was dismissed, by whom and when, the newest first."""
        with self.unit_of_work() as unit_of_work:
            return unit_of_work.names.dismissed()

    def _decision(self, surface: str, language: Language, by: str) -> DismissedName:
        return DismissedName(language, compared(surface), self.clock(), by)

    def _rows(
        self, unit_of_work: UnitOfWork, texts: Iterable[tuple[Release, Sequence[Segment]]]
    ) -> tuple[NameCandidate, ...]:
        places = self._places(unit_of_work, texts)
        rows = (_row(language, found) for (language, _), found in places.items())
        return tuple(sorted(rows, key=lambda row: (-row.count, -row.releases, row.surface)))

    def _places(
        self, unit_of_work: UnitOfWork, texts: Iterable[tuple[Release, Sequence[Segment]]]
    ) -> Mapping[tuple[Language, str], Places]:
        """Where each name stands, without those that somebody has dismissed."""
        revision = unit_of_work.glossary.revision()
        dismissed = {(one.language, one.surface) for one in unit_of_work.names.dismissed()}
        waiting = Waiting(unit_of_work)
        places: dict[tuple[Language, str], list[tuple[UnknownName, Segment]]] = defaultdict(list)
        for release, segments in texts:
            language = release.source_language
            for key, found in self.found(release, segments, revision, waiting).items():
                if (language, key) not in dismissed:
                    places[language, key] += found
        return places


def _row(language: Language, found: Places) -> NameCandidate:
    surfaces = Counter(name.surface for name, _ in found)
    surface = surfaces.most_common(1)[0][0]
    kinds = Counter(name.type for name, _ in found if name.type is not EntryType.OTHER)
    return NameCandidate(
        surface=surface,
        language=language,
        count=len(found),
        releases=len({segment.release_id for _, segment in found}),
        contexts=tuple(
            CandidateContext(segment.release_id, segment.number, segment.source, name.span)
            for name, segment in found[:SHOWN_CONTEXTS]
        ),
        proposals=to_arabic(surface) if language is Language.ENGLISH else to_latin(surface),
        type=kinds.most_common(1)[0][0] if kinds else EntryType.OTHER,
    )


def _same_names(one: GlossaryEntry, other: GlossaryEntry) -> bool:
    return one.scope == other.scope and all(
        compared(one.name(language)) == compared(other.name(language)) for language in Language
    )
