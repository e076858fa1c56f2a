"""How long maintainers wait: `python -m tests.benchmarks --only propagation`.

Search over a termbase of 100,000 names, and what a renamed entry makes wrong in 10,000
segments of 250 releases, all of it in a real database. The names and texts are made up.
Processor time, so that a busy machine tells the same.
"""

import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tests.contract.examples import release as example_release
from translate_app.adapters.storage.database import Database, open_database
from translate_app.domain.document import UnitKind
from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.domain.release import Unit
from translate_app.domain.segment import Origin, Segment, SegmentState, Span
from translate_app.services.entry_usage import EntryUsage
from translate_app.services.known_entries import KnownEntries
from translate_app.services.maintain_glossary import MaintainGlossary
from translate_app.services.matchers import Matchers
from translate_app.services.propagation import Propagation

SEARCH_LIMIT = 0.3
PROPAGATION_LIMIT = 1.0
SEGMENTS_OF_RELEASE = 40
QUERIES = ("Nadia Sabbagh", "sabag", "نادية", "ناديه الصباغ", "a", "mrwan tel", "قرية", "zzz", "")
RASMA = GlossaryEntry("place/rasma", "Rasma", "رسما", EntryType.PLACE)

_LATIN = ("na", "di", "ra", "sma", "mar", "wan", "ka", "rim", "sal", "ma", "ta", "bel", "ho", "zu")
_ARABIC = ("نا", "دي", "را", "سما", "مر", "وان", "كا", "ريم", "سل", "ما", "تا", "بل", "هو", "زو")
_PROSE = (
    "Families returned to {} after the road was opened, the authority said on Tuesday.",
    "عادت الأسر إلى {} بعد فتح الطريق، كما قالت الهيئة يوم الثلاثاء.",
)


Row = tuple[str, float, float | None]
"""What was done, seconds of processor time, and how many it may take."""


def measure(entries: int = 100_000, segments: int = 10_000) -> list[Row]:
    """Searching so many entries, and what a renamed one makes wrong in so many segments."""
    with _database() as database:
        _fill(database, entries, 0)
        searched = tuple(_search(database))
    with _database() as database:
        _fill(database, 1_500, segments)
        return [*searched, *_propagate(database)]


def lines(found: Sequence[Row]) -> Iterator[tuple[str, str, str, bool | None]]:
    """The rows of the table."""
    for name, seconds, limit in found:
        wanted = ("", None) if limit is None else (f"< {limit} s", seconds < limit)
        yield name, f"{seconds:.3f} s of CPU", *wanted


def _search(database: Database) -> Iterator[Row]:
    maintain, _ = _services(database)
    yield "search, first call (reads and folds the termbase)", _time(maintain.search), None
    for query in QUERIES:
        seconds = min(_time(lambda query=query: maintain.search(query)) for _ in range(3))
        yield f"search for {query!r}", seconds, SEARCH_LIMIT
    entry = maintain.search("na").entries[0]
    changed = replace(entry, note="seen")
    yield "save an entry", _time(lambda: maintain.save(changed, "Lina", entry)), None
    yield "search after it", _time(lambda: maintain.search("sabag")), SEARCH_LIMIT


def _propagate(database: Database) -> Iterator[Row]:
    maintain, propagation = _services(database)
    maintain.save(replace(RASMA, ar="البحيرة"), "Lina", RASMA)
    key = [RASMA.key]
    yield (
        "what a renamed entry makes wrong, first call",
        _time(lambda: propagation.affected(key)),
        None,
    )
    yield "again", _time(lambda: propagation.affected(key)), PROPAGATION_LIMIT
    yield "where it is used", _time(lambda: maintain.usage(RASMA.key)), PROPAGATION_LIMIT
    found = propagation.affected(key).corrections
    seconds = _time(lambda: propagation.apply(found, "Lina"))
    yield f"{len(found)} segments corrected", seconds, None
    yield "what any of 1,500 entries makes wrong", _time(propagation.affected), None


def _services(database: Database) -> tuple[MaintainGlossary, Propagation]:
    known, matchers = KnownEntries(database.unit_of_work), Matchers(database.unit_of_work)
    usage = EntryUsage(database.unit_of_work, known, matchers)
    return (
        MaintainGlossary(database.unit_of_work, known, usage),
        Propagation(database.unit_of_work, known, matchers, lambda: datetime.now(UTC)),
    )


def _time(act: Callable[[], object]) -> float:
    begin = time.process_time()
    act()
    return time.process_time() - begin


@contextmanager
def _database() -> Iterator[Database]:
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{Path(folder) / 'home.db'}")
        yield database
        database.dispose()


def _fill(database: Database, entries: int, segments: int) -> None:
    """Names, and segments of which every tenth speaks of Rasma, the others of other names."""
    dice = random.Random(45)  # noqa: S311 - made-up names
    names = [RASMA, *(_entry(dice, number) for number in range(entries - 1))]
    with database.unit_of_work() as unit_of_work:
        unit_of_work.glossary.upsert(names)
        for number in range(segments // SEGMENTS_OF_RELEASE):
            release_id = f"{number:08x}"
            chosen = [
                RASMA if place % 10 == 0 else dice.choice(names)
                for place in range(SEGMENTS_OF_RELEASE)
            ]
            made = [
                _segment(release_id, place, entry) for place, entry in enumerate(chosen, start=1)
            ]
            units = tuple(Unit(one.unit, UnitKind.PARAGRAPH, one.source) for one in made)
            unit_of_work.releases.add(example_release(release_id, units=units), made)
        unit_of_work.commit()


def _segment(release_id: str, number: int, entry: GlossaryEntry) -> Segment:
    source, target = (
        prose.format(name) for prose, name in zip(_PROSE, (entry.en, entry.ar), strict=True)
    )
    return Segment(
        release_id,
        number,
        number - 1,
        Span(0, len(source)),
        source,
        target,
        SegmentState.PRETRANSLATED,
        0,
        Origin.MACHINE,
    )


def _entry(dice: random.Random, number: int) -> GlossaryEntry:
    parts = [[dice.randrange(len(_LATIN)) for _ in range(dice.randint(2, 4))] for _ in range(2)]
    en = " ".join("".join(_LATIN[part] for part in word).capitalize() for word in parts)
    ar = " ".join("".join(_ARABIC[part] for part in word) for word in parts)
    kind = dice.choice(tuple(EntryType))
    return GlossaryEntry(
        f"{kind.value}/{number}",
        en,
        ar,
        kind,
        en_variants=(f"{en} village",),
        ar_variants=(f"قرية {ar}",),
    )
