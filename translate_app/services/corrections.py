"""Corrections: segments and publications in which a name is wrong, and what would be right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.language import Language
from translate_app.domain.segment import SegmentState, Span
from translate_app.pipeline.propagate import Verdict, corrected, judge
from translate_app.services.occurrences import Names, Occurrence, PublishedOccurrence

States = Mapping[str, Sequence[GlossaryEntry]]
"""By key of an entry, every state that it and those merged into it ever had."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A segment with a wrong name, and what would be right. Apply it, or edit `proposed`."""

    release_id: str
    release_title: str
    number: int
    version: int
    """The version that was looked at; a segment that has another by then is left alone."""
    state: SegmentState
    source: str
    target: str
    proposed: str | None
    """The target with every wrong form replaced. None where there is none to replace:
    the name is missing altogether, and a person has to put it in."""
    spans: tuple[Span, ...]
    """Where wrong forms stand in `target`."""
    proposed_spans: tuple[Span, ...]
    """Where the names that were put in stand in `proposed`."""
    entries: tuple[GlossaryEntry, ...]
    """Entries of which something is wrong here."""
    missing: tuple[GlossaryEntry, ...] = ()
    """Those of them that stand nowhere in the target: `proposed` does not put them in."""
    source_language: Language = Language.ENGLISH

    @property
    def target_language(self) -> Language:
        """The language of `target` and `proposed`."""
        return self.source_language.other


@dataclass(frozen=True, slots=True)
class PublishedPassage:
    """A segment of a publication in which a name is wrong now."""

    number: int
    source: str
    target: str
    spans: tuple[Span, ...]
    """Where wrong forms stand; empty where the name is missing."""
    entries: tuple[GlossaryEntry, ...]
    correction: Correction | None
    """For the release's present text, where that still is what was published. None where
    somebody changed it since: publishing anew is all that is left to do."""


@dataclass(frozen=True, slots=True)
class PublishedCorrection:
    """A newest publication that needs a correction."""

    release_id: str
    release_title: str
    number: int
    published_at: datetime
    published_by: str
    source_language: Language
    passages: tuple[PublishedPassage, ...]


@dataclass(frozen=True, slots=True)
class Affected:
    """What changed entries make wrong."""

    corrections: tuple[Correction, ...]
    """Open segments. Empty ones are not among them: their draft will be right."""
    approved: tuple[Correction, ...]
    """Segments that somebody approved (once, where two have to), not published so."""
    published: tuple[PublishedCorrection, ...]
    unreadable: tuple[str, ...] = ()
    """Ids of releases whose newest publication cannot be read."""


def correction_of(found: Occurrence, states: States) -> Correction | None:
    """What is wrong with the names of a segment; None where nothing is."""
    release, segment = found.release, found.segment
    language = release.target_language
    verdicts = _verdicts(segment.target, found.names, states, language)
    if not verdicts:
        return None
    misspelt = [one for verdict in verdicts for one in verdict.misspelt]
    proposal = corrected(segment.target, misspelt, language) if misspelt else None
    return Correction(
        release_id=release.id,
        release_title=release.display_title,
        number=segment.number,
        version=segment.version,
        state=segment.state,
        source=segment.source,
        target=segment.target,
        proposed=proposal.text if proposal else None,
        spans=_spans(verdicts),
        proposed_spans=proposal.spans if proposal else (),
        entries=tuple(verdict.entry for verdict in verdicts),
        missing=tuple(verdict.entry for verdict in verdicts if verdict.missing),
        source_language=release.source_language,
    )


def _verdicts(
    target: str,
    names: Names,
    states: States,
    language: Language,
) -> tuple[Verdict, ...]:
    if not target.strip():
        return ()
    entries = {name.entry.key: name.entry for name in names if name.entry.key in states}
    judged = (judge(target, entry, names, states[key], language) for key, entry in entries.items())
    return tuple(verdict for verdict in judged if verdict)


def _spans(verdicts: Iterable[Verdict]) -> tuple[Span, ...]:
    spans = {one.span for verdict in verdicts for one in verdict.misspelt}
    return tuple(sorted(spans, key=lambda span: span.start))


def passages_of(
    found: Iterable[PublishedOccurrence],
    states: States,
    corrections: Mapping[tuple[str, int], Correction],
) -> tuple[PublishedCorrection, ...]:
    """The publications with wrong names; `corrections` by release and number of segment."""
    made = []
    for _, group in groupby(found, key=lambda one: one.release.id):
        here = list(group)
        passages = [one for each in here if (one := _passage(each, states, corrections))]
        if passages:
            release, publication = here[0].release, here[0].publication
            made.append(
                PublishedCorrection(
                    release_id=release.id,
                    release_title=release.display_title,
                    number=publication.number,
                    published_at=publication.published_at,
                    published_by=publication.published_by,
                    source_language=release.source_language,
                    passages=tuple(passages),
                )
            )
    return tuple(made)


def _passage(
    found: PublishedOccurrence,
    states: States,
    corrections: Mapping[tuple[str, int], Correction],
) -> PublishedPassage | None:
    segment = found.segment
    verdicts = _verdicts(segment.target, found.names, states, found.release.target_language)
    if not verdicts:
        return None
    correction = corrections.get((found.release.id, segment.number))
    same = correction is not None and correction.target == segment.target
    return PublishedPassage(
        number=segment.number,
        source=segment.source,
        target=segment.target,
        spans=_spans(verdicts),
        entries=tuple(verdict.entry for verdict in verdicts),
        correction=correction if same else None,
    )
