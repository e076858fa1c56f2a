"""What every implementation of `ports.UnitOfWork` promises.

Inherit the class and give it the fixture `factory`; the database and the fake both do.
A factory's second writer must not wait for long: a test lets it wait in vain.
"""

from tests.contract.drafts_contract import DraftPromises
from tests.contract.glossary_contract import GlossaryPromises
from tests.contract.names_contract import NamePromises
from tests.contract.releases_contract import PublicationPromises, ReleasePromises
from tests.contract.segments_contract import MemoryPromises, SegmentPromises
from tests.contract.transaction_contract import TransactionPromises
from tests.contract.work_contract import WorkPromises


class UnitOfWorkContract(
    TransactionPromises,
    ReleasePromises,
    SegmentPromises,
    MemoryPromises,
    GlossaryPromises,
    NamePromises,
    DraftPromises,
    PublicationPromises,
    WorkPromises,
):
    """All of them. A subclass gives the fixture `factory`, on an empty store."""
