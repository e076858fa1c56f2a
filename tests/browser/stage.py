"""The segment editor alone in Chromium: a test page plays the part of Streamlit."""

from typing import Any

from playwright.sync_api import Locator, Page

from translate_app.web import labels
from translate_app.web.components.segment_editor import script, style, wire_script
from translate_app.web.editor_data import ALWAYS_SHOWN

MOUNT = """
async ([script, wire, css]) => {
  const load = (text) =>
    import(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
  const [editor, line] = [await load(script), await load(wire)];
  const host = document.createElement("div");
  document.body.append(host);
  const parentElement = host.attachShadow({ mode: "open" });
  const sheet = document.createElement("style");
  sheet.textContent = css;
  parentElement.append(sheet);
  window.sent = [];
  window.hostile = 0;
  const setTriggerValue = (name, event) => window.sent.push(event);
  const ends = [];
  window.draw = (data) => { ends[0] = editor.default({ data, parentElement }); };
  window.hear = (data) => {
    ends[1] = line.default({ data, parentElement: document.body, setTriggerValue });
  };
  window.leave = () => ends.forEach((end) => end?.());
}
"""
BLANK = "<!doctype html><meta charset=utf-8><title>Editor</title>"
ADDRESS = "http://editor.test/"


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


def approved(number: int, **changes: Any) -> dict[str, Any]:
    """An approved segment."""
    return row(number, state="approved", groups=["all", "approved"], confidence=None, **changes)


def name(source: str, target: str, **changes: Any) -> dict[str, Any]:
    """A name of the glossary that the translation lacks."""
    plain = {"key": f"person/{source}", "source": source, "target": target, "found": False}
    return plain | {"surface": source, "choices": []} | changes


def finding(text: str = "The name Rasma is missing.", **changes: Any) -> dict[str, Any]:
    """An error."""
    return {"severity": "error", "text": text, "mended": ""} | changes


def whole(*rows: dict[str, Any], revision: int = 1, **changes: Any) -> dict[str, Any]:
    """The whole release, as Python would send it."""
    groups = [{"id": name, "label": name, "always": name in ALWAYS_SHOWN} for name in labels.GROUPS]
    plain = {
        "release": "r1",
        "revision": revision,
        "dir": "ltr",
        "user": "Lina",
        "source": {"lang": "en", "dir": "ltr", "name": "English"},
        "target": {"lang": "ar", "dir": "rtl", "name": "Arabic"},
        "digits": "latn",
        "segments": list(rows),
        "groups": groups,
        "states": {state.label: words for state, words in labels.STATES.items()},
        "types": {kind.value: words for kind, words in labels.ENTRY_TYPES.items()},
        "people": ["Karim Haddad", "Nadia Sabbagh"],
        "labels": dict(labels.EDITOR),
    }
    return plain | changes


def ack(event: dict[str, Any], status: str = "done", message: str = "") -> dict[str, Any]:
    """The answer to an event."""
    return {"id": event["id"], "status": status, "number": event["number"], "message": message}


def engine(name: str, *texts: str, problem: str = "") -> dict[str, Any]:
    """What an engine proposes."""
    marks = [{"start": 0, "end": 2, "kind": "found", "title": ""}]
    drafts = [{"text": text, "marks": marks, "confidence": "48"} for text in texts]
    return {"name": name, "problem": problem, "drafts": drafts}


def others(*engines: dict[str, Any], complete: bool = True) -> dict[str, Any]:
    """What was answered for segment 1."""
    answered = {"complete": complete, "engines": list(engines)}
    return {"number": 1, "history": [], "others": answered}


class Stage:
    """The test page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.textarea = page.locator(".edit textarea")
        self.views = page.locator(".s .view")
        self.saving_words = page.locator(".saving")
        self.revision = 1

    def load(self) -> "Stage":
        """A page of the editor, empty."""
        self.page.goto(ADDRESS)
        self.page.evaluate(MOUNT, [script(), wire_script(), style()])
        return self

    def show(
        self,
        *rows: dict[str, Any],
        ack: dict[str, Any] | None = None,
        beside: dict[str, Any] | None = None,
        **changes: Any,
    ) -> None:
        """The page is drawn: the whole release, then news."""
        self.revision += 1
        self.page.evaluate("window.draw", whole(*rows, revision=self.revision, **changes))
        self.hear(ack=ack, beside=beside)

    def hear(
        self,
        *rows: dict[str, Any],
        ack: dict[str, Any] | None = None,
        beside: dict[str, Any] | None = None,
        **changes: Any,
    ) -> None:
        """News from the server; `rows` are those that changed."""
        self.revision += 1 if rows else 0
        news = {"release": "r1", "revision": self.revision, "rows": list(rows), **changes}
        news |= {"ack": ack} if ack else {}
        news |= {"beside": beside} if beside else {}
        self.page.evaluate("window.hear", news)

    def open(self, number: int) -> None:
        """Click on the text of a segment."""
        self.views.nth(number - 1).click()

    def sent(self, kind: str) -> list[dict[str, Any]]:
        """The events of a kind that were sent so far."""
        events: list[dict[str, Any]] = self.page.evaluate("window.sent")
        return [event for event in events if event["kind"] == kind]

    def wait_for(self, kind: str, count: int = 1) -> dict[str, Any]:
        """The event of a kind that was sent as the `count`th."""
        self.page.wait_for_function(
            "([kind, count]) => window.sent.filter(e => e.kind === kind).length >= count",
            arg=[kind, count],
        )
        return self.sent(kind)[count - 1]

    def answer_open(self, *rows: dict[str, Any]) -> None:
        """Answer the look at a segment, so that the next event may go."""
        self.hear(*rows, ack=ack(self.wait_for("open")))

    def drafts(self) -> int:
        """How many texts the browser keeps because the server does not have them."""
        count: int = self.page.evaluate(
            "Object.keys(localStorage).filter(key => key.includes('/draft/')).length"
        )
        return count

    @property
    def on(self) -> Locator:
        """The number of the open segment."""
        return self.page.locator(".s.on .n")

    @property
    def shown(self) -> Locator:
        """The numbers of the rows that are shown."""
        return self.page.locator(".s:visible .n")
