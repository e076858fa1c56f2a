"""What every store promises about the entries of the termbase."""

from dataclasses import replace

from tests.contract.examples import NADIA, RASMA
from translate_app.ports import UnitOfWorkFactory


class GlossaryPromises:
    """The termbase counts its changes."""

    def test_entries_come_back_by_key(self, factory: UnitOfWorkFactory) -> None:
        odd = replace(RASMA, key="place/Zeïla", ar_variants=(), note="a | b\n'c'")
        with factory() as unit_of_work:
            assert unit_of_work.glossary.upsert([RASMA, odd, NADIA], by="Salma") == (3, 0, 0)
            unit_of_work.commit()
        with factory() as unit_of_work:
            assert list(unit_of_work.glossary.all()) == [NADIA, odd, RASMA]

    def test_only_changes_count(self, factory: UnitOfWorkFactory) -> None:
        spelt = replace(RASMA, ar="راسما")
        steps = [
            ([], (0, 0, 0), 0),
            ([RASMA, NADIA], (2, 0, 0), 2),
            ([RASMA, NADIA], (0, 0, 2), 2),
            ([spelt, NADIA], (0, 1, 1), 3),
            ([RASMA, spelt, spelt], (0, 2, 1), 5),
            ([replace(RASMA, key="x"), replace(spelt, key="x")], (1, 1, 0), 7),
        ]
        for entries, counts, revision in steps:
            with factory() as unit_of_work:
                assert unit_of_work.glossary.upsert(iter(entries)) == counts
                unit_of_work.commit()
            with factory() as unit_of_work:
                assert unit_of_work.glossary.revision() == revision
        with factory() as unit_of_work:
            assert list(unit_of_work.glossary.all()) == [NADIA, spelt, replace(spelt, key="x")]
