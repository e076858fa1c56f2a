"""What a browser remembers of a person."""

import pytest

from translate_app import i18n
from translate_app.web import markup
from translate_app.web.preferences import (
    LONGEST_NAME,
    Preferences,
    browser_language,
    clean_name,
    from_cookies,
)
from translate_app.web.viewmodels import Progress

LINA = Preferences("ar", "dark", "لينا; Lina", introduced=True)


def test_cookies_bring_the_same_preferences_back() -> None:
    assert from_cookies(LINA.cookies(), "en", "root") == LINA


def test_a_cookie_value_holds_nothing_that_ends_a_cookie() -> None:
    for value in LINA.cookies().values():
        assert value.isascii()
        assert not set(value) & set(' ;,"\\')


def test_without_cookies_the_system_decides() -> None:
    assert from_cookies({}, "ar", "root") == Preferences("ar", "system", "root", introduced=False)


def test_a_name_that_nobody_confirmed_is_not_remembered() -> None:
    assert "translate_app_user" not in from_cookies({}, "en", "root").cookies()


def test_cookies_can_hold_anything() -> None:
    cookies = {
        "translate_app_language": "<script>",
        "translate_app_theme": "neon",
        "translate_app_user": "%00%E2%80%AE%FF",
    }
    found = from_cookies(cookies, "en", "root")
    assert (found.language, found.theme) == ("en", "system")
    assert found.user.isprintable()


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("  Nadia \n Sabbagh\t", "Nadia Sabbagh"),
        ("نادية\u202e الصباغ\u200f", "نادية الصباغ"),
        ("\x00\u200b", ""),
        ("x" * 200, "x" * LONGEST_NAME),
    ],
)
def test_names_are_one_clean_line(name: str, clean: str) -> None:
    assert clean_name(name) == clean


def test_an_empty_name_changes_nothing() -> None:
    assert LINA.named("  ") == LINA


def test_markup_escapes_every_value() -> None:
    hostile = '<img src=x onerror="alert(1)">\'&'
    made = markup.tag("p", hostile, title=hostile)
    assert "<img" not in made
    assert made.count('"') == 2


def test_css_text_cannot_leave_its_quotes() -> None:
    made = markup.css_text('a"}</style><script>')
    assert made.count('"') == 2
    assert not set(made) & set("<>{}")


def test_the_bar_draws_only_states_there_are() -> None:
    bar = markup.progress_bar(Progress(0.5, 0, 0.25, 0.25), "1 of 2", i18n.translator("en"))
    assert bar.count("<i") == 2
    assert 'aria-label="1 of 2 (50%)"' in bar


@pytest.mark.parametrize(
    ("locale", "language"),
    [("ar-SY", "ar"), ("ar", "ar"), ("EN_gb", "en"), ("fr-FR", "ar"), ("", "ar"), (None, "ar")],
)
def test_the_browsers_language_counts_before_the_settings(
    locale: str | None, language: str
) -> None:
    assert browser_language(locale, "ar") == language
