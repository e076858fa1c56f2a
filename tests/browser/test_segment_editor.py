"""The segment editor alone in Chromium: a test page plays the part of Streamlit."""

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from translate_app.web import labels
from translate_app.web.components.segment_editor import script, style

pytestmark = pytest.mark.browser

MOUNT = """
async ([script, css]) => {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const module = await import(url);
  const host = document.createElement("div");
  document.body.append(host);
  const parentElement = host.attachShadow({ mode: "open" });
  const sheet = document.createElement("style");
  sheet.textContent = css;
  parentElement.append(sheet);
  window.sent = [];
  window.hostile = 0;
  const setTriggerValue = (name, event) => window.sent.push(event);
  window.show = (data) => {
    window.leave = module.default({ data, parentElement, setTriggerValue });
  };
}
"""
TRUCK = "\U0001f69b"


def row(number: int, **changes: Any) -> dict[str, Any]:
    """A drafted segment."""
    plain = {
        "number": number,
        "label": str(number),
        "unit": number,
        "heading": False,
        "source": f"Source {number}.",
        "target": f"نص {number}.",
        "state": "pretranslated",
        "state_label": "machine",
        "detail": "60",
        "confidence": 60,
        "version": 1,
        "changed_by": "Karim",
        "groups": ["all", "open"],
        "source_marks": [],
        "target_marks": [],
        "findings": [],
        "names": [],
    }
    return plain | changes


def data(
    *rows: dict[str, Any], ack: dict[str, Any] | None = None, others: dict[str, Any] | None = None
) -> dict[str, Any]:
    """What Python would send."""
    groups = [{"id": name, "label": name, "count": "1"} for name in labels.GROUPS]
    made = {
        "release": "r1",
        "dir": "ltr",
        "source": {"lang": "en", "dir": "ltr", "name": "English"},
        "target": {"lang": "ar", "dir": "rtl", "name": "Arabic"},
        "total": str(len(rows)),
        "segments": list(rows),
        "groups": groups,
        "labels": dict(labels.EDITOR),
    }
    return made | ({"ack": ack} if ack else {}) | ({"others": others} if others else {})


def ack(event: dict[str, Any], status: str = "done", message: str = "") -> dict[str, Any]:
    """The answer to an event."""
    return {"id": event["id"], "status": status, "number": event["number"], "message": message}


def engine(name: str, *texts: str, problem: str = "") -> dict[str, Any]:
    """What an engine proposes."""
    marks = [{"start": 0, "end": 2, "kind": "name", "title": ""}]
    drafts = [{"text": text, "marks": marks, "confidence": "48"} for text in texts]
    return {"name": name, "problem": problem, "drafts": drafts}


def others(*engines: dict[str, Any], complete: bool = True) -> dict[str, Any]:
    """What was answered for segment 1."""
    return {"number": 1, "complete": complete, "engines": list(engines)}


def fill(label: str, count: str) -> str:
    """A label with its count."""
    return label.replace("{count}", count)


class Stage:
    """The test page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.textarea = page.locator("textarea")

    def load(self) -> "Stage":
        self.page.goto("http://editor.test/")
        self.page.evaluate(MOUNT, [script(), style()])
        return self

    def show(
        self,
        *rows: dict[str, Any],
        ack: dict[str, Any] | None = None,
        others: dict[str, Any] | None = None,
    ) -> None:
        self.page.evaluate("data => window.show(data)", data(*rows, ack=ack, others=others))

    def open(self, number: int) -> None:
        self.page.locator(".s .view").nth(number - 1).click()

    def sent(self, kind: str) -> list[dict[str, Any]]:
        events: list[dict[str, Any]] = self.page.evaluate("window.sent")
        return [event for event in events if event["kind"] == kind]

    def wait_for(self, kind: str, count: int = 1) -> dict[str, Any]:
        self.page.wait_for_function(
            "([kind, count]) => window.sent.filter(e => e.kind === kind).length >= count",
            arg=[kind, count],
        )
        return self.sent(kind)[count - 1]

    def answer_open(self, *rows: dict[str, Any]) -> None:
        """Answer the look at a segment, so that the next event may go."""
        self.show(*rows, ack=ack(self.wait_for("open")))


@pytest.fixture
def stage(context: BrowserContext) -> Stage:
    page = context.new_page()
    blank = "<!doctype html><meta charset=utf-8><title>Editor</title>"
    page.route("http://editor.test/", lambda route: route.fulfill(body=blank))
    return Stage(page).load()


def test_languages_and_directions_are_set(stage: Stage) -> None:
    stage.show(row(1))
    expect(stage.page.locator(".s .source")).to_have_attribute("lang", "en")
    expect(stage.page.locator(".s .view")).to_have_attribute("dir", "rtl")
    stage.open(1)
    expect(stage.textarea).to_have_attribute("lang", "ar")
    expect(stage.textarea).to_have_attribute("dir", "rtl")
    expect(stage.textarea).to_be_focused()


def test_marks_count_code_points(stage: Stage) -> None:
    source = f"{TRUCK} Rasma {TRUCK}{TRUCK} Rasma"
    mark = {"start": 11, "end": 16, "kind": "name", "title": "رسما"}
    assert source[11:16] == "Rasma"
    stage.show(row(1, source=source, source_marks=[mark]))
    found = stage.page.locator(".source mark")
    expect(found).to_have_text("Rasma")
    before = found.evaluate("mark => mark.previousSibling.textContent")
    assert before == f"{TRUCK} Rasma {TRUCK}{TRUCK} "


def test_marks_beyond_the_text_are_cut(stage: Stage) -> None:
    marks = [
        {"start": 7, "end": 99, "kind": "name", "title": ""},
        {"start": 50, "end": 60, "kind": "name", "title": ""},
    ]
    stage.show(row(1, source="Source 1.", source_marks=marks))
    expect(stage.page.locator(".source mark")).to_have_text(["1."])


def test_runs_of_the_other_script_are_isolated(stage: Stage) -> None:
    stage.show(row(1, source="The هيئة إغاثة office", target="وصل فريق UN Women اليوم."))
    expect(stage.page.locator(".source bdi")).to_have_text("هيئة إغاثة")
    expect(stage.page.locator(".view bdi")).to_have_text("UN Women")


def test_a_mark_inside_an_isolated_run_keeps_the_run_whole(stage: Stage) -> None:
    mark = {"start": 9, "end": 11, "kind": "name", "title": ""}
    stage.show(row(1, target="وصل فريق UN Women اليوم.", target_marks=[mark]))
    expect(stage.page.locator(".view bdi")).to_have_text("UN Women")
    expect(stage.page.locator(".view bdi mark")).to_have_text("UN")


def test_data_never_becomes_markup(stage: Stage) -> None:
    attack = "<img src=x onerror='window.hostile += 1'><script>window.hostile += 1</script>"
    finding = {"severity": "error", "text": attack}
    name = {"source": attack, "target": attack, "found": False}
    stage.show(
        row(
            1,
            source=attack,
            target=attack,
            state=attack,
            state_label=attack,
            detail=attack,
            findings=[finding],
            names=[name],
            changed_by=attack,
            source_marks=[{"start": 0, "end": 9, "kind": "name", "title": attack}],
        )
    )
    stage.open(1)
    assert stage.page.locator("img, .frame script").count() == 0
    assert stage.page.evaluate("window.hostile") == 0
    expect(stage.page.locator(".source")).to_have_text(attack)


def test_typing_is_saved_by_itself(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.answer_open(row(1))
    stage.textarea.press_sequentially(" وصل")
    expect(stage.page.locator(".saving")).to_have_text(labels.EDITOR["typed"])
    event = stage.wait_for("save")
    assert (event["number"], event["version"], event["target"]) == (1, 1, "نص 1. وصل")
    expect(stage.page.locator(".saving")).to_have_text(labels.EDITOR["saving"])
    stage.show(row(1, target="نص 1. وصل", version=2), ack=ack(event))
    expect(stage.page.locator(".saving")).to_have_text(labels.EDITOR["saved"])
    assert stage.page.evaluate("Object.keys(localStorage).length") == 0


def test_new_data_touches_neither_text_nor_caret_nor_focus(stage: Stage) -> None:
    stage.show(row(1), row(2))
    stage.open(1)
    stage.textarea.press_sequentially(" قبل")
    stage.textarea.evaluate("area => area.setSelectionRange(2, 4)")
    stage.page.evaluate("window.area = document.querySelector('div').shadowRoot.activeElement")
    stage.show(row(1), row(2, target="آخر", version=2), ack=ack(stage.wait_for("open")))
    state = stage.textarea.evaluate(
        "area => [area.value, area.selectionStart, area.selectionEnd, area === window.area]"
    )
    assert state == ["نص 1. قبل", 2, 4, True]
    expect(stage.textarea).to_be_focused()
    expect(stage.page.locator(".s .view").nth(1)).to_have_text("آخر")


def test_what_is_typed_while_a_save_is_on_its_way_is_saved_on_the_new_version(
    stage: Stage,
) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.answer_open(row(1))
    stage.textarea.press_sequentially(" أ")
    first = stage.wait_for("save")
    stage.textarea.press_sequentially(" ب")
    stage.show(row(1, target="نص 1. أ", version=2), ack=ack(first))
    expect(stage.textarea).to_have_value("نص 1. أ ب")
    second = stage.wait_for("save", 2)
    assert (second["version"], second["target"]) == (2, "نص 1. أ ب")
    assert second["id"] != first["id"]


def test_a_reload_in_the_middle_of_typing_loses_nothing(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.textarea.press_sequentially(" لم يُحفظ")
    stage.load()
    stage.show(row(1))
    expect(stage.page.locator(".s .view")).to_have_text("نص 1. لم يُحفظ")
    assert stage.wait_for("save")["target"] == "نص 1. لم يُحفظ"


def test_a_draft_that_the_server_has_is_forgotten(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.textarea.press_sequentially("!")
    stage.load()
    stage.show(row(1, target="نص 1.!", version=2))
    expect(stage.page.locator(".saving")).to_have_text(labels.EDITOR["saved"])
    assert stage.page.evaluate("Object.keys(localStorage).length") == 0


@pytest.fixture
def conflict(stage: Stage) -> Stage:
    """Somebody else has saved the segment that is being typed in."""
    stage.show(row(1))
    stage.open(1)
    stage.answer_open(row(1))
    stage.textarea.press_sequentially(" لي")
    stage.show(
        row(1, target="نصهم", version=2, changed_by="Karim"),
        ack=ack(stage.wait_for("save"), "stale", "Karim was first."),
    )
    return stage


def test_a_stale_save_shows_both_texts(conflict: Stage) -> None:
    box = conflict.page.locator(".conflict")
    expect(box).to_have_attribute("role", "alert")
    expect(box.locator(".text")).to_have_text(["نصهم", "نص 1. لي"])
    expect(box).to_contain_text("Karim")
    expect(conflict.textarea).to_have_value("نص 1. لي")
    expect(conflict.page.locator(".saving")).to_have_text(labels.EDITOR["not_saved"])


def test_keeping_my_text_saves_it_on_their_version(conflict: Stage) -> None:
    conflict.page.get_by_role("button", name=labels.EDITOR["keep_mine"]).click()
    event = conflict.wait_for("save", 2)
    assert (event["version"], event["target"]) == (2, "نص 1. لي")
    expect(conflict.page.locator(".conflict")).to_be_hidden()


def test_taking_their_text_drops_mine(conflict: Stage) -> None:
    conflict.page.get_by_role("button", name=labels.EDITOR["take_theirs"]).click()
    expect(conflict.textarea).to_have_value("نصهم")
    assert conflict.page.evaluate("Object.keys(localStorage).length") == 0
    assert len(conflict.sent("save")) == 1


def test_ctrl_enter_approves_and_opens_the_next_open_one(stage: Stage) -> None:
    rows = [row(1), row(2, state="approved", groups=["all", "approved"]), row(3)]
    stage.show(*rows)
    stage.open(1)
    stage.answer_open(*rows)
    stage.textarea.press_sequentially(" ثم")
    stage.textarea.press("Control+Enter")
    event = stage.wait_for("approve")
    assert (event["number"], event["target"], event["version"]) == (1, "نص 1. ثم", 1)
    expect(stage.page.locator(".s.on .n")).to_have_text("3")
    expect(stage.textarea).to_be_focused()
    assert stage.sent("save") == []


def test_an_empty_text_is_not_approved(stage: Stage) -> None:
    stage.show(row(1), row(2))
    stage.open(1)
    stage.answer_open(row(1), row(2))
    stage.textarea.fill("  ")
    stage.textarea.press("Control+Enter")
    expect(stage.page.locator(".alert")).to_contain_text("Segment 1")
    expect(stage.page.locator(".s.on .n")).to_have_text("1")
    assert stage.sent("approve") == []


def test_keys_move_save_and_leave(stage: Stage) -> None:
    stage.show(row(1), row(2))
    stage.open(1)
    stage.answer_open(row(1), row(2))
    stage.textarea.press("Alt+ArrowDown")
    expect(stage.page.locator(".s.on .n")).to_have_text("2")
    stage.textarea.press("Alt+ArrowUp")
    expect(stage.page.locator(".s.on .n")).to_have_text("1")
    for count in (2, 3):
        stage.show(row(1), row(2), ack=ack(stage.wait_for("open", count)))
    stage.textarea.press_sequentially("!")
    stage.textarea.press("Control+s")
    assert stage.wait_for("save")["target"] == "نص 1.!"
    stage.textarea.press("Escape")
    expect(stage.textarea).to_have_count(0)
    expect(stage.page.locator(".s .view").nth(0)).to_be_focused()


def test_no_key_reaches_the_page_around(stage: Stage) -> None:
    stage.show(row(1))
    stage.page.evaluate(
        "window.keys = []; for (const kind of ['keydown', 'keypress', 'keyup'])"
        " document.addEventListener(kind, event => window.keys.push(event.key))"
    )
    stage.open(1)
    stage.textarea.press_sequentially("rc")
    assert stage.page.evaluate("window.keys") == []


def test_the_rest_is_approved_with_the_versions_that_were_seen(stage: Stage) -> None:
    approved = row(1, state="approved", groups=["all", "approved"])
    stage.show(approved, row(2, version=4), row(3, target="", state="empty"))
    stage.page.get_by_role("button", name="Approve the rest (1)").click()
    assert stage.sent("approve_many") == []
    expect(stage.page.locator(".confirm li")).to_have_text([fill(labels.EDITOR["untouched"], "1")])
    stage.page.get_by_role("button", name="Approve all (1)").click()
    assert stage.wait_for("approve_many")["versions"] == [[2, 4]]


def test_findings_are_asked_about_before_the_rest_is_approved(stage: Stage) -> None:
    found = [{"severity": "error", "text": "Number differs."}]
    flagged = row(2, findings=found, groups=["all", "open", "findings"])
    stage.show(row(1), flagged)
    stage.page.get_by_role("button", name="Approve the rest (2)").click()
    assert stage.sent("approve_many") == []
    said = [("with_errors", "1"), ("some_findings", "1"), ("untouched", "2")]
    expect(stage.page.locator(".confirm li")).to_have_text(
        [fill(labels.EDITOR[name], count) for name, count in said]
    )
    stage.page.get_by_role("button", name="Approve those without findings (1)").click()
    assert stage.wait_for("approve_many")["versions"] == [[1, 1]]


def test_filters_and_search(stage: Stage) -> None:
    approved = row(2, state="approved", groups=["all", "approved"])
    stage.show(row(1), approved, row(3, target="قافلة"))
    visible = stage.page.locator(".s:not(.columns):visible .n")
    stage.page.locator(".chip", has_text="open").click()
    expect(visible).to_have_text(["1", "3"])
    stage.page.locator(".search").fill("قافلة")
    expect(visible).to_have_text(["3"])
    stage.page.locator(".search").fill("nothing of the kind")
    expect(stage.page.locator(".nothing")).to_be_visible()


def test_a_name_goes_where_the_caret_is(stage: Stage) -> None:
    name = {"source": "Rasma", "target": "رسما", "found": False}
    stage.show(row(1, target="إلى ثم", names=[name]))
    stage.open(1)
    stage.textarea.evaluate("area => area.setSelectionRange(4, 4)")
    stage.page.locator(".pair .name").click()
    expect(stage.textarea).to_have_value("إلى رسماثم")
    expect(stage.textarea).to_be_focused()


def test_an_event_without_an_answer_is_sent_again_with_the_same_id(stage: Stage) -> None:
    stage.page.clock.install()
    stage.load()
    stage.show(row(1))
    stage.open(1)
    stage.page.clock.run_for(13_000)
    first, second = stage.sent("open")
    assert first == second
    expect(stage.page.locator(".alert")).to_have_text(labels.EDITOR["no_answer"])


def test_nothing_is_sent_while_the_page_changes(stage: Stage) -> None:
    stage.page.clock.install()
    stage.load()
    stage.page.evaluate(
        "const a = document.createElement('a'); a.href = '#x'; a.textContent = 'Releases';"
        "document.body.prepend(a)"
    )
    stage.show(row(1))
    stage.open(1)
    stage.answer_open(row(1))
    stage.textarea.press_sequentially("!")
    stage.page.get_by_text("Releases").focus()
    saved = len(stage.sent("save"))
    stage.page.get_by_text("Releases").press("Enter")
    stage.page.clock.run_for(2_500)
    assert len(stage.sent("save")) == saved
    stage.page.evaluate("window.leave()")
    stage.page.clock.run_for(20_000)
    assert len(stage.sent("save")) == saved
    assert stage.page.locator(".frame").count() == 0


def test_other_drafts_are_asked_for_and_typing_goes_on(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.answer_open(row(1))
    stage.page.get_by_role("button", name=labels.EDITOR["ask_others"]).click()
    expect(stage.page.locator("aside .busy")).to_have_text(labels.EDITOR["asking_others"])
    expect(stage.textarea).to_be_focused()
    stage.textarea.press_sequentially(" ثم")
    event = stage.wait_for("others")
    assert event["number"] == 1
    stage.show(row(1), ack=ack(event), others=others(complete=False))
    expect(stage.page.locator("aside .busy")).to_be_visible()
    stage.show(row(1), others=others(engine("starter", "بديل أول.", "بديل ثان.")))
    expect(stage.page.locator("aside .other .words")).to_have_text(["بديل أول.", "بديل ثان."])
    expect(stage.page.locator("aside .other .words").first).to_have_attribute("dir", "rtl")
    expect(stage.page.locator("aside .other mark").first).to_have_text("بد")
    expect(stage.page.locator("aside .busy")).to_have_count(0)
    expect(stage.page.locator("aside .engine")).to_have_count(0)
    expect(stage.textarea).to_have_value("نص 1. ثم")
    assert stage.wait_for("save")["target"] == "نص 1. ثم"


def test_a_draft_replaces_the_text_and_undo_brings_it_back(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.answer_open(row(1))
    stage.textarea.press_sequentially(" وكتبت")
    answer = others(engine("starter", "بديل أول.", "بديل ثان."))
    stage.show(row(1), others=answer)
    stage.textarea.press("Control+2")
    expect(stage.textarea).to_have_value("بديل ثان.")
    stage.textarea.press("Control+z")
    expect(stage.textarea).to_have_value("نص 1. وكتبت")
    stage.page.locator("aside .other").first.click()
    expect(stage.textarea).to_have_value("بديل أول.")
    expect(stage.textarea).to_be_focused()
    stage.textarea.press("Control+z")
    expect(stage.textarea).to_have_value("نص 1. وكتبت")
    stage.textarea.press("Control+1")
    stage.page.wait_for_function(
        "window.sent.some(e => e.kind === 'save' && e.target === 'بديل أول.')"
    )


def test_the_keys_ask_where_nobody_asked_and_do_nothing_beyond_the_last(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    stage.answer_open(row(1))
    stage.textarea.press("Control+1")
    event = stage.wait_for("others")
    stage.show(row(1), ack=ack(event), others=others(engine("starter", "بديل.")))
    stage.textarea.press("Control+4")
    expect(stage.textarea).to_have_value("نص 1.")


def test_engines_stand_side_by_side_under_their_names(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    answer = others(
        engine("official en-ar 1.9", "الأول."),
        engine("starter en-ar 0.1", "الثاني."),
        engine("office", problem="The engine office failed."),
    )
    stage.show(row(1), others=answer)
    names = stage.page.locator("aside .engine")
    expect(names).to_have_text(["official en-ar 1.9", "starter en-ar 0.1", "office"])
    expect(stage.page.locator("aside")).to_contain_text("The engine office failed.")
    stage.textarea.press("Control+2")
    expect(stage.textarea).to_have_value("الثاني.")


def test_drafts_of_another_segment_are_not_put_into_this_one(stage: Stage) -> None:
    stage.show(row(1), row(2))
    stage.open(2)
    stage.show(row(1), row(2), others=others(engine("starter", "بديل.")))
    expect(stage.page.locator("aside .other")).to_have_count(0)
    expect(stage.page.get_by_role("button", name=labels.EDITOR["ask_others"])).to_be_visible()


def test_the_least_sure_drafts_come_first_on_request(stage: Stage) -> None:
    rows = [
        row(1, confidence=80),
        row(2, confidence=None, state="approved", groups=["all", "approved"]),
        row(3, confidence=20),
        row(4, confidence=None, state="edited"),
    ]
    stage.show(*rows)
    places = stage.page.locator(".s:not(.columns) .n")
    expect(places).to_have_text(["1", "2", "3", "4"])
    sort = stage.page.get_by_role("button", name=labels.EDITOR["least_sure"])
    sort.click()
    expect(sort).to_have_attribute("aria-pressed", "true")
    expect(places).to_have_text(["3", "1", "4", "2"])
    stage.page.locator(".s .view").first.click()
    stage.answer_open(*rows)
    stage.textarea.press("Control+Enter")
    expect(stage.page.locator(".s.on .n")).to_have_text("1")
    expect(places).to_have_text(["3", "1", "4", "2"])
    sort.click()
    expect(places).to_have_text(["1", "2", "3", "4"])


def test_a_machine_draft_that_comes_while_a_person_types_is_no_conflict(stage: Stage) -> None:
    stage.show(row(1, target="", version=0, state="empty", confidence=None))
    stage.open(1)
    stage.textarea.press_sequentially("كتبت أنا")
    stage.show(row(1, target="مسودة الآلة", version=1), ack=ack(stage.wait_for("open")))
    expect(stage.page.locator(".conflict")).to_be_hidden()
    expect(stage.textarea).to_have_value("كتبت أنا")
    event = stage.wait_for("save")
    assert (event["version"], event["target"]) == (1, "كتبت أنا")


def test_each_part_of_a_step_in_history_has_its_own_direction(stage: Stage) -> None:
    stage.show(row(1))
    stage.open(1)
    made = data(row(1)) | {
        "history": {"number": 1, "rows": [{"parts": ["حُرّر", "Lina", "٣ آذار"], "target": "نص"}]}
    }
    stage.page.evaluate("data => window.show(data)", made)
    expect(stage.page.locator("aside summary bdi")).to_have_text(["حُرّر", "Lina", "٣ آذار"])


ERROR = {"severity": "error", "text": "The name Rasma is missing."}


def test_an_error_is_said_before_the_same_key_approves_anyway(stage: Stage) -> None:
    rows = [row(1, findings=[ERROR]), row(2)]
    stage.show(*rows)
    stage.open(1)
    stage.answer_open(*rows)
    stage.textarea.press("Control+Enter")
    doubt = stage.page.locator(".s.on .doubt")
    expect(doubt).to_have_attribute("role", "alert")
    expect(doubt).to_contain_text("The name Rasma is missing.")
    expect(stage.page.get_by_role("button", name=labels.EDITOR["approve_anyway"])).to_be_visible()
    assert stage.sent("approve") == []
    stage.textarea.press("Control+Enter")
    assert stage.wait_for("approve")["anyway"] is True
    expect(stage.page.locator(".s.on .n")).to_have_text("2")


def test_a_text_that_is_changed_after_the_doubt_is_looked_at_anew(stage: Stage) -> None:
    stage.show(row(1, findings=[ERROR]))
    stage.open(1)
    stage.answer_open(row(1, findings=[ERROR]))
    stage.textarea.press("Control+Enter")
    stage.textarea.press_sequentially(" رسما")
    expect(stage.page.locator(".s.on .doubt")).to_be_hidden()
    stage.textarea.press("Control+Enter")
    assert stage.wait_for("approve")["anyway"] is False


def test_an_error_that_only_the_server_sees_calls_the_person_back(stage: Stage) -> None:
    stage.show(row(1), row(2))
    stage.open(1)
    stage.answer_open(row(1), row(2))
    stage.textarea.press_sequentially(" ثم")
    stage.textarea.press("Control+Enter")
    expect(stage.page.locator(".s.on .n")).to_have_text("2")
    event = stage.wait_for("approve")
    saved = row(1, target=event["target"], version=2, state="edited", findings=[ERROR])
    stage.show(saved, row(2), ack=ack(event, "doubt"))
    expect(stage.page.locator(".s.on .n")).to_have_text("1")
    expect(stage.page.locator(".s.on .doubt")).to_contain_text("The name Rasma is missing.")
    assert stage.page.evaluate("Object.keys(localStorage).length") == 0


def test_addresses_in_arabic_keep_their_order(stage: Stage) -> None:
    text = "راسلوا press@harbour-relief.example أو زوروا https://harbour.example/a?b=1&c=2."
    stage.show(row(1, target=text))
    found = stage.page.locator(".view bdi")
    expect(found).to_have_text(
        ["press@harbour-relief.example", "https://harbour.example/a?b=1&c=2"]
    )
    expect(found.first).to_have_attribute("dir", "ltr")
    expect(stage.page.locator(".view")).to_have_text(text)


@pytest.mark.parametrize("word", ["Harbour", "Nadia"])
def test_a_click_on_a_word_puts_the_caret_there(stage: Stage, word: str) -> None:
    text = "وصل فريق Harbour Relief إلى رسما مع Nadia Sabbagh."
    stage.show(row(1, target=text))
    x, y = stage.page.locator(".view bdi", has_text=word).evaluate(
        "run => { const letter = document.createRange(); letter.setStart(run.firstChild, 3);"
        " letter.setEnd(run.firstChild, 4); const box = letter.getBoundingClientRect();"
        " return [box.left + 1, (box.top + box.bottom) / 2]; }"
    )
    stage.page.mouse.click(x, y)
    assert stage.textarea.evaluate("area => area.selectionStart") == text.index(word) + 3


def test_the_approve_button_of_the_open_row_is_not_under_the_status_line(stage: Stage) -> None:
    stage.show(*(row(number) for number in range(1, 30)))
    stage.open(1)
    for _ in range(20):
        stage.textarea.press("Alt+ArrowDown")
    button = stage.page.locator(".s.on .under .btn").bounding_box()
    line = stage.page.locator("footer").bounding_box()
    assert button
    assert line
    assert button["y"] + button["height"] <= line["y"]
