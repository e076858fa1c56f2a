"""The review interface over a real home: database, starter engine, names."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import translate_app
from tests.web.maintaining import NEWS, TARGETS
from translate_app.bootstrap import Application, build

APP = Path(translate_app.__file__).parent / "web" / "app.py"
SAMPLE = Path(translate_app.__file__).parent / "data" / "samples" / "harbour-news-listing.en.txt"


@pytest.fixture(scope="session")
def prepared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with names and the starter engine, made once."""
    home = tmp_path_factory.mktemp("web") / "home"
    services = build({"TRANSLATE_APP_OFFLINE": "1"}, home)
    services.initialise(offline=True)
    services.close()
    return home


@pytest.fixture
def services(
    prepared_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Application]:
    """The services over a fresh copy of the prepared home, which the page uses as well."""
    home = tmp_path / "home"
    shutil.copytree(prepared_home, home)
    monkeypatch.setenv("TRANSLATE_APP_HOME", str(home))
    monkeypatch.setenv("TRANSLATE_APP_OFFLINE", "1")
    monkeypatch.setenv("TRANSLATE_APP_LANGUAGE", "en")
    monkeypatch.delenv("TRANSLATE_APP_DATABASE_URL", raising=False)
    opened: list[Application] = []

    def build_once() -> Application:
        if not opened:
            opened.append(build())
        return opened[0]

    # The script imports `build` anew with every run: both get the same services.
    monkeypatch.setattr("translate_app.bootstrap.build", build_once)
    st.cache_resource.clear()
    yield build_once()
    st.cache_resource.clear()
    build_once().close()


@pytest.fixture
def app(services: Application) -> AppTest:
    """The whole interface, not run yet; it begins with the releases or the board."""
    return AppTest.from_file(str(APP), default_timeout=60)


@pytest.fixture
def release_id(services: Application) -> str:
    """The first release of the sample listing, not drafted."""
    return services.ingest.source(str(SAMPLE)).releases[0].release.id


@pytest.fixture
def news(services: Application) -> str:
    """A release about Rasma, translated by a person."""
    release_id = services.ingest.text(NEWS, "news").releases[0].release.id
    for number, target in TARGETS.items():
        services.review.edit(release_id, number, target, "Karim")
    return release_id
