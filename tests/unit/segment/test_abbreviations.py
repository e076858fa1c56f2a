"""The abbreviation lists are data: each word has one meaning and is written without its stop."""

from collections import Counter
from importlib.resources import files

import pytest

from translate_app.domain.language import Language

SECTIONS = {"before a name", "before a number", "either", "sentence starters", "speech verbs"}


def lines(language: Language) -> list[str]:
    path = files("translate_app") / "data" / "abbreviations" / f"{language.value}.txt"
    text = path.read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("language", list(Language))
def test_the_headings_are_those_the_rules_ask_for(language: Language) -> None:
    assert {line.strip("[]") for line in lines(language) if line.startswith("[")} == SECTIONS


@pytest.mark.parametrize("language", list(Language))
def test_a_word_has_one_meaning_and_no_stop(language: Language) -> None:
    abbreviations = lines(language)[: lines(language).index("[sentence starters]")]
    assert [word for word, count in Counter(abbreviations).items() if count > 1] == []
    words = [line for line in lines(language) if not line.startswith("[")]
    assert [word for word in words if word != word.strip(" .")] == []
