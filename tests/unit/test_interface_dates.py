"""Dates of the interface, whatever was formatted before them."""

from datetime import UTC, datetime

import pytest
from babel import Locale

from translate_app import i18n

NOVEMBER = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("used_before", ["ar", "ar_EG", "ar_DZ", "ar_SY"])
def test_arabic_dates_have_levantine_months(used_before: str) -> None:
    assert Locale.parse(used_before).months["format"]["abbreviated"][11]
    words = i18n.translator("ar")
    assert words.datetime(NOVEMBER).startswith("23 تشرين الثاني 2026،")
    assert words.date(NOVEMBER.date()) == "23 تشرين الثاني 2026"


def test_english_dates_are_short_beside_a_time() -> None:
    assert i18n.translator("en").datetime(NOVEMBER).startswith("23 Nov 2026,")


def test_times_are_those_of_the_readers_clock() -> None:
    late = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
    reader = i18n.translator("en", "Asia/Damascus")
    assert reader.datetime(late) == "24 Nov 2026, 01:30"
    assert reader.day(late) == "24 November 2026"


@pytest.mark.parametrize("zone", ["", "Nowhere/Town", "../../etc/passwd", "\0", "x" * 5000])
def test_a_zone_that_nobody_knows_is_this_machines(zone: str) -> None:
    assert i18n.translator("en", zone).datetime(NOVEMBER) == i18n.translator("en").datetime(
        NOVEMBER
    )
