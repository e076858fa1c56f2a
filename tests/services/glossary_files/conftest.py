"""A termbase in memory, and a folder of files to agree with."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.contract.examples import NADIA, RASMA
from tests.fakes import FakeStore
from tests.services.glossary_files.case import COAST, write
from translate_app.adapters.formats.glossary_folder import CsvFolder
from translate_app.adapters.formats.glossary_reader import GlossaryFileReader
from translate_app.adapters.formats.glossary_writers import WRITERS
from translate_app.services.glossary_files import GlossaryFiles


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def files(store: FakeStore) -> GlossaryFiles:
    covered = replace(COAST, key="place/cldr-XR", en="rasma", ar="رازما")
    return GlossaryFiles(
        store.unit_of_work,
        GlossaryFileReader(),
        CsvFolder(),
        WRITERS,
        lambda: [COAST, covered],
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "glossary"
    made.mkdir()
    write(made / "people.csv", [NADIA])
    write(made / "places.csv", [RASMA])
    return made
