"""Publish what people have approved, and hand it out in the formats others read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from translate_app.domain.client import Client, HouseStyle
from translate_app.domain.language import Language
from translate_app.domain.release import Edition, Publication
from translate_app.errors import UnknownFormatError
from translate_app.pipeline.date_words import CalendarDate, date_words
from translate_app.pipeline.publish import edition, edition_of, snapshot
from translate_app.ports import Clock, Exporter, UnitOfWorkFactory
from translate_app.services.release_work import refuse_embargoed
from translate_app.services.review_steps import person_named


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file to hand to a person."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class PublishRelease:
    """Make the next numbered, immutable publication."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    clients: Callable[[str], Client] | None = None
    """Where it is None, everybody has the default house style."""

    def __call__(self, release_id: str, by: str) -> Publication:
        """Publish a release.

        Raises:
            NotApprovedError: segments are open; it names them and nothing is published.
            EmbargoError: the release's embargo has not ended.
            NotFoundError, NameRequiredError.
        """
        person = person_named(by)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()  # nothing is reopened between the check and the snapshot
            release = unit_of_work.releases.get(release_id)
            refuse_embargoed(unit_of_work, release, self.clock())
            segments = unit_of_work.segments.of_release(release.id)
            earlier = unit_of_work.publications.of_release(release.id)
            number = earlier[-1].number + 1 if earlier else 1
            style = self.clients(release.client).style if self.clients else None
            publication = snapshot(release, segments, number, self.clock(), person, style)
            unit_of_work.publications.add(publication)
            unit_of_work.commit()
        return publication


@dataclass(frozen=True)
class ExportRelease:
    """Write a publication, or the draft marked as such, in one of the formats."""

    unit_of_work: UnitOfWorkFactory
    exporters: Mapping[str, Exporter]
    file_name: Callable[[Edition, str], str]
    """Names a file for an edition and an extension."""
    clients: Callable[[str], Client] | None = None

    def __call__(
        self, release_id: str, format_name: str, number: int | None = None, draft: bool = False
    ) -> ExportedFile:
        """Export publication `number` (the latest where None), or the present draft.

        Raises:
            NothingPublishedError: there is no publication and no draft was asked for.
            PublicationNotFoundError, ReleaseNotFoundError, UnknownFormatError.
        """
        exporter = self.exporters.get(format_name)
        if exporter is None:
            raise UnknownFormatError(name=format_name, known=", ".join(self.exporters))
        content = self.edition(release_id, number, draft)
        return ExportedFile(
            self.file_name(content, exporter.extension),
            exporter.media_type,
            exporter.serialize(content),
        )

    def edition(self, release_id: str, number: int | None = None, draft: bool = False) -> Edition:
        """The content that `__call__` would write."""
        with self.unit_of_work() as unit_of_work:
            release = unit_of_work.releases.get(release_id)
            if draft:
                style = self.clients(release.client).style if self.clients else None
                return edition(release, unit_of_work.segments.of_release(release.id), style)
            return edition_of(unit_of_work.publications.get(release.id, number))


def press_date(language: Language, day: date, style: HouseStyle) -> str:
    """A date as press prose in `language` writes it, in a client's style."""
    return date_words(CalendarDate.of(day), language, style)
