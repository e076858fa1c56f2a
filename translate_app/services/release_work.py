"""Who works on which release, until when, and what waits for a person."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from translate_app.domain.release import Release, ReleaseState, ReleaseSummary
from translate_app.domain.segment import Segment, SegmentState
from translate_app.domain.work import Comment, Presence, Priority, ReleaseWork
from translate_app.errors import N_, EmbargoError, StaleWorkError
from translate_app.ports import Clock, UnitOfWork, UnitOfWorkFactory
from translate_app.services.comments import addressed_to
from translate_app.services.presence import others_in
from translate_app.services.review_steps import person_named, same_person

OVER = N_("an embargo has to end in the future")
TOO_EARLY = N_("it must not be published before")


@dataclass(frozen=True, slots=True)
class PlannedRelease:
    """A release with the plan for it."""

    summary: ReleaseSummary
    work: ReleaseWork

    def overdue(self, now: datetime) -> bool:
        """Whether its time is up and it is not published as it stands."""
        due = self.work.due_at is not None and self.work.due_at < now
        return due and self.summary.state is not ReleaseState.PUBLISHED

    @property
    def finished(self) -> bool:
        """Whether everything is approved and nothing is published yet."""
        return self.summary.total > 0 and self.summary.state is ReleaseState.APPROVED

    def waiting(self, *states: SegmentState) -> int:
        """How many of its segments are in one of those states."""
        return sum(self.summary.counts.get(state, 0) for state in states)


@dataclass(frozen=True, slots=True)
class Board:
    """What waits for one person. The most urgent and the earliest due come first."""

    mine_to_translate: tuple[PlannedRelease, ...]
    """They are the translator; segments are empty, drafted or rejected."""
    mine_to_review: tuple[PlannedRelease, ...]
    """They are the reviewer; a person's text waits for approval."""
    to_publish: tuple[PlannedRelease, ...]
    """Everything is approved and nothing published yet. They translate or review it, or
    nobody is named for it."""
    mentions: tuple[Comment, ...]
    """Comments that address them and are not resolved."""
    overdue: tuple[PlannedRelease, ...]
    """Of everybody."""
    unassigned: tuple[PlannedRelease, ...]
    """Nobody is the translator, and not everything is approved."""


_TO_TRANSLATE = (SegmentState.EMPTY, SegmentState.PRETRANSLATED, SegmentState.REJECTED)
_TO_REVIEW = (SegmentState.EDITED, SegmentState.REVIEWED)


@dataclass(frozen=True)
class WorkOnReleases:
    """Planning the work, and handing it out."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    def get(self, release_id: str) -> ReleaseWork:
        """What is planned for a release.

        Raises:
            NotFoundError: there is no such release.
        """
        with self.unit_of_work() as unit_of_work:
            return unit_of_work.work.get(unit_of_work.releases.get(release_id).id)

    def all(self) -> Mapping[str, ReleaseWork]:
        """Every release that something was planned for, by id."""
        with self.unit_of_work() as unit_of_work:
            return unit_of_work.work.all()

    def assign(
        self,
        release_id: str,
        by: str,
        *,
        translator: str | None = None,
        reviewer: str | None = None,
        expected_version: int | None = None,
    ) -> ReleaseWork:
        """Say who translates and who reviews; None leaves it, an empty name means nobody.

        Raises:
            StaleWorkError, NotFoundError, NameRequiredError.
        """

        def assigned(work: ReleaseWork, _release: Release) -> ReleaseWork:
            return replace(
                work,
                translator=work.translator if translator is None else translator.strip(),
                reviewer=work.reviewer if reviewer is None else reviewer.strip(),
            )

        return self._save(release_id, by, expected_version, assigned)

    def schedule(
        self,
        release_id: str,
        by: str,
        *,
        due_at: datetime | None,
        embargo_until: datetime | None,
        priority: Priority,
        expected_version: int | None = None,
    ) -> ReleaseWork:
        """Say when it is due, before when it must not be published, and how much it matters.

        All three are set; the moments are aware, None means none. An embargo that is
        kept as it was may have ended since.

        Raises:
            EmbargoError: a new embargo does not end in the future.
            StaleWorkError, NotFoundError, NameRequiredError.
        """

        def scheduled(work: ReleaseWork, release: Release) -> ReleaseWork:
            self._refuse_past(work, release, embargo_until)
            return replace(work, due_at=due_at, embargo_until=embargo_until, priority=priority)

        return self._save(release_id, by, expected_version, scheduled)

    def plan(self, wanted: ReleaseWork, by: str) -> ReleaseWork:
        """Set people, moments and priority at once, as a form has them.

        `wanted.version` is the version that the person was looking at. An embargo that is
        kept as it was may have ended since.

        Raises:
            EmbargoError: a new embargo does not end in the future; nothing is saved.
            StaleWorkError, NotFoundError, NameRequiredError.
        """

        def planned(work: ReleaseWork, release: Release) -> ReleaseWork:
            self._refuse_past(work, release, wanted.embargo_until)
            return replace(
                work,
                translator=wanted.translator.strip(),
                reviewer=wanted.reviewer.strip(),
                due_at=wanted.due_at,
                embargo_until=wanted.embargo_until,
                priority=wanted.priority,
            )

        return self._save(wanted.release_id, by, wanted.version, planned)

    def archive(self, release_id: str, by: str, archived: bool = True) -> ReleaseWork:
        """Take a release off the boards, or put it back. Nothing of it is lost.

        Raises:
            NotFoundError, NameRequiredError.
        """
        return self._save(release_id, by, None, lambda work, _: replace(work, archived=archived))

    def board(self, person: str, now: datetime | None = None) -> Board:
        """What waits for `person` at `now` (the clock's time where None)."""
        moment = self.clock() if now is None else now
        with self.unit_of_work() as unit_of_work:
            summaries = unit_of_work.releases.summaries()
            works = unit_of_work.work.all()
            comments = unit_of_work.comments.open()
        planned = [PlannedRelease(s, works.get(s.id, ReleaseWork(s.id))) for s in summaries]
        shown = sorted((p for p in planned if not p.work.archived), key=_urgency)
        listed = {p.summary.id for p in shown}
        return Board(
            tuple(
                p
                for p in shown
                if same_person(p.work.translator, person) and p.waiting(*_TO_TRANSLATE)
            ),
            tuple(
                p for p in shown if same_person(p.work.reviewer, person) and p.waiting(*_TO_REVIEW)
            ),
            tuple(p for p in shown if p.finished and _publishes(person, p.work)),
            tuple(c for c in addressed_to(person, comments) if c.release_id in listed),
            tuple(p for p in shown if p.overdue(moment)),
            tuple(
                p for p in shown if not p.work.translator and p.summary.approved < p.summary.total
            ),
        )

    def next_segment(
        self,
        release_id: str,
        person: str,
        session: str,
        *,
        among: Sequence[int],
    ) -> Segment | None:
        """The first open segment that nobody else is in, handed to the window `session`.

        `among` are the numbers to choose from, in the order that is wanted. That this
        window is in the segment now is written down at once: two people who ask at the
        same time are handed two segments. None where nothing is left.

        Raises:
            NotFoundError, NameRequiredError.
        """
        name = person_named(person)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            release = unit_of_work.releases.get(release_id)
            now = self.clock()
            others = others_in(unit_of_work, release.id, session, now)
            taken = {each.number for each in others}
            waiting = {
                segment.number: segment
                for segment in unit_of_work.segments.of_release(release.id)
                if segment.number not in taken and _waits_for(name, segment)
            }
            chosen = next((waiting[number] for number in among if number in waiting), None)
            if chosen is None:
                return None
            unit_of_work.presence.seen(Presence(session, release.id, name, chosen.number, now))
            unit_of_work.commit()
        return chosen

    def _refuse_past(self, work: ReleaseWork, release: Release, until: datetime | None) -> None:
        if until is not None and until != work.embargo_until and until <= self.clock():
            raise _embargo(release, until, OVER)

    def _save(
        self,
        release_id: str,
        by: str,
        expected_version: int | None,
        change: Callable[[ReleaseWork, Release], ReleaseWork],
    ) -> ReleaseWork:
        person = person_named(by)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            release = unit_of_work.releases.get(release_id)
            work = unit_of_work.work.get(release.id)
            if expected_version is not None and work.version != expected_version:
                raise StaleWorkError(release=work.release_id, by=work.changed_by or "?")
            wanted = change(work, release)
            if wanted == work:
                return work
            saved = replace(
                wanted, version=work.version + 1, changed_at=self.clock(), changed_by=person
            )
            unit_of_work.work.save(saved)
            unit_of_work.commit()
        return saved


def refuse_embargoed(unit_of_work: UnitOfWork, release: Release, now: datetime) -> None:
    """Nothing where the release may be published at `now`.

    Raises:
        EmbargoError: its embargo has not ended.
    """
    until = unit_of_work.work.get(release.id).embargo_until
    if until is not None and now < until:
        raise _embargo(release, until, TOO_EARLY)


def _embargo(release: Release, until: datetime, reason: str) -> EmbargoError:
    return EmbargoError(release=release.id, title=release.display_title, until=until, reason=reason)


def _publishes(person: str, work: ReleaseWork) -> bool:
    """Whether it is on this person to publish: on everybody where nobody is named."""
    named = [each for each in (work.translator, work.reviewer) if each]
    return not named or any(same_person(each, person) for each in named)


def _waits_for(person: str, segment: Segment) -> bool:
    if segment.state is SegmentState.REVIEWED:
        return not same_person(segment.changed_by, person)
    return segment.state is not SegmentState.APPROVED


def _urgency(planned: PlannedRelease) -> tuple[int, bool, float]:
    due = planned.work.due_at
    return (-planned.work.priority.rank, due is None, due.timestamp() if due else 0.0)
