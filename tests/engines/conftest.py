"""The starter engine, installed once a run."""

from pathlib import Path

import pytest

from translate_app.adapters.engines.packages import HomeCatalogue
from translate_app.config import bundled

STARTER = bundled("starter")


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> HomeCatalogue:
    """A home with the starter packages; tests that change it make their own."""
    made = HomeCatalogue(tmp_path_factory.mktemp("home") / "packages", STARTER, offline=True)
    made.install_starter()
    return made


@pytest.fixture(scope="session")
def starter_file() -> Path:
    """The bundled package from English into Arabic."""
    return STARTER / "translate-en_ar-0_1.argosmodel"
