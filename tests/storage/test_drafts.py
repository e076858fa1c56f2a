"""The drafts kept for the next job are bounded: the oldest go."""

from datetime import timedelta

from tests.contract.drafts_contract import DRAFT, RECIPE
from tests.contract.examples import NOON
from translate_app.adapters.storage.database import Database
from translate_app.adapters.storage.drafts import SqlDraftRepository
from translate_app.adapters.storage.unit_of_work import SqlUnitOfWork


def bounded(unit_of_work: SqlUnitOfWork, minute: int, capacity: int) -> SqlDraftRepository:
    """The repository as it is `minute` minutes after noon."""
    return SqlDraftRepository(
        unit_of_work._transaction, lambda: NOON + timedelta(minutes=minute), capacity
    )


def test_the_oldest_go(database: Database) -> None:
    with database.unit_of_work() as unit_of_work:
        for minute, texts in enumerate(("ab", "cd", "ef")):
            drafts = bounded(unit_of_work, minute, 3)
            drafts.keep(dict.fromkeys(texts, DRAFT), RECIPE)
        unit_of_work.commit()
    with database.unit_of_work() as unit_of_work:
        found = unit_of_work.drafts.find([*"abcdef"], RECIPE)
    assert len(found) == 3
    assert {"e", "f"} < set(found)
    assert set(found) - {"e", "f"} <= {"c", "d"}


def test_more_than_fit_at_once(database: Database) -> None:
    with database.unit_of_work() as unit_of_work:
        drafts = bounded(unit_of_work, 0, 3)
        drafts.keep(dict.fromkeys("abcdefgh", DRAFT), RECIPE)
        assert len(drafts.find([*"abcdefgh"], RECIPE)) == 3
