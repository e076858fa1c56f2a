"""A name was changed: the segments that have another form of it."""

from tests.web.maintaining import RASMA, TARGETS, rename, save
from tests.web.page import open_page, shown
from translate_app.bootstrap import Application


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
