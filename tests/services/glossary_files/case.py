"""Names that files and the termbase hold, and how tests write them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.fakes import FakeStore
from translate_app.adapters.formats.glossary_writers import WRITERS
from translate_app.domain.glossary import EntryType, GlossaryEntry

COAST = GlossaryEntry("place/cldr-XC", "Coastland", "ساحليا", EntryType.PLACE)
CAMP = GlossaryEntry("place/al-wadi-camp", "al-Wadi camp", "مخيم الوادي", EntryType.PLACE)
BY = "Karim Haddad"


def write(file: Path, entries: Sequence[GlossaryEntry]) -> None:
    file.write_bytes(WRITERS["csv"](entries))


def learn(store: FakeStore, *entries: GlossaryEntry, by: str | None = "Salma Kanaan") -> None:
    with store.unit_of_work() as unit_of_work:
        unit_of_work.glossary.upsert(entries, by)
        unit_of_work.commit()


def stored(store: FakeStore) -> Mapping[str, GlossaryEntry]:
    return dict(store.content.entries)
