"""Every name of the termbase stands in the draft as the termbase has it, whatever it takes."""

from collections.abc import Sequence

import pytest

from translate_app.adapters.engines.fake import MARKS
from translate_app.domain.engine import EngineInfo, EngineKind, Hypothesis
from translate_app.domain.glossary import (
    EntryType,
    ForbiddenForm,
    GlossaryEntry,
    GlossaryMatch,
)
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import Draft, Span, TermPlacement
from translate_app.pipeline.marks import slots_of
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.pretranslate import pretranslate
from translate_app.pipeline.pretranslate_similar import is_exact, similar_stretch

INTO_ARABIC = LanguagePair(Language.ENGLISH, Language.ARABIC)
INTO_ENGLISH = LanguagePair(Language.ARABIC, Language.ENGLISH)
RASMA = GlossaryEntry("place/rasma", "Rasma", "رسما", EntryType.PLACE)
MARWAN = GlossaryEntry("place/marwan", "Tel Marwan", "تل مروان", EntryType.PLACE)
KARIM = GlossaryEntry("person/karim", "Karim Haddad", "كريم حداد", EntryType.PERSON)
SALMA = GlossaryEntry("person/salma", "Salma Kanaan", "سلمى كنعان", EntryType.PERSON)
ASWAD = GlossaryEntry("place/aswad", "Aswadiya", "أسودية", EntryType.PLACE)
AUTHORITY = GlossaryEntry(
    "organisation/authority",
    "Harbour Relief Authority",
    "هيئة إغاثة الميناء",
    EntryType.ORGANISATION,
    ar_forbidden=(ForbiddenForm("سلطة إغاثة الميناء", "it is no ministry"),),
)
ENTRIES = (RASMA, MARWAN, KARIM, SALMA, ASWAD, AUTHORITY)


class Saying:
    """An engine of fixed answers, the likeliest first, that tells nothing else."""

    def __init__(self, *answers: str, pair: LanguagePair = INTO_ARABIC, marks: bool = False):
        self.answers, self.pair = answers, pair
        self.marks = MARKS if marks else ()
        self.calls: list[list[str]] = []

    @property
    def info(self) -> EngineInfo:
        return EngineInfo("saying", EngineKind.FIREFOX, self.pair, "1")

    def translate(
        self, texts: Sequence[str], *, hypotheses: int = 1
    ) -> Sequence[Sequence[Hypothesis]]:
        self.calls.append(list(texts))
        return [[Hypothesis(answer, None) for answer in self.answers][:hypotheses] for _ in texts]


def drafted(source: str, engine: Saying) -> tuple[str, list[TermPlacement]]:
    matcher = Matcher(ENTRIES, engine.pair.source)
    (draft,) = pretranslate(
        [source], matcher=matcher, engine=engine, memory=nothing, pair=engine.pair
    )
    return draft.target, [term.placement for term in draft.terms]


def nothing(source: str) -> Draft | None:
    return None


def match(entry: GlossaryEntry, language: Language) -> GlossaryMatch:
    name = entry.name(language)
    return GlossaryMatch(entry, Span(0, len(name)), name)


class TestSound:
    @pytest.mark.parametrize(
        ("source", "answer", "target"),
        [
            ("Peace in Rasma.", "السلام في رازما.", "السلام في رسما."),
            ("And Rasma slept.", "ورزما نامت.", "ورسما نامت."),
            ("Thanks to Karim Haddad.", "شكرا لكاريم هداد.", "شكرا لكريم حداد."),
            ("They saw Tel Marwan today.", "رأوا تال مروان اليوم.", "رأوا تل مروان اليوم."),
            ("A letter by Karim Haddad.", "رسالة من كاريم هداد.", "رسالة من كريم حداد."),
        ],
    )
    def test_a_rendering_that_sounds_like_it_is_replaced(
        self, source: str, answer: str, target: str
    ) -> None:
        assert drafted(source, Saying(answer)) == (target, [TermPlacement.SIMILAR])

    @pytest.mark.parametrize(
        ("source", "answer", "target"),
        [
            ("السلام في رسما.", "Peace in Razma.", "Peace in Rasma."),
            (
                "كلمة كريم حداد قصيرة.",
                "Kareem Hadad's speech is short.",
                "Karim Haddad's speech is short.",
            ),
            ("شكرا لسلمى كنعان.", "Thank you, Selma Canaan.", "Thank you, Salma Kanaan."),
        ],
    )
    def test_into_english(self, source: str, answer: str, target: str) -> None:
        engine = Saying(answer, pair=INTO_ENGLISH)
        assert drafted(source, engine) == (target, [TermPlacement.SIMILAR])

    def test_a_name_said_twice_is_replaced_twice(self) -> None:
        found = drafted("Rasma, they said: Rasma.", Saying("رازما، قالوا: رازما."))
        assert found == ("رسما، قالوا: رسما.", [TermPlacement.SIMILAR] * 2)

    def test_the_nearly_right_spelling_is_put_right(self) -> None:
        found = drafted("Peace in Aswadiya.", Saying("السلام في اسوديه."))
        assert found == ("السلام في أسودية.", [TermPlacement.SIMILAR])

    def test_each_name_takes_its_own(self) -> None:
        found = drafted("Karim Haddad met Salma Kanaan.", Saying("التقى كاريم هداد سالما كنآن."))
        assert found == ("التقى كريم حداد سلمى كنعان.", [TermPlacement.SIMILAR] * 2)

    def test_no_other_word_is_written_over(self) -> None:
        target, ways = drafted("They saw Rasma.", Saying("رأوا المدينة."))
        assert (target, ways) == ("رأوا المدينة رسما.", [TermPlacement.INSERTED])

    def test_two_that_are_as_like_are_left(self) -> None:
        target, ways = drafted("They saw Rasma.", Saying("رأوا رازما وراسمى."))
        assert ways == [TermPlacement.INSERTED]
        assert target.startswith("رأوا رازما وراسمى")

    def test_no_small_word_for_an_english_name(self) -> None:
        arabic = match(RASMA, Language.ARABIC)
        assert similar_stretch("they razma it", arabic, Language.ARABIC, ()) is None
        assert similar_stretch("they Razma it", arabic, Language.ARABIC, ()) == Span(5, 10)

    def test_what_is_taken_is_left(self) -> None:
        arabic = match(RASMA, Language.ARABIC)
        assert similar_stretch("Razma", arabic, Language.ARABIC, (Span(0, 5),)) is None


class TestWords:
    def test_a_body_in_nearly_its_words(self) -> None:
        found = drafted(
            "We met the Harbour Relief Authority.", Saying("التقينا هيئة الإغاثة للميناء.")
        )
        assert found == ("التقينا هيئة إغاثة الميناء.", [TermPlacement.SIMILAR])

    def test_half_of_it_is_not_enough(self) -> None:
        _, ways = drafted("We met the Harbour Relief Authority.", Saying("التقينا هيئة محلية."))
        assert ways == [TermPlacement.INSERTED]


class TestForbidden:
    def test_a_forbidden_form_becomes_the_name(self) -> None:
        found = drafted(
            "Thanks to the Harbour Relief Authority.", Saying("شكرا لسلطة إغاثة الميناء.")
        )
        assert found == ("شكرا لهيئة إغاثة الميناء.", [TermPlacement.REPLACED])

    def test_beside_the_mark_too(self) -> None:
        engine = Saying("\uff5f0\uff60 هي سلطة إغاثة الميناء.", marks=True)
        target, ways = drafted("The Harbour Relief Authority is one.", engine)
        assert (target, ways) == (
            "هيئة إغاثة الميناء هي هيئة إغاثة الميناء.",
            [TermPlacement.MARK],
        )


class TestChosen:
    def test_the_likelier_of_those_that_keep_it(self) -> None:
        engine = Saying("ذهبوا.", "ذهبوا إلى \uff5f0\uff60.", "إلى \uff5f0\uff60.", marks=True)
        assert drafted("They went to Rasma.", engine) == (
            "ذهبوا إلى رسما.",
            [TermPlacement.CHOSEN],
        )
        assert len(engine.calls) == 1

    def test_nothing_is_asked_again_while_names_stand(self) -> None:
        engine = Saying("ذهبوا إلى رازما.")
        drafted("They went to Rasma.", engine)
        assert len(engine.calls) == 1


class TestLists:
    @pytest.mark.parametrize(
        ("source", "answer", "target"),
        [
            (
                "Aid reached Rasma and Tel Marwan there.",
                "وصلت إلى \uff5f0\uff60 برا.",
                "وصلت إلى رسما وتل مروان برا.",
            ),
            (
                "Aid reached Rasma, Aswadiya and Tel Marwan.",
                "وصلت إلى \uff5f0\uff60 برا.",
                "وصلت إلى رسما، أسودية وتل مروان برا.",
            ),
        ],
    )
    def test_what_was_lost_goes_behind_its_neighbour(
        self, source: str, answer: str, target: str
    ) -> None:
        found, ways = drafted(source, Saying(answer, marks=True))
        assert found == target
        assert set(ways[1:]) == {TermPlacement.INSERTED}

    def test_into_english(self) -> None:
        engine = Saying("It reached \uff5f0\uff60.", pair=INTO_ENGLISH, marks=True)
        found, _ = drafted("وصلت إلى رسما وتل مروان.", engine)
        assert found == "It reached Rasma and Tel Marwan."


class TestWhatMustStand:
    def test_the_title_comes_with_the_name(self) -> None:
        entry = GlossaryEntry(
            "person/k", "Karim Haddad", "كريم حداد", en_title="President", ar_title="الرئيس"
        )
        titled = GlossaryMatch(entry, Span(0, 22), "President Karim Haddad", titled=True)
        (slot,) = slots_of("President Karim Haddad", [titled], INTO_ARABIC)
        assert slot.text == "الرئيس كريم حداد"

    def test_a_name_that_is_not_translated_keeps_its_spelling(self) -> None:
        entry = GlossaryEntry("organisation/h", "HaRA", "هارا", do_not_translate=True)
        one = GlossaryMatch(entry, Span(0, 4), "HaRA")
        (slot,) = slots_of("HaRA", [one], INTO_ARABIC)
        assert slot.text == "HaRA"
        assert similar_stretch("هارا", one, Language.ENGLISH, ()) is None

    @pytest.mark.parametrize(
        ("answer", "start", "exact"),
        [
            ("للهيئة", 1, True),
            ("للهيئه", 1, False),
            ("الهَيئة", 0, True),
            ("الهيئه", 0, False),
        ],
    )
    def test_exact_to_the_letter(self, answer: str, start: int, exact: bool) -> None:
        assert is_exact(answer, Span(start, len(answer)), ("الهيئة",)) is exact
