"""Other drafts of one segment: the engine's next best, or another engine's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from translate_app.domain.client import Client
from translate_app.domain.segment import Draft
from translate_app.pipeline.pretranslate import alternatives
from translate_app.ports import EngineCatalogue, UnitOfWorkFactory
from translate_app.services.matchers import Matchers


@dataclass(frozen=True)
class Alternatives:
    """Drafts on request; nothing is stored."""

    unit_of_work: UnitOfWorkFactory
    engines: EngineCatalogue
    matchers: Matchers
    clients: Callable[[str], Client]

    def __call__(
        self, release_id: str, number: int, engine: str | None = None, count: int = 4
    ) -> Sequence[Draft]:
        """Up to `count` different drafts of a segment, the most reliable first.

        `engine` is the name of an engine; None takes the client's, or the preferred one.

        Raises:
            ReleaseNotFoundError, AmbiguousReleaseError, SegmentNotFoundError.
            NoEngineError, UnknownEngineError, EngineFailedError.
            UnknownClientError, SettingsFileError: the release's client cannot be looked up.
        """
        with self.unit_of_work() as unit_of_work:
            release = unit_of_work.releases.get(release_id)
            segment = unit_of_work.segments.get(release.id, number)
        client = self.clients(release.client)
        return alternatives(
            segment.source,
            matcher=self.matchers.for_release(release, release.pair.source),
            engine=self.engines.engine(release.pair, engine or client.engines.get(release.pair)),
            pair=release.pair,
            style=client.style,
            count=count,
        )
