"""Site profiles: TOML files that ship with the program, and the user's own."""

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from translate_app.domain.document import SiteProfile
from translate_app.domain.language import Language
from translate_app.errors import UnreadableSourceError

MAX_PATTERN = 500
"""Characters of one regular expression."""
MAX_PATTERNS = 50
MAX_PROFILE_BYTES = 64 * 1024

_LISTS = frozenset(("date_formats", "header", "footer"))
_PATTERNS = ("dateline", "source_line", "heading", "header", "footer")
_KEYS = frozenset(field.name for field in fields(SiteProfile))
_GROUPS = {"dateline": "date", "source_line": "source_line"}
# `(a+)+` takes exponential time on a line that does not match.
_NESTED_REPEAT = re.compile(r"\((?:[^()\\]|\\.)*(?<!\\)[+*](?:[^()\\]|\\.)*\)(?:[+*]|\{\d*,\})")


class _ProfileError(ValueError):
    """What is wrong with a profile, as the reader of the file wants to hear it."""


@dataclass(frozen=True, slots=True)
class ProfileFolders:
    """The profiles of two folders (`ports.ProfileSource`); a missing folder has none."""

    bundled: Path
    home: Path

    def __call__(self) -> tuple[SiteProfile, ...]:
        """All profiles by file name; the home's first, in place of bundled ones so named.

        Raises:
            UnreadableSourceError: a profile is broken; it says which file and why.
        """
        own = _load(self.home)
        names = {profile.name for profile in own}
        return (*own, *(profile for profile in _load(self.bundled) if profile.name not in names))


def parse_profile(text: str, name: str) -> SiteProfile:
    """The profile in a TOML text; `name` is used where it states none.

    Raises:
        ValueError: bad TOML, an unknown key, a wrong type, a pattern that cannot be used.
    """
    content = tomllib.loads(text)
    unknown = sorted(set(content) - _KEYS)
    if unknown:
        raise _ProfileError(f"unknown key {unknown[0]}")
    if "dateline" not in content:
        raise _ProfileError("the key dateline is missing")
    values = {key: _value(key, value) for key, value in content.items()}
    for key in _PATTERNS:
        _check_patterns(key, values.get(key))
    return SiteProfile(**{"name": name, **values})  # type: ignore[arg-type]


def _load(folder: Path) -> tuple[SiteProfile, ...]:
    if not folder.is_dir():
        return ()
    return tuple(_read(path) for path in sorted(folder.glob("*.toml")))


def _read(path: Path) -> SiteProfile:
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_PROFILE_BYTES + 1)
        if len(content) > MAX_PROFILE_BYTES:
            raise _ProfileError("the file is longer than 64 KiB")
        return parse_profile(content.decode("utf-8-sig"), path.stem)
    except (OSError, ValueError) as error:  # TOML and UTF-8 errors are ValueErrors
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UnreadableSourceError(name=str(path), reason=reason) from error


def _value(key: str, value: object) -> str | tuple[str, ...] | Language:
    if key in _LISTS:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise _ProfileError(f"{key} must be a list of texts")
        if len(value) > MAX_PATTERNS:
            raise _ProfileError(f"{key} has more than {MAX_PATTERNS} items")
        return tuple(value)
    if not isinstance(value, str) or not value:
        raise _ProfileError(f"{key} must be a text")
    if key == "language":
        if value not in list(Language):
            raise _ProfileError("language must be en or ar")
        return Language(value)
    return value


def _check_patterns(key: str, value: object) -> None:
    patterns = value if isinstance(value, tuple) else (value,) if value else ()
    for pattern in patterns:
        if len(pattern) > MAX_PATTERN:
            raise _ProfileError(f"a pattern of {key} is longer than {MAX_PATTERN} characters")
        if _NESTED_REPEAT.search(pattern):
            raise _ProfileError(f"a pattern of {key} repeats a repetition, which never ends")
        try:
            compiled = re.compile(pattern)
        except (re.error, RecursionError, OverflowError) as error:
            raise _ProfileError(f"{key} is no regular expression: {error}") from error
        group = _GROUPS.get(key)
        if group and group not in compiled.groupindex:
            raise _ProfileError(f"{key} needs a named group (?P<{group}>...)")
