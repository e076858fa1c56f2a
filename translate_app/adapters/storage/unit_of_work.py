"""One transaction over all repositories."""

from types import TracebackType
from typing import Self

from translate_app.adapters.storage.drafts import SqlDraftRepository
from translate_app.adapters.storage.glossary import SqlGlossaryRepository
from translate_app.adapters.storage.names import SqlNameRepository
from translate_app.adapters.storage.publications import SqlPublicationRepository
from translate_app.adapters.storage.releases import KnownTexts, SqlReleaseRepository
from translate_app.adapters.storage.segments import SqlSegmentRepository
from translate_app.adapters.storage.transaction import Transaction
from translate_app.adapters.storage.work import (
    SqlCommentRepository,
    SqlPresenceRepository,
    SqlWorkRepository,
)
from translate_app.ports import (
    Clock,
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


class SqlUnitOfWork:
    """Implements `ports.UnitOfWork`. Serves one `with` block in one thread."""

    def __init__(self, transaction: Transaction, clock: Clock, texts: KnownTexts) -> None:
        self._transaction = transaction
        self.releases: ReleaseRepository = SqlReleaseRepository(transaction, texts)
        self.segments: SegmentRepository = SqlSegmentRepository(transaction)
        self.glossary: GlossaryRepository = SqlGlossaryRepository(transaction, clock)
        self.names: NameRepository = SqlNameRepository(transaction)
        self.drafts: DraftRepository = SqlDraftRepository(transaction, clock)
        self.publications: PublicationRepository = SqlPublicationRepository(transaction)
        self.work: WorkRepository = SqlWorkRepository(transaction)
        self.comments: CommentRepository = SqlCommentRepository(transaction)
        self.presence: PresenceRepository = SqlPresenceRepository(transaction)

    def __enter__(self) -> Self:
        """Begin.

        Raises:
            RuntimeError: it was used before.
            StoreError: the database cannot be reached.
        """
        self._transaction.open()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Roll back what was not committed and give the connection back."""
        self._transaction.close()

    def lock(self) -> None:
        """Become the only writer, waiting for another one to finish.

        Raises:
            StoreError: the other one did not finish in time.
        """
        self._transaction.lock()

    def commit(self) -> None:
        """Make it durable.

        Raises:
            StoreError: it could not be written; nothing of it was.
        """
        self._transaction.commit()
