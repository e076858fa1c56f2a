"""Which words of a text are taken for names that the termbase lacks."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.pipeline.match import Matcher
from translate_app.pipeline.unknown_names import unknown_names, word_use

ENTRIES = (
    GlossaryEntry(
        "organisation/harbour-relief-authority", "Harbour Relief Authority", "هيئة إغاثة الميناء"
    ),
    GlossaryEntry("place/rasma", "Rasma", "رسما", EntryType.PLACE),
)


def found(text: str, language: Language, release: tuple[str, ...] = ()) -> list[str]:
    matches = Matcher(ENTRIES, language).find(text)
    use = word_use((text, *release), language)
    names = unknown_names(text, language, matches, use)
    assert all(text[name.span.start : name.span.end] == name.surface for name in names)
    return [name.surface for name in names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The meeting with Karim Haddad ended late.", ["Karim Haddad"]),
        ("Karim Haddad spoke first.", ["Karim Haddad"]),
        ("Yesterday Karim Haddad spoke.", ["Karim Haddad"]),
        ("They met President Salma Kanaan on Friday.", ["Salma Kanaan"]),
        ("She thanked Dr. Nadia Sabbagh.", ["Nadia Sabbagh"]),
        ("They live in the al-Wadi camp.", ["al-Wadi"]),
        ("Convoys left Tel Marwan in September.", ["Tel Marwan"]),
        ("Salma Kanaan’s report", ["Salma Kanaan"]),
        ("He spoke to Abdullah bin Karim al-Wadi there.", ["Abdullah bin Karim al-Wadi"]),
        ("Fighters of the HRA left.", ["HRA"]),
        ("It was sent to J. Haddad, S. Kanaan and the press.", ["J. Haddad", "S. Kanaan"]),
        ("We read the Tel Marwan Declaration twice.", ["Tel Marwan Declaration"]),
        ("He works at the University of Marwan.", ["University of Marwan"]),
        ("She met Karim Haddad of Tel Marwan.", ["Karim Haddad", "Tel Marwan"]),
        ("The Harbour Relief Authority sent Karim.", ["Karim"]),
        ("They met Tribal Chairman Karim Haddad.", ["Karim Haddad"]),
        ("The Russian-backed forces met Haddad.", ["Haddad"]),
        ("They joined the Syrian Water Council.", ["Syrian Water Council"]),
    ],
)
def test_english_names(text: str, names: list[str]) -> None:
    assert found(text, Language.ENGLISH) == names


@pytest.mark.parametrize(
    "text",
    [
        "Doctors worked all night.",
        "He said: “Nobody will leave the town.”",
        "The Turkish President spoke on Monday, 3 March.",
        "Both sides met in Rasma.",
        "The Harbour Relief Authority of Rasma met.",
        "I think, therefore I am.",
        "Write to press@harbour.example or see https://harbour.example/Karim.",
        "The Council and the Committee met. Doctors spoke.",
        "Karim Haddad Opens Water Plant Near Tel Marwan After Long Delay",
        "KARIM HADDAD OPENS WATER PLANT",
    ],
)
def test_capitals_that_are_no_names(text: str) -> None:
    assert found(text, Language.ENGLISH) == []


def test_the_release_tells_about_words_that_open_a_sentence() -> None:
    assert found("Marwan is a town.", Language.ENGLISH) == []
    assert found("Marwan is a town.", Language.ENGLISH, ("They met in Marwan.",)) == ["Marwan"]
    text = "Families of Tel Marwan left."
    assert found(text, Language.ENGLISH, ("The families left.",)) == ["Tel Marwan"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("التقى السيد كريم حداد بالوفد.", ["كريم حداد"]),
        ("قال الدكتور مروان كنعان إن الطريق مفتوح.", ["مروان كنعان"]),
        ("وأكدت السيدة سلمى كنعان ذلك.", ["سلمى كنعان"]),
        ("شكر الوزير للسيد كريم حداد جهوده.", ["كريم حداد"]),
        ("دخلت القافلة مدينة تدمر أمس.", ["تدمر"]),
        ("وصلوا إلى بلدة تل مروان صباحا.", ["تل مروان"]),
        ("في مخيم الوادي عائلات كثيرة.", ["الوادي"]),
        ("رحب حزب الاتحاد المدني بالقرار.", ["حزب الاتحاد المدني"]),
        ("قال عبد الرحمن الخطيب إن الوضع هادئ.", ["عبد الرحمن الخطيب"]),
        ("رأى محمد بن كريم القافلة.", ["محمد بن كريم"]),
        ("وزير الصحة السوري كريم حداد هناك.", ["كريم حداد"]),
    ],
)
def test_arabic_names(text: str, names: list[str]) -> None:
    assert found(text, Language.ARABIC) == names


@pytest.mark.parametrize(
    "text",
    [
        "قال الرئيس إن الطريق مفتوح.",
        "هذه مدينة كبيرة.",
        "مدينة رسما آمنة.",
        "التقى الوزير بالوفد في مدينة جديدة.",
        "بحث السيد الوزير الوضع.",
        "في هذا اليوم كان الجميع هناك.",
        "اجتمعت هيئة إغاثة الميناء في رسما.",
        "على المجتمع الدولي أن يتحرك.",
    ],
)
def test_arabic_words_that_are_no_names(text: str) -> None:
    assert found(text, Language.ARABIC) == []


@pytest.mark.parametrize(
    ("text", "draft", "names"),
    [
        ("عادت العائلات إلى مروانة أمس.", "The families returned to Marwana.", ["مروانة"]),
        ("شكر غوميز الأطباء وغونزاليس.", "He thanked Gomez and Gonzales.", ["غوميز", "غونزاليس"]),
        ("تحدث بمروانة عن الماء.", "He spoke in Marwana about water.", ["مروانة"]),
        ("وصلت إلى رسما.", "She reached Rasma.", []),
        ("رحب مجلس الأمن بالقرار.", "It was welcomed by the Security Council.", []),
        ("عادت العائلات.", "They met Gomez.", []),
        (
            "التقى السيد كريم حداد بغوميز.",
            "They saw Karim Haddad and Gomez.",
            ["كريم حداد", "غوميز"],
        ),
    ],
)
def test_a_draft_tells_names(text: str, draft: str, names: list[str]) -> None:
    matches = Matcher(ENTRIES, Language.ARABIC).find(text)
    told = unknown_names(text, Language.ARABIC, matches, draft=draft)
    assert [name.surface for name in told] == names
    assert all(text[name.span.start : name.span.end] == name.surface for name in told)


def test_a_hostile_draft_costs_little_time() -> None:
    start = time.perf_counter()
    unknown_names("رسما " * 500, Language.ARABIC, (), draft="met Karim and " * 700)
    assert time.perf_counter() - start < 5


@given(st.text(max_size=200), st.text(max_size=200))
def test_with_a_draft_names_lie_in_order_too(text: str, draft: str) -> None:
    edge = 0
    for name in unknown_names(text, Language.ARABIC, (), draft=draft):
        assert edge <= name.span.start < name.span.end <= len(text)
        edge = name.span.end


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("They met President Kanaan today.", Language.ENGLISH, EntryType.PERSON),
        ("They met Karim Haddad today.", Language.ENGLISH, EntryType.PERSON),
        ("They live in Marwan now.", Language.ENGLISH, EntryType.PLACE),
        ("It is near the Marwan River here.", Language.ENGLISH, EntryType.PLACE),
        ("They asked the Water Committee for help.", Language.ENGLISH, EntryType.ORGANISATION),
        ("They signed the Marwan Treaty.", Language.ENGLISH, EntryType.DOCUMENT),
        ("They like Marwan.", Language.ENGLISH, EntryType.OTHER),
        ("التقى السيد كريم حداد.", Language.ARABIC, EntryType.PERSON),
        ("في بلدة مروانة أمس.", Language.ARABIC, EntryType.PLACE),
    ],
)
def test_the_words_around_tell_the_type(text: str, language: Language, kind: EntryType) -> None:
    assert [name.type for name in unknown_names(text, language, ())] == [kind]


@given(st.text(max_size=300), st.sampled_from(Language))
def test_names_lie_in_the_text_in_order(text: str, language: Language) -> None:
    edge = 0
    for name in unknown_names(text, language, ()):
        assert edge <= name.span.start < name.span.end <= len(text)
        assert text[name.span.start : name.span.end] == name.surface
        edge = name.span.end


@pytest.mark.parametrize(
    "piece", ["A", "Aa ", "A-", "A.", "A’s ", "عبد ", "السيد كريم ", "«\u202e"]
)
def test_hostile_length_costs_little_time(piece: str) -> None:
    text = "met " + piece * (10_000 // len(piece))
    for language in Language:
        start = time.perf_counter()
        assert all(len(name.surface) <= 120 for name in unknown_names(text, language, ()))
        assert time.perf_counter() - start < 2
