"""The database and the fake keep the same promises."""

import pytest

from tests.contract.unit_of_work_contract import UnitOfWorkContract
from tests.fakes import FakeStore
from translate_app.adapters.storage.database import Database
from translate_app.ports import UnitOfWorkFactory


class TestDatabase(UnitOfWorkContract):
    @pytest.fixture
    def factory(self, database: Database) -> UnitOfWorkFactory:
        return database.unit_of_work


class TestFake(UnitOfWorkContract):
    @pytest.fixture
    def factory(self) -> UnitOfWorkFactory:
        return FakeStore().unit_of_work
