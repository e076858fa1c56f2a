"""Names that releases mention and the termbase lacks: found, counted, accepted, dismissed."""

import threading
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from translate_app.domain.candidate import CandidateContext, NameCandidate, UnknownName
from translate_app.domain.entry_keys import entry_key
from translate_app.domain.glossary import (
    DismissedName,
    EntryStatus,
    EntryType,
    GlossaryEntry,
    MatchContext,
)
from translate_app.domain.language import Language
from translate_app.domain.release import Release
from translate_app.domain.segment import Segment, Span
from translate_app.pipeline.entry_changes import cleaned, refuse_invalid
from translate_app.pipeline.folding import fold
from translate_app.pipeline.transliterate import to_arabic, to_latin
from translate_app.pipeline.unknown_names import WordUse, unknown_names, word_use
from translate_app.ports import Clock, UnitOfWork, UnitOfWorkFactory
from translate_app.services.matchers import Matchers
from translate_app.services.review_steps import person_named

SHOWN_CONTEXTS: Final = 5
REMEMBERED: Final = 2_000
"""Releases whose names are remembered; those not asked for the longest time go first."""


_Looked = tuple[str, str, tuple[Span, ...]]
"""A segment's source, its draft where that tells names, the places of the termbase's names."""
_Places = Sequence[tuple[UnknownName, Segment]]


@dataclass(frozen=True, slots=True)
class _Found:
    """The unknown names of a release as its segments and the termbase were."""

    sources: int
    """A hash of the release's scope and segments, English drafts included."""
    revision: int
    """Of the termbase."""
    use: WordUse
    by_segment: Mapping["_Looked", tuple[UnknownName, ...]]
    """What was found in a segment, by what was looked at."""
    names: Mapping[str, _Places]
    """By the spelling that is compared."""


@dataclass
class Candidates:
    """Share one per process: it is thread-safe and remembers what it found in a release."""

    unit_of_work: UnitOfWorkFactory
    matchers: Matchers
    clock: Clock
    _found: OrderedDict[str, _Found] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

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
        *,
        scope: str = "",
        note: str = "",
    ) -> GlossaryEntry:
        """Make an approved entry of `surface`, a name in `language`, and its `target`.

        An entry of the same two names and scope is approved instead of doubled.

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
                scope=scope,
                note=note,
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
    ) -> Mapping[tuple[Language, str], _Places]:
        """Where each name stands, without those that somebody has dismissed."""
        revision = unit_of_work.glossary.revision()
        dismissed = {(one.language, one.surface) for one in unit_of_work.names.dismissed()}
        waiting = _Waiting(unit_of_work)
        places: dict[tuple[Language, str], list[tuple[UnknownName, Segment]]] = defaultdict(list)
        for release, segments in texts:
            language = release.source_language
            for key, found in self._names(release, segments, revision, waiting).items():
                if (language, key) not in dismissed:
                    places[language, key] += found
        return places

    def _names(
        self,
        release: Release,
        segments: Sequence[Segment],
        revision: int,
        waiting: "_Waiting",
    ) -> Mapping[str, _Places]:
        draft = _draft_of(release)
        sources = hash((release.scope, *((one.number, one.source, draft(one)) for one in segments)))
        with self._lock:
            before = self._found.get(release.id)
            if before is not None:
                self._found.move_to_end(release.id)
        if before is not None and (before.sources, before.revision) == (sources, revision):
            return before.names
        found = self._look(release, segments, waiting, before)
        with self._lock:
            self._found[release.id] = replace(found, sources=sources, revision=revision)
            while len(self._found) > REMEMBERED:
                self._found.popitem(last=False)
        return found.names

    def _look(
        self,
        release: Release,
        segments: Sequence[Segment],
        waiting: "_Waiting",
        before: _Found | None,
    ) -> _Found:
        """Look at segments, but not again at those that are as they were `before`."""
        language = release.source_language
        matcher = self.matchers(language).within(MatchContext(scope=release.scope))
        use = word_use((one.source for one in segments), language)
        listed = waiting(language, release.scope)
        draft = _draft_of(release)
        known = before.by_segment if before and before.use == use else {}
        by_segment: dict[_Looked, tuple[UnknownName, ...]] = {}
        names: dict[str, list[tuple[UnknownName, Segment]]] = defaultdict(list)
        for segment in segments:
            matches = matcher.find(segment.source)
            looked = (segment.source, draft(segment), tuple(match.span for match in matches))
            unknown = known.get(looked)
            if unknown is None:
                unknown = unknown_names(segment.source, language, matches, use, looked[1])
            by_segment[looked] = unknown
            for name in unknown:
                key = compared(name.surface)
                if key not in listed:
                    names[key].append((name, segment))
        return _Found(0, 0, use, by_segment, names)


class _Waiting:
    """Names that the termbase has and does not enforce: proposed or retired ones."""

    def __init__(self, unit_of_work: UnitOfWork) -> None:
        self._unit_of_work = unit_of_work
        self._entries: tuple[GlossaryEntry, ...] | None = None
        self._known: dict[tuple[Language, str], frozenset[str]] = {}

    def __call__(self, language: Language, scope: str) -> frozenset[str]:
        """Their spellings in `language` for `scope`, as they are compared."""
        if self._entries is None:
            self._entries = tuple(
                entry
                for entry in self._unit_of_work.glossary.all()
                if entry.status is not EntryStatus.APPROVED
            )
        if (language, scope) not in self._known:
            self._known[language, scope] = frozenset(
                compared(form)
                for entry in self._entries
                if entry.serves(scope)
                for form in entry.forms(language)
            )
        return self._known[language, scope]


def compared(surface: str) -> str:
    """The spelling under which names are one: folded, without hyphens and needless spaces."""
    return " ".join(fold(surface).text.replace("-", " ").split())


def _draft_of(release: Release) -> Callable[[Segment], str]:
    """The translation that tells names by its capitals: of an Arabic release the English one."""
    if release.source_language is Language.ARABIC:
        return lambda segment: segment.target
    return lambda _: ""


def _row(language: Language, found: _Places) -> NameCandidate:
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
