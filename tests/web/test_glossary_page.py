"""The glossary page: names found, and every part of it drawn."""

import pytest

from tests.web.maintaining import RASMA, rename, search
from tests.web.page import draft, open_page, shown
from translate_app.bootstrap import Application
from translate_app.domain.glossary import EntryStatus, EntryType, GlossaryEntry
from translate_app.services.candidates import Candidates


@pytest.mark.parametrize("query", ["sabag", "الصباغ", "نادیه صباغ", "person/nadia-sabbagh"])
def test_a_search_forgives_spelling_in_both_scripts(services: Application, query: str) -> None:
    text = shown(search(open_page("glossary"), query))
    assert "<b>Nadia Sabbagh</b>" in text
    assert 'lang="ar" dir="rtl"><b>نادية الصباغ</b>' in text


def test_types_and_statuses_narrow_the_list(services: Application) -> None:
    page = search(open_page("glossary"), "Rasma")
    assert "Rasma Declaration" in shown(page)
    page.pills(key="glossary_type").set_value([EntryType.PLACE]).run()
    assert "<b>Rasma</b>" in shown(page)
    assert "Rasma Declaration" not in shown(page)
    page.pills(key="glossary_status").set_value([EntryStatus.RETIRED]).run()
    assert "No name fits." in shown(page)


def test_fifty_names_are_drawn_and_more_on_request(services: Application) -> None:
    page = open_page("glossary")
    assert shown(page).count('class="entry"') == 50
    page.button(key="more-names").click().run()
    assert shown(page).count('class="entry"') == 100


def test_scopes_are_offered_where_there_are_some(services: Application) -> None:
    page = open_page("glossary")
    assert not page.selectbox
    quay = GlossaryEntry("", "New Quay", "الرصيف الجديد", EntryType.PLACE, scope="harbour")
    services.maintain.save(quay, "Lina", None)
    page.run()
    page.selectbox(key="glossary_scope").set_value("harbour").run()
    assert "1 name" in shown(page)
    assert "New Quay" in shown(page)


@pytest.mark.parametrize(
    "part", ["names", "candidates", "corrections", "files", "check", "changes", "<b>x</b>"]
)
def test_every_part_can_be_drawn_in_arabic(
    services: Application, news: str, release_id: str, part: str
) -> None:
    draft(services, release_id)
    rename(services, "رسمى")
    assert "<h1" in shown(open_page("glossary", "ar", part=part, entry=RASMA))


def test_only_the_chosen_part_is_made(
    services: Application, news: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    every = Candidates.all

    def told(self: Candidates) -> object:
        asked.append("all")
        return every(self)

    monkeypatch.setattr(Candidates, "all", told)
    page = open_page("glossary")
    assert not asked
    page.pills(key="glossary_part").set_value("candidates").run()
    assert asked
    assert page.query_params["part"] == "candidates"
