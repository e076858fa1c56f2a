"""One page of the interface as Streamlit runs it, and what a person sees on it."""

import time

from streamlit.testing.v1 import AppTest

from translate_app.bootstrap import Application
from translate_app.web.views.pretranslation import drafting_jobs

PAGES = (
    "board",
    "releases",
    "review",
    "glossary",
    "memory",
    "publications",
    "reports",
    "settings",
)
ONE_PAGE = """
import streamlit as st
from translate_app import i18n
from translate_app.bootstrap import build
from translate_app.web.context import Context
from translate_app.web.views import {view}
from translate_app.web.views.notices import show_notices
from translate_app.web.views.pretranslation import tell_outcomes

paths = {pages}
pages = {{path: st.Page(lambda: None, title=path, url_path=path) for path in paths}}
st.navigation(list(pages.values()), position="hidden")
context = Context(build(), i18n.translator("{language}"), "Lina", pages)
tell_outcomes(context)
show_notices()
{view}.page(context)
"""


def open_page(view: str, language: str = "en", **parameters: str) -> AppTest:
    """One page of the interface, run once; AppTest reaches pages made of functions only so."""
    page = one_page(view, language)
    page.query_params.update(parameters)
    return page.run()


def one_page(view: str, language: str = "en") -> AppTest:
    """One page of the interface, not run yet."""
    script = ONE_PAGE.format(view=view, language=language, pages=PAGES)
    return AppTest.from_string(script, default_timeout=60)


def shown(page: AppTest) -> str:
    """All markup of the page that is not a widget."""
    assert not page.exception, page.exception
    return "\n".join(block.proto.body for block in page.get("html"))


def drafted(services: Application, page: AppTest) -> None:
    """Wait until no job is under way, and look again unless the page told its outcome."""
    jobs = drafting_jobs(services)
    end = time.monotonic() + 30
    while jobs.active():
        assert time.monotonic() < end
        time.sleep(0.02)
    if page.session_state["watched"]:
        page.run()


def draft(services: Application, release_id: str) -> None:
    """Give every segment a translation, as a person would."""
    for reviewed in services.queries.release(release_id).segments:
        number = reviewed.segment.number
        services.review.edit(release_id, number, f"ترجمة المقطع {number}.", "Karim")
