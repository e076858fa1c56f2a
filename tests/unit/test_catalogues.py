"""The catalogues hold every message of the program, and Arabic leaves none unsaid."""

import importlib.util
import string
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.pofile import read_po

from translate_app.i18n import translator

LOCALES = Path(__file__).parents[2] / "locales"


@pytest.fixture(scope="module")
def update() -> ModuleType:
    spec = importlib.util.spec_from_file_location("locales_update", LOCALES / "update.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_catalogues_are_up_to_date(update: ModuleType) -> None:
    assert update.outdated(write=False) == [], "run `make messages`"


def test_every_message_has_an_arabic_wording(update: ModuleType) -> None:
    assert update.untranslated("ar") == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_wording_fills_the_same_places(update: ModuleType, language: str) -> None:
    """A translation may leave a number out of "one" or "two", but never invents a place."""
    with update.catalogue_path(language).open("rb") as stream:
        catalogue = read_po(stream, locale=language)
    for message in catalogue:
        if not message.id or not message.string:
            continue
        singular, *plural = message.id if isinstance(message.id, tuple) else (message.id,)
        places = _places(singular) | _places(*plural)
        wordings = message.string if isinstance(message.string, tuple) else (message.string,)
        for wording in wordings:
            assert _places(wording) <= places, message.id
            if not plural and wording:
                assert _places(wording) == places, message.id


@pytest.mark.parametrize(
    ("number", "wording"),
    [
        (0, "أي مقطع"),
        (1, "مقطع واحد"),
        (2, "مقطعان"),
        (3, "3 مقاطع"),
        (11, "11 مقطع"),
        (100, "100 مقطع"),
        (103, "103 مقاطع"),
    ],
)
def test_arabic_counts_in_six_forms(number: int, wording: str) -> None:
    text = translator("ar").ngettext(
        "{number} segment approved.", "{number} segments approved.", number
    )
    assert wording in text.format(number=number)


def _places(*texts: str) -> set[str]:
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}
