"""Looking names up."""

from tests.services.conftest import Desk
from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.language import Language
from translate_app.services.termbase import Termbase


def test_a_new_name_is_matched_at_once(desk: Desk) -> None:
    termbase = Termbase(desk.matchers)
    assert termbase.match("Tel Marwan is open.", Language.ENGLISH) == ()

    desk.learn(GlossaryEntry("place/tel-marwan", "Tel Marwan", "تل مروان"))

    (match,) = termbase.match("Tel Marwan is open.", Language.ENGLISH)
    assert match.entry.ar == "تل مروان"
