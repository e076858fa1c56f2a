"""Fill the empty segments of a release: memory, then glossary, then engine."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from translate_app.domain.document import UnitKind
from translate_app.domain.language import Language
from translate_app.domain.release import Release
from translate_app.domain.segment import Draft, Segment, SegmentChange, SegmentState
from translate_app.errors import StaleSegmentError
from translate_app.pipeline.pretranslate import dateline_draft, pretranslate
from translate_app.ports import (
    Clock,
    Engine,
    EngineCatalogue,
    Progress,
    UnitOfWorkFactory,
)
from translate_app.services.termbase import Matchers

BATCH = 16
"""Segments translated together and saved together: what an interruption can cost."""

MACHINE = "pretranslation"
"""Who made a change that no person made."""


@dataclass(frozen=True, slots=True)
class PretranslateReport:
    """What pretranslation did to a release."""

    release_id: str
    done: int
    overtaken: int
    """Segments that a person filled in the meantime; the person's text stands."""
    engine: str | None


@dataclass(frozen=True)
class PretranslateRelease:
    """Pretranslate; safe to interrupt and to run again."""

    unit_of_work: UnitOfWorkFactory
    engines: EngineCatalogue
    matchers: Matchers
    clock: Clock
    format_date: Callable[[Language, date], str]

    def __call__(
        self,
        release_id: str,
        engine_name: str | None = None,
        progress: Progress | None = None,
    ) -> PretranslateReport:
        """Fill every segment of the release that is still empty.

        A segment that a person fills meanwhile keeps the person's text.

        Raises:
            NoEngineError, UnknownEngineError, EngineFailedError: what was saved stays.
            ReleaseNotFoundError.
        """
        with self.unit_of_work() as unit_of_work:
            release = unit_of_work.releases.get(release_id)
            segments = unit_of_work.segments.of_release(release.id)
        empty = [segment for segment in segments if segment.state is SegmentState.EMPTY]
        if not empty:
            return PretranslateReport(release.id, 0, 0, None)
        engine = self.engines.engine(release.pair, engine_name)
        done = overtaken = 0
        if progress:
            progress(0, len(empty))
        for batch, drafts in self._drafts(release, empty, engine):
            for segment, draft in zip(batch, drafts, strict=True):
                if self._save(segment, draft):
                    done += 1
                else:
                    overtaken += 1
            if progress:
                progress(done + overtaken, len(empty))
        return PretranslateReport(release.id, done, overtaken, engine.info.label)

    def _drafts(
        self, release: Release, empty: Sequence[Segment], engine: Engine
    ) -> Iterator[tuple[Sequence[Segment], Sequence[Draft]]]:
        matcher = self.matchers(release.pair.source)

        def drafts_of(sources: Sequence[str]) -> Sequence[Draft]:
            return pretranslate(
                sources,
                matcher=matcher,
                engine=engine,
                memory=lambda source: self._remembered(source, release),
                pair=release.pair,
            )

        for segment in empty:
            if _is_dateline(release, segment):
                category = drafts_of([release.category])[0] if release.category else None
                yield [segment], [self._dateline(release, category)]
        others = [segment for segment in empty if not _is_dateline(release, segment)]
        for start in range(0, len(others), BATCH):
            batch = others[start : start + BATCH]
            yield batch, drafts_of([segment.source for segment in batch])

    def _dateline(self, release: Release, category: Draft | None) -> Draft:
        assert release.date is not None  # noqa: S101 - see _is_dateline
        return dateline_draft(
            release.date,
            category,
            release.pair.target,
            lambda day, language: self.format_date(language, day),
        )

    def _remembered(self, source: str, release: Release) -> Draft | None:
        with self.unit_of_work() as unit_of_work:
            return unit_of_work.segments.approved_target(source, release.pair)

    def _save(self, segment: Segment, draft: Draft) -> bool:
        change = SegmentChange(
            release_id=segment.release_id,
            number=segment.number,
            version=segment.version + 1,
            at=self.clock(),
            by=MACHINE,
            state=SegmentState.PRETRANSLATED if draft.target.strip() else SegmentState.EMPTY,
            target=draft.target,
            origin=draft.origin,
            engine=draft.engine,
            score=draft.score,
            terms=draft.terms,
        )
        with self.unit_of_work() as unit_of_work:
            try:
                unit_of_work.segments.record(change)
            except StaleSegmentError:
                return False
            unit_of_work.commit()
        return True


def _is_dateline(release: Release, segment: Segment) -> bool:
    """Whether the segment is a whole dateline whose date ingest could read."""
    unit = release.units[segment.unit]
    return (
        unit.kind is UnitKind.DATELINE and release.date is not None and segment.source == unit.text
    )
