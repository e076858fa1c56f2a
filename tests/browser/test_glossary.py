"""A maintainer's day in a real browser, in both languages: names found, corrected, added.

The language changes words and direction only, so most of the day is spent in one of the two.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.program import command, serving
from translate_app.i18n import translator

pytestmark = pytest.mark.browser

NEWS = """\
Harbour school opens in Kafr Zaytun

The mayor of Kafr Zaytun, Mr Samir Qandil, met Nadia Sabbagh on Friday in Rasma.

Samir Qandil thanked the people of Rasma.
"""
TARGETS = {
    1: "افتتاح مدرسة في كفر زيتون.",
    2: "التقى رئيس البلدية نادية الصباغ يوم الجمعة في رسما.",
    3: "شكر سمير قنديل أهالي رسما.",
}
CSV = """\
key,en,ar,type,status,note
place/rasma,Rasma,رسما,place,approved,the town
,New Quay,الرصيف الجديد,place,approved,
"""


@dataclass(frozen=True)
class Office:
    """A server over a home with one translated release, and a page in one language."""

    page: Page
    home: Path
    release: str
    address: str
    language: str

    def word(self, message: str) -> str:
        """The message as the page words it."""
        return translator(self.language).gettext(message)

    def counted(self, singular: str, plural: str, number: int) -> str:
        """The message with a number as the page words it."""
        t = translator(self.language)
        return t.ngettext(singular, plural, number).format(number=t.number(number))

    def target(self, number: int) -> str:
        """A stored translation."""
        shown = json.loads(command(self.home, "show", self.release, "--json"))
        segments = [one for unit in shown["units"] for one in unit["segments"]]
        found: str = next(one["target"] for one in segments if one["number"] == number)
        return found

    def names(self, query: str) -> list[tuple[str, str]]:
        """Names of the termbase that stand in a text, with their targets."""
        told = command(self.home, "glossary", "match", query, "--language", "en", "--json")
        return [(one["name"], one["target"]) for one in json.loads(told)["matches"]]


@pytest.fixture(scope="module")
def prepared(new_home: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home with names and a translated release, and the release's id."""
    folder = tmp_path_factory.mktemp("office")
    home = folder / "home"
    shutil.copytree(new_home, home)
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    release = command(home, "ingest", str(folder / "news.txt")).strip()
    for number, target in TARGETS.items():
        command(home, "edit", release, str(number), "--target", target, "--as", "Karim")
    return home, release


@pytest.fixture
def office(
    language: str,
    prepared: tuple[Path, str],
    tmp_path: Path,
    chromium: Browser,
) -> Iterator[Office]:
    """A maintainer in front of the glossary."""
    home, release = tmp_path / "home", prepared[1]
    shutil.copytree(prepared[0], home)
    context = chromium.new_context(viewport={"width": 1360, "height": 900})
    with serving(home) as address:
        cookies = {"language": language, "theme": "light", "user": "Lina"}
        context.add_cookies(
            [
                {"name": f"translate_app_{name}", "value": value, "url": address}
                for name, value in cookies.items()
            ]
        )
        page = context.new_page()
        page.goto(f"{address}/glossary")
        expect(page.locator("h1.title")).to_be_visible()
        yield Office(page, home, release, address, language)
        context.close()


def keyed(page: Page, key: str) -> Locator:
    """The element of Streamlit with that key."""
    return page.locator(f".st-key-{key}")


def press(page: Page, key: str) -> None:
    """Press the button of that key."""
    keyed(page, key).get_by_role("button").first.click()


def go(office: Office, part: str) -> None:
    """Choose a part."""
    keyed(office.page, "glossary_part").get_by_role("radio", name=part, exact=True).click()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_name_is_found_corrected_everywhere_and_put_back(office: Office) -> None:
    page = office.page
    expect(page.locator("html")).to_have_attribute(
        "dir", "rtl" if office.language == "ar" else "ltr"
    )

    # A wrong spelling finds the name.
    query = keyed(page, "glossary_query").get_by_role("textbox")
    query.fill("razma")
    query.press("Enter")
    row = keyed(page, "row-place-rasma")
    expect(row).to_be_visible()
    row.get_by_role("button").click()

    # The panel opens and has the keyboard; both sides have their own direction.
    expect(page.locator("#entry-title")).to_be_focused()
    arabic = keyed(page, "entry-ar").get_by_role("textbox")
    expect(arabic).to_have_css("direction", "rtl")
    expect(keyed(page, "entry-en").get_by_role("textbox")).to_have_css("direction", "ltr")

    # A day that is none is refused, and nothing of what was typed is lost.
    arabic.fill("رسمى")
    further = page.locator(".st-key-further summary")
    further.click()
    keyed(page, "entry-valid_from").get_by_role("textbox").fill("14 March")
    press(page, "save_entry")
    expect(page.get_by_role("alert")).to_contain_text("2025-03-14")
    expect(arabic).to_have_value("رسمى")
    keyed(page, "entry-valid_from").get_by_role("textbox").fill("")
    press(page, "save_entry")

    # The segments that are wrong now are told, shown and corrected in one press.
    told = office.counted(
        "{number} segment has another form of the name.",
        "{number} segments have another form of the name.",
        2,
    )
    expect(keyed(page, "card-outcome")).to_contain_text(told)
    press(page, "to_corrections")
    expect(page.locator(".changes del").first).to_have_text("رسما")
    expect(page.locator(".changes ins").first).to_have_text("رسمى")
    assert office.target(2) == TARGETS[2]
    press(page, "correct")
    done = office.counted("{number} segment was corrected.", "{number} segments were corrected.", 2)
    expect(keyed(page, "card-outcome")).to_contain_text(done)
    assert office.target(2) == TARGETS[2].replace("رسما", "رسمى")
    assert office.target(3) == TARGETS[3].replace("رسما", "رسمى")

    # The change is undone, and the corrections lead back.
    go(office, office.word("Changes"))
    page.locator("[class*='st-key-step-undo-']").first.get_by_role("button").click()
    expect(keyed(page, "card-outcome")).to_contain_text(told)
    press(page, "to_corrections")
    press(page, "correct")
    expect(keyed(page, "card-outcome")).to_contain_text(done)
    assert office.target(2) == TARGETS[2]
    assert office.names("Rasma") == [("Rasma", "رسما")]


@pytest.mark.parametrize("language", ["en"])
def test_a_candidate_is_accepted_and_another_dismissed(office: Office) -> None:
    page = office.page
    go(office, office.word("Candidates"))
    card = page.locator("[class*='st-key-card-candidate-']").filter(has_text="Samir Qandil").first
    expect(card.locator("mark")).to_have_text("Samir Qandil")
    expect(card.get_by_role("textbox")).to_have_value("سمير قنديل")
    card.get_by_role("button", name=office.word("Accept"), exact=True).click()
    expect(keyed(page, "card-outcome")).to_contain_text("Samir Qandil")
    assert office.names("Samir Qandil") == [("Samir Qandil", "سمير قنديل")]
    other = page.locator("[class*='st-key-card-candidate-']").filter(has_text="Kafr Zaytun").first
    other.get_by_role("button", name=office.word("Not a name"), exact=True).click()
    expect(page.locator("[class*='st-key-card-candidate-']")).to_have_count(0)
    keyed(page, "show_dismissed").locator("label").click()
    page.locator("[class*='st-key-recall-']").get_by_role("button").click()
    expect(page.locator("[class*='st-key-card-candidate-']")).to_have_count(1)


@pytest.mark.parametrize("language", ["ar"])
def test_a_file_is_imported_after_a_look_and_an_export_has_it(
    office: Office, tmp_path: Path
) -> None:
    page = office.page
    go(office, office.word("Import and export"))
    (tmp_path / "names.csv").write_text(CSV, encoding="utf-8")
    page.locator("input[type=file]").set_input_files(str(tmp_path / "names.csv"))
    expect(page.locator(".entry b").first).to_have_text("New Quay")
    expect(page.locator("table.changes ins")).to_have_text(["the town"])
    assert office.names("New Quay") == []
    press(page, "import")
    expect(keyed(page, "card-outcome")).to_be_visible()
    assert office.names("New Quay") == [("New Quay", "الرصيف الجديد")]
    with page.expect_download() as download:
        press(page, "export-csv")
    assert "الرصيف الجديد" in Path(download.value.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["ar"])
def test_doubles_are_merged_and_put_back_from_the_keyboard(office: Office) -> None:
    page = office.page
    query = keyed(page, "glossary_query").get_by_role("textbox")
    query.fill("sabbagh")
    query.press("Enter")
    expect(page.locator(".entry")).to_have_count(2)
    for place in range(2):
        page.locator(".st-key-entries").get_by_role("checkbox").nth(place).press("Space")
        count = office.counted("{number} name is chosen", "{number} names are chosen", place + 1)
        expect(keyed(page, "card-bulk")).to_contain_text(count)
    merge = keyed(page, "bulk_action").get_by_role("radio", name=office.word("Merge"), exact=True)
    merge.press("Enter")

    # The names differ: it is asked whether they are one and the same.
    every = keyed(page, "bulk_accept_all").get_by_role("checkbox")
    expect(keyed(page, "merge")).to_have_count(0)
    every.press("Space")
    keyed(page, "merge").get_by_role("button").press("Enter")
    expect(keyed(page, "card-outcome")).to_be_visible()
    merged = office.names("Nadia Sabbagh")
    keyed(page, "undo").get_by_role("button").press("Enter")
    expect(keyed(page, "card-outcome").get_by_role("button")).to_have_count(0)
    assert merged == [("Sabbagh", "الصباغ")]
    assert office.names("Nadia Sabbagh") == [("Nadia Sabbagh", "نادية الصباغ")]
