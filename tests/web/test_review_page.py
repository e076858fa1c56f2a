"""The page around the segment editor, which itself is tested in a browser."""

from tests.web.page import draft, open_page, shown
from translate_app.bootstrap import Application
from translate_app.web.preferences import from_cookies


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
