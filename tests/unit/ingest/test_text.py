"""Plain text is cut into blocks the way a reader would cut it."""

import textwrap
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from translate_app.adapters.formats.text import parse_text
from translate_app.domain.document import Block, DroppedText, DropReason, UnitKind

PROSE = (
    "The Harbour Relief Authority sent a convoy of twelve trucks to the town of Rasma on "
    "Friday. The trucks carried food, clean water and medicine for many families, and the "
    "drivers waited nine days for the road to open again after the floods of last week."
)


def texts(text: str) -> list[str]:
    return [block.text for block in parse_text(text, "x").blocks]


def test_blank_lines_separate_and_lines_are_counted() -> None:
    document = parse_text("\n\nFirst.\n \t\nSecond,\nwith a break.\n", "a.txt")
    assert document.name == "a.txt"
    assert document.blocks == (Block("First.", line=3), Block("Second,\nwith a break.", line=5))
    assert document.notes == ()


def test_a_paragraph_on_every_line() -> None:
    text = f"{PROSE}\n{PROSE} Again.\nA short one."
    assert texts(text) == [PROSE, f"{PROSE} Again.", "A short one."]


def test_long_lines_under_a_dateline_are_paragraphs_of_their_own() -> None:
    assert texts(f"Head\n\n14 March 2025 In News\n{PROSE}\n{PROSE}") == [
        "Head",
        "14 March 2025 In News",
        PROSE,
        PROSE,
    ]


def test_prose_wrapped_by_hand_is_joined() -> None:
    wrapped = textwrap.fill(PROSE, 72)
    assert wrapped.count("\n") == 3
    assert texts(f"A headline\n\n{wrapped}\n\n{wrapped}") == ["A headline", PROSE, PROSE]


def test_wrapped_text_of_one_paragraph_is_joined() -> None:
    assert texts(textwrap.fill(PROSE, 60)) == [PROSE]


@given(st.integers(min_value=45, max_value=95))
def test_wrapped_at_any_width(width: int) -> None:
    filled = textwrap.fill(PROSE + " " + PROSE, width)
    assert texts(f"{filled}\n\n{filled}") == [PROSE + " " + PROSE] * 2


def test_short_lines_of_an_address_or_a_list_keep_their_breaks() -> None:
    wrapped = textwrap.fill(PROSE, 72)
    address = "Press office\nHarbour Road 4\nRasma"
    items = f"- {'x' * 66}\n- {'y' * 66}\n- {'z' * 66}"
    assert texts(f"{wrapped}\n\n{address}\n\n{items}") == [PROSE, address, items]


def test_controls_are_reported_with_their_line() -> None:
    document = parse_text("Rasma\n\nal-\u202eWadi", "x")
    assert document.blocks[1].text == "al-Wadi"
    assert document.notes == (DroppedText("U+202E x1", DropReason.CONTROL_CHARACTERS, 3),)


def test_front_matter_gives_title_and_date_and_is_reported() -> None:
    text = (
        '---\nlayout: page\ntitle: "A road: open"\ndate: 2025-03-14 10:00\n---\n'
        "\n## Why\n\nIt is.\n"
    )
    document = parse_text(text, "a.md", markdown=True)
    assert (document.title, document.published) == ("A road: open", date(2025, 3, 14))
    assert document.blocks == (Block("Why", UnitKind.HEADING, 7), Block("It is.", line=9))
    assert [note.reason for note in document.notes] == [DropReason.BOILERPLATE]
    assert document.notes[0].text.startswith("---\nlayout")


def test_front_matter_that_is_not_simple_gives_nothing() -> None:
    document = parse_text(
        "---\ntitle: |\n  folded\ndate: soon\n---\nText.\n", "a.md", markdown=True
    )
    assert (document.title, document.published) == (None, None)
    assert [block.text for block in document.blocks] == ["Text."]


def test_markdown_is_only_read_where_asked() -> None:
    assert texts("---\ntitle: x\n---\n\n# Head")[-1] == "# Head"


@given(st.text(alphabet="ab.- #\n\t\u00a0رس", max_size=300))
def test_no_character_is_lost(text: str) -> None:
    for markdown in (False, True):
        document = parse_text(text, "x", markdown=markdown)
        found = "".join(block.text for block in document.blocks)
        found += "".join(note.text for note in document.notes)
        if not markdown:
            assert sorted("".join(found.split())) == sorted("".join(text.split()))
        else:
            assert found.count("a") == text.count("a")
