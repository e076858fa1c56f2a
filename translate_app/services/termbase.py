"""The termbase: load, import, match."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_app.domain.glossary import GlossaryEntry, GlossaryImport, GlossaryMatch, MatchContext
from translate_app.domain.language import Language
from translate_app.ports import GlossaryReader, UnitOfWorkFactory
from translate_app.services.matchers import Matchers


@dataclass(frozen=True, slots=True)
class LoadedTermbase:
    """What loading the files of `glossary/` did."""

    added: int
    kept: int
    """Entries that the store has in another form; the store's were kept."""


@dataclass(frozen=True)
class Termbase:
    """What maintainers and translators do with names."""

    unit_of_work: UnitOfWorkFactory
    reader: GlossaryReader
    matchers: Matchers
    territories: Callable[[], Sequence[GlossaryEntry]]
    serialize: Callable[[Sequence[GlossaryEntry]], bytes]

    def load(self, folder: Path) -> LoadedTermbase:
        """Add the names of `folder` and CLDR's territories that the store does not know.

        An entry that the store has is left as it is: a name that somebody corrected
        here must not be undone by starting the program again.
        """
        curated, _ = self.reader(folder)
        entries = [*curated, *_not_covered(self.territories(), curated)]
        with self.unit_of_work() as unit_of_work:
            present = {entry.key: entry for entry in unit_of_work.glossary.all()}
            new = [entry for entry in entries if entry.key not in present]
            kept = sum(entry.key in present and present[entry.key] != entry for entry in entries)
            if new:
                unit_of_work.glossary.upsert(new)
                unit_of_work.commit()
        return LoadedTermbase(len(new), kept)

    def import_file(self, path: Path) -> GlossaryImport:
        """Add and change entries from a CSV file (or a folder of them), all or none.

        Raises:
            GlossaryFileError: a row cannot be used; nothing was imported.
        """
        entries, notes = self.reader(path)
        with self.unit_of_work() as unit_of_work:
            added, changed, unchanged = unit_of_work.glossary.upsert(entries)
            unit_of_work.commit()
        return GlossaryImport(added, changed, unchanged, tuple(notes))

    def export(self) -> bytes:
        """The termbase as CSV, UTF-8."""
        return self.serialize(self.entries())

    def entries(self) -> Sequence[GlossaryEntry]:
        """Every entry, by key."""
        with self.unit_of_work() as unit_of_work:
            return unit_of_work.glossary.all()

    def match(self, text: str, language: Language) -> tuple[GlossaryMatch, ...]:
        """The names found in a text, in order."""
        return self.matchers(language).find(text, MatchContext(text=text))


def _not_covered(
    territories: Sequence[GlossaryEntry], curated: Sequence[GlossaryEntry]
) -> list[GlossaryEntry]:
    """The territories whose name no curated entry has: the curated ones win."""
    names = {form.casefold() for entry in curated for form in entry.forms(Language.ENGLISH)}
    return [entry for entry in territories if entry.en.casefold() not in names]
