"""Files, the check and the changes of the glossary page."""

from tests.web.maintaining import RASMA, rename
from tests.web.page import open_page, shown
from translate_app.bootstrap import Application
from translate_app.domain.glossary import EntryStatus, EntryType
from translate_app.domain.language import Language

CSV = """\
key,en,ar,type,status,note
place/rasma,Rasma,رسما,place,approved,the <b>town</b>
,New Quay,الرصيف الجديد,place,approved,
,Rasma,الرسمة,place,approved,
"""


def test_a_file_is_imported_after_a_look_at_it(services: Application) -> None:
    page = open_page("glossary", part="files")
    page.file_uploader[0].upload("names.csv", CSV.encode(), "text/csv").run()
    text = shown(page)
    assert "new: 2" in text
    assert "clashes: 1" in text
    assert "the &lt;b&gt;town&lt;/b&gt;" in text
    assert page.button(key="import").label == "Import 3 names"
    page.toggle(key="skip_clashing").set_value(True).run()
    assert page.button(key="import").label == "Import 1 name"
    page.button(key="import").click().run()
    assert "Names added: 1, changed: 0" in shown(page)
    assert services.maintain.get("place/new-quay").ar == "الرصيف الجديد"
    page.button(key="undo").click().run()
    assert services.maintain.get("place/new-quay").status is EntryStatus.RETIRED


def test_a_file_that_cannot_be_read_is_refused(services: Application) -> None:
    page = open_page("glossary", part="files")
    page.file_uploader[0].upload("names.csv", b"en\n\x00\xff", "text/csv").run()
    assert 'role="alert"' in shown(page)
    assert "import" not in [button.key for button in page.button]


def test_the_termbase_is_offered_in_three_forms(services: Application) -> None:
    page = open_page("glossary", part="files")
    assert {f"export-{name}" for name in ("csv", "xlsx", "tbx")} <= {
        button.key for button in page.get("download_button")
    }


def test_the_check_runs_when_asked_and_leads_to_the_entry(services: Application) -> None:
    page = open_page("glossary", part="check")
    assert "Is the termbase sound?" in shown(page)
    services.candidates.accept("Rasma", Language.ENGLISH, "الرسمة", EntryType.PLACE, "Lina")
    page.button(key="check_now").click().run()
    assert "leads to different targets" in shown(page)
    first = next(button for button in page.button if button.key.startswith("see-contradiction"))
    first.click().run()
    assert page.query_params["entry"].startswith("place/rasma")
    assert page.text_input(key="entry-en").value == "Rasma"


def test_names_that_no_release_uses_are_told_on_request(services: Application) -> None:
    page = open_page("glossary", part="check")
    page.toggle(key="check_unused").set_value(True)
    page.button(key="check_now").click().run()
    assert "No release uses it." in shown(page)


def test_changes_are_listed_and_undone(services: Application) -> None:
    assert "Nothing was changed yet." in shown(open_page("glossary", part="changes"))
    rename(services, "رسمى")
    page = open_page("glossary", part="changes")
    assert "Omar" in shown(page)
    step = services.maintain.recent(1)[0].change.revision
    page.button(key=f"step-undo-{step}").click().run()
    assert services.maintain.get(RASMA).ar == "رسما"
    assert "1 name is as before." in shown(page)
