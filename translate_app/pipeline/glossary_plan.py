"""What an import and a sync of termbase files would do, as pure functions."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Final, Literal

from translate_app.domain.glossary import (
    EntryStatus,
    EntryType,
    GlossaryContent,
    GlossaryEntry,
    SyncedEntry,
)
from translate_app.domain.language import Language
from translate_app.domain.termbase_finding import TermbaseFinding, TermbaseRule, Weight
from translate_app.pipeline.entry_changes import FieldChange, cleaned, differences, retired
from translate_app.pipeline.folding import fold
from translate_app.pipeline.termbase_rules import shared_spellings

Side = Literal["files", "termbase"]

FILES: Final = {
    EntryType.PERSON: "people.csv",
    EntryType.PLACE: "places.csv",
    EntryType.ORGANISATION: "organisations.csv",
    EntryType.DOCUMENT: "documents.csv",
    EntryType.EVENT: "events.csv",
    EntryType.TITLE: "titles.csv",
    EntryType.OTHER: "other.csv",
}
"""Where a name that no file holds yet is written to."""


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """An entry that is to be written, and what stands there now."""

    after: GlossaryEntry
    before: GlossaryEntry | None = None
    """None for a new one."""
    file: str = ""
    """Name of the file that it comes from or goes to, where that is known."""

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """What differs; nothing for a new one."""
        return differences(self.before, self.after) if self.before else ()


@dataclass(frozen=True, slots=True)
class SyncConflict:
    """An entry that file and termbase changed differently since they last agreed."""

    file: str
    in_file: GlossaryEntry | None
    """None where the row was removed."""
    in_termbase: GlossaryEntry
    agreed: GlossaryEntry | None
    """None where they never agreed."""

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """What differs: `before` is the file's, `after` the termbase's."""
        return differences(self.in_file, self.in_termbase) if self.in_file else ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do."""

    added: tuple[GlossaryEntry, ...]
    changed: tuple[PlannedEntry, ...]
    unchanged: int
    clashes: tuple[TermbaseFinding, ...]


@dataclass(frozen=True, slots=True)
class SyncPlan:
    """What a sync would do; it is complete where nothing is in conflict."""

    into_termbase: tuple[PlannedEntry, ...]
    into_files: tuple[PlannedEntry, ...]
    conflicts: tuple[SyncConflict, ...]
    agreed: Mapping[str, SyncedEntry]
    """By key, what both sides have afterwards."""


def told_only(
    content: GlossaryContent, present: Mapping[str, GlossaryEntry]
) -> tuple[GlossaryEntry, ...]:
    """The entries of a file; what it says nothing of stays as it is in `present`."""
    told = content.fields
    if told is None:
        return content.entries
    silent = [field.name for field in fields(GlossaryEntry) if field.name not in told]

    def kept(entry: GlossaryEntry) -> GlossaryEntry:
        before = present.get(entry.key)
        if before is None:
            return entry
        return replace(entry, **{name: getattr(before, name) for name in silent})

    return tuple(map(kept, content.entries))


def plan_import(
    entries: Sequence[GlossaryEntry], present: Mapping[str, GlossaryEntry]
) -> ImportPlan:
    """What importing `entries` into the termbase `present` would add, change and contradict."""
    added = [entry for entry in entries if entry.key not in present]
    changed = [
        PlannedEntry(entry, present[entry.key])
        for entry in entries
        if entry.key in present and present[entry.key] != entry
    ]
    touched = [*added, *(one.after for one in changed)]
    taken = (_taken(one.before, one.after) for one in changed if one.before)
    clashes = (*filter(None, taken), *_clashes(touched, present))
    unchanged = len(entries) - len(touched)
    return ImportPlan(tuple(added), tuple(changed), unchanged, clashes)


def _taken(before: GlossaryEntry, after: GlossaryEntry) -> TermbaseFinding | None:
    """The finding that a key now stands for quite another name."""
    for language in Language:
        forms = {fold(form).text for form in before.forms(language)}
        if forms & {fold(form).text for form in after.forms(language)}:
            return None
    parameters = {"before": f"{before.en} / {before.ar}", "after": f"{after.en} / {after.ar}"}
    return TermbaseFinding(TermbaseRule.KEY_TAKEN, Weight.ERROR, (after.key,), parameters)


def _clashes(
    touched: Sequence[GlossaryEntry], present: Mapping[str, GlossaryEntry]
) -> list[TermbaseFinding]:
    keys = {entry.key for entry in touched}
    spellings = {language: _spellings(touched, language) for language in Language}
    near = [
        entry
        for entry in present.values()
        if entry.key not in keys
        and entry.status is not EntryStatus.RETIRED
        and any(spellings[language] & _spellings([entry], language) for language in Language)
    ]
    live = [entry for entry in touched if entry.status is not EntryStatus.RETIRED]
    found = shared_spellings([*live, *near])
    return [finding for finding in found if keys.intersection(finding.keys)]


def _spellings(entries: Iterable[GlossaryEntry], language: Language) -> set[str]:
    return {fold(form).text for entry in entries for form in entry.forms(language)}


def plan_sync(
    files: Mapping[str, Sequence[GlossaryEntry]],
    present: Mapping[str, GlossaryEntry],
    agreed: Mapping[str, SyncedEntry],
    shipped: Collection[str] = (),
    prefer: Side | None = None,
) -> SyncPlan:
    """What brings `files`, by name, and the termbase `present` together.

    `agreed` is what both had when they were last the same; `shipped` are the keys of
    entries that no file needs to hold, because the program brings them and nobody changed
    them. `prefer` decides conflicts.
    """
    sync = _Sync(prefer)
    held = {entry.key: (name, cleaned(entry)) for name, of in files.items() for entry in of}
    for key in sorted({*held, *present}):
        file, in_file = held.get(key, ("", None))
        in_termbase = cleaned(present[key]) if key in present else None
        last = agreed.get(key)
        if in_termbase is None:
            if in_file is not None:
                sync.take(PlannedEntry(in_file, None, file))
        elif in_file is not None:
            sync.both(file, in_file, in_termbase, last)
        elif last is not None:
            sync.removed(last, in_termbase)
        elif in_termbase.status is EntryStatus.APPROVED and key not in shipped:
            sync.give(PlannedEntry(in_termbase, None, FILES[in_termbase.type]))
    return sync.plan()


class _Sync:
    """Collects what is to be done."""

    def __init__(self, prefer: Side | None) -> None:
        self._prefer = prefer
        self._into_termbase: list[PlannedEntry] = []
        self._into_files: list[PlannedEntry] = []
        self._conflicts: list[SyncConflict] = []
        self._agreed: dict[str, SyncedEntry] = {}

    def plan(self) -> SyncPlan:
        return SyncPlan(
            tuple(self._into_termbase),
            tuple(self._into_files),
            tuple(self._conflicts),
            self._agreed,
        )

    def take(self, entry: PlannedEntry) -> None:
        """The termbase takes what the file has."""
        self._into_termbase.append(entry)
        self._agree(entry)

    def give(self, entry: PlannedEntry) -> None:
        """The file takes what the termbase has."""
        self._into_files.append(entry)
        self._agree(entry)

    def both(
        self,
        file: str,
        in_file: GlossaryEntry,
        in_termbase: GlossaryEntry,
        last: SyncedEntry | None,
    ) -> None:
        """Both sides have the entry."""
        if in_file == in_termbase:
            self._agree(PlannedEntry(in_file, None, file))
            return
        file_changed = last is None or in_file != last.entry
        termbase_changed = last is None or in_termbase != last.entry
        if not termbase_changed or (file_changed and self._prefer == "files"):
            self.take(PlannedEntry(in_file, in_termbase, file))
        elif not file_changed or self._prefer == "termbase":
            self.give(PlannedEntry(in_termbase, in_file, file))
        else:
            self._conflict(file, in_file, in_termbase, last)

    def removed(self, last: SyncedEntry, in_termbase: GlossaryEntry) -> None:
        """The row is gone from its file."""
        if in_termbase.status is EntryStatus.RETIRED:
            return
        if self._prefer == "files" or in_termbase == last.entry:
            gone = PlannedEntry(retired(in_termbase), in_termbase, last.file)
            self._into_termbase.append(gone)
        elif self._prefer == "termbase":
            self.give(PlannedEntry(in_termbase, None, last.file))
        else:
            self._conflict(last.file, None, in_termbase, last)

    def _conflict(
        self,
        file: str,
        in_file: GlossaryEntry | None,
        in_termbase: GlossaryEntry,
        last: SyncedEntry | None,
    ) -> None:
        entry = last.entry if last else None
        self._conflicts.append(SyncConflict(file, in_file, in_termbase, entry))
        if last:
            self._agreed[in_termbase.key] = last

    def _agree(self, entry: PlannedEntry) -> None:
        self._agreed[entry.after.key] = SyncedEntry(entry.file, entry.after)
