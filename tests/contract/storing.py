"""How the contracts fill a store."""

from tests.contract.examples import release, segments
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import SegmentChange
from translate_app.ports import UnitOfWorkFactory

EN_AR = LanguagePair(Language.ENGLISH, Language.ARABIC)


def add_release(factory: UnitOfWorkFactory, release_id: str = "a1b2c3d4", **fields: object) -> None:
    """Store an example release with its segments."""
    with factory() as unit_of_work:
        unit_of_work.releases.add(release(release_id, **fields), segments(release_id))
        unit_of_work.commit()


def record(factory: UnitOfWorkFactory, *changes: SegmentChange) -> None:
    """Record changes in one unit of work."""
    with factory() as unit_of_work:
        for step in changes:
            unit_of_work.segments.record(step)
        unit_of_work.commit()
