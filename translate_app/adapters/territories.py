"""Country and territory names for the termbase, from CLDR through Babel.

Source: Unicode CLDR, `localeDisplayNames/territories` of `en`, `ar` and their regional
locales (UTS 35, part 2). CLDR's names are made for lists; those that running text does
not use (`Congo - Kinshasa`, `Hong Kong SAR China`) give way here to the form that it
does use and stay as variants. A variant is a spelling of the same name: where both
languages have a second name of their own (Burma, Palestine) it is an entry of its own,
because each is to be translated by its counterpart.
"""

import re
from collections.abc import Iterator
from typing import Final

import babel.core
from babel import Locale

from translate_app.domain.glossary import EntryStatus, EntryType, GlossaryEntry

_NO_PLACES: Final = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of unions, pseudo-locales and the unknown (CLDR, supplemental data)."""

_REGIONAL: Final = {
    "en": ("en_GB", "en_AU", "en_CA", "en_IN", "en_ZA"),
    "ar": ("ar_AE", "ar_DZ", "ar_EG", "ar_IQ", "ar_LB", "ar_LY", "ar_MA", "ar_SA", "ar_SY"),
}

_RUNNING_TEXT: Final = {
    "CD": ("Democratic Republic of the Congo", "جمهورية الكونغو الديمقراطية"),
    "CG": ("Republic of the Congo", "جمهورية الكونغو"),
    "HK": ("Hong Kong", "هونغ كونغ"),
    "MO": ("Macao", "ماكاو"),
}
"""Preferred names in place of CLDR's list forms (UN Terminology Database for the states)."""

_MORE_ENGLISH: Final = {
    "CD": ("DR Congo", "Congo-Kinshasa"),
    "CG": ("Congo-Brazzaville",),
    "CI": ("Ivory Coast",),
    "CV": ("Cabo Verde",),
    "CZ": ("Czech Republic",),
    "FM": ("Federated States of Micronesia",),
    "MO": ("Macau",),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "TR": ("Turkey",),
    "US": ("United States of America",),
    "VA": ("Vatican",),
}
"""CLDR's own alternatives (`alt="variant"`, `alt="short"`), which Babel leaves out, and
former names that a text may still use."""

_MORE_ARABIC: Final = {
    "AE": ("الإمارات", "دولة الإمارات العربية المتحدة"),
    "BY": ("بيلاروسيا",),
    "CD": ("الكونغو الديمقراطية",),
    "DK": ("الدنمارك",),
    "ER": ("إريتيريا",),
    "HU": ("المجر",),
    "MV": ("المالديف",),
    "SA": ("السعودية",),
    "SY": ("سورية",),
    "TL": ("تيمور الشرقية",),
    "US": ("الولايات المتحدة الأمريكية", "الولايات المتحدة الأميركية"),
    "VA": ("دولة الفاتيكان",),
}

_SECOND_NAMES: Final = {
    "MM": ("Burma", "بورما"),
    "PS": ("Palestine", "فلسطين"),
}

_AMBIGUOUS: Final = {
    "BJ": "بنين is also a form of 'sons'",
    "JE": "Jersey is also part of New Jersey",
    "ML": "مالي is also 'financial'",
    "OM": "عمان is also Amman",
    "RE": "Réunion is also a common noun",
}
"""Names that mean something else as often: not enforced until a person approves them."""

_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")


def territory_entries() -> tuple[GlossaryEntry, ...]:
    """An entry for each territory that CLDR names in English and Arabic, by its code.

    The key is `place/cldr-SY`; a second name's is `place/cldr-MM-second`.
    """
    english, arabic = _territories("en"), _territories("ar")
    codes = sorted(
        code
        for code in english
        if re.fullmatch("[A-Z]{2}", code) and code not in _NO_PLACES and code in arabic
    )
    names = {language: _names(language) for language in _REGIONAL}
    return tuple(
        entry for code in codes for entry in _entries(code, names["en"][code], names["ar"][code])
    )


def _territories(locale: str) -> dict[str, str]:
    return {str(code): str(name) for code, name in Locale.parse(locale).territories.items()}


def _names(language: str) -> dict[str, list[str]]:
    """CLDR's name of every code in `language`, and those of its regions that differ."""
    names = {code: [name] for code, name in _territories(language).items()}
    for region in _REGIONAL[language]:
        for code, name in _territories(region).items():
            if name not in names.setdefault(code, [name]):
                names[code].append(name)
    return names


def _entries(code: str, english: list[str], arabic: list[str]) -> Iterator[GlossaryEntry]:
    en, *en_variants = _spellings(code, 0, english, _MORE_ENGLISH)
    ar, *ar_variants = _spellings(code, 1, arabic, _MORE_ARABIC)
    ambiguous = _AMBIGUOUS.get(code)
    yield GlossaryEntry(
        key=f"place/cldr-{code}",
        en=en,
        ar=ar,
        type=EntryType.PLACE,
        status=EntryStatus.CANDIDATE if ambiguous else EntryStatus.APPROVED,
        en_variants=tuple(en_variants),
        ar_variants=tuple(ar_variants),
        authority=_authority(),
        note=ambiguous or "",
    )
    if code in _SECOND_NAMES:
        second_en, second_ar = _SECOND_NAMES[code]
        yield GlossaryEntry(
            key=f"place/cldr-{code}-second",
            en=second_en,
            ar=second_ar,
            type=EntryType.PLACE,
            authority=_authority(),
        )


def _spellings(
    code: str, side: int, listed: list[str], more: dict[str, tuple[str, ...]]
) -> list[str]:
    """The preferred spelling, then every other; `side` is 0 for English, 1 for Arabic."""
    preferred = [_RUNNING_TEXT[code][side]] if code in _RUNNING_TEXT else []
    found = [*preferred, *(form for name in listed for form in _forms(name)), *more.get(code, ())]
    return list(dict.fromkeys(found))


def _forms(name: str) -> Iterator[str]:
    """`name` as running text has it, then as CLDR does.

    Without a part in brackets, `and` for `&`, a plain hyphen for a spaced one; `Saint`
    beside `St.`.
    """
    plain = _BRACKETS.sub("", name).replace(" & ", " and ").replace(" - ", "-")
    yield plain
    yield name
    if re.match(r"St\.? ", plain):
        yield re.sub(r"^St\.? ", "Saint ", plain)


def _authority() -> str:
    """`CLDR 47`, or `CLDR` where Babel (before 2.18) does not tell the version."""
    version = getattr(babel.core, "get_cldr_version", str)()
    return f"CLDR {version}".rstrip()
