"""What is offered for a name in the other script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.pipeline.transliterate import OFFERED, to_arabic, to_latin


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Karim Haddad", "كريم حداد"),
        ("Nadia Sabbagh", "نادية صباغ"),
        ("Abdul Rahman al-Khatib", "عبد الرحمن الخطيب"),
        ("Abdurrahman", "عبد الرحمن"),
        ("Abd al-Aziz", "عبد العزيز"),
        ("ABDULLAH", "عبد الله"),
        ("Salah al-Din", "صلاح الدين"),
        ("Salaheddine", "صلاح الدين"),
        ("Mohammed bin Salman", "محمد بن سلمان"),
        ("Abu Marwan", "أبو مروان"),
        ("Umm Karim", "أم كريم"),
        ("al-Wadi Camp", "مخيم الوادي"),
        ("António Guterres", "أنطونيو غوتيريس"),
        ("Lavrov", "لافروف"),
        ("Berlin", "برلين"),
        ("Pedro", "بيدرو"),
        ("Viktor", "فيكتور"),
        ("O’Brien", "أوبرين"),
        ("Dr. Karim", "د. كريم"),
    ],
)
def test_press_spelling_comes_first(latin: str, arabic: str) -> None:
    assert to_arabic(latin)[0] == arabic


@pytest.mark.parametrize(
    ("latin", "arabic"), [("Rasma", "رسما"), ("Idlib", "إدليب"), ("Kashif", "كاشف")]
)
def test_a_likely_spelling_is_among_those_offered(latin: str, arabic: str) -> None:
    assert arabic in to_arabic(latin)


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("كريم حداد", "Karim Haddad"),
        ("نادية الصباغ", "Nadia al-Sabbagh"),
        ("عبد الرحمن", "Abdul Rahman"),
        ("عبدالرحمن", "Abdul Rahman"),
        ("صلاح الدين", "Salah al-Din"),
        ("محمد بن سلمان", "Mohammed bin Salman"),
        ("تل مروان", "Tal Marwan"),
        ("رسما", "Rasma"),
        ("مَرْوان", "Marwan"),
        ("برلين", "Berlin"),
    ],
)
def test_latin_spelling_comes_first(arabic: str, latin: str) -> None:
    assert to_latin(arabic)[0] == latin


def test_letters_of_an_acronym_are_not_spelt_by_sound() -> None:
    assert to_arabic("HRA") == ()
    assert to_arabic("H.R.A.") == ()


@pytest.mark.parametrize("name", ["", "  ", "12", "—", "\u202e\u0000", "الميناء"])
def test_what_has_no_latin_letters_has_no_arabic_spelling(name: str) -> None:
    assert to_arabic(name) == ()


@given(st.text(max_size=60))
def test_at_most_three_different_spellings_of_anything(name: str) -> None:
    for offered in (to_arabic(name), to_latin(name)):
        assert len(set(offered)) == len(offered) <= OFFERED
        assert all(one.strip() == one and one for one in offered)
        assert not any(
            ord(character) < 32 or character == "\u202e" for character in "".join(offered)
        )


def test_a_name_of_ten_thousand_letters_is_cut() -> None:
    assert all(len(one) < 1000 for one in to_arabic("Rasma" * 2000) + to_latin("رسما" * 2500))
