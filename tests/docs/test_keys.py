"""The table of keys in docs/reviewing.md names every key of the editor."""

import re
from pathlib import Path

import pytest

import translate_app

KEYS = Path(translate_app.__file__).parent / "web/components/segment_editor/keys.js"
DOCUMENT = Path(__file__).parents[2] / "docs" / "reviewing.md"
ELSEWHERE = {"?": "`?`", "Ctrl+1…4": "Ctrl+1 … Ctrl+4"}
"""Keys that the document writes in another way."""


def keys() -> list[str]:
    """`Ctrl+Enter` and the others, as the editor lists them."""
    listed = re.findall(
        r"keys: \[([^\]]+)\], ?label|keys: \[([^\]]+)\],\n", KEYS.read_text("utf-8")
    )
    return ["+".join(re.findall(r'"([^"]+)"', one or other)) for one, other in listed]


def test_the_editor_lists_its_keys() -> None:
    assert {"Ctrl+Enter", "Ctrl+S", "Alt+N", "F6", "Ctrl+K", "Ctrl+Z", "?"} <= set(keys())


@pytest.mark.parametrize("key", keys())
def test_every_key_is_in_the_document(key: str) -> None:
    assert ELSEWHERE.get(key, key) in DOCUMENT.read_text("utf-8")
