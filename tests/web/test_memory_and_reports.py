"""What was translated before, and what was done."""

from tests.web.page import open_page, shown
from translate_app.bootstrap import Application


def translated(services: Application, release_id: str) -> None:
    services.review.edit(release_id, 1, "نص <b>أحمد</b> الأول", "Lina")
    services.review.approve(release_id, [1], "Omar", override="looked at")
    services.review.edit(release_id, 2, "نصٌّ ثانٍ", "Lina")


def test_nothing_is_asked_yet(services: Application) -> None:
    assert "How was it translated before?" in shown(open_page("memory"))


def test_a_search_forgives_arabic_spelling_and_marks_what_it_found(
    services: Application, release_id: str
) -> None:
    translated(services, release_id)
    page = open_page("memory")
    text = shown(page.text_input(key="memory_query").set_value("احمد").run())
    assert "نص &lt;b&gt;<mark>أحمد</mark>&lt;/b&gt; الأول" in text
    assert "approved" in text
    assert "Omar" in text


def test_what_no_release_has(services: Application, release_id: str) -> None:
    translated(services, release_id)
    page = open_page("memory")
    text = shown(page.text_input(key="memory_query").set_value("zebra<script>").run())
    assert "No release has it." in text


def test_nothing_was_done_yet(services: Application, release_id: str) -> None:
    assert "Nothing was done in this time." in shown(open_page("reports"))


def test_reports_say_who_did_how_much(services: Application, release_id: str) -> None:
    services.pretranslate(release_id)
    translated(services, release_id)
    page = open_page("reports")
    text = shown(page)
    assert "Work by day" in text
    assert "Lina" in text
    assert "Omar" in text
    assert "How much of the drafts was kept" in text
    assert len(page.get("download_button")) >= 2
    text = shown(page.pills(key="report_period").set_value(0).run())
    assert "Lina" in text
