"""The termbase and its files: load, import with a preview, export, sync both ways."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from translate_app.domain.glossary import (
    GlossaryChange,
    GlossaryEntry,
    GlossaryImport,
    SyncedEntry,
)
from translate_app.domain.language import Language
from translate_app.domain.termbase_finding import TermbaseFinding
from translate_app.errors import (
    MissingTermbaseFileError,
    StaleTermbaseError,
    UnknownFormatError,
)
from translate_app.pipeline.glossary_plan import (
    PlannedEntry,
    Side,
    SyncConflict,
    SyncPlan,
    plan_import,
    plan_sync,
    told_only,
)
from translate_app.ports import (
    GlossaryFolder,
    GlossaryReader,
    UnitOfWork,
    UnitOfWorkFactory,
)
from translate_app.services.review_steps import person_named

_TERRITORY = "place/cldr-"


PROGRAM: Final = "translate_app"
"""Who loaded the names that ship with the program."""


@dataclass(frozen=True, slots=True)
class LoadedTermbase:
    """What loading the files of `glossary/` did."""

    added: int
    kept: int
    """Entries that somebody changed in the store; the store's were kept."""
    bettered: int = 0
    """Entries that nobody had touched, and that the files have in another form now."""


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What importing a file would do; nothing is stored yet."""

    name: str
    revision: int
    """Of the termbase that it was compared with."""
    added: tuple[GlossaryEntry, ...]
    changed: tuple[PlannedEntry, ...]
    unchanged: int
    clashes: tuple[TermbaseFinding, ...]
    """A name that another key has, a key that has another name, a spelling of two entries."""
    notes: tuple[str, ...]

    @property
    def clashing(self) -> frozenset[str]:
        """Keys of the entries to import that clash with something."""
        keys = {entry.key for entry in (*self.added, *(one.after for one in self.changed))}
        return frozenset(keys.intersection(key for one in self.clashes for key in one.keys))


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a sync did, or would do."""

    into_termbase: tuple[PlannedEntry, ...]
    into_files: tuple[PlannedEntry, ...]
    conflicts: tuple[SyncConflict, ...]
    """Left as they are on both sides."""
    agreed: int
    """Entries that both sides have now."""


@dataclass(frozen=True)
class GlossaryFiles:
    """Brings names in from files and out to them."""

    unit_of_work: UnitOfWorkFactory
    reader: GlossaryReader
    folder: GlossaryFolder
    writers: Mapping[str, Callable[[Sequence[GlossaryEntry]], bytes]]
    """By the name of the format."""
    territories: Callable[[], Sequence[GlossaryEntry]]

    def load(self, folder: Path) -> LoadedTermbase:
        """Add the names of `folder` and CLDR's territories that the store does not know.

        An entry that nobody but the program ever touched follows the files, which a newer
        version may have bettered. Any other is left as it is: a name that somebody corrected
        here must not be undone by starting the program again.
        """
        curated, _ = self.reader(folder)
        entries = [*curated, *not_covered(self.territories(), curated)]
        with self.unit_of_work() as unit_of_work:
            new, bettered, kept = _news(unit_of_work, entries)
            if new or bettered:
                # Looked at again: somebody may have corrected an entry meanwhile.
                unit_of_work.lock()
                new, bettered, kept = _news(unit_of_work, entries)
                unit_of_work.glossary.upsert([*new, *bettered], by=PROGRAM)
                unit_of_work.commit()
        return LoadedTermbase(len(new), kept, len(bettered))

    def preview(self, source: Path | bytes, name: str = "") -> ImportPreview:
        """What importing a file, or a folder of CSV files, would do.

        Of an entry that is there already, fields for which a table has no column stay.
        `source` is its path, or its content with the `name` of the file.

        Raises:
            GlossaryFileError: a row cannot be used.
            InputError: the file cannot be read.
        """
        if isinstance(source, Path):
            name = name or source.name
        content = self.reader.read(source, name)
        with self.unit_of_work() as unit_of_work:
            revision = unit_of_work.glossary.revision()
            present = {entry.key: entry for entry in unit_of_work.glossary.all()}
        plan = plan_import(told_only(content, present), present)
        return ImportPreview(
            name,
            revision,
            plan.added,
            plan.changed,
            plan.unchanged,
            plan.clashes,
            content.notes,
        )

    def apply(
        self, preview: ImportPreview, by: str | None = None, skip: Collection[str] = ()
    ) -> GlossaryImport:
        """Store what `preview` shows but for the keys in `skip`: all of it or nothing.

        `by` is noted in the history of the entries, where it is known.

        Raises:
            StaleTermbaseError: one of the entries was changed since the preview.
        """
        wanted = [*preview.added, *(one.after for one in preview.changed)]
        wanted = [entry for entry in wanted if entry.key not in skip]
        with self.unit_of_work() as unit_of_work:
            person = (by or "").strip() or None
            added, changed = _store(unit_of_work, preview.revision, wanted, person)
            unit_of_work.commit()
        return GlossaryImport(added, changed, preview.unchanged, preview.notes)

    def export(self, format_name: str = "csv") -> bytes:
        """The termbase as a file of a format: `csv`, `tbx` or `xlsx`.

        Raises:
            UnknownFormatError: there is no such format.
            UnwritableFileError: the format cannot hold an entry.
        """
        writer = self.writers.get(format_name)
        if writer is None:
            raise UnknownFormatError(name=format_name, known=", ".join(self.writers))
        with self.unit_of_work() as unit_of_work:
            entries = unit_of_work.glossary.all()
        return writer(entries)

    def sync(
        self,
        folder: Path,
        by: str | None = None,
        prefer: Side | None = None,
        *,
        dry_run: bool = False,
    ) -> SyncReport:
        """Bring the CSV files of `folder` and the termbase together.

        What changed on one side only goes to the other. What changed on both is left as it
        is and reported, unless `prefer` decides. A row that was removed retires its entry.
        Files are written before the termbase: should that fail halfway, the next sync finds
        both sides equal where it was done.

        Raises:
            NameRequiredError: it is unsaid who does it.
            MissingTermbaseFileError: a file is gone that names were in.
            InputError, UnwritableFileError: the folder cannot be read or written.
        """
        person = None if dry_run else person_named(by or "")
        files = self.folder.read(folder)
        with self.unit_of_work() as unit_of_work:
            revision = unit_of_work.glossary.revision()
            present = {entry.key: entry for entry in unit_of_work.glossary.all()}
            agreed = unit_of_work.names.synced()
            _refuse_missing(files, agreed)
            shipped = self._untouched(unit_of_work, present)
            plan = plan_sync(files, present, agreed, shipped, prefer)
            if not dry_run:
                _store(unit_of_work, revision, [one.after for one in plan.into_termbase], person)
                unit_of_work.names.keep_synced(plan.agreed)
                self._write(folder, files, plan)
                unit_of_work.commit()
        return SyncReport(plan.into_termbase, plan.into_files, plan.conflicts, len(plan.agreed))

    def _write(
        self, folder: Path, files: Mapping[str, Sequence[GlossaryEntry]], plan: SyncPlan
    ) -> None:
        for file in dict.fromkeys(one.file for one in plan.into_files):
            new = {one.after.key: one.after for one in plan.into_files if one.file == file}
            rows = [new.pop(entry.key, entry) for entry in files.get(file, ())]
            self.folder.write(folder, file, [*rows, *new.values()])

    def _untouched(
        self, unit_of_work: UnitOfWork, present: Mapping[str, GlossaryEntry]
    ) -> frozenset[str]:
        """Keys of CLDR's territories that no person has changed."""
        shipped = {entry.key: entry for entry in self.territories()}
        return frozenset(
            key
            for key, entry in present.items()
            if key.startswith(_TERRITORY)
            and (
                shipped.get(key) == entry
                # Another version of CLDR may have written it.
                or all(step.by in (None, PROGRAM) for step in unit_of_work.glossary.history(key))
            )
        )


def _news(
    unit_of_work: UnitOfWork, entries: Sequence[GlossaryEntry]
) -> tuple[list[GlossaryEntry], list[GlossaryEntry], int]:
    """Those of `entries` that are new, those that better what nobody touched, and how many
    differ from what somebody changed."""
    present = {entry.key: entry for entry in unit_of_work.glossary.all()}
    new = [entry for entry in entries if entry.key not in present]
    differing = [entry for entry in entries if present.get(entry.key, entry) != entry]
    own = untouched(unit_of_work.glossary.changes()) if differing else frozenset()
    bettered = [entry for entry in differing if entry.key in own]
    return new, bettered, len(differing) - len(bettered)


def untouched(changes: Sequence[GlossaryChange]) -> frozenset[str]:
    """Keys of the entries that only the program made and changed; `changes` are all there are.

    Before the program signed its changes it left them without a name, as an import without
    a person was: of those only what came with the very first load counts.
    """
    steps = sorted(changes, key=lambda change: change.revision)
    found: dict[str, bool] = {}
    for change in steps:
        first_load = change.by is None and change.at == steps[0].at
        own = change.by == PROGRAM or (change.entry.key not in found and first_load)
        found[change.entry.key] = found.get(change.entry.key, True) and own
    return frozenset(key for key, own in found.items() if own)


def not_covered(
    territories: Sequence[GlossaryEntry], curated: Sequence[GlossaryEntry]
) -> list[GlossaryEntry]:
    """The territories whose name no curated entry has: the curated ones win."""
    names = {form.casefold() for entry in curated for form in entry.forms(Language.ENGLISH)}
    return [entry for entry in territories if entry.en.casefold() not in names]


def _store(
    unit_of_work: UnitOfWork, seen: int, entries: Sequence[GlossaryEntry], by: str | None
) -> tuple[int, int]:
    """Write `entries`, chosen on a look at revision `seen`; (added, changed).

    Raises:
        StaleTermbaseError: somebody changed one of them after that look.
    """
    added, changed, _ = unit_of_work.glossary.upsert(entries, by)
    # Writing took the lock, so that what others did is known only now.
    others_until = unit_of_work.glossary.revision() - added - changed
    if others_until != seen:
        keys = {entry.key for entry in entries}
        steps = unit_of_work.glossary.changes(after=seen)
        touched = {step.entry.key for step in steps if step.revision <= others_until} & keys
        if touched:
            raise StaleTermbaseError(keys=", ".join(sorted(touched)))
    return added, changed


def _refuse_missing(
    files: Mapping[str, Sequence[GlossaryEntry]], agreed: Mapping[str, SyncedEntry]
) -> None:
    held = {entry.key for of in files.values() for entry in of}
    gone = [one.file for key, one in agreed.items() if key not in held and one.file not in files]
    if gone:
        raise MissingTermbaseFileError(file=gone[0], number=gone.count(gone[0]))
