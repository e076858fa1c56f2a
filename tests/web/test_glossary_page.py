"""Each part of the glossary page as Streamlit runs it, over a real home."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from tests.web.test_pages import draft, open_page, shown
from translate_app.bootstrap import Application
from translate_app.domain.glossary import EntryStatus, EntryType
from translate_app.domain.language import Language
from translate_app.services.candidates import Candidates

RASMA = "place/rasma"
NEWS = """\
Harbour school opens in Kafr Zaytun

The mayor of Kafr Zaytun, Mr Samir Qandil, met Nadia Sabbagh on Friday in Rasma.

Samir Qandil thanked the people of Rasma.
"""
TARGETS = {
    1: "افتتاح مدرسة.",
    2: "التقى رئيس البلدية نادية الصباغ يوم الجمعة في رسما.",
    3: "شكر سمير قنديل أهالي رسما.",
}


@pytest.fixture
def news(services: Application) -> str:
    """A release about Rasma, translated by a person."""
    release_id = services.ingest.text(NEWS, "news").releases[0].release.id
    for number, target in TARGETS.items():
        services.review.edit(release_id, number, target, "Karim")
    return release_id


def search(page: AppTest, query: str) -> AppTest:
    return page.text_input(key="glossary_query").set_value(query).run()


def save(page: AppTest, **fields: str) -> AppTest:
    for name, text in fields.items():
        areas = [area.key for area in page.text_area]
        field = page.text_area if f"entry-{name}" in areas else page.text_input
        field(key=f"entry-{name}").set_value(text)
    return page.button(key="save_entry").click().run()


def rename(services: Application, ar: str, by: str = "Omar") -> None:

    entry = services.maintain.get(RASMA)
    services.maintain.save(replace(entry, ar=ar), by, entry)


# Names


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
    services.candidates.accept(
        "New Quay", Language.ENGLISH, "الرصيف الجديد", EntryType.PLACE, "Lina", scope="harbour"
    )
    page.run()
    page.selectbox(key="glossary_scope").set_value("harbour").run()
    assert "1 name" in shown(page)
    assert "New Quay" in shown(page)


# The entry


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


# Many at once


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


# Candidates


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


# Corrections


def test_a_changed_name_leads_to_its_corrections_and_one_press_makes_them(
    services: Application, news: str
) -> None:
    page = save(open_page("glossary", entry=RASMA), ar="رسمى")
    assert "2 segments have another form of the name." in shown(page)
    page.button(key="to_corrections").click().run()
    text = shown(page)
    assert "<del>رسما</del>" in text
    assert "<ins>رسمى</ins>" in text
    assert page.button(key="correct").label == "Correct 2 segments"
    page.button(key="correct").click().run()
    assert "2 segments were corrected." in shown(page)
    targets = [one.segment.target for one in services.queries.release(news).segments]
    assert targets[1] == TARGETS[2].replace("رسما", "رسمى")
    assert "Every name stands as the glossary has it." in shown(page)


def test_what_is_not_chosen_stays_and_what_changed_meanwhile_is_reported(
    services: Application, news: str
) -> None:
    rename(services, "رسمى")
    page = open_page("glossary", part="corrections", entry=RASMA)
    first = next(box for box in page.checkbox if box.key.startswith(f"correction-{news}-2-"))
    first.uncheck().run()
    assert page.button(key="correct").label == "Correct 1 segment"
    services.review.edit(news, 3, "نص آخر عن رسما.", "Karim")
    page.button(key="correct").click().run()
    assert "segment 3: somebody changed it; it was left alone." in shown(page)
    targets = [one.segment.target for one in services.queries.release(news).segments]
    assert targets[1:] == [TARGETS[2], "نص آخر عن رسما."]


def test_approved_and_published_segments_are_opened_only_on_request(
    services: Application, news: str
) -> None:
    services.review.approve(news, None, "Omar", override="read")
    services.publish(news, "Omar")
    rename(services, "رسمى")
    page = open_page("glossary", part="corrections")
    assert "Publications that need a correction" in shown(page)
    assert "version 1" in shown(page)
    page.toggle(key="reopen_approved").set_value(True).run()
    page.button(key="correct").click().run()
    assert "2 segments were corrected." in shown(page)
    assert "رسمى" in services.queries.release(news).segments[1].segment.target


def test_a_name_that_is_missing_is_left_to_a_person(services: Application, news: str) -> None:
    services.review.edit(news, 2, "التقى رئيس البلدية نادية الصباغ يوم الجمعة.", "Karim")
    page = open_page("glossary", part="corrections", entry=RASMA)
    assert "By hand" in shown(page)
    assert page.button(key="correct").disabled


def test_nothing_to_correct_says_so(services: Application) -> None:
    text = shown(open_page("glossary", part="corrections"))
    assert "Every name stands as the glossary has it." in text


# Files, check, changes

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
