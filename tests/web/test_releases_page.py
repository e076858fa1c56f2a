"""The list of releases: what is added to it, and how."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.web.conftest import SAMPLE
from tests.web.page import drafted, one_page, shown
from translate_app.bootstrap import Application
from translate_app.domain.language import Language
from translate_app.domain.segment import SegmentState

PASTED = """\
Harbour clinic opens in Rasma

Nadia Sabbagh opened the clinic on Friday. She thanked the people of Rasma.
"""


@pytest.fixture
def page(services: Application) -> AppTest:
    """The list of releases, not run yet."""
    return one_page("releases")


def test_the_empty_list_says_what_to_do(page: AppTest) -> None:
    assert "There are no releases yet." in shown(page.run())


def test_the_list_shows_title_pair_and_progress(page: AppTest, release_id: str) -> None:
    text = shown(page.run())
    assert "English → Arabic" in text
    assert "0 of" in text
    links = [link.proto.label for link in page.get("page_link")]
    assert any("Harbour Relief Authority" in label for label in links)


def test_markdown_in_a_title_is_shown_as_it_stands(page: AppTest, services: Application) -> None:
    services.ingest.text("# *Bold* [name](https://example.org)\n\nThe clinic is open.\n", "test")
    page.run()
    labels = [link.proto.label for link in page.get("page_link")]
    assert not any("*Bold*" in label or "[name](" in label for label in labels)


def test_pasted_text_becomes_a_drafted_release(page: AppTest, services: Application) -> None:
    page.run()
    page.text_area[0].set_value(PASTED)
    page.button(key="add_text").click().run()
    assert "1 release was added." in shown(page)
    drafted(services, page)
    (summary,) = services.queries.releases()
    assert summary.counts.get(SegmentState.EMPTY, 0) == 0
    assert page.text_area[0].value == ""


def test_the_same_text_again_is_recognised(page: AppTest, services: Application) -> None:
    services.ingest.text(PASTED, "test")
    page.run()
    page.checkbox(key="draft_at_once").uncheck()
    page.text_area[0].set_value(PASTED)
    page.button(key="add_text").click().run()
    assert "1 release was there already." in shown(page)
    assert len(services.queries.releases()) == 1


def test_text_that_cannot_be_used_stays_in_the_form(page: AppTest, services: Application) -> None:
    page.run()
    page.text_area[0].set_value("   \n ")
    page.button(key="add_text").click().run()
    assert 'role="alert"' in shown(page)
    assert page.text_area[0].value == "   \n "
    assert services.queries.releases() == []


def test_an_uploaded_listing_reports_what_was_left_out(
    page: AppTest, services: Application
) -> None:
    page.run()
    page.checkbox(key="draft_at_once").uncheck()
    page.file_uploader[0].upload(SAMPLE.name, SAMPLE.read_bytes(), "text/plain")
    page.button(key="add_file").click().run()
    text = shown(page)
    assert "releases were added." in text
    assert "left out" in text
    assert len(services.queries.releases()) > 1


def test_uploading_nothing_says_so(page: AppTest) -> None:
    page.run()
    page.button(key="add_file").click().run()
    assert "Choose a file first." in shown(page)


def test_a_binary_upload_is_refused(page: AppTest, services: Application) -> None:
    page.run()
    page.file_uploader[0].upload("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00", "text/plain")
    page.button(key="add_file").click().run()
    assert 'role="alert"' in shown(page)
    assert services.queries.releases() == []


def test_a_file_of_another_kind_is_refused_in_our_words_and_the_form_stays_open(
    page: AppTest, services: Application, release_id: str
) -> None:
    before = [each.id for each in services.queries.releases()]
    assert release_id in before
    page.run()
    assert not page.expander[0].proto.expanded
    page.file_uploader[0].upload("notes.pdf", b"%PDF-1.7 text", "application/pdf")
    page.button(key="add_file").click().run()
    assert "notes.pdf is of a kind that cannot be read" in shown(page)
    assert page.expander[0].proto.expanded
    assert [each.id for each in services.queries.releases()] == before


def test_a_file_that_is_too_large_is_refused_with_the_limit(
    page: AppTest, services: Application
) -> None:
    page.run()
    content = b"The clinic is open.\n" * 300_000
    page.file_uploader[0].upload("large.txt", content, "text/plain")
    page.button(key="add_file").click().run()
    assert "large.txt is too large" in shown(page)
    assert services.queries.releases() == []


def test_the_language_of_a_text_can_be_named(page: AppTest, services: Application) -> None:
    page.run()
    page.checkbox(key="draft_at_once").uncheck()
    page.text_area[0].set_value("3 + 4 = 7\n")
    page.button(key="add_text").click().run()
    assert services.queries.releases() == []
    page.get("button_group")[0].set_value(Language.ARABIC)
    page.button(key="add_text").click().run()
    (summary,) = services.queries.releases()
    assert summary.source_language is Language.ARABIC


def test_a_release_in_the_list_is_drafted_on_request(
    page: AppTest, services: Application, release_id: str
) -> None:
    page.run()
    page.button(key=f"draft-{release_id}").click().run()
    drafted(services, page)
    assert "segments were drafted." in shown(page)
    states = {each.segment.state for each in services.queries.release(release_id).segments}
    assert SegmentState.EMPTY not in states


def test_a_release_is_added_for_a_client(page: AppTest, services: Application) -> None:
    (services.settings.home / "clients.toml").write_text("[clients.harbour]\n", encoding="utf-8")
    page.run()
    page.text_area[0].input(PASTED)
    page.checkbox(key="draft_at_once").uncheck()
    page.selectbox(key="client_of_text").set_value("harbour")
    page.button(key="add_text").click().run()
    (summary,) = services.queries.releases()
    release = services.queries.release(summary.id).release
    assert release.client == "harbour"
