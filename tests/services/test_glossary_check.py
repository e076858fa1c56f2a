"""Checking the termbase, or its files, with and without use."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.contract.examples import NADIA, RASMA
from tests.services.conftest import Desk
from translate_app.adapters.formats.glossary_csv import serialize
from translate_app.adapters.formats.glossary_reader import GlossaryFileReader
from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.domain.termbase_finding import TermbaseRule, Weight
from translate_app.services.glossary_check import GlossaryCheck

COAST = GlossaryEntry("place/cldr-XC", "Coastland", "ساحليا", EntryType.PLACE)
CAMP = GlossaryEntry("place/camp", "al-Wadi camp", "مخيم الوادي", EntryType.PLACE)


@pytest.fixture
def check(desk: Desk) -> GlossaryCheck:
    return GlossaryCheck(
        desk.store.unit_of_work, GlossaryFileReader(), lambda: [COAST], desk.matchers
    )


def test_the_termbase(check: GlossaryCheck, desk: Desk) -> None:
    desk.learn(replace(RASMA, key="place/rasma-2", ar="رازما"))

    (finding,) = [one for one in check() if one.weight is Weight.ERROR]

    assert finding.rule is TermbaseRule.CONTRADICTION
    assert finding.keys == (RASMA.key, "place/rasma-2")


def test_names_in_no_release(check: GlossaryCheck, desk: Desk, release_id: str) -> None:
    desk.learn(CAMP)

    found = [one for one in check(unused=True) if one.rule is TermbaseRule.UNUSED]

    assert [one.keys for one in found] == [(CAMP.key,)]
    assert check.usage()[NADIA.key] == 1
    assert not [one for one in check() if one.rule is TermbaseRule.UNUSED]


def test_files_are_looked_at_beside_the_territories(tmp_path: Path) -> None:
    def no_database() -> object:
        raise AssertionError("the database was opened")

    check = GlossaryCheck(no_database, GlossaryFileReader(), lambda: [COAST], no_database)  # type: ignore[arg-type]
    (tmp_path / "a.csv").write_bytes(serialize([replace(CAMP, ar_variants=(COAST.ar,))]))
    (tmp_path / "b.csv").write_bytes(serialize([replace(RASMA, authority="Harbour maps")]))

    (finding, *others) = check(tmp_path)

    assert finding.rule is TermbaseRule.CONTRADICTION
    assert finding.keys == (CAMP.key, COAST.key)
    assert [one.rule for one in others] == [TermbaseRule.NO_AUTHORITY]
    assert check(tmp_path / "b.csv") == ()
