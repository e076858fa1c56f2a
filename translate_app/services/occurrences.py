"""Where entries stand in the sources of all releases, found without reading every word."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from translate_app.domain.glossary import GlossaryEntry, GlossaryMatch, MatchContext
from translate_app.domain.language import Language
from translate_app.domain.release import Edition, Publication, PublishedSegment, Release
from translate_app.domain.segment import Segment
from translate_app.errors import PublicationError
from translate_app.pipeline.folding import fold
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.publish import edition_of
from translate_app.ports import UnitOfWork
from translate_app.services.matchers import release_context

_MANY = 60
"""More entries than this are looked for at once, with the matcher alone."""
_ENDING = 2
"""Letters at the end of a longer word that may differ: Ministry, Ministries."""
_LONG = 6

Names = tuple[GlossaryMatch, ...]
MatcherFor = Callable[[Language], Matcher]
"""The matcher of a language: `Matchers`, or one of another choice of entries."""
Finder = Callable[[Release, str], Names]
"""All names of a source where one of those looked for is among them, none elsewhere."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A segment in whose source an entry stands."""

    release: Release
    segment: Segment
    names: Names
    """All names of the source."""


@dataclass(frozen=True, slots=True)
class PublishedOccurrence:
    """A segment of a release's newest publication in whose source an entry stands."""

    release: Release
    publication: Publication
    segment: PublishedSegment
    names: Names


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Everything found, the newest release first."""

    segments: tuple[Occurrence, ...]
    published: tuple[PublishedOccurrence, ...]
    unreadable: tuple[Publication, ...]
    """Newest publications that cannot be read; nobody knows what stands in them."""


def occurrences(
    unit_of_work: UnitOfWork, entries: Collection[GlossaryEntry], matchers: MatcherFor
) -> Occurrences:
    """Where any of `entries`, which are approved, stands in segments and publications."""
    if not entries:
        return Occurrences((), (), ())
    contexts = _Contexts(unit_of_work)
    finders = {language: _finder(entries, matchers(language), contexts) for language in Language}
    releases = {release.id: release for release in unit_of_work.releases.all()}

    def names_of(release: Release, source: str) -> Names:
        return finders[release.source_language](release, source)

    order = {release_id: place for place, release_id in enumerate(releases)}
    segments = [
        Occurrence(releases[segment.release_id], segment, names)
        for segment in unit_of_work.segments.everywhere()
        if (names := names_of(releases[segment.release_id], segment.source))
    ]
    published: list[PublishedOccurrence] = []
    unreadable: list[Publication] = []
    for release_id, publication in unit_of_work.publications.latest().items():
        release = releases[release_id]
        try:
            edition = edition_of(publication)
        except PublicationError:
            unreadable.append(publication)
            continue
        published += (
            PublishedOccurrence(release, publication, segment, names)
            for segment in _segments(edition)
            if (names := names_of(release, segment.source))
        )
    segments.sort(key=lambda one: order[one.release.id])
    published.sort(key=lambda one: order[one.release.id])
    return Occurrences(tuple(segments), tuple(published), tuple(unreadable))


def _segments(edition: Edition) -> Iterator[PublishedSegment]:
    for unit in edition.units:
        yield from unit.segments


class _Contexts:
    """What decides in each release which entries its names mean; looked up when needed."""

    def __init__(self, unit_of_work: UnitOfWork) -> None:
        self._unit_of_work = unit_of_work
        self._made: dict[str, MatchContext] = {}

    def __call__(self, release: Release) -> MatchContext:
        made = self._made.get(release.id)
        if made is None:
            choices = self._unit_of_work.names.choices(release.id)
            made = self._made[release.id] = release_context(release, choices)
        return made


def _finder(entries: Collection[GlossaryEntry], matcher: Matcher, contexts: _Contexts) -> Finder:
    keys = {entry.key for entry in entries}
    cores = _cores(entries, matcher.language) if len(entries) <= _MANY else ()
    bound: dict[str, Matcher] = {}

    def find(release: Release, source: str) -> Names:
        if cores:
            text = _searchable(source)
            if not any(core in text for core in cores):
                return ()
        if release.id not in bound:
            bound[release.id] = matcher.within(contexts(release))
        names = bound[release.id].find(source)
        return names if any(name.entry.key in keys for name in names) else ()

    return find


def _cores(entries: Iterable[GlossaryEntry], language: Language) -> tuple[str, ...]:
    """For every form a piece of a word that a text must have where the form stands in it."""
    forms = {form for entry in entries for form in entry.forms(language)}
    # What is not translated stands in a text as the other language spells it, too.
    forms |= {
        form for entry in entries if entry.do_not_translate for form in entry.forms(language.other)
    }
    return tuple({core for form in forms if (core := _core(form))})


def _core(form: str) -> str:
    words = _searchable(form).split()
    telling = [word for word in words if word != "the"] or words  # a text may leave it out
    longest = max(telling, key=len, default="").removeprefix("ال")
    return longest[:-_ENDING] if len(longest) >= _LONG else longest


@lru_cache(maxsize=50_000)
def _searchable(text: str) -> str:
    """`text` folded, without the points and apostrophes that acronyms and names may have."""
    return fold(text).text.replace(".", "").replace("'", "").replace("-", " ")
