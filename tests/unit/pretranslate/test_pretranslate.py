"""Memory, then glossary, then engine; every name stands in the draft."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate_app.adapters.engines.fake import MARKS, FakeEngine
from translate_app.domain.client import Digits, HouseStyle, Months
from translate_app.domain.engine import EngineInfo, EngineKind, Hypothesis
from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import AppliedTerm, Draft, Origin, TermPlacement
from translate_app.errors import EngineFailedError
from translate_app.pipeline.marks import MARK
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.pretranslate import dateline_draft, pretranslate
from translate_app.ports import Engine

INTO_ARABIC = LanguagePair(Language.ENGLISH, Language.ARABIC)
LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyzTAW", "ابتثجحخدذرزسشصضطظعغفقكلمنهتاظ")
INTO_ENGLISH = LanguagePair(Language.ARABIC, Language.ENGLISH)

ENTRIES = (
    GlossaryEntry("org/authority", "Harbour Relief Authority", "هيئة إغاثة الميناء"),
    GlossaryEntry("place/rasma", "Rasma", "رسما", EntryType.PLACE),
    GlossaryEntry("place/wadi", "al-Wadi camp", "مخيم الوادي", EntryType.PLACE),
    GlossaryEntry("doc/rasma", "Rasma Declaration", "إعلان رسما", ar_variants=("بيان رسما",)),
    GlossaryEntry("org/coalition", "Coalition", "الائتلاف"),
    GlossaryEntry("person/nadia", "Nadia Sabbagh", "نادية الصباغ", EntryType.PERSON),
)


def nothing_remembered(source: str) -> Draft | None:
    return None


def drafts(
    sources: Sequence[str], engine: Engine, entries: Sequence[GlossaryEntry] = ENTRIES
) -> list[Draft]:
    pair = engine.info.pair
    return pretranslate(
        sources,
        matcher=Matcher(entries, pair.source),
        engine=engine,
        memory=nothing_remembered,
        pair=pair,
    )


def draft(source: str, engine: Engine) -> Draft:
    return drafts([source], engine)[0]


def placements(found: Draft) -> list[TermPlacement]:
    return [term.placement for term in found.terms]


@dataclass
class Answering:
    """An engine that gives fixed answers; any other text it puts letter by letter."""

    answers: dict[str, Hypothesis]
    pair: LanguagePair = INTO_ARABIC
    marks: tuple[str, ...] = MARKS
    kind: EngineKind = EngineKind.CUSTOM

    @property
    def info(self) -> EngineInfo:
        return EngineInfo("custom", self.kind, self.pair, "1")

    def translate(
        self, texts: Sequence[str], *, hypotheses: int = 1
    ) -> Sequence[Sequence[Hypothesis]]:
        spelt = [Hypothesis(text.translate(LETTERS), -1.0) for text in texts]
        return [[self.answers.get(text, one)] for text, one in zip(texts, spelt, strict=True)]


class TestOrder:
    def test_memory_comes_first_and_is_taken_as_it_is(self) -> None:
        remembered = Draft("رسما القديمة", Origin.MEMORY)
        engine = FakeEngine(INTO_ARABIC)
        found = pretranslate(
            ["Rasma", "Peace in Rasma", "Rasma"],
            matcher=Matcher(ENTRIES, Language.ENGLISH),
            engine=engine,
            memory=lambda source: remembered if source == "Rasma" else None,
            pair=INTO_ARABIC,
        )
        assert found[0] == found[2] == replace(remembered, confidence=100)
        assert found[1].origin is Origin.MACHINE

    @pytest.mark.parametrize(
        ("source", "target"),
        [
            ("Rasma", "رسما"),
            ("“Rasma”", "“رسما”"),
            ("(The Harbour Relief Authority)", "(هيئة إغاثة الميناء)"),
            ("Rasma Declaration:", "إعلان رسما:"),
            ("Rasma, al-Wadi camp", "رسما، مخيم الوادي"),
            ("Rasma?", "رسما؟"),
        ],
    )
    def test_a_segment_of_names_alone_needs_no_engine(self, source: str, target: str) -> None:
        engine = FakeEngine(INTO_ARABIC, fails_after=0)
        found = draft(source, engine)
        assert (found.target, found.origin, found.engine) == (target, Origin.GLOSSARY, None)
        assert set(placements(found)) == {TermPlacement.WHOLE}

    def test_a_name_behind_a_clitic_is_not_the_whole_segment(self) -> None:
        assert draft("وبرسما", FakeEngine(INTO_ENGLISH)).origin is Origin.MACHINE

    @pytest.mark.parametrize("source", ["", "***", "2,254", "– 45% –"])
    def test_what_has_no_words_is_copied(self, source: str) -> None:
        found = draft(source, FakeEngine(INTO_ARABIC, fails_after=0))
        assert (found.target, found.engine) == (source, None)

    def test_equal_segments_are_translated_once(self) -> None:
        engine = FakeEngine(INTO_ARABIC)
        found = drafts(["Peace.", "War.", "Peace."], engine)
        assert found[0] == found[2]
        assert engine.calls == [("Peace.", "War.")]

    def test_a_draft_of_an_engine_that_was_kept_is_taken_as_it_is(self) -> None:
        kept = Draft("رسما", Origin.MACHINE, "starter en-ar 0.1", -0.4, confidence=37)
        found = pretranslate(
            ["Peace"],
            matcher=Matcher(ENTRIES, Language.ENGLISH),
            engine=FakeEngine(INTO_ARABIC, fails_after=0),
            memory=lambda _: kept,
            pair=INTO_ARABIC,
        )
        assert found == [kept]

    def test_a_failing_engine_leaves_no_half_batch(self) -> None:
        with pytest.raises(EngineFailedError):
            drafts(["Rasma", "Peace."], FakeEngine(INTO_ARABIC, fails_after=0))

    def test_draft_says_which_engine_and_how_sure(self) -> None:
        found = draft("Peace in Rasma.", FakeEngine(INTO_ARABIC))
        assert (found.engine, found.score) == ("fake en-ar 1", -0.5)


class TestMarks:
    def test_names_stand_in_place_of_their_marks(self) -> None:
        engine = FakeEngine(INTO_ARABIC, words={"met": "التقى", "in": "في"})
        found = draft("Nadia Sabbagh met Nadia Sabbagh in Rasma.", engine)
        assert replace(found, confidence=None) == Draft(
            "نادية الصباغ التقى نادية الصباغ في رسما.",
            Origin.MACHINE,
            "fake en-ar 1",
            -0.5,
            (
                AppliedTerm("person/nadia", "Nadia Sabbagh", "نادية الصباغ", TermPlacement.MARK),
                AppliedTerm("person/nadia", "Nadia Sabbagh", "نادية الصباغ", TermPlacement.MARK),
                AppliedTerm("place/rasma", "Rasma", "رسما", TermPlacement.MARK),
            ),
        )

    @pytest.mark.parametrize(
        ("answer", "target"),
        [
            ("وصل إلى ال\uff5f0\uff60", "وصل إلى الائتلاف"),
            ("شكرا ل\uff5f0\uff60", "شكرا للائتلاف"),
            ("شكرا ل \uff5f0\uff60", "شكرا للائتلاف"),
            ("الوفد و\uff5f0\uff60", "الوفد والائتلاف"),
            ("وصل\uff5f0\uff60اليوم", "وصل الائتلاف اليوم"),
            ("وصل \uff5f0\uff60 ، أمس", "وصل الائتلاف، أمس"),
        ],
    )
    def test_clitics_are_spelt_with_the_name(self, answer: str, target: str) -> None:
        engine = Answering({"It came to the \uff5f0\uff60": Hypothesis(answer, -1.0)})
        assert draft("It came to the Coalition", engine).target == target

    def test_the_candidate_with_every_mark_is_taken(self) -> None:
        engine = FakeEngine(INTO_ARABIC, loses={MARKS[0]}, loses_first=3, words={"in": "في"})
        found = draft("Peace in Rasma", engine)
        assert (found.score, placements(found)) == (pytest.approx(-0.8), [TermPlacement.CHOSEN])
        assert len(engine.calls) == 1

    def test_numbers_keep_their_digits(self) -> None:
        engine = FakeEngine(INTO_ENGLISH, words={"في": "in", "العام": "the year"})
        assert draft("في العام ٢٠١٩", engine).target == "In the year 2019"

    def test_doubled_and_foreign_marks_go(self) -> None:
        answer = Hypothesis("في \uff5f0\uff60 و\uff5f0\uff60 وب\uff5f7\uff60 \uff5f السلام", -1.0)
        found = draft("Peace in Rasma", Answering({"Peace in \uff5f0\uff60": answer}))
        assert found.target == "في رسما السلام"

    def test_marks_in_the_source_are_no_marks(self) -> None:
        found = draft("Peace \uff5f0\uff60 in Rasma", FakeEngine(INTO_ARABIC, words={"in": "في"}))
        assert found.target == "<Peace> (0) في رسما"

    def test_more_names_than_marks(self) -> None:
        source = "We saw " + " and ".join(["Rasma"] * 12)
        found = draft(source, FakeEngine(INTO_ARABIC, words={"and": "و", "Rasma": "رسما"}))
        assert placements(found) == [TermPlacement.MARK] * 10 + [TermPlacement.TRANSLATED] * 2
        assert found.target.count("رسما") == 12


class TestLostNames:
    def test_clause_by_clause(self) -> None:
        source = "The Authority opened a school today, and Nadia Sabbagh spoke about Rasma there"
        whole = (
            "The Authority opened a school today, and \uff5f0\uff60 spoke about \uff5f1\uff60 there"
        )
        engine = Answering({whole: Hypothesis("افتتحت مدرسة \uff5f0\uff60", -0.2)})
        found = draft(source, engine)
        assert placements(found) == [TermPlacement.MARK, TermPlacement.CHOSEN]
        assert found.target == (
            "The Authority opened a school today, and ".translate(LETTERS).replace(",", "،")
            + "نادية الصباغ غطضزج ابضقف رسما فدجعج"
        )

    def test_what_the_engine_knows_by_itself(self) -> None:
        engine = Answering(
            {
                "See \uff5f0\uff60": Hypothesis("انظر", -0.2),
                "See Rasma Declaration": Hypothesis("انظر بيان رسما", -0.4),
            }
        )
        found = draft("See Rasma Declaration", engine)
        assert (found.target, placements(found)) == ("انظر بيان رسما", [TermPlacement.CHOSEN])

    def test_the_wrong_mark_in_the_right_place(self) -> None:
        alignment = ((0, 3, 0, 3), (8, 11, 5, 8))
        engine = Answering(
            {
                "\uff5f0\uff60 saw \uff5f1\uff60": Hypothesis(
                    "\uff5f0\uff60 و\uff5f0\uff60", -1.0, alignment
                )
            }
        )
        found = draft("Nadia Sabbagh saw Rasma", engine)
        assert found.target == "نادية الصباغ ورسما"
        assert placements(found) == [TermPlacement.MARK, TermPlacement.ALIGNED]

    def test_beside_its_left_neighbour(self) -> None:
        engine = FakeEngine(
            INTO_ARABIC, loses={MARKS[0], "Rasma"}, words={"in": "في", "today": "اليوم"}
        )
        found = draft("Peace in Rasma today", engine)
        assert (found.target, placements(found)) == (
            "<Peace> في رسما اليوم",
            [TermPlacement.INSERTED],
        )

    def test_at_the_end_where_nothing_is_known(self) -> None:
        engine = FakeEngine(INTO_ARABIC, loses={MARKS[0], "Rasma"}, aligned=False)
        assert draft("Peace in Rasma today.", engine).target == "<Peace> <in> <today> رسما."

    def test_nothing_comes_back_but_the_name_stands(self) -> None:
        engine = FakeEngine(INTO_ARABIC, loses={MARKS[0], "Go", "to", "Rasma"})
        found = draft("Go to Rasma", engine)
        assert (found.target, placements(found)) == ("رسما", [TermPlacement.INSERTED])


class TestEnginesWithoutMarks:
    def test_an_accepted_form_is_left(self) -> None:
        engine = Answering({"See Rasma": Hypothesis("انظر برسما", -1.0)}, marks=())
        found = draft("See Rasma", engine)
        assert (found.target, placements(found)) == ("انظر برسما", [TermPlacement.TRANSLATED])

    def test_other_words_are_replaced_where_it_looked(self) -> None:
        alignment = ((0, 3, 0, 4), (4, 6, 5, 8), (6, 9, 8, 10), (10, 15, 11, 16))
        engine = Answering(
            {"See Rasma today": Hypothesis("انظر مدينة اليوم", -1.0, alignment)}, marks=()
        )
        found = draft("See Rasma today", engine)
        assert (found.target, placements(found)) == ("انظر رسما اليوم", [TermPlacement.ALIGNED])

    def test_a_stretch_that_says_more_is_not_overwritten(self) -> None:
        alignment = ((0, 3, 0, 4), (4, 9, 5, 9), (10, 15, 10, 15), (16, 19, 16, 20), (4, 9, 21, 25))
        answer = Hypothesis("انظر كلمة أخرى ثالث رابع", -1.0, alignment)
        engine = Answering({"See Rasma today now": answer}, marks=())
        found = draft("See Rasma today now", engine)
        assert found.target == "انظر رسما كلمة أخرى ثالث رابع"
        assert placements(found) == [TermPlacement.INSERTED]

    def test_numbers_are_left_to_it(self) -> None:
        engine = FakeEngine(INTO_ARABIC, marks=())
        assert draft("Peace 2019", engine).target == "<Peace> 2019"


class TestLongSegments:
    SOURCE = "We said that much was done there, and " * 4 + "we thank you all for it"

    def test_the_starter_gets_clauses(self) -> None:
        seen: list[str] = []

        class Listening(Answering):
            def translate(
                self, texts: Sequence[str], *, hypotheses: int = 1
            ) -> Sequence[Sequence[Hypothesis]]:
                seen.extend(texts)
                return super().translate(texts, hypotheses=hypotheses)

        draft(self.SOURCE, Listening({}, kind=EngineKind.STARTER))
        assert len(seen) > 2
        assert " ".join(seen) == self.SOURCE

    def test_other_engines_get_it_whole(self) -> None:
        engine = FakeEngine(INTO_ARABIC)
        draft(self.SOURCE, engine)
        assert engine.calls == [(self.SOURCE,)]


class TestDateline:
    DAY = date(2019, 6, 28)

    def test_date_and_category(self) -> None:
        category = Draft("أخبار الهيئة", Origin.GLOSSARY, confidence=100)
        found = dateline_draft(self.DAY, category, Language.ARABIC)
        assert found == Draft("28 حزيران 2019 – أخبار الهيئة", Origin.GLOSSARY, confidence=100)

    @pytest.mark.parametrize(
        ("language", "words"),
        [(Language.ENGLISH, "28 June 2019"), (Language.ARABIC, "٢٨ حزيران/يونيو ٢٠١٩")],
    )
    def test_date_alone_in_the_clients_style(self, language: Language, words: str) -> None:
        found = dateline_draft(self.DAY, None, language, HouseStyle(Digits.ARABIC, Months.BOTH))
        assert found == Draft(words, Origin.GLOSSARY, confidence=100)

    def test_category_from_the_engine(self) -> None:
        category = Draft("أخبار", Origin.MACHINE, "starter en-ar 0.1", -0.3, confidence=61)
        found = dateline_draft(self.DAY, category, Language.ARABIC)
        assert found == Draft(
            "28 حزيران 2019 – أخبار", Origin.MACHINE, "starter en-ar 0.1", -0.3, confidence=61
        )


NAMES = st.sampled_from([entry.en for entry in ENTRIES])
WORDS = st.sampled_from(
    ["the", "met", "in", "and", ",", "2,254", "“", "’s", "\uff5f1\uff60", "now."]
)


@settings(deadline=None)
@given(
    st.lists(NAMES | WORDS, max_size=30),
    st.sets(st.sampled_from([*MARKS, "Rasma", "met", "Nadia", "in"])),
    st.sampled_from([(), MARKS[:2], MARKS]),
    st.booleans(),
)
def test_every_name_stands_in_the_draft_and_no_mark_does(
    words: list[str], loses: set[str], marks: tuple[str, ...], aligned: bool
) -> None:
    source = " ".join(words)
    engine = FakeEngine(INTO_ARABIC, marks=marks, loses=loses, aligned=aligned)
    found = draft(source, engine)
    matches = Matcher(ENTRIES, Language.ENGLISH).find(source)
    assert [term.entry for term in found.terms] == [match.entry.key for match in matches]
    assert all(term.applied for term in found.terms)
    assert not MARK.search(found.target)
    assert "\uff5f" not in found.target
