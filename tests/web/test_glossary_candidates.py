"""Names that releases brought: accepted, dismissed, taken back."""

from tests.web.page import open_page, shown
from translate_app.bootstrap import Application
from translate_app.domain.glossary import EntryStatus


def test_a_candidate_is_accepted_in_one_click(services: Application, news: str) -> None:
    page = open_page("glossary", part="candidates")
    assert "<mark>Samir Qandil</mark>" in shown(page)
    assert page.text_input(key="target-en-Samir Qandil").value == "سمير قنديل"
    page.button(key="accept-en-Samir Qandil").click().run()
    entry = services.maintain.get("person/samir-qandil")
    assert (entry.ar, entry.status) == ("سمير قنديل", EntryStatus.APPROVED)
    assert "is a name of the glossary now" in shown(page)
    assert "accept-en-Samir Qandil" not in [button.key for button in page.button]


def test_another_proposal_fills_the_field(services: Application, news: str) -> None:
    page = open_page("glossary", part="candidates")
    (row,) = [one for one in services.candidates.all() if one.surface == "Samir Qandil"]
    other = row.proposals[1]
    page.button(key=f"propose-en-Samir Qandil-{other}").click().run()
    assert page.text_input(key="target-en-Samir Qandil").value == other


def test_what_is_no_name_is_dismissed_and_taken_back(services: Application, news: str) -> None:
    page = open_page("glossary", part="candidates", release=news)
    page.button(key="dismiss-en-Kafr Zaytun").click().run()
    assert [one.by for one in services.candidates.dismissed()] == ["Lina"]
    page.toggle(key="show_dismissed").set_value(True).run()
    (decision,) = services.candidates.dismissed()
    page.button(key=f"recall-en-{decision.surface}").click().run()
    assert services.candidates.dismissed() == []
    assert "dismiss-en-Kafr Zaytun" in [button.key for button in page.button]


def test_candidates_of_one_release(services: Application, news: str, release_id: str) -> None:
    page = open_page("glossary", part="candidates", release=release_id)
    assert "Every name is known." in shown(page)
    page.selectbox(key="candidates_release").set_value(news).run()
    assert page.query_params["release"] == news
    assert "Samir Qandil" in shown(page)


def test_without_releases_there_are_no_candidates(services: Application) -> None:
    assert "There are no releases yet." in shown(open_page("glossary", part="candidates"))
