"""Real names come out right: a sample of `tests/benchmarks/names_accuracy.py`."""

import pytest

from tests.benchmarks.enforcement import WORST_LOSS, compared
from tests.benchmarks.mangling import Mangling, Plainer
from tests.benchmarks.names_accuracy import items, measured, occurrences, termbase
from translate_app.adapters.engines.packages import HomeCatalogue
from translate_app.domain.language import Language, LanguagePair
from translate_app.pipeline.match import Matcher

EVERY = 6
PAIRS = [LanguagePair(source, source.other) for source in Language]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_starter(catalogue: HomeCatalogue, pair: LanguagePair) -> None:
    tally = measured(catalogue.engine(pair), items(pair)[::EVERY], termbase())
    figures = tally.figures()
    assert figures["names"] > 80
    assert figures["right"] >= 0.99, tally.wrong
    assert figures["in_place"] >= 0.97, tally.wrong
    assert figures["silent_misses"] == 0


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_an_engine_that_spells_names_its_own_way(
    catalogue: HomeCatalogue, pair: LanguagePair
) -> None:
    entries = termbase()
    engine = Mangling(catalogue.engine(pair), Matcher(entries, pair.source))
    tally = measured(engine, items(pair)[::EVERY], entries)
    figures = tally.figures()
    assert figures["right"] >= 0.99, tally.wrong
    assert figures["in_place"] >= 0.9, tally.wrong
    assert figures["silent_misses"] == 0
    assert figures["placements"]["similar"] > 0.8 * figures["names"]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_text_around_is_none_the_worse(catalogue: HomeCatalogue, pair: LanguagePair) -> None:
    texts = [(item.source, item.reference) for item in items(pair)[:: 3 * EVERY]]
    engine = Plainer(catalogue.engine(pair))
    assert compared(engine, texts, termbase())["loss"] < WORST_LOSS


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_set_holds_at_least_300_texts_no_two_alike(pair: LanguagePair) -> None:
    listed = items(pair)
    assert len({item.source for item in listed}) == len(listed) >= 300
    found = [item.names for item in listed]
    assert all(
        occurrences(item.reference, forms, pair.target)
        for item in listed
        for _, forms in item.names
    )
    assert min(map(len, found)) >= 1
    assert max(map(len, found)) >= 4


@pytest.mark.parametrize(
    ("text", "form", "count"),
    [
        ("شكرا للائتلاف", "الائتلاف", 1),
        ("شكرا لالائتلاف", "الائتلاف", 0),
        ("مع الالائتلاف", "الائتلاف", 0),
        ("إلى للاذقية وباللاذقية", "اللاذقية", 2),
        ("شكرا للبنان", "لبنان", 1),
        ("شكرا للرسما ولرسما", "رسما", 1),
        ("شكرا لرسما", "رسما", 1),
        ("رسمان", "رسما", 0),
    ],
)
def test_only_right_clitics_count(text: str, form: str, count: int) -> None:
    assert occurrences(text, (form,), Language.ARABIC) == count
