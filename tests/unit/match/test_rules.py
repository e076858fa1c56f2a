"""What an entry says of itself decides how it is found: scope, days, titles, case, number."""

from dataclasses import replace
from datetime import date

import pytest

from translate_app.domain.glossary import (
    CaseRule,
    EntryStatus,
    EntryType,
    ForbiddenForm,
    GlossaryEntry,
    GlossaryMatch,
    MatchContext,
)
from translate_app.domain.language import Language
from translate_app.pipeline.match import Matcher, contains, find_forms, spelling_of
from translate_app.pipeline.placement import place

from .entries import found

EN, AR = Language.ENGLISH, Language.ARABIC
DAY = date(2025, 3, 14)
PORT = GlossaryEntry("place/rasma", "Rasma", "رسما", EntryType.PLACE)
NADIA = GlossaryEntry(
    "person/nadia-sabbagh",
    "Nadia Sabbagh",
    "نادية الصباغ",
    EntryType.PERSON,
    en_variants=("Nadya Sabbagh",),
    ar_variants=("ناديا الصباغ",),
    en_title="President",
    ar_title="الرئيسة",
)
MINISTER = GlossaryEntry(
    "person/karim-haddad-minister",
    "Karim Haddad",
    "كريم حداد",
    EntryType.PERSON,
    en_variants=("Haddad",),
    context=("ministry", "وزارة"),
)
SINGER = GlossaryEntry(
    "person/karim-haddad-singer",
    "Karim Haddad",
    "كريم الحداد",
    EntryType.PERSON,
    context=("song", "opera house", "أغنية"),
)


def only(
    entries: list[GlossaryEntry],
    text: str,
    language: Language = EN,
    context: MatchContext | None = None,
) -> GlossaryMatch:
    """The one match there is, whatever the order of the entries."""
    matches = [Matcher(order, language).find(text, context) for order in (entries, entries[::-1])]
    assert matches[0] == matches[1]
    (match,) = matches[0]
    return match


class TestScope:
    BASE = PORT
    CLIENT = replace(PORT, key="place/rasma-2", ar="رَسمة", scope="harbour")
    PROJECT = replace(PORT, key="place/rasma-3", ar="الرسما", scope="harbour/port")

    @pytest.mark.parametrize(
        ("scope", "key"),
        [
            ("", "place/rasma"),
            ("elsewhere", "place/rasma"),
            ("harbourmaster", "place/rasma"),
            ("harbour", "place/rasma-2"),
            ("harbour/school", "place/rasma-2"),
            ("harbour/port", "place/rasma-3"),
        ],
    )
    def test_the_narrowest_that_serves_wins(self, scope: str, key: str) -> None:
        entries = [self.BASE, self.CLIENT, self.PROJECT]
        match = only(entries, "to Rasma", context=MatchContext(scope))
        assert (match.entry.key, match.rivals) == (key, ())

    def test_what_does_not_serve_is_not_found(self) -> None:
        assert found([self.CLIENT, self.PROJECT], EN, "to Rasma") == ()

    def test_a_longer_name_that_does_not_serve_leaves_the_shorter_one(self) -> None:
        longer = GlossaryEntry("place/x", "Rasma Port", "ميناء رسما", scope="harbour")
        assert only([PORT, longer], "Rasma Port").surface == "Rasma"


class TestDays:
    @pytest.mark.parametrize(
        ("day", "is_found"),
        [
            (None, True),
            (date(2025, 3, 13), False),
            (DAY, True),
            (date(2025, 4, 14), True),
            (date(2025, 4, 15), False),
        ],
    )
    def test_first_and_last_day_count(self, day: date | None, is_found: bool) -> None:
        entry = replace(PORT, valid_from=DAY, valid_to=date(2025, 4, 14))
        context = MatchContext(on=day)
        assert bool(Matcher([entry], EN).find("Rasma", context)) is is_found

    def test_an_office_changes_hands(self) -> None:
        before = GlossaryEntry("title/1", "Head of the Port", "رئيس الميناء", valid_to=DAY)
        after = replace(before, key="title/2", ar="رئيسة الميناء", valid_to=None, valid_from=DAY)
        context = MatchContext(on=date(2025, 3, 15))
        assert only([before, after], "Head of the Port", context=context).entry == after


class TestHomographs:
    def test_nothing_decides(self) -> None:
        match = only([MINISTER, SINGER], "Karim Haddad spoke.")
        assert (match.entry, match.rivals) == (MINISTER, (SINGER,))

    def test_of_one_target_there_is_nothing_to_decide(self) -> None:
        twin = replace(MINISTER, key="person/z")
        assert only([MINISTER, twin], "Karim Haddad spoke.").rivals == ()

    def test_one_that_is_not_translated_is_a_rival_of_one_that_is(self) -> None:
        ship = replace(PORT, key="other/ship", do_not_translate=True)
        assert only([PORT, ship], "Rasma").rivals

    @pytest.mark.parametrize(
        ("text", "release", "entry"),
        [
            ("Karim Haddad sang a Song.", "", SINGER),
            ("Karim Haddad spoke.", "At the ministry’s gate. Karim Haddad spoke.", MINISTER),
            ("Karim Haddad spoke.", "In the Opera House. Karim Haddad spoke.", SINGER),
            # The more of its words stand in the release the better, each counted once;
            ("Karim Haddad spoke.", "song of the opera house, ministry, ministry", SINGER),
            # where that is equal, the words of the segment itself count.
            ("Karim Haddad left the ministry.", "A song. Karim Haddad left it.", MINISTER),
        ],
    )
    def test_the_words_around_it(self, text: str, release: str, entry: GlossaryEntry) -> None:
        match = only([MINISTER, SINGER], text, context=MatchContext(text=release))
        assert (match.entry, match.rivals) == (entry, ())

    def test_arabic_words_around_it_behind_clitics(self) -> None:
        other = replace(SINGER, ar=MINISTER.ar, en="Kareem Haddad")
        match = only([MINISTER, other], "قال كريم حداد للوزارة وبأغنيته", AR)
        assert match.rivals
        match = only([MINISTER, other], "قال كريم حداد لوزارة", AR)
        assert (match.entry, match.rivals) == (MINISTER, ())

    def test_the_full_name_in_the_release_tells_whose_surname_it_is(self) -> None:
        rami = GlossaryEntry("person/a", "Rami Haddad", "رامي الحداد", en_variants=("Haddad",))
        match = only([MINISTER, rami], "Haddad left.", context=MatchContext(text="Karim Haddad."))
        assert (match.entry, match.rivals) == (MINISTER, ())
        both = MatchContext(text="Karim Haddad met Rami Haddad.")
        assert only([MINISTER, rami], "Haddad left.", context=both).rivals

    def test_scope_comes_before_words_and_a_choice_before_scope(self) -> None:
        narrow = replace(MINISTER, scope="harbour")
        context = MatchContext("harbour", text="a song in the opera house")
        assert only([narrow, SINGER], "Karim Haddad", context=context).entry == narrow
        chosen = replace(context, choices={"karim haddad": SINGER.key})
        match = only([narrow, SINGER], "Karim Haddad", context=chosen)
        assert (match.entry, match.rivals) == (SINGER, ())

    def test_a_choice_of_an_entry_that_is_no_more_decides_nothing(self) -> None:
        context = MatchContext(choices={"karim haddad": "person/gone"})
        assert only([MINISTER, SINGER], "Karim Haddad", context=context).rivals

    def test_a_choice_holds_behind_clitics_and_where_the_article_is_contracted(self) -> None:
        port = GlossaryEntry("place/a", "the Port", "الميناء")
        club = GlossaryEntry("organisation/b", "Mina Club", "الميناء")
        spelling = spelling_of("لميناء", club, AR)
        assert spelling is not None
        context = MatchContext(choices={spelling: club.key})
        for text in ("الميناء", "بالميناء", "للميناء"):
            assert only([port, club], text, AR, context).entry == club


class TestTitles:
    @pytest.mark.parametrize(
        ("text", "surface", "target"),
        [
            ("President Nadia Sabbagh spoke", "President Nadia Sabbagh", "الرئيسة نادية الصباغ"),
            ("president Nadia Sabbagh", "president Nadia Sabbagh", "الرئيسة نادية الصباغ"),
            ("PRESIDENT NADIA SABBAGH", "PRESIDENT NADIA SABBAGH", "الرئيسة نادية الصباغ"),
            ("President Nadya Sabbagh’s", "President Nadya Sabbagh", "الرئيسة نادية الصباغ"),
            ("Vice President, Nadia Sabbagh", "Nadia Sabbagh", "نادية الصباغ"),
            ("Nadia Sabbagh, President", "Nadia Sabbagh", "نادية الصباغ"),
        ],
    )
    def test_in_english(self, text: str, surface: str, target: str) -> None:
        match = only([NADIA], text)
        assert (match.surface, match.target(AR)) == (surface, target)
        assert match.titled is (surface != "Nadia Sabbagh" and "Presid" in surface.capitalize())

    @pytest.mark.parametrize(
        ("text", "clitic", "surface", "target"),
        [
            ("والرئيسة نادية الصباغ", "و", "الرئيسة نادية الصباغ", "President Nadia Sabbagh"),
            ("للرئيسة ناديا الصباغ", "ل", "لرئيسة ناديا الصباغ", "President Nadia Sabbagh"),
            ("ونادية الصباغ", "و", "نادية الصباغ", "Nadia Sabbagh"),
        ],
    )
    def test_in_arabic(self, text: str, clitic: str, surface: str, target: str) -> None:
        match = only([NADIA], text, AR)
        assert (match.clitic, match.surface, match.target(EN)) == (clitic, surface, target)

    def test_a_name_of_its_own_with_that_title_is_a_rival(self) -> None:
        own = GlossaryEntry("other/ship", "President Nadia Sabbagh", "سفينة الرئيسة")
        match = only([NADIA, own], "President Nadia Sabbagh")
        assert {match.entry.key, *(each.key for each in match.rivals)} == {NADIA.key, own.key}


class TestCase:
    @pytest.mark.parametrize(
        ("rule", "name", "text", "is_found"),
        [
            (CaseRule.EXACT, "IS", "IS said", True),
            (CaseRule.EXACT, "IS", "Is it I.S. or is it?", True),
            (CaseRule.EXACT, "IS", "this Is it", False),
            (CaseRule.EXACT, "IS", "it is", False),
            (CaseRule.EXACT, "iRelief", "the iRelief boats", True),
            (CaseRule.EXACT, "iRelief", "the IRelief boats", False),
            (CaseRule.EXACT, "Da’esh", "Da'esh fled", True),
            (CaseRule.EXACT, "Résma", "Resma", True),
            (CaseRule.ANY, "Harbour Relief", "harbour RELIEF", True),
            (CaseRule.ANY, "HRA", "the hra", True),
            (CaseRule.NAME, "HRA", "the hra", False),
            (CaseRule.NAME, "Harbour Relief", "harbour relief", False),
        ],
    )
    def test_capitals(self, rule: CaseRule, name: str, text: str, is_found: bool) -> None:
        entry = GlossaryEntry("other/x", name, "اسم", case=rule)
        assert bool(found([entry], EN, text)) is is_found


class TestNumber:
    COALITION = GlossaryEntry(
        "organisation/nc", "National Coalition", "الائتلاف الوطني", EntryType.ORGANISATION
    )

    @pytest.mark.parametrize(
        ("name", "text", "surface"),
        [
            ("National Coalition", "two National Coalitions’ flags", "National Coalitions"),
            ("Relief Party", "the Relief Parties", "Relief Parties"),
            ("Relief Church", "the Relief Churches", "Relief Churches"),
            ("White Boats", "a White Boat crew", "White Boat"),
            ("Boats", "the Boat", None),
            ("NGO", "NGOs", "NGOs"),
            ("NGO", "NGOS", None),
            ("Coalition", "the Coalitions", "Coalitions"),
            ("Boss", "the Bos", None),
            ("Aid", "Aids", None),
            ("National Coalition", "national coalitions", None),
            ("Resolution 2254", "Resolution 2254s", None),
        ],
    )
    def test_plurals(self, name: str, text: str, surface: str | None) -> None:
        entry = replace(self.COALITION, en=name)
        matches = found([entry], EN, text)
        assert [(m.surface, m.inflected) for m in matches] == ([(surface, True)] if surface else [])

    @pytest.mark.parametrize(
        "change",
        [{"type": EntryType.PERSON}, {"type": EntryType.PLACE}, {"case": CaseRule.EXACT}],
    )
    def test_people_and_places_have_none(self, change: dict[str, EntryType]) -> None:
        entry = replace(self.COALITION, **change)  # type: ignore[arg-type]
        assert found([entry], EN, "National Coalitions") == ()

    def test_a_name_that_is_spelt_so_comes_first(self) -> None:
        plural = GlossaryEntry("a/b", "National Coalitions", "ائتلافات")
        assert only([self.COALITION, plural], "National Coalitions").entry == plural
        # One that does not serve does not hide it.
        elsewhere = replace(plural, scope="elsewhere")
        assert only([self.COALITION, elsewhere], "National Coalitions").inflected

    def test_what_must_stand_in_a_translation_is_not_found_in_another_number(self) -> None:
        assert not contains("National Coalitions", ("National Coalition",), EN)


class TestBrokenNames:
    @pytest.mark.parametrize(
        ("text", "surface"),
        [
            ("the Syrian “Coalition” said", "Syrian “Coalition”"),
            ("the “Syrian” Coalition said", "“Syrian” Coalition"),
            ("“the Syrian” Coalition", "“the Syrian” Coalition"),
            ('the "Syrian" Coalition', '"Syrian" Coalition'),
            ("a «Syrian» Coalition", "«Syrian» Coalition"),
            ("“Syrian Coalition”", "Syrian Coalition"),
            ("Syrian* Coalition", "Syrian* Coalition"),
            ("Syrian[12] Coalition[3]", "Syrian[12] Coalition"),
            ("Syrian¹ Coalition² of", "Syrian¹ Coalition"),
            ("Syrian† Coalition", "Syrian† Coalition"),
            ("Syrian (1) Coalition", None),
            ("Syrian.” Coalition", None),
        ],
    )
    def test_quotation_marks_and_footnotes(self, text: str, surface: str | None) -> None:
        entry = GlossaryEntry("o/c", "Syrian Coalition", "الائتلاف السوري")
        matches = found([entry], EN, text)
        assert [match.surface for match in matches] == ([surface] if surface else [])

    def test_in_arabic_the_clitic_stays_outside(self) -> None:
        entry = GlossaryEntry("o/c", "Syrian Coalition", "الائتلاف السوري")
        text = "للائتلاف «السوري» قرار"
        match = only([entry], text, AR)
        assert (match.clitic, match.surface) == ("ل", "لائتلاف «السوري»")
        before, after = text[: match.span.start], text[match.span.end :]
        assert place(before, "رسما", after, AR) == "لرسما قرار"


class TestShortArabicNames:
    @pytest.mark.parametrize(
        ("kind", "name", "text", "clitic"),
        [
            (EntryType.PLACE, "حلب", "بحلب", "ب"),
            (EntryType.PLACE, "حلب", "ولحلب", "ول"),
            (EntryType.PLACE, "نون", "فنون", None),
            (EntryType.PLACE, "بير", "كبير", None),
            (EntryType.PERSON, "بير", "كبير", None),
            (EntryType.PERSON, "يان", "بيان", None),
            (EntryType.PERSON, "علي", "وعلي", "و"),
            (EntryType.PERSON, "كر", "بكر", None),
            (EntryType.PLACE, "كر", "بكر", None),
            (EntryType.PERSON, "علي حداد", "بعلي حداد", "ب"),
            (EntryType.PERSON, "سامي", "كسامي", "ك"),
            (EntryType.ORGANISATION, "الأب", "كالأب", "ك"),
        ],
    )
    def test_behind_clitics(
        self, kind: EntryType, name: str, text: str, clitic: str | None
    ) -> None:
        matches = found([GlossaryEntry("x/y", "Name", name, kind)], AR, text)
        assert [match.clitic for match in matches] == ([clitic] if clitic else [])

    def test_a_translation_that_has_one_is_taken_at_its_word(self) -> None:
        assert find_forms("سلم بعلي", ("علي",), AR)


def test_forbidden_spellings_are_no_names() -> None:
    entry = replace(
        PORT, en_forbidden=(ForbiddenForm("Razma"),), ar_forbidden=(ForbiddenForm("رزما"),)
    )
    assert found([entry], EN, "Razma") == ()
    assert found([entry], AR, "رزما") == ()


@pytest.mark.parametrize("language", Language)
def test_what_is_not_translated_is_found_as_either_language_spells_it(language: Language) -> None:
    entry = GlossaryEntry("o/x", "HarbourNet", "هاربورنت", do_not_translate=True)
    for name in ("HarbourNet", "هاربورنت"):
        match = only([entry], f"({name})", language)
        assert match.target(language.other) == name


@pytest.mark.parametrize("status", [EntryStatus.CANDIDATE, EntryStatus.RETIRED])
def test_a_status_that_is_not_approved_does_not_rival(status: EntryStatus) -> None:
    assert only([MINISTER, replace(SINGER, status=status)], "Karim Haddad").rivals == ()


class TestFingerprint:
    def digest(self, entries: list[GlossaryEntry], context: MatchContext) -> str:
        return Matcher(entries, EN).within(context).fingerprint()

    def test_it_is_empty_where_the_context_decides_nothing(self) -> None:
        assert self.digest([PORT, NADIA], MatchContext("harbour", DAY, "Rasma", {"a": "b"})) == ""
        # Two of one name, of whom this release does not speak.
        assert self.digest([MINISTER, SINGER], MatchContext(text="Rasma")) == ""

    def test_it_tells_apart_what_decides(self) -> None:
        entries = [MINISTER, SINGER, replace(PORT, scope="harbour", valid_to=DAY)]
        text = "Karim Haddad"
        contexts = [
            MatchContext(text=text),
            MatchContext(text=f"{text} song"),
            MatchContext(text=text, choices={"karim haddad": SINGER.key}),
            MatchContext("harbour", text=text),
            MatchContext("harbour", DAY, f"{text} song"),
        ]
        digests = [self.digest(entries, context) for context in contexts]
        assert len(set(digests)) == len(digests)

    def test_it_is_the_same_where_the_same_decides(self) -> None:
        entries = [MINISTER, SINGER]
        one = self.digest(entries, MatchContext(text="Karim Haddad at a song"))
        other = self.digest(entries, MatchContext("x", DAY, "A song, Karim Haddad, Karim Haddad."))
        assert one == other != ""
