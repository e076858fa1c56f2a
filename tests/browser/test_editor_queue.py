"""Which segments the editor shows, and in which order."""

import pytest
from playwright.sync_api import expect

from tests.browser.stage import Stage, approved, row
from translate_app.web import labels

pytestmark = pytest.mark.browser


def fill(label: str, count: str) -> str:
    """A label with its count."""
    return label.replace("{count}", count)


def test_filters_and_search(stage: Stage) -> None:
    stage.show(row(1), approved(2), row(3, target="قافلة"))
    visible = stage.page.locator(".s:visible .n")
    stage.page.locator(".chip", has_text="open").click()
    expect(visible).to_have_text(["1", "3"])
    stage.page.locator(".tools .search").fill("قافلة")
    expect(visible).to_have_text(["3"])
    stage.page.locator(".tools .search").fill("nothing of the kind")
    expect(stage.page.locator(".nothing")).to_be_visible()


def test_the_least_sure_drafts_come_first_on_request(stage: Stage) -> None:
    rows = [
        row(1, confidence=80),
        row(2, confidence=None, state="approved", groups=["all", "approved"]),
        row(3, confidence=20),
        row(4, confidence=None, state="edited"),
    ]
    stage.show(*rows)
    places = stage.page.locator(".s .n")
    expect(places).to_have_text(["1", "2", "3", "4"])
    sort = stage.page.get_by_role("button", name=labels.EDITOR["least_sure"])
    sort.click()
    expect(sort).to_have_attribute("aria-pressed", "true")
    expect(places).to_have_text(["3", "1", "4", "2"])
    stage.views.first.click()
    stage.answer_open(*rows)
    stage.textarea.press("Control+Enter")
    expect(stage.on).to_have_text("1")
    expect(places).to_have_text(["3", "1", "4", "2"])
    sort.click()
    expect(places).to_have_text(["1", "2", "3", "4"])


def test_a_search_folds_arabic(stage: Stage) -> None:
    stage.show(row(1, target="إلى المدرسَة"), row(2, target="لا"))
    stage.page.locator(".tools .search").fill("الي المدرسه")
    expect(stage.shown).to_have_text(["1"])


def test_what_others_changed_since_i_looked_has_a_filter(stage: Stage) -> None:
    stage.show(row(1), row(2), row(3))
    chip = stage.page.locator(".chip", has_text="changed")
    expect(chip).to_have_count(0)
    stage.load()
    mine = row(3, version=2, changed_by="Lina")
    stage.show(row(1), row(2, version=2, changed_by="Karim"), mine)
    expect(chip).to_have_text("changed 1")
    chip.click()
    expect(stage.shown).to_have_text(["2"])
    stage.page.locator(".s:visible .view").click()
    stage.page.locator(".chip", has_text="all").click()
    expect(chip).to_have_count(0)


def test_filters_count_what_is_on_its_way(stage: Stage) -> None:
    stage.show(row(1), row(2))
    stage.open(1)
    stage.textarea.press("Control+Enter")
    expect(stage.page.locator(".chip", has_text="approved")).to_have_text("approved 1")
    expect(stage.page.get_by_role("img", name="1 of 2 approved")).to_be_visible()


def test_thousands_of_rows_are_drawn_in_the_end(stage: Stage) -> None:
    stage.show(*(row(number) for number in range(1, 2001)))
    last = stage.page.locator(".s").last
    expect(stage.page.locator(".s")).to_have_count(2000)
    expect(last.locator(".view")).to_have_text("نص 2000.")


def test_only_what_changed_is_drawn_anew(stage: Stage) -> None:
    stage.show(*(row(number) for number in range(1, 40)))
    expect(stage.views).to_have_count(39)
    stage.page.evaluate(
        "() => { const root = document.querySelector('div').shadowRoot; window.drawn = new Set();"
        " new MutationObserver((all) => { for (const { target } of all) {"
        " const row = target.closest?.('.s'); if (row) window.drawn.add("
        "row.querySelector('.n').textContent); } })"
        ".observe(root.querySelector('.list'), { subtree: true, childList: true }); }"
    )
    stage.hear(row(7, target="آخر", version=2, changed_by="Karim"))
    expect(stage.views.nth(6)).to_have_text("آخر")
    assert stage.page.evaluate("[...window.drawn]") == ["7"]


def test_who_is_in_a_segment_is_shown(stage: Stage) -> None:
    stage.show(row(1), row(2))
    stage.hear(here={"2": ["Omar"]})
    expect(stage.page.locator(".s .here")).to_have_text("Omar")
    expect(stage.page.locator("footer .people")).to_have_text("Omar: segment 2")
    expect(stage.page.locator("footer .people bdi").first).to_have_text("Omar")
    stage.hear(here={})
    expect(stage.page.locator(".s .here")).to_have_count(0)
