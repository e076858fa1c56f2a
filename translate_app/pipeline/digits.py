"""The digits of a text, as a client wants them.

Source: CLDR, numbering systems `latn` and `arab` with their decimal and grouping signs
(Unicode Technical Standard #35, part 3).
"""

import re
from collections.abc import Iterable

from translate_app.domain.client import Digits
from translate_app.domain.language import Language

_LATIN, _ARABIC = "0123456789", "٠١٢٣٤٥٦٧٨٩"
_PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
_TO_LATIN = str.maketrans(_ARABIC + _PERSIAN, _LATIN * 2)
_TO_ARABIC = str.maketrans(_LATIN + _PERSIAN, _ARABIC * 2)
_SIGNS_TO_LATIN = str.maketrans("٫٬،٪", ".,,%")

_NUMBER = re.compile(r"(?<![A-Za-z])\d+(?:[.,٫٬]\d+)*(?:\s?[%٪])?(?![A-Za-z])")
_WITH_SIGNS = re.compile(r"(?P<whole>\d{1,3}(?:[,٬]\d{3})+|\d+)(?:[.٫](?P<fraction>\d+))?\Z")


def in_digits(number: str, digits: Digits) -> str:
    """`number` in other digits, its value kept: 2,254.5 % and ٢٬٢٥٤٫٥ ٪ are the same.

    What is not plainly a quantity (1.2.3, 10:30) changes its digits and nothing else.
    """
    if digits is Digits.LATIN:
        return number.translate(_TO_LATIN).translate(_SIGNS_TO_LATIN)
    bare = number.rstrip("%٪ \u00a0")
    percent = number[len(bare) :].replace("%", "٪")
    found = _WITH_SIGNS.match(bare)
    if found:
        bare = found["whole"].replace(",", "٬")
        bare += f"٫{found['fraction']}" if found["fraction"] else ""
    return bare.translate(_TO_ARABIC) + percent


def with_digits(text: str, digits: Digits, kept: Iterable[str] = ()) -> str:
    """`text` with all of its numbers in `digits`, save in the stretches `kept` (addresses,
    document symbols) and in words that mix Latin letters with digits, such as G7."""
    literals = sorted({literal for literal in kept if literal}, key=len, reverse=True)
    pattern = _NUMBER
    if literals:
        pattern = re.compile(rf"(?:{'|'.join(map(re.escape, literals))})|{_NUMBER.pattern}")
    known = frozenset(literals)
    return pattern.sub(
        lambda found: found[0] if found[0] in known else in_digits(found[0], digits), text
    )


def digits_for(language: Language, wanted: Digits) -> Digits:
    """The digits of a text in `language`; those of English are always Latin."""
    return wanted if language is Language.ARABIC else Digits.LATIN
