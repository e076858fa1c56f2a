"""What Streamlit says of its own, in English only, and our words for it. Message ids."""

from typing import Final

from translate_app.errors import N_
from translate_app.i18n import Translator

_NO_ANSWER: Final = N_(
    "The server does not answer. What you typed is kept in this browser and is sent "
    "as soon as it is back."
)
_NO_PAGE: Final = N_("There is no page at this address.")

EXACT: Final[dict[str, str]] = {
    "Skip to main content": N_("To the content of the page"),
    "Close": N_("Close"),
    "Dismiss": N_("Close"),
    "Page not found": _NO_PAGE,
    "Connection error": N_("No connection"),
    # The file field
    "Upload": N_("Choose a file"),
    "Add files": N_("Choose a file"),
    "file upload": N_("Choose a file"),
    "Upload failed": N_("The file could not be sent."),
    # Lists to choose from, and fields
    "Open": N_("Show the choices"),
    "Selectbox options": N_("Choices"),
    "Multiselect options": N_("Choices"),
    "Selected values": N_("Chosen"),
    "No results": N_("There is no such choice."),
    "Select all": N_("Choose all"),
    "Choose an option": N_("Choose"),
    "Choose or add an option": N_("Choose or write"),
    "Clear value": N_("Empty the field"),
    "Clear entry": N_("Empty the field"),
    "Clear all": N_("Empty the field"),
    "Increment": N_("Increase"),
    "Decrement": N_("Decrease"),
    # Rows of tabs that do not fit
    "Scroll tabs left": N_("Further tabs to the left"),
    "Scroll tabs right": N_("Further tabs to the right"),
}
"""By what Streamlit says, whole."""
PATTERNS: Final[dict[str, str]] = {
    "Help for {rest}": N_("Help: {rest}"),
    "Add: {rest}": N_("Add: {rest}"),
    "Remove {rest}": N_("Take away: {rest}"),
    "{rest} option available.": N_("Choices: {rest}"),
    "{rest} options available.": N_("Choices: {rest}"),
    "{rest}, selected": N_("{rest}, chosen"),
    "You have requested page {rest}": _NO_PAGE,
    "The page that you have requested {rest}": _NO_PAGE,
    "Connection timed out{rest}": _NO_ANSWER,
    "Is Streamlit still running{rest}": _NO_ANSWER,
    "Streamlit server is not responding{rest}": _NO_ANSWER,
}
"""By how it begins or ends; `{rest}` stands for the rest of it."""


def phrases(t: Translator) -> dict[str, object]:
    """The words for the browser, in the language of the interface."""
    return {
        "exact": {said: t.gettext(message) for said, message in EXACT.items()},
        "patterns": [
            [*said.split("{rest}"), t.gettext(message)] for said, message in PATTERNS.items()
        ],
    }
