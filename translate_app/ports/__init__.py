"""What the services need from the world, as Protocols. Adapters implement them."""

from translate_app.ports.engines import Engine, EngineCatalogue
from translate_app.ports.names import (
    GlossaryFolder,
    GlossaryReader,
    GlossaryRepository,
    NameRepository,
)
from translate_app.ports.store import (
    DraftRepository,
    PublicationRepository,
    ReleaseRepository,
    SegmentRepository,
    UnitOfWork,
    UnitOfWorkFactory,
)
from translate_app.ports.work import CommentRepository, PresenceRepository, WorkRepository
from translate_app.ports.world import (
    ClientSource,
    Clock,
    Exporter,
    ProfileSource,
    Progress,
    SourceReader,
)

__all__ = [
    "ClientSource",
    "Clock",
    "CommentRepository",
    "DraftRepository",
    "Engine",
    "EngineCatalogue",
    "Exporter",
    "GlossaryFolder",
    "GlossaryReader",
    "GlossaryRepository",
    "NameRepository",
    "PresenceRepository",
    "ProfileSource",
    "Progress",
    "PublicationRepository",
    "ReleaseRepository",
    "SegmentRepository",
    "SourceReader",
    "UnitOfWork",
    "UnitOfWorkFactory",
    "WorkRepository",
]
