"""Reading the TOML files that a person writes by hand in the home folder."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translate_app.errors import N_, SettingsFileError

MAX_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Table:
    """A table of such a file; every complaint names the file and the whole key."""

    file: Path
    key: str
    values: Mapping[str, Any]

    def wrong(self, key: str, reason: str) -> SettingsFileError:
        """The error to raise about `key` of this table; `reason` is a message id."""
        whole = f"{self.key}.{key}" if self.key and key else self.key or key
        return SettingsFileError(name=str(self.file), key=whole, reason=reason)

    def only(self, known: Collection[str]) -> "Table":
        """This table, where it has no other keys than `known`."""
        for key in self.values:
            if key not in known:
                raise self.wrong(key, N_("this key is not known"))
        return self

    def text(self, key: str, default: str = "") -> str:
        """The text at `key`."""
        value = self.values.get(key, default)
        if not isinstance(value, str) or (key in self.values and not value.strip()):
            raise self.wrong(key, N_("a text in quotes belongs here"))
        return value

    def choice(self, key: str, allowed: Collection[str], default: str) -> str:
        """The text at `key`, one of `allowed`."""
        value = self.text(key, default)
        if value not in allowed:
            raise self.wrong(key, N_("this value is not one of those that docs/engines.md lists"))
        return value

    def number(self, key: str, default: int, least: int, most: int) -> int:
        """The whole number at `key`."""
        value = self.values.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise self.wrong(key, N_("a whole number belongs here, and a sensible one"))
        return value

    def truth(self, key: str, default: bool = False) -> bool:
        """The value at `key`; `default` where it is absent."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, N_("true or false belongs here"))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts at `key`; empty where it is absent."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(key, N_("a list of texts belongs here"))
        return tuple(value)

    def table(self, key: str) -> "Table":
        """The table at `key`; empty where it is absent."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, N_("a table belongs here"))
        return Table(self.file, f"{self.key}.{key}" if self.key else key, value)


def read_settings(path: Path) -> Table:
    """The file's table; an empty one where there is no such file.

    Raises:
        SettingsFileError: it cannot be read or is no TOML.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Table(path, "", {})
    except OSError as error:
        reason = error.strerror or str(error)
        raise SettingsFileError(name=str(path), key="TOML", reason=reason) from error
    if len(content) > MAX_BYTES:
        raise SettingsFileError(name=str(path), key="TOML", reason=N_("it is far too large"))
    try:
        return Table(path, "", tomllib.loads(content.decode("utf-8-sig")))
    except (ValueError, RecursionError) as error:  # UTF-8 errors are ValueErrors too
        raise SettingsFileError(name=str(path), key="TOML", reason=str(error)) from error
