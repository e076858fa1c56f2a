"""Every page as Streamlit runs it. The segment editor itself is tested in a browser."""

import time
from dataclasses import replace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.web.conftest import APP, SAMPLE
from translate_app.bootstrap import Application
from translate_app.domain.engine import EngineInfo, EngineKind, InstalledPackage
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import SegmentState
from translate_app.services.engines import ListedEngine
from translate_app.web import labels
from translate_app.web.preferences import Preferences, from_cookies
from translate_app.web.views.pretranslation import drafting_jobs

PASTED = """\
Harbour clinic opens in Rasma

Nadia Sabbagh opened the clinic on Friday. She thanked the people of Rasma.
"""

PAGES = (
    "board",
    "releases",
    "review",
    "glossary",
    "memory",
    "publications",
    "reports",
    "settings",
)
ONE_PAGE = """
import streamlit as st
from translate_app import i18n
from translate_app.bootstrap import build
from translate_app.web.context import Context
from translate_app.web.views import {view}
from translate_app.web.views.notices import show_notices
from translate_app.web.views.pretranslation import tell_outcomes

paths = {pages}
pages = {{path: st.Page(lambda: None, title=path, url_path=path) for path in paths}}
st.navigation(list(pages.values()), position="hidden")
context = Context(build(), i18n.translator("{language}"), "Lina", pages)
tell_outcomes(context)
show_notices()
{view}.page(context)
"""


def open_page(view: str, language: str = "en", **parameters: str) -> AppTest:
    """One page of the interface, run once; AppTest reaches pages made of functions only so."""
    page = one_page(view, language)
    page.query_params.update(parameters)
    return page.run()


def one_page(view: str, language: str = "en") -> AppTest:
    """One page of the interface, not run yet."""
    script = ONE_PAGE.format(view=view, language=language, pages=PAGES)
    return AppTest.from_string(script, default_timeout=60)


@pytest.fixture
def page(services: Application) -> AppTest:
    """The list of releases, not run yet."""
    return one_page("releases")


def shown(page: AppTest) -> str:
    """All markup of the page that is not a widget."""
    assert not page.exception, page.exception
    return "\n".join(block.proto.body for block in page.get("html"))


def drafted(services: Application, page: AppTest) -> None:
    """Wait until no job is under way, and look again unless the page told its outcome."""
    jobs = drafting_jobs(services)
    end = time.monotonic() + 30
    while jobs.active():
        assert time.monotonic() < end
        time.sleep(0.02)
    if page.session_state["watched"]:
        page.run()


def draft(services: Application, release_id: str) -> None:
    """Give every segment a translation, as a person would."""
    for reviewed in services.queries.release(release_id).segments:
        number = reviewed.segment.number
        services.review.edit(release_id, number, f"ترجمة المقطع {number}.", "Karim")


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


def test_review_without_a_release_leads_to_the_list(services: Application) -> None:
    assert "No release is open." in shown(open_page("review"))


def test_review_of_an_unknown_release_says_so(services: Application) -> None:
    text = shown(open_page("review", release="<b>nothing</b>"))
    assert 'role="alert"' in text
    assert "<b>nothing</b>" not in text


def test_open_segments_cannot_be_published(services: Application, release_id: str) -> None:
    page = open_page("review", release=release_id)
    assert "Segments that are not approved yet, by their numbers: 1, 2, 3" in shown(page)
    assert page.button(key="publish").disabled


def test_an_approved_release_is_published_once(services: Application, release_id: str) -> None:
    draft(services, release_id)
    services.review.approve(release_id, None, "Karim", override="looked at")
    page = open_page("review", release=release_id)
    page.button(key="publish").click().run()
    assert "Version 1 is published." in shown(page)
    (publication,) = services.queries.release(release_id).publications
    assert publication.published_by == "Lina"
    assert "Version 1 says the same already." in shown(page)
    assert page.button(key="publish").disabled
    (publish,) = [each for each in page.get("popover") if each.proto.popover.label == "Publish…"]
    assert publish.proto.popover.type == "secondary"


def test_a_changed_release_can_be_published_again(services: Application, release_id: str) -> None:
    draft(services, release_id)
    services.review.approve(release_id, None, "Karim", override="looked at")
    services.publish(release_id, "Karim")
    services.review.edit(release_id, 2, "نص آخر.", "Karim")
    services.review.approve(release_id, None, "Karim", override="looked at")
    page = open_page("review", release=release_id)
    assert page.button(key="publish").label == "Publish version 2"
    assert not page.button(key="publish").disabled


def test_downloads_are_offered_for_version_and_draft(
    services: Application, release_id: str
) -> None:
    draft(services, release_id)
    services.review.approve(release_id, None, "Karim", override="looked at")
    services.publish(release_id, "Karim")
    page = open_page("review", release=release_id)
    keys = {button.key for button in page.get("download_button")}
    for name in ("html", "po", "json", "txt"):
        assert f"download-{release_id}-{name}-1" in keys
        assert f"download-{release_id}-{name}-draft" in keys


def test_the_starter_engine_is_named_with_the_way_to_a_better_one(
    services: Application, release_id: str
) -> None:
    services.pretranslate(release_id)
    text = shown(open_page("review", release=release_id))
    assert "starter en-ar" in text
    assert "translate-app models install" in text


def test_advice_that_was_closed_stays_away(services: Application, release_id: str) -> None:
    page = open_page("review", release=release_id)
    page.session_state["preferences"] = from_cookies({}, "en", "Lina")
    page.button(key="close_advice").click().run()
    assert "translate-app models install" not in shown(page)
    kept = page.session_state["preferences"].cookies()
    assert from_cookies(kept, "en", "Lina").advised


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


def test_engines_are_listed_by_pair_with_the_way_to_better_ones(services: Application) -> None:
    text = shown(open_page("settings"))
    assert text.count("Starter engine") == 2
    assert text.index("English → Arabic") < text.index("Arabic → English")
    assert text.count("drafts where nobody asks for another") == 2
    assert "<code>translate-app models install</code>" in text
    assert "<code>translate-app models install firefox</code>" in text


def test_every_kind_of_engine_has_its_place_and_broken_ones_their_reason(
    services: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = LanguagePair(Language.ENGLISH, Language.ARABIC)
    problem = "The folder <model> is missing"
    listed = [
        ListedEngine(
            InstalledPackage(
                EngineInfo(kind.value, kind, pair, "1.0"),
                "http://127.0.0.1:5000",
                "" if kind is EngineKind.SERVER else f"checksum-of-{kind.value}",
                problem if kind is EngineKind.CUSTOM else "",
            ),
            is_preferred=kind is EngineKind.OFFICIAL,
        )
        for kind in EngineKind
    ]
    monkeypatch.setitem(services.__dict__, "list_engines", lambda: listed)
    text = shown(open_page("settings"))
    for kind in EngineKind:
        assert labels.ENGINE_KINDS[kind] in text
    assert "The folder &lt;model&gt; is missing" in text
    assert text.count("cannot be used") == 1
    assert text.count("drafts where nobody asks for another") == 1
    assert "http://127.0.0.1:5000" in text
    assert "checksum-of-official" in text
    assert "models install firefox" not in text


def test_a_settings_file_that_makes_no_sense_hides_no_package(services: Application) -> None:
    (services.settings.home / "engines.toml").write_text("[engines.office]\n", encoding="utf-8")
    text = shown(open_page("settings"))
    assert "engines.toml" in text
    assert text.count("Starter engine") == 2


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


def test_clients_are_shown_with_what_they_want(services: Application) -> None:
    (services.settings.home / "clients.toml").write_text(
        """
[clients.harbour]
digits = "arab"
months = "egyptian"
"en-ar" = "starter"
[clients.harbour.review]
second_approval = true
approver_may_be_last_editor = false
""",
        encoding="utf-8",
    )
    text = shown(open_page("settings"))
    assert "28 كانون الثاني 2019" in text
    assert "٢٨ يناير ٢٠١٩" in text
    assert "en-ar: starter" in text
    assert "Two people approve each segment. Nobody approves a text of their own." in text
    assert str(services.settings.home / "clients.toml") in text


def test_a_broken_clients_file_is_said_and_the_engines_stay_within_reach(
    services: Application,
) -> None:
    (services.settings.home / "clients.toml").write_text("[clients", encoding="utf-8")
    text = shown(open_page("settings"))
    assert "clients.toml" in text
    assert text.count("Starter engine") == 2


@pytest.mark.parametrize(
    ("key", "value", "changed"),
    [
        ("settings_language", "ar", {"language": "ar"}),
        ("settings_theme", "dark", {"theme": "dark"}),
        ("settings_name", "Salma Kanaan", {"user": "Salma Kanaan"}),
    ],
)
def test_one_sets_ones_own_preferences(
    services: Application, key: str, value: str, changed: dict[str, str]
) -> None:
    page = open_page("settings")
    before = Preferences("en", "light", "Lina", introduced=True)
    page.session_state["preferences"] = before
    page.run()
    widget = page.text_input(key=key) if key == "settings_name" else page.pills(key=key)
    widget.set_value(value).run()
    assert page.session_state["preferences"] == replace(before, **changed)


@pytest.mark.parametrize("view", PAGES)
def test_every_page_can_be_drawn_in_arabic(
    view: str, services: Application, release_id: str
) -> None:
    draft(services, release_id)
    services.review.approve(release_id, None, "Karim", override="looked at")
    services.publish(release_id, "Karim")
    page = open_page(view, "ar", release=release_id)
    assert "<h1" in shown(page)
