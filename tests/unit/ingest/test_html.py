"""A page gives its content, says what it left out, and cannot hurt."""

import time
from datetime import date
from pathlib import Path

import pytest

from translate_app.adapters.formats.html import parse_html
from translate_app.config import bundled
from translate_app.domain.document import Block, DropReason, UnitKind
from translate_app.domain.language import Language
from translate_app.errors import UnreadableSourceError

SAMPLE = bundled("samples") / "convoy-reaches-rasma.en.html"
PARAGRAPH = "<p>The convoy reached Rasma on Friday and brought food for two thousand families.</p>"


def test_sample_page() -> None:
    document = parse_html(SAMPLE.read_text(encoding="utf-8"), "convoy.html")
    kinds = [block.kind.value for block in document.blocks]
    assert document.title == "Convoy reaches Rasma after nine days"
    assert document.published == date(2025, 3, 15)
    assert document.language is Language.ENGLISH
    assert document.blocks[0] == Block(document.title, UnitKind.HEADING)
    assert kinds == [
        "heading",
        *["paragraph"] * 3,
        *["list_item"] * 3,
        "paragraph",
        "quote",
        "caption",
        "heading",
        "paragraph",
    ]
    assert document.blocks[2].text.startswith("A convoy of twelve trucks reached the town of Rasma")
    assert "The Harbour Relief Authority sent it" in document.blocks[2].text


def test_furniture_is_reported_as_dropped() -> None:
    document = parse_html(SAMPLE.read_text(encoding="utf-8"), "convoy.html")
    dropped = " ".join(note.text for note in document.notes)
    assert {note.reason for note in document.notes} == {DropReason.BOILERPLATE}
    assert all(note.line > 0 for note in document.notes)
    for text in ("Media Center", "Most read", "A new school for Tel Marwan", "All rights reserved"):
        assert text in dropped
        assert all(text not in block.text for block in document.blocks)
    assert "font-family" not in dropped


def test_bare_page_keeps_headings_and_lists() -> None:
    page = (
        f"<html lang='ar-SY'><body><h1>A road</h1>{PARAGRAPH}<h2>Why</h2>{PARAGRAPH}"
        "<ul><li>flour</li></ul></body></html>"
    )
    document = parse_html(page, "x")
    assert [(block.kind.value, block.text[:6]) for block in document.blocks] == [
        ("heading", "A road"),
        ("paragraph", "The co"),
        ("heading", "Why"),
        ("paragraph", "The co"),
        ("list_item", "flour"),
    ]
    assert document.language is Language.ARABIC
    assert document.published is None
    assert document.notes == ()


def test_line_breaks_inside_a_paragraph_stay() -> None:
    document = parse_html(
        f"<html><body>{PARAGRAPH}<p>Harbour Road 4<br>Rasma</p></body></html>", "x"
    )
    assert document.blocks[-1].text == "Harbour Road 4\nRasma"


def test_a_fragment_is_a_page_too() -> None:
    assert parse_html(PARAGRAPH, "x").blocks[0].text.startswith("The convoy reached")


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<!doctype html><html><head><title>Home</title></head><body></body></html>",
        "<html><body><script>alert('The convoy reached Rasma')</script></body></html>",
        "<html><body><nav><ul><li><a href='/'>Home</a></li></ul></nav></body></html>",
        "<html",
    ],
)
def test_a_page_without_content_has_no_blocks(page: str) -> None:
    assert parse_html(page, "x").blocks == ()


def test_scripts_and_entities_stay_text() -> None:
    page = (
        f"<html><body>{PARAGRAPH}<p>1 &lt; 2 &amp; &#x202E;evil <img src=x onerror=y></p>"
        "<script>document.write('gone')</script></body></html>"
    )
    document = parse_html(page, "x")
    assert document.blocks[-1].text == "1 < 2 & evil"
    assert [note.text for note in document.notes] == ["U+202E x1"]


def test_external_entities_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the harbour password", encoding="utf-8")
    page = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        f"<html><body>{PARAGRAPH}<p>Before &x; after the entity in this paragraph.</p>"
        "</body></html>"
    )
    document = parse_html(page, "x")
    assert not any("password" in block.text for block in document.blocks)
    assert any("after the entity" in block.text for block in document.blocks)


@pytest.mark.parametrize(
    "page",
    [
        "<html><body " + " ".join(f"a{n}='{n}'" for n in range(20_000)) + ">" + PARAGRAPH,
        "<html><body a' " + " ".join(f"a{n}" for n in range(20_000)) + " c'>" + PARAGRAPH,
        '<html><body a="<" ' + " ".join(f"a{n}" for n in range(20_000)) + ">" + PARAGRAPH,
        "<a " * 200_000,
        "<html><body>" + "<p>x</p>" * 60_000,
    ],
)
def test_floods_are_refused_quickly(page: str) -> None:
    started = time.perf_counter()
    with pytest.raises(UnreadableSourceError):
        parse_html(page, "x")
    assert time.perf_counter() - started < 5


def test_deep_nesting_and_long_values_are_survived() -> None:
    deep = "<div>" * 20_000 + PARAGRAPH + "</div>" * 20_000
    assert parse_html(f"<html><body>{deep}</body></html>", "x").blocks == ()
    picture = f'<img alt="x" src="data:image/png;base64,{"A" * 50_000}==">'
    drawing = f'<svg><path d="{"M 0 0 L 1 1 " * 5_000}"/></svg>'
    page = f"<html><body><article>{PARAGRAPH}{picture}{drawing}{PARAGRAPH}</article></body></html>"
    assert len(parse_html(page, "x").blocks) >= 1
