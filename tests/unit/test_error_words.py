"""How a refusal is worded for a person: names and times, no ids and no machine's dates."""

from datetime import UTC, datetime

import pytest

from translate_app.errors import EmbargoError
from translate_app.i18n import translator
from translate_app.services.release_work import TOO_EARLY

REFUSED = EmbargoError(
    release="c8cc20f0",
    title="Clinic opens in Rasma",
    until=datetime(2025, 11, 24, 18, tzinfo=UTC),
    reason=TOO_EARLY,
)


@pytest.mark.parametrize(
    ("language", "until"), [("en", "24 Nov 2025, 21:00"), ("ar", "24 تشرين الثاني 2025، 21:00")]
)
def test_a_refusal_names_the_release_by_its_title_and_the_time_of_the_reader(
    language: str, until: str
) -> None:
    words = translator(language, "Asia/Damascus").error(REFUSED)
    assert "\u2068Clinic opens in Rasma\u2069" in words
    assert until in words
    assert "c8cc20f0" not in words
    assert "+00" not in words


def test_its_english_sentence_is_there_without_a_translator() -> None:
    assert "Clinic opens in Rasma" in str(REFUSED)
    assert "2025-11-24 18:00" in str(REFUSED)
