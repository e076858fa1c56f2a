"""The HTML page: structure, safety, direction."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.contract.exporter_contract import ExporterContract, hostile_texts
from tests.unit.formats.editions import LABELS, draft, edition, of_text
from translate_app.adapters.formats.page import PageExporter, is_web_address
from translate_app.domain.document import UnitKind
from translate_app.domain.language import Language
from translate_app.domain.release import PublishedUnit

GOLDEN = Path(__file__).resolve().parents[2] / "data" / "formats"
VOID = {"meta", "br"}
TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "main",
    "article",
    "h1",
    "h2",
    "p",
    "br",
    "time",
    "bdi",
    "blockquote",
    "ul",
    "li",
    "figure",
    "figcaption",
    "footer",
    "dl",
    "div",
    "dt",
    "dd",
    "code",
    "a",
    "strong",
    "mark",
}
ATTRIBUTES = {
    "lang",
    "dir",
    "charset",
    "http-equiv",
    "content",
    "name",
    "class",
    "role",
    "title",
    "datetime",
    "href",
    "rel",
}


class Page(HTMLParser):
    """A page as a browser takes it: elements in order, text of main, open elements."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.main = ""
        self.open: list[str] = []
        self.feed(content.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        elif tag == "br":
            self.main += "\n"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "main" in self.open:
            self.main += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


class TestPage(ExporterContract):
    exporter = PageExporter(LABELS)

    def target_of(self, content: bytes) -> str:
        return Page(content).main

    def is_marked_draft(self, content: bytes) -> bool:
        page = Page(content)
        banner = {"class": "banner", "role": "note"} in page.all("p")
        return banner and {"name": "robots", "content": "noindex"} in page.all("meta")

    def test_hostile_text_makes_no_element(self) -> None:
        for text in hostile_texts():
            page = Page(self.exporter.serialize(of_text(text)))

            assert page.open == [], ascii(text)
            assert {tag for tag, _ in page.elements} <= TAGS, ascii(text)
            for _, attributes in page.elements:
                assert set(attributes) <= ATTRIBUTES, ascii(text)
                address = attributes.get("href")
                assert address is None or address.startswith(("http://", "https://"))

    @pytest.mark.parametrize("language", list(Language))
    def test_golden_pages(self, language: Language) -> None:
        for name, made in (("edition", edition(language)), ("draft", draft(language))):
            golden = (GOLDEN / f"{name}-{language.value}.html").read_bytes()
            assert self.exporter.serialize(made) == golden

    def test_language_and_direction_are_the_targets(self) -> None:
        arabic = Page(self.exporter.serialize(edition(Language.ARABIC))).all("html")
        english = Page(self.exporter.serialize(edition(Language.ENGLISH))).all("html")

        assert arabic == [{"lang": "ar", "dir": "rtl"}]
        assert english == [{"lang": "en", "dir": "ltr"}]

    def test_nothing_is_loaded_from_elsewhere(self) -> None:
        content = self.exporter.serialize(edition(Language.ARABIC)).decode("utf-8")

        assert "default-src 'none'; style-src 'unsafe-inline'" in content
        assert "url(" not in content
        assert "@import" not in content
        assert {tag for tag, _ in Page(content.encode()).elements}.isdisjoint(
            {"script", "link", "img", "iframe"}
        )

    def test_first_heading_is_the_title_and_later_ones_are_below_it(self) -> None:
        page = Page(self.exporter.serialize(edition(Language.ENGLISH)))

        assert [tag for tag, _ in page.elements if tag in ("h1", "h2")] == ["h1", "h2"]

    def test_list_items_that_follow_each_other_are_one_list(self) -> None:
        page = Page(self.exporter.serialize(edition(Language.ENGLISH)))

        assert (len(page.all("ul")), len(page.all("li"))) == (1, 3)

    def test_a_dateline_unit_is_used_in_place_of_a_made_one(self) -> None:
        made = edition(Language.ENGLISH)
        dateline = PublishedUnit(UnitKind.DATELINE, "رسما", "Rasma, 28 June", ())
        page = Page(self.exporter.serialize(replace(made, units=(dateline, *made.units))))

        assert page.main.count("28 June") == 1
        assert page.all("time")[0] == {"datetime": "2019-06-28"}

    def test_without_a_date_there_is_no_dateline(self) -> None:
        page = Page(self.exporter.serialize(replace(edition(Language.ENGLISH), date=None)))

        assert all(one.get("class") != "dateline" for one in page.all("p"))

    def test_a_missing_translation_shows_its_source_in_the_sources_direction(self) -> None:
        marks = Page(self.exporter.serialize(draft(Language.ARABIC))).all("mark")[2:]

        assert [(one["class"], one["lang"], one["dir"]) for one in marks] == [
            ("open", "ar", "rtl"),
            ("open", "ar", "rtl"),
            ("missing", "en", "ltr"),
        ]

    def test_the_title_of_a_release_without_headline_is_its_beginning(self) -> None:
        made = replace(edition(Language.ENGLISH), title=None)
        content = self.exporter.serialize(replace(made, units=made.units[1:2])).decode()

        assert "<title>The Harbour Relief Authority (HRA) opened a clinic in Rasma on" in content

    def test_the_name_of_a_file_is_not_told(self) -> None:
        made = replace(edition(Language.ENGLISH), reference="/home/salma/inbox/clinic.txt")

        content = self.exporter.serialize(made).decode()
        assert "clinic.txt" not in content
        assert "salma" not in content

    def test_an_arabic_date_of_any_year_is_stamped_in_iso(self) -> None:
        made = replace(edition(Language.ARABIC), date=date(987, 6, 5))

        assert {"datetime": "0987-06-05"} in Page(self.exporter.serialize(made)).all("time")


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("https://harbour.example/a?b=1&c=2#d", True),
        ("http://harbour.example", True),
        ("HTTPS://harbour.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://user:word@harbour.example/", False),
        ("https://user@harbour.example/", False),
        ("https:///path", False),
        ("https://[bad", False),
        ("https://harbour.example/a b", False),
        ("release.txt", False),
        ("", False),
    ],
)
def test_only_web_addresses_are_linked(text: str, linked: bool) -> None:
    assert is_web_address(text) is linked
