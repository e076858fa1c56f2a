"""One entry of the glossary: corrected, refused, added, looked up."""

from tests.web.maintaining import RASMA, rename, save
from tests.web.page import open_page, shown
from translate_app.bootstrap import Application
from translate_app.domain.glossary import EntryStatus, EntryType


def test_an_entry_is_opened_by_its_address_and_corrected(services: Application) -> None:
    page = open_page("glossary", entry=RASMA)
    assert page.text_input(key="entry-ar").value == "رسما"
    page = save(page, ar=" رسمى ", en_variants="Rasmah\nRasma Town", note="the <b>town</b>")
    entry = services.maintain.get(RASMA)
    assert entry.ar == "رسمى"
    assert entry.en_variants == ("Rasmah", "Rasma Town")
    assert "is saved." in shown(page)
    assert page.text_input(key="entry-ar").value == "رسمى"
    assert services.maintain.history(RASMA)[0].change.by == "Lina"


def test_every_field_is_read_as_it_was_shown(services: Application) -> None:
    page = open_page("glossary", entry=RASMA)
    save(
        page,
        en_title="Port",
        ar_title="ميناء",
        en_forbidden="Razma :: a misprint\nRasmo",
        valid_from="2025-03-14",
        scope="harbour",
        context="harbour\nميناء",
    )
    entry = services.maintain.get(RASMA)
    page = open_page("glossary", entry=RASMA)
    assert page.text_area(key="entry-en_forbidden").value == "Razma :: a misprint\nRasmo"
    save(page)
    assert services.maintain.get(RASMA) == entry
    assert entry.valid_from
    assert entry.valid_from.isoformat() == "2025-03-14"
    assert entry.context == ("harbour", "ميناء")


def test_a_day_that_is_none_is_refused_and_what_was_typed_stays(services: Application) -> None:
    page = save(open_page("glossary", entry=RASMA), valid_from="14 March", note="kept")
    assert "First day: write the day as 2025-03-14. Nothing was saved." in shown(page)
    assert page.text_input(key="entry-valid_from").value == "14 March"
    assert page.text_area(key="entry-note").value == "kept"
    assert services.maintain.get(RASMA).valid_from is None


def test_nothing_is_overwritten_that_somebody_else_saved(services: Application) -> None:
    page = open_page("glossary", entry=RASMA)
    rename(services, "رسمة")
    page = save(page, ar="رسمى")
    assert services.maintain.get(RASMA).ar == "رسمة"
    assert "was changed by Omar in the meantime" in shown(page)
    assert page.text_input(key="entry-ar").value == "رسمى"
    page.button(key="show_anew").click().run()
    assert page.text_input(key="entry-ar").value == "رسمة"


def test_contradictions_are_told_before_saving(services: Application) -> None:
    page = open_page("glossary", entry="new")
    page.text_input(key="entry-en").set_value("Rasma")
    page.text_input(key="entry-ar").set_value("الرسمة")
    page.button(key="ask_entry").click().run()
    assert "leads to different targets" in shown(page)
    assert "place/rasma-" not in shown(page)


def test_a_new_name_gets_a_key_and_stays_open(services: Application) -> None:
    page = open_page("glossary")
    page.button(key="new_name").click().run()
    page.pills(key="entry-type").set_value(EntryType.PLACE)
    page = save(page, en="New Quay", ar="الرصيف الجديد")
    assert services.maintain.get("place/new-quay").ar == "الرصيف الجديد"
    assert page.query_params["entry"] == "place/new-quay"
    page.button(key="undo").click().run()
    assert services.maintain.get("place/new-quay").status is EntryStatus.RETIRED


def test_an_empty_new_name_is_refused(services: Application) -> None:
    page = save(open_page("glossary", entry="new"), en="", ar="")
    assert "English name: the name is missing. Nothing was saved." in shown(page)


def test_an_unknown_entry_says_so(services: Application) -> None:
    text = shown(open_page("glossary", entry="<b>x</b>"))
    assert 'role="alert"' in text
    assert "<b>x</b>" not in text


def test_usage_and_history_are_looked_up_on_request(services: Application, news: str) -> None:
    rename(services, "رسمى")
    page = open_page("glossary", entry=RASMA)
    assert "another form of the name" not in shown(page)
    page.toggle(key="show_usage").set_value(True).run()
    assert shown(page).count("another form of the name") == 2
    page.toggle(key="show_history").set_value(True).run()
    assert '<del dir="auto">رسما</del><ins dir="auto">رسمى</ins>' in shown(page)
    step = services.maintain.history(RASMA)[0].change.revision
    page.button(key=f"step-undo-{step}").click().run()
    assert services.maintain.get(RASMA).ar == "رسما"
    assert page.text_input(key="entry-ar").value == "رسما"
