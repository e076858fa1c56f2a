"""Same-named fakes of the store's ports, in memory, for the tests of the services.

They keep the promises of `tests/contract/unit_of_work_contract.py`, as the database does.
"""

from tests.fakes.unit_of_work import FakeStore

__all__ = ["FakeStore"]
