"""A sentence of hundreds of words loses nothing on its way through clauses."""

import re

import pytest

from translate_app.adapters.engines.fake import FakeEngine
from translate_app.domain.engine import EngineInfo, EngineKind
from translate_app.domain.language import LanguagePair
from translate_app.domain.segment import Draft
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.pretranslate import pretranslate

from .test_pretranslate import ENTRIES, INTO_ARABIC, INTO_ENGLISH


class Small(FakeEngine):
    """The fake engine in the place of the starter package, which is given clauses."""

    @property
    def info(self) -> EngineInfo:
        return EngineInfo("starter", EngineKind.STARTER, super().info.pair, "1")


def numbered(pieces: list[str], words: int) -> str:
    """A text of `words` words at least, each piece followed by a word of its own."""
    text: list[str] = []
    turn = 0
    while len(text) < words:
        letters = "".join(chr(ord(pieces[0][0]) + int(digit)) for digit in f"{turn:03}")
        text += [*pieces[1 + turn % (len(pieces) - 1)].split(), letters]
        turn += 1
    return " ".join(text)


ENGLISH = numbered(
    ["a", "the town saw Rasma and", "who came, when", "2,254 people met in", "that said"], 600
)
ARABIC = numbered(["ب", "قال الوفد إن رسما", "في المدينة، حيث", "عاد 2254 شخصا إلى", "التي"], 600)
PLAIN = numbered(["a", "word", "some"], 600)


def long_draft(source: str, pair: LanguagePair) -> tuple[Draft, Small]:
    engine = Small(pair)
    found = pretranslate(
        [source],
        matcher=Matcher(ENTRIES, pair.source),
        engine=engine,
        memory=lambda _: None,
        pair=pair,
    )
    return found[0], engine


@pytest.mark.parametrize(
    ("source", "pair"), [(ENGLISH, INTO_ARABIC), (ARABIC, INTO_ENGLISH), (PLAIN, INTO_ARABIC)]
)
def test_every_word_arrives_in_its_order(source: str, pair: LanguagePair) -> None:
    found, _ = long_draft(source, pair)
    names = {entry.name(pair.source): entry.name(pair.target) for entry in ENTRIES}
    expected = [names.get(word, word) for word in re.findall(r"\d+,?\d*|\w+", source)]
    assert [word.lower() for word in re.findall(r"\d+,?\d*|\w+", found.target)] == [
        word.lower() for word in expected
    ]


@pytest.mark.parametrize(("source", "pair"), [(ENGLISH, INTO_ARABIC), (ARABIC, INTO_ENGLISH)])
def test_it_goes_in_pieces_of_one_call(source: str, pair: LanguagePair) -> None:
    _, engine = long_draft(source, pair)
    assert len(engine.calls[0]) > 20
    assert all(len(text.split()) < 60 for text in engine.calls[0])


def test_names_keep_their_place() -> None:
    found, _ = long_draft(ENGLISH, INTO_ARABIC)
    assert len(found.terms) == ENGLISH.split().count("Rasma")
    assert found.target.count("رسما") == len(found.terms)
