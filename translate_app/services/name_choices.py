"""Which of several entries of one spelling a person means in a release."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from translate_app.domain.glossary import EntryStatus, GlossaryEntry, NameChoice
from translate_app.domain.release import Release
from translate_app.errors import NotAmongNamesError
from translate_app.pipeline.match import spelling_of
from translate_app.ports import Clock, UnitOfWorkFactory
from translate_app.services.review_steps import person_named


@dataclass(frozen=True, slots=True)
class Decided:
    """A spelling that several entries have, and the one that a person chose."""

    chosen: GlossaryEntry
    among: tuple[GlossaryEntry, ...]


@dataclass(frozen=True)
class NameChoices:
    """People's choices between entries; the matchers of the release follow them."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    def choose(self, release_id: str, surface: str, entry_key: str, by: str) -> NameChoice:
        """Say that `surface`, as a match has it, means that entry everywhere in the release.

        A later choice for the same spelling replaces it.

        Raises:
            NotFoundError: there is no such release or entry.
            NotAmongNamesError: the entry is not spelt so, not approved, or does not hold
                for the release's client.
            NameRequiredError.
        """
        person = person_named(by)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()  # the entry must not be retired before the choice is written
            release = unit_of_work.releases.get(release_id)
            entry = unit_of_work.glossary.get(entry_key)
            spelling = _spelling(surface, entry, release)
            if spelling is None or not _may_be_meant(entry, release.scope):
                raise NotAmongNamesError(name=surface, key=entry_key)
            choice = NameChoice(release.id, spelling, entry.key, self.clock(), person)
            unit_of_work.names.choose(choice)
            unit_of_work.commit()
        return choice

    def choices(self, release_id: str) -> Mapping[str, str]:
        """Key of the entry that is meant in a release, by spelling, folded.

        Raises:
            ReleaseNotFoundError, AmbiguousReleaseError.
        """
        with self.unit_of_work() as unit_of_work:
            return unit_of_work.names.choices(unit_of_work.releases.get(release_id).id)

    def decided(self, release_id: str, surfaces: Collection[str]) -> Mapping[str, Decided]:
        """What was chosen for those of `surfaces` that somebody has chosen for, by surface.

        Raises:
            ReleaseNotFoundError, AmbiguousReleaseError.
        """
        with self.unit_of_work() as unit_of_work:
            release = unit_of_work.releases.get(release_id)
            choices = unit_of_work.names.choices(release.id)
            if not choices:
                return {}
            entries = [
                entry
                for entry in unit_of_work.glossary.all()
                if _may_be_meant(entry, release.scope)
            ]
        found = {}
        for surface in surfaces:
            meant = [(each, _spelling(surface, each, release)) for each in entries]
            may_be = tuple(entry for entry, spelling in meant if spelling)
            for entry, spelling in meant:
                if spelling and choices.get(spelling) == entry.key and len(may_be) > 1:
                    found[surface] = Decided(entry, may_be)
        return found


def _may_be_meant(entry: GlossaryEntry, scope: str) -> bool:
    return entry.status is EntryStatus.APPROVED and entry.serves(scope)


def _spelling(surface: str, entry: GlossaryEntry, release: Release) -> str | None:
    """The entry's spelling that `surface` is, in the release's source or else its target."""
    pair = release.pair
    return spelling_of(surface, entry, pair.source) or spelling_of(surface, entry, pair.target)
