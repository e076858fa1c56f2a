"""Invisible characters are stripped and reported; spelling is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.adapters.formats.controls import control_notes, plain_spaces, strip_controls
from translate_app.domain.document import DroppedText, DropReason


def notes(text: str) -> list[tuple[str, int]]:
    _, removed = strip_controls(text, first_line=1)
    return [(note.text, note.line) for note in control_notes([removed])]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Rasma \u202eamsaR\u202c now", "Rasma amsaR now"),
        ("\u200fرسما\u200e", "رسما"),
        ("رقم \u061c2254", "رقم 2254"),
        ("Rasma\u2066 unclosed", "Rasma unclosed"),
        ("Rasma\u2069 unopened", "Rasma unopened"),
        ("a \u2068b \u2066c\u2069", "a b \u2066c\u2069"),
        ("al\u00ad-Wadi\ufeff cam\u200bp\u2060", "al-Wadi camp"),
        ("bell\x07 \x85 \x9b", "bell  "),
        ("Rasma\U000e0049", "Rasma"),
        ("\u202b" * 130 + "رسما", "رسما"),
    ],
)
def test_stripped(text: str, clean: str) -> None:
    assert strip_controls(text)[0] == clean


@pytest.mark.parametrize(
    "text",
    [
        "name \u2068Rasma\u2069 isolated",
        "\u2067a \u2066b\u2069 c\u2069",
        "می\u200cخواهم",
        "ه\u200d",
        "tab\there",
        "5\u00a0000",
        "مُحَمَّد ـــ",
        "\u2764\ufe0f",
    ],
)
def test_kept(text: str) -> None:
    assert strip_controls(text) == (text, {})


def test_an_isolate_that_a_line_end_cuts_is_unpaired() -> None:
    assert strip_controls("\u2066a\nb\u2069")[0] == "a\nb"


def test_report_counts_each_kind_and_names_its_first_line() -> None:
    assert notes("ok\n\u202ea\u202e\n\u200f\u202e") == [("U+200F x1", 3), ("U+202E x3", 2)]


def test_reports_of_several_blocks_are_added_up() -> None:
    removals = [strip_controls(text)[1] for text in ("\u202ea", "b", "c\u202e")]
    assert control_notes(removals) == (DroppedText("U+202E x2", DropReason.CONTROL_CHARACTERS, 0),)


@given(st.text(alphabet="ab \n\u2066\u2067\u2068\u2069\u202e\u200f\u200cر", max_size=60))
def test_what_is_left_is_balanced_and_clean_in_every_line(text: str) -> None:
    clean, removed = strip_controls(text, first_line=1)
    assert strip_controls(clean) == (clean, {})
    assert len(text) == len(clean) + sum(found.count for found in removed.values())
    for line in clean.split("\n"):
        depth = 0
        for character in line:
            depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
            assert depth >= 0
        assert depth == 0


def test_no_break_spaces_become_plain_only_where_they_do_all_the_work() -> None:
    assert plain_spaces("The\u00a0road\u00a0is open") == "The road is open"
    assert plain_spaces("They paid 5\u00a0000 on Friday") == "They paid 5\u00a0000 on Friday"
