"""Tools over a whole release: replace, approve in bulk, namesakes."""

from tests.web.page import open_page, shown
from translate_app.bootstrap import Application
from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.domain.segment import SegmentState


def states(services: Application, release_id: str) -> list[SegmentState]:
    return [each.segment.state for each in services.queries.release(release_id).segments]


def test_replacing_shows_what_it_does_and_leaves_approved_texts_alone(
    services: Application, release_id: str
) -> None:
    for number in (1, 2):
        services.review.edit(release_id, number, f"المدينة <b> {number}", "Lina")
    services.review.approve(release_id, [2], "Omar", override="looked at")
    page = open_page("review", release=release_id)
    page.text_input(key="replace_find").set_value("المدينه").run()
    assert "No translation has it." in shown(page)
    page.checkbox(key="replace_folded").set_value(True).run()
    page.text_input(key="replace_with").set_value("البلدة").run()
    assert "<del>المدينة</del> &lt;b&gt; 1" in shown(page)
    page.button(key="replace").click().run()
    targets = [each.segment.target for each in services.queries.release(release_id).segments]
    assert targets[:2] == ["البلدة <b> 1", "المدينة <b> 2"]
    assert "1 segment was changed." in shown(page)


def test_a_segment_can_be_left_out_of_replacing(services: Application, release_id: str) -> None:
    for number in (1, 2):
        services.review.edit(release_id, number, f"المدينة {number}", "Lina")
    page = open_page("review", release=release_id)
    page.text_input(key="replace_find").set_value("المدينة").run()
    page.text_input(key="replace_with").set_value("البلدة").run()
    page.checkbox(key="replace-1-1").set_value(False).run()
    page.button(key="replace").click().run()
    targets = [each.segment.target for each in services.queries.release(release_id).segments]
    assert targets[:2] == ["المدينة 1", "البلدة 2"]
    page.button(key="replace_back").click().run()
    targets = [each.segment.target for each in services.queries.release(release_id).segments]
    assert targets[:2] == ["المدينة 1", "المدينة 2"]
    assert "1 segment has its former text again." in shown(page)
    assert "replace_back" not in {button.key for button in page.button}


def test_bulk_approval_takes_only_drafts_that_nothing_speaks_against(
    services: Application, release_id: str
) -> None:
    services.pretranslate(release_id)
    page = open_page("review", release=release_id)
    page.number_input(key="bulk_confidence").set_value(0).run()
    page.button(key="bulk_approve").click().run()
    reviewed = services.queries.release(release_id).segments
    approved = [each for each in reviewed if each.segment.state is SegmentState.APPROVED]
    assert approved
    assert len(approved) < len(reviewed)
    assert not any(each.findings for each in approved)
    history = services.queries.history(release_id, approved[0].segment.number)
    assert history[-1].bulk


def test_namesakes_are_told_apart_by_the_reviewer(services: Application, release_id: str) -> None:
    known = services.maintain.search("Karim Haddad").entries[0]
    other = GlossaryEntry("", known.en, "كريم الحداد", EntryType.PERSON, note="the <other> one")
    kept = services.maintain.save(other, "Lina", None)
    page = open_page("review", release=release_id)
    (choice,) = page.radio
    assert "the <other> one" in choice.options[-1] + choice.options[0]
    choice.set_value(kept).run()
    assert set(services.name_choices.choices(release_id).values()) == {kept.key}

    # Later one may think better of it.
    page = open_page("review", release=release_id)
    (choice,) = page.radio
    assert choice.value == kept
    choice.set_value(known).run()
    assert set(services.name_choices.choices(release_id).values()) == {known.key}
