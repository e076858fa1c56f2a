"""Cutting and joining segments, and what is the same elsewhere."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.stage import Stage, ack, row
from translate_app.web import labels

pytestmark = pytest.mark.browser
TRUCK = "\U0001f69b"


def test_a_segment_is_cut_where_the_cursor_stands(stage: Stage) -> None:
    source = f"{TRUCK} One. Two."
    stage.show(row(1, source=source))
    stage.open(1)
    stage.answer_open()
    stage.page.get_by_role("button", name=labels.EDITOR["split"], exact=True).click()
    field = stage.page.get_by_label(labels.EDITOR["split_where"])
    expect(field).to_be_focused()
    field.evaluate("area => area.setSelectionRange(8, 8)")
    field.press("Enter")
    event = stage.wait_for("split")
    assert (event["number"], event["place"], event["version"]) == (1, source.index("Two"), 1)
    first, second = row(1, source=f"{TRUCK} One.", version=2), row(9, source="Two.", label="9")
    stage.hear(first, second, ack=ack(event), numbers=[1, 9])
    expect(stage.page.locator(".s .source")).to_have_text([f"{TRUCK} One.", "Two."])
    expect(stage.textarea).to_be_focused()


def test_a_cut_is_taken_back_by_joining_the_parts(stage: Stage) -> None:
    stage.show(row(1, source="One. Two.", unit=1), row(2, unit=1))
    stage.open(1)
    stage.answer_open()
    stage.page.get_by_role("button", name=labels.EDITOR["split"], exact=True).click()
    field = stage.page.get_by_label(labels.EDITOR["split_where"])
    field.evaluate("area => area.setSelectionRange(5, 5)")
    field.press("Enter")
    bar = stage.page.locator(".offer")
    expect(bar).to_be_hidden()
    parts = row(1, source="One.", unit=1, version=2), row(9, source="Two.", unit=1, version=3)
    stage.hear(*parts, ack=ack(stage.wait_for("split")), numbers=[1, 9, 2])
    words = labels.EDITOR["was_split"].format(number="1", numbers="1, 9")
    expect(bar).to_contain_text(words)
    stage.page.get_by_role("button", name=labels.EDITOR["unsplit"]).click()
    event = stage.wait_for("merge")
    assert (event["number"], event["versions"]) == (1, [[1, 2], [9, 3]])
    expect(stage.textarea).to_be_focused()


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (["Home", *["ArrowRight"] * 5], 4),  # near the beginning of "Rasma"
        (["Home", *["ArrowRight"] * 8], 10),  # near its end, with its full stop
        (["Home", "ArrowRight"], 3),  # nothing can be cut off before the first word
        (["End", *["ArrowLeft"] * 2], 16),  # nor behind the last
        (["Home", *["ArrowRight"] * 10], 10),
    ],
)
def test_the_cut_is_chosen_by_keys_and_spares_words(
    stage: Stage, keys: list[str], place: int
) -> None:
    source = "The Rasma. Then salaries"
    stage.show(row(1, source=source))
    stage.open(1)
    stage.answer_open()
    stage.page.get_by_role("button", name=labels.EDITOR["split"], exact=True).click()
    field = stage.page.get_by_label(labels.EDITOR["split_where"])
    field.press_sequentially("x ")
    field.press("Delete")
    field.press("Control+v")
    expect(field).to_have_value(source)
    assert field.evaluate("area => !area.readOnly")  # a caret is drawn
    for key in keys:
        field.press(key)
    field.press("Enter")
    assert stage.wait_for("split")["place"] == place


def test_news_leave_the_place_of_the_cut_alone(stage: Stage) -> None:
    stage.show(row(1, source="One. Two."))
    stage.open(1)
    stage.answer_open()
    stage.page.get_by_role("button", name=labels.EDITOR["split"], exact=True).click()
    field = stage.page.get_by_label(labels.EDITOR["split_where"])
    for _ in range(5):
        field.press("ArrowRight")
    stage.hear(row(1, source="One. Two.", version=2, detail="70"))
    expect(stage.page.locator(".s.on .st")).to_contain_text("70")
    field.press("Enter")
    assert stage.wait_for("split")["place"] == 5


def test_neighbours_are_joined_and_taken_apart(stage: Stage) -> None:
    stage.show(row(1, unit=1), row(2, unit=1), row(3, unit=2))
    stage.open(1)
    stage.answer_open()
    stage.page.get_by_role("button", name=labels.EDITOR["merge"]).click()
    event = stage.wait_for("merge")
    assert event["versions"] == [[1, 1], [2, 1]]
    stage.hear(row(1, unit=1, version=2, target="نص 1. نص 2."), ack=ack(event), numbers=[1, 3])
    expect(stage.page.locator(".s .n")).to_have_text(["1", "3"])
    stage.page.get_by_role("button", name=labels.EDITOR["unmerge"]).click()
    assert stage.wait_for("unmerge")["number"] == 1


def joined(stage: Stage) -> Locator:
    """Segments 1 and 2 are joined; the bar that says so."""
    stage.show(row(1, unit=1), row(2, unit=1), row(3, unit=2))
    stage.open(1)
    stage.answer_open()
    stage.page.get_by_role("button", name=labels.EDITOR["merge"]).click()
    event = stage.wait_for("merge")
    stage.hear(row(1, unit=1, version=2, target="نص 1. نص 2."), ack=ack(event), numbers=[1, 3])
    bar = stage.page.locator(".offer")
    expect(bar).to_be_visible()
    return bar


def test_focus_goes_from_the_button_that_joins_to_the_text(stage: Stage) -> None:
    stage.show(row(1, unit=1), row(2, unit=1))
    stage.open(1)
    stage.answer_open()
    stage.page.get_by_role("button", name=labels.EDITOR["merge"]).press("Enter")
    event = stage.wait_for("merge")
    stage.hear(row(1, unit=1, version=2, target="نص 1. نص 2."), ack=ack(event), numbers=[1])
    expect(stage.page.locator(".s")).to_have_count(1)
    expect(stage.textarea).to_be_focused()


def test_word_of_a_join_can_be_closed(stage: Stage) -> None:
    bar = joined(stage)
    bar.get_by_role("button", name=labels.EDITOR["close"]).click()
    expect(bar).to_be_hidden()
    expect(stage.textarea).to_be_focused()
    assert stage.sent("unmerge") == []


def test_word_of_a_join_goes_after_a_while(stage: Stage) -> None:
    stage.page.clock.install()
    bar = joined(stage)
    stage.page.mouse.move(0, 0)
    stage.page.clock.run_for(19_000)  # ms
    expect(bar).to_be_visible()
    stage.page.clock.run_for(2_000)
    expect(bar).to_be_hidden()


def test_word_of_a_join_goes_with_the_next_thing_done(stage: Stage) -> None:
    bar = joined(stage)
    stage.textarea.press_sequentially("!")
    stage.textarea.press("Control+s")
    assert stage.wait_for("save")["target"] == "نص 1. نص 2.!"
    expect(bar).to_be_hidden()


def test_only_neighbours_of_one_paragraph_are_joined(stage: Stage) -> None:
    stage.show(row(1, unit=1), row(2, unit=2))
    stage.open(1)
    expect(stage.page.get_by_role("button", name=labels.EDITOR["merge"])).to_have_count(0)


def test_approving_one_offers_to_fill_its_twins(stage: Stage) -> None:
    twins = [row(n, source="The  Same." if n == 3 else "the same.") for n in (1, 3, 4)]
    stage.show(twins[0], row(2), twins[1], twins[2] | {"target": "نص 1."})
    stage.open(1)
    stage.answer_open()
    stage.textarea.press("Control+Enter")
    offer = stage.page.locator(".offer")
    expect(offer).to_contain_text("3.")
    stage.hear(ack=ack(stage.wait_for("approve")))
    stage.textarea.press("Alt+t")
    stage.hear(ack=ack(stage.wait_for("open", 2)))
    event = stage.wait_for("fill_twins")
    assert (event["number"], event["versions"]) == (1, [[3, 1]])
    expect(offer).to_be_hidden()
