"""What every page is given."""

from dataclasses import dataclass, field

from streamlit.navigation.page import Page as StreamlitPage

from translate_app.bootstrap import Application
from translate_app.i18n import Translator


@dataclass(frozen=True, slots=True)
class Context:
    """The application, the wording, the person, and the pages one can go to."""

    application: Application
    t: Translator
    user: str
    pages: dict[str, StreamlitPage] = field(default_factory=dict)
    """By `url_path`: board, releases, review, glossary, memory, publications, reports,
    settings."""
