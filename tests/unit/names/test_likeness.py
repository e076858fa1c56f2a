"""Which spellings are taken for one name."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.pipeline.transliterate import similarity

ONE_NAME = [
    ("Nadia Sabbagh", "نادية الصباغ"),
    ("Karim Haddad", "كريم حداد"),
    ("Salma Kanaan", "سلمى كنعان"),
    ("Tel Marwan", "تل مروان"),
    ("al-Wadi", "الوادي"),
    ("Al Wadi", "الوادي"),
    ("ash-Sham", "الشام"),
    ("Abdul Rahman", "عبد الرحمن"),
    ("Abdurrahman", "عبدالرحمن"),
    ("Qasim", "قاسم"),
    ("Gasim", "قاسم"),
    ("Kassem", "قاسم"),
    ("Gamal", "جمال"),
    ("Ghassan", "غسان"),
    ("Khaled", "خالد"),
    ("Dhiyab", "ذياب"),
    ("Ziyad", "زياد"),
    ("Vienna", "فيينا"),
    ("Paris", "باريس"),
    ("Chekhov", "تشيخوف"),
    ("Maxim", "مكسيم"),
    ("Guterres", "غوتيريس"),
    ("Sa‘id", "سعيد"),
    ("رسما", "رسما"),
]


@pytest.mark.parametrize(("latin", "arabic"), ONE_NAME[:-1])
def test_renderings_are_alike(latin: str, arabic: str) -> None:
    assert similarity(latin, arabic) > 0.78


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Rasma", "حلب"),
        ("Nadia Sabbagh", "كريم حداد"),
        ("Central Prison", "السجن المركزي"),
        ("Karim", "مريم"),
        ("Haddad", "صباغ"),
        ("Rasma", ""),
        ("", "رسما"),
        ("123", "١٢٣"),
        *ONE_NAME[-1:],
    ],
)
def test_other_names_are_not(latin: str, arabic: str) -> None:
    assert similarity(latin, arabic) < 0.7


def test_every_name_is_closest_to_its_own_rendering() -> None:
    pairs = ONE_NAME[:-1]
    for latin, arabic in pairs:
        best = max(similarity(latin, other) for _, other in pairs)
        assert best - similarity(latin, arabic) < 1e-9


@given(st.text(max_size=40), st.text(max_size=40))
def test_anything_can_be_asked(latin: str, arabic: str) -> None:
    assert 0.0 <= similarity(latin, arabic) <= 1.0


def test_a_text_that_is_no_name_costs_no_time() -> None:
    start = time.perf_counter()
    similarity("Rasma " * 10_000, "رسما " * 10_000)
    assert time.perf_counter() - start < 0.5
