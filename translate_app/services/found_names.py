"""The unknown names of releases, remembered: only what has changed is looked at again."""

import threading
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from translate_app.domain.candidate import UnknownName
from translate_app.domain.glossary import EntryStatus, GlossaryEntry, MatchContext
from translate_app.domain.language import Language
from translate_app.domain.release import Release
from translate_app.domain.segment import Segment, Span
from translate_app.pipeline.folding import fold
from translate_app.pipeline.unknown_names import WordUse, unknown_names, word_use
from translate_app.ports import UnitOfWork
from translate_app.services.matchers import Matchers

REMEMBERED: Final = 2_000
"""Releases whose names are remembered; those not asked for the longest time go first."""

Places = Sequence[tuple[UnknownName, Segment]]
_Looked = tuple[str, str, tuple[Span, ...]]
"""A segment's source, its draft where that tells names, the places of the termbase's names."""


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
    names: Mapping[str, Places]
    """By the spelling that is compared."""


@dataclass
class FoundNames:
    """What was found in releases. Share one per process; it is thread-safe."""

    matchers: Matchers
    _found: OrderedDict[str, _Found] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(
        self,
        release: Release,
        segments: Sequence[Segment],
        revision: int,
        waiting: "Waiting",
    ) -> Mapping[str, Places]:
        """Where the names of `release` stand that the termbase of that `revision` lacks.

        By the spelling that is compared; what `waiting` has is left out.
        """
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
        waiting: "Waiting",
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


class Waiting:
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
