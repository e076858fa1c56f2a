"""Segments that say the same: what is decided for one can be given to the others."""

from collections.abc import Mapping
from dataclasses import dataclass

from translate_app.domain.segment import Segment, SegmentState
from translate_app.errors import EmptyTargetError
from translate_app.pipeline.folding import folded_words
from translate_app.ports import Clock, UnitOfWork, UnitOfWorkFactory
from translate_app.services.review_steps import person_named, present_segment, written


@dataclass(frozen=True)
class Repetitions:
    """Twins within one release."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    def twins(self, release_id: str, number: int) -> tuple[Segment, ...]:
        """The open segments that have the same source as this one and another translation.

        The same is what is written the same but for capitals, diacritics, spelling of
        hamza, and white space (see `pipeline.folding`).

        Raises:
            NotFoundError: there is no such release or segment.
        """
        with self.unit_of_work() as unit_of_work:
            return _twins(unit_of_work, present_segment(unit_of_work, release_id, number))

    def fill_twins(
        self, release_id: str, number: int, versions: Mapping[int, int], by: str
    ) -> tuple[Segment, ...]:
        """Give the segment's translation to those of its twins that `versions` names.

        They are edited then, not approved. `versions` are numbers with the versions that
        the person was shown; one that is no open twin any more is left alone. Returns
        those that changed.

        Raises:
            StaleSegmentError: somebody changed one of them since; nothing is written.
            EmptyTargetError: the segment itself has no translation.
            NotFoundError, NameRequiredError.
        """
        person = person_named(by)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            segment = present_segment(unit_of_work, release_id, number)
            if not segment.target.strip():
                raise EmptyTargetError(number=number)
            for each, version in versions.items():
                present_segment(unit_of_work, segment.release_id, each, version)
            at = self.clock()
            filled = tuple(
                unit_of_work.segments.record(written(twin, segment.target, person, at))
                for twin in _twins(unit_of_work, segment)
                if twin.number in versions
            )
            unit_of_work.commit()
        return filled


def _twins(unit_of_work: UnitOfWork, segment: Segment) -> tuple[Segment, ...]:
    wanted = folded_words(segment.source)
    return tuple(
        other
        for other in unit_of_work.segments.of_release(segment.release_id)
        if other.number != segment.number
        and other.state < SegmentState.REVIEWED
        and other.target != segment.target
        and folded_words(other.source) == wanted
    )
