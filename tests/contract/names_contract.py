"""What every store promises about names: entries in full, their history, decisions."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.contract.examples import NADIA, NOON, RASMA, publication, release, segments
from translate_app.domain.glossary import (
    CaseRule,
    DismissedName,
    ForbiddenForm,
    NameChoice,
    SyncedEntry,
)
from translate_app.domain.language import Language
from translate_app.errors import EntryNotFoundError
from translate_app.ports import UnitOfWorkFactory


class NamePromises:
    """Nothing that a maintainer or a translator decided about a name is lost."""

    def test_everything_an_entry_says_comes_back(self, factory: UnitOfWorkFactory) -> None:
        full = replace(
            NADIA,
            en_title="Director",
            ar_title="المديرة",
            en_forbidden=(ForbiddenForm("Nadia Sabag", "old passport"),),
            ar_forbidden=(ForbiddenForm("نادية صباغ", ""), ForbiddenForm("ناديا الصباغ", "خطأ")),
            do_not_translate=True,
            case=CaseRule.EXACT,
            valid_from=date(2020, 1, 1),
            valid_to=date(2024, 12, 31),
            scope="harbour/rasma",
            context=("authority", "هيئة"),
            replaced_by="person/other",
        )
        with factory() as unit_of_work:
            unit_of_work.glossary.upsert([NADIA])
            unit_of_work.glossary.upsert([full], by="Salma")
            unit_of_work.commit()
        with factory() as unit_of_work:
            assert unit_of_work.glossary.get(NADIA.key) == full
            steps = unit_of_work.glossary.history(NADIA.key)
            assert [(step.revision, step.by, step.entry) for step in steps] == [
                (1, None, NADIA),
                (2, "Salma", full),
            ]
            assert all(step.at.tzinfo for step in steps)
            assert [step.revision for step in unit_of_work.glossary.changes()] == [2, 1]
            assert [step.revision for step in unit_of_work.glossary.changes(after=1)] == [2]
            assert [step.revision for step in unit_of_work.glossary.changes(limit=1)] == [2]
            assert unit_of_work.glossary.history("place/none") == []
            with pytest.raises(EntryNotFoundError, match="place/none"):
                unit_of_work.glossary.get("place/none")

    def test_a_choice_is_remembered_for_its_release(self, factory: UnitOfWorkFactory) -> None:
        with factory() as unit_of_work:
            unit_of_work.releases.add(release(), segments())
            for key in ("person/one", "person/two"):
                unit_of_work.names.choose(NameChoice("a1b2c3d4", "karim", key, NOON, "Salma"))
            unit_of_work.names.choose(NameChoice("a1b2c3d4", "ali", "person/ali", NOON, "Salma"))
            unit_of_work.commit()
        with factory() as unit_of_work:
            assert unit_of_work.names.choices("a1b2c3d4") == {
                "karim": "person/two",
                "ali": "person/ali",
            }
            assert unit_of_work.names.choices("b") == {}

    def test_dismissed_names(self, factory: UnitOfWorkFactory) -> None:
        first = DismissedName(Language.ENGLISH, "monday", NOON, "Salma")
        later = DismissedName(Language.ARABIC, "monday", NOON + timedelta(hours=1), "Salma")
        with factory() as unit_of_work:
            for name in (first, later, replace(first, by="Karim")):
                unit_of_work.names.dismiss(name)
            unit_of_work.commit()
        with factory() as unit_of_work:
            assert unit_of_work.names.dismissed() == [later, first]
            unit_of_work.names.recall(replace(first, by="Karim"))
            unit_of_work.names.recall(first)
            assert unit_of_work.names.dismissed() == [later]

    def test_how_files_and_termbase_last_agreed(self, factory: UnitOfWorkFactory) -> None:
        with factory() as unit_of_work:
            assert unit_of_work.names.synced() == {}
            unit_of_work.names.keep_synced({"x": SyncedEntry("people.csv", NADIA)})
            kept = {
                RASMA.key: SyncedEntry("places.csv", replace(RASMA, valid_from=date(2020, 2, 29)))
            }
            unit_of_work.names.keep_synced(kept)
            unit_of_work.commit()
        with factory() as unit_of_work:
            assert unit_of_work.names.synced() == kept

    def test_reading_everything(self, factory: UnitOfWorkFactory) -> None:
        with factory() as unit_of_work:
            unit_of_work.releases.add(release(), segments())
            later = release("b1", created_at=NOON + timedelta(hours=1), project="rasma")
            unit_of_work.releases.add(later, segments("b1"))
            for number in (1, 2):
                unit_of_work.publications.add(publication(number))
            unit_of_work.commit()
        with factory() as unit_of_work:
            assert unit_of_work.releases.all() == [later, release()]
            assert unit_of_work.segments.everywhere() == [*segments(), *segments("b1")]
            assert unit_of_work.publications.latest() == {"a1b2c3d4": publication(2)}
