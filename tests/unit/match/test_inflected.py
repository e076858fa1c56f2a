"""A name in the plural is shown to people and never forced into a translation."""

from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.domain.language import Language, LanguagePair
from translate_app.pipeline.checks import run_checks
from translate_app.pipeline.marks import slots_of
from translate_app.pipeline.match import Matcher

COUNCIL = GlossaryEntry("o/lc", "Local Council", "المجلس المحلي", EntryType.ORGANISATION)
PAIR = LanguagePair(Language.ENGLISH, Language.ARABIC)
SOURCE, TARGET = "The Local Councils met.", "اجتمعت المجالس المحلية."


def test_the_singular_is_neither_put_into_the_draft_nor_missed_in_it() -> None:
    matches = Matcher([COUNCIL], Language.ENGLISH).find(SOURCE)
    assert [(match.surface, match.inflected) for match in matches] == [("Local Councils", True)]
    assert slots_of(SOURCE, matches, PAIR) == ()
    assert [f.check for f in run_checks(SOURCE, TARGET, PAIR, matches)] == []


def test_in_its_own_number_it_is_both() -> None:
    source = SOURCE.replace("Councils", "Council")
    matches = Matcher([COUNCIL], Language.ENGLISH).find(source)
    assert [slot.text for slot in slots_of(source, matches, PAIR)] == [COUNCIL.ar]
    assert "term_missing" in [f.check for f in run_checks(source, TARGET, PAIR, matches)]
