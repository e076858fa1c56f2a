"""The store in memory and its unit of work."""

from types import TracebackType
from typing import Self

from tests.fakes.glossary import FakeGlossaryRepository, FakeNameRepository
from tests.fakes.releases import FakePublicationRepository, FakeReleaseRepository
from tests.fakes.segments import FakeDraftRepository, FakeSegmentRepository
from tests.fakes.transaction import FakeTransaction, Kept
from tests.fakes.work import FakeCommentRepository, FakePresenceRepository, FakeWorkRepository
from translate_app.ports import (
    CommentRepository,
    DraftRepository,
    GlossaryRepository,
    NameRepository,
    PresenceRepository,
    PublicationRepository,
    ReleaseRepository,
    SegmentRepository,
    WorkRepository,
)


class FakeStore(Kept):
    """A store in memory; its `unit_of_work` is a `UnitOfWorkFactory`."""

    def unit_of_work(self) -> "FakeUnitOfWork":
        """A new unit of work on this store."""
        return FakeUnitOfWork(self)


class FakeUnitOfWork:
    """Implements `ports.UnitOfWork` on a `FakeStore`.

    Where the database would wait for another writer, this raises StoreError at once.
    """

    def __init__(self, store: FakeStore) -> None:
        self._transaction = FakeTransaction(store)
        self.releases: ReleaseRepository = FakeReleaseRepository(self._transaction)
        self.segments: SegmentRepository = FakeSegmentRepository(self._transaction)
        self.glossary: GlossaryRepository = FakeGlossaryRepository(self._transaction)
        self.names: NameRepository = FakeNameRepository(self._transaction)
        self.drafts: DraftRepository = FakeDraftRepository(self._transaction)
        self.publications: PublicationRepository = FakePublicationRepository(self._transaction)
        self.work: WorkRepository = FakeWorkRepository(self._transaction)
        self.comments: CommentRepository = FakeCommentRepository(self._transaction)
        self.presence: PresenceRepository = FakePresenceRepository(self._transaction)

    def __enter__(self) -> Self:
        self._transaction.open()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._transaction.close()

    def lock(self) -> None:
        self._transaction.write()

    def commit(self) -> None:
        self._transaction.commit()
