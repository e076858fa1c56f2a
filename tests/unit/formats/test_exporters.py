"""The formats there are and the names of their files."""

from dataclasses import replace

import pytest

from tests.unit.formats.editions import LABELS, draft, edition
from translate_app.adapters.formats.exporters import exporters, file_name
from translate_app.domain.language import Language


def test_each_format_goes_by_its_name() -> None:
    made = exporters(LABELS)

    assert {name: exporter.format for name, exporter in made.items()} == {
        name: name for name in ("html", "txt", "po", "json")
    }


def test_file_names() -> None:
    made = edition(Language.ARABIC)

    assert file_name(made, "html") == "2019-06-28-1a2b3c4d-ar-v2.html"
    assert file_name(draft(Language.ENGLISH), "po") == "2019-06-28-1a2b3c4d-en-draft.po"
    assert file_name(replace(made, date=None), "txt") == "1a2b3c4d-ar-v2.txt"


@pytest.mark.parametrize("hostile", ["../../etc/x", "a\0b", "هيئة", "a b", "con:\\x", "é"])
def test_file_names_are_plain_whatever_the_id(hostile: str) -> None:
    name = file_name(replace(edition(Language.ARABIC), release_id=hostile), "html")

    assert name.isascii()
    assert not set(name) & set('/\\\0 :*?"<>|')
    assert name.count(".") == 1
