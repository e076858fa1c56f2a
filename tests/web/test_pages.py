"""Every page as Streamlit runs it, and what stands around them all."""

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.web.conftest import APP, SAMPLE
from tests.web.page import PAGES, draft, open_page, shown
from translate_app.bootstrap import Application


def test_who_begins_sees_the_way_in_and_later_the_board(
    app: AppTest, services: Application
) -> None:
    assert "There are no releases yet." in shown(app.run())
    services.ingest.source(str(SAMPLE))
    st.cache_resource.clear()
    later = AppTest.from_file(str(APP), default_timeout=60).run()
    assert '<h1 class="title">Board</h1>' in shown(later)


def test_the_language_button_turns_the_interface_round(app: AppTest) -> None:
    app.run()
    app.button(key="language").click().run()
    assert app.session_state["preferences"].language == "ar"
    assert app.button(key="language").label == "English"


def test_the_theme_button_goes_round(app: AppTest) -> None:
    app.run()
    seen = []
    for _ in range(3):
        app.button(key="theme").click().run()
        seen.append(app.session_state["preferences"].theme)
    assert seen == ["light", "dark", "system"]


def test_a_person_says_once_who_they_are(app: AppTest) -> None:
    app.run()
    app.text_input(key="name_at_first").set_value("  نادية\u202e الصباغ ")
    app.button(key="introduce").click().run()
    assert app.session_state["preferences"].user == "نادية الصباغ"
    assert "introduce" not in [button.key for button in app.button]


def test_glossary_finds_in_both_languages(services: Application) -> None:
    page = open_page("glossary")
    page.text_input(key="glossary_query").set_value("الصباغ").run()
    text = shown(page)
    assert "Nadia Sabbagh" in text
    assert '<div class="side" lang="ar" dir="rtl">' in text
    page.text_input(key="glossary_query").set_value("no such name").run()
    assert "No name fits." in shown(page)


def test_publications_show_number_person_and_checksum(
    services: Application, release_id: str
) -> None:
    assert "Nothing is published yet." in shown(open_page("publications"))
    draft(services, release_id)
    services.review.approve(release_id, None, "Karim", override="looked at")
    publication = services.publish(release_id, "Karim")
    text = shown(open_page("publications"))
    assert publication.checksum in text
    assert "Karim" in text
    assert "version 1" in text


@pytest.mark.parametrize("view", PAGES)
def test_every_page_can_be_drawn_in_arabic(
    view: str, services: Application, release_id: str
) -> None:
    draft(services, release_id)
    services.review.approve(release_id, None, "Karim", override="looked at")
    services.publish(release_id, "Karim")
    page = open_page(view, "ar", release=release_id)
    assert "<h1" in shown(page)
