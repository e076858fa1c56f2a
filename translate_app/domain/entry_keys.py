"""Keys of termbase entries: `type/slug`, told apart by a digest where two names share one."""

import hashlib
import re
import unicodedata
from collections.abc import Container
from itertools import count
from typing import Final

from translate_app.domain.glossary import EntryType

_SLUG_LENGTH: Final = 80


def entry_key(kind: EntryType, en: str, ar: str, taken: Container[str]) -> str:
    """A key for a new entry that is not among the keys `taken`.

    Where `type/slug` is taken, a digest of both names follows, and a number where that is
    taken too: the same name added in two places gets the same key in both.
    """
    plain = f"{kind.value}/{slug(en)}"
    if plain not in taken:
        return plain
    told_apart = f"{plain}-{digest(f'{en} {ar}')}"
    if told_apart not in taken:
        return told_apart
    numbered = (f"{told_apart}-{number}" for number in count(2))
    return next(key for key in numbered if key not in taken)


def slug(name: str) -> str:
    """`name` in small ASCII letters, digits and hyphens; a digest where nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    words = re.sub(r"[^a-z0-9]+", "-", re.sub("['`]", "", plain.lower()))
    return words[:_SLUG_LENGTH].strip("-") or digest(name)


def digest(text: str) -> str:
    """Eight hexadecimal digits that stand for `text`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
