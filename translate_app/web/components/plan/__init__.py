"""The plan of a release as one form: nothing is sent, and nothing redrawn, before it is saved.

The fields for day and time are the browser's own: their pickers speak the reader's language.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import streamlit as st

from translate_app.domain.work import Priority, ReleaseWork
from translate_app.web.notice import Notice

LONGEST_NAME: Final = 80
_FOLDER = Path(__file__).parent


def plan_form(
    work: ReleaseWork,
    people: Sequence[str],
    labels: Mapping[str, str],
    key: str,
    on_save: Callable[[], None],
    answer: tuple[str, Notice] | None = None,
) -> None:
    """Draw the form with `work` in it; `on_save` runs when `saved(key)` has what was wanted.

    `answer` is what came of saving, with its id; the form says each id once.
    """
    mount = st.components.v2.component(
        "translate_app.plan",
        css=(_FOLDER / "plan.css").read_text(encoding="utf-8"),
        js=(_FOLDER / "plan.js").read_text(encoding="utf-8"),
    )
    data = {
        "labels": dict(labels),
        "people": list(people),
        "priorities": [each.value for each in Priority],
        "version": work.version,
        "translator": work.translator,
        "reviewer": work.reviewer,
        "priority": work.priority.value,
        "due_at": _iso(work.due_at),
        "embargo_until": _iso(work.embargo_until),
        "answer": _answer(answer),
    }
    mount(data=data, key=key, on_plan_change=on_save, height="content")


def saved(key: str) -> object:
    """What the browser sent last."""
    value: object = st.session_state.get(key)
    return value["plan"] if isinstance(value, Mapping) and "plan" in value else None


def read_plan(value: object, work: ReleaseWork) -> ReleaseWork | None:
    """`work` as the browser wants it, at the version it was looked at; None for what is no plan."""
    if not isinstance(value, Mapping):
        return None
    version, priority = value.get("version"), value.get("priority")
    if not isinstance(version, int) or priority not in list(Priority):
        return None
    names = [value.get(role) for role in ("translator", "reviewer")]
    if not all(isinstance(name, str) and len(name) <= LONGEST_NAME for name in names):
        return None
    moments = [read_moment(value.get(name)) for name in ("due_at", "embargo_until")]
    wanted = [value.get(name) for name in ("due_at", "embargo_until")]
    if any(text and moment is None for text, moment in zip(wanted, moments, strict=True)):
        return None
    translator, reviewer = (" ".join(str(name).split()) for name in names)
    return replace(
        work,
        version=version,
        translator=translator,
        reviewer=reviewer,
        priority=Priority(priority),
        due_at=moments[0],
        embargo_until=moments[1],
    )


def read_moment(value: object) -> datetime | None:
    """The moment that the browser sent: ISO 8601 with an offset. Anything else is none."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _answer(answer: tuple[str, Notice] | None) -> dict[str, object] | None:
    if answer is None:
        return None
    name, notice = answer
    return {"id": name, "tone": notice.tone, "text": notice.text}


def _iso(moment: datetime | None) -> str:
    return moment.astimezone(UTC).isoformat() if moment else ""
