"""What a maintainer does on the glossary page, and a release about Rasma to do it for."""

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from translate_app.bootstrap import Application

RASMA = "place/rasma"
NEWS = """\
Harbour school opens in Kafr Zaytun

The mayor of Kafr Zaytun, Mr Samir Qandil, met Nadia Sabbagh on Friday in Rasma.

Samir Qandil thanked the people of Rasma.
"""
TARGETS = {
    1: "افتتاح مدرسة.",
    2: "التقى رئيس البلدية نادية الصباغ يوم الجمعة في رسما.",
    3: "شكر سمير قنديل أهالي رسما.",
}


def search(page: AppTest, query: str) -> AppTest:
    return page.text_input(key="glossary_query").set_value(query).run()


def save(page: AppTest, **fields: str) -> AppTest:
    for name, text in fields.items():
        areas = [area.key for area in page.text_area]
        field = page.text_area if f"entry-{name}" in areas else page.text_input
        field(key=f"entry-{name}").set_value(text)
    return page.button(key="save_entry").click().run()


def rename(services: Application, ar: str, by: str = "Omar") -> None:
    """Somebody else gives Rasma another Arabic name."""
    entry = services.maintain.get(RASMA)
    services.maintain.save(replace(entry, ar=ar), by, entry)
