"""What the last action had to say."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from translate_app.errors import TranslateAppError
from translate_app.web import markup, state
from translate_app.web.context import Context
from translate_app.web.notice import Notice

Result = TypeVar("Result")


def attempt(
    context: Context,
    action: Callable[[], Result],
    done: Callable[[Result], str] = lambda _result: "",
    tell: Callable[[Notice], None] = state.notify,
) -> bool:
    """Do something in a callback; a refusal becomes a notice. Whether it was done.

    `done` words what came of it; without a word nothing is told. `tell` is where it is told.
    """
    try:
        result = action()
    except TranslateAppError as error:
        tell(Notice("error", context.t.error(error)))
        return False
    if words := done(result):
        tell(Notice("done", words))
    return True


def show_notices() -> None:
    """Draw the notices that are due; a screen reader is told."""
    for notice in state.take_notices():
        show_notice(notice)


def show_notice(notice: Notice) -> None:
    """Draw one notice here."""
    details = [markup.within("li", markup.tag("bdi", text)) for text in notice.details]
    st.html(
        markup.within(
            "div",
            markup.tag("span", notice.text),
            markup.within("ul", *details) if details else "",
            class_=f"notice {notice.tone}",
            role="alert" if notice.tone == "error" else "status",
        )
    )
