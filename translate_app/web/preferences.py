"""What a person chose for their browser: language, light or dark, the name they work under."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote, unquote

LANGUAGES: Final = ("en", "ar")
THEMES: Final = ("system", "light", "dark")
LONGEST_NAME: Final = 80
"""Characters of a person's name that are kept."""

_LANGUAGE_COOKIE = "translate_app_language"
_THEME_COOKIE = "translate_app_theme"
_ADVICE_COOKIE = "translate_app_advice"
_CLOSED = "closed"
_USER_COOKIE = "translate_app_user"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Kept in cookies of the browser, so that a reload shows the same page at once."""

    language: str
    """Interface language, one of `LANGUAGES`."""
    theme: str
    """One of `THEMES`; `system` follows the browser."""
    user: str
    """Name that every change is recorded under."""
    introduced: bool
    """Whether the person has confirmed the name; until then it is the system's."""
    advised: bool = False
    """Whether the person has closed the advice to install a better engine."""

    def spoken(self, language: str) -> "Preferences":
        """The same with the interface in `language`; an unknown one changes nothing."""
        return replace(self, language=language) if language in LANGUAGES else self

    def themed(self, theme: str) -> "Preferences":
        """The same in the colours of `theme`; an unknown one changes nothing."""
        return replace(self, theme=theme) if theme in THEMES else self

    def other_language(self) -> "Preferences":
        """The same with the interface in the other language."""
        return replace(self, language="en" if self.language == "ar" else "ar")

    def next_theme(self) -> "Preferences":
        """The same with the next theme in order, round and round."""
        place = THEMES.index(self.theme)
        return replace(self, theme=THEMES[(place + 1) % len(THEMES)])

    def named(self, name: str) -> "Preferences":
        """The same under `name`; a name without a visible character changes nothing."""
        cleaned = clean_name(name)
        return replace(self, user=cleaned, introduced=True) if cleaned else self

    def cookies(self) -> dict[str, str]:
        """Cookies that remember this, values percent-encoded."""
        cookies = {_LANGUAGE_COOKIE: self.language, _THEME_COOKIE: self.theme}
        if self.introduced:
            cookies[_USER_COOKIE] = quote(self.user, safe="")
        if self.advised:
            cookies[_ADVICE_COOKIE] = _CLOSED
        return cookies


def from_cookies(cookies: Mapping[str, str], language: str, user: str) -> Preferences:
    """Preferences from a browser's cookies, with `language` and `user` where they say nothing.

    Cookies can hold anything: an unknown value counts as none.
    """
    chosen = cookies.get(_LANGUAGE_COOKIE, "")
    theme = cookies.get(_THEME_COOKIE, "")
    name = clean_name(unquote(cookies.get(_USER_COOKIE, "")))
    return Preferences(
        language=chosen if chosen in LANGUAGES else language,
        theme=theme if theme in THEMES else THEMES[0],
        user=name or clean_name(user),
        introduced=bool(name),
        advised=cookies.get(_ADVICE_COOKIE) == _CLOSED,
    )


def browser_language(locale: str | None, otherwise: str) -> str:
    """Interface language for a browser's `locale` (BCP 47), `otherwise` where it has neither."""
    spoken = (locale or "").replace("_", "-").partition("-")[0].lower()
    return spoken if spoken in LANGUAGES else otherwise


def clean_name(name: str) -> str:
    """`name` on one line without control and bidi characters, at most `LONGEST_NAME` long."""
    printable = "".join(c if c.isprintable() else " " for c in name)
    return " ".join(printable.split())[:LONGEST_NAME].strip()
