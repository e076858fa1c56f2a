"""Addresses, symbols, handles."""

from translate_app.domain.segment import Severity
from translate_app.pipeline.checks.literal_checks import (
    address_missing,
    handle_missing,
    symbol_differs,
)

from .case import Bad, CheckCase, Good


class TestAddressMissing(CheckCase):
    check = address_missing
    severity = Severity.ERROR
    good = (
        Good("See https://example.org/a.", "انظر https://example.org/a."),
        Good("See https://www.example.org/", "انظر example.org."),
        Good("Write to Press@example.org", "اكتب إلى press@example.org"),
        Good("No address", "انظر example.org"),
    )
    bad = (
        Bad("See https://example.org/a.", "انظر.", {"address": "https://example.org/a"}),
        Bad(
            "Write to press@example.org",
            "اكتب إلى pres@example.org",
            {"address": "press@example.org"},
            at="pres@example.org",
        ),
    )


class TestAddressDiffers(CheckCase):
    check = address_missing
    good = (Good("See example.org/en/a", "انظر https://example.org/en/a/"),)
    bad = (
        Bad(
            "See https://example.org/en/a.",
            "انظر https://example.org/ar/a.",
            {"address": "https://example.org/en/a", "target": "https://example.org/ar/a"},
            at="https://example.org/ar/a",
            finding="address_differs",
        ),
    )


class TestSymbolDiffers(CheckCase):
    check = symbol_differs
    severity = Severity.ERROR
    good = (
        Good("in S/RES/2254 (2015)", "في S/RES/2254 (2015)"),
        Good("in S/RES/2254 (2015)", "في S/RES/٢٢٥٤"),
        Good("in S/RES/2254 (2015)", "في القرار ٢٢٥٤"),
        Good("in resolution 2254", "في S/RES/2254"),
    )
    bad = (
        Bad(
            "in S/RES/2254 (2015)",
            "في S/RES/2245 (2015)",
            {"symbol": "S/RES/2254 (2015)", "target": "S/RES/2245 (2015)"},
            at="S/RES/2245 (2015)",
        ),
    )


class TestSymbolMissing(CheckCase):
    check = symbol_differs
    good = (Good("in A/HRC/46/54", "في A/HRC/46/54"),)
    bad = (
        Bad("in A/HRC/46/54", "في التقرير", {"symbol": "A/HRC/46/54"}, finding="symbol_missing"),
    )


class TestHandleMissing(CheckCase):
    check = handle_missing
    good = (
        Good("Follow @HarbourRelief", "تابعوا @harbourrelief"),
        Good("#SaveRasma now", "#أنقذوا_رسما الآن"),
        Good("the file_name", "الملف"),
    )
    bad = (
        Bad("Follow @HarbourRelief", "تابعوا الهيئة", {"handle": "@HarbourRelief"}),
        Bad("#SaveRasma #Now", "#الآن", {"handle": "#Now"}),
    )
