"""Mending at a click."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.domain.glossary import ForbiddenForm, GlossaryEntry
from translate_app.domain.language import LanguagePair
from translate_app.domain.segment import Finding, Severity, Span
from translate_app.pipeline.checks import CHECK_MESSAGES, FIXABLE, fix, run_checks
from translate_app.pipeline.match import Matcher

from .case import AR_EN, EN_AR

AUTHORITY = GlossaryEntry(
    "organisation/hra",
    "HRA",
    "الهيئة",
    ar_forbidden=(ForbiddenForm("السلطة", "it is another body"), ForbiddenForm("الإدارة")),
)


@pytest.mark.parametrize(
    ("check", "source", "target", "mended", "pair"),
    [
        ("double_space", "In Rasma", "في  رسما", "في رسما", EN_AR),
        ("edge_space", "In Rasma", "في رسما ", "في رسما", EN_AR),
        ("space_before_punctuation", "Yes, no", "نعم ، لا", "نعم، لا", EN_AR),
        ("tatweel", "In Rasma", "في رسـما", "في رسما", EN_AR),
        ("repeated_word", "In Rasma", "في في رسما", "في رسما", EN_AR),
        ("foreign_punctuation", "Yes, no", "نعم, لا", "نعم، لا", EN_AR),
        ("foreign_punctuation", "نعم، لا", "Yes، no", "Yes, no", AR_EN),
        ("persian_letters", "Karim", "\u06a9ر\u06ccم", "كريم", EN_AR),
        (
            "invisible_characters",
            "A b",
            "أ\u200f ب\u200f \u2068c\u2069",
            "أ ب \u2068c\u2069",
            EN_AR,
        ),
        ("lookalikes", "رسما", "R\u0430sm\u0430", "Rasma", AR_EN),
        ("term_spelling", "To the HRA", "للهيئه", "للهيئة", EN_AR),
        ("term_forbidden_reason", "The HRA", "قالت وللسلطة اليوم", "قالت وللهيئة اليوم", EN_AR),
        ("term_forbidden", "The HRA", "قالت الإدارة.", "قالت الهيئة.", EN_AR),
    ],
)
def test_what_a_check_points_at_is_mended(
    check: str, source: str, target: str, mended: str, pair: LanguagePair
) -> None:
    expected = Matcher([AUTHORITY], pair.source).find(source)
    (finding,) = (f for f in run_checks(source, target, pair, expected) if f.check == check)
    assert fix(check, target, finding) == mended
    after = run_checks(source, mended, pair, expected)
    assert check not in {finding.check for finding in after}


def test_every_fixable_finding_has_a_message() -> None:
    assert set(CHECK_MESSAGES) > FIXABLE


def test_what_needs_a_person_is_left_alone() -> None:
    finding = Finding("numbers_differ", Severity.WARNING, {}, Span(0, 1))
    assert fix("numbers_differ", "5", finding) is None
    assert fix("double_space", "a  b", Finding("double_space", Severity.WARNING, {})) is None


def test_letters_within_an_arabic_word_need_a_person() -> None:
    (finding,) = run_checks("In Rasma", "رسoما", EN_AR, ())
    assert finding.check == "lookalikes"
    assert fix("lookalikes", "رسoما", finding) is None


def test_a_text_changed_since_is_left_alone() -> None:
    parameters = {"mark": ",", "wanted": "،"}
    finding = Finding("foreign_punctuation", Severity.WARNING, parameters, Span(3, 4))
    assert fix("foreign_punctuation", "نعم، لا", finding) is None
    assert fix("foreign_punctuation", "نعم", finding) is None


TEXT = st.text(alphabet="abيةه ـ،,.«»\u200f\u2068\u2069\u06cc\u0430 \n", max_size=30)


@given(TEXT, TEXT)
def test_fixes_only_ever_shrink_what_is_wrong(source: str, target: str) -> None:
    for finding in run_checks(source, target, EN_AR, ()):
        mended = fix(finding.check, target, finding)
        assert mended is None or mended != target
