"""Fill the empty segments of a release: memory, then glossary, then engine."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from translate_app import __version__
from translate_app.domain.client import Client, HouseStyle
from translate_app.domain.document import UnitKind
from translate_app.domain.recipe import Recipe
from translate_app.domain.release import Release
from translate_app.domain.segment import Draft, Origin, Segment, SegmentChange, SegmentState
from translate_app.errors import StaleSegmentError
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.pretranslate import dateline_draft, pretranslate
from translate_app.ports import Clock, Engine, EngineCatalogue, Progress, UnitOfWorkFactory
from translate_app.services.ahead import ahead
from translate_app.services.matchers import Matchers

FIRST_BATCH, LARGEST_BATCH = 4, 128
"""Segments translated together and saved together. The first batch is small, so that somebody
who waits sees a draft at once; each is twice as large as the one before, up to what an
interruption may cost (a second or two of work). Larger ones are no faster."""

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
    cancelled: bool = False
    """Whether it was stopped before the end; what is done is saved."""


@dataclass(frozen=True, slots=True)
class _Job:
    """What is the same for every batch of a release."""

    release: Release
    engine: Engine
    matcher: Matcher
    style: HouseStyle
    recipe: Recipe


@dataclass(frozen=True)
class PretranslateRelease:
    """Pretranslate; safe to interrupt and to run again."""

    unit_of_work: UnitOfWorkFactory
    engines: EngineCatalogue
    matchers: Matchers
    clock: Clock
    clients: Callable[[str], Client]

    def __call__(
        self,
        release_id: str,
        engine_name: str | None = None,
        progress: Progress | None = None,
        *,
        cancelled: Callable[[], bool] | None = None,
    ) -> PretranslateReport:
        """Fill every segment of the release that is still empty.

        Without `engine_name` the client's engine translates, or the preferred one. A
        segment that a person fills meanwhile keeps the person's text. Each batch is saved
        whole, so that a job that is killed loses no more than one; `cancelled` is asked
        between them.

        Raises:
            NoEngineError, UnknownEngineError, EngineFailedError: what was saved stays.
            ReleaseNotFoundError.
            UnknownClientError, SettingsFileError: the release's client cannot be looked up.
        """
        with self.unit_of_work() as unit_of_work:
            release = unit_of_work.releases.get(release_id)
            segments = unit_of_work.segments.of_release(release.id)
        empty = [segment for segment in segments if segment.state is SegmentState.EMPTY]
        if not empty:
            return PretranslateReport(release.id, 0, 0, None)
        job = self._job(release, engine_name)
        done = seen = overtaken = 0
        if progress:
            progress(0, len(empty))
        made: dict[str, Draft] = {}
        waiting = list(batches(empty))
        # Batches are drafted ahead, so that the engine does not wait for the database.
        with closing(ahead(partial(self._drafts, job), _new_sources(job, waiting))) as drafted:
            for batch in waiting:
                if cancelled and cancelled():
                    break
                made.update(next(drafted))
                saved, late = self._save(job, _drafts_of(job, batch, made))
                done, overtaken, seen = done + saved, overtaken + late, seen + len(batch)
                if progress:
                    progress(seen, len(empty))
        return PretranslateReport(
            release.id, done, overtaken, job.engine.info.label, seen < len(empty)
        )

    def _job(self, release: Release, engine_name: str | None) -> _Job:
        client = self.clients(release.client)
        engine = self.engines.engine(release.pair, engine_name or client.engines.get(release.pair))
        # Read before the matcher: should names change in between, the drafts are kept
        # under a revision that nobody asks for again.
        with self.unit_of_work() as unit_of_work:
            revision = unit_of_work.glossary.revision()
        matcher = self.matchers.for_release(release, release.pair.source)
        recipe = Recipe(
            release.pair,
            self._engine_state(engine),
            revision,
            client.style,
            __version__,
            matcher.fingerprint(),
        )
        return _Job(release, engine, matcher, client.style, recipe)

    def _engine_state(self, engine: Engine) -> str:
        """The label and checksum of the engine's package: one version may be made anew."""
        packages = self.engines.installed()
        checksums = (package.checksum for package in packages if package.info == engine.info)
        return " ".join((engine.info.label, next(checksums, "")))

    def _drafts(self, job: _Job, sources: Sequence[str]) -> Mapping[str, Draft]:
        """A draft for each of `sources`. Runs beside the thread that saves."""
        drafts = pretranslate(
            sources,
            matcher=job.matcher,
            engine=job.engine,
            memory=self._known(sources, job).get,
            pair=job.release.pair,
            style=job.style,
        )
        return dict(zip(sources, drafts, strict=True))

    def _known(self, sources: Sequence[str], job: _Job) -> Mapping[str, Draft]:
        """What a person approved, and else what an engine drafted after the same recipe."""
        with self.unit_of_work() as unit_of_work:
            known = dict(unit_of_work.drafts.find(sources, job.recipe))
            for source in dict.fromkeys(sources):
                approved = unit_of_work.segments.approved_target(source, job.release.pair)
                if approved:
                    known[source] = approved
        return known

    def _save(self, job: _Job, drafts: Sequence[tuple[Segment, Draft]]) -> tuple[int, int]:
        """Save a batch in one transaction; how many were saved, and how many came too late."""
        done = overtaken = 0
        made = {
            segment.source: draft
            for segment, draft in drafts
            if draft.engine and draft.origin is Origin.MACHINE and draft.target.strip()
        }
        with self.unit_of_work() as unit_of_work:
            for segment, draft in drafts:
                if not draft.target.strip():
                    continue  # it stays empty: there is nothing to save
                try:
                    unit_of_work.segments.record(self._change(segment, draft))
                except StaleSegmentError:
                    overtaken += 1
                else:
                    done += 1
            if made:
                unit_of_work.drafts.keep(made, job.recipe)
            unit_of_work.commit()
        return done, overtaken

    def _change(self, segment: Segment, draft: Draft) -> SegmentChange:
        return SegmentChange(
            release_id=segment.release_id,
            number=segment.number,
            version=segment.version + 1,
            at=self.clock(),
            by=MACHINE,
            state=SegmentState.PRETRANSLATED,
            target=draft.target,
            origin=draft.origin,
            engine=draft.engine,
            score=draft.score,
            terms=draft.terms,
            confidence=draft.confidence,
        )


def batches(segments: Sequence[Segment]) -> Iterator[Sequence[Segment]]:
    """`segments` in order, in batches that grow from `FIRST_BATCH` to `LARGEST_BATCH`."""
    start, size = 0, FIRST_BATCH
    while start < len(segments):
        yield segments[start : start + size]
        start, size = start + size, min(2 * size, LARGEST_BATCH)


def _new_sources(job: _Job, waiting: Sequence[Sequence[Segment]]) -> Iterator[Sequence[str]]:
    """For each batch the texts that no batch before it has."""
    seen: set[str] = set()
    for batch in waiting:
        texts = (_text(job.release, segment) for segment in batch)
        new = [text for text in dict.fromkeys(texts) if text and text not in seen]
        seen.update(new)
        yield new


def _text(release: Release, segment: Segment) -> str | None:
    """What of a segment is to be translated: of a dateline only the category."""
    return release.category if _is_dateline(release, segment) else segment.source


def _drafts_of(
    job: _Job, batch: Sequence[Segment], made: Mapping[str, Draft]
) -> Sequence[tuple[Segment, Draft]]:
    """The batch with its drafts, in order."""
    release, found = job.release, []
    for segment in batch:
        text = _text(release, segment)
        draft = made[text] if text else None
        if release.date and _is_dateline(release, segment):
            draft = dateline_draft(release.date, draft, release.pair.target, style=job.style)
        if draft:
            found.append((segment, draft))
    return found


def _is_dateline(release: Release, segment: Segment) -> bool:
    """Whether the segment is a whole dateline whose date ingest could read."""
    unit = release.units[segment.unit]
    return (
        unit.kind is UnitKind.DATELINE and release.date is not None and segment.source == unit.text
    )
