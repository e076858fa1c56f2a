"""What maintainers do with the termbase: search, edit, merge, retire, look back, undo."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from translate_app.domain.entry_keys import entry_key
from translate_app.domain.glossary import EntryStatus, EntryType, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.domain.termbase_finding import TermbaseFinding
from translate_app.errors import (
    N_,
    InvalidEntryError,
)
from translate_app.pipeline.entry_changes import (
    EntryChange,
    FieldChange,
    cleaned,
    differences,
    merged,
    retired,
)
from translate_app.pipeline.termbase_rules import check_entries
from translate_app.ports import UnitOfWork, UnitOfWorkFactory
from translate_app.services.entry_history import (
    EntryStep,
    before,
    revisions_by_key,
    steps_of,
)
from translate_app.services.entry_refusals import TakenKeys, refuse_wrong, stale
from translate_app.services.entry_usage import EntryUsage, Usage
from translate_app.services.known_entries import KnownEntries
from translate_app.services.review_steps import person_named


@dataclass(frozen=True, slots=True)
class Found:
    """The best of the search results."""

    entries: tuple[GlossaryEntry, ...]
    total: int
    """How many there are, those beyond the limit too."""


@dataclass(frozen=True)
class MaintainGlossary:
    """The rules of keeping a termbase, the same for the browser and for scripts."""

    unit_of_work: UnitOfWorkFactory
    known: KnownEntries
    usages: EntryUsage

    def search(
        self,
        query: str = "",
        *,
        types: Collection[EntryType] = (),
        statuses: Collection[EntryStatus] = (),
        scope: str | None = None,
        limit: int = 100,
    ) -> Found:
        """Entries of which a name, variant, title, forbidden form or the key answers `query`.

        Spelling is forgiven in both scripts: hamza, tashkeel, capitals, diacritics, a piece
        of a name, words in another order, slips. Whole names come first, then beginnings,
        words, pieces, similar words. No `types` or `statuses` means all of them; `scope` is
        a client with all its projects, or `client/project`; the empty scope is what holds
        for everybody, None is any.
        """

        def wanted(entry: GlossaryEntry) -> bool:
            return (
                (not types or entry.type in types)
                and (not statuses or entry.status in statuses)
                and (scope is None or _within(entry.scope, scope))
            )

        every = not types and not statuses and scope is None
        found = self.known.search(query, None if every else wanted)
        return Found(found[: max(limit, 0)], len(found))

    def scopes(self) -> tuple[str, ...]:
        """Every scope that an entry has, in alphabetical order, the empty one left out."""
        return tuple(sorted({entry.scope for entry in self.known().values()} - {""}))

    def get(self, key: str) -> GlossaryEntry:
        """The entry of that key.

        Raises:
            EntryNotFoundError: there is none.
        """
        with self.unit_of_work() as unit_of_work:
            return unit_of_work.glossary.get(key)

    def save(self, entry: GlossaryEntry, by: str, expected: GlossaryEntry | None) -> GlossaryEntry:
        """Save `entry` as `by` wants it, and return it as it was saved (cleaned).

        `expected` is the entry as the person saw it. None makes a new entry, which gets a
        key of its type and English name; the key that it came with does not count. Saving
        what is there already changes nothing.

        Raises:
            StaleEntryError: somebody changed it in the meantime; nothing is written.
            InvalidEntryError: a field cannot stay so; it names field and reason.
            EntryNotFoundError, NameRequiredError.
        """
        person = person_named(by)
        wanted = cleaned(entry)
        if expected is not None and entry.key != expected.key:
            raise InvalidEntryError(
                key=entry.key, field="key", reason=N_("the key of an entry never changes")
            )
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            present: GlossaryEntry | None = None
            if expected is None:
                taken = TakenKeys(unit_of_work)
                wanted = replace(wanted, key=entry_key(wanted.type, wanted.en, wanted.ar, taken))
            else:
                present = unit_of_work.glossary.get(expected.key)
                if present == wanted:
                    return present
                if present != expected:
                    raise stale(unit_of_work, expected.key)
            refuse_wrong(unit_of_work, wanted, present)
            unit_of_work.glossary.upsert([wanted], by=person)
            unit_of_work.commit()
        return wanted

    def warnings(self, entry: GlossaryEntry) -> tuple[TermbaseFinding, ...]:
        """What would be wrong with `entry`, saved or not, beside the rest of the termbase.

        The rules are those of the termbase's check: a spelling with two targets, a name
        that another entry forbids, no authority. `glossary_check.message_of` words them.
        """
        wanted = cleaned(entry)
        forms = [form for language in Language for form in wanted.forms(language)]
        forms += [form.text for language in Language for form in wanted.forbidden(language)]
        known = self.known()
        near = {one.key: one for one in self.known.holding(forms)}
        if wanted.replaced_by in known:
            near[wanted.replaced_by] = known[wanted.replaced_by]
        near.pop(wanted.key, None)
        found = check_entries([wanted, *near.values()])
        return tuple(finding for finding in found if wanted.key in finding.keys)

    def bulk(self, keys: Sequence[str], change: EntryChange, by: str) -> int:
        """Make one change to many entries, all or none; how many it changed.

        Raises:
            InvalidEntryError, EntryNotFoundError, NameRequiredError: nothing is written.
        """
        return self._change(keys, change.applied, by)

    def retire(self, keys: Sequence[str], by: str, replaced_by: str = "") -> int:
        """Take entries out of use, all or none; how many were in use.

        Raises:
            InvalidEntryError: `replaced_by` is no entry in use, or one of `keys`.
            EntryNotFoundError, NameRequiredError.
        """
        return self._change(keys, lambda entry: retired(entry, replaced_by), by)

    def merged(
        self, keep: str, others: Sequence[str], *, accept_all: bool = False
    ) -> GlossaryEntry:
        """What `merge` would make of the entry `keep`; nothing is written.

        Raises:
            DifferentNamesError, EntryNotFoundError, InvalidEntryError.
        """
        with self.unit_of_work() as unit_of_work:
            return _merged(unit_of_work, keep, others, accept_all)

    def merge(
        self, keep: str, others: Sequence[str], by: str, *, accept_all: bool = False
    ) -> GlossaryEntry:
        """Merge entries of one and the same thing into `keep`; the others are retired.

        The names of the others become variants where the entries have the name in the other
        language in common, and everywhere with `accept_all`. Names that are not taken over
        are kept in the retired entry, and change propagation looks for them.

        Raises:
            DifferentNamesError: an entry has no name in common, and `accept_all` is not set.
            InvalidEntryError: what comes out cannot be saved (too many forms, too long).
            EntryNotFoundError, NameRequiredError.
        """
        person = person_named(by)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            kept = _merged(unit_of_work, keep, others, accept_all)
            gone = [retired(unit_of_work.glossary.get(key), keep) for key in dict.fromkeys(others)]
            unit_of_work.glossary.upsert([kept, *gone], by=person)
            unit_of_work.commit()
        return kept

    def history(self, key: str) -> tuple[EntryStep, ...]:
        """The life of an entry, the newest step first.

        Raises:
            EntryNotFoundError: there is no such entry.
        """
        with self.unit_of_work() as unit_of_work:
            unit_of_work.glossary.get(key)
            steps = steps_of(unit_of_work.glossary.history(key))
        return steps[::-1]

    def recent(self, limit: int = 50) -> tuple[EntryStep, ...]:
        """The latest changes of any entry, the newest first."""
        with self.unit_of_work() as unit_of_work:
            changes = unit_of_work.glossary.changes(limit=max(limit, 0))
            keys = dict.fromkeys(change.entry.key for change in changes)
            steps = {
                step.change.revision: step
                for key in keys
                for step in steps_of(unit_of_work.glossary.history(key))
            }
        return tuple(steps[change.revision] for change in changes)

    def undo(self, revisions: int | Sequence[int], by: str) -> tuple[GlossaryEntry, ...]:
        """Put entries back to how they were before these steps, all or none.

        An entry that a step made is retired. Undoing is a step of its own, so it can be
        undone as well. Several steps of one entry have to be its latest ones.

        Raises:
            StaleEntryError: a later step changed the entry; it says whose.
            EntryNotFoundError: there is no such step. NameRequiredError.
        """
        person = person_named(by)
        wanted = {revisions} if isinstance(revisions, int) else set(revisions)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            steps = revisions_by_key(unit_of_work, wanted)
            former = [
                before(unit_of_work.glossary.history(key), undone) for key, undone in steps.items()
            ]
            unit_of_work.glossary.upsert(former, by=person)
            unit_of_work.commit()
        return tuple(former)

    def usage(self, key: str) -> Usage:
        """Where an entry's name stands in sources: segments and newest publications.

        Raises:
            EntryNotFoundError: there is no such entry.
        """
        return self.usages(key)

    def _change(
        self, keys: Sequence[str], change: Callable[[GlossaryEntry], GlossaryEntry], by: str
    ) -> int:
        person = person_named(by)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            entries = [unit_of_work.glossary.get(key) for key in dict.fromkeys(keys)]
            wanted = [cleaned(change(entry)) for entry in entries]
            for before, after in zip(entries, wanted, strict=True):
                refuse_wrong(unit_of_work, after, before, keys)
            _, changed, _ = unit_of_work.glossary.upsert(wanted, by=person)
            unit_of_work.commit()
        return changed


def _within(scope: str, wanted: str) -> bool:
    return scope == wanted or (bool(wanted) and scope.startswith(f"{wanted}/"))


def _merged(
    unit_of_work: UnitOfWork, keep: str, others: Sequence[str], accept_all: bool
) -> GlossaryEntry:
    if keep in others:
        raise InvalidEntryError(
            key=keep, field="replaced_by", reason=N_("an entry cannot replace itself")
        )
    present = unit_of_work.glossary.get(keep)
    if present.status is EntryStatus.RETIRED:
        raise InvalidEntryError(
            key=others[0], field="replaced_by", reason=N_("that entry is itself retired")
        )
    entries = [unit_of_work.glossary.get(key) for key in dict.fromkeys(others)]
    kept = merged(present, entries, accept_all=accept_all)
    refuse_wrong(unit_of_work, kept, present)
    return kept


__all__ = [
    "EntryChange",
    "EntryStep",
    "FieldChange",
    "Found",
    "MaintainGlossary",
    "Usage",
    "differences",
]
