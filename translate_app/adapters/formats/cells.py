"""Cells of a table of names: cleaned, guarded against formulas, split into variants."""

import re
from typing import Final

from translate_app.adapters.formats.bidi import markup_text

# What a spreadsheet takes for a formula (OWASP, CSV Injection), white space and
# invisible characters before it and full-width forms included, behind any apostrophes.
_FORMULA: Final = re.compile(
    "'*(?:[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"
    "[=+\\-@\u2212\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]|[\t\r\n])"
)
_GUARD: Final = "'"
_VARIANT: Final = re.compile(r"((?:[^|\\]|\\.|\\\Z)*)(?:\||\Z)", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\([|\\])")
_JOINERS: Final = "\u200c\u200d"


def guarded(cell: str) -> str:
    """`cell` with an apostrophe before it if a spreadsheet could take it for a formula."""
    return _GUARD + cell if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """`cell` without the apostrophe that `guarded` puts before it, and no other."""
    if cell.startswith(_GUARD) and _FORMULA.match(cell, 1):
        return cell[1:]
    return cell


def clean_name(text: str) -> str:
    """`text` on one line, without invisible controls and spaces at its edges."""
    return " ".join(markup_text(text).split()).strip(_JOINERS + " ")


def clean_note(text: str) -> str:
    """`text` without invisible controls; its lines stay."""
    return "\n".join(clean_name(line) for line in markup_text(text).split("\n")).strip("\n")


def split_variants(cell: str) -> tuple[str, ...]:
    """The variants in `cell`, cleaned; `|` parts them, `\\|` is one, `\\\\` a backslash."""
    parts = (_ESCAPED.sub(r"\1", match.group(1)) for match in _VARIANT.finditer(cell))
    return tuple(filter(None, (clean_name(part) for part in parts)))


def join_variants(variants: tuple[str, ...]) -> str:
    """The cell that `split_variants` takes apart again."""
    return "|".join(re.sub(r"[|\\]", r"\\\g<0>", variant) for variant in variants)
