"""Finding Arabic names, behind their clitics and not inside other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.domain.language import Language
from translate_app.pipeline.match import contains, find_forms
from translate_app.pipeline.placement import join_clitic, place

from .entries import arabic, found

HARBOUR = "هيئة إغاثة الميناء"


def hits(names: list[str], text: str) -> list[tuple[str, str]]:
    return [(match.clitic, match.surface) for match in found(arabic(*names), Language.ARABIC, text)]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("القاهرة", "القاهرة.", ("", "القاهرة")),
        ("القاهرة", "والقاهرة", ("و", "القاهرة")),
        ("القاهرة", "بالقاهرة", ("ب", "القاهرة")),
        ("القاهرة", "كالقاهرة،", ("ك", "القاهرة")),
        ("القاهرة", "فبالقاهرة", ("فب", "القاهرة")),
        ("القاهرة", "للقاهرة", ("ل", "لقاهرة")),
        ("القاهرة", "وللقاهرة", ("ول", "لقاهرة")),
        ("القاهرة", "بـالقاهرة", ("ب", "القاهرة")),
        ("القاهرة", "لِلْقاهِرَةِ", ("ل", "لْقاهِرَةِ")),
        ("القاهرة", "القاهره", ("", "القاهره")),
        ("اللاذقية", "للاذقية", ("ل", "لاذقية")),
        ("اللاذقية", "واللاذقية", ("و", "اللاذقية")),
        ("لبنان", "للبنان", ("ل", "لبنان")),
        ("لبنان", "ولبنان", ("و", "لبنان")),
        ("لبنان", "لبنان", ("", "لبنان")),
        ("أحمد", "واحمد", ("و", "احمد")),
        ("محمد", "لمحمد", ("ل", "محمد")),
        ("كريم حداد", "وكريم حداد", ("و", "كريم حداد")),
        (HARBOUR, "لهيئة إغاثة الميناء", ("ل", HARBOUR)),
        (HARBOUR, "هيئة\u00a0إغاثة\nالميناء", ("", "هيئة\u00a0إغاثة\nالميناء")),
        ("القرار 2254", "بالقرار ٢٢٥٤", ("ب", "القرار ٢٢٥٤")),
        ("رسما", "«رسما»", ("", "رسما")),
        ("رسما", "بـ«رسما»", ("", "رسما")),
        ("رسما", "رسما\u200f", ("", "رسما")),
        ("YPG", "لـYPG", ("", "YPG")),
        ("دنمارك", "للدنمارك", None),
    ],
)
def test_one_name(name: str, text: str, expected: tuple[str, str] | None) -> None:
    assert hits([name], text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("قاهرة", "القاهرة"),
        ("لبنان", "اللبنان"),
        ("لبنان", "واللبنان"),
        ("محمد", "محمدية"),
        ("محمد", "ومحمدية"),
        ("رسما", "رسمات"),
        ("كريم حداد", "كريم وحداد"),
        ("كريم حداد", "كريم، حداد"),
        (HARBOUR, "هيئة إغاثة بالميناء"),
        ("ن", "ون بن"),
        ("و", "قال و 5"),
    ],
)
def test_what_is_another_word(name: str, text: str) -> None:
    assert hits([name], text) == []


@pytest.mark.parametrize("name", ["وليد", "بلال", "لبنان", "كندا", "فرنسا"])
def test_a_first_letter_that_looks_like_a_clitic(name: str) -> None:
    rest = name[1:]
    assert hits([name, rest], f"زار {name} اليوم") == [("", name)]
    assert hits([name, rest], f"زار و{name} اليوم") == [("و", name)]
    assert hits([name], f"زار {rest} اليوم") == []


@pytest.mark.parametrize("clitic", ["و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك"])
@pytest.mark.parametrize(
    "name", ["الائتلاف", "اللاذقية", "لبنان", "رسما", "أحمد", "الله", "وليد", "كريم حداد"]
)
def test_a_name_joined_to_clitics_is_found_and_can_be_replaced(clitic: str, name: str) -> None:
    text = f"قال {join_clitic(clitic, name)} إن"
    (match,) = found(arabic(name), Language.ARABIC, text)
    assert match.clitic == clitic
    for other in ("الميناء", "اللوز", "رسما"):
        replaced = place(text[: match.span.start], other, text[match.span.end :], Language.ARABIC)
        assert replaced == f"قال {join_clitic(clitic, other)} إن"


def test_the_longest_name_wins() -> None:
    assert hits(["الميناء", HARBOUR, "إغاثة"], "وهيئة إغاثة الميناء بالميناء") == [
        ("و", HARBOUR),
        ("ب", "الميناء"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال للائتلاف", True),
        ("قال الإئتلاف", True),
        ("ائتلاف", False),
        ("الائتلافات", False),
        ("", False),
    ],
)
def test_contains(text: str, expected: bool) -> None:
    assert contains(text, ("الائتلاف",), Language.ARABIC) is expected


def test_find_forms_gives_the_places_of_every_form() -> None:
    text = "رسما وتل مروان ورسما"
    spans = find_forms(text, ("رسما", "تل مروان"), Language.ARABIC)
    assert [text[span.start : span.end] for span in spans] == ["رسما", "تل مروان", "رسما"]


def test_forms_in_english_are_capitalised_names() -> None:
    assert contains("The Authority spoke.", ("Authority",), Language.ENGLISH)
    assert not contains("An authority spoke.", ("Authority",), Language.ENGLISH)
    assert not contains("The Authorityless spoke.", ("Authority",), Language.ENGLISH)


@given(st.text(alphabet="الوفبكميد ،.\u0640\u064e\u200f12ab'-", max_size=40))
def test_matches_are_in_order_apart_and_as_the_text_has_them(text: str) -> None:
    names = ["الميد", "ميد", "الوليد", "ميد ا", "ab", "ab 12", "12", "دم"]
    end = 0
    for match in found(arabic(*names), Language.ARABIC, text):
        assert end <= match.span.start < match.span.end <= len(text)
        assert text[match.span.start : match.span.end] == match.surface
        end = match.span.end
