"""Services over the in-memory store and the fake engine: no database, no model."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.contract.examples import NADIA, RASMA
from tests.fakes import FakeStore
from translate_app.adapters.engines.fake import FakeEngine
from translate_app.adapters.sources import Sources
from translate_app.domain.client import Client, ReviewRules
from translate_app.domain.document import SiteProfile
from translate_app.domain.engine import InstalledPackage
from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.language import Language, LanguagePair
from translate_app.errors import NoEngineError
from translate_app.ports import Engine
from translate_app.services.ingest_release import IngestReleases
from translate_app.services.matchers import Matchers
from translate_app.services.pretranslate_release import PretranslateRelease
from translate_app.services.publish_release import PublishRelease
from translate_app.services.queries import Queries
from translate_app.services.review_segment import ReviewSegments

PAIR = LanguagePair(Language.ENGLISH, Language.ARABIC)

LISTING = """\
Harbour News

14 March 2025 In Harbour News

Nadia Sabbagh visited Rasma. The clinic is open.

Families returned. (Source: Harbour Office)

Home Media Center
"""

PROFILE = SiteProfile(
    name="harbour",
    dateline=r"(?P<date>\d{1,2} \w+ \d{4}) In (?P<category>.+)",
    date_formats=("d MMMM y",),
    language=Language.ENGLISH,
    header=("Harbour News",),
    footer=("Home Media Center.*",),
    source_line=r"(?P<source_line>\(Source: [^()]*\))$",
)


class Ticks:
    """A clock that moves a second each time it is read."""

    def __init__(self) -> None:
        self.now = datetime(2025, 3, 14, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class OneEngine:
    """A catalogue of one engine, or of none."""

    def __init__(self, engine: Engine | None) -> None:
        self.present = engine
        self.checksum = "0"

    def installed(self) -> tuple[InstalledPackage, ...]:
        if self.present is None:
            return ()
        return (InstalledPackage(self.present.info, "", self.checksum),)

    def engine(self, pair: LanguagePair, name: str | None = None) -> Engine:
        if self.present is None:
            raise NoEngineError(source=pair.source.value, target=pair.target.value)
        return self.present


@dataclass
class Desk:
    """Everything wired as `bootstrap` does it, over fakes."""

    store: FakeStore = field(default_factory=FakeStore)
    engine: FakeEngine = field(default_factory=lambda: FakeEngine(PAIR))
    clock: Ticks = field(default_factory=Ticks)
    rules: ReviewRules = field(default_factory=ReviewRules)

    def __post_init__(self) -> None:
        unit_of_work = self.store.unit_of_work
        self.matchers = Matchers(unit_of_work)
        self.ingest = IngestReleases(unit_of_work, Sources(), lambda: (PROFILE,), self.clock)
        self.publish = PublishRelease(unit_of_work, self.clock)
        self.queries = Queries(unit_of_work, self.matchers)
        self.review = ReviewSegments(
            unit_of_work, self.clock, self.queries.examine, self.client_named
        )
        self.catalogue = OneEngine(self.engine)
        self.pretranslate = PretranslateRelease(
            unit_of_work,
            self.catalogue,  # type: ignore[arg-type]
            self.matchers,
            self.clock,
            Client,
        )

    def client_named(self, name: str = "") -> Client:
        return Client(name, review=self.rules)

    def learn(self, *entries: GlossaryEntry) -> None:
        with self.store.unit_of_work() as unit_of_work:
            unit_of_work.glossary.upsert(entries)
            unit_of_work.commit()

    def release(self, text: str = LISTING) -> str:
        return self.ingest.text(text, "news.txt").releases[0].release.id

    def targets(self, release_id: str) -> Sequence[str]:
        return [item.segment.target for item in self.queries.release(release_id).segments]


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.learn(NADIA, RASMA)
    return made


@pytest.fixture
def release_id(desk: Desk) -> str:
    return desk.release()


LISTING_DATE = date(2025, 3, 14)
