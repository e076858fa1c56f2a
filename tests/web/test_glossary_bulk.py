"""Many names at once: changed, retired, merged."""

from streamlit.testing.v1 import AppTest

from tests.web.maintaining import RASMA, search
from tests.web.page import open_page, shown
from translate_app.bootstrap import Application
from translate_app.domain.glossary import EntryStatus, EntryType
from translate_app.domain.language import Language


def pick(page: AppTest, *keys: str) -> AppTest:
    for key in keys:
        page.checkbox(key=f"pick-{key}").check().run()
    return page


def test_many_names_are_changed_and_the_change_is_undone(services: Application) -> None:
    page = search(open_page("glossary"), "Sabbagh")
    pick(page, "person/nadia-sabbagh", "person/sabbagh-surname")
    page.pills(key="bulk_action").set_value("authority").run()
    page.text_input(key="bulk_value_authority").set_value("the body itself")
    page.button(key="bulk_do").click().run()
    assert "2 names were changed." in shown(page)
    assert services.maintain.get("person/nadia-sabbagh").authority == "the body itself"
    page.button(key="undo").click().run()
    assert services.maintain.get("person/nadia-sabbagh").authority != "the body itself"
    assert not page.checkbox(key="pick-person/nadia-sabbagh").value


def test_names_stay_chosen_while_others_are_looked_for(services: Application) -> None:
    page = pick(search(open_page("glossary"), "Nadia Sabbagh"), "person/nadia-sabbagh")
    page = pick(search(page, "Rasma"), RASMA)
    assert "2 names are chosen" in shown(page)
    page.pills(key="bulk_action").set_value("retire").run()
    page.button(key="bulk_do").click().run()
    assert services.maintain.get(RASMA).status is EntryStatus.RETIRED


def test_doubles_are_merged_with_a_preview(services: Application) -> None:
    services.candidates.accept(
        "Karim Hadad", Language.ENGLISH, "كريم حداد", EntryType.PERSON, "Lina"
    )
    page = pick(search(open_page("glossary"), "Karim"), "person/karim-haddad", "person/karim-hadad")
    page.pills(key="bulk_action").set_value("merge").run()
    assert "Karim Hadad" in shown(page).split("<ins")[1]
    page.button(key="merge").click().run()
    assert "Karim Hadad" in services.maintain.get("person/karim-haddad").en_variants
    gone = services.maintain.get("person/karim-hadad")
    assert gone.replaced_by == "person/karim-haddad"
    page.button(key="undo").click().run()
    assert services.maintain.get("person/karim-hadad").status is EntryStatus.APPROVED


def test_merging_different_names_asks_first(services: Application) -> None:
    page = search(open_page("glossary"), "Rasma")
    pick(page, RASMA, "document/rasma-declaration")
    page.pills(key="bulk_action").set_value("merge").run()
    assert "share neither the English nor the Arabic name" in shown(page)
    assert "merge" not in [button.key for button in page.button]
    page.checkbox(key="bulk_accept_all").check().run()
    page.button(key="merge").click().run()
    assert "Rasma Declaration" in services.maintain.get(RASMA).en_variants
